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

const HINT = "Restore it from git, or remove it and run `uv lock`.";

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
  const isEmptyScript = read.entries.length === 0 && (await asksForNothing(input));
  const stale = input.compareManifests ? await staleProblems(own, input) : [];
  const graph = assemble(input, {
    format: "uv",
    entries: [...found.added, ...read.entries],
    roots: found.roots,
    needs: [...needs, ...found.needs],
    edgeCompleteness: "complete",
    covers: [],
    problems: [
      ...read.problems,
      ...problems,
      ...found.problems,
      ...(isEmptyScript ? [] : emptyProblem(read)),
      ...stale,
    ],
    installed: await installedFolders(input),
  });
  return [isEmptyScript ? { ...graph, saysEmpty: true } : graph];
}

function checkVersion(path: string, lock: Table): void {
  const version = lock["version"];
  if (version === 1) return;
  const stated = JSON.stringify(version)?.slice(0, 50) ?? "no version";
  throw new UsageError(`${path} has version ${stated}; 1 is known`, { hint: HINT });
}

/** Whether the lockfile is of a script whose metadata asks for no packages (https://peps.python.org/pep-0723/). */
async function asksForNothing({ path, readText }: ReaderInput): Promise<boolean> {
  if (!path.endsWith(".py.lock")) return false;
  const script = await readText(path.slice(0, -".lock".length));
  const metadata = /^# \/\/\/ script\r?\n((?:#.*\r?\n)*?)# \/\/\//m.exec(script ?? "")?.[1];
  return metadata !== undefined && !/^# *dependencies *=(?! *\[ *\])/m.test(metadata);
}

/** A project without dependencies has an entry of its own: a lockfile without any was cut off. */
function emptyProblem({ rest, entries }: UvLock): readonly Problem[] {
  const isThere = entries.length > 0 || rest["manifest"] !== undefined;
  return isThere ? [] : [{ reason: "it has no entries" }];
}
