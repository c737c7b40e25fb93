import { isRecord, UsageError } from "@assay/core";
import type { Component, Edge, PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { scopesFrom } from "../../../reachability.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { lockfileSettings } from "../lockfile-settings.ts";
import { npmComponents } from "./components.ts";
import { type NpmEdge, npmEdges } from "./edges.ts";
import type { NpmEntry, NpmLockfile } from "./entry.ts";
import { npmGaps } from "./gaps.ts";
import { integrityProblems } from "./integrity.ts";
import { type NpmManifest, readManifests } from "./manifests.ts";
import { ownKeys } from "./own.ts";
import { installName, isInstalledKey } from "./resolution.ts";
import { isOfProject, staleProblems } from "./stale.ts";
import { readPackages } from "./version-3.ts";

/**
 * The graph of a `package-lock.json` or `npm-shrinkwrap.json` (https://docs.npmjs.com/cli/configuring-npm/package-lock-json).
 *
 * @throws UsageError when it is no JSON, or of a version that is not known.
 */
export async function readPackageLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const lockfile = await readLockfile(input);
  const { manifests, problems: unread } = await manifestsOf(input, lockfile);
  // The manifest decides which folders are the project's own: a lockfile is easier to change unseen.
  const { workspaces } = (manifests.get("")?.entry ?? lockfile.entries.get("")) as NpmEntry;
  const own = ownKeys(lockfile, workspaces);
  const { edges: found, unmet } = npmEdges(lockfile, workspaces);
  const ids = new Map(
    [...lockfile.entries.keys()].map((key) => [key, `${input.path}#${key}`] as const),
  );
  const idOf = (key: string) => ids.get(key) ?? `${input.path}#${key}`;
  const edges = sortedEdges(found.map((edge) => toEdge(edge, idOf)));
  const scopes = scopesFrom([idOf("")], edges);
  const parts = { input, lockfile, own, edges: found, scopes, idOf };
  const { components, problems: odd } = npmComponents(parts);
  const problems = [
    ...lockfile.problems,
    ...unread,
    ...staleProblems(lockfile, manifests, unmet),
    ...integrityProblems(lockfile, own),
    ...(await lockfileSettings(input, "npm")).map((each) => ({ key: "", ...each })),
    ...odd,
  ];
  return [
    {
      path: input.path,
      format: "package-lock",
      ecosystem: "npm",
      roots: [idOf("")],
      components: [...components].sort(byId),
      edges,
      edgeCompleteness: "complete",
      covers: coveredManifests(input.path, lockfile),
      gaps: npmGaps(
        input.path,
        problems,
        // What the manifest of version 1 asks for in vain is told as a stale lockfile.
        lockfile.nested && manifests.has("") ? unmet.filter((each) => !isOfProject(each)) : unmet,
        idOf,
      ),
    },
  ];
}

function toEdge({ from, to, kind, name, range }: NpmEdge, idOf: (key: string) => string): Edge {
  const real = to.name ?? installName(to.key);
  return {
    from: idOf(from.key),
    to: idOf(to.key),
    kind,
    ...(range === "" ? {} : { requirement: range }),
    ...(real === undefined || real === name ? {} : { alias: name }),
  };
}

/** Not where a whole history is compared: each file costs a process there, and only the newest lockfile can be mended. */
async function manifestsOf(input: ReaderInput, lockfile: NpmLockfile) {
  return input.compareManifests
    ? readManifests(input, lockfile)
    : { manifests: new Map<string, NpmManifest>(), problems: [] };
}

/** The project's own manifest, and those of the folders that the lockfile links to. */
function coveredManifests(path: string, { entries }: NpmLockfile): readonly string[] {
  const folders = [...entries.keys()].filter((key) => !isInstalledKey(key));
  const manifests = folders.map((key) => fromLockfileFolder(path, `${key}/package.json`));
  return manifests.filter((each) => each !== undefined).sort();
}

async function readLockfile(input: ReaderInput): Promise<NpmLockfile> {
  const json = parseJson(input);
  const version = json["lockfileVersion"] ?? 1;
  // Where there are both, npm 7 and later read `packages`, whatever the version says.
  const isNested = (version === 1 || version === 2) && !json["packages"];
  if (isNested) {
    const { readNestedDependencies } = await import("./version-1.ts");
    return readNestedDependencies(json, input);
  }
  if (version === 1 || version === 2 || version === 3) return readPackages(json, input.text);
  throw new UsageError(
    `${input.path} has lockfileVersion ${JSON.stringify(version).slice(0, 50)}; 1, 2 and 3 are known`,
    { hint: "Write it again with `npm install --package-lock-only --lockfile-version 3`." },
  );
}

function parseJson({ path, text }: ReaderInput): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON`, {
      hint: "Write it again with `npm install --package-lock-only`.",
    });
  }
  if (!isRecord(json)) throw new UsageError(`${path} is no JSON object`);
  return json;
}

function byId(a: Component, b: Component): number {
  return a.id < b.id ? -1 : 1;
}
