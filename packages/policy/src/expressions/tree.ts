export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

interface Node {
  /** Offsets (UTF-16 units) in the text that was parsed, plus the base that was given; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Literal extends Node {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** A context by name (`github`), as written. */
export interface Context extends Node {
  readonly kind: "context";
  readonly name: string;
}

/** `of.name` and `of[key]` alike. */
export interface Index extends Node {
  readonly kind: "index";
  readonly of: Expression;
  readonly key: Expression;
}

/** `of.*` and `of[*]`. */
export interface Wildcard extends Node {
  readonly kind: "wildcard";
  readonly of: Expression;
}

export interface Call extends Node {
  readonly kind: "call";
  readonly name: string;
  readonly parameters: readonly Expression[];
}

export interface Not extends Node {
  readonly kind: "not";
  readonly operand: Expression;
}

/** A chain of one operator is one node with all its operands. */
export interface Logical extends Node {
  readonly kind: "logical";
  readonly operator: "||" | "&&";
  readonly operands: readonly Expression[];
}

export interface Comparison extends Node {
  readonly kind: "comparison";
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type Expression = Literal | Context | Index | Wildcard | Call | Not | Logical | Comparison;

/** The nodes right below one. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "literal":
    case "context":
      return [];
    case "index":
      return [node.of, node.key];
    case "wildcard":
      return [node.of];
    case "call":
      return node.parameters;
    case "not":
      return [node.operand];
    case "logical":
      return node.operands;
    case "comparison":
      return [node.left, node.right];
  }
}

/** The node and all below it, outer ones first. */
export function* nodesOf(node: Expression): Generator<Expression> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

export class ExpressionError extends Error {
  /** Where, in the text that was parsed, plus the base. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = "ExpressionError";
    this.offset = offset;
  }
}
