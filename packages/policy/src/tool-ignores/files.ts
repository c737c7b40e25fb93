import { readYaml, textOf, valueAt, type YamlNode } from "@assay/core/yaml";
import { parseToml } from "@assay/inventory";
import { entriesOf, itemsOf } from "../yaml-places.ts";

/** An entry of a file by which a tool is made quiet. Lines count from 1. */
export interface ToolSuppression {
  /** What it is about, as the entry names it. */
  readonly id: string;
  readonly line: number;
  readonly hasReason: boolean;
  /** As written; `undefined` where it has none, `null` where the format can't hold one. */
  readonly expires: string | undefined | null;
}

type Reader = (text: string) => readonly ToolSuppression[];

const READERS: readonly (readonly [name: RegExp, read: Reader])[] = [
  [/(?:^|\/)osv-scanner\.toml$/, osvScanner],
  [/(?:^|\/)\.trivyignore$/, (text) => lineByLine(text, /\bexp:(\S+)/)],
  [/(?:^|\/)\.trivyignore\.ya?ml$/, trivyYaml],
  [/(?:^|\/)\.grype\.ya?ml$/, grype],
  [/(?:^|\/)\.gitleaksignore$/, (text) => lineByLine(text, undefined)],
  [/^(?:\.github\/)?zizmor\.ya?ml$/, zizmor],
];

/** The reader of a tool's file, by its path. */
export function readerOf(path: string): Reader | undefined {
  return READERS.find(([name]) => name.test(path))?.[1];
}

function osvScanner(text: string): readonly ToolSuppression[] {
  const root = parseToml("osv-scanner.toml", text) as Readonly<Record<string, unknown>>;
  const lines = text.split("\n");
  return ["IgnoredVulns", "PackageOverrides"].flatMap((table) => {
    const entries = Array.isArray(root[table])
      ? (root[table] as Readonly<Record<string, unknown>>[])
      : [];
    const heads = lines.flatMap((line, index) =>
      line.replaceAll(" ", "").startsWith(`[[${table}]]`) ? [index + 1] : [],
    );
    return entries.map((entry, index) => {
      const until = entry["ignoreUntil"] ?? entry["effectiveUntil"];
      return {
        id: String(entry["id"] ?? entry["name"] ?? table),
        line: heads[index] ?? 1,
        hasReason: isText(entry["reason"]),
        expires:
          until === undefined
            ? undefined
            : until instanceof Date
              ? until.toISOString()
              : String(until),
      };
    });
  });
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

/** One entry a line; the reason is a comment in the line, or in those above it without an empty line between. */
function lineByLine(text: string, expiry: RegExp | undefined): readonly ToolSuppression[] {
  let isSaid = false;
  return text.split(/\r?\n/).flatMap((line, index) => {
    const content = line.trim();
    if (content === "") isSaid = false;
    if (/^#+\s*\S/.test(content)) isSaid = true;
    if (content === "" || content.startsWith("#")) return [];
    const hasReason = isSaid || /\s#\s*\S/.test(content);
    const id = content.split(/\s/, 1).join();
    return [{ id, line: index + 1, hasReason, expires: expiry ? expiry.exec(content)?.[1] : null }];
  });
}

function trivyYaml(text: string): readonly ToolSuppression[] {
  const { root, position } = readYaml(text);
  return entriesOf(root).flatMap(({ value }) =>
    itemsOf(value).map((item) => ({
      id: textOf(valueAt(item, "id")) ?? "an entry",
      line: position(item.span.start).line,
      hasReason: isText(textOf(valueAt(item, "statement"))),
      expires: textOf(valueAt(item, "expired_at")),
    })),
  );
}

function grype(text: string): readonly ToolSuppression[] {
  const { root, position } = readYaml(text);
  return itemsOf(valueAt(root, "ignore")).map((item) => ({
    id:
      textOf(valueAt(item, "vulnerability")) ??
      textOf(valueAt(valueAt(item, "package"), "name")) ??
      "an entry",
    line: position(item.span.start).line,
    hasReason: isText(textOf(valueAt(item, "reason"))),
    expires: null,
  }));
}

/** `rules.<id>.ignore[]` and `disable: true`: their reasons are comments. */
function zizmor(text: string): readonly ToolSuppression[] {
  const { root, position, comments } = readYaml(text);
  const lines = text.split("\n");
  const isAlone = (line: number) => lines[line - 1]?.trimStart().startsWith("#") === true;
  const inLine = new Set(comments.map(({ line }) => line));
  // Alone in its line a comment is about the next one.
  const said = (line: number) => inLine.has(line) || (inLine.has(line - 1) && isAlone(line - 1));
  const entry = (id: string, { span }: YamlNode): ToolSuppression => {
    const { line } = position(span.start);
    return { id, line, hasReason: said(line), expires: null };
  };
  return entriesOf(valueAt(root, "rules")).flatMap(({ key, value }) => {
    const off = valueAt(value, "disable");
    const isExplained = said(position(key.span.start).line);
    const found = [
      ...(textOf(off) === "true" && off ? [entry(key.text, off)] : []),
      ...itemsOf(valueAt(value, "ignore")).map((item) =>
        entry(`${key.text} ${textOf(item) ?? ""}`, item),
      ),
    ];
    return isExplained ? found.map((each) => ({ ...each, hasReason: true })) : found;
  });
}
