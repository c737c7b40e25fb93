import { lstat } from "node:fs/promises";
import { posix, resolve } from "node:path";
import { type ActFailure, type CommandContext, UsageError } from "@assay/core";
import { digestFile } from "@assay/sigstore/files";
import { missingFailures } from "../sign/failures.ts";
import { findTargets } from "../targets/find-targets.ts";
import { mapPool } from "../targets/pool.ts";
import type { Asset } from "./github.ts";

/** What the names of bundles end in, and what the texts are called that the run writes. */
export const SUFFIX = ".sigstore.json";
export const VERIFY_TEXT = "VERIFY.md";
export const LIST = "SHA256SUMS";

/** A file that the release is to hold. */
export interface Content {
  readonly name: string;
  /** Relative to the working directory. */
  readonly path: string;
  /** Made by this run, and not given to it: a draft of ours may hold an older one. */
  readonly isMade: boolean;
  /** Unknown before it is made. */
  readonly size?: number;
  readonly sha256?: string;
}

/** GitHub's limits, and what it puts dots in place of. */
const MAX_ASSETS = 1000;
const MAX_SIZE = 2 ** 31 - 1;
const PLAIN = /^[\w+@~-](?:[\w.+@~-]{0,248}[\w+@~-])?$/;
const HASHING = 4;

/**
 * The files that are given, under the names that they have in the release.
 *
 * @param made Paths that the run writes itself: no pattern means them.
 * @returns also a failure for each pattern that names nothing, or no regular file.
 */
export async function givenContents(
  { root, signal }: Pick<CommandContext, "root" | "signal">,
  patterns: readonly string[],
  made: ReadonlySet<string>,
): Promise<{ readonly given: readonly Content[]; readonly failures: readonly ActFailure[] }> {
  const targets = await findTargets(root, patterns, SUFFIX);
  const paths = targets.files.filter((path) => !made.has(path));
  const unmatched = [...targets.unmatched, ...targets.skipped];
  const found = { ...targets, files: paths, unmatched };
  const failures =
    unmatched.length + targets.unreadable.length + Number(paths.length === 0) === 0
      ? []
      : missingFailures(found);
  const given = await mapPool(paths, HASHING, signal, (path) =>
    contentAt(root, path, false, signal),
  );
  signal.throwIfAborted();
  return { given, failures };
}

/** @throws UsageError where something there is no file. */
export async function contentAt(
  root: string,
  path: string,
  isMade: boolean,
  signal: AbortSignal,
): Promise<Content> {
  const { size, digests } = await digestFile(resolve(root, path), ["sha256"], signal);
  return {
    name: posix.basename(path),
    path,
    isMade,
    size,
    sha256: digests.get("sha256")?.toString("hex") ?? "",
  };
}

/** @throws UsageError with everything that GitHub would refuse or rename. */
export function requireUploadable(contents: readonly Content[]): void {
  const paths = new Map<string, string>();
  const problems = contents.flatMap(({ name, path, size = 1 }) => {
    const other = paths.get(name.toLowerCase());
    paths.set(name.toLowerCase(), path);
    if (other !== undefined) return `${path} and ${other} have one name`;
    if (!PLAIN.test(name))
      return `${path}: GitHub would change its name; letters, digits and . _ + - @ ~ are kept`;
    if (size === 0) return `${path} is empty, and GitHub takes no empty file`;
    return size > MAX_SIZE ? `${path} has ${size} bytes, and GitHub takes less than 2 GiB` : [];
  });
  if (contents.length > MAX_ASSETS)
    problems.push(`${contents.length} files with their bundles; GitHub takes ${MAX_ASSETS}`);
  if (problems.length > 0)
    throw new UsageError("GitHub would not take these files as they are", { problems });
}

export interface Comparison {
  readonly missing: readonly Content[];
  /** Half uploaded, doubled, or an older one of ours. */
  readonly stale: readonly Asset[];
  /** What nobody should change without a look. */
  readonly problems: readonly string[];
}

/** @param mayReplace Whether an asset with other content may go. */
export function compare(
  contents: readonly Content[],
  assets: readonly Asset[],
  mayReplace: (content: Content) => boolean,
): Comparison {
  const wanted = new Map(contents.map((each) => [each.name, each]));
  const held = new Set<string>();
  const stale: Asset[] = [];
  const problems: string[] = [];
  for (const asset of assets) {
    const content = wanted.get(asset.name);
    if (content === undefined) problems.push(`${asset.name} is in it, and not among the files`);
    else if (asset.state !== "uploaded" || held.has(asset.name)) stale.push(asset);
    else if (isSame(content, asset)) held.add(asset.name);
    else if (mayReplace(content)) stale.push(asset);
    else {
      held.add(asset.name);
      problems.push(
        `${asset.name} has other content (${asset.digest ?? `${asset.size} bytes`}) than ${content.path} (sha256:${content.sha256}, ${content.size} bytes)`,
      );
    }
  }
  return { missing: contents.filter(({ name }) => !held.has(name)), stale, problems };
}

/** Where the server says no digest, the file is downloaded and compared before the release is published. */
function isSame({ size, sha256 }: Content, asset: Asset): boolean {
  if (sha256 === undefined) return true;
  return size === asset.size && (asset.digest ?? `sha256:${sha256}`) === `sha256:${sha256}`;
}

/** Whether something lies at a path, of whatever kind. */
export async function isThere(root: string, path: string): Promise<boolean> {
  return (await lstat(resolve(root, path)).catch(() => undefined)) !== undefined;
}
