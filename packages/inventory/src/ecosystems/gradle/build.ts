import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { buildFolder, CATALOG, OWN_LOCKFILE, SCRIPT } from "./files.ts";
import { readVerification, type Verification } from "./verification.ts";

/** One build of the tree: its projects share a settings file. */
export interface Build {
  readonly folder: string;
  /** Those that have Gradle's own names. */
  readonly lockfiles: string[];
  /** By their folders. */
  readonly scripts: Map<string, string[]>;
  readonly catalogs: string[];
  /** What its packages must be; `undefined` where nothing says so. */
  verification?: Promise<Verification | undefined>;
}

interface Tree {
  readonly present: ReadonlySet<string>;
  readonly builds: Map<string, Build>;
}

/** A build may have hundreds of lockfiles: the tree is looked through once for all of them. */
const trees = new WeakMap<readonly string[], Tree>();

/** The build that a lockfile is a part of. */
export function buildOf({ paths, path }: ReaderInput): Build {
  const tree = trees.get(paths) ?? readTree(paths);
  trees.set(paths, tree);
  return buildAt(tree, buildFolder(path, tree.present));
}

/** What the files of the build's packages must be. @throws UsageError where that can't be read */
export function verificationOf(build: Build, input: ReaderInput) {
  build.verification ??= readVerification(
    build.folder === "" ? "" : `${build.folder}/`,
    input.readText,
  );
  return build.verification;
}

function readTree(paths: readonly string[]): Tree {
  const tree: Tree = { present: new Set(paths), builds: new Map() };
  for (const path of paths) {
    const own = OWN_LOCKFILE.test(path);
    const isScript = SCRIPT.test(path);
    if (!own && !isScript && !CATALOG.test(path)) continue;
    const build = buildAt(tree, buildFolder(path, tree.present));
    if (own) build.lockfiles.push(path);
    else if (isScript) {
      const folder = folderOf(path);
      build.scripts.set(folder, [...(build.scripts.get(folder) ?? []), path]);
    } else build.catalogs.push(path);
  }
  return tree;
}

function buildAt({ builds }: Tree, folder: string): Build {
  const found = builds.get(folder);
  if (found !== undefined) return found;
  const build: Build = { folder, lockfiles: [], scripts: new Map(), catalogs: [] };
  builds.set(folder, build);
  return build;
}
