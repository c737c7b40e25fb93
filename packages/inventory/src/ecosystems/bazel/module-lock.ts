import { groupBy, isRecord, UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { manifestText, staleProblems } from "../../assemble/stale.ts";
import { textOf } from "../../fields.ts";
import type { PackageGraph } from "../../graph.ts";
import { type Json, keyLines, parseObject } from "../../json-object.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type ModuleFile, readModuleFile } from "./module-file.ts";
import { moduleGraph } from "./module-graph.ts";
import { CENTRAL, overriddenModule, registryModule } from "./source.ts";

const HINT = "Write it again with `bazel mod deps --lockfile_mode=update`.";

/** What both kinds of the file tell. */
export interface LockedModules {
  /** Without the root. */
  readonly nodes: readonly LockNode[];
  /** But for those of the root where `isWhole` is not set. */
  readonly edges: readonly LockEdge[];
  readonly problems: readonly LockProblem[];
  /** Whether the file itself says who needs what. */
  readonly isWhole: boolean;
  /** `name@version` of everything that was looked at. */
  readonly considered: ReadonlySet<string>;
}

/**
 * The modules of a `MODULE.bazel.lock`: https://bazel.build/external/lockfile. Since version 11 of the file (Bazel 7.2) it lists what was
 * fetched from registries, and the modules that are used are those whose `source.json` was; before, it has the graph.
 *
 * @throws UsageError when it is no JSON object, or has neither
 */
export async function readModuleLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path, text, paths, compareManifests } = input;
  const json = parseObject(path, text, HINT);
  const manifest = fromLockfileFolder(path, "MODULE.bazel");
  const isThere = manifest !== undefined && paths.includes(manifest);
  const found = isThere ? await manifestText(manifest, input) : { problems: [] };
  const file = found.text === undefined ? undefined : readModuleFile(found.text);
  const root = rootOf(input, file);
  const lock = lockedModules(path, text, json, root, file);
  const nodes = withOverrides(input, lock, file);
  const direct = lock.isWhole ? { edges: [], isKnown: true } : directEdges(root, file, nodes);
  const stale =
    file === undefined || manifest === undefined || !compareManifests
      ? []
      : staleProblems(manifest, differences(file, lock));
  return [
    assembleGraph({
      path,
      format: "bazel-module",
      ecosystem: "bazel",
      roots: [root],
      nodes: [root, ...nodes],
      edges: [...lock.edges, ...direct.edges],
      edgeCompleteness: lock.isWhole ? "complete" : direct.isKnown ? "direct" : "unknown",
      problems: [...lock.problems, ...found.problems, ...stale],
      covers: ["MODULE.bazel", "WORKSPACE", "WORKSPACE.bazel"]
        .map((name) => fromLockfileFolder(path, name))
        .filter((each) => each !== undefined),
      integrityAdvice: "Give each `archive_override` an `integrity`.",
    }),
  ];
}

function lockedModules(
  path: string,
  text: string,
  json: Json,
  root: LockNode,
  file: ModuleFile | undefined,
): LockedModules {
  const { registryFileHashes: files, moduleDepGraph: graph, lockFileVersion } = json;
  const lines = keyLines(text, 2);
  const twice = lines.twice
    .filter(({ path: [first] }) => first === "registryFileHashes" || first === "moduleDepGraph")
    .map(({ path: keys, line }) => ({
      item: keys.at(-1) ?? "",
      line,
      reason: "its key stands there twice",
    }));
  if (typeof lockFileVersion === "number" && isRecord(files)) {
    const found = registryModules(
      files,
      (key) => lines.line("registryFileHashes", key),
      json["selectedYankedVersions"],
    );
    return { ...found, problems: [...found.problems, ...twice] };
  }
  if (typeof lockFileVersion === "number" && isRecord(graph)) {
    const found = moduleGraph(
      graph,
      (key) => lines.line("moduleDepGraph", key),
      root,
      file,
      registryOf(json),
    );
    return { ...found, problems: [...found.problems, ...twice] };
  }
  throw new UsageError(
    `${path} is no lockfile of modules: it has a version and \`registryFileHashes\` or \`moduleDepGraph\``,
    { hint: HINT },
  );
}

