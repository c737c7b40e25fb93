import { UsageError } from "@assay/core";
import type { ImageContent } from "../../reader.ts";
import { collectRows, type Rows } from "./rows.ts";
import { recordOf } from "./sqlite-record.ts";
import { type Node, readTree, type TableInput } from "./sqlite-tree.ts";

const MAGIC = "SQLite format 3\0";
const TABLE = "Packages";

/** An rpm database of SQLite as its file has it. A log of what is not in it yet is put over it later: the two come one by one. */
export interface SqliteDatabase {
  readonly pageSize: number;
  /** Pages of the table `Packages` by number, the root first, with their rows. */
  readonly nodes: ReadonlyMap<number, Node>;
  readonly rows: Rows;
}

/**
 * The rows of the table `Packages` (https://sqlite.org/fileformat2.html). Indexes are not read.
 *
 * @throws UsageError where the file is no database of SQLite
 */
export async function readSqlite(content: ImageContent): Promise<SqliteDatabase> {
  const head = await content.read(0, 100);
  const pageSize = pageSizeOf(head);
  if (pageSize === undefined) throw new UsageError("The file is no database of SQLite.");
  const rows = collectRows();
  const from = {
    pageSize,
    reserved: head[20] ?? 0,
    problems: rows.problems,
    async pages(number: number) {
      const bytes = await content.read((number - 1) * pageSize, pageSize);
      return bytes.length < pageSize ? undefined : bytes;
    },
  };
  const root = await findTable(from);
  if (root === undefined) rows.problems.push(`it has no table ${TABLE}`);
  const nodes = root === undefined ? new Map<number, Node>() : await readTable(from, rows, root);
  return { pageSize, nodes, rows };
}

/** The page where the table starts, by the schema on page 1. */
export async function findTable(input: Omit<TableInput, "onRow">): Promise<number | undefined> {
  let root: number | undefined;
  const decoder = new TextDecoder();
  const onRow = (_: number, payload: Uint8Array) => {
    const [type, name, , page] = recordOf(payload);
    const is = (value: unknown, text: string) =>
      value instanceof Uint8Array && decoder.decode(value) === text;
    if (is(type, "table") && is(name, TABLE) && typeof page === "number") root = page;
  };
  await readTree({ ...input, onRow }, 1);
  return root;
}

/** Adds the package of every row to `rows`. */
export async function readTable(
  input: Omit<TableInput, "onRow">,
  rows: Rows,
  root: number,
): Promise<Map<number, Node>> {
  const onRow = (row: number, payload: Uint8Array) => {
    const blob = recordOf(payload)[1];
    if (blob instanceof Uint8Array) rows.add(row, blob);
    else rows.problems.push(`package ${row} is no header`);
  };
  return await readTree({ ...input, onRow }, root);
}

function pageSizeOf(head: Uint8Array): number | undefined {
  if (head.length < 100 || new TextDecoder().decode(head.subarray(0, 16)) !== MAGIC)
    return undefined;
  const size = ((head[16] ?? 0) << 8) | (head[17] ?? 0);
  const isPower = size >= 512 && (size & (size - 1)) === 0;
  return size === 1 ? 65_536 : isPower ? size : undefined;
}
