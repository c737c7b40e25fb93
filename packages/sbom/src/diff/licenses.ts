import { licenseKey, normalizeDeclared } from "@assay/spdx";
import type { SbomComponent, StatedLicense } from "../model.ts";

/**
 * What a package's licences are, whoever says so: equal for statements that differ in spelling, order and repetition only; `""` where
 * nothing is stated.
 */
export function licenseText({ licenses }: Pick<SbomComponent, "licenses">): string {
  const [first] = licenses;
  if (first === undefined) return "";
  const keys = licenses.map(({ statement }) =>
    licenseKey(normalizeDeclared(statementText({ statement })).expression),
  );
  return [...new Set(keys)].sort().join(", ");
}

export function statementText({ statement }: Pick<StatedLicense, "statement">): string {
  if (statement.kind === "id") return statement.id;
  return statement.kind === "name" ? statement.name : statement.text;
}
