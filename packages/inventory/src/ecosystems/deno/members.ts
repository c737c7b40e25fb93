import { semverRange } from "@assay/versions";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectName } from "../../assemble/project-node.ts";
import { staleProblems } from "../../assemble/stale.ts";
import { firstPartyPurl } from "../../origin.ts";
import { folderOf, fromLockfileFolder, isBelow } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { workspaceMatcher } from "../npm/workspaces.ts";
import { type DenoLock, type DenoMember, readRequirement } from "./lockfile.ts";
import { type Asked, denoManifest, type Manifest, nodeManifest } from "./manifests.ts";

/** The project itself or a member of its workspace. */
export interface Place {
  readonly locked: DenoMember;
  readonly node: LockNode;
  /** Its `deno.json`. */
  readonly deno: Manifest | undefined;
  /** Its `package.json`. */
  readonly packageJson: Manifest | undefined;
}

/** The project and its members: those of the lockfile, and those of the manifests, which may ask for nothing. */
export async function readPlaces(input: ReaderInput, lock: DenoLock) {
  const problems: LockProblem[] = [];
  const read = async (locked: DenoMember): Promise<Place> => {
    const deno = await denoManifest(input, locked.folder, problems);
    const packageJson = await nodeManifest(input, locked.folder, problems);
    return { locked, deno, packageJson, node: placeNode(input, locked, deno, packageJson) };
  };
  const places: Place[] = [];
  for (const locked of lock.members) places.push(await read(locked));
  const [root] = places;
  const patterns = [...(root?.deno?.workspace ?? []), ...(root?.packageJson?.workspace ?? [])];
  const known = new Set(lock.members.map(({ folder }) => folder.replace(/^\.\//, "")));
  for (const folder of memberFolders(input, patterns))
    if (!known.has(folder))
      places.push(
        await read({ folder, line: undefined, dependencies: [], packageJson: undefined }),
      );
  return { places, problems };
}

/** Folders with a manifest that the patterns mean, relative to the lockfile. */
function memberFolders({ path, paths }: ReaderInput, patterns: readonly string[]) {
  const base = folderOf(path);
  if (patterns.length === 0) return [];
  const membershipOf = workspaceMatcher(patterns);
  const folders = new Set(
    paths
      .filter((each) => isBelow(each, base) && /\/(?:deno\.jsonc?|package\.json)$/.test(each))
      .map((each) => folderOf(each).slice(base === "" ? 0 : base.length + 1)),
  );
  return [...folders].filter((each) => each !== "" && membershipOf(each) === "member").sort();
}

function placeNode(
  input: ReaderInput,
  { folder, line }: DenoMember,
  deno: Manifest | undefined,
  packageJson: Manifest | undefined,
): LockNode {
  const isRoot = folder === "";
  const own = isRoot ? projectName(input) : (folder.split("/").at(-1) ?? folder);
  const name = deno?.name ?? packageJson?.name ?? own;
  const version = deno?.version ?? packageJson?.version;
  const path = fromLockfileFolder(input.path, folder);
  return {
    key: isRoot ? "." : folder,
    name,
    version,
    line,
    kind: isRoot ? "application" : "library",
    // A folder outside the repository is nobody's member.
    firstParty: path !== undefined,
    ...(path === undefined
      ? {}
      : { purl: firstPartyPurl(input.origin, name, version, path), installPath: path }),
  };
}

/** The manifests whose packages the lockfile has: of `package.json` only those that Deno looked at. */
export function coveredBy(places: readonly Place[]): readonly string[] {
  return places.flatMap(({ locked, deno, packageJson }) => [
    ...(deno === undefined ? [] : [deno.path]),
    ...(packageJson !== undefined &&
    (locked.packageJson !== undefined || packageJson.asked.length === 0)
      ? [packageJson.path]
      : []),
  ]);
}

/** What a requirement leads to: the entry's key and version, or whether a folder stands for it. */
export type Resolve = (
  requirement: string,
) => { readonly version?: string | undefined } | undefined;

/** What the lockfile lacks, or has otherwise than a manifest asks for: one problem for each manifest. */
export function staleness(
  input: ReaderInput,
  lock: DenoLock,
  places: readonly Place[],
  resolve: Resolve,
): readonly LockProblem[] {
  // Before it knew of workspaces, Deno locked whatever code asked for.
  const isWorkspace = lock.members.some(
    ({ dependencies, packageJson }) => dependencies.length > 0 || packageJson !== undefined,
  );
  const isMember = new Set(
    places.flatMap(({ deno, packageJson }) => [`jsr:${deno?.name}`, `npm:${packageJson?.name}`]),
  );
  const compare = (manifest: Manifest | undefined, locked: readonly string[]) => {
    const missing = locked.filter((each) => resolve(each) === undefined);
    const differences = missing.map((each) => `${each} is not locked`);
    if (manifest !== undefined && input.compareManifests) {
      const known = isWorkspace ? locked : [...lock.specifiers.keys()];
      const isWhole = isWorkspace && manifest.isWhole;
      const { asked } = manifest;
      differences.push(...differencesOf({ asked, isMember, isWhole }, known, resolve));
    }
    return staleProblems(manifest?.path ?? input.path, differences).map((problem) => ({
      ...problem,
      advice:
        "Run `deno install --lockfile-only` (for what only code uses, `deno cache` with the files that use it) and commit the lockfile.",
    }));
  };
  return places.flatMap(({ locked, deno, packageJson }) => [
    ...compare(deno, locked.dependencies),
    ...(locked.packageJson === undefined ? [] : compare(packageJson, locked.packageJson)),
  ]);
}

interface Wanted {
  readonly asked: readonly Asked[];
  /** Keys of what lies in the workspace: Deno locks it where it is not asked for by the path alone. */
  readonly isMember: ReadonlySet<string>;
  readonly isWhole: boolean;
}

function differencesOf(
  { asked, isMember, isWhole }: Wanted,
  locked: readonly string[],
  resolve: Resolve,
): readonly string[] {
  const byKey = new Map<string, { readonly text: string; readonly range: string }[]>();
  for (const text of locked) {
    const { key, range } = readRequirement(text) ?? {};
    if (key === undefined || range === undefined) continue;
    byKey.set(key, [...(byKey.get(key) ?? []).slice(0, 20), { text, range }]);
  }
  const differences = asked.flatMap(({ key, range }) => {
    const found = byKey.get(key);
    if (found === undefined) return isMember.has(key) ? [] : [`${key} is not locked`];
    const fulfils = semverRange(range);
    const isLocked = found.some(({ text, range: other }) => {
      const version = resolve(text)?.version;
      return other === range || fulfils === undefined || version === undefined || fulfils(version);
    });
    const ranges = found.map((each) => each.range || "any version").join(" and ");
    return isLocked ? [] : [`${key} is locked for ${ranges}`];
  });
  if (!isWhole) return differences;
  const wanted = new Set(asked.map(({ key }) => key));
  const more = [...byKey.keys()].filter((key) => !wanted.has(key));
  return [...differences, ...more.map((key) => `${key} is no longer asked for`)];
}
