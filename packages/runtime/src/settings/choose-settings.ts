import {
  asKnownError,
  type ConfigFile,
  ExternalError,
  originOf,
  type SettingsFiles,
  UsageError,
  workTreeFiles,
} from "@assay/core";
import type { OpenedRun, Preparation, PrepareOptions } from "../prepare/prepare-run.ts";
import { prepareWith } from "../prepare/prepare-run.ts";
import { type Base, baseFiles, type Surroundings } from "./base-files.ts";
import { type Baseline, readBaseline } from "./baseline.ts";
import { type Checkout, checkoutAround, linkOut } from "./checkout.ts";
import { reviewChange } from "./loosened/review.ts";
import { mergedFiles } from "./merged-files.ts";
import type { OpenBaseOptions } from "./open-base.ts";
import type { SettingsReview } from "./settings-findings.ts";
import { type TracedFiles, traced } from "./traced-files.ts";

/** One set of settings that a run is judged by. */
export interface Judgement extends Preparation {
  readonly files: TracedFiles;
  readonly baseline: Baseline | undefined;
}

/** The settings that count in a run. */
export interface ChosenSettings {
  /** What decides, and says what is written where. */
  readonly judgement: Judgement;
  /** What a change from outside brings: the change is judged by it a second time, and what either blocks, blocks. */
  readonly own?: Judgement;
  /** Absent where the run is not about a change. */
  readonly review?: SettingsReview;
}

export type ChooseOptions = PrepareOptions & Omit<OpenBaseOptions, "root" | "offline">;

/**
 * Which settings count, as "Which settings count" in docs/architecture.md says: those of the work tree; for a change from
 * outside those of the base branch, and a second time its own.
 *
 * @throws UsageError when a setting is wrong, on either side.
 * @throws ExternalError when the base of a change from outside can't be read: its own files never take its place.
 */
export async function chooseSettings(
  opened: OpenedRun,
  options: ChooseOptions,
): Promise<ChosenSettings> {
  const { root } = opened.workspace;
  const workTree = workTreeFiles(opened.workspace);
  const { folder } = opened;
  const around = { folder, checkout: await checkoutAround(root) };
  const own = await judgementBy(workTree, around, opened, options);
  const origin = originOf(options.event);
  if (origin.kind === "trusted") return { judgement: own };
  const link = await linkOut(folder);
  if (link !== undefined) {
    throw new UsageError(`The symbolic link ${link} leads out of the checkout`, {
      hint: "Name the folder that is to be looked at with `working-directory`: a change may have brought the link.",
    });
  }
  const isOutside = origin.kind === "outside-change";
  let base: Base;
  try {
    const { openBase } = await import("./open-base.ts");
    const { top } = around.checkout;
    base = await openBase(origin.base, { ...options, root: top, offline: own.inputs.offline });
  } catch (cause) {
    if (isOutside || !(cause instanceof ExternalError)) throw cause;
    return { judgement: own, review: { mode: "report", loosened: [], unreadable: cause.message } };
  }
  const head = await headOf(base);
  const ofBase = { folder, checkout: await contentOf(base, head.commit, root) };
  const files = baseFiles(base, ofBase, workTree);
  const branchedOff = baseFiles({ ...base, commit: head.branchedOff }, ofBase, workTree);
  // A checkout of the change alone lacks what the base did meanwhile: that is not what the change does.
  const merged = async () =>
    head.branchedOff === base.commit
      ? own
      : judgementBy(mergedFiles(workTree, branchedOff, files), around, opened, options);
  if (isOutside) {
    const judgement = await judgementBy(files, ofBase, opened, options).catch((cause) =>
      Promise.reject(onBase(cause, base)),
    );
    const after = await merged();
    return { judgement, own: after, review: await reviewChange(judgement, after, options, base) };
  }
  try {
    const before = await judgementBy(files, ofBase, opened, options, true);
    return { judgement: own, review: await reviewChange(before, await merged(), options, base) };
  } catch (cause) {
    const { message, kind } = asKnownError(onBase(cause, base));
    if (kind === "internal") throw cause;
    return { judgement: own, review: { mode: "report", loosened: [], unreadable: message } };
  }
}

/** The commit that is checked out, and where it branched off from the base: at its tip, where nothing else is known. */
async function headOf({ repo, commit }: Base) {
  const { findCommit, mergeBase } = await import("@assay/git");
  const head = await findCommit(repo, "HEAD");
  const common = head === undefined ? undefined : await mergeBase(repo, commit, head);
  return { commit: head, branchedOff: common ?? commit };
}

/** The checkout, with what either the base or the change has in it. */
async function contentOf(
  { repo, commit }: Base,
  head: string | undefined,
  root: string,
): Promise<Checkout> {
  const { isInTree } = await import("@assay/git");
  return checkoutAround(root, async (path) => {
    for (const each of [commit, head]) {
      if (each !== undefined && (await isInTree(repo, each, path))) return true;
    }
    return false;
  });
}

/** @param isBefore The files need not be there yet: a change from inside may bring them together with the inputs that name them. */
async function judgementBy(
  files: SettingsFiles,
  around: Surroundings,
  opened: OpenedRun,
  options: ChooseOptions,
  isBefore = false,
): Promise<Judgement> {
  const from = traced(files, around);
  const lacks = async (path: string | undefined, named: boolean) =>
    isBefore && path !== undefined && (await files.read(path, { named })) === undefined;
  const { configPath, ...rest } = opened;
  const isConfigNew = await lacks(configPath, true);
  const prepared = await prepareWith(
    from,
    { ...rest, configPath: isConfigNew ? undefined : configPath },
    options,
  );
  const { baseline: path } = prepared.inputs;
  const named = prepared.sources["baseline"]?.from !== "config";
  const isBaselineNew = await lacks(path, named);
  const baseline = isBaselineNew ? undefined : await readBaseline(from, path, named);
  return { ...prepared, config: placedAt(prepared.config, files.commit), files: from, baseline };
}

/** Places in a file of the base branch are not places in the work tree. */
function placedAt(config: ConfigFile, commit: string | undefined): ConfigFile {
  if (commit === undefined) return config;
  return {
    ...config,
    place(key) {
      const place = config.place(key);
      return place === undefined ? undefined : { ...place, commit };
    },
  };
}

/** A mistake in a file of the base branch says so: nobody finds it in the change. */
function onBase(cause: unknown, { commit, branch }: Base): unknown {
  if (!(cause instanceof UsageError)) return cause;
  const where = `${branch ?? "the base branch"} at ${commit.slice(0, 10)}`;
  return new UsageError(`${cause.message} (read from ${where})`, {
    problems: cause.problems,
    ...(cause.hint !== undefined && { hint: cause.hint }),
    cause,
  });
}
