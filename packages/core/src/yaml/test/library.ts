import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from "yaml";
import type { YamlNode } from "../nodes.ts";

/** A node as both readers have it: where it starts, and where it ends if it is a text that is there. */
export type Shape =
  | { readonly value: unknown; readonly start?: number; readonly end?: number }
  | { readonly start?: number; readonly items: readonly Shape[] }
  | { readonly start?: number; readonly entries: readonly (readonly [Shape, Shape])[] };

/** What the library says of a text: its node, or why it refuses. Warnings are refusals. */
export function asLibraryReads(text: string): {
  /** Without end where a node holds itself, which ours refuses. */
  readonly shape: () => Shape;
  readonly errors: readonly string[];
} {
  const parsed = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const documents = "empty" in parsed ? [] : parsed;
  const errors = documents.flatMap((document) =>
    [...document.errors, ...document.warnings].map(({ message }) => message),
  );
  if (documents.length > 1) errors.push("more than one document");
  const [document] = documents;
  const shapeOf = (node: unknown): Shape => {
    if (isAlias(node)) return shapeOf(document && node.resolve(document));
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }) => [shapeOf(key), shapeOf(value)] as const);
      return { ...startOf(node, text), entries };
    }
    if (isSeq(node)) return { ...startOf(node, text), items: node.items.map(shapeOf) };
    if (!isScalar(node)) return { value: null };
    const [start = 0, end = 0] = node.range ?? [];
    return isThere(text, start, end) ? { value: node.value, start, end } : { value: node.value };
  };
  return { shape: () => shapeOf(document?.contents), errors };
}

export function shapeOf(node: YamlNode, text: string): Shape {
  const { start, end } = node.span;
  if (node.kind === "scalar")
    return isThere(text, start, end) ? { value: node.value, start, end } : { value: node.value };
  if (node.kind === "list")
    return { ...at(start, text), items: node.items.map((each) => shapeOf(each, text)) };
  const entries = node.entries.map(
    ({ key, value }) => [shapeOf(key, text), shapeOf(value, text)] as const,
  );
  return { ...at(start, text), entries };
}

function startOf({ range }: Node, text: string): { start?: number } {
  return at(range?.[0] ?? 0, text);
}

/** The library starts a map behind the anchor, `?` or colon of its first key, ours before it. */
function at(start: number, text: string): { start?: number } {
  return /[&!?:*]/.test(text.slice(Math.max(0, start - 12), start + 1)) ? {} : { start };
}

/** Where a value is not there, or is a block without a line, its place is a matter of taste. */
function isThere(text: string, start: number, end: number): boolean {
  return !/^(?:[|>][^\n]*\s*)?$/.test(text.slice(start, end));
}
