/** The renderers by name. Each has a file of its own in this folder. */
export const REPORT_FORMATS = [
  "text",
  "json",
  "sarif",
  "summary",
  "comment",
  "html",
  "junit",
] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
