import { UsageError } from "@assay/core";
import type { ImageContent } from "../../reader.ts";
import { recordOf } from "./record.ts";
import { readTree, type TableInput } from "./tree.ts";

const MAGIC = "SQLite format 3\0";

/** Pages, and where what is wrong with them is put down. */
export type SqlitePages = Omit<TableInput, "onRow">;

/** A file of SQLite: https://sqlite.org/fileformat2.html. @throws UsageError where it is none */
export async function openSqlite(content: ImageContent, problems: string[]): Promise<SqlitePages> {
  const head = await content.read(0, 100);
  const pageSize = pageSizeOf(head);
  if (pageSize === undefined) throw new UsageError("The file is no database of SQLite.");
  return {
    pageSize,
    reserved: head[20] ?? 0,
    problems,
    async pages(number) {
      const bytes = await content.read((number - 1) * pageSize, pageSize);
      return bytes.length < pageSize ? undefined : bytes;
    },
  };
}

/** The page where a table starts, by the schema on page 1. */
export async function findTable(input: SqlitePages, table: string): Promise<number | undefined> {
  let root: number | undefined;
  const onRow = (_: number, payload: Uint8Array) => {
    const [type, name, , page] = recordOf(payload);
    if (textOf(type) === "table" && textOf(name) === table && typeof page === "number") root = page;
  };
  await readTree({ ...input, onRow }, 1);
  return root;
}

/** Text of a column. */
export function textOf(column: number | Uint8Array | undefined): string | undefined {
  return column instanceof Uint8Array ? new TextDecoder().decode(column) : undefined;
}

function pageSizeOf(head: Uint8Array): number | undefined {
  if (head.length < 100 || new TextDecoder().decode(head.subarray(0, 16)) !== MAGIC)
    return undefined;
  const size = ((head[16] ?? 0) << 8) | (head[17] ?? 0);
  const isPower = size >= 512 && (size & (size - 1)) === 0;
  return size === 1 ? 65_536 : isPower ? size : undefined;
}
