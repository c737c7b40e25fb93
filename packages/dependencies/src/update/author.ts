import { isFromFork, isRecord, type TriggerEvent } from "@assay/core";
import type { CommitPeople } from "@assay/git";

/** Apps that open updates and nothing else, by the login of their user. */
export const UPDATE_APPS: readonly string[] = ["dependabot[bot]", "renovate[bot]"];

export interface Authorship {
  /** The login of the app. */
  readonly bot?: string;
  /** Why a person has to look: sentences. */
  readonly doubts: readonly string[];
}

interface Trusted {
  readonly apps?: readonly string[] | undefined;
  readonly authors?: readonly string[] | undefined;
}

/**
 * Whether an app that the policy names made a pull request and nobody touched it after that: who opened it (`pull_request.user`), where
 * its branch is, who pushed what this run is about (`sender`), and who is named in each commit. The author of a commit is a text that
 * anybody can write: it can only speak against the app. The variable `GITHUB_ACTOR` says who started the run and is not asked.
 *
 * @param commits every commit of the pull request; `undefined` where nobody can tell
 */
export function authorshipOf(
  event: TriggerEvent | null,
  commits: readonly CommitPeople[] | undefined,
  { apps = UPDATE_APPS, authors = [] }: Trusted = {},
): Authorship {
  const { payload = {} } = event ?? {};
  const pull = payload["pull_request"];
  if (!isRecord(pull)) return { doubts: ["It is no pull request."] };
  const [login, type] = personOf(pull["user"]);
  const isBot = !login.endsWith("[bot]") || type === "Bot";
  if (!isBot || !apps.includes(login))
    return { doubts: [`${login} opened it, who is no app for updates.`] };
  const doubts: string[] = [];
  if (isFromFork(pull)) doubts.push("Its branch is in another repository.");
  const action = payload["action"];
  if (action !== "opened" && action !== "synchronize")
    doubts.push("The event does not say who pushed to its branch last.");
  const [sender] = personOf(payload["sender"]);
  if (sender !== login) doubts.push(`${sender} caused this run, not ${login}.`);
  if (commits === undefined || commits.length === 0) doubts.push("Its commits are not known.");
  const emails = new Set([`${login}@users.noreply.github.com`, ...authors].map(lower));
  const isOwn = (person: string) => emails.has(emailOf(person));
  // What an app writes through GitHub's API, GitHub commits.
  const stranger = commits
    ?.flatMap(({ author, committer }) => [
      ...(isOwn(author) ? [] : [author]),
      ...(isOwn(committer) || emailOf(committer) === "noreply@github.com" ? [] : [committer]),
    ])
    .at(0);
  if (stranger !== undefined) doubts.push(`A commit is by ${stranger.slice(0, 200)}.`);
  return { bot: login, doubts };
}

/** Without the number of the account: `49699333+dependabot[bot]@users.noreply.github.com`. */
function emailOf(person: string): string {
  return lower(/<(?:\d+\+)?([^<>]*)>$/.exec(person)?.[1] ?? "");
}

function lower(text: string): string {
  return text.toLowerCase();
}

function personOf(value: unknown): readonly [login: string, type: unknown] {
  const { login, type } = isRecord(value) ? value : {};
  return [typeof login === "string" && login !== "" ? login.slice(0, 100) : "nobody known", type];
}
