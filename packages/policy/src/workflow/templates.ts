import type { Span, YamlNode, YamlScalar } from "@assay/yaml";
import type { Condition, Template } from "../expressions/index.ts";
import { conditionOf, templatesIn } from "../expressions/index.ts";
import type { SourceFile } from "./model.ts";

const NONE: readonly Template[] = [];
const templates = new WeakMap<YamlScalar, readonly Template[]>();
const conditions = new WeakMap<YamlScalar, Condition>();

/** The templates in the content of a scalar, parsed once. */
export function templatesOf(node: YamlScalar): readonly Template[] {
  if (!node.text.includes("${{")) return NONE;
  const known = templates.get(node) ?? templatesIn(node.text);
  templates.set(node, known);
  return known;
}

/** The value of an `if`, parsed once. */
export function conditionAt(node: YamlScalar): Condition {
  const known = conditions.get(node) ?? conditionOf(node.text);
  conditions.set(node, known);
  return known;
}

/** All scalars that are values within a node, each once however often it is aliased. */
export function scalarsIn(node: YamlNode | undefined): readonly YamlScalar[] {
  const seen = new Set<YamlNode>();
  const found: YamlScalar[] = [];
  const visit = (each: YamlNode): void => {
    if (seen.has(each)) return;
    seen.add(each);
    if (each.kind === "scalar") found.push(each);
    else if (each.kind === "list") each.items.forEach(visit);
    else for (const { value } of each.entries) visit(value);
  };
  if (node !== undefined) visit(node);
  return found;
}

/**
 * Where the template that begins at `start` of the content stands in the file: folding, indents and escapes move it, but its
 * number among the templates stays.
 */
export function templateSpan({ text }: SourceFile, node: YamlScalar, start: number): Span {
  const from = contentStart(text, node);
  const number = templatesOf(node).findIndex((template) => template.start === start);
  const found = templatesIn(text.slice(from, node.span.end))[number];
  return found === undefined ? node.span : { start: from + found.start, end: from + found.end };
}

/** Where a line of the content stands in the file, without its indent. Lines that are folded give the whole scalar. */
export function lineSpan({ text }: SourceFile, node: YamlScalar, offset: number): Span {
  if (node.style !== "literal") return node.span;
  const line = node.text.slice(0, offset).split("\n").length - 1;
  let start = contentStart(text, node);
  for (let count = 0; count < line; count += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0 || end >= node.span.end) return node.span;
    start = end + 1;
  }
  const [whole = "", indent = ""] =
    /^([ \t]*)[^\r\n]*/.exec(text.slice(start, node.span.end)) ?? [];
  return { start: start + indent.length, end: start + whole.length };
}

/** Behind the header of a block scalar, whose comment is no content. */
function contentStart(text: string, { style, span }: YamlScalar): number {
  if (style !== "literal" && style !== "folded") return span.start;
  const end = text.indexOf("\n", span.start);
  return end < 0 ? span.start : end + 1;
}
