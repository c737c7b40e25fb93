import type { PolicyRule } from "../rule.ts";
import { invalid } from "./workflow/invalid.ts";
import { timeout } from "./workflow/timeout.ts";

/** Every rule, in the order of reports and documentation. One line each. */
export const POLICY_RULES: readonly PolicyRule[] = [invalid, timeout];
