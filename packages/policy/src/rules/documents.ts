import type { PolicyRule } from "../rule.ts";
import { codeownersPresentValid } from "./codeowners/present-valid.ts";
import { codeownersSecurityReviewer } from "./codeowners/security-reviewer.ts";
import { dependabotCooldown } from "./dependabot/cooldown.ts";
import { dependabotCoversEcosystems } from "./dependabot/covers-ecosystems.ts";
import { dependabotNoInsecureExecution } from "./dependabot/no-insecure-execution.ts";
import { dependabotPresent } from "./dependabot/present.ts";
import { repoLicense } from "./repo/license.ts";
import { securityMdPresent } from "./security-md/present.ts";
import { securityMdSlo } from "./security-md/slo.ts";

/** What the repository's own documents and settings promise: update tools, owners, security policy, licence, files. */
export const DOCUMENT_RULES: readonly PolicyRule[] = [
  dependabotPresent,
  dependabotCoversEcosystems,
  dependabotCooldown,
  dependabotNoInsecureExecution,
  codeownersPresentValid,
  codeownersSecurityReviewer,
  securityMdPresent,
  securityMdSlo,
  repoLicense,
];
