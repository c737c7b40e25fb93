import type { PolicyRule } from "../rule.ts";
import { DEPENDABOT_RULES } from "./dependabot/index.ts";
import { installScripts } from "./deps/install-scripts.ts";
import { lockfileIntegrity } from "./deps/lockfile-integrity.ts";
import { lockfilePresent } from "./deps/lockfile-present.ts";
import { DOCUMENT_RULES } from "./documents.ts";
import { actionsRestricted } from "./server/actions-restricted.ts";
import { branchProtected } from "./server/branch-protected.ts";
import { immutableReleases } from "./server/immutable-releases.ts";
import { SERVER_RULES } from "./server/index.ts";
import { privateReporting } from "./server/private-reporting.ts";
import { secretScanning } from "./server/secret-scanning.ts";
import { twoFactor } from "./server/two-factor.ts";
import { WORKFLOW_RULES } from "./workflow/index.ts";
import { invalid } from "./workflow/invalid.ts";
import { timeout } from "./workflow/timeout.ts";

/** Every rule, in the order of reports and documentation. */
export const POLICY_RULES: readonly PolicyRule[] = [
  ...WORKFLOW_RULES,
  ...DEPENDABOT_RULES,
  ...SERVER_RULES,
  ...DOCUMENT_RULES,
  invalid,
  timeout,
  lockfilePresent,
  lockfileIntegrity,
  installScripts,
  branchProtected,
  twoFactor,
  secretScanning,
  privateReporting,
  immutableReleases,
  actionsRestricted,
];
