import { setTimeout as wait } from "node:timers/promises";
import {
  actionPermissions,
  asKnownError,
  type Clock,
  type Command,
  type KnownError,
  type Logger,
  type RemoteAccess,
  type Report,
  type TriggerEvent,
  UsageError,
} from "@assay/core";
import {
  createGithubApi,
  FeatureOffError,
  type GithubApi,
  neededPermissions,
  PermissionError,
} from "@assay/core/github";
import { createGuardedHttp } from "@assay/core/host";
import { commentIdentity, commentMarker, formerCommentMarker, render } from "@assay/reporting";
import type { Execution } from "@assay/runtime";
import { upsertComment } from "../github/sticky-comment.ts";
import type { RunFacts } from "./run-facts.ts";
import { uploadChecks } from "./upload-checks.ts";
import { type WithdrawOptions, withdrawComment } from "./withdraw-comment.ts";

export interface PublishOptions {
  readonly command: Command;
  readonly report: Report;
  readonly inputs: Execution["inputs"];
  readonly event: TriggerEvent | null;
  readonly remote: RemoteAccess | null;
  readonly facts: RunFacts;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/**
 * Puts the result where people look, if the step asks for it: the comment on the pull request and code scanning. Where
 * this run can't do that at all (a fork, no network), one notice says so and the verdict stays.
 *
 * @throws UsageError or ExternalError when the upload was possible and failed.
 */
export async function publish(options: PublishOptions): Promise<void> {
  const { inputs } = options;
  const deliveries = [
    ...(inputs["comment"] === true && options.facts.pullRequest !== undefined ? [comment] : []),
    ...(inputs["upload-sarif"] === true ? [codeScanning] : []),
  ];
  if (deliveries.length === 0) return;
  const names = deliveries.map((delivery) => NAMES.get(delivery)).join(" and no ");
  const obstacle = obstacleOf(options);
  if (obstacle !== undefined) {
    const places = "the log, the job summary and the reports have all findings";
    return options.logger.notice(`${obstacle}: no ${names}; ${places}.`);
  }
  const api = apiOf(options);
  // Both are tried: an upload that fails takes no comment away.
  const results = await Promise.allSettled(deliveries.map((delivery) => delivery(api, options)));
  for (const [index, result] of results.entries()) {
    if (result.status === "rejected") judge(deliveries[index], result.reason, options);
  }
}

/** A missing comment costs a warning: what it would say stands elsewhere. A missing upload is an error, where it could be. */
function judge(delivery: Delivery | undefined, error: unknown, { facts, logger }: PublishOptions) {
  if (error instanceof FeatureOffError) return logger.notice(`${error.message}: no upload.`);
  if (facts.dependabot && error instanceof PermissionError) {
    return logger.notice("Dependabot's token may only read: no comment and no upload.");
  }
  if (delivery !== comment) throw error;
  const { message, hint } = asKnownError(error);
  logger.warning(`No comment: ${message}${hint === undefined ? "" : `\n${hint}`}`);
}

type Delivery = (api: GithubApi, options: PublishOptions) => Promise<void>;

const comment: Delivery = async (api, { report, facts, inputs, logger }) => {
  if (facts.pullRequest === undefined) return;
  const commentId = String(inputs["comment-id"] ?? "");
  const done = await upsertComment(api, {
    pullRequest: facts.pullRequest,
    marker: commentMarker(commentIdentity(report, commentId)),
    formerMarker: formerCommentMarker(report.command),
    body: await render("comment", report, { commentId }),
    onlyUpdate: !hasNews(report),
  });
  logger.info(`Comment on pull request ${facts.pullRequest}: ${done}`);
};

/** Whether the comment would say more than that all is well. */
function hasNews({ outcome, findings, acts, checks }: Report): boolean {
  const tables = checks.flatMap((check) => check.tables.filter(({ open }) => open === true));
  // That documents went where the step sends them is no news.
  const records = acts.flatMap((act) => act.records.filter(({ act: done }) => done !== "uploaded"));
  return outcome !== "pass" || findings.length + records.length + tables.length > 0;
}

const codeScanning: Delivery = async (api, options) => {
  const sleep = options.sleep ?? ((ms: number) => wait(ms, undefined, { signal: options.signal }));
  const folder = options.inputs["working-directory"];
  await uploadChecks(api, { ...options, folder: typeof folder === "string" ? folder : ".", sleep });
};

const NAMES: ReadonlyMap<Delivery, string> = new Map([
  [comment, "comment"],
  [codeScanning, "upload to code scanning"],
]);

/** `withdrawComment`, where the step asks for a comment and can write one. A comment that can't be changed costs a warning. */
export async function withdraw(
  error: KnownError,
  given: Omit<PublishOptions, "report" | "inputs"> & Pick<WithdrawOptions, "explicit">,
): Promise<void> {
  const { pullRequest } = given.facts;
  const offline = given.explicit["offline"] ?? given.environment["ASSAY_OFFLINE"];
  const options = { ...given, inputs: { offline: isOn(offline) } };
  if (pullRequest === undefined || !isOn(options.explicit["comment"])) return;
  if (obstacleOf(options) !== undefined) return;
  try {
    await withdrawComment(apiOf(options), error, { ...options, pullRequest });
  } catch (thrown) {
    options.logger.warning(`The comment of an earlier run stands: ${asKnownError(thrown).message}`);
  }
}

function isOn(raw: string | undefined): boolean {
  return /^(?:true|yes)$/i.test(raw?.trim() ?? "");
}

function obstacleOf({ inputs, facts, remote }: Omit<PublishOptions, "report">): string | undefined {
  if (inputs["offline"] === true) return "This run is offline";
  if (facts.fork) return "This is a pull request from a fork, whose token may only read";
  if (remote === null) return "GITHUB_REPOSITORY names no repository";
  return remote.token === undefined ? "There is no `token`" : undefined;
}

function apiOf(options: Omit<PublishOptions, "report">): GithubApi {
  const { command, inputs, remote, environment, clock, logger, signal } = options;
  if (remote === null) throw new UsageError("GITHUB_REPOSITORY names no repository");
  const apiUrl = environment["GITHUB_API_URL"] || "https://api.github.com";
  const { host } = URL.canParse(apiUrl) ? new URL(apiUrl) : { host: apiUrl };
  return createGithubApi({
    http: createGuardedHttp({ hosts: [host], offline: false, environment, clock, logger, signal }),
    apiUrl,
    remote,
    permissions: neededPermissions(actionPermissions(command.permissions), inputs),
  });
}
