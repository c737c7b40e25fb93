import type { Ecosystem, FilePattern, LockFormat } from "./ecosystems/ecosystem.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";
import type { Skipped } from "./graph.ts";

export interface FoundLockfile {
  /** Relative to the root. */
  readonly path: string;
  readonly ecosystem: Ecosystem;
  readonly format: LockFormat;
}

export interface Discovery {
  /** Files that can be read. */
  readonly found: readonly FoundLockfile[];
  /** Lockfiles that are left out or can't be read. */
  readonly skipped: readonly Skipped[];
}

/** Folders whose lockfiles belong to somebody else, with the reason that the report gives. In lower case. */
const EXCLUDED_FOLDERS: ReadonlyMap<string, string> = new Map([
  ["vendor", "it lies among vendored packages"],
  [".git", "it lies in git's own folder"],
  [".github", "it describes CI, not the product"],
  ["testdata", "it lies among test data"],
  ["fixtures", "it lies among test data"],
  ["__fixtures__", "it lies among test data"],
  ["examples", "it lies among examples"],
  ["archetype-resources", "it is a template of projects"],
]);

/** Where tests keep what they work with, on the JVM and elsewhere. */
const TEST_DATA = /(?:^|\/)(?:src\/(?:it|test\/resources)|tests?\/data)\//;

const INSTALL_PATTERNS = ECOSYSTEMS.flatMap(({ installFolders = [] }) => installFolders);
const INSTALL_FOLDERS: ReadonlySet<unknown> = new Set(INSTALL_PATTERNS);
const INSTALL_EXPRESSIONS = INSTALL_PATTERNS.filter((each) => each instanceof RegExp);

/** Whether a folder holds installed packages, which are never walked into. */
export function isInstallFolder(path: string): boolean {
  const name = fileName(path).toLowerCase();
  return INSTALL_FOLDERS.has(name) || INSTALL_EXPRESSIONS.some((each) => each.test(name));
}

/** Why everything in the folder of a file is left out, by the names of the folders above it; `undefined` where it is not. */
export function exclusion(path: string, isAboutCi = false): string | undefined {
  for (const folder of path.split("/").slice(0, -1)) {
    if (isInstallFolder(folder)) return "it lies among installed packages";
    const name = folder.toLowerCase();
    const reason = EXCLUDED_FOLDERS.get(name);
    if (reason !== undefined && !(isAboutCi && name === ".github")) return reason;
  }
  return TEST_DATA.test(path) ? "it lies among test data" : undefined;
}

/** Says why a file is left out; `undefined` where it is not. */
export type Exclusion = (path: string) => string | undefined;

/** Which files are looked at. */
export interface Choice {
  /** Whether a file is the project's at all. */
  readonly excluded: Exclusion;
  /** Says why a lockfile or manifest of the project is left out all the same; `undefined` where it is not. */
  readonly unselected: (path: string, ecosystem: string) => string | undefined;
}

/**
 * The lockfiles among `paths` (relative to the root), in the order of the paths. Every file with a lockfile's name is either found or
 * skipped with a reason.
 */
export function discover(
  paths: readonly string[],
  ecosystems: readonly Ecosystem[],
  { excluded = exclusion, unselected }: Partial<Choice> = {},
): Discovery {
  const present = new Set(paths);
  const found: FoundLockfile[] = [];
  const skipped: Skipped[] = [];
  for (const path of paths) {
    const match = formatOf(path, ecosystems);
    if (match === undefined) continue;
    const { ecosystem, format } = match;
    const reason = excluded(path) ?? superseded(path, format, present);
    const unasked = reason === undefined ? unselected?.(path, ecosystem.id) : undefined;
    if (reason !== undefined) {
      skipped.push({ item: path, reason, kind: "excluded", ecosystem: ecosystem.id });
    } else if (unasked !== undefined) {
      skipped.push({ item: path, reason: unasked, kind: "unselected", ecosystem: ecosystem.id });
    } else if (format.load === undefined) {
      const why = `${format.title} lockfiles are not read by this version`;
      skipped.push({ item: path, reason: why, kind: "unsupported", ecosystem: ecosystem.id });
    } else {
      found.push({ path, ecosystem, format });
    }
  }
  return { found, skipped };
}

/** The last part of a path. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The ecosystem and the kind of lockfile that a file's name stands for. */
export function formatOf(path: string, ecosystems: readonly Ecosystem[]) {
  for (const ecosystem of ecosystems) {
    const format = ecosystem.formats.find(({ files }) => matchesFile(files, path));
    if (format !== undefined) return { ecosystem, format };
  }
  return undefined;
}

/** Whether a file is one of these, by its name or, where an expression needs its folder too, by its path. */
export function matchesFile(files: readonly FilePattern[], path: string): boolean {
  const name = fileName(path);
  return files.some((file) =>
    typeof file === "string" ? file === name : file.test(name) || file.test(path),
  );
}

/** Where a format reads one file per folder: that another one is read in place of this one. */
function superseded(
  path: string,
  format: LockFormat,
  present: ReadonlySet<string>,
): string | undefined {
  if (format.onePerFolder !== true) return undefined;
  const name = fileName(path);
  // One that only an expression matches is a branch's own: settings decide which of them is used.
  if (!format.files.includes(name)) return undefined;
  const folder = path.slice(0, path.length - name.length);
  const first = format.files.find((file) => typeof file === "string" && present.has(folder + file));
  return first === name || typeof first !== "string"
    ? undefined
    : `${first} in the same folder wins over it`;
}
