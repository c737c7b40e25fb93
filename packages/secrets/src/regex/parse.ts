import { MAX_CODE, negate } from "./character-class.ts";
import { parseClass } from "./parse-class.ts";
import { parseCharacterEscape, parseClassEscape } from "./parse-escape.ts";
import { type Flags, parseGroupStart } from "./parse-group.ts";
import { parseRepeat, REPEAT_LIMIT, repeatProduct } from "./parse-repeat.ts";
import { type PatternReader, readPattern } from "./pattern-reader.ts";
import type { Node, SyntaxTree } from "./syntax-tree.ts";

const MAX_PATTERN = 64 * 1024;
/** Go's own limit (`maxHeight`). */
const MAX_DEPTH = 1000;

interface State {
  readonly reader: PatternReader;
  groups: number;
  depth: number;
}

/**
 * Reads Go's regular expression syntax (package regexp/syntax with the Perl flags).
 *
 * @throws RegexSyntaxError for everything that Go refuses: look-around, back-references, possessive quantifiers, counts above 1000.
 */
export function parse(pattern: string): SyntaxTree {
  const reader = readPattern(pattern);
  if (pattern.length > MAX_PATTERN) throw reader.fail(`the pattern is longer than ${MAX_PATTERN}`);
  const state: State = { reader, groups: 0, depth: 0 };
  const root = parseAlternation(state, {
    fold: false,
    multiline: false,
    dotAll: false,
    ungreedy: false,
  });
  if (reader.peek() >= 0) throw reader.fail("a `)` has no `(`");
  if (repeatProduct(root) > REPEAT_LIMIT) {
    throw reader.fail(`nested repeats multiply to more than ${REPEAT_LIMIT}`, 0);
  }
  return { root, groups: state.groups };
}

/** Up to the `)` of the enclosing group. Flags set on the way hold to that end, also across `|`. */
function parseAlternation(state: State, outer: Flags): Node {
  const { reader } = state;
  if (++state.depth > MAX_DEPTH) throw reader.fail("the groups are nested too deeply");
  let flags = outer;
  const branches: Node[] = [];
  let items: Node[] = [];
  while (reader.peek() >= 0 && !reader.startsWith(")")) {
    if (reader.take("|")) {
      branches.push(concat(items));
      items = [];
      continue;
    }
    const changed = parseTerm(state, flags, items);
    if (changed !== undefined) flags = changed;
  }
  state.depth -= 1;
  branches.push(concat(items));
  return branches.length === 1 && branches[0] !== undefined
    ? branches[0]
    : { kind: "alternate", nodes: branches };
}

function concat(items: readonly Node[]): Node {
  const [first] = items;
  if (first === undefined) return { kind: "empty" };
  return items.length === 1 ? first : { kind: "concat", nodes: items };
}

/** Adds one item with its quantifier; returns the new flags when it was a flag group. */
function parseTerm(state: State, flags: Flags, items: Node[]): Flags | undefined {
  const { reader } = state;
  const start = reader.offset;
  if (reader.startsWith("(")) {
    const group = parseGroupStart(reader, flags);
    if (group.kind === "flags") {
      // Go looks through a flag group: `a(?i)*` repeats the `a`.
      repeatLast(reader, group.flags, items);
      return group.flags;
    }
    if (group.kind === "capture") state.groups += 1;
    const inner = parseAlternation(state, group.flags);
    if (!reader.take(")")) throw reader.fail("a `(` is not closed", start);
    items.push(group.kind === "capture" ? { kind: "capture", node: inner } : inner);
  } else if (reader.take("\\Q")) {
    const end = reader.pattern.indexOf("\\E", reader.offset);
    const text = reader.pattern.slice(reader.offset, end < 0 ? undefined : end);
    reader.offset = end < 0 ? reader.pattern.length : end + 2;
    for (const char of text) items.push(literal(char.codePointAt(0) ?? 0, flags));
    if (text === "") return undefined;
  } else {
    items.push(parseAtom(reader, flags));
  }
  repeatLast(reader, flags, items);
  return undefined;
}

function repeatLast(reader: PatternReader, flags: Flags, items: Node[]): void {
  const last = items.at(-1);
  const start = reader.offset;
  const repeated = parseRepeat(reader, last ?? { kind: "empty" }, flags.ungreedy);
  if (repeated === undefined) return;
  if (last === undefined) throw reader.fail("a quantifier has nothing to repeat", start);
  items[items.length - 1] = repeated;
}

function parseAtom(reader: PatternReader, flags: Flags): Node {
  const start = reader.offset;
  if (reader.take("[")) return { kind: "class", ranges: parseClass(reader, flags.fold) };
  if (reader.take(".")) {
    return { kind: "class", ranges: flags.dotAll ? [[0, MAX_CODE]] : negate([[10, 10]]) };
  }
  if (reader.take("^"))
    return { kind: "assert", at: flags.multiline ? "line-start" : "text-start" };
  if (reader.take("$")) return { kind: "assert", at: flags.multiline ? "line-end" : "text-end" };
  if (reader.take("\\A")) return { kind: "assert", at: "text-start" };
  if (reader.take("\\z")) return { kind: "assert", at: "text-end" };
  if (reader.take("\\b")) return { kind: "assert", at: "word" };
  if (reader.take("\\B")) return { kind: "assert", at: "not-word" };
  if (reader.startsWith("\\")) {
    const ranges = parseClassEscape(reader, flags.fold);
    if (ranges !== undefined) return { kind: "class", ranges };
    return literal(parseCharacterEscape(reader), flags);
  }
  if (/[*+?]/.test(reader.pattern[start] ?? "")) {
    throw reader.fail(`the quantifier ${reader.pattern[start]} has nothing to repeat`);
  }
  return literal(reader.next(), flags);
}

function literal(code: number, flags: Flags): Node {
  return { kind: "literal", code, fold: flags.fold };
}
