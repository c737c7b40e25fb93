import { type Artifact, type CheckContext, type CheckResult, plural } from "@assay/core";
import type { SbomDocument } from "../model.ts";
import type { SbomFormat } from "../options.ts";
import { readDocument, type Unread } from "../read/document.ts";
import { readDocumentFile } from "../read/file.ts";
import { spdxIds } from "../spdx/ids.ts";
import { writeDocuments } from "../writers.ts";
import { losses } from "./losses.ts";

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
  const { source, document, unread } = await readDocument(file, bytes);
  const artifacts = await writeDocuments(document, to);
  const lost = [];
  for (const artifact of artifacts)
    lost.push({ artifact, fields: await lossesIn(document, artifact) });
  const rows = [
    ...unread.map((each) => row(each, `${source.format}: read by no part of Assay`)),
    ...lost.flatMap(({ artifact, fields }) =>
      fields.map((each) => row(each, `${artifact.name} does not say it in the same way`)),
    ),
  ];
  const count = document.components.length;
  return {
    check: "convert",
    findings: [],
    artifacts,
    coverage: {
      inspected: { documents: 1, components: count },
      skipped: [],
      summary: `${path}, ${source.format}, ${plural(count, "component")}, to ${to.join(", ")}`,
    },
    notices:
      rows.length === 0
        ? []
        : [
            `${plural(rows.length, "field")} of ${path} ${rows.length === 1 ? "is" : "are"} not carried over as they were: the table lists them.`,
          ],
    tables:
      rows.length === 0
        ? []
        : [{ title: "Not carried over", columns: ["Field", "Times", "Why"], rows }],
  };
}

function row({ path, count }: Unread, why: string): readonly string[] {
  return [path, String(count), why];
}

/** What a reader of the new document misses: it is read again. */
export async function lossesIn(
  document: SbomDocument,
  { name, bytes }: Pick<Artifact, "name" | "bytes">,
): Promise<readonly Unread[]> {
  const { source, document: after } = await readDocument(name, bytes);
  if (source.family === "CycloneDX") return losses(document, after, (ref) => ref);
  const { subject, components } = document;
  const ids = spdxIds(subject === undefined ? components : [subject, ...components]);
  const known = new Map(
    [after.subject, ...after.components].flatMap((each) =>
      each === undefined
        ? []
        : [[each.ref.replace(/^.*[/#]/, "").replace(/^SPDXRef-/, ""), each.ref] as const],
    ),
  );
  return losses(
    document,
    after,
    (ref) => known.get((ids.get(ref) ?? "").replace(/^SPDXRef-/, "")) ?? ref,
  );
}