/** From which registry all modules are, before the file said it for each. */
function registryOf({ flags }: Json): string {
  const registries = isRecord(flags) ? flags["cmdRegistries"] : undefined;
  const [only, other] = Array.isArray(registries) ? registries : [];
  return typeof only === "string" && other === undefined ? only : CENTRAL;
}

const FILE = /^(.*)\/modules\/([^/]+)\/([^/]+)\/(MODULE\.bazel|source\.json)$/;

function registryModules(
  files: Json,
  line: (key: string) => number | undefined,
  yanked: unknown,
): LockedModules {
  const nodes: LockNode[] = [];
  const problems: LockProblem[] = [];
  const considered = new Set<string>();
  for (const [url, hash] of Object.entries(files)) {
    const [, registry = "", name, version, what] = FILE.exec(url) ?? [];
    // Null: this registry does not have it, and another one was asked.
    const isPlain = hash === null || (typeof hash === "string" && /^[\da-f]{64}$/i.test(hash));
    if (!isPlain) problems.push({ item: url, line: line(url), reason: "its value is no checksum" });
    if (name === undefined || version === undefined) {
      if (!/\/(?:bazel_registry|modules\/[^/]+\/metadata)\.json$/.test(url))
        problems.push({
          item: url,
          line: line(url),
          reason: "it is no file of a registry that is known",
        });
      continue;
    }
    const key = `${name}@${version}`;
    if (hash !== null) considered.add(key);
    if (what !== "source.json" || hash === null) continue;
    const isYanked = isRecord(yanked) && textOf(yanked[key]) !== undefined;
    nodes.push({
      key,
      name,
      version,
      line: line(url),
      flags: isYanked ? ["deprecated"] : [],
      ...registryModule(name, version, registry),
    });
  }
  return { nodes, edges: [], problems, isWhole: false, considered };
}

/** With what the root takes from elsewhere: neither kind of file says where that is. */
function withOverrides(
  input: ReaderInput,
  { nodes, isWhole }: LockedModules,
  file: ModuleFile | undefined,
): readonly LockNode[] {
  const elsewhere = new Map(
    [...(file?.overrides ?? [])].filter(([, { kind }]) => kind !== "version"),
  );
  const known = nodes.map((node) => {
    const override = node.version === undefined ? elsewhere.get(node.name) : undefined;
    elsewhere.delete(node.name);
    return override === undefined ? node : { ...node, ...overriddenModule(input, override) };
  });
  if (isWhole) return known;
  const added = [...elsewhere.values()].map((override) => ({
    key: override.name,
    name: override.name,
    ...overriddenModule(input, override),
  }));
  return [...known, ...added];
}

function directEdges(root: LockNode, file: ModuleFile | undefined, nodes: readonly LockNode[]) {
  const byName = groupBy(nodes, ({ name }) => name);
  const edges: LockEdge[] = [];
  let isKnown = file?.isWhole === true;
  for (const { name, version, isDev } of file?.dependencies ?? []) {
    const all = byName.get(name) ?? [];
    // Of several versions, which override another, one is chosen by rules that the file does not tell.
    const [target] = all.length > 1 ? all.filter((each) => each.version === version) : all;
    if (target === undefined) isKnown &&= all.length === 0;
    else
      edges.push({
        from: root.key,
        to: target.key,
        kind: isDev ? "development" : "runtime",
        requirement: version,
      });
  }
  return isKnown ? { edges, isKnown } : { edges: [], isKnown };
}

/** What the root asks for and the file was not made for. */
function differences(
  { dependencies, overrides }: ModuleFile,
  { considered, nodes, isWhole }: LockedModules,
): readonly string[] {
  const names = new Set(nodes.map(({ name }) => name));
  return dependencies
    .filter(({ name }) => !overrides.has(name))
    .filter(({ name, version }) =>
      isWhole || version === undefined
        ? !names.has(name)
        : !names.has(name) || !considered.has(`${name}@${version}`),
    )
    .map(({ name, version }) => `${name} ${version ?? ""}`.trim());
}

function rootOf(input: ReaderInput, file: ModuleFile | undefined): LockNode {
  const { name, version } = file ?? {};
  return { ...projectNode(input, { name, version, line: 1 }), key: "<root>" };
}
