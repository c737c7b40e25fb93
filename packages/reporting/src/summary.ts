import type { Report } from "@assay/core";
import { inBytes } from "./budget.ts";
import { renderMarkdown } from "./markdown.ts";

/** 1 MiB per step, counted in bytes; the runner throws away a summary that is one byte longer. */
export const SUMMARY_LIMIT = 1_048_576;

/** The job summary: the verdict, a table by check, the findings, what was not looked at. */
export function renderSummary(report: Report, limit: number = SUMMARY_LIMIT): string {
  return renderMarkdown(report, { limit, measure: inBytes, rows: 50 });
}
