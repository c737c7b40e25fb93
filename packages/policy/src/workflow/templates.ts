import type { Span, YamlNode, YamlScalar } from "@assay/core/yaml";
import type { Condition, Template } from "../expressions/index.ts";
import { conditionOf, templatesIn } from "../expressions/index.ts";
import type { SourceFile } from "./model.ts";

const NONE: readonly Template[] = [];
const templates = new WeakMap<YamlScalar, readonly Template[]>();
const spans = new WeakMap<YamlScalar, Map<number, Span>>();
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
  const found = spans.get(node) ?? new Map<number, Span>();
  if (found.size === 0) {
    spans.set(node, found);
    const from = contentStart(text, node);
    const here = templatesIn(text.slice(from, node.span.end));
    for (const [at, template] of templatesOf(node).entries()) {
      const { start: first, end } = here[at] ?? {
        start: node.span.start - from,
        end: node.span.end - from,
      };
      found.set(template.start, { start: from + first, end: from + end });
    }
  }
  return found.get(start) ?? node.span;
}

/** Where a line of the content stands in the file, without its indent. Lines that are folded give the whole scalar. */
export function lineSpan({ text }: SourceFile, node: YamlScalar, offset: number): Span {
  if (node.style !== "literal") return node.span;
  const [inContent, inFile] = lineStarts(text, node);
  const line = inContent.findLastIndex((start) => start <= offset);
  const start = inFile[line];
  if (start === undefined) return node.span;
  const [whole = "", indent = ""] =
    /^([ \t]*)[^\r\n]*/.exec(text.slice(start, start + 10_000)) ?? [];
  return { start: start + indent.length, end: Math.min(start + whole.length, node.span.end) };
}

const starts = new WeakMap<YamlScalar, readonly [readonly number[], readonly number[]]>();

/** Offsets of the lines of a literal block, in its content and in the file. */
function lineStarts(
  text: string,
  node: YamlScalar,
): readonly [readonly number[], readonly number[]] {
  const from = contentStart(text, node);
  const of = (content: string, base: number) => [
    base,
    ...[...content.matchAll(/\n/g)].map(({ index }) => base + index + 1),
  ];
  const known = starts.get(node) ?? [of(node.text, 0), of(text.slice(from, node.span.end), from)];
  starts.set(node, known);
  return known;
}

/** Behind the header of a block scalar, whose comment is no content. */
function contentStart(text: string, { style, span }: YamlScalar): number {
  if (style !== "literal" && style !== "folded") return span.start;
  const end = text.indexOf("\n", span.start);
  return end < 0 ? span.start : end + 1;
}
