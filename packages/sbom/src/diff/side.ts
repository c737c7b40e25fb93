import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type CheckContext, type ConfigReader, plural, UsageError } from "@assay/core";
import { inventoryOf } from "@assay/inventory";
import { assembleDocument } from "../assemble.ts";
import { type WayTo, wayTo } from "../changes/table.ts";
import type { SbomDocument } from "../model.ts";
import { readDocument } from "../read/document.ts";
import { readDocumentFile } from "../read/file.ts";
import { provenanceOf } from "../subject.ts";

export type DiffContext = CheckContext & { readonly config?: Pick<ConfigReader, "section"> };

/** One of two documents that are compared. */
export interface Side {
  /** As people call it: a path, a revision, `the work tree`. */
  readonly name: string;
  /** Of a file, relative to the root where it lies there. */
  readonly path?: string;
  /** Of a revision. */
  readonly commit?: string;
  readonly document: SbomDocument;
  readonly wayTo: WayTo;
  readonly notices: readonly string[];
}

/**
 * The document of a file, or over the lockfiles of a revision, which are read from git without a checkout.
 *
 * @param name A file wins over a revision of the same name; the work tree's lockfiles where it is not given.
 * @throws UsageError when it is neither, or the document can't be read
 */
export async function sideOf(context: DiffContext, name: string | undefined): Promise<Side> {
  const isFile =
    name !== undefined &&
    (await stat(resolve(context.root, name)).catch(() => undefined))?.isFile();
  if (name === undefined || !isFile) return ofRevision(context, name);
  const { path, bytes } = await readDocumentFile(context, name);
  const { document } = await readDocument(name, bytes);
  return { name: path, path, document, wayTo: wayIn(document), notices: [] };
}

async function ofRevision(context: DiffContext, name: string | undefined): Promise<Side> {
  const { inventory, repository } = await inventoryOf(
    context,
    name === undefined ? {} : { ref: name },
  );
  if (name !== undefined && repository.source === undefined) {
    throw new UsageError(`${JSON.stringify(name)} is neither a file nor a commit of this clone`, {
      hint: "Give a CycloneDX or SPDX document, or a branch, tag or commit; in a workflow set `fetch-depth: 0` on actions/checkout.",
    });
  }
  const label = name ?? "the work tree";
  const broken = inventory.skipped.filter(
    ({ kind }) => kind !== "excluded" && kind !== "unselected",
  ).length;
  return {
    name: label,
    ...(name !== undefined && repository.head !== undefined && { commit: repository.head.sha }),
    document: await assembleDocument(inventory, provenanceOf(context, repository), "all"),
    wayTo: wayTo(inventory),
    notices:
      broken === 0
        ? []
        : [
            `${plural(broken, "file")} of ${label} could not be read: \`assay sbom\` says which. Packages in them are missing here.`,
          ],
  };
}

/** What the subject asks for itself is direct; nothing is known where no edge leaves it. */
function wayIn({ subject, edges }: SbomDocument): WayTo {
  const direct = new Set(edges.filter(({ from }) => from === subject?.ref).map(({ to }) => to));
  return ({ ref }) => (direct.size === 0 ? undefined : direct.has(ref));
}
