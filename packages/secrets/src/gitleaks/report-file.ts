import { open } from "node:fs/promises";
import { ExternalError } from "@assay/core";

const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/** @throws ExternalError when gitleaks wrote no report, or one that is no file or too large to hold. */
export async function readReportFile(path: string): Promise<string> {
  const file = await open(path, "r").catch(() => undefined);
  if (file === undefined) throw noReport("gitleaks ended and wrote no report");
  try {
    const status = await file.stat();
    if (!status.isFile()) throw noReport("gitleaks left no file where its report should be");
    if (status.size > MAX_REPORT_BYTES) {
      throw noReport(
        `The report of gitleaks has ${status.size} bytes; at most ${MAX_REPORT_BYTES} are read`,
      );
    }
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

function noReport(message: string): ExternalError {
  return new ExternalError(message, {
    hint: "Check that `gitleaks-path` or the `gitleaks` on PATH is gitleaks 8.19 or later, or use `engine: native`.",
  });
}
