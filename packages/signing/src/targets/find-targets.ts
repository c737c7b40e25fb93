import { lstat } from "node:fs/promises";
import { isAbsolute, posix, resolve } from "node:path";
import {
  compareText,
  globMatcher,
  isInside,
  type Skipped,
  type Unreadable,
  UsageError,
  walkFiles,
} from "@assay/core";
import { isBundleName } from "./bundle-names.ts";

/** The files that a list of globs and paths names. Paths are relative to the root, with `/`. */
export interface Targets {
  readonly files: readonly string[];
  /** Of the patterns and paths, those that name such files, and those that exclude; as they were given. */
  readonly matching: readonly string[];
  /** Patterns and paths that name no file, with what is there instead. */
  readonly unmatched: readonly Skipped[];
  /** Bundles that a pattern hit: they hold signatures and are not signed themselves. */
  readonly bundles: readonly string[];
  /** What a pattern hit and is neither signed nor verified: links, pipes, names that no list of names can hold. */
  readonly skipped: readonly Skipped[];
  /** Temporary files of a run that was killed while it wrote a bundle. */
  readonly leftovers: readonly Skipped[];
  readonly unreadable: readonly Unreadable[];
}

const GLOB_CHARACTERS = /[*?[\]{}()!]/;

/**
 * Finds the files to sign or verify. A path that is there is taken as it is, whatever characters it has; everything
 * else is a glob (`*` within a folder, `**` across). Symbolic links are never followed.
 *
 * @param enterGit Whether a folder called `.git` is one like others.
 * @throws UsageError when a path leads out of the root.
 */
export async function findTargets(
  root: string,
  patterns: readonly string[],
  bundleSuffix: string,
  enterGit?: (path: string) => boolean,
): Promise<Targets> {
  const found = new Set<string>();
  const unmatched: Skipped[] = [];
  const globs = new Map<string, string>();
  const matching = new Set<string>();
  const negative = patterns.filter((pattern) => pattern.startsWith("!"));
  for (const pattern of patterns) {
    if (pattern.startsWith("!")) continue;
    const path = relativePath(root, pattern);
    const there = await kindOf(resolve(root, path));
    if (there === "file" && LINE_BREAK.test(path)) {
      unmatched.push({ item: pattern, reason: BROKEN_NAME });
    } else if (there === "file") {
      found.add(path);
      matching.add(pattern);
    } else if (there === "nothing" && GLOB_CHARACTERS.test(pattern)) globs.set(path, pattern);
    else {
      const isList = there === "nothing" && /\S\s+\S/.test(pattern);
      unmatched.push({
        item: pattern,
        reason: isList ? `${REASONS.nothing}; ${SPACES}` : REASONS[there],
      });
    }
  }
  const walked = await walk(root, [...globs.keys()], enterGit);
  const skipped = new Map<string, string>();
  for (const [glob, pattern] of globs) {
    const isHit = lineMatcher([glob]);
    const hits = walked.files.filter(isHit);
    const irregular = walked.irregular.filter(isHit);
    if (hits.length + irregular.length === 0) unmatched.push({ item: glob, reason: noMatch(glob) });
    if (hits.length > 0) matching.add(pattern);
    for (const hit of hits) {
      if (LINE_BREAK.test(hit)) skipped.set(hit, BROKEN_NAME);
      else found.add(hit);
    }
    for (const path of irregular) skipped.set(path, await irregularReason(resolve(root, path)));
  }
  const isExcluded =
    negative.length === 0 ? () => false : lineMatcher(negative.map((glob) => glob.slice(1)));
  const kept = [...found].filter((path) => !isExcluded(path)).sort();
  const isBundle = (path: string) => isBundleName(path, bundleSuffix);
  return {
    files: kept.filter((path) => !isBundle(path) && !LEFTOVER.test(path)),
    matching: patterns.filter((pattern) => pattern.startsWith("!") || matching.has(pattern)),
    bundles: kept.filter(isBundle),
    unmatched,
    skipped: [...skipped]
      .filter(([path]) => !isExcluded(path) && !isBundle(path))
      .sort(([a], [b]) => compareText(a, b))
      .map(([item, reason]) => ({ item, reason })),
    leftovers: kept
      .filter((path) => LEFTOVER.test(path))
      .map((item) => ({ item, reason: "a run that was killed left it: delete it" })),
    unreadable: walked.unreadable,
  };
}

const SPACES = "it holds spaces, and patterns are separated by line breaks or commas";
/** What files are written as before they get their name. */
const LEFTOVER = /(?:^|\/)\.assay-[0-9a-f]{16}\.tmp$/;
const LINE_BREAK = /[\r\n]/;
/** Outputs and checksum files hold one name a line. */
const BROKEN_NAME = "its name holds a line break";

/** A glob's `*` stops at a line break, and a file with one in its name would be hit by nothing. */
function lineMatcher(globs: readonly string[]): (path: string) => boolean {
  const matches = globMatcher(globs);
  return (path) => matches(path.replaceAll(/[\r\n]/g, "_"));
}

function noMatch(glob: string): string {
  return /\s/.test(glob) ? `no file matches; ${SPACES}` : "no file matches";
}

async function irregularReason(path: string): Promise<string> {
  const kind = await kindOf(path);
  return kind === "link" ? REASONS.link : REASONS.other;
}

const REASONS = {
  nothing: "there is no such file",
  folder: "it is a folder; write a pattern such as `folder/**`",
  link: "it is a symbolic link, and links are not followed",
  other: "it is no regular file",
} as const;

async function kindOf(path: string): Promise<"file" | keyof typeof REASONS> {
  const status = await lstat(path).catch(() => undefined);
  if (status === undefined) return "nothing";
  if (status.isFile()) return "file";
  if (status.isSymbolicLink()) return "link";
  return status.isDirectory() ? "folder" : "other";
}

function relativePath(root: string, pattern: string): string {
  const absolute = resolve(root, pattern);
  if (!isInside(root, absolute)) {
    throw new UsageError(`\`files\` holds ${pattern}, which leads out of the working directory`, {
      hint: "Bundles are written beside the files: set `working-directory` to a folder that holds both.",
    });
  }
  const path = isAbsolute(pattern) ? absolute.slice(root.length + 1) : posix.normalize(pattern);
  return path.startsWith("./") ? path.slice(2) : path;
}

/** Walks only the folders that a glob can reach. */
async function walk(root: string, globs: readonly string[], enterGit?: (path: string) => boolean) {
  if (globs.length === 0) return { files: [], irregular: [], unreadable: [] };
  const bases = globs.map((glob) => {
    const parts = glob.split("/");
    const first = parts.findIndex((part) => GLOB_CHARACTERS.test(part));
    return parts.slice(0, first === -1 ? parts.length - 1 : first).join("/");
  });
  const isReached = (folder: string) =>
    bases.some(
      (base) =>
        base === "" || `${folder}/`.startsWith(`${base}/`) || `${base}/`.startsWith(`${folder}/`),
    );
  return await walkFiles(root, isReached, enterGit);
}
