import type { Finding } from "../findings/finding.ts";
import type { Coverage } from "./coverage.ts";
import type { ResultTable } from "./table.ts";

/** A document that a run made: the hosts decide whether and where it is written. */
export interface Artifact {
  /** A file name or relative path, such as `sbom.cdx.json`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Relative to the root: write it there and not into the report folder (a bundle lies beside the file it signs). */
  readonly destination?: string;
}

export interface CheckResult {
  /** `sbom`, `licenses`, `secrets`, `sign`, `verify`, … */
  readonly check: string;
  /** Of a result that is not the command's own, such as a material that several checks share; else the command's label. */
  readonly title?: string;
  readonly findings: readonly Finding[];
  readonly artifacts: readonly Artifact[];
  readonly coverage: Coverage;
  /** Things a person should know that are no findings: a degraded mode, a fallback. */
  readonly notices?: readonly string[];
  readonly tables?: readonly ResultTable[];
  /** Its findings point at secrets: no line of source is quoted but what the check itself gives as excerpt. */
  readonly sensitive?: boolean;
}
