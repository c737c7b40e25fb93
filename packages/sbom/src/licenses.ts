import {
  type DeclaredLicense,
  type Expression,
  normalizeDeclared,
  printExpression,
} from "@assay/spdx";

/** A declared licence in one of the forms that the formats know. */
export type LicenseStatement =
  | { readonly kind: "id"; readonly id: string }
  | {
      readonly kind: "expression";
      readonly text: string;
      /** Every `LicenseRef-…` in it. */
      readonly references: readonly string[];
    }
  | { readonly kind: "name"; readonly name: string };

const MAX_NAME = 1000;

/** What a lockfile declares, of any shape; `undefined` where it declares nothing. */
export function licenseStatement(declared: unknown): LicenseStatement | undefined {
  return statementOf(normalizeDeclared(declared));
}

export function statementOf({
  kind,
  text,
  expression,
}: DeclaredLicense): LicenseStatement | undefined {
  if (kind === "expression") {
    const terms = termsOf(expression);
    if (terms.every((term) => term.kind === "word")) return undefined;
    if (terms.every(isSpdx)) {
      const [only] = terms;
      const printed = printExpression(expression);
      if (terms.length === 1 && only?.kind === "license" && only.written.id === printed)
        return { kind: "id", id: printed };
      const references = terms.filter((term) => term.kind === "reference").map((term) => term.name);
      return { kind: "expression", text: printed, references: [...new Set(references)].sort() };
    }
  }
  return text === "" ? undefined : { kind: "name", name: text.slice(0, MAX_NAME) };
}

/** A reference into another document says nothing here: that document is not at hand. */
function isSpdx(term: Term): boolean {
  return (
    term.kind === "license" || (term.kind === "reference" && !term.name.startsWith("DocumentRef-"))
  );
}

type Term = Exclude<Expression, { readonly operands: readonly Expression[] }>;

function termsOf(expression: Expression): readonly Term[] {
  return expression.kind === "and" || expression.kind === "or"
    ? expression.operands.flatMap(termsOf)
    : [expression];
}
