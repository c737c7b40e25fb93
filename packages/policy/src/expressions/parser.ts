import type { Token } from "./lexer.ts";
import { tokensOf, unexpected } from "./lexer.ts";
import type { ComparisonOperator, Expression } from "./tree.ts";
import { ExpressionError } from "./tree.ts";

const MAX_LENGTH = 21_000;
const MAX_DEPTH = 50;
const MAX_ARGUMENTS = 255;
const EQUALITY: ReadonlySet<string> = new Set(["==", "!="]);
const RELATION: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

/**
 * Parses one expression, without `${{ }}`.
 *
 * @param base Added to every offset.
 * @throws ExpressionError for what GitHub doesn't read: bad syntax, more than 21,000 characters, deeper than 50 levels.
 */
export function parseExpression(text: string, base = 0): Expression {
  if (text.length > MAX_LENGTH)
    throw new ExpressionError(`longer than ${MAX_LENGTH} characters`, base);
  const tokens = tokensOf(text, base);
  const depths = new Map<Expression, number>();
  let at = 0;
  let open = 0;
  const result = anyOf();
  if (peek().kind !== "end") throw unexpected(peek().text, peek().start);
  return result;

  function peek(): Token {
    return tokens[at] as Token;
  }
  function isSign(...signs: readonly string[]): boolean {
    return peek().kind === "sign" && signs.includes(peek().text);
  }
  function take(): Token {
    const token = peek();
    at += 1;
    return token;
  }
  function expectSign(sign: string): Token {
    if (isSign(sign)) return take();
    throw peek().kind === "end"
      ? new ExpressionError(`"${sign}" is missing`, peek().start)
      : unexpected(peek().text, peek().start);
  }
  function made(node: Expression, ...children: readonly Expression[]): Expression {
    const depth = 1 + Math.max(0, ...children.map((child) => depths.get(child) ?? 0));
    if (depth > MAX_DEPTH) throw tooDeep(node.start);
    depths.set(node, depth);
    return node;
  }
  function nested<T>(read: () => T): T {
    open += 1;
    if (open > MAX_DEPTH) throw tooDeep(peek().start);
    const value = read();
    open -= 1;
    return value;
  }
  function chain(operator: "||" | "&&", next: () => Expression): Expression {
    const operands = [next()];
    while (isSign(operator)) {
      take();
      operands.push(next());
    }
    const [first] = operands as [Expression];
    const last = operands.at(-1) as Expression;
    return operands.length === 1
      ? first
      : made(
          { kind: "logical", operator, operands, start: first.start, end: last.end },
          ...operands,
        );
  }
  function anyOf(): Expression {
    return chain("||", () =>
      chain("&&", () => compared(EQUALITY, () => compared(RELATION, unary))),
    );
  }
  function compared(operators: ReadonlySet<string>, next: () => Expression): Expression {
    let left = next();
    while (peek().kind === "sign" && operators.has(peek().text)) {
      const operator = take().text as ComparisonOperator;
      const right = next();
      const { start } = left;
      left = made(
        { kind: "comparison", operator, left, right, start, end: right.end },
        left,
        right,
      );
    }
    return left;
  }
  function unary(): Expression {
    if (!isSign("!")) return postfix();
    const { start } = take();
    const operand = nested(unary);
    return made({ kind: "not", operand, start, end: operand.end }, operand);
  }
  function postfix(): Expression {
    // A literal has no properties, unless it stands in parentheses.
    const isOpen = isSign("(");
    let of = primary();
    while ((isOpen || of.kind !== "literal") && isSign(".", "[")) {
      of = accessed(of, take().text === ".");
    }
    return of;
  }
  function accessed(of: Expression, dotted: boolean): Expression {
    const { start } = of;
    if (isSign("*")) {
      take();
      const { end } = dotted ? (tokens[at - 1] as Token) : expectSign("]");
      return made({ kind: "wildcard", of, start, end }, of);
    }
    if (!dotted) {
      const key = nested(anyOf);
      const { end } = expectSign("]");
      return made({ kind: "index", of, key, start, end }, of, key);
    }
    const name = take();
    if (name.kind !== "name") throw unexpected(name.text, name.start);
    const key: Expression = { kind: "literal", value: name.text, start: name.start, end: name.end };
    return made({ kind: "index", of, key, start, end: name.end }, of);
  }
  function primary(): Expression {
    const token = take();
    const { start, end } = token;
    if (token.kind === "name") {
      return isSign("(") ? call(token) : made({ kind: "context", name: token.text, start, end });
    }
    if (token.kind === "sign" && token.text === "(") {
      const inner = nested(anyOf);
      expectSign(")");
      return inner;
    }
    if (token.kind === "sign" || token.kind === "end") {
      throw token.kind === "end"
        ? new ExpressionError("a value is missing", start)
        : unexpected(token.text, start);
    }
    return made({ kind: "literal", value: token.value, start, end });
  }
  function call(name: Token): Expression {
    take();
    const parameters: Expression[] = [];
    if (!isSign(")")) {
      do parameters.push(nested(anyOf));
      while (isSign(",") && take() !== undefined);
    }
    const { end } = expectSign(")");
    if (parameters.length > MAX_ARGUMENTS) {
      throw new ExpressionError(`more than ${MAX_ARGUMENTS} arguments`, name.start);
    }
    return made(
      { kind: "call", name: name.text, parameters, start: name.start, end },
      ...parameters,
    );
  }
}

function tooDeep(offset: number): ExpressionError {
  return new ExpressionError(`deeper than ${MAX_DEPTH} levels`, offset);
}
