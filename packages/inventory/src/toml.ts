import { isRecord, UsageError } from "@assay/core";
import { parse, TomlError } from "smol-toml";
import { headersOf } from "./toml-headers.ts";
import { parsePlainToml } from "./toml-plain.ts";

/** Nesting deeper than this is refused. */
export const MAX_TOML_DEPTH = 64;

export type Table = Readonly<Record<string, unknown>>;

/**
 * Reads TOML 1.0.
 *
 * @throws UsageError that names the line where it is none; never with text of the file, which may hold a secret
 */
export function parseToml(path: string, text: string, hint?: string): Table {
  const details = hint === undefined ? {} : { hint };
  try {
    const table = parsePlainToml(text) ?? parseAllToml(text);
    if (table !== undefined) return table;
    throw new UsageError(`${path} is nested deeper than ${MAX_TOML_DEPTH}`, details);
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const [reason = ""] = cause.message.split("\n");
    const why = reason.replace(/^Invalid TOML document: /, "");
    throw new UsageError(`${path} is no TOML (line ${cause.line}: ${why})`, details);
  }
}

/** `undefined` where it is nested too deeply: by the parts of a key, which the parser does not count. @throws TomlError where it is none */
export function parseAllToml(text: string): Table | undefined {
  const table = parse(text, { maxDepth: MAX_TOML_DEPTH });
  return isShallow(table, MAX_TOML_DEPTH) ? table : undefined;
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth >= 0 && Object.values(value).every((each) => isShallow(each, depth - 1));
}

/** The 1-based line of each table of a list, where it stands under a header of its own: one per table, in order. */
export function tableLines(text: string, name: string): readonly number[] {
  return headersOf(text, name).map(({ line }) => line);
}

/** The tables of a value that should be a list of tables, with what is no table as `undefined`. */
export function tablesOf(value: unknown): readonly (Table | undefined)[] {
  return Array.isArray(value) ? value.map((each) => (isRecord(each) ? each : undefined)) : [];
}

export function tableOf(value: unknown): Table {
  return isRecord(value) ? value : {};
}
