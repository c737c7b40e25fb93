import type { PolicyRule } from "../../rule.ts";
import { installScripts } from "./install-scripts.ts";
import { installStrict } from "./install-strict.ts";
import { lockfileIntegrity } from "./lockfile-integrity.ts";
import { lockfilePresent } from "./lockfile-present.ts";
import { minReleaseAge } from "./min-release-age.ts";
import { rfc } from "./rfc.ts";

/** In the order of reports and documentation. One line each. */
export const DEPS_RULES: readonly PolicyRule[] = [
  installScripts,
  installStrict,
  lockfileIntegrity,
  lockfilePresent,
  minReleaseAge,
  rfc,
];
