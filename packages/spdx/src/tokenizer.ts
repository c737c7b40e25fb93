import type { Span } from "./expression.ts";

/** What is wrong with a text, and where. */
export interface Problem {
  /** A clause without a full stop; holds no characters of the text but letters, digits and `.-+:`. */
  readonly message: string;
  readonly span: Span;
}

export interface Token {
  readonly kind: "word" | "(" | ")" | "end";
  readonly text: string;
  readonly span: Span;
}

/** Characters; longer texts are refused, not cut. */
export const MAX_EXPRESSION_LENGTH = 4096;

const SPACE = /[ \t\r\n\f\v]+/y;
const WORD = /[A-Za-z0-9.\-+:]+/y;

/**
 * Cuts an expression into words and parentheses; white space of any kind and length only separates. The last token is `end`.
 *
 * A `+` stays with its word, so that a `+` after white space is a word of its own and no part of the licence before it.
 */
export function tokenize(text: string): readonly Token[] | Problem {
  if (text.length > MAX_EXPRESSION_LENGTH) {
    return {
      message: `it has ${text.length} characters; at most ${MAX_EXPRESSION_LENGTH} are read`,
      span: { start: 0, end: text.length },
    };
  }
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    const span = { start: at, end: at + 1 };
    if (character === "(" || character === ")") {
      tokens.push({ kind: character, text: character, span });
      at++;
      continue;
    }
    const space = matchAt(SPACE, text, at);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const word = matchAt(WORD, text, at);
    if (word === undefined) {
      return { message: `${nameOf(text, at)} can't stand in an expression`, span };
    }
    tokens.push({ kind: "word", text: word, span: { start: at, end: at + word.length } });
    at += word.length;
  }
  tokens.push({ kind: "end", text: "", span: { start: text.length, end: text.length } });
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Printable ASCII as itself, all else by its number: a message must not carry control or bidirectional characters. */
function nameOf(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  if (code > 0x20 && code < 0x7f) return `"${String.fromCodePoint(code)}"`;
  return `the character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
