import type { Ecosystem } from "./ecosystems/ecosystem.ts";
import type { SkippedLockfile } from "./graph.ts";

export interface FoundLockfile {
  /** Relative to the root. */
  readonly path: string;
  readonly ecosystem: Ecosystem;
}

export interface Discovery {
  readonly found: readonly FoundLockfile[];
  readonly skipped: readonly SkippedLockfile[];
}

/** Folders whose lockfiles belong to somebody else, with the reason that the report gives. */
const EXCLUDED_FOLDERS: ReadonlyMap<string, string> = new Map([
  ["node_modules", "it lies among installed packages"],
  ["bower_components", "it lies among installed packages"],
  ["vendor", "it lies among vendored packages"],
  [".git", "it lies in git's own folder"],
  [".github", "it describes CI, not the product"],
  ["testdata", "it lies among test data"],
  ["fixtures", "it lies among test data"],
  ["__fixtures__", "it lies among test data"],
  ["examples", "it lies among examples"],
]);

/** Whether a folder holds installed packages, which are never walked into. */
export function isInstalled(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === "node_modules" || name === "bower_components";
}

/**
 * The lockfiles among `paths` (relative to the root), in the order of the paths.
 *
 * Every file with a lockfile's name is either found or skipped with a reason.
 */
export function discover(paths: readonly string[], ecosystems: readonly Ecosystem[]): Discovery {
  const present = new Set(paths);
  const found: FoundLockfile[] = [];
  const skipped: SkippedLockfile[] = [];
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const ecosystem = ecosystems.find(({ files }) => files.some((file) => matches(file, name)));
    if (ecosystem === undefined) continue;
    const excluded = exclusion(path) ?? winner(path, name, ecosystem, present);
    if (excluded !== undefined) {
      skipped.push({ item: path, reason: excluded, kind: "excluded", ecosystem: ecosystem.id });
    } else if (ecosystem.parse === undefined) {
      const reason = `${ecosystem.title} lockfiles are not read yet by this version`;
      skipped.push({ item: path, reason, kind: "unsupported", ecosystem: ecosystem.id });
    } else {
      found.push({ path, ecosystem });
    }
  }
  return { found, skipped };
}

function matches(pattern: string | RegExp, name: string): boolean {
  return typeof pattern === "string" ? pattern === name : pattern.test(name);
}

/** Why everything in the folder of `path` is left out; `undefined` where it is not. */
export function exclusion(path: string): string | undefined {
  for (const folder of path.split("/").slice(0, -1)) {
    const reason = EXCLUDED_FOLDERS.get(folder);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Where the ecosystem reads one lockfile per folder: the file that is read in place of this one. */
function winner(
  path: string,
  name: string,
  ecosystem: Ecosystem,
  present: ReadonlySet<string>,
): string | undefined {
  if (ecosystem.onePerFolder !== true) return undefined;
  const folder = path.slice(0, path.length - name.length);
  for (const file of ecosystem.files) {
    if (file === name) return undefined;
    if (typeof file === "string" && present.has(folder + file))
      return `${file} in the same folder wins over it`;
  }
  return undefined;
}
