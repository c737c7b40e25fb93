import type { PolicyRule } from "../../rule.ts";

/** In the order of reports and documentation. One line each. */
export const DEPENDABOT_RULES: readonly PolicyRule[] = [];
