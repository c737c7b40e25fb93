import { type CheckContext, comesFromOutside, UsageError } from "@assay/core";
import {
  type CommitRange,
  fileAt,
  findRepository,
  openRepository,
  type Repository,
  resolveRange,
} from "@assay/git";
import type { SecretsOptions } from "../command.ts";
import { workTreeReader } from "../config/locate.ts";

type FileReader = (path: string) => Promise<string | undefined>;

/** What a run looks at, and where it reads its configuration from. */
export type Target = {
  readonly notices: readonly string[];
  /** A file of the repository as far as it may decide over this run. */
  readonly read: FileReader;
  /** The same as it lies there. */
  readonly workTree: FileReader;
  /** Where the run is about a change: from which commit to which. */
  readonly change?: { readonly repo: Repository; readonly base: string; readonly head: string };
} & (
  | { readonly kind: "tree" }
  | { readonly kind: "history"; readonly repo: Repository; readonly range: CommitRange }
);

/** @throws UsageError when `mode: history` or a base is asked for and there is no git repository. */
export async function chooseTarget(
  context: CheckContext,
  options: SecretsOptions,
): Promise<Target> {
  const { event, remote, offline, environment, logger } = context;
  const workTree = await workTreeReader(context.root);
  const outside = comesFromOutside(event);
  const notBelieved: FileReader = async () => undefined;
  const asFiles = (...notices: readonly string[]): Target => ({
    kind: "tree",
    workTree,
    read: outside ? notBelieved : workTree,
    notices: outside
      ? [...notices, `${OUTSIDE} not used, because its base commit is not known`]
      : notices,
  });
  if (options.mode === "tree" && !outside) return asFiles();
  const repo = await openIfThere(context, options);
  if (repo === undefined) return options.mode === "tree" ? asFiles() : asFiles(NO_REPOSITORY);
  const range = await resolveRange(repo, {
    event,
    remote,
    offline,
    environment,
    logger,
    ...(options.baseRef === undefined ? {} : { override: { base: options.baseRef } }),
  });
  const place =
    options.mode === "tree"
      ? ({ kind: "tree" } as const)
      : { kind: "history" as const, repo, range };
  const uncommitted = event === null && place.kind === "history" ? [UNCOMMITTED] : [];
  if (range.kind !== "commits" || range.base === undefined) {
    return { ...asFiles(...uncommitted), ...place };
  }
  const { base, head, mergeBase = base } = range;
  const change = { repo, base: mergeBase, head };
  if (!outside) return { ...place, change, workTree, read: workTree, notices: uncommitted };
  // Of the target branch as it is now: the author of a change chooses where it branches off.
  const read: FileReader = async (path) => {
    const bytes = await fileAt(repo, base, path);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
  };
  return { ...place, change, workTree, read, notices: [`${OUTSIDE} read from its base commit`] };
}

const NO_REPOSITORY =
  "The folder belongs to no git repository: its files were scanned as they lie there";
const UNCOMMITTED =
  "Only commits were looked at: what is staged, changed or untracked was not; `--mode tree` looks at the files as they lie there";
const OUTSIDE =
  "The change comes from outside: the gitleaks configuration and .gitleaksignore were";

async function openIfThere(
  { root, processes, environment, signal }: CheckContext,
  { mode, baseRef }: SecretsOptions,
): Promise<Repository | undefined> {
  const options = { root, processes, environment, signal };
  if (mode === "history" || baseRef !== undefined) return openRepository(options);
  // Anything but "no repository here" must not turn a history scan into a scan of some files.
  return findRepository(options).catch((cause: unknown) => {
    if (!(cause instanceof UsageError)) throw cause;
    const hint = "Check the repository out again, or scan its files alone with `mode: tree`.";
    throw new UsageError(cause.message, { hint, cause });
  });
}
