import { UsageError } from "@assay/core";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { manifestText, unknownFit } from "../../assemble/stale.ts";
import { folderOf, isBelow } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { rebarDependencies } from "./rebar-config.ts";

/** The project, or one of its applications. */
export interface RebarApp {
  readonly node: LockNode;
  /** Its `rebar.config`; absent where it has none. */
  readonly manifest: string | undefined;
  /** What that asks for; absent where a script may change it, or it can't be read. */
  readonly dependencies: readonly string[] | undefined;
}

/**
 * The project beside a lockfile, then its applications in their usual folders (`apps`, `lib`): those ask for each other as for packages,
 * and are not locked.
 */
export async function rebarApps(input: ReaderInput): Promise<{
  readonly apps: readonly [RebarApp, ...RebarApp[]];
  readonly problems: readonly LockProblem[];
}> {
  const top = folderOf(input.path);
  const below = top === "" ? "" : `${top}/`;
  const names = new Map<string, string>();
  const manifests = new Map<string, string>();
  for (const path of input.paths) {
    if (!isBelow(path, top)) continue;
    const [, folder = "", file = ""] =
      /^((?:(?:apps|lib)\/[^/]+\/)?)(rebar\.config|src\/[^/]+\.app\.src)$/.exec(
        path.slice(below.length),
      ) ?? [];
    const place = `${below}${folder}`.replace(/\/$/, "");
    if (file === "rebar.config") manifests.set(place, path);
    else if (file !== "") names.set(place, file.slice("src/".length, -".app.src".length));
  }
  const problems: LockProblem[] = [];
  const read = async (folder: string): Promise<RebarApp> => {
    const manifest = manifests.get(folder);
    const node = projectNode(input, { folder, name: names.get(folder) });
    return { node, manifest, dependencies: await asked(input, manifest, problems) };
  };
  const first = await read(top);
  const others: RebarApp[] = [];
  for (const folder of new Set([...names.keys(), ...manifests.keys()]))
    if (folder !== top) others.push(await read(folder));
  return { apps: [first, ...others], problems };
}

async function asked(
  input: ReaderInput,
  manifest: string | undefined,
  problems: LockProblem[],
): Promise<readonly string[] | undefined> {
  if (manifest === undefined || input.paths.includes(`${manifest}.script`)) return undefined;
  const { text, problems: unread } = await manifestText(manifest, input);
  problems.push(...unread);
  try {
    return text === undefined ? undefined : rebarDependencies(manifest, text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(unknownFit(manifest, error.message));
    return undefined;
  }
}
