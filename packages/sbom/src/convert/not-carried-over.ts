import { type Artifact, type CheckResult, plural } from "@assay/core";
import type { SbomDocument } from "../model.ts";
import { type ReadDocument, readDocument, type Unread } from "../read/document.ts";
import { spdxIds } from "../spdx/ids.ts";
import { losses } from "./losses.ts";

export interface ReadFile extends Pick<ReadDocument, "unread"> {
  readonly path: string;
}

/** What of documents is not in the ones that were made of them: for want of a reader, or of a place in the new format. */
export async function notCarriedOver(
  read: readonly ReadFile[],
  document: SbomDocument,
  artifacts: readonly Artifact[],
): Promise<Required<Pick<CheckResult, "notices" | "tables">>> {
  const rows = read.flatMap(({ path, unread }) =>
    unread.map((each) => row(each, `reading ${path}`)),
  );
  for (const artifact of artifacts) {
    const lost = await lossesIn(document, artifact);
    rows.push(...lost.map((each) => row(each, `writing ${artifact.name}`)));
  }
  if (rows.length === 0) return { notices: [], tables: [] };
  const title = `${plural(rows.length, "field")} not carried over as they were`;
  return {
    notices: [],
    tables: [{ title, open: true, columns: ["Field", "Times", "Lost when"], rows }],
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
  const {
    source: { family },
    document: after,
  } = await readDocument(name, bytes);
  if (family === "CycloneDX") return losses(document, after, (ref) => ref);
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
