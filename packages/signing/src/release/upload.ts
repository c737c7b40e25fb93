import { resolve } from "node:path";
import { type CommandContext, ExternalError, PolicyFailure, UsageError } from "@assay/core";
import { mapPool } from "../targets/pool.ts";
import { type Content, compare } from "./contents.ts";
import { markOf } from "./draft.ts";
import type { Asset, Release, ReleaseApi } from "./github.ts";

const UPLOADS = 3;
const ROUNDS = 5;

/** Until the draft holds everything once: what was lost, half done or repeated is put right. */
export async function uploadAll(
  { root, signal, logger }: CommandContext,
  api: ReleaseApi,
  draft: Release,
  all: readonly Content[],
  replace: boolean,
): Promise<void> {
  const isOurs = draft.body.includes(markOf(draft.tag));
  let failure: unknown;
  for (let round = 1; ; round++) {
    const compared = compare(
      all,
      await api.assets(draft),
      ({ isMade }) => replace || (isOurs && isMade),
    );
    requireSame(draft, compared);
    const { missing, stale } = compared;
    if (missing.length + stale.length === 0) return;
    if (round > ROUNDS) {
      throw (
        failure ??
        new ExternalError(`GitHub does not keep ${missing.map(({ name }) => name).join(", ")}`, {
          hint: "Run the step again later.",
        })
      );
    }
    for (const asset of stale) await api.remove(asset);
    await mapPool(missing, UPLOADS, signal, async ({ name, path, size = 0 }) => {
      try {
        const made = await api.upload(draft, name, resolve(root, path), size);
        if (made !== undefined && made.name !== name) {
          await api.remove(made);
          throw new UsageError(`GitHub calls ${name} ${made.name}: give the file that name`);
        }
        logger.info(`${name}: uploaded`);
      } catch (error) {
        if (!(error instanceof ExternalError)) throw error;
        logger.info(`${name}: ${error.message}`);
        failure = error;
      }
    });
    signal.throwIfAborted();
  }
}

/**
 * A request without an answer may have published it.
 *
 * @param commit For a tag that is not there: a draft of an earlier run has the commit of that one.
 */
export async function publish(
  api: ReleaseApi,
  draft: Release,
  commit: string | undefined,
): Promise<Release> {
  let failure: unknown;
  try {
    await api.publish(draft, commit);
  } catch (error) {
    if (!(error instanceof ExternalError)) throw error;
    failure = error;
  }
  const now = await api.release(draft.id);
  if (!now.isDraft) return now;
  throw (
    failure ?? new ExternalError("GitHub answered that it published the release, and it is a draft")
  );
}

/**
 * @param isWhole Whether nothing may be missing.
 * @throws PolicyFailure for what nobody may pass over.
 */
export function requireSame(
  { tag, isDraft }: Release,
  { problems, missing, stale }: ReturnType<typeof compare>,
  isWhole = !isDraft,
): void {
  const lacking = isWhole
    ? [...missing, ...stale].map(({ name }) => `${name} is missing, or not whole`)
    : [];
  if (problems.length + lacking.length === 0) return;
  throw new PolicyFailure(
    `The ${isDraft ? "draft" : "published release"} ${tag} is not what this run would make`,
    {
      problems: [...new Set([...problems, ...lacking])],
      hint: isDraft
        ? "Delete what should not be there, or name it in `files`; `replace` exchanges assets with other content."
        : "What is published stays: make a release of another tag.",
    },
  );
}

export function requireComplete(
  release: Release,
  all: readonly Content[],
  assets: readonly Asset[],
): void {
  requireSame(
    release,
    compare(all, assets, () => false),
    true,
  );
}
