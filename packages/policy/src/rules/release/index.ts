import type { PolicyRule } from "../../rule.ts";
import { releaseProvenance } from "./provenance.ts";
import { releaseSbom } from "./sbom.ts";
import { releaseSigned } from "./signed.ts";
import { trustedPublishing } from "./trusted-publishing.ts";

/** In the order of reports and documentation. One line each. */
export const RELEASE_RULES: readonly PolicyRule[] = [
  releaseProvenance,
  releaseSbom,
  releaseSigned,
  trustedPublishing,
];
