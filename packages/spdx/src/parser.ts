import type { Expression } from "./expression.ts";
import { readTerm } from "./term.ts";
import type { Problem, Token } from "./tokenizer.ts";
import { tokenize } from "./tokenizer.ts";

export type ParseResult =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: Problem };

/** Open parentheses within each other; more is refused. */
export const MAX_EXPRESSION_DEPTH = 64;

type Operator = "AND" | "OR" | "WITH";
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ["AND", "AND"],
  ["and", "AND"],
  ["OR", "OR"],
  ["or", "OR"],
  ["WITH", "WITH"],
  ["with", "WITH"],
]);

/**
 * Reads an SPDX licence expression (SPDX 3.0.1, annex B): `+`, then `WITH`, `AND`, `OR`, tightest first. Ids are taken in any
 * case, operators in all upper or all lower case.
 *
 * Never throws and never guesses: a text that is not an expression gives the first problem with its place. The text may be
 * hostile: length and depth are bounded, the time is linear.
 */
export function parseExpression(text: string): ParseResult {
  const tokens = tokenize(text);
  if ("message" in tokens) return { ok: false, problem: tokens };
  const cursor: Cursor = { tokens, at: 0, depth: 0 };
  const expression = readCompound(cursor, "OR");
  if ("message" in expression) return { ok: false, problem: expression };
  const rest = current(cursor);
  if (rest.kind !== "end") return { ok: false, problem: unexpected(rest) };
  return { ok: true, expression };
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function readCompound(cursor: Cursor, operator: "AND" | "OR"): Expression | Problem {
  const kind = operator === "AND" ? "and" : "or";
  const operands: Expression[] = [];
  const start = current(cursor).span.start;
  do {
    if (operands.length > 0) cursor.at++;
    const operand = operator === "OR" ? readCompound(cursor, "AND") : readOperand(cursor);
    if ("message" in operand) return operand;
    // Operators are associative: (A OR B) OR C is the same tree as A OR B OR C.
    if (operand.kind === kind) operands.push(...operand.operands);
    else operands.push(operand);
  } while (operatorOf(current(cursor)) === operator);
  const [only] = operands;
  if (only !== undefined && operands.length === 1) return only;
  const end = cursor.tokens[cursor.at - 1]?.span.end ?? start;
  return { kind, operands, span: { start, end } };
}

function readOperand(cursor: Cursor): Expression | Problem {
  const token = current(cursor);
  if (token.kind === "(") return readParentheses(cursor, token);
  if (token.kind !== "word" || operatorOf(token) !== undefined) return unexpected(token);
  cursor.at++;
  if (operatorOf(current(cursor)) !== "WITH") return readTerm(token, undefined);
  cursor.at++;
  const addition = current(cursor);
  if (addition.kind !== "word" || operatorOf(addition) !== undefined) return unexpected(addition);
  cursor.at++;
  return readTerm(token, addition);
}

function readParentheses(cursor: Cursor, open: Token): Expression | Problem {
  if (cursor.depth >= MAX_EXPRESSION_DEPTH) {
    return {
      message: `parentheses stand more than ${MAX_EXPRESSION_DEPTH} deep`,
      span: open.span,
    };
  }
  cursor.at++;
  cursor.depth++;
  const inner = readCompound(cursor, "OR");
  if ("message" in inner) return inner;
  if (current(cursor).kind !== ")") return unexpected(current(cursor));
  cursor.at++;
  cursor.depth--;
  const next = current(cursor);
  if (operatorOf(next) === "WITH") {
    return { message: "WITH can only follow a single licence", span: next.span };
  }
  return inner;
}

function current(cursor: Cursor): Token {
  const token = cursor.tokens[cursor.at] ?? cursor.tokens.at(-1);
  return token ?? { kind: "end", text: "", span: { start: 0, end: 0 } };
}

function operatorOf(token: Token): Operator | undefined {
  return token.kind === "word" ? OPERATORS.get(token.text) : undefined;
}

function unexpected(token: Token): Problem {
  const { span } = token;
  if (token.kind === "end") return { message: 'it ends where a licence or ")" must follow', span };
  if (token.kind !== "word") return { message: `"${token.text}" can't stand here`, span };
  const upper = token.text.toUpperCase();
  if (OPERATORS.has(upper) && !OPERATORS.has(token.text)) {
    return {
      message: `the operator ${token.text} must be ${upper} or ${upper.toLowerCase()}`,
      span,
    };
  }
  if (OPERATORS.has(upper)) return { message: `the operator ${token.text} can't stand here`, span };
  if (token.text === "+") return { message: 'no white space can stand before "+"', span };
  return { message: "AND, OR or WITH must stand between two names", span };
}
