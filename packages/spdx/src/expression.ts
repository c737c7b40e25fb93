/** UTF-16 offsets into the text that was parsed; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One licence, its version or later ones, with at most one exception. */
export interface Form {
  /** In the case of the SPDX list. */
  readonly id: string;
  /** A `+` behind an id that is no GNU one: GNU ids say it themselves (`-or-later`). */
  readonly orLater: boolean;
  readonly exception?: string;
}

export interface LicenseTerm {
  readonly kind: "license";
  /** As it was written, in the case of the list. */
  readonly written: Form;
  /** After the mapping of deprecated ids: what is judged. */
  readonly form: Form;
  readonly span: Span;
}

/** `LicenseRef-…`, where it is wanted with `DocumentRef-…:` before it. */
export interface ReferenceTerm {
  readonly kind: "reference";
  readonly name: string;
  readonly exception?: string;
  readonly span: Span;
}

/** Words that SPDX documents use in the place of an expression; `OTHER` is ClearlyDefined's. */
export interface WordTerm {
  readonly kind: "word";
  readonly word: "NONE" | "NOASSERTION" | "OTHER";
  readonly span: Span;
}

/** An unversioned name of a licence family ("GPL"): never printed as an expression, only judged. */
export interface FamilyTerm {
  readonly kind: "family";
  readonly text: string;
  /** Ids, none of them deprecated. */
  readonly members: readonly string[];
  readonly span: Span;
}

/** A declared value that has no SPDX form and still has a verdict. */
export interface OpaqueTerm {
  readonly kind: "opaque";
  readonly text: string;
  readonly verdict: "deny" | "unknown";
  /** A clause without a full stop. */
  readonly reason: string;
  readonly span: Span;
}

export type Term = LicenseTerm | ReferenceTerm | WordTerm | FamilyTerm | OpaqueTerm;

/** `A AND B AND C` is one node of three operands: nesting comes from parentheses around another operator only. */
export interface Compound<Kind extends "and" | "or" = "and" | "or"> {
  readonly kind: Kind;
  readonly operands: readonly Expression[];
  readonly span: Span;
}

export type Expression = Term | Compound<"and"> | Compound<"or">;

/** The expression in its one spelling: canonical case, single spaces, no parentheses that are not needed. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "and":
      return expression.operands
        .map((operand) =>
          operand.kind === "or" ? `(${printExpression(operand)})` : printExpression(operand),
        )
        .join(" AND ");
    case "or":
      return expression.operands.map(printExpression).join(" OR ");
    default:
      return printTerm(expression);
  }
}

/** A term as it was written, in canonical case. */
export function printTerm(term: Term): string {
  switch (term.kind) {
    case "license":
      return printForm(term.written);
    case "reference":
      return withException(term.name, term.exception);
    case "word":
      return term.word;
    default:
      return term.text;
  }
}

export function printForm(form: Form): string {
  return withException(form.orLater ? `${form.id}+` : form.id, form.exception);
}

function withException(license: string, exception: string | undefined): string {
  return exception === undefined ? license : `${license} WITH ${exception}`;
}
