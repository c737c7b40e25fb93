import { UsageError } from "@assay/core";
import { textOf } from "../../../fields.ts";
import type { PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { type Table, tableOf } from "../../../toml.ts";
import { parseTableList } from "../../../toml-list.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { assemble } from "../assemble.ts";
import type { Problem } from "../entry.ts";
import { installedFolders } from "../installed.ts";
import { MANIFESTS } from "../manifests.ts";
import { readPyproject, staleProblem } from "../stale.ts";
import { matchesContentHash } from "./content-hash.ts";
import { pythonMarker } from "./dependency.ts";
import { readEntries } from "./entries.ts";
import { readNeeds, resolver } from "./needs.ts";
import { type PoetryRoot, readRoot } from "./root.ts";

const HINT = "Restore it from git, or remove it and run `poetry lock`.";

/**
 * The graph of a `poetry.lock` of the versions 1.0 to 2.x (https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock).
 * What the project asks for stands in `pyproject.toml` alone: without that nobody knows what is direct.
 *
 * @throws UsageError when it is no TOML, or of a version that is not known
 */
export async function readPoetryLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { rest: lock, taken } = parseTableList(
    input.path,
    input.text,
    "package",
    (listed) => listed,
    HINT,
  );
  const metadata = tableOf(lock["metadata"]);
  checkVersion(input.path, lock, metadata);
  const { entries, problems } = readEntries(lock, taken);
  const resolve = resolver(entries, pythonMarker(textOf(metadata["python-versions"]) ?? "*"));
  const { needs, problems: unmet } = readNeeds(entries, resolve);
  const manifest = fromLockfileFolder(input.path, "pyproject.toml") ?? "pyproject.toml";
  const { table, problems: unread } = await readPyproject(manifest, input);
  const root = table === undefined ? undefined : readRoot(table, resolve, input);
  const stale =
    table === undefined || root === undefined || !input.compareManifests
      ? []
      : staleProblems(manifest, textOf(metadata["content-hash"]), table, root);
  return [
    assemble(input, {
      format: "poetry",
      entries: root === undefined ? entries : [root.entry, ...entries],
      roots: root === undefined ? [] : [root.entry.key],
      needs: root === undefined ? needs : [...root.needs, ...needs],
      edgeCompleteness: "complete",
      covers: MANIFESTS.flatMap((file) => fromLockfileFolder(input.path, file) ?? []),
      problems: [...problems, ...unmet, ...unread, ...stale],
      installed: await installedFolders(input),
    }),
  ];
}

/** Before 1.0 it had no `lock-version`; a later 2.x adds to what is known. */
function checkVersion(path: string, lock: Table, metadata: Table): void {
  const version = metadata["lock-version"];
  if (lock["metadata"] === undefined)
    throw new UsageError(`${path} has no \`metadata\`: it is cut off`, { hint: HINT });
  if (version === undefined || (typeof version === "string" && /^[12]\.\d+$/.test(version))) return;
  const stated = JSON.stringify(version).slice(0, 50);
  throw new UsageError(`${path} has lock-version ${stated}; 1.0 to 2.x are known`, { hint: HINT });
}

function staleProblems(
  manifest: string,
  hash: string | undefined,
  pyproject: Table,
  { missing }: PoetryRoot,
): readonly Problem[] {
  const isMade = hash === undefined ? undefined : matchesContentHash(hash, pyproject);
  const named = staleProblem(
    manifest,
    missing.map((each) => `${each} is not locked`),
  );
  if (named !== undefined) return [named];
  if (isMade !== false) return [];
  const reason = `it was not made from ${manifest} as it is now: the \`content-hash\` is another one`;
  return [{ kind: "stale", reason }];
}
