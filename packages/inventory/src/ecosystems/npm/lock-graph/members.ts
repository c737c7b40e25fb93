import { firstPartyPurl } from "../../../origin.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { type ProjectManifest, readProjectManifest } from "../project-manifest.ts";
import type { LockNode, LockProblem } from "./node.ts";

/** The project or a member of its workspace. */
export interface Member {
  readonly node: LockNode;
  /** Relative to the lockfile; `""` is its own folder. */
  readonly folder: string;
  readonly manifest: ProjectManifest | undefined;
}

/** What a lockfile itself says of a member. */
export interface StatedMember {
  /** Relative to the lockfile. */
  readonly folder: string;
  readonly key: string;
  readonly line?: number | undefined;
  readonly name?: string | undefined;
  readonly version?: string | undefined;
}

/**
 * Members with the names and versions of their manifests, where these are there and are to be read. A member whose manifest can't
 * be read is a problem: nobody can say whether the lockfile fits it.
 */
export async function readMembers(
  input: ReaderInput,
  stated: readonly StatedMember[],
  readsManifests = input.compareManifests,
): Promise<{ readonly members: readonly Member[]; readonly problems: readonly LockProblem[] }> {
  const members: Member[] = [];
  const problems: LockProblem[] = [];
  for (const each of stated) {
    const folder = fromLockfileFolder(input.path, each.folder);
    const path = fromLockfileFolder(input.path, `${each.folder}/package.json`);
    const read =
      path === undefined || !readsManifests ? undefined : await readProjectManifest(input, path);
    const manifest = typeof read === "object" ? read : undefined;
    const node = memberNode(input, each, folder, manifest);
    members.push({ node, folder: each.folder, manifest });
    if (folder === undefined)
      problems.push({ node, reason: "the folder lies outside the repository" });
    if (typeof read === "string")
      problems.push({ node, reason: `nobody can say whether it fits ${path}: ${read}` });
  }
  return { members, problems };
}

function memberNode(
  { path, origin }: ReaderInput,
  stated: StatedMember,
  folder: string | undefined,
  manifest: ProjectManifest | undefined,
): LockNode {
  const isRoot = stated.folder === "";
  const name =
    manifest?.entry.name ??
    stated.name ??
    (isRoot ? undefined : stated.folder.split("/").at(-1)) ??
    path.split("/").at(-2) ??
    origin?.repository.split("/").at(-1) ??
    "project";
  const version = manifest?.entry.version ?? stated.version;
  return {
    key: stated.key,
    name,
    version,
    line: stated.line,
    kind: isRoot ? "application" : "library",
    // A folder outside the repository is nobody's member.
    firstParty: folder !== undefined,
    ...(folder === undefined
      ? {}
      : { purl: firstPartyPurl(origin, name, version, folder), installPath: folder }),
    artifacts: [],
    flags: [],
  };
}

/** The manifests of these members, whether or not they were read. */
export function manifestsOf(path: string, members: readonly Member[]): readonly string[] {
  return members.flatMap(({ folder }) => fromLockfileFolder(path, `${folder}/package.json`) ?? []);
}
