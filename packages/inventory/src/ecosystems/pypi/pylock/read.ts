import { UsageError } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import type { PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { Table } from "../../../toml.ts";
import { parseTableList } from "../../../toml-list.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { assemble } from "../assemble.ts";
import type { Need, Problem } from "../entry.ts";
import { installedFolders } from "../installed.ts";
import { MANIFESTS } from "../manifests.ts";
import { groupByName, normalizeName } from "../names.ts";
import { dependenciesOf, isMeant, type PylockEntry, readEntries } from "./entries.ts";

const HINT = "Write it again with the tool that made it (`created-by` names it).";

/**
 * The graph of a `pylock.toml` (https://packaging.python.org/en/latest/specifications/pylock-toml/). It names no project, so nothing is
 * known to be direct; who needs whom is known where every entry says so, which today's tools do not write.
 *
 * @throws UsageError when it is no TOML, or of a version that is not known
 */
export async function readPylock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { rest: lock, taken } = parseTableList(
    input.path,
    input.text,
    "packages",
    (listed) => listed,
    HINT,
  );
  checkVersion(input.path, lock);
  const { entries, problems } = readEntries(taken, new Set(textsOf(lock["default-groups"])));
  const { needs, problems: unmet } = readNeeds(entries);
  const isComplete = entries.every((entry) => dependenciesOf(entry) !== undefined);
  return [
    assemble(input, {
      format: "pylock",
      entries,
      roots: [],
      needs,
      edgeCompleteness: isComplete && entries.length > 0 ? "complete" : "unknown",
      covers: covered(input.path),
      problems: [...problems, ...unmet, ...missingList(lock, taken.length)],
      installed: await installedFolders(input),
    }),
  ];
}

function checkVersion(path: string, lock: Table): void {
  const version = lock["lock-version"];
  if (typeof version === "string" && /^1(?:\.\d+)*$/.test(version)) return;
  const stated = JSON.stringify(version)?.slice(0, 50) ?? "none";
  throw new UsageError(`${path} has the lock-version ${stated}; 1.x is known`, { hint: HINT });
}

/** The list is mandatory, and empty where there are no packages. */
function missingList({ packages }: Table, count: number): readonly Problem[] {
  const isThere = count > 0 || Array.isArray(packages);
  return isThere ? [] : [{ reason: "it has no list of packages" }];
}

/** `pylock.toml` is the project's; what one with a name in between holds, only people know. */
function covered(path: string): readonly string[] {
  if (!/(?:^|\/)pylock\.toml$/.test(path)) return [];
  return MANIFESTS.flatMap((file) => fromLockfileFolder(path, file) ?? []);
}

function readNeeds(entries: readonly PylockEntry[]): {
  readonly needs: readonly Need[];
  readonly problems: readonly Problem[];
} {
  const needs: Need[] = [];
  const problems: Problem[] = [];
  const byName = groupByName(entries);
  for (const entry of entries) {
    for (const reference of dependenciesOf(entry) ?? []) {
      const name = normalizeName(textOf(reference?.["name"]) ?? "");
      const found =
        reference === undefined
          ? []
          : (byName.get(name) ?? []).filter((each) => isMeant(each, reference));
      const [only] = found;
      if (only !== undefined && found.length === 1)
        needs.push({ from: entry.key, to: only.key, extras: [] });
      else {
        const why =
          found.length === 0 ? "is not in the lockfile" : "could be one of several entries";
        const reason = `its dependency ${name.slice(0, 100)} ${why}`;
        problems.push({ key: entry.key, line: entry.line, reason });
      }
    }
  }
  return { needs, problems };
}
