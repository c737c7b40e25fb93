import { join, posix } from "node:path";
import { type CheckContext, openWorkspace, statusBehind, UsageError, walkFiles } from "@assay/core";
import { absentFiles, openRepository, type Repository, trackedFiles, WHY_ABSENT } from "@assay/git";

/** The Python files of a checkout, and what else matters of it. */
export interface PythonFiles {
  /** `.py` and `.pyi`, sorted. */
  readonly python: readonly string[];
  /** Files called `.bandit`. */
  readonly stray: readonly string[];
  /** Folders that somebody else's packages lie in: virtual environments, `node_modules`; git does not track them. */
  readonly installed: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Python files that git tracks and whose content is not in the work tree. */
  readonly absent: readonly { readonly path: string; readonly reason: string }[];
}

const PYTHON = /\.pyi?$/;

export async function pythonFiles(context: CheckContext): Promise<PythonFiles> {
  const { root } = context;
  const candidates: string[] = [];
  const enter = (path: string) => {
    const isInstalled =
      /(?:^|\/)node_modules$/.test(path) ||
      statusBehind(join(root, path, "pyvenv.cfg")) !== undefined;
    if (isInstalled) candidates.push(path);
    return !isInstalled;
  };
  const outer = await walkFiles(root, enter);
  // Whoever writes a `pyvenv.cfg` beside code would keep it from being looked at.
  const tracked = candidates.length === 0 ? [] : await trackedIn(context);
  const absent = (await absentIn(context)).filter(({ path }) => PYTHON.test(path));
  const own = candidates.filter((folder) => tracked.some((file) => file.startsWith(`${folder}/`)));
  const inner = await Promise.all(
    own.map(async (folder) => ({ folder, walk: await walkFiles(join(root, folder)) })),
  );
  const files = [
    ...outer.files,
    ...inner.flatMap(({ folder, walk }) => walk.files.map((file) => `${folder}/${file}`)),
  ].sort();
  return {
    python: files.filter((file) => PYTHON.test(file)),
    stray: files.filter((file) => /(?:^|\/)\.bandit$/.test(file)),
    installed: candidates.filter((folder) => !own.includes(folder)).sort(),
    unreadable: [...outer.unreadable, ...inner.flatMap(({ walk }) => walk.unreadable)],
    absent: absent.map(({ path, kind }) => ({ path, reason: WHY_ABSENT[kind] })),
  };
}

const trackedIn = (context: CheckContext) => ofRepository(context, trackedFiles);
const absentIn = (context: CheckContext) => ofRepository(context, absentFiles);

async function ofRepository<T>(
  context: CheckContext,
  ask: (repository: Repository) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  try {
    return await ask(await openRepository(context));
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

/** Targets as the tools get them: those that are there, and those that are not. */
export interface Targets {
  readonly present: readonly string[];
  readonly missing: readonly string[];
  /** Folders and files that are there and hold no Python. */
  readonly empty: readonly string[];
}

/** @throws UsageError when a path leads out of the working directory. */
export async function targetsOf(
  root: string,
  paths: readonly string[],
  files: readonly string[],
): Promise<Targets> {
  const workspace = await openWorkspace(root);
  const present: string[] = [];
  const missing: string[] = [];
  const empty: string[] = [];
  for (const written of paths) {
    const path = posix.normalize(written).replace(/\/+$/, "") || "/";
    if (
      path.startsWith("/") ||
      /^\.\.(?:\/|$)/.test(path) ||
      statusBehind(join(root, path)) !== undefined
    ) {
      // Also through a link.
      await workspace.resolve(path);
      const isEmpty = !files.some(
        (file) => path === "." || file === path || file.startsWith(`${path}/`),
      );
      (isEmpty ? empty : present).push(path);
    } else missing.push(path);
  }
  return { present, missing, empty };
}

/** Whether a file belongs to one of the targets. */
export function isBelow(file: string, targets: readonly string[]): boolean {
  return targets.some((path) => path === "." || file === path || file.startsWith(`${path}/`));
}
