import type { PatternReader } from "./pattern-reader.ts";
import type { Node } from "./syntax-tree.ts";

/** Go refuses larger counts, and nested counts whose product is larger. */
export const REPEAT_LIMIT = 1000;

/** The item with its quantifier, or `undefined` when none follows. A `{` that is no valid count is left as a character. */
export function parseRepeat(
  reader: PatternReader,
  node: Node,
  ungreedy: boolean,
): Node | undefined {
  const start = reader.offset;
  const counts = readCounts(reader);
  if (counts === undefined) return undefined;
  const lazy = reader.take("?") !== ungreedy;
  if (/[*+?]/.test(reader.pattern[reader.offset] ?? "") || countsAt(reader) !== undefined) {
    throw reader.fail("a quantifier follows a quantifier (Go has no possessive ones)", start);
  }
  return { kind: "repeat", node, min: counts[0], max: counts[1], lazy };
}

function readCounts(reader: PatternReader): readonly [number, number] | undefined {
  if (reader.take("*")) return [0, Number.POSITIVE_INFINITY];
  if (reader.take("+")) return [1, Number.POSITIVE_INFINITY];
  if (reader.take("?")) return [0, 1];
  const counts = countsAt(reader);
  if (counts === undefined) return undefined;
  const [text, min, max] = counts;
  if (
    min > REPEAT_LIMIT ||
    (max !== Number.POSITIVE_INFINITY && (max > REPEAT_LIMIT || max < min))
  ) {
    throw reader.fail(`the repeat count ${text} is above ${REPEAT_LIMIT} or runs backwards`);
  }
  reader.offset += text.length;
  return [min, max];
}

function countsAt(reader: PatternReader): readonly [string, number, number] | undefined {
  const found = /^\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/.exec(
    reader.pattern.slice(reader.offset, reader.offset + 40),
  );
  if (found === null) return undefined;
  const min = Number(found[1]);
  const max =
    found[3] !== undefined
      ? Number(found[3])
      : found[2] !== undefined
        ? Number.POSITIVE_INFINITY
        : min;
  return [found[0], min, max];
}

/** The largest product of counts along any way down the tree. `*` and `+` count as 1. */
export function repeatProduct(node: Node): number {
  switch (node.kind) {
    case "capture":
      return repeatProduct(node.node);
    case "concat":
    case "alternate":
      return Math.max(1, ...node.nodes.map(repeatProduct));
    case "repeat": {
      const own = node.max === Number.POSITIVE_INFINITY ? node.min : node.max;
      return Math.max(1, own) * repeatProduct(node.node);
    }
    default:
      return 1;
  }
}
