import type { Span, YamlDocument, YamlList, YamlMap, YamlNode } from "@assay/core/yaml";
import type { Place } from "./rule.ts";

/** Where a piece of a document stands. */
export function placeAt({ position }: Pick<YamlDocument, "position">, span: Span): Place {
  const [start, end] = [position(span.start), position(span.end)];
  return {
    ...{ startLine: start.line, startColumn: start.column },
    ...{ endLine: end.line, endColumn: end.column },
  };
}

export function itemsOf(node: YamlNode | undefined): YamlList["items"] {
  return node?.kind === "list" ? node.items : [];
}

export function entriesOf(node: YamlNode | undefined): YamlMap["entries"] {
  return node?.kind === "map" ? node.entries : [];
}

/** The texts of a list of scalars, or of one scalar that stands for a list. */
export function textsOf(node: YamlNode | undefined): readonly string[] {
  const nodes = node?.kind === "list" ? node.items : node === undefined ? [] : [node];
  return nodes.flatMap((item) => (item.kind === "scalar" ? [item.text] : []));
}
