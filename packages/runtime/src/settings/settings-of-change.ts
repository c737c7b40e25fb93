import {
  asKnownError,
  type ChangeBase,
  ExternalError,
  type SettingsFiles,
  UsageError,
} from "@assay/core";
import { findCommit, isInTree, mergeBase } from "@assay/git";
import type { OpenedRun } from "../prepare/prepare-run.ts";
import { type Base, baseFiles, type Surroundings } from "./base-files.ts";
import { type Checkout, checkoutAround, linkOut } from "./checkout.ts";
import type { ChooseOptions, ChosenSettings } from "./choose-settings.ts";
import { type Judgement, judgementBy } from "./judgement.ts";
import { reviewChange } from "./loosened/review.ts";
import { mergedFiles } from "./merged-files.ts";
import { openBase } from "./open-base.ts";

/** The change whose settings are chosen, and what is known of it. */
export interface ChangedSettings {
  readonly base: ChangeBase;
  readonly isOutside: boolean;
  /** What it brings. */
  readonly own: Judgement;
  readonly workTree: SettingsFiles;
  readonly around: Surroundings;
}

/** The settings that count for a change, as `chooseSettings` says. */
export async function settingsOfChange(
  { base: change, isOutside, own, workTree, around }: ChangedSettings,
  opened: OpenedRun,
  options: ChooseOptions,
): Promise<ChosenSettings> {
  const { root } = opened.workspace;
  const { folder } = opened;
  const link = await linkOut(folder);
  if (link !== undefined) {
    throw new UsageError(`The symbolic link ${link} leads out of the checkout`, {
      hint: "Name the folder that is to be looked at with `working-directory`: a change may have brought the link.",
    });
  }
  let base: Base;
  try {
    const { top } = around.checkout;
    base = await openBase(change, { ...options, root: top, offline: own.inputs.offline });
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
  return checkoutAround(root, async (path) => {
    for (const each of [commit, head]) {
      if (each !== undefined && (await isInTree(repo, each, path))) return true;
    }
    return false;
  });
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
