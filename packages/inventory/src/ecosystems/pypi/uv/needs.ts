import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import { type Table, tableOf } from "../../../toml.ts";
import type { Need, Problem } from "../entry.ts";
import { groupByName, normalizeName } from "../names.ts";
import { canonical, type UvEntry } from "./entries.ts";
import { choiceOf, readableMarker } from "./markers.ts";

/** What the package, one of its extras or one of its groups asks for. */
interface Asker {
  readonly extra?: string;
  readonly group?: string;
}

/** Everything that entries ask for, and what they ask for in vain. */
export function readNeeds(entries: readonly UvEntry[]): {
  readonly needs: readonly Need[];
  readonly problems: readonly Problem[];
} {
  const resolve = resolver(entries);
  const needs: Need[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const ranges = requiredRanges(entry.table);
    for (const [asker, references] of lists(entry.table)) {
      if (!Array.isArray(references)) {
        problems.push({ key: entry.key, line: entry.line, reason: "what it asks for is no list" });
        continue;
      }
      for (const reference of references) {
        const to = isRecord(reference) ? resolve(reference) : "one of its dependencies is no table";
        if (typeof to === "string") {
          problems.push({ key: entry.key, line: entry.line, reason: to });
          continue;
        }
        needs.push(toNeed(entry.key, to, reference, asker, ranges));
      }
    }
  }
  return { needs, problems };
}

function toNeed(
  from: string,
  to: UvEntry,
  reference: Table,
  asker: Asker,
  ranges: ReadonlyMap<string, string>,
): Need {
  const marker = textOf(reference["marker"]);
  const condition = readableMarker(marker);
  const chosenBy = choiceOf(marker);
  const requirement = ranges.get(to.name);
  return {
    from,
    to: to.key,
    ...asker,
    ...(chosenBy === undefined ? {} : { chosenBy }),
    extras: textsOf(reference["extra"]).map(normalizeName),
    ...(requirement === undefined ? {} : { requirement }),
    ...(condition === undefined ? {} : { condition }),
  };
}

function lists(table: Table): readonly (readonly [Asker, unknown])[] {
  const groups = table["dev-dependencies"] ?? table["dependency-groups"];
  return [
    [{}, table["dependencies"] ?? []],
    ...Object.entries(tableOf(table["optional-dependencies"])).map(
      ([extra, list]) => [{ extra: normalizeName(extra) }, list] as const,
    ),
    ...Object.entries(tableOf(groups)).map(([group, list]) => [{ group }, list] as const),
  ];
}

/** Finds the entry that a reference means: by name, and by version and source where these stand, as they do where a name alone won't do. */
export function resolver(entries: readonly UvEntry[]): (reference: Table) => UvEntry | string {
  const byName = groupByName(entries);
  return (reference) => {
    const name = normalizeName(textOf(reference["name"]) ?? "");
    const version = textOf(reference["version"]);
    const source = reference["source"] === undefined ? undefined : canonical(reference["source"]);
    const found = (byName.get(name) ?? []).filter(
      (entry) =>
        (version === undefined || entry.version === version) &&
        (source === undefined || entry.sourceText === source),
    );
    const [only, ...others] = found;
    const shown = `${name.slice(0, 100)}${version === undefined ? "" : ` ${version.slice(0, 100)}`}`;
    if (only === undefined) return `its dependency ${shown} is not in the lockfile`;
    return others.length === 0 ? only : `its dependency ${shown} could be one of several entries`;
  };
}

/** What first-party packages ask for, as their manifest wrote it: a name that is asked for in one way only. */
function requiredRanges(table: Table): ReadonlyMap<string, string> {
  const metadata = tableOf(table["metadata"]);
  const groups = Object.values(tableOf(metadata["requires-dev"]));
  const ranges = new Map<string, string>();
  const several = new Set<string>();
  for (const each of [metadata["requires-dist"], ...groups].flat()) {
    if (!isRecord(each)) continue;
    const name = normalizeName(textOf(each["name"]) ?? "");
    const specifier = textOf(each["specifier"]) ?? "";
    if (ranges.has(name) && ranges.get(name) !== specifier) several.add(name);
    ranges.set(name, specifier);
  }
  for (const name of several) ranges.delete(name);
  return ranges;
}
