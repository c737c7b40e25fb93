import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { type CheckContext, openWorkspace } from "@assay/core";

export interface DocumentFile {
  /** As reports write paths: relative to the root where it lies there. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A document on disk.
 *
 * @param file Absolute, or relative to the root; it may lie anywhere.
 * @throws UsageError when there is no such file
 */
export async function readDocumentFile(
  { root }: Pick<CheckContext, "root">,
  file: string,
): Promise<DocumentFile> {
  const path = resolve(root, file);
  const folder = await openWorkspace(dirname(path));
  const bytes = await folder.read(path);
  const near = relative(root, path);
  const isInside = near !== "" && !near.startsWith("..") && !isAbsolute(near);
  return { path: (isInside ? near : path).split(sep).join("/"), bytes };
}
