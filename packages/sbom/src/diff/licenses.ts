import { type Expression, licenseKey, normalizeDeclared } from "@assay/spdx";
import type { SbomComponent, StatedLicense } from "../model.ts";

/**
 * What a package's licences are, whoever says so: equal for statements that differ in spelling, order and repetition only; `""` where
 * nothing is stated.
 */
export function licenseText({ licenses }: Pick<SbomComponent, "licenses">): string {
  const [first] = licenses;
  if (first === undefined) return "";
  // Several statements hold together, whether a format lists them or joins them with AND.
  const keys = licenses.flatMap(({ statement }) =>
    conjuncts(normalizeDeclared(statementText({ statement })).expression).map(licenseKey),
  );
  return [...new Set(keys)].sort().join(" and ");
}

function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === "and" ? expression.operands.flatMap(conjuncts) : [expression];
}

export function statementText({ statement }: Pick<StatedLicense, "statement">): string {
  if (statement.kind === "id") return statement.id;
  return statement.kind === "name" ? statement.name : statement.text;
}
