import { matchesWildcard, UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { textOf, textsOf } from "../../fields.ts";
import type { PackageName } from "../../graph.ts";
import { folderOf, isBelow, placeOf } from "../../paths.ts";
import { tableOf } from "../../toml.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { CargoProblem } from "./lockfile.ts";
import { type CargoManifest, parseManifest } from "./manifest.ts";

const MAX_PATTERNS = 1000;

/** The packages that lie in folders, as far as manifests tell of them. */
export interface CargoWorkspace {
  /** The manifest beside the lockfile; absent where there is none that can be read. */
  readonly root: CargoManifest | undefined;
  readonly members: readonly CargoManifest[];
  /** Path dependencies and patches that are no members. */
  readonly others: readonly CargoManifest[];
  readonly problems: readonly CargoProblem[];
}

/**
 * The members of the workspace that a lockfile belongs to (https://doc.rust-lang.org/cargo/reference/workspaces.html): the root package,
 * what `members` names, and path dependencies of members that lie below the workspace.
 */
export async function readWorkspace(input: ReaderInput): Promise<CargoWorkspace> {
  const problems: CargoProblem[] = [];
  const base = folderOf(input.path);
  const rootPath = manifestIn(base);
  const read = manifestReader(input, problems);
  const root = await read(rootPath);
  if (root === undefined) {
    if (problems.length === 0)
      problems.push({ kind: "stale", reason: "no Cargo.toml lies beside it" });
    return { root, members: [], others: [], problems };
  }
  const workspace = tableOf(root.table["workspace"]);
  const isWorkspace = root.table["workspace"] !== undefined;
  const excluded = new Set(textsOf(workspace["exclude"]).map((each) => placeOf(rootPath, each)));
  const isExcluded = (folder: string) => isAtOrBelow(folder, excluded);
  const named = namedMembers(input, textsOf(workspace["members"]), rootPath, isExcluded, problems);
  const members = new Map<string, CargoManifest>();
  const others = new Map<string, CargoManifest>();
  const pending = [...(root.name === undefined ? [] : [base]), ...named.keys()].map((folder) => ({
    folder,
    isMember: true,
  }));
  for (const each of patchFolders(root)) pending.push({ folder: each, isMember: false });
  for (const { folder, isMember } of pending) {
    if (members.has(folder) || (others.has(folder) && !isMember)) continue;
    const shared = isMember ? root : await workspaceAbove(folder, read);
    const manifest = folder === base ? root : await read(manifestIn(folder), shared);
    if (manifest === undefined) {
      if (named.get(folder) === "literal")
        problems.push({ kind: "stale", reason: `its member ${folder} has no Cargo.toml` });
      continue;
    }
    others.delete(folder);
    (isMember ? members : others).set(folder, manifest);
    for (const { path } of manifest.dependencies) {
      if (typeof path !== "string" || members.has(path)) continue;
      const isInside = isWorkspace && isMember && isBelow(path, base) && !isExcluded(path);
      pending.push({ folder: path, isMember: isInside });
    }
  }
  return { root, members: [...members.values()], others: [...others.values()], problems };
}

function isAtOrBelow(start: string, folders: ReadonlySet<string | null>): boolean {
  for (let folder = start; folder !== ""; folder = folderOf(folder))
    if (folders.has(folder)) return true;
  return folders.has("");
}

function manifestIn(folder: string): string {
  return folder === "" ? "Cargo.toml" : `${folder}/Cargo.toml`;
}

type ManifestReader = ReturnType<typeof manifestReader>;

/** Reads each manifest once for each workspace; what can't be read is one problem. */
function manifestReader({ everyPath, readText }: ReaderInput, problems: CargoProblem[]) {
  const present = new Set(everyPath);
  const known = new Map<string, CargoManifest | undefined>();
  return async (path: string, workspace?: CargoManifest): Promise<CargoManifest | undefined> => {
    const key = `${path}\0${workspace?.path ?? ""}`;
    if (known.has(key)) return known.get(key);
    let manifest: CargoManifest | undefined;
    try {
      const text = present.has(path) ? await readText(path) : undefined;
      if (text !== undefined) manifest = parseManifest(path, text, workspace);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push({ reason: `nobody can say whether it fits ${path}: ${error.message}` });
    }
    known.set(key, manifest);
    return manifest;
  };
}

/** The workspace that a path dependency takes its shared values from, which may be another one than the lockfile's. */
async function workspaceAbove(
  start: string,
  read: ManifestReader,
): Promise<CargoManifest | undefined> {
  const own = await read(manifestIn(start));
  const named = textOf(tableOf(own?.table["package"])["workspace"]);
  const place = own === undefined || named === undefined ? null : placeOf(own.path, named);
  if (place !== null) return read(manifestIn(place));
  for (let folder = start; ; folder = folderOf(folder)) {
    const manifest = await read(manifestIn(folder));
    if (manifest?.table["workspace"] !== undefined) return manifest;
    if (folder === "") return undefined;
  }
}

/** Folders that `members` names, with how it does. */
function namedMembers(
  { everyPath }: ReaderInput,
  patterns: readonly string[],
  rootPath: string,
  isExcluded: (folder: string) => boolean,
  problems: CargoProblem[],
): ReadonlyMap<string, "literal" | "pattern"> {
  const found = new Map<string, "literal" | "pattern">();
  const globs: (readonly string[])[] = [];
  for (const pattern of patterns) {
    const place = placeOf(rootPath, pattern);
    if (place === null) problems.push({ reason: "a member lies outside the repository" });
    else if (/[?[\]]/.test(place))
      problems.push({
        reason: `the pattern ${JSON.stringify(pattern.slice(0, 100))} of its members is not understood`,
      });
    else if (place.includes("*")) globs.push(place.split("/"));
    else found.set(place, "literal");
  }
  if (globs.length === 0) return found;
  if (globs.length > MAX_PATTERNS) {
    problems.push({
      reason: `${globs.length} patterns of members; at most ${MAX_PATTERNS} are read`,
    });
    return found;
  }
  for (const path of everyPath) {
    if (!path.endsWith("/Cargo.toml")) continue;
    const folder = folderOf(path);
    const parts = folder.split("/");
    if (!found.has(folder) && !isExcluded(folder) && globs.some((glob) => matches(glob, parts)))
      found.set(folder, "pattern");
  }
  return found;
}

/** `**` stands for any number of folders: the last one is tried at every place, as wildcards in a name are. */
function matches(glob: readonly string[], parts: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let part = 0; part < parts.length; ) {
    const expected = glob[at];
    if (expected === "**") {
      star = at++;
      resume = part;
    } else if (expected !== undefined && matchesWildcard(expected, parts[part] ?? "")) {
      at++;
      part++;
    } else if (star >= 0) {
      at = star + 1;
      part = ++resume;
    } else return false;
  }
  return glob.slice(at).every((rest) => rest === "**");
}

