import { type CheckContext, type SettingsFiles, UsageError } from "@assay/core";
import {
  type CommitRange,
  findRepository,
  openRepository,
  type Repository,
  resolveRange,
} from "@assay/git";
import type { SecretsOptions } from "../command.ts";

/** What a run looks at, and where it reads its configuration from. */
export type Target = {
  readonly notices: readonly string[];
  /** A file of the repository as far as it may decide over this run; `named` where an input or variable names it. */
  readonly read: (path: string, named?: boolean) => Promise<string | undefined>;
  /** The lines that a file has on the base branch, where a change from outside is looked at. */
  readonly linesBefore: (path: string) => Promise<readonly string[]>;
  /** Whether marks in lines that the change adds count. */
  readonly addedMarksCount: boolean;
  /** The tip of the branch that a change from outside wants to go to. */
  readonly baseCommit?: string;
  /** Whether only what a change adds is looked at. */
  readonly isChange: boolean;
} & (
  | { readonly kind: "tree" }
  | { readonly kind: "history"; readonly repo: Repository; readonly range: CommitRange }
);

/** @throws UsageError when `mode: history` or a base is asked for and there is no git repository. */
export async function chooseTarget(
  context: CheckContext,
  options: SecretsOptions,
): Promise<Target> {
  const { event, remote, offline, environment, logger, settings } = context;
  const base = {
    read: textReader(settings),
    linesBefore: linesReader(settings),
    addedMarksCount: settings.addedMarksCount,
    ...(settings.commit !== undefined && { baseCommit: settings.commit }),
  };
  const asFiles = (...notices: readonly string[]): Target => ({
    ...base,
    kind: "tree",
    isChange: false,
    notices,
  });
  if (options.mode === "tree") return asFiles();
  const repo = await openIfThere(context, options);
  if (repo === undefined) return asFiles(NO_REPOSITORY);
  const range = await resolveRange(repo, {
    event,
    remote,
    offline,
    environment,
    logger,
    ...(options.baseRef === undefined ? {} : { override: { base: options.baseRef } }),
  });
  return {
    ...base,
    kind: "history",
    repo,
    range,
    isChange: range.kind === "commits" && range.base !== undefined,
    notices: event === null ? [UNCOMMITTED] : [],
  };
}

const NO_REPOSITORY =
  "The folder belongs to no git repository: its files were scanned as they lie there";
const UNCOMMITTED =
  "Only commits were looked at: what is staged, changed or untracked was not; `--mode tree` looks at the files as they lie there";

function textReader(settings: SettingsFiles): Target["read"] {
  return async (path, named = false) => {
    const bytes = await settings.read(path, { named });
    return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
  };
}

function linesReader(settings: SettingsFiles): Target["linesBefore"] {
  return async (path) => {
    // What can't be read there, such as a link that leads nowhere, has no line that is known.
    const bytes = await settings.read(path, { decides: false }).catch(() => undefined);
    return bytes === undefined ? [] : Buffer.from(bytes).toString("utf8").split("\n");
  };
}

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
