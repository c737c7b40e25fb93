import type { PolicyRule } from "../rule.ts";
import { timeout } from "./workflow/timeout.ts";

/** Every rule, in the order of reports and documentation. One line each. */
export const POLICY_RULES: readonly PolicyRule[] = [timeout];
