import { UsageError } from "@assay/core";
import { RegexSyntaxError } from "../regex/pattern-reader.ts";
import { type TranslatedRegex, translate } from "../regex/translate.ts";

/** A TOML table whose keys are folded to lower case, as gitleaks reads them. */
export type Table = ReadonlyMap<string, unknown>;

/** Reads values of one table and names the file and the place in every complaint. */
export interface TableReader {
  readonly where: string;
  has(key: string): boolean;
  text(key: string): string;
  number(key: string): number;
  integer(key: string): number | undefined;
  flag(key: string): boolean;
  texts(key: string): readonly string[];
  table(key: string): TableReader | undefined;
  tables(key: string): readonly TableReader[];
  fail(problem: string, hint?: string): UsageError;
}

const MAX_CONFIG_BYTES = 4 * 1024 * 1024;

/** @throws UsageError when the text is too large or no TOML. */
export async function readToml(text: string, file: string): Promise<TableReader> {
  if (text.length > MAX_CONFIG_BYTES) {
    throw new UsageError(`${file} has more than ${MAX_CONFIG_BYTES} characters`);
  }
  const { parse } = await import("smol-toml");
  try {
    return reader(toTable(parse(text)), file, file);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    const at =
      cause instanceof Error && "line" in cause && typeof cause.line === "number"
        ? `, line ${cause.line}`
        : "";
    // The parser's further lines quote the file, which may hold a secret.
    throw new UsageError(`${file}${at} is no valid TOML: ${reason}`, {
      hint: "Fix the file; https://toml.io/en/v1.0.0 describes the format.",
    });
  }
}

function toTable(value: unknown): Table {
  const out = new Map<string, unknown>();
  if (typeof value !== "object" || value === null) return out;
  for (const [key, entry] of Object.entries(value)) out.set(key.toLowerCase(), entry);
  return out;
}

function reader(table: Table, where: string, file: string): TableReader {
  const fail = (problem: string, hint?: string) =>
    new UsageError(`${where}: ${problem}`, hint === undefined ? {} : { hint });
  const wrong = (key: string, wanted: string) => fail(`\`${key}\` must be ${wanted}`);
  const isTable = (value: unknown) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date);
  return {
    where,
    fail,
    has: (key) => table.has(key),
    text(key) {
      const value = table.get(key) ?? "";
      if (typeof value !== "string") throw wrong(key, "a string");
      return value;
    },
    number(key) {
      const value = table.get(key) ?? 0;
      if (typeof value !== "number") throw wrong(key, "a number");
      return value;
    },
    integer(key) {
      const value = table.get(key);
      if (value === undefined) return undefined;
      if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
        throw wrong(key, "a whole number that is not negative");
      }
      return value;
    },
    flag(key) {
      const value = table.get(key) ?? false;
      if (typeof value !== "boolean") throw wrong(key, "true or false");
      return value;
    },
    texts(key) {
      const value = table.get(key) ?? [];
      if (typeof value === "string") return [value];
      if (!Array.isArray(value) || value.some((entry) => typeof entry !== "string")) {
        throw wrong(key, "a list of strings");
      }
      return value as readonly string[];
    },
    table(key) {
      const value = table.get(key);
      if (value === undefined) return undefined;
      if (!isTable(value)) throw wrong(key, "a table");
      return reader(toTable(value), `${where}, [${key}]`, file);
    },
    tables(key) {
      const value = table.get(key) ?? [];
      if (!Array.isArray(value) || !value.every(isTable)) throw wrong(key, "a list of tables");
      return value.map((entry, index) => {
        const inner = toTable(entry);
        const id = inner.get("id");
        const name = typeof id === "string" && id !== "" ? `"${id}"` : `number ${index + 1}`;
        return reader(inner, `${where}, [[${key}]] ${name}`, file);
      });
    },
  };
}

/** @throws UsageError that names the file, the rule and the place in the pattern. */
export function readRegex(reader: TableReader, key: string, pattern: string): TranslatedRegex {
  try {
    return translate(pattern);
  } catch (cause) {
    if (!(cause instanceof RegexSyntaxError)) throw cause;
    throw reader.fail(
      `the expression in \`${key}\` is not valid at character ${cause.offset + 1}: ${cause.message}`,
      "Write it in Go's syntax (https://pkg.go.dev/regexp/syntax), which gitleaks uses.",
    );
  }
}
