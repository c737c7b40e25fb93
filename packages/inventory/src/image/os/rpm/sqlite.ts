import type { ImageContent } from "../../reader.ts";
import { findTable, openSqlite, type SqlitePages } from "../sqlite/file.ts";
import { recordOf } from "../sqlite/record.ts";
import { type Node, readTree } from "../sqlite/tree.ts";
import { collectRows, type Rows } from "./rows.ts";

export const TABLE = "Packages";

/** An rpm database of SQLite as its file has it. A log of what is not in it yet is put over it later: the two come one by one. */
export interface SqliteDatabase {
  readonly pageSize: number;
  /** Pages of the table `Packages` by number, the root first, with their rows. */
  readonly nodes: ReadonlyMap<number, Node>;
  readonly rows: Rows;
}

/** The packages of the table `Packages`; indexes are not read. @throws UsageError where the file is no database of SQLite */
export async function readSqlite(content: ImageContent, isHidden = false): Promise<SqliteDatabase> {
  const rows = collectRows(isHidden);
  const from = await openSqlite(content, rows.problems);
  const root = await findTable(from, TABLE);
  if (root === undefined) rows.problems.push(`it has no table ${TABLE}`);
  const nodes = root === undefined ? new Map<number, Node>() : await readTable(from, rows, root);
  return { pageSize: from.pageSize, nodes, rows };
}

/** Adds the package of every row to `rows`. */
export async function readTable(
  input: SqlitePages,
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
