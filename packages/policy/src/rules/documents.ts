import type { PolicyRule } from "../rule.ts";
import { codeownersPresentValid } from "./codeowners/present-valid.ts";
import { codeownersSecurityReviewer } from "./codeowners/security-reviewer.ts";
import { repoLicense } from "./repo/license.ts";
import { securityMdPresent } from "./security-md/present.ts";
import { securityMdSlo } from "./security-md/slo.ts";

/** What the repository's own documents and files promise: owners, security policy, licence. */
export const DOCUMENT_RULES: readonly PolicyRule[] = [
  codeownersPresentValid,
  codeownersSecurityReviewer,
  securityMdPresent,
  securityMdSlo,
  repoLicense,
];
