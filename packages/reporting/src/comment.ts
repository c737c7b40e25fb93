import type { Report } from "@assay/core";
import { inUnits } from "./budget.ts";
import { renderMarkdown } from "./markdown.ts";

/** What GitHub accepts as the body of a comment, in characters. */
export const COMMENT_LIMIT = 65_536;

/** What makes a comment another one: two steps of a workflow that differ in one of these keep a comment each. */
export interface CommentIdentity {
  readonly command: string;
  readonly workingDirectory: string;
  /** What the workflow calls it; the id of its job where it says nothing. */
  readonly id: string;
}

/**
 * The first line of the comment, which nobody sees: by it (and by its author) the next run finds the comment and updates
 * it.
 */
export function commentMarker({ command, workingDirectory, id }: CommentIdentity): string {
  const parts = [command, workingDirectory, id].map((part) =>
    encodeURIComponent(part.toWellFormed()).replaceAll("-", "%2D"),
  );
  return `<!-- assay:comment:2:${parts.join(":")} -->`;
}

/** The first line of an earlier version, which all steps of a command shared. Whoever finds such a comment and none of their own takes it over. */
export function formerCommentMarker(command: string): string {
  return `<!-- assay:comment:${command.toLowerCase().replace(/[^a-z0-9]+/g, "-")} -->`;
}

/** Who a report's comment is. */
export function commentIdentity({ command, subject }: Report, id: string): CommentIdentity {
  return { command, workingDirectory: subject.workingDirectory, id };
}

/** A comment on a pull request. */
export function renderComment(report: Report, id = "", limit: number = COMMENT_LIMIT): string {
  return renderMarkdown(report, {
    limit,
    measure: inUnits,
    marker: commentMarker(commentIdentity(report, id)),
    rows: 20,
  });
}
