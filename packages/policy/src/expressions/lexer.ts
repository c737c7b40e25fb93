import { parseNumber } from "./numbers.ts";
import { ExpressionError } from "./tree.ts";

export interface Token {
  readonly kind: "sign" | "string" | "number" | "keyword" | "name" | "end";
  /** A sign or name as written, the content of a string. */
  readonly text: string;
  readonly value: string | number | boolean | null;
  readonly start: number;
  readonly end: number;
}

const SPACE = /\s/;
const BOUNDARY = /[\s()[\],.!><=&|]/;
const NUMBER_BOUNDARY = /[\s()[\],!><=&|]/;
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const TWO = new Set(["==", "!=", "<=", ">=", "&&", "||"]);
const ONE = new Set(["(", ")", "[", "]", ",", ".", "*", "!", "<", ">"]);
const KEYWORDS = new Map<string, number | boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
]);

/** The tokens of an expression (facts: GitHub's lexer), the last one is "end". @throws ExpressionError */
export function tokensOf(text: string, base: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const add = (kind: Token["kind"], end: number, value: Token["value"], shown?: string) => {
    tokens.push({
      kind,
      text: shown ?? text.slice(at, end),
      value,
      start: base + at,
      end: base + end,
    });
    at = end;
  };
  const boundary = (pattern: RegExp): number => {
    let end = at + 1;
    while (end < text.length && !pattern.test(text.charAt(end))) end += 1;
    return end;
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (SPACE.test(char)) at += 1;
    else if (char === "'") addString();
    else if (TWO.has(text.slice(at, at + 2))) add("sign", at + 2, null);
    else if (/[\d+-]/.test(char) || (char === "." && !endsOperand(tokens.at(-1)))) addNumber();
    else if (ONE.has(char)) add("sign", at + 1, null);
    else addName();
  }
  add("end", at, null);
  return tokens;

  function addString(): void {
    let end = at + 1;
    while (end < text.length) {
      if (text[end] !== "'") end += 1;
      else if (text[end + 1] === "'") end += 2;
      else break;
    }
    if (end >= text.length) throw new ExpressionError("a string is not closed", base + at);
    const content = text.slice(at + 1, end).replaceAll("''", "'");
    add("string", end + 1, content, content);
  }

  function addNumber(): void {
    const end = boundary(NUMBER_BOUNDARY);
    const value = parseNumber(text.slice(at, end));
    if (Number.isNaN(value)) throw unexpected(text.slice(at, end), base + at);
    add("number", end, value);
  }

  function addName(): void {
    const end = boundary(BOUNDARY);
    const word = text.slice(at, end);
    if (!NAME.test(word)) throw unexpected(word, base + at);
    const keyword = isDot(tokens.at(-1)) ? undefined : KEYWORDS.get(word);
    if (keyword === undefined) add("name", end, word);
    else add("keyword", end, keyword);
  }
}

/** After an operand a dot is an access, elsewhere it begins a number. */
function endsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind !== "sign" || token.text === ")" || token.text === "]" || token.text === "*";
}

export function unexpected(text: string, offset: number): ExpressionError {
  return new ExpressionError(`unexpected ${JSON.stringify(text.slice(0, 40))}`, offset);
}

function isDot(token: Token | undefined): boolean {
  return token?.kind === "sign" && token.text === ".";
}
