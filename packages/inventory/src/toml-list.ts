import { TomlError } from "smol-toml";
import { parseAllToml, parseToml, type Table, tablesOf } from "./toml.ts";
import { headersOf, type TomlHeader } from "./toml-headers.ts";
import { parsePlainToml } from "./toml-plain.ts";

/** A table of a list, and the 1-based line of its header where it has one of its own. */
export interface ListedTable {
  /** `undefined` where the item is no table. */
  readonly table: Table | undefined;
  readonly line: number | undefined;
}

/** A document with one long list of tables. */
export interface TableList<T> {
  /** What stands beside the list. */
  readonly rest: Table;
  /** What `take` made of each table, in order. */
  readonly taken: readonly T[];
}

/**
 * Reads a document whose list `name` is long: table by table where each has a header of its own (`[[name]]`), so that never all of it
 * is in memory as tables.
 *
 * @throws UsageError as `parseToml`
 */
export function parseTableList<T>(
  path: string,
  text: string,
  name: string,
  take: (listed: ListedTable) => T,
  hint?: string,
): TableList<T> {
  const headers = headersOf(text, name);
  return inParts(text, name, headers, take) ?? asAWhole(path, text, name, headers, take, hint);
}

/** `undefined` where a part is no document by itself: then only the whole can tell why. */
function inParts<T>(
  text: string,
  name: string,
  headers: readonly TomlHeader[],
  take: (listed: ListedTable) => T,
): TableList<T> | undefined {
  const rest = new Map<string, unknown>();
  const taken: T[] = [];
  const starts = [0, ...headers.map(({ at }) => at)];
  for (const [index, start] of starts.entries()) {
    const part = parsePart(text.slice(start, starts[index + 1]));
    if (part === undefined) return undefined;
    const { [name]: list, ...others } = part;
    for (const [key, value] of Object.entries(others)) {
      if (rest.has(key)) return undefined;
      rest.set(key, value);
    }
    const tables = tablesOf(list);
    if (index === 0 ? list !== undefined : tables.length !== 1) return undefined;
    for (const table of tables) taken.push(take({ table, line: headers[index - 1]?.line }));
  }
  return { rest: Object.fromEntries(rest), taken };
}

function parsePart(text: string): Table | undefined {
  try {
    return parsePlainToml(text) ?? parseAllToml(text);
  } catch (cause) {
    if (cause instanceof TomlError) return undefined;
    throw cause;
  }
}

function asAWhole<T>(
  path: string,
  text: string,
  name: string,
  headers: readonly TomlHeader[],
  take: (listed: ListedTable) => T,
  hint: string | undefined,
): TableList<T> {
  const rest = parseToml(path, text, hint);
  const tables = tablesOf(rest[name]);
  const lines = tables.length === headers.length ? headers : [];
  return { rest, taken: tables.map((table, index) => take({ table, line: lines[index]?.line })) };
}
