import { groupBy, UsageError } from "@assay/core";
import { folderOf, fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type Pom, type PomModule, readPom } from "./pom.ts";

/** Poms that one run of Maven builds together. */
export interface Reactor {
  readonly root: string;
  /** The root first; modules of all profiles too: they are the project's. */
  readonly members: readonly Pom[];
  readonly problems: readonly ReactorProblem[];
}

/** A module that is not where it should be. */
export interface ReactorProblem {
  readonly file: string;
  readonly line: number;
  readonly item: string;
  readonly reason: string;
}

/** All POMs of the tree. */
export interface PomTree {
  /** By path; those that can't be read are not there. */
  readonly poms: ReadonlyMap<string, Pom>;
  /** By `groupId:artifactId`, as they are written. */
  readonly byName: ReadonlyMap<string, readonly Pom[]>;
  /** By the path of their root. */
  readonly reactors: ReadonlyMap<string, Reactor>;
  /** Folders called `.mvn`. */
  readonly mavenFolders: ReadonlySet<string>;
  /** Whether a file or a folder is there. */
  has(path: string): boolean;
  /** The POM that a path in another one leads to: a file, or a folder with a `pom.xml`. */
  pomAt(from: string, path: string): Pom | undefined;
}

/** The tree is read once for all its POMs. */
const known = new WeakMap<readonly string[], Promise<PomTree>>();

export function pomTree(input: ReaderInput): Promise<PomTree> {
  const found = known.get(input.paths) ?? readTree(input);
  known.set(input.paths, found);
  return found;
}

async function readTree({ paths, everyPath, readText }: ReaderInput): Promise<PomTree> {
  const files = new Set(everyPath);
  const own = new Set(paths);
  const named = paths.filter((path) => /(?:^|\/)pom\.xml$/.test(path));
  const below = groupBy(named, (path) => folderOf(folderOf(path)));
  const poms = new Map<string, Pom>();
  const seen = new Set<string>();
  const modules = new Map<string, readonly PlacedModule[]>();
  const pending = [...named];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    try {
      const pom = readPom(path, (await readText(path)) ?? "");
      poms.set(path, pom);
      // A module may have another name, or lie in a folder that is left out.
      const placed = modulesOf(pom, below).map((each) => ({
        ...each,
        file: pomFile(path, each.path, files),
      }));
      modules.set(path, placed);
      for (const { file } of placed) if (file !== undefined) pending.push(file);
      const parent = pomFile(path, pom.parent?.relativePath ?? "../pom.xml", files);
      if (pom.parent !== undefined && parent !== undefined) pending.push(parent);
    } catch (error) {
      // Where it is read itself, it is reported as broken.
      if (!(error instanceof UsageError)) throw error;
    }
  }
  const pomAt = (from: string, path: string) => poms.get(pomFile(from, path, files) ?? "");
  const byName = groupBy(
    [...poms.values()],
    (pom) => `${groupOf(pom, pomAt) ?? ""}:${pom.artifactId}`,
  );
  let folders: ReadonlySet<string> | undefined;
  return {
    poms,
    byName,
    reactors: reactorsOf(poms, modules, named, own),
    mavenFolders: new Set(
      everyPath.flatMap((path) => /^(?:.+\/)?\.mvn(?=\/)/.exec(path)?.[0] ?? []),
    ),
    has: (path) => {
      if (files.has(path)) return true;
      folders ??= foldersOf(everyPath);
      return folders.has(path);
    },
    pomAt,
  };
}

interface PlacedModule extends PomModule {
  readonly file: string | undefined;
}

const MAX_PARENTS = 50;

