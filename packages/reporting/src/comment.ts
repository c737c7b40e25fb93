import type { Report } from "@assay/core";
import { inUnits } from "./budget.ts";
import { renderMarkdown } from "./markdown.ts";

/** What GitHub accepts as the body of a comment, in characters. */
export const COMMENT_LIMIT = 65_536;

/**
 * The first line of the comment, which nobody sees: by it (and by its author) the next run finds the comment and updates
 * it. One per command.
 */
export function commentMarker(command: string): string {
  return `<!-- assay:comment:${command.toLowerCase().replace(/[^a-z0-9]+/g, "-")} -->`;
}

/** The one comment on a pull request. */
export function renderComment(report: Report, limit: number = COMMENT_LIMIT): string {
  return renderMarkdown(report, {
    limit,
    measure: inUnits,
    marker: commentMarker(report.command),
    rows: 20,
  });
}
