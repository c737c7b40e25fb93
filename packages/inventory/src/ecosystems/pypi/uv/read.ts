import { UsageError } from "@assay/core";
import type { PackageGraph } from "../../../graph.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { assemble } from "../assemble.ts";
import type { Problem } from "../entry.ts";
import { installedFolders } from "../installed.ts";
import { parseToml, type Table } from "../toml.ts";
import { readEntries } from "./entries.ts";
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
  const lock = parseToml(input.path, input.text, HINT);
  checkVersion(input.path, lock);
  const read = readEntries(lock, input.text);
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
      problems: [...read.problems, ...problems, ...found.problems, ...emptyProblem(lock), ...stale],
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
function emptyProblem(lock: Table): readonly Problem[] {
  const isThere = lock["package"] !== undefined || lock["distribution"] !== undefined;
  return isThere || lock["manifest"] !== undefined ? [] : [{ reason: "it has no entries" }];
}
