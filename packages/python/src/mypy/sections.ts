import { isRecord } from "@assay/core";
import { parseToml } from "@assay/inventory";

/** One option as the file writes it. */
export interface Option {
  /** Lower case. */
  readonly name: string;
  /** A list of a TOML file with blanks between its items. */
  readonly value: string;
  /** Of an INI file. */
  readonly line?: number;
}

/** One section: `""` is the global one, else the module patterns. */
export interface Section {
  readonly modules: string;
  readonly options: readonly Option[];
}

/**
 * The sections of a mypy configuration: `[mypy]` and `[mypy-…]` of an INI file, `[tool.mypy]` and its overrides of a `.toml`. Empty
 * where the file has none. What is broken is left out: mypy itself says so.
 */
export function mypySections(path: string, text: string): readonly Section[] {
  return /\.toml$/i.test(path) ? tomlSections(path, text) : iniSections(text);
}

/**
 * As Python's RawConfigParser reads it: `=` or `:`, full-line comments; a line goes on with a value where it is indented deeper than
 * its option. What stands in `[DEFAULT]` holds for every section.
 */
function iniSections(text: string): readonly Section[] {
  const sections: { modules: string; options: Option[] }[] = [];
  let open: { modules: string; options: Option[] } | undefined;
  let indent = 0;
  let goesOn = false;
  // To Python these are blanks too.
  const lines = text.replace(/^\uFEFF/, "").replace(/(?![\t\r\n])\p{Cc}/gu, " ");
  for (const [index, line] of lines.split(/\r\n?|\n/).entries()) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const here = line.search(/\S/);
    if (goesOn && here > indent) {
      const last = open?.options.at(-1);
      if (last !== undefined)
        open?.options.splice(-1, 1, { ...last, value: `${last.value} ${line.trim()}`.trim() });
      continue;
    }
    indent = here;
    const header = /^\s*\[([^\]]+)\]/.exec(line)?.[1];
    goesOn = header === undefined;
    if (header !== undefined) {
      const modules = /^(?:mypy|DEFAULT)$/.test(header) ? "" : /^mypy-(.+)$/.exec(header)?.[1];
      open = modules === undefined ? undefined : { modules: modules.trim(), options: [] };
      if (open !== undefined) sections.push(open);
      continue;
    }
    const pair = /^\s*([^=:]+?)\s*[=:]\s*(.*)$/.exec(line);
    if (pair === null) continue;
    const [, name = "", value = ""] = pair;
    open?.options.push({ name: name.toLowerCase(), value: value.trim(), line: index + 1 });
  }
  return sections;
}

function tomlSections(path: string, text: string): readonly Section[] {
  const { tool } = parseToml(path, text);
  const mypy = isRecord(tool) ? tool["mypy"] : undefined;
  if (!isRecord(mypy)) return [];
  const { overrides, ...global } = mypy;
  const tables = Array.isArray(overrides) ? overrides.filter(isRecord) : [];
  return [
    { modules: "", options: tableOptions(global) },
    ...tables.map(({ module, ...options }) => ({
      modules: valueText(module).replaceAll(" ", ","),
      options: tableOptions(options),
    })),
  ];
}

function tableOptions(table: Readonly<Record<string, unknown>>): readonly Option[] {
  return Object.entries(table).map(([name, value]) => ({
    name: name.toLowerCase(),
    value: valueText(value),
  }));
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(" ") : String(value);
}
