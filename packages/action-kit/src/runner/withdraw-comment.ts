import { posix } from "node:path";
import { type Command, escapeMarkdown, type KnownError, type Logger } from "@assay/core";
import type { GithubApi } from "@assay/core/github";
import { commentMarker, formerCommentMarker } from "@assay/reporting";
import { upsertComment } from "../github/sticky-comment.ts";

export interface WithdrawOptions {
  readonly command: Command;
  readonly explicit: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly pullRequest: number;
  readonly logger: Logger;
}

/**
 * A run that ends before it has a verdict leaves no green comment of an earlier run standing: where there is one, it says that
 * there is no result and why. Nothing is made where there is none.
 */
export async function withdrawComment(
  api: GithubApi,
  error: KnownError,
  { command, explicit, environment, pullRequest, logger }: WithdrawOptions,
): Promise<void> {
  const folder = posix.normalize((explicit["working-directory"] ?? ".").replaceAll("\\", "/"));
  const workingDirectory = folder === "./" ? "." : folder.replace(/\/$/, "");
  const id = explicit["comment-id"] ?? environment["GITHUB_JOB"] ?? "";
  const marker = commentMarker({ command: command.name, workingDirectory, id });
  const problems = error.problems.slice(0, 20).map((problem) => `- ${escapeMarkdown(problem)}`);
  const body = [
    marker,
    `## ⚠️ Assay ${command.name}: no result`,
    "",
    `The run ended before it had a verdict: ${escapeMarkdown(error.message)}`,
    ...(problems.length === 0 ? [] : ["", ...problems]),
    ...(error.hint === undefined ? [] : ["", escapeMarkdown(error.hint)]),
    "",
  ].join("\n");
  const formerMarker = formerCommentMarker(command.name);
  const done = await upsertComment(api, {
    ...{ pullRequest, marker, formerMarker, body: body.slice(0, 60_000), onlyUpdate: true },
  });
  logger.info(`Comment on pull request ${pullRequest}: ${done}`);
}
