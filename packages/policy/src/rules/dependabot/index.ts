import type { PolicyRule } from "../../rule.ts";
import { dependabotCooldown } from "./cooldown.ts";
import { dependabotCoversEcosystems } from "./covers-ecosystems.ts";
import { dependabotNoInsecureExecution } from "./no-insecure-execution.ts";
import { dependabotPresent } from "./present.ts";

/** In the order of reports and documentation. One line each. */
export const DEPENDABOT_RULES: readonly PolicyRule[] = [
  dependabotCooldown,
  dependabotCoversEcosystems,
  dependabotNoInsecureExecution,
  dependabotPresent,
];
