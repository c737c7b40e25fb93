import { setTimeout as wait } from "node:timers/promises";
import { ExternalError, PolicyFailure, UsageError } from "@assay/core";
import type { NewRelease, Release, ReleaseApi } from "./github.ts";

const TRIES = 4;
const PAUSE_MS = 1000;

/** Drafts are found by no tag, and several may have one: ours say that they are. */
export function markOf(tag: string): string {
  return `<!-- assay-release ${tag.replaceAll("--", "- -")} -->`;
}

export interface Found {
  readonly release: Release | undefined;
  readonly notices: readonly string[];
}

/**
 * The release of a tag, or the draft that this or an earlier run made.
 *
 * @throws UsageError where drafts are there of which nobody can say whose they are.
 */
export async function findRelease(api: ReleaseApi, tag: string, adopt: boolean): Promise<Found> {
  const all = await api.releases(tag);
  const published = all.find(({ isDraft }) => !isDraft);
  const drafts = all.filter((each) => each !== published);
  const ids = drafts.map(({ id }) => id).join(", ");
  if (published !== undefined) {
    const notices =
      drafts.length === 0
        ? []
        : [`Drafts of ${tag} are left beside the release: delete them (${ids}).`];
    return { release: published, notices };
  }
  const [release, ...others] = drafts;
  if (others.length > 0) {
    throw new UsageError(`There are ${drafts.length} drafts of ${tag} (ids ${ids})`, {
      hint: "Look at them on the releases page, and delete all but one.",
    });
  }
  if (release === undefined || adopt || release.body.includes(markOf(tag)))
    return { release, notices: [] };
  throw new UsageError(`There is a draft of ${tag} that something else made (id ${release.id})`, {
    hint: "Delete it, or set `adopt` to add the files to it; it is published only if it then holds nothing else.",
  });
}

/** Makes the draft; a request without a good answer may have made it all the same. */
export async function makeDraft(api: ReleaseApi, wanted: NewRelease): Promise<Release> {
  for (let tried = 1; ; tried++) {
    let failure: unknown;
    try {
      await api.create(wanted);
    } catch (error) {
      if (!(error instanceof ExternalError)) throw error;
      failure = error;
    }
    const { release } = await findRelease(api, wanted.tag_name, false);
    if (release?.isDraft === false)
      throw new ExternalError(`Something else published ${wanted.tag_name} meanwhile`);
    if (release !== undefined) return release;
    if (tried === TRIES)
      throw failure ?? new ExternalError("GitHub made a draft that is not listed");
    // What GitHub refuses it refuses again, but for a time limit.
    if (/ 4(?!08|29)\d\d /.test(String(failure))) throw failure;
    await wait(PAUSE_MS * tried);
  }
}

/**
 * @param commit Of the run; what a tag points at is compared with it.
 * @returns whether the tag is there.
 * @throws PolicyFailure for a tag of another commit.
 */
export async function checkTag(
  api: ReleaseApi,
  tag: string,
  commit: string | undefined,
  createTag: boolean,
): Promise<boolean> {
  const objects = await api.tagged(tag);
  if (objects.length === 0) {
    if (createTag && commit !== undefined) return false;
    throw new UsageError(`There is no tag ${tag} on GitHub`, {
      hint: createTag
        ? "Outside CI no commit is known that the tag could be made at: push the tag first."
        : "Push the tag first, or set `create-tag` to let publishing make it at the commit of this run.",
    });
  }
  if (commit === undefined || objects.includes(commit)) return true;
  throw new PolicyFailure(
    `The tag ${tag} is at commit ${objects.at(-1)}, and this run is for ${commit}`,
    {
      hint: "Release from a run of the tag itself: files of one commit must not stand under the tag of another.",
    },
  );
}
