import type { TarEntry } from "./entry.ts";
import { kindOf, type TarHeader } from "./header.ts";
import { cleanPath } from "./name.ts";
import { countOf, type PaxRecords } from "./pax.ts";
import { recordedMap, type SparseMap, sparseFormat, sparseSize } from "./sparse.ts";

/** An entry while its bytes are still to come. */
export interface Described {
  entry: Omit<TarEntry, "head" | "offset">;
  /** Bytes in the tar, without those that fill the last block. */
  stored: number;
  map?: SparseMap | undefined;
  /** Sparse, its map at the beginning of its data. */
  readonly hasLeadingMap: boolean;
  /** Why it can't be a file of an image. */
  readonly refused?: string | undefined;
}

/** What entries before it said of an entry. */
export interface Extensions {
  readonly longName: string | undefined;
  readonly longLink: string | undefined;
  readonly records: PaxRecords;
}

/**
 * Joins a header with the records before it, as Go's reader does, that container runtimes unpack with: GNU's before those of pax, and these
 * before the header's own. `undefined`: it has no size.
 */
export function describe(
  header: TarHeader,
  { longName, longLink, records }: Extensions,
): Described | undefined {
  const { values, xattrs } = records;
  const size = values.has("size") ? countOf(values.get("size")) : header.size;
  if (size === undefined) return undefined;
  const plain = kindOf(header.type);
  const sparse = plain === "file" && header.type !== "S" ? sparseFormat(records) : undefined;
  const own = longName || (values.get("path") ?? header.name);
  const name = sparse === undefined ? own : (values.get("GNU.sparse.name") ?? own);
  const isFolder = plain === "file" && header.type === "\0" && name.endsWith("/");
  const kind = isFolder ? "directory" : plain;
  // A link, folder or device has no data, whatever its size says: so does Go's reader, that container runtimes unpack with.
  const stored = plain === "file" || plain === "other" ? size : 0;
  const { path, refused } = cleanPath(name);
  const written = longLink || (values.get("linkpath") ?? header.linkName);
  const link = kind === "link" ? cleanPath(written) : undefined;
  const map = sparse === "records" ? recordedMap(records) : undefined;
  const isSparse10 = sparse === "leading";
  return {
    entry: {
      path,
      kind,
      size: kind !== "file" ? 0 : isSparse10 ? sparseSize(records) : size,
      mode: header.mode,
      target: link?.path ?? (kind === "symlink" ? written : ""),
      major: header.major,
      minor: header.minor,
      xattrs: xattrs.size === 0 ? undefined : xattrs,
      isSparse: isSparse10,
    },
    stored,
    map,
    hasLeadingMap: isSparse10,
    refused: refused ?? refusal(link, written),
  };
}

function refusal(link: { readonly refused?: string } | undefined, written: string) {
  if (link?.refused !== undefined) return `of the file that it links to, ${link.refused}`;
  return written.length > 4096 || written.includes("\0") ? "its target is no path" : undefined;
}
