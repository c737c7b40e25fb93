import type { Report, ReportFormat } from "@assay/core";
import { renderJson } from "./json.ts";
import { renderText } from "./text.ts";

/** What a report does not know of the place that it is written for. */
export interface RenderOptions {
  /** What distinguishes this step's comment from others of the same command and folder. */
  readonly commentId?: string;
}

type Renderer = (report: Report, options: RenderOptions) => string;

/** A format that is missing here, or is none, is a type error. Those that few runs write are loaded where one does. */
const RENDERERS: Readonly<Record<ReportFormat, () => Renderer | Promise<Renderer>>> = {
  text: () => (report) => renderText(report),
  json: () => renderJson,
  sarif: async () => {
    const { renderSarif } = await import("./sarif.ts");
    return (report) => renderSarif(report);
  },
  summary: async () => {
    const { renderSummary } = await import("./summary.ts");
    return (report) => renderSummary(report);
  },
  comment: async () => {
    const { renderComment } = await import("./comment.ts");
    return (report, { commentId }) => renderComment(report, commentId);
  },
  html: async () => (await import("./html.ts")).renderHtml,
  junit: async () => (await import("./junit.ts")).renderJunit,
};

/** A report in one format, within the limits of the place that it is for. Ends in a line break. */
export async function render(
  format: ReportFormat,
  report: Report,
  options: RenderOptions = {},
): Promise<string> {
  return (await RENDERERS[format]())(report, options);
}
