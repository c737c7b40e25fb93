import type { PolicyRule } from "../rule.ts";
import { codeownersPresentValid } from "./codeowners/present-valid.ts";
import { codeownersSecurityReviewer } from "./codeowners/security-reviewer.ts";
import { dockerBasePinned } from "./docker/base-pinned.ts";
import { docsVerifyInstructions } from "./docs/verify-instructions.ts";
import { ignoresHygiene } from "./ignores/hygiene.ts";
import { securityInsightsValid } from "./insights/valid.ts";
import { repoLicense } from "./repo/license.ts";
import { repoNoBinaries } from "./repo/no-binaries.ts";
import { securityMdPresent } from "./security-md/present.ts";
import { securityMdSlo } from "./security-md/slo.ts";
import { vexValid } from "./vex/valid.ts";

/** What the repository's own documents and files promise: owners, security policy, licence, sources, VEX. */
export const DOCUMENT_RULES: readonly PolicyRule[] = [
  codeownersPresentValid,
  codeownersSecurityReviewer,
  securityMdPresent,
  securityMdSlo,
  repoLicense,
  repoNoBinaries,
  dockerBasePinned,
  vexValid,
  ignoresHygiene,
  securityInsightsValid,
  docsVerifyInstructions,
];
