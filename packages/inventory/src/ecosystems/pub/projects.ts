import { UsageError } from "@assay/core";
import { semverRange } from "@assay/versions";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { manifestText, staleProblems, unknownFit } from "../../assemble/stale.ts";
import { folderOf, fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { PubEntry } from "./entries.ts";
import { type Pubspec, readPubspec } from "./pubspec.ts";

/** Real workspaces have a handful. */
const MAX_PATTERNS = 100;

/** The project of a lockfile, or a member of its workspace. */
export interface PubProject {
  readonly manifest: string;
  readonly node: LockNode;
  /** Absent where it is not in the tree, or can't be read. */
  readonly pubspec: Pubspec | undefined;
}

/** The project first, then the members of its workspace (https://dart.dev/tools/pub/workspaces). */
export async function pubProjects(input: ReaderInput): Promise<{
  readonly projects: readonly [PubProject, ...PubProject[]];
  readonly problems: readonly LockProblem[];
}> {
  const top = folderOf(input.path);
  const problems: LockProblem[] = [];
  const seen = new Set([top]);
  const read = async (folder: string): Promise<PubProject> => {
    const manifest = folder === "" ? "pubspec.yaml" : `${folder}/pubspec.yaml`;
    const found = await pubspecOf(manifest, input);
    problems.push(...found.problems);
    return {
      manifest,
      node: projectNode(input, {
        folder,
        name: found.pubspec?.name,
        version: found.pubspec?.version,
      }),
      pubspec: found.pubspec,
    };
  };
  const first = await read(top);
  const members: PubProject[] = [];
  const foldersOf = memberFolders(input);
  let patterns = 0;
  for (let pending = [first]; pending.length > 0; ) {
    const next: PubProject[] = [];
    for (const { pubspec, manifest } of pending)
      for (const entry of new Set(pubspec?.workspace)) {
        if (entry.includes("*") && ++patterns > MAX_PATTERNS) {
          problems.push({ item: manifest, reason: "its workspace has too many patterns" });
          break;
        }
        for (const folder of foldersOf(manifest, entry)) {
          if (seen.has(folder)) continue;
          seen.add(folder);
          next.push(await read(folder));
        }
      }
    members.push(...next);
    pending = next;
  }
  return { projects: [first, ...members], problems };
}

/** Which folders an entry of a `workspace` means: a path, since Dart 3.11 with `*` in it. */
function memberFolders({
  everyPath,
}: ReaderInput): (manifest: string, entry: string) => readonly string[] {
  const all = new Set(everyPath.filter((path) => path.endsWith("/pubspec.yaml")).map(folderOf));
  return (manifest, entry) => {
    const pattern = fromLockfileFolder(manifest, entry) ?? "";
    if (!pattern.includes("*")) return all.has(pattern) ? [pattern] : [];
    const parts = pattern.split("/");
    return [...all].filter((folder) => {
      const own = folder.split("/");
      return (
        own.length === parts.length &&
        parts.every((part, index) => part === "*" || part === own[index])
      );
    });
  };
}

/** A manifest as far as it can be read. */
export async function pubspecOf(
  manifest: string,
  input: Pick<ReaderInput, "readText">,
): Promise<{ readonly pubspec?: Pubspec; readonly problems: readonly LockProblem[] }> {
  const { text, problems } = await manifestText(manifest, input);
  if (text === undefined) return { problems };
  try {
    return { pubspec: readPubspec(manifest, text), problems };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { problems: [unknownFit(manifest, error.message)] };
  }
}

/** What the projects ask for: the first by the lockfile's own words, members, of which it says nothing, by their manifests. */
export function projectEdges(
  [first, ...members]: readonly [PubProject, ...PubProject[]],
  entries: readonly PubEntry[],
): readonly LockEdge[] {
  const own = new Map(members.map(({ node }) => [node.name, node.key]));
  const locked = new Set(entries.map(({ node }) => node.key));
  const asked = new Map(
    first.pubspec?.dependencies.map(({ name, requirement }) => [name, requirement]),
  );
  const direct = entries
    .filter((each) => each.direct !== undefined)
    .map(
      ({ node, direct: how }): LockEdge => ({
        from: first.node.key,
        to: node.key,
        kind: how === "dev" ? "development" : "runtime",
        requirement: asked.get(node.key),
      }),
    );
  const others = [first, ...members].flatMap(({ node, pubspec }) =>
    (pubspec?.dependencies ?? []).flatMap(({ name, requirement, isDev }): LockEdge[] => {
      const to = own.get(name) ?? (locked.has(name) && node !== first.node ? name : undefined);
      return to === undefined
        ? []
        : [{ from: node.key, to, kind: isDev ? "development" : "runtime", requirement }];
    }),
  );
  return [...direct, ...others];
}

/** Where manifests ask for what is not locked, or for another version of it. */
export function pubStaleness(
  projects: readonly [PubProject, ...PubProject[]],
  entries: readonly PubEntry[],
): readonly LockProblem[] {
  const own = new Set(projects.map(({ node }) => node.name));
  const locked = new Map(entries.map((entry) => [entry.node.key, entry]));
  const overrides = new Set(projects.flatMap(({ pubspec }) => pubspec?.overrides ?? []));
  const [{ pubspec: first }] = projects;
  return projects.flatMap(({ manifest, pubspec }) => {
    if (pubspec === undefined) return [];
    const differences = pubspec.dependencies.flatMap(({ name, requirement }) => {
      const entry = locked.get(name);
      if (own.has(name)) return [];
      if (entry === undefined) return [`${name} is not locked`];
      const { version = "" } = entry.node;
      const isMet =
        overrides.has(name) || entry.direct === "overridden" || entry.source !== "hosted"
          ? undefined
          : semverRange(requirement ?? "*");
      // Ranges of pub count pre-releases and builds in another way.
      return isMet === undefined || /[-+]/.test(`${version}${requirement}`) || isMet(version)
        ? []
        : [`${name} ${requirement} is locked as ${version}`];
    });
    const names = new Set(pubspec.dependencies.map(({ name }) => name));
    const gone =
      pubspec === first
        ? entries.filter(
            ({ node, direct }) => (direct === "main" || direct === "dev") && !names.has(node.key),
          )
        : [];
    return staleProblems(manifest, [
      ...differences,
      ...gone.map(({ node }) => `${node.key} is not asked for any more`),
    ]);
  });
}
