import type { PolicyRule } from "../rule.ts";
import { codeownersPresentValid } from "./codeowners/present-valid.ts";
import { codeownersSecurityReviewer } from "./codeowners/security-reviewer.ts";
import { DEPENDABOT_RULES } from "./dependabot/index.ts";
import { DEPS_RULES } from "./deps/index.ts";
import { dockerBasePinned } from "./docker/base-pinned.ts";
import { docsVerifyInstructions } from "./docs/verify-instructions.ts";
import { ignoresHygiene } from "./ignores/hygiene.ts";
import { securityInsightsValid } from "./insights/valid.ts";
import { PYTHON_RULES } from "./python/index.ts";
import { RELEASE_RULES } from "./release/index.ts";
import { repoLicense } from "./repo/license.ts";
import { repoNoBinaries } from "./repo/no-binaries.ts";
import { securityMdPresent } from "./security-md/present.ts";
import { securityMdSlo } from "./security-md/slo.ts";
import { SERVER_RULES } from "./server/index.ts";
import { TELEMETRY_RULES } from "./telemetry/index.ts";
import { vexValid } from "./vex/valid.ts";
import { WIRED_RULES } from "./wired/index.ts";
import { WORKFLOW_RULES } from "./workflow/index.ts";

/** Every rule, in the order of reports and documentation. */
export const POLICY_RULES: readonly PolicyRule[] = [
  ...WORKFLOW_RULES,
  ...DEPENDABOT_RULES,
  ...DEPS_RULES,
  ...WIRED_RULES,
  ...RELEASE_RULES,
  ...PYTHON_RULES,
  ...SERVER_RULES,
  ...TELEMETRY_RULES,
  // What the documents and files of a repository promise, in groups of one or two.
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
