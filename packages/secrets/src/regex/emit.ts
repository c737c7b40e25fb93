import { foldsOf, MAX_CODE, negate, type Ranges } from "./character-class.ts";
import { minLength } from "./length.ts";
import type { Assertion, Node } from "./syntax-tree.ts";

/**
 * The same expression in JavaScript, to be used without the flags `i`, `m`, `s`, `u` or `v`: the case of letters is
 * spelled out, and `\b` stays ASCII as in Go.
 */
export function emit(node: Node): string {
  switch (node.kind) {
    case "empty":
      return "";
    case "literal":
      return node.fold
        ? emitRanges(foldsOf(node.code).map((code) => [code, code]))
        : emitCode(node.code);
    case "class":
      return emitRanges(node.ranges);
    case "assert":
      return ASSERTIONS[node.at];
    case "capture":
      return `(${emit(node.node)})`;
    case "concat":
      return node.nodes
        .map((item) => (item.kind === "alternate" ? `(?:${emit(item)})` : emit(item)))
        .join("");
    case "alternate":
      return node.nodes.map(emit).join("|");
    case "repeat":
      // JavaScript refuses a turn that matched nothing and then tries the body's next way; Go takes it.
      if (node.min === 0 && node.max === 1 && minLength(node.node) === 0) {
        return node.lazy ? `(?:|${emit(node.node)})` : `(?:${emit(node.node)}|)`;
      }
      return `${emitAtom(node.node)}${emitCounts(node.min, node.max)}${node.lazy ? "?" : ""}`;
  }
}

const ASSERTIONS: Readonly<Record<Assertion, string>> = {
  // Without the flag `m` these two are the ends of the text, never of a line.
  "text-start": "^",
  "text-end": "$",
  "line-start": "(?<![^\\n])",
  "line-end": "(?![^\\n])",
  word: "\\b",
  "not-word": "\\B",
};

function emitAtom(node: Node): string {
  const text = emit(node);
  if (node.kind === "capture" || node.kind === "class") return text;
  if (node.kind === "literal" && (node.fold || node.code <= 0xffff)) return text;
  return `(?:${text})`;
}

function emitCounts(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

/** A class over UTF-16: code points above U+FFFF become surrogate pairs, unless the class has all of them. */
function emitRanges(ranges: Ranges): string {
  const [only] = ranges;
  if (only === undefined) return "[]";
  if (ranges.length === 1 && only[0] === only[1]) return emitCode(only[0]);
  const last = ranges.at(-1);
  if (last?.[1] === MAX_CODE && last[0] <= 0x10000) {
    // Open at the top: the negated form is shorter, and halves of pairs match like any other character.
    const missing = negate(ranges);
    return missing.length === 0 ? "[^]" : `[^${missing.map(emitRange).join("")}]`;
  }
  const plain = ranges.filter(([low]) => low <= 0xffff);
  const astral = ranges.filter(([, high]) => high > 0xffff);
  const basic =
    plain.length === 0
      ? []
      : [`[${plain.map(([low, high]) => emitRange([low, Math.min(high, 0xffff)])).join("")}]`];
  if (astral.length === 0) return basic[0] ?? "[]";
  const pairs = astral.flatMap(([low, high]) => surrogates(Math.max(low, 0x10000), high));
  return `(?:${[...basic, ...pairs].join("|")})`;
}

/** The pairs of a range above U+FFFF, one alternative for each run of equal high surrogates. */
function surrogates(low: number, high: number): readonly string[] {
  const out: string[] = [];
  for (let from = low; from <= high; ) {
    const to = Math.min(high, from | 0x3ff);
    const [lead, first] = split(from);
    out.push(`${unit(lead)}[${unit(first)}-${unit(split(to)[1])}]`);
    from = to + 1;
  }
  return out;
}

function split(code: number): readonly [number, number] {
  const rest = code - 0x10000;
  return [0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff)];
}

function emitRange([low, high]: readonly [number, number]): string {
  if (low === high) return classUnit(low);
  return high === low + 1
    ? classUnit(low) + classUnit(high)
    : `${classUnit(low)}-${classUnit(high)}`;
}

function classUnit(code: number): string {
  const char = String.fromCharCode(code);
  return /[0-9A-Za-z_ ]/.test(char) ? char : unit(code);
}

function emitCode(code: number): string {
  if (code > 0xffff) return split(code).map(unit).join("");
  const char = String.fromCharCode(code);
  if (/[0-9A-Za-z_ !"#%&',:;<=>@`~-]/.test(char)) return char;
  return unit(code);
}

function unit(code: number): string {
  return code <= 0xff
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
