import { type Report, type ReportFormat, reportFile } from "@assay/core";
import { type RenderOptions, render } from "@assay/reporting";
import type { CombinedOutcome } from "../parts/run-parts.ts";
import type { DocumentPlace } from "../prepare/document-place.ts";
import { type WrittenFile, writeArtifacts, writeInside } from "./write-files.ts";

export interface WriteOptions {
  readonly root: string;
  /** Absolute; reports are not written without it. */
  readonly directory: string | undefined;
  /** Documents are not written without it. */
  readonly documents: DocumentPlace | undefined;
  readonly formats: readonly ReportFormat[];
  readonly rendering: RenderOptions;
}

/** Writes the documents and reports of a run, and says what its outputs are. */
export async function writeRun(
  report: Report,
  outcome: CombinedOutcome,
  { root, directory, documents: place, formats, rendering }: WriteOptions,
): Promise<{
  readonly written: readonly WrittenFile[];
  readonly outputs: Readonly<Record<string, string>>;
}> {
  const artifacts = outcome.results.flatMap((result) => result.artifacts);
  const documents = await writeArtifacts(artifacts, root, place);
  const reports: WrittenFile[] = [];
  for (const format of directory === undefined ? [] : formats) {
    const name = reportFile(format);
    const text = await render(format, report, rendering);
    reports.push({ name, path: await writeInside(directory ?? root, name, text) });
  }
  const open = report.findings.filter((finding) => finding.status === "open");
  const outputs = {
    outcome: report.outcome,
    "findings-count": String(open.length),
    "report-directory": directory,
    "report-path": pathOf(reports, reportFile("json")),
    "sarif-path": pathOf(reports, reportFile("sarif")),
    ...commandOutputs(outcome, documents),
  };
  return { written: [...documents, ...reports], outputs: present(outputs) };
}

function commandOutputs(outcome: CombinedOutcome, documents: readonly WrittenFile[]) {
  return Object.fromEntries(
    Object.entries(outcome.outputs).map(([name, value]) => [
      name,
      typeof value === "object" ? pathOf(documents, value.artifact) : String(value),
    ]),
  );
}

function pathOf(files: readonly WrittenFile[], name: string): string | undefined {
  return files.find((file) => file.name === name)?.path;
}

function present(outputs: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