/** The POM and those that it inherits from by path, whatever their coordinates. */
export function parentsByPath(pom: Pom, pomAt: PomTree["pomAt"]): readonly Pom[] {
  const chain: Pom[] = [];
  for (let at: Pom | undefined = pom; at !== undefined && chain.length < MAX_PARENTS; ) {
    chain.push(at);
    const { isLocal, file, parent }: Pom = at;
    const path: string = parent?.relativePath ?? "../pom.xml";
    at = isLocal && parent !== undefined && path !== "" ? pomAt(file, path) : undefined;
  }
  return chain;
}

/** The group of a POM of the tree; that of its parent where it says none. */
export function groupOf(pom: Pom, pomAt: PomTree["pomAt"]): string | undefined {
  const own = pom.groupId ?? pom.parent?.groupId;
  if (own !== undefined || pom.parent === undefined) return own;
  return parentsByPath(pom, pomAt)
    .map((each) => each.groupId ?? each.parent?.groupId)
    .find((each) => each !== undefined);
}

function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let at = folderOf(path); at !== "" && !folders.has(at); at = folderOf(at)) folders.add(at);
  return folders;
}

function pomFile(from: string, path: string, files: ReadonlySet<string>): string | undefined {
  const place = fromLockfileFolder(from, path.replaceAll("\\", "/"));
  if (place === undefined) return undefined;
  const inside = place === "" ? "pom.xml" : `${place}/pom.xml`;
  return files.has(place) ? place : files.has(inside) ? inside : undefined;
}

/** Modules as they are written; Maven 4 takes the folders below a POM of its own model that names none. */
function modulesOf(pom: Pom, below: ReadonlyMap<string, readonly string[]>): readonly PomModule[] {
  const named = [pom, ...pom.profiles].flatMap(({ modules = [] }) => modules);
  if (pom.modules !== undefined || pom.packaging !== "pom" || !isModel41(pom)) return named;
  const folder = folderOf(pom.file);
  const found = (below.get(folder) ?? []).map(folderOf).filter((each) => each !== folder);
  const start = folder === "" ? 0 : folder.length + 1;
  return [...named, ...found.map((each) => ({ path: each.slice(start), line: pom.line }))];
}

/** Whether what Maven 4 leaves to be inferred may be missing. */
export function isModel41({ modelVersion = "" }: Pom): boolean {
  return /^4\.[1-9]/.test(modelVersion);
}

/** Every POM is a member of one reactor: the first that leads to it. A circle of modules starts at its first. */
function reactorsOf(
  poms: ReadonlyMap<string, Pom>,
  modules: ReadonlyMap<string, readonly PlacedModule[]>,
  named: readonly string[],
  own: ReadonlySet<string>,
): ReadonlyMap<string, Reactor> {
  const used = new Set(
    [...modules].flatMap(([path, all]) => all.flatMap(({ file }) => (file === path ? [] : file))),
  );
  const rank = (path: string) => [Number(used.has(path)), path.split("/").length] as const;
  const starts = named
    .map((path) => ({ path, rank: rank(path) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || (a.path < b.path ? -1 : 1));
  const taken = new Set<string>();
  const reactors = new Map<string, Reactor>();
  for (const { path: root } of starts) {
    if (taken.has(root)) continue;
    const members: Pom[] = [];
    const problems: ReactorProblem[] = [];
    const pending = [root];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      const pom = poms.get(path);
      if (pom === undefined || taken.has(path)) continue;
      taken.add(path);
      members.push(pom);
      for (const { file, path: item, line } of (modules.get(path) ?? []).toReversed()) {
        if (file === undefined) {
          const isOutside = fromLockfileFolder(path, item.replaceAll("\\", "/")) === undefined;
          const reason = isOutside
            ? "the module lies outside the folder that is looked at"
            : "the module is not here";
          problems.push({ file: path, line, item: item || path, reason });
        } else if (own.has(file)) {
          if (!poms.has(file) && !file.endsWith("pom.xml"))
            problems.push({ file: path, line, item, reason: "the module can't be read" });
          pending.push(file);
        }
      }
    }
    reactors.set(root, { root, members, problems });
  }
  return reactors;
}
