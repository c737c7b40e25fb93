import type { Node } from "../regex/syntax-tree.ts";

/** Numbers in [0, 1): equal seeds give equal rows (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text that an expression matches: no test file needs to hold anything that looks like a real secret. */
export function sampleMatch(node: Node, random: () => number): string {
  const pick = (count: number) => Math.floor(random() * count);
  switch (node.kind) {
    case "empty":
    case "assert":
      return "";
    case "literal":
      return String.fromCodePoint(node.code);
    case "class": {
      const printable = node.ranges.flatMap(([low, high]): (readonly [number, number])[] =>
        low > 0x7e || high < 0x20 ? [] : [[Math.max(low, 0x20), Math.min(high, 0x7e)]],
      );
      const ranges = printable.length === 0 ? node.ranges : printable;
      let at = pick(ranges.reduce((sum, [low, high]) => sum + high - low + 1, 0));
      for (const [low, high] of ranges) {
        if (at <= high - low) return String.fromCodePoint(low + at);
        at -= high - low + 1;
      }
      return "";
    }
    case "capture":
      return sampleMatch(node.node, random);
    case "concat":
      return node.nodes.map((item) => sampleMatch(item, random)).join("");
    case "alternate": {
      const branch = node.nodes[pick(node.nodes.length)];
      return branch === undefined ? "" : sampleMatch(branch, random);
    }
    case "repeat": {
      const most = Math.min(node.max, Math.max(node.min + 2, node.min));
      const count = node.min + pick(most - node.min + 1);
      return Array.from({ length: count }, () => sampleMatch(node.node, random)).join("");
    }
  }
}
