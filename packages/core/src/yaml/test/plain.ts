import type { YamlNode } from "../nodes.ts";

/** As plain values, with maps as lists of pairs: their order counts, and no key is special. */
export function plainOf(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainOf);
  return { map: node.entries.map(({ key, value }) => [key.text, plainOf(value)]) };
}
