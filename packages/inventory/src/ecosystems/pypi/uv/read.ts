import { UsageError } from "@assay/core";
import type { PackageGraph } from "../../../graph.ts";
import type { Table } from "../../../toml.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { assemble } from "../assemble.ts";
import type { Problem } from "../entry.ts";
import { installedFolders } from "../installed.ts";
import { readEntries, type UvLock } from "./entries.ts";
import { readNeeds } from "./needs.ts";
import { readRoots } from "./roots.ts";
import { staleProblems } from "./stale.ts";

const HINT = "Write it again with `uv lock`.";

/**
 * The graph of a `uv.lock`, or of the `.py.lock` beside a script (https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile).
 * Revisions of version 1 only add to it.
 *
 * @throws UsageError when it is no TOML, or of a version that is not known
 */
export async function readUvLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const read = readEntries(input.path, input.text, HINT);
  const lock = read.rest;
  checkVersion(input.path, lock);
  const { needs, problems } = readNeeds(read.entries);
  const found = readRoots(lock, read.entries, input);
  const own = read.entries.filter(({ source }) => source.isOwn === true);
  const stale = input.compareManifests ? await staleProblems(own, input) : [];
  return [
    assemble(input, {
      format: "uv",
      entries: [...found.added, ...read.entries],
      roots: found.roots,
      needs: [...needs, ...found.needs],
      edgeCompleteness: "complete",
      covers: [],
      problems: [...read.problems, ...problems, ...found.problems, ...emptyProblem(read), ...stale],
      installed: await installedFolders(input),
    }),
  ];
}

function checkVersion(path: string, lock: Table): void {
  const version = lock["version"];
  if (version === 1) return;
  const told = JSON.stringify(version)?.slice(0, 50) ?? "no version";
  throw new UsageError(`${path} has version ${told}; 1 is known`, { hint: HINT });
}

/** A project without dependencies has an entry of its own: a lockfile without any was cut off. */
function emptyProblem({ rest, entries }: UvLock): readonly Problem[] {
  const isThere = entries.length > 0 || rest["manifest"] !== undefined;
  return isThere ? [] : [{ reason: "it has no entries" }];
}
