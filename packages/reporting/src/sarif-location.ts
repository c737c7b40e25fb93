import type { Location } from "@assay/core";

/**
 * GitHub refuses a result without a place. A finding about a package, a run or the repository as a whole has none, so it is
 * shown at the config file of Assay: there stands the policy that made it a finding, and there an exception would be
 * written. The file need not exist; GitHub then shows the alert without a piece of source.
 */
export const FALLBACK_PATH = ".github/assay.yml";

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: "%SRCROOT%" };
    readonly region: SarifRegion;
  };
}

/** A location with everything that GitHub asks for (SARIF 2.1.0, 3.28 to 3.30): all four numbers, each at least 1. */
export function sarifLocation(location: Location | undefined): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: sarifUri(location?.path ?? ""), uriBaseId: "%SRCROOT%" },
      region: sarifRegion(location),
    },
  };
}

/** A percent-encoded reference relative to the repository root. `..` and empty segments are dropped: nothing leads out. */
export function sarifUri(path: string): string {
  const segments = path
    .toWellFormed()
    .split("/")
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..");
  return segments.length === 0 ? FALLBACK_PATH : segments.map(encodeURIComponent).join("/");
}

function sarifRegion(location: Location | undefined): SarifRegion {
  const startLine = atLeast(1, location?.startLine);
  const startColumn = atLeast(1, location?.startColumn);
  const endLine = atLeast(startLine, location?.endLine);
  // The end column is exclusive: on the same line it lies behind the start.
  const endColumn = atLeast(endLine === startLine ? startColumn + 1 : 1, location?.endColumn);
  return { startLine, startColumn, endLine, endColumn };
}

function atLeast(minimum: number, value: number | undefined): number {
  return value !== undefined && Number.isSafeInteger(value) ? Math.max(minimum, value) : minimum;
}
