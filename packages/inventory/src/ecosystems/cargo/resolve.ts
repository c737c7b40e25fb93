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
  const named = namedEntries(entries);
  const problems: CargoProblem[] = [];
  const find = (from: CargoEntry, text: string): CargoEntry | undefined => {
    const { first, count, local, locals } = named.get(withoutRevision(text)) ?? NOBODY;
    if (count === 1) return first;
    if (locals === 1) return local;
    const reason =
      count === 0
        ? `its dependency ${shown(text)} is not in the lockfile`
        : `its dependency ${shown(text)} may be each of ${count} entries`;
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

/** The entries that one text may mean. */
interface Named {
  readonly first?: CargoEntry | undefined;
  readonly count: number;
  /** The one without a source, and how many there are. */
  readonly local?: CargoEntry | undefined;
  readonly locals: number;
}

const NOBODY: Named = { count: 0, locals: 0 };

/** By every text that a dependency may have: `name`, `name version`, `name version (source)`. */
function namedEntries(entries: readonly CargoEntry[]): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  for (const entry of entries) {
    const { name, version, sourceText } = entry;
    const isLocal = sourceText === undefined;
    const texts = [name, `${name} ${version}`];
    if (!isLocal) texts.push(`${name} ${version} (${sourceText})`);
    for (const text of texts) {
      const { first = entry, count, local, locals } = named.get(text) ?? NOBODY;
      named.set(text, {
        first,
        count: count + 1,
        local: isLocal ? entry : local,
        locals: locals + Number(isLocal),
      });
    }
  }
  return named;
}

/** Version 1 names the commit of a git source too. */
function withoutRevision(dependency: string): string {
  return dependency.endsWith(")") && dependency.includes("#")
    ? `${withoutCommit(dependency)})`
    : dependency;
}

/** Without what may be secret: a source's URL can hold a password. */
function shown(dependency: string): string {
  return JSON.stringify(dependency.replace(/ \(.*/s, "").slice(0, 100)).slice(1, -1);
}
