import { minLength } from "./length.ts";
import type { Node } from "./syntax-tree.ts";

/** One alternative of an expression: lazy repeats of character classes, and what follows them. */
export interface Branch {
  /** From left to right; none where it begins with something else. */
  readonly preambles: readonly Preamble[];
  readonly rest: Node;
}

/** A lazy repeat of a class from 0 up to `most`, such as `[\w.-]{0,50}?`. */
export interface Preamble {
  holds(code: number): boolean;
  readonly most: number;
}

type Repeat = Node & { readonly kind: "repeat" };

const MAX_BRANCHES = 8;

/**
 * The alternatives of an expression in their order, each with its preambles split off; `undefined` where there is nothing to split
 * off, or where an alternative can match nothing.
 */
export function splitBranches(root: Node): readonly Branch[] | undefined {
  const branches = alternativesOf(root).map(splitPreambles);
  const worth = branches.some(({ preambles }) => preambles.length > 0);
  const fit = branches.length <= MAX_BRANCHES && branches.every(({ rest }) => minLength(rest) > 0);
  return worth && fit ? branches : undefined;
}

/** `(?:a|b)c` is `ac|bc`: written so only where `a` or `b` begins with a preamble. */
function alternativesOf(node: Node): readonly Node[] {
  if (node.kind === "alternate") return node.nodes.flatMap(alternativesOf);
  const [first, ...others] = flat(node);
  if (first?.kind !== "alternate") return [node];
  const inner = first.nodes.flatMap(alternativesOf);
  return inner.some((one) => isPreamble(flat(one)[0]))
    ? inner.map((one): Node => ({ kind: "concat", nodes: [one, ...others] }))
    : [node];
}

function splitPreambles(node: Node): Branch {
  const nodes = flat(node);
  const found = nodes.findIndex((one) => !isPreamble(one));
  const count = found < 0 ? nodes.length : found;
  return {
    preambles: nodes.slice(0, count).filter(isPreamble).map(toPreamble),
    rest: { kind: "concat", nodes: nodes.slice(count) },
  };
}

/** The parts of a sequence, sequences inside of it resolved. */
function flat(node: Node): readonly Node[] {
  return node.kind === "concat" ? node.nodes.flatMap(flat) : [node];
}

function isPreamble(node: Node | undefined): node is Repeat {
  return (
    node?.kind === "repeat" &&
    node.lazy &&
    node.min === 0 &&
    node.max !== Number.POSITIVE_INFINITY &&
    node.node.kind === "class" &&
    // Beyond it a character is two code units, and stepping back by one would stop in the middle.
    node.node.ranges.every(([, high]) => high <= 0xffff)
  );
}

function toPreamble({ node, max }: Repeat): Preamble {
  const ranges = node.kind === "class" ? node.ranges : [];
  const inRanges = (code: number) => ranges.some(([low, high]) => low <= code && code <= high);
  const ascii = Uint8Array.from({ length: 128 }, (_, code) => (inRanges(code) ? 1 : 0));
  return { holds: (code) => (code < 128 ? ascii[code] === 1 : inRanges(code)), most: max };
}
