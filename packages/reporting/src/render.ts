import type { Report, ReportFormat } from "@assay/core";
import { renderComment } from "./comment.ts";
import { renderHtml } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderSarif } from "./sarif.ts";
import { renderSummary } from "./summary.ts";
import { renderText } from "./text.ts";

const RENDERERS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  text: (report) => renderText(report),
  json: renderJson,
  sarif: (report) => renderSarif(report),
  summary: (report) => renderSummary(report),
  comment: (report) => renderComment(report),
  html: renderHtml,
  junit: renderJunit,
};

/** A report in one format, within the limits of the place that it is for. Ends in a line break. */
export function render(format: ReportFormat, report: Report): string {
  return RENDERERS[format](report);
}
