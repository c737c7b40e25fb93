import { entryAt, type YamlEntry, type YamlMap } from "@assay/core/yaml";
import type { Edit } from "../rule.ts";

/** Where a key that is not there yet goes; at the head of the map where that is not said or not possible. */
export interface Where {
  /** Behind this entry, where that is a single line. */
  readonly after?: string;
  /** Above this entry and its comments, with an empty line between. */
  readonly before?: string;
}

/**
 * The edit that gives a key of a map a value, and makes the maps on the way to it: `["with", "persist-credentials"]`. Indents, line
 * ends, comments and all else stay as they are. None where it can't be done so, as in a map that stands elsewhere (an alias).
 *
 * @param text of the whole file
 * @param value as YAML writes it, in one line
 */
export function setValue(
  text: string,
  map: YamlMap,
  path: readonly string[],
  value: string,
  where: Where = {},
): readonly Edit[] {
  const [key = "", ...rest] = path;
  const entry = entryAt(map, key);
  if (entry === undefined) return insertion(text, map, path, value, where);
  const { value: present, span } = entry;
  // Of an alias it is the anchored node, which others have too.
  if (present.span.start < entry.key.span.end && !isEmpty(entry)) return [];
  if (present.span.end > Math.max(span.end, present.span.start)) return [];
  if (rest.length > 0 && present.kind === "map") {
    if (present.entries.length > 0) return setValue(text, present, rest, value, where);
    return replaced(present.span, flowText(rest, value, true));
  }
  if (isEmpty(entry)) {
    const colon = text.indexOf(":", entry.key.span.end);
    if (colon < 0 || map.flow) return [];
    const nested = rest.length === 0 ? [` ${value}`] : ["", ...blockLines(rest, value, unit(text))];
    const indent = columnOf(text, entry.key.span.start);
    // Behind what else stands in the line, so that a comment of the key stays there.
    const at = rest.length === 0 ? colon + 1 : lineEnd(text, colon);
    return [{ start: at, end: at, text: nested.join(eol(text) + indent + unit(text)) }];
  }
  return rest.length === 0 && present.kind === "scalar" && isOneLine(text, entry)
    ? replaced(present.span, value)
    : [];
}

function insertion(
  text: string,
  map: YamlMap,
  path: readonly string[],
  value: string,
  { after, before }: Where,
): readonly Edit[] {
  const first = map.entries[0];
  if (first === undefined) return replaced(map.span, flowText(path, value, true));
  if (map.flow) {
    const at = first.key.span.start;
    return [{ start: at, end: at, text: `${flowText(path, value, false)}, ` }];
  }
  const newline = eol(text);
  const indent = columnOf(text, first.key.span.start);
  const lines = blockLines(path, value, unit(text));
  const previous = after === undefined ? undefined : entryAt(map, after);
  if (previous !== undefined && isOneLine(text, previous)) {
    const at = lineEnd(text, previous.key.span.start);
    return [{ start: at, end: at, text: lines.map((line) => newline + indent + line).join("") }];
  }
  const next = before === undefined ? undefined : entryAt(map, before);
  // The first key of an item stands behind the dash.
  const start = next === undefined ? first.key.span.start : aboveComments(text, next, indent);
  const gap = next === undefined ? "" : newline;
  const inserted = lines.join(newline + indent) + newline + gap;
  return [{ start, end: start, text: inserted + indent }].map((edit) =>
    next === undefined ? edit : { ...edit, text: indent + inserted },
  );
}

/** The start of the line of an entry, or of the comments right above it. */
function aboveComments(text: string, { key }: YamlEntry, indent: string): number {
  let start = lineStart(text, key.span.start);
  while (start > 0) {
    const above = lineStart(text, start - (text.startsWith("\r\n", start - 2) ? 2 : 1));
    if (!text.startsWith(`${indent}#`, above)) break;
    start = above;
  }
  return start;
}

function blockLines(path: readonly string[], value: string, step: string): readonly string[] {
  return path.map(
    (key, depth) => `${step.repeat(depth)}${key}:${depth === path.length - 1 ? ` ${value}` : ""}`,
  );
}

function flowText(path: readonly string[], value: string, braces: boolean): string {
  const inner = path.slice(1).reduceRight((made, key) => `{ ${key}: ${made} }`, value);
  const pair = `${path[0]}: ${inner}`;
  return braces ? `{ ${pair} }` : pair;
}

function replaced({ start, end }: { start: number; end: number }, text: string): readonly Edit[] {
  return [{ start, end, text }];
}

function isEmpty({ value }: YamlEntry): boolean {
  return value.kind === "scalar" && value.style === "plain" && value.text === "";
}

/** The entry ends in the line where its key stands. */
function isOneLine(text: string, { key, value }: YamlEntry): boolean {
  if (value.kind !== "scalar" || value.style === "literal" || value.style === "folded")
    return value.kind !== "scalar" && value.flow && inLine(text, key.span.start, value.span.end);
  return inLine(text, key.span.start, value.span.end);
}

function inLine(text: string, start: number, end: number): boolean {
  return start <= end && !/[\r\n]/.test(text.slice(start, end));
}

/** What one level is indented by: the first indent of the file. */
function unit(text: string): string {
  return /^( +)[^\s#]/m.exec(text)?.[1] ?? "  ";
}

function columnOf(text: string, offset: number): string {
  return " ".repeat(offset - lineStart(text, offset));
}

function lineStart(text: string, offset: number): number {
  if (offset === 0) return text.startsWith("\uFEFF") ? 1 : 0;
  const start =
    Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

function lineEnd(text: string, offset: number): number {
  const next = /[\r\n]/g;
  next.lastIndex = offset;
  return next.exec(text)?.index ?? text.length;
}

function eol(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
