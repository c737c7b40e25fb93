import type { Node } from "./syntax-tree.ts";

/** The fewest characters that a node matches. */
export function minLength(node: Node): number {
  switch (node.kind) {
    case "literal":
    case "class":
      return 1;
    case "capture":
      return minLength(node.node);
    case "concat":
      return node.nodes.reduce((sum, item) => sum + minLength(item), 0);
    case "alternate":
      return Math.min(...node.nodes.map(minLength));
    case "repeat":
      return node.min * minLength(node.node);
    default:
      return 0;
  }
}
