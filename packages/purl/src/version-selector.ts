import { matchesWildcard, UsageError } from "@assay/core";
import { RANGE_TYPES, type RangeTest, readRange } from "@assay/versions";
import { normalizePurl } from "./types.ts";

const HAS_OPERATOR = /^[\^~<>=!([]|[<>=|\s,]/;
/** `1`, `1.2`, `1.x`: a range where the ecosystem's versions are always longer, a version elsewhere. */
const LONG_VERSIONS = ["npm", "cargo", "golang", "julia", "pub", "swift"];
const MAY_BE_RANGE = /^\d+(?:\.\d+)?$|^\d[\d.]*\.[xX]/;

/** Whether a version is meant; `type` is the purl type of the package that has it. */
export type VersionTest = (version: string | undefined, type: string | undefined) => boolean;

/**
 * A test for versions: an exact one, one with `*` for any characters, or a range of the package's ecosystem. An exact version
 * is that version alone, and a package without a version is never meant.
 *
 * @param type the purl type where the pattern names one
 * @throws UsageError when the text has a range's operators and is no range that is understood; `key` says where it stands
 */
export function versionSelector(text: string, type: string | undefined, key: string): VersionTest {
  if (HAS_OPERATOR.test(text)) {
    const ranges = readRanges(text, type);
    if (ranges.size === 0) throw unreadable(text, type, key);
    return (version, of) => version !== undefined && (ranges.get(of ?? "")?.(version) ?? false);
  }
  const isText: VersionTest = (version, of) =>
    version !== undefined && matchesWildcard(asWritten(text, of), asWritten(version, of));
  if (!MAY_BE_RANGE.test(text)) return isText;
  const ranges = readRanges(text, type, LONG_VERSIONS);
  return (version, of) =>
    isText(version, of) || (version !== undefined && (ranges.get(of ?? "")?.(version) ?? false));
}

function readRanges(
  text: string,
  type: string | undefined,
  known = RANGE_TYPES,
): ReadonlyMap<string, RangeTest> {
  const types = known.filter((each) => type === undefined || each === type);
  const read = types.map((name) => [name, readRange(name, text)] as const);
  return new Map(read.flatMap(([name, test]) => (test === undefined ? [] : [[name, test]])));
}

/** As the type writes versions: some are not told apart by case. */
function asWritten(version: string, type: string | undefined): string {
  return type === undefined ? version : (normalizePurl({ type, name: "-", version }).version ?? "");
}

function unreadable(text: string, type: string | undefined, key: string): UsageError {
  const known = RANGE_TYPES.join(", ");
  const why =
    type === undefined || RANGE_TYPES.includes(type)
      ? "can't be read"
      : `is of the type ${type}, and only ranges of ${known} are read`;
  return new UsageError(`${key} has the range "${text.slice(0, 80)}", which ${why}`, {
    hint: "Write an exact version, `*`, for npm, golang, pub or swift a range such as `^1.2`, `~1.2.3`, `1.x` or `>=1 <3`, for cargo one such as `^1.2` or `>=1, <3`, for pypi one such as `>=1.2,<2` or `~=1.4`, or for gem, composer, hex, maven or nuget one as its manifests have it.",
  });
}
