import { cargoRange } from "./cargo-range.ts";
import type { RangeTest } from "./clauses.ts";
import {
  composerRange,
  gemRange,
  hexRange,
  mavenRange,
  nugetRange,
  pubRange,
  swiftRange,
} from "./ecosystem-ranges.ts";
import { golangRange } from "./golang-range.ts";
import { pep440Range } from "./pep440-range.ts";
import { semverRange } from "./semver-range.ts";

/** By purl type: whose ranges are understood. An ecosystem that is not here knows exact versions only. */
const READERS: ReadonlyMap<string, (text: string) => RangeTest | undefined> = new Map([
  ["npm", semverRange],
  ["pypi", (text) => pep440Range(text)],
  ["cargo", cargoRange],
  ["golang", golangRange],
  ["julia", semverRange],
  ["pub", pubRange],
  ["swift", swiftRange],
  ["gem", gemRange],
  ["composer", composerRange],
  ["nuget", nugetRange],
  ["maven", mavenRange],
  ["hex", hexRange],
]);

/** The purl types whose ranges are read. */
export const RANGE_TYPES: readonly string[] = [...READERS.keys()];

/**
 * A test for versions in a manifest's requirement, as the ecosystem of a purl type writes it; `undefined` where the text is none
 * or the ecosystem's are not read. A pre-release is in a range only where the range names one.
 */
export function readRange(type: string, text: string): RangeTest | undefined {
  return READERS.get(type)?.(text);
}
