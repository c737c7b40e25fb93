import { basename, dirname, resolve } from "node:path";
import { type Command, statusBehind, UsageError } from "@assay/core";
import { type ReportPlace, writeFault } from "./report-directory.ts";

/** Where a run writes the documents that its command makes. */
export interface DocumentPlace {
  /** Absolute. */
  readonly folder: string;
  /** The name of the only document; each has its own where it is not given. */
  readonly file?: string;
}

export interface DocumentPlaceOptions extends ReportPlace {
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Absolute: where reports are written. Documents go there too unless they have a place of their own. */
  readonly reports: string | undefined;
  /** Absolute: where documents go when neither they nor the reports have a place. */
  readonly fallback: string | undefined;
}

/**
 * The place for documents: `output` of the command, from where the run starts, else that of the reports, else the host's.
 * A name is a folder where it ends in a slash, where there is such a folder, or where there are several documents. `undefined` where
 * none is written: the host may print one.
 *
 * @throws UsageError when a symbolic link of the checkout stands on the way, or the folder belongs to git.
 */
export async function documentPlace(
  { documents }: Pick<Command, "documents">,
  { inputs, reports, fallback, cwd, root }: DocumentPlaceOptions,
): Promise<DocumentPlace | undefined> {
  if (documents === undefined) return reports === undefined ? undefined : { folder: reports };
  const output = inputs[documents.output];
  if (output === STDOUT) return undefined;
  if (typeof output !== "string") {
    const folder = reports ?? fallback;
    return folder === undefined ? undefined : { folder };
  }
  const path = resolve(cwd, output);
  const formats = inputs[documents.formats];
  const hasMore =
    documents.folder || (documents.more !== undefined && inputs[documents.more] === true);
  const isOne = !hasMore && Array.isArray(formats) && new Set(formats).size === 1;
  const isFolder = !isOne || /[/\\]$/.test(output) || statusBehind(path)?.isDirectory() === true;
  const folder = isFolder ? path : dirname(path);
  const fault = await writeFault(root, folder);
  if (fault !== undefined) {
    throw new UsageError(`\`${documents.output}\` is ${JSON.stringify(output)}; ${fault}`, {
      hint: "Give a file or folder without links on the way, such as one outside of the checkout.",
    });
  }
  return isFolder ? { folder } : { folder, file: basename(path) };
}

/** The value of the output input that means the standard output. */
export const STDOUT = "-";
