import type { Report, ReportFormat } from "@assay/core";
import { renderComment } from "./comment.ts";
import { renderHtml } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderSarif } from "./sarif.ts";
import { renderSummary } from "./summary.ts";
import { renderText } from "./text.ts";

/** What a report does not know of the place that it is written for. */
export interface RenderOptions {
  /** What distinguishes this step's comment from others of the same command and folder. */
  readonly commentId?: string;
}

type Renderer = (report: Report, options: RenderOptions) => string;

/** A format that is missing here, or is none, is a type error. */
const RENDERERS: Readonly<Record<ReportFormat, Renderer>> = {
  text: (report) => renderText(report),
  json: renderJson,
  sarif: (report) => renderSarif(report),
  summary: (report) => renderSummary(report),
  comment: (report, { commentId }) => renderComment(report, commentId),
  html: renderHtml,
  junit: renderJunit,
};

/** A report in one format, within the limits of the place that it is for. Ends in a line break. */
export function render(format: ReportFormat, report: Report, options: RenderOptions = {}): string {
  return RENDERERS[format](report, options);
}
