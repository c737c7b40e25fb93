import { error, notice, warning } from "@actions/core";
import { type Report, renderAnnotations } from "@assay/core";

const WRITE = { error, warning, notice } as const;

/**
 * Writes the annotations of a report. `folder` is the working directory below the checkout, with `/` and empty for the
 * checkout itself: paths of findings are relative to it, and those of annotations to the checkout.
 */
export function annotateFindings(report: Report, folder: string): void {
  for (const { level, message, file, ...rest } of renderAnnotations(report)) {
    const place = file === undefined ? {} : { file: folder === "" ? file : `${folder}/${file}` };
    WRITE[level](message, { ...rest, ...place });
  }
}
