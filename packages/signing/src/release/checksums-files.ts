import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "@assay/core";
import { type Checksum, parseChecksums } from "../targets/checksums.ts";

/** Lists of checksums, as projects call them, and a file's own beside it. */
const LIST = /^(?:.+[_-])?(?:sha(?:256|384|512)(?:sums?)?|checksums?)(?:\.txt)?$/i;
const OWN = /^(.+)\.(?:sha256|sha384|sha512)(?:sums?)?$/i;
const MAX_BYTES = 8 * 1024 * 1024;

export interface ChecksumsFile {
  readonly name: string;
  readonly sums: readonly Checksum[];
  /** It is about this one file. */
  readonly of: string | undefined;
  /** Why it can't be read. */
  readonly problem?: string;
}

/** The lists among the files of a release. */
export async function checksumsFiles(
  folder: string,
  files: readonly { readonly name: string; readonly size: number }[],
): Promise<readonly ChecksumsFile[]> {
  const names = new Set(files.map(({ name }) => name));
  const found: ChecksumsFile[] = [];
  for (const { name, size } of files) {
    const beside = OWN.exec(name)?.[1];
    const of = beside !== undefined && names.has(beside) ? beside : undefined;
    if (of === undefined && !LIST.test(name)) continue;
    if (size > MAX_BYTES) {
      found.push({ name, of, sums: [], problem: `it has ${size} bytes` });
      continue;
    }
    const text = await readFile(join(folder, name), "utf8");
    try {
      // A digest alone is of the file that the list is named after.
      const bare = /^[0-9a-f]{64,128}$/i.test(text.trim()) && of !== undefined;
      found.push({ name, of, sums: parseChecksums(bare ? `${text.trim()}  ${of}` : text, name) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      found.push({ name, of, sums: [], problem: error.message });
    }
  }
  return found;
}