/**
 * The crates that `[patch]` and `[replace]` put others in the place of, by the name of those
 * (https://doc.rust-lang.org/cargo/reference/overriding-dependencies.html). `[patch]` does not say which version they would have.
 */
export function patchedCrates(root: CargoManifest | undefined): ReadonlyMap<string, PackageName> {
  const { patch, replace } = root?.table ?? {};
  const patches = Object.entries(tableOf(patch)).flatMap(([source, crates]) =>
    Object.entries(tableOf(crates)).map(([key, crate]) => {
      const name = textOf(tableOf(crate)["package"]) ?? key;
      return [name, crateName(name, undefined, CRATES_IO.test(source))] as const;
    }),
  );
  const replaced = Object.keys(tableOf(replace)).flatMap((spec) => {
    const [, source = "", name, version] = /^(?:(.*)#)?([\w-]+)[:@]([^:@]+)$/.exec(spec) ?? [];
    if (name === undefined) return [];
    return [[name, crateName(name, version, source === "" || CRATES_IO.test(source))] as const];
  });
  return new Map([...patches, ...replaced]);
}

const CRATES_IO = /^(?:crates-io|https:\/\/github\.com\/rust-lang\/crates\.io-index\/?)$/;

function crateName(name: string, version: string | undefined, isOfCratesIo: boolean): PackageName {
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(isOfCratesIo ? { purl: buildPurl({ type: "cargo", name, version }) } : {}),
  };
}

/** Folders that `[patch]` and `[replace]` put in the place of packages. */
function patchFolders({ table, path }: CargoManifest): readonly string[] {
  const sources = [...Object.values(tableOf(table["patch"])), table["replace"]];
  return sources.flatMap((source) =>
    Object.values(tableOf(source)).flatMap((each) => {
      const folder = textOf(tableOf(each)["path"]);
      const place = folder === undefined ? null : placeOf(path, folder);
      return place === null ? [] : [place];
    }),
  );
}
