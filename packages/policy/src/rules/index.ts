import type { PolicyRule } from "../rule.ts";
import { actionsRestricted } from "./server/actions-restricted.ts";
import { branchProtected } from "./server/branch-protected.ts";
import { immutableReleases } from "./server/immutable-releases.ts";
import { privateReporting } from "./server/private-reporting.ts";
import { secretScanning } from "./server/secret-scanning.ts";
import { twoFactor } from "./server/two-factor.ts";
import { invalid } from "./workflow/invalid.ts";
import { timeout } from "./workflow/timeout.ts";

/** Every rule, in the order of reports and documentation. One line each. */
export const POLICY_RULES: readonly PolicyRule[] = [
  invalid,
  timeout,
  branchProtected,
  twoFactor,
  secretScanning,
  privateReporting,
  immutableReleases,
  actionsRestricted,
];
