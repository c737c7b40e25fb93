import type { CargoEntry, CargoProblem } from "./lockfile.ts";
import { withoutCommit } from "./source.ts";

/** One package needs another. */
export interface Need {
  readonly from: CargoEntry;
  readonly to: CargoEntry;
}

export interface Resolution {
  readonly needs: readonly Need[];
  /** Keys of entries that another stands in for. */
  readonly replaced: ReadonlySet<string>;
  readonly problems: readonly CargoProblem[];
}

/**
 * What each dependency of a lockfile means, by Cargo's own rule: version and source stand only where the name alone is not enough, and
 * where several fit, the one without a source is meant.
 */
export function resolveDependencies(entries: readonly CargoEntry[]): Resolution {
  const byName = new Map<string, CargoEntry[]>();
  for (const entry of entries) {
    const known = byName.get(entry.name);
    if (known === undefined) byName.set(entry.name, [entry]);
    else known.push(entry);
  }
  const problems: CargoProblem[] = [];
  const find = (from: CargoEntry, text: string): CargoEntry | undefined => {
    const found = candidates(byName, text);
    if (found.length === 1) return found[0];
    const reason =
      found.length === 0
        ? `its dependency ${shown(text)} is not in the lockfile`
        : `its dependency ${shown(text)} may be each of ${found.length} entries`;
    problems.push({ key: from.key, line: from.line, reason });
    return undefined;
  };
  const standIns = new Map<string, CargoEntry>();
  for (const entry of entries) {
    const other = entry.replace === undefined ? undefined : find(entry, entry.replace);
    if (other !== undefined && other !== entry) standIns.set(entry.key, other);
  }
  const needs: Need[] = [];
  for (const from of entries) {
    if (standIns.has(from.key)) continue;
    for (const text of from.dependencies) {
      const found = find(from, text);
      const to = found === undefined ? undefined : (standIns.get(found.key) ?? found);
      // One that stands in for a stand-in is nothing that Cargo writes.
      if (to !== undefined && !standIns.has(to.key) && to !== from) needs.push({ from, to });
    }
  }
  return { needs, replaced: new Set(standIns.keys()), problems };
}

function candidates(
  byName: ReadonlyMap<string, readonly CargoEntry[]>,
  text: string,
): readonly CargoEntry[] {
  const [, name = "", version, source] = /^(\S+)(?: (\S+)(?: \((.*)\))?)?$/s.exec(text) ?? [];
  const named = byName.get(name) ?? [];
  if (version === undefined && named.length === 1) return named;
  const wanted = source === undefined ? undefined : withoutCommit(source);
  const found = named.filter(
    (each) =>
      (version === undefined || each.version === version) &&
      (wanted === undefined || each.sourceText === wanted),
  );
  const local = found.filter(({ sourceText }) => sourceText === undefined);
  return found.length > 1 && local.length === 1 ? local : found;
}

/** Without what may be secret: a source's URL can hold a password. */
function shown(dependency: string): string {
  return JSON.stringify(dependency.replace(/ \(.*/s, "").slice(0, 100)).slice(1, -1);
}
