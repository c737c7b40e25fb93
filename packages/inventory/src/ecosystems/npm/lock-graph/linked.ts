import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { readProjectManifest } from "../project-manifest.ts";
import type { LockNode, LockProblem } from "./node.ts";

/** A folder that a dependency leads to and that is no member of the workspace. */
export interface LinkedFolder {
  readonly key: string;
  /** Relative to the lockfile; `undefined` where it lies outside the repository. */
  readonly path: string | undefined;
  /** What it is asked for as. */
  readonly name: string;
  readonly line?: number | undefined;
}

/** Its manifest says what it is called; the lockfile says nothing but the place. */
export async function linkedNode(
  input: ReaderInput,
  { key, path, name, line }: LinkedFolder,
  problems: LockProblem[],
): Promise<LockNode> {
  const folder = path === undefined ? undefined : fromLockfileFolder(input.path, path);
  const plain: LockNode = { key, name, line, firstParty: false, artifacts: [], flags: [] };
  if (folder === undefined) {
    problems.push({ node: plain, reason: "the folder lies outside the repository" });
    return plain;
  }
  const manifest = input.compareManifests
    ? await readProjectManifest(input, `${folder === "" ? "" : `${folder}/`}package.json`)
    : undefined;
  const entry = typeof manifest === "object" ? manifest.entry : undefined;
  return {
    ...plain,
    name: entry?.name ?? name,
    version: entry?.version,
    installPath: folder,
  };
}

/** The folder that a path means from another one, both relative to the lockfile; `""` is the lockfile's own. */
export function normalFolder(from: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${from}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

export function isAbsolutePath(path: string): boolean {
  return /^(?:[/~\\]|[A-Za-z]:)/.test(path);
}
