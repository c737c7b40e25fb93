import type { PolicyRule } from "../../rule.ts";
import { auditWired } from "./audit.ts";
import { licensesWired } from "./licenses.ts";
import { secretsWired } from "./secrets.ts";

/** In the order of reports and documentation. One line each. */
export const WIRED_RULES: readonly PolicyRule[] = [auditWired, licensesWired, secretsWired];
