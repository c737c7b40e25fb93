import { error, notice, warning } from "@actions/core";
import type { Report } from "@assay/core";
import { renderAnnotations } from "@assay/reporting";

const WRITE = { error, warning, notice } as const;

/** Writes the annotations of a report. */
export function annotateFindings(report: Report): void {
  for (const { level, message, ...place } of renderAnnotations(report)) {
    WRITE[level](message, place);
  }
}
