import { ExternalError, isRecord } from "@assay/core";
import type { GithubApi } from "@assay/core/github";

const PAGE_SIZE = 100;
/** A pull request with more comments than this gets no search through all of them. */
const MAX_PAGES = 30;

export interface StickyComment {
  readonly pullRequest: number;
  /** The first line of `body`, by which the comment is found again. */
  readonly marker: string;
  /** The first line that an earlier version wrote: such a comment is taken over where there is none with `marker`. */
  readonly formerMarker?: string;
  readonly body: string;
  /** Write it only where an earlier one is there to correct: a clean change needs no comment. */
  readonly onlyUpdate: boolean;
}

/**
 * Keeps one comment up to date: the one with the marker, by a bot or by the token's person, is changed in place; without one a
 * new one is made.
 * A person who copies the marker into a comment does not get it overwritten.
 */
export async function upsertComment(
  api: GithubApi,
  comment: StickyComment,
): Promise<"created" | "updated" | "unchanged" | "not needed"> {
  const known = await findComment(api, comment);
  if (known === undefined) {
    if (comment.onlyUpdate) return "not needed";
    await api.call("POST", `/issues/${comment.pullRequest}/comments`, { body: comment.body });
    return "created";
  }
  if (known.body === comment.body) return "unchanged";
  await api.call("PATCH", `/issues/comments/${known.id}`, { body: comment.body });
  return "updated";
}

interface KnownComment {
  readonly id: number;
  readonly body: string;
  readonly login: string;
  readonly byBot: boolean;
}

async function findComment(
  api: GithubApi,
  { pullRequest, marker, formerMarker }: StickyComment,
): Promise<KnownComment | undefined> {
  let former: KnownComment | undefined;
  const isOurs = async ({ byBot, login }: KnownComment) => byBot || login === (await api.self());
  for (let page = 1; page <= MAX_PAGES; page++) {
    const path = `/issues/${pullRequest}/comments?per_page=${PAGE_SIZE}&page=${page}`;
    const comments = await api.call("GET", path);
    if (!Array.isArray(comments)) {
      throw new ExternalError("The list of comments is no list", {
        hint: "Check that GITHUB_API_URL is the address of the server's API.",
      });
    }
    for (const known of comments.map(commentOf)) {
      if (known === undefined) continue;
      if (known.body.startsWith(marker) && (await isOurs(known))) return known;
      const isFormer = formerMarker !== undefined && known.body.startsWith(formerMarker);
      if (isFormer && former === undefined && (await isOurs(known))) former = known;
    }
    if (comments.length < PAGE_SIZE) return former;
  }
  throw new ExternalError(
    `The pull request has more than ${MAX_PAGES * PAGE_SIZE} comments; none was added, for there may be an earlier one`,
    { hint: "Read the result in the job summary." },
  );
}

function commentOf(value: unknown): KnownComment | undefined {
  if (!isRecord(value) || !isRecord(value["user"])) return undefined;
  const { id, body } = value;
  const { type, login } = value["user"];
  if (typeof id !== "number" || typeof body !== "string" || typeof login !== "string")
    return undefined;
  return { id, body, login, byBot: type === "Bot" };
}
