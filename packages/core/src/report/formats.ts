interface Format {
  /** The name of its file in the report folder. */
  readonly file: string;
  /** Whether it makes sense on stdout. */
  readonly stdout: boolean;
}

/** The formats of a report, one line each. `packages/reporting` renders them. */
const FORMATS = {
  text: { file: "report.txt", stdout: true },
  json: { file: "report.json", stdout: true },
  sarif: { file: "report.sarif", stdout: true },
  summary: { file: "summary.md", stdout: true },
  comment: { file: "comment.md", stdout: false },
  html: { file: "report.html", stdout: true },
  junit: { file: "report.junit.xml", stdout: true },
} as const satisfies Readonly<Record<string, Format>>;

export type ReportFormat = keyof typeof FORMATS;

export const REPORT_FORMATS = Object.keys(FORMATS) as readonly ReportFormat[];

/** The formats that make sense on stdout. */
export const STDOUT_REPORTS: readonly ReportFormat[] = REPORT_FORMATS.filter(
  (format) => FORMATS[format].stdout,
);

/** The file that a format is written to, below the report folder. */
export function reportFile(format: ReportFormat): string {
  return FORMATS[format].file;
}
