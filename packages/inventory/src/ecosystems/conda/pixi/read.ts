import { UsageError } from "@assay/core";
import { assembleGraph } from "../../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../../assemble/parts.ts";
import { projectNode } from "../../../assemble/project-node.ts";
import { manifestText, staleProblems, unknownFit } from "../../../assemble/stale.ts";
import type { PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { isYamlMap, mapAt, textAt, type YamlMap } from "../../../yaml/value.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { readCondaLockEntries } from "../conda-lock/read.ts";
import { lockDocument } from "../document.ts";
import type { CondaContext, CondaNeed, OwnNeeds } from "../package.ts";
import { resolve } from "../resolve.ts";
import { contextsOf } from "./contexts.ts";
import { mapsAt, type PixiEntry, pixiEntry } from "./entries.ts";
import { needsOn, type PixiManifest, readPixiManifest } from "./manifest.ts";

const NEWEST = 7;

/**
 * The graph of a `pixi.lock` of the versions 1 to 7 (https://github.com/conda/rattler/tree/main/crates/rattler_lock). What the project
 * itself asks for stands in `pixi.toml` or `pyproject.toml` alone.
 *
 * @throws UsageError when it is no YAML, has no packages, or is of another version
 */
export async function readPixiLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { map, version, duplicates } = lockDocument(input, NEWEST, "pixi lock");
  if (version < 4) return readCondaLockEntries(input, map, duplicates, "pixi");
  const environments = mapAt(map, "environments");
  if (environments === undefined || !map.entries.has("packages"))
    throw new UsageError(`${input.path} has no environments, or no packages`);
  const problems: LockProblem[] = [...duplicates];
  const packages: PixiEntry[] = [];
  for (const [index, each] of mapsAt(map, "packages").entries()) {
    const entry = pixiEntry(input, each);
    if (typeof entry === "string")
      problems.push({ item: `packages[${index}]`, line: each.line, reason: entry });
    else {
      packages.push(entry);
      for (const problem of entry.entry.problems) problems.push(problem);
    }
  }
  const placed = contextsOf(environments, packages);
  const subdirs = new Map(
    mapsAt(map, "platforms").flatMap((each) => {
      const name = textAt(each, "name");
      return name === undefined ? [] : [[name, textAt(each, "subdir") ?? name]];
    }),
  );
  const found = await manifestOf(input);
  const { manifest } = found;
  const own =
    manifest === undefined || manifest.takesOver
      ? undefined
      : ownNeeds(input, manifest, placed.contexts, subdirs);
  const { nodes, edges, missing, ...resolved } = resolve(placed.contexts, own);
  const stale =
    manifest !== undefined && input.compareManifests
      ? staleProblems(found.path, [
          ...missingNeeds(missing, placed.contexts),
          ...environmentChanges(manifest, environments, subdirs),
        ])
      : [];
  return [
    assembleGraph({
      path: input.path,
      format: "pixi",
      ecosystem: "conda",
      roots: own === undefined ? [] : [own.root],
      nodes: own === undefined ? nodes : [own.root, ...nodes],
      edges,
      edgeCompleteness: "complete",
      problems: [
        ...problems,
        ...placed.problems,
        ...resolved.problems,
        ...found.problems,
        ...stale,
      ],
      covers: [found.path, ...packageManifests(nodes)],
    }),
  ];
}

/** What is built from source has its needs in the lockfile, whatever its manifest is. */
function packageManifests(nodes: readonly LockNode[]): readonly string[] {
  return nodes
    .filter(({ firstParty }) => firstParty)
    .flatMap(({ installPath = "" }) =>
      ["pixi.toml", "pyproject.toml", "setup.py", "setup.cfg"].map((file) =>
        installPath === "" ? file : `${installPath}/${file}`,
      ),
    );
}

async function manifestOf(input: ReaderInput): Promise<{
  readonly path: string;
  readonly manifest?: PixiManifest | undefined;
  readonly problems: readonly LockProblem[];
}> {
  for (const name of ["pixi.toml", "pyproject.toml"]) {
    const path = fromLockfileFolder(input.path, name) ?? name;
    const { text, problems } = await manifestText(path, input);
    if (problems.length > 0) return { path, problems };
    if (text === undefined) continue;
    try {
      const manifest = readPixiManifest(path, text);
      if (manifest !== undefined) return { path, manifest, problems };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return { path, problems: [unknownFit(path, error.message)] };
    }
  }
  const path = fromLockfileFolder(input.path, "pixi.toml") ?? "pixi.toml";
  const reason = `what the project itself asks for is not known: there is no ${path}`;
  return { path, problems: [{ reason }] };
}

function ownNeeds(
  input: ReaderInput,
  { name, version, environments }: PixiManifest,
  contexts: readonly CondaContext[],
  subdirs: ReadonlyMap<string, string>,
): OwnNeeds {
  const root = projectNode(input, { name, version, line: 1 });
  const lists = new Map<string, readonly CondaNeed[]>();
  return {
    root,
    needsIn(number) {
      const { environment = "", platform = "" } = contexts[number] ?? {};
      const key = `${environment}\0${platform}`;
      let needs = lists.get(key);
      if (needs === undefined) {
        needs = needsOn(
          environments.get(environment) ?? [],
          platform,
          subdirs.get(platform) ?? platform,
        );
        lists.set(key, needs);
      }
      return needs;
    },
  };
}

function missingNeeds(
  missing: ReadonlyMap<string, readonly number[]>,
  contexts: readonly CondaContext[],
): readonly string[] {
  return [...missing].map(([name, numbers]) => {
    const { environment = "", platform = "" } = contexts[numbers[0] ?? 0] ?? {};
    return `${name} is not locked for ${environment} on ${platform}`;
  });
}

function environmentChanges(
  manifest: PixiManifest,
  locked: YamlMap,
  subdirs: ReadonlyMap<string, string>,
): readonly string[] {
  const { environments, platforms } = manifest;
  const lockedPlatforms = new Set<string>();
  for (const value of locked.entries.values())
    for (const each of mapAt(isYamlMap(value) ? value : undefined, "packages")?.entries.keys() ??
      [])
      lockedPlatforms.add(subdirs.get(each) ?? each);
  return [
    ...[...environments.keys()]
      .filter((name) => !locked.entries.has(name))
      .map((name) => `the environment ${name} is not locked`),
    ...[...locked.entries.keys()]
      .filter((name) => !environments.has(name))
      .map((name) => `nothing asks for the environment ${name}`),
    ...platforms
      .filter((name) => lockedPlatforms.size > 0 && !lockedPlatforms.has(name))
      .map((name) => `nothing is locked for ${name}`),
  ];
}
