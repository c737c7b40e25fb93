import { type CheckContext, type CheckResult, plural } from "@assay/core";
import type { SbomFormat } from "../options.ts";
import { readDocument } from "../read/document.ts";
import { readDocumentFile } from "../read/file.ts";
import { writeDocuments } from "../writers.ts";
import { notCarriedOver } from "./not-carried-over.ts";

/**
 * `assay sbom convert`: the document in other formats, and what of it they don't say.
 *
 * @throws UsageError as `readDocument`
 */
export async function runConvert(
  context: Pick<CheckContext, "root">,
  { file, to }: { readonly file: string; readonly to: readonly SbomFormat[] },
): Promise<CheckResult> {
  const { path, bytes } = await readDocumentFile(context, file);
  const {
    source: { format },
    document,
    unread,
  } = await readDocument(file, bytes);
  const artifacts = await writeDocuments(document, to);
  const told = await notCarriedOver([{ path, unread }], document, artifacts);
  const count = document.components.length;
  return {
    check: "convert",
    findings: [],
    artifacts,
    coverage: {
      inspected: { documents: 1, components: count },
      skipped: [],
      summary: `${path}, ${format}, ${plural(count, "component")}, to ${to.join(", ")}`,
    },
    ...told,
  };
}
