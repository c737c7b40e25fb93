import type { PolicyRule } from "../../rule.ts";
import { actionsRestricted } from "./actions-restricted.ts";
import { branchProtected } from "./branch-protected.ts";
import { immutableReleases } from "./immutable-releases.ts";
import { privateReporting } from "./private-reporting.ts";
import { secretScanning } from "./secret-scanning.ts";
import { twoFactor } from "./two-factor.ts";

/** In the order of reports and documentation. One line each. */
export const SERVER_RULES: readonly PolicyRule[] = [
  actionsRestricted,
  branchProtected,
  immutableReleases,
  privateReporting,
  secretScanning,
  twoFactor,
];
