/** A comparison: `python_version >= "3.9"`, with the variable first. */
export interface MarkerAtom {
  readonly variable: string;
  /** `==`, `>=`, …, `in`, `not in`; `contains` and `lacks` where the variable stands behind `in`. */
  readonly operator: string;
  readonly value: string;
}

/** https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers */
export type Marker =
  | { readonly atom: MarkerAtom }
  | { readonly all: readonly Marker[] }
  | { readonly any: readonly Marker[] };

const MAX_LENGTH = 16_384;
const MAX_DEPTH = 64;
const TOKEN = /\s*(?:([()])|'([^']*)'|"([^"]*)"|(===|==|!=|<=|>=|~=|<|>)|([A-Za-z_][\w.]*))/y;

type Token = { readonly kind: "mark" | "word" | "text" | "operator"; readonly text: string };

/** Reads a marker; `undefined` where the text is none. */
export function parseMarker(text: string): Marker | undefined {
  const tokens = text.length > MAX_LENGTH ? undefined : tokenize(text);
  if (tokens === undefined) return undefined;
  const reader = { tokens, at: 0, depth: 0 };
  const marker = readAny(reader);
  return reader.at === tokens.length ? marker : undefined;
}

function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    const [, mark, single, double, operator, word] = match;
    if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else tokens.push({ kind: "text", text: single ?? double ?? "" });
  }
  return tokens;
}

interface TokenReader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function readAny(reader: TokenReader): Marker | undefined {
  return readList(reader, "or", readAll, (any) => ({ any }));
}

function readAll(reader: TokenReader): Marker | undefined {
  return readList(reader, "and", readOne, (all) => ({ all }));
}

function readList(
  reader: TokenReader,
  word: string,
  readPart: (reader: TokenReader) => Marker | undefined,
  join: (parts: readonly Marker[]) => Marker,
): Marker | undefined {
  const parts: Marker[] = [];
  for (;;) {
    const part = readPart(reader);
    if (part === undefined) return undefined;
    parts.push(part);
    const next = reader.tokens[reader.at];
    if (next?.kind !== "word" || next.text !== word) break;
    reader.at += 1;
  }
  const [only, ...others] = parts;
  return others.length === 0 ? only : join(parts);
}

function readOne(reader: TokenReader): Marker | undefined {
  const first = reader.tokens[reader.at++];
  if (first?.kind === "mark" && first.text === "(") {
    if (++reader.depth > MAX_DEPTH) return undefined;
    const inner = readAny(reader);
    reader.depth -= 1;
    return reader.tokens[reader.at++]?.text === ")" ? inner : undefined;
  }
  const operator = readOperator(reader);
  const last = reader.tokens[reader.at++];
  if (first === undefined || operator === undefined || last === undefined) return undefined;
  if (first.kind === "word" && last.kind === "text")
    return { atom: { variable: first.text, operator, value: last.text } };
  if (first.kind === "text" && last.kind === "word")
    return {
      atom: { variable: last.text, operator: TURNED[operator] ?? operator, value: first.text },
    };
  return undefined;
}

/** What an operator is with its sides exchanged. */
const TURNED: Readonly<Record<string, string>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  in: "contains",
  "not in": "lacks",
};

function readOperator(reader: TokenReader): string | undefined {
  const token = reader.tokens[reader.at++];
  if (token?.kind === "operator" || (token?.kind === "word" && token.text === "in"))
    return token.text;
  if (token?.kind !== "word" || token.text !== "not") return undefined;
  return reader.tokens[reader.at++]?.text === "in" ? "not in" : undefined;
}

/** Whether a marker can hold where each of its comparisons holds that `holds` does not rule out. A marker has no negation. */
export function evaluate(marker: Marker, holds: (atom: MarkerAtom) => boolean): boolean {
  if ("atom" in marker) return holds(marker.atom);
  return "all" in marker
    ? marker.all.every((part) => evaluate(part, holds))
    : marker.any.some((part) => evaluate(part, holds));
}

/** Every comparison of a marker. */
export function atomsOf(marker: Marker): readonly MarkerAtom[] {
  if ("atom" in marker) return [marker.atom];
  return ("all" in marker ? marker.all : marker.any).flatMap(atomsOf);
}
