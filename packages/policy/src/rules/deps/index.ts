import type { PolicyRule } from "../../rule.ts";
import { installScripts } from "./install-scripts.ts";
import { lockfileIntegrity } from "./lockfile-integrity.ts";
import { lockfilePresent } from "./lockfile-present.ts";

export const DEPS_RULES: readonly PolicyRule[] = [
  lockfilePresent,
  lockfileIntegrity,
  installScripts,
];
