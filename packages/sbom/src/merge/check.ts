import { type CheckContext, type CheckResult, plural, UsageError } from "@assay/core";
import { notCarriedOver, type ReadFile } from "../convert/not-carried-over.ts";
import type { SbomFormat } from "../options.ts";
import { readDocument } from "../read/document.ts";
import { readDocumentFile } from "../read/file.ts";
import { writeDocuments } from "../writers.ts";
import { type MergeOptions, mergeDocuments, type Part } from "./merge.ts";

export interface MergeRunOptions extends MergeOptions {
  readonly files: readonly string[];
  readonly formats: readonly SbomFormat[];
}

/**
 * `assay sbom merge`: one document over several.
 *
 * @throws UsageError when there are fewer than two, or one can't be read
 */
export async function runMerge(
  context: Pick<CheckContext, "root">,
  { files, formats, ...options }: MergeRunOptions,
): Promise<CheckResult> {
  if (files.length < 2) {
    throw new UsageError(
      `${plural(files.length, "document")} ${files.length === 1 ? "is" : "are"} given; at least two can be merged`,
      {
        hint: "Name every document that belongs together; `assay sbom convert` writes one in another format.",
      },
    );
  }
  const parts: Part[] = [];
  const read: ReadFile[] = [];
  for (const file of files) {
    const { path, bytes } = await readDocumentFile(context, file);
    const { document, unread } = await readDocument(file, bytes);
    parts.push({ name: path, document });
    read.push({ path, unread });
  }
  const { document, conflicts } = mergeDocuments(parts, options);
  const artifacts = await writeDocuments(document, formats);
  const told = await notCarriedOver(read, document, artifacts);
  const count = parts.reduce((sum, part) => sum + part.document.components.length, 0);
  const rows = conflicts.map(({ component, field, kept, other }) => [
    component,
    field,
    kept,
    other,
  ]);
  return {
    check: "merge",
    findings: [],
    artifacts,
    coverage: {
      inspected: { documents: parts.length, components: count },
      skipped: [],
      summary: `${plural(parts.length, "document")} with ${plural(count, "component")} became one with ${plural(document.components.length, "component")}`,
    },
    notices: told.notices,
    tables: [
      ...(rows.length === 0
        ? []
        : [
            {
              title: `What the documents say differently of ${plural(new Set(rows.map(([name]) => name)).size, "package")}`,
              open: true,
              columns: ["Package", "Field", "Kept", "Other"],
              rows,
            },
          ]),
      ...told.tables,
    ],
  };
}
