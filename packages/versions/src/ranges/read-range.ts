import { cargoRange } from "./cargo-range.ts";
import { golangRange } from "./golang-range.ts";
import { pep440Range } from "./pep440-range.ts";
import { semverRange } from "./semver-range.ts";

/** Whether a version is in a range. */
export type RangeTest = (version: string) => boolean;

/** By purl type: whose ranges are understood. An ecosystem that is not here knows exact versions only. */
const READERS: ReadonlyMap<string, (text: string) => RangeTest | undefined> = new Map([
  ["npm", semverRange],
  ["pypi", (text) => pep440Range(text)],
  ["cargo", cargoRange],
  ["golang", golangRange],
  ["julia", semverRange],
  ["pub", semverRange],
  ["swift", semverRange],
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
