import { isFromFork, isRecord, type TriggerEvent } from "@assay/core";

/** What this run may not do, whoever wrote the workflow. */
export interface RunFacts {
  /** A pull request from a fork: the token only reads, and there are no secrets and no identity token. */
  readonly fork: boolean;
  /** Dependabot's pull requests get a token that only reads unless the workflow says otherwise. */
  readonly dependabot: boolean;
  /** GitHub Enterprise Server, where the public Sigstore instance does not know the runner. */
  readonly enterpriseServer: boolean;
  /** Whether the runner hands out identity tokens. */
  readonly idToken: boolean;
  readonly pullRequest: number | undefined;
}

/** Events whose runs get a read-only token when the change comes from a fork. `pull_request_target` is none of them. */
const FORK_EVENTS = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);

export function runFacts(
  event: TriggerEvent | null,
  environment: Readonly<Record<string, string | undefined>>,
): RunFacts {
  const change = event?.payload["pull_request"];
  const number = isRecord(change) ? change["number"] : undefined;
  const server = environment["GITHUB_SERVER_URL"] || "https://github.com";
  const host = URL.canParse(server) ? new URL(server).hostname : "";
  return {
    fork: event !== null && FORK_EVENTS.has(event.name) && isRecord(change) && isFromFork(change),
    dependabot: environment["GITHUB_ACTOR"] === "dependabot[bot]",
    enterpriseServer: host !== "github.com" && !host.endsWith(".ghe.com"),
    idToken: Boolean(
      environment["ACTIONS_ID_TOKEN_REQUEST_URL"] && environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
    ),
    pullRequest: typeof number === "number" && Number.isSafeInteger(number) ? number : undefined,
  };
}
