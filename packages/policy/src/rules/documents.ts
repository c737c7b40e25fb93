import type { PolicyRule } from "../rule.ts";
import { dependabotCooldown } from "./dependabot/cooldown.ts";
import { dependabotCoversEcosystems } from "./dependabot/covers-ecosystems.ts";
import { dependabotNoInsecureExecution } from "./dependabot/no-insecure-execution.ts";
import { dependabotPresent } from "./dependabot/present.ts";

/** What the repository's own documents and settings promise: update tools, owners, security policy, licence, files. */
export const DOCUMENT_RULES: readonly PolicyRule[] = [
  dependabotPresent,
  dependabotCoversEcosystems,
  dependabotCooldown,
  dependabotNoInsecureExecution,
];
