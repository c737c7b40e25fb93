import { pep440Range } from "@assay/versions";

const MAX_LENGTH = 1000;

/**
 * A constraint as Poetry writes it (https://python-poetry.org/docs/dependency-specification/): `^1.2`, `~1.2`, `1.2.*`, `>=1,<2 || 3.*`,
 * as alternatives in the standard's clauses; an empty one allows every version. `undefined` where it is none.
 */
export function readConstraint(text: string): readonly string[] | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const alternatives = text.split(/\|\|?/).map(readAlternative);
  const known = alternatives.filter((each) => each !== undefined);
  return known.length === alternatives.length ? known : undefined;
}

/** Whether a constraint allows a version; of one that is not understood nobody can say so, and it rules nothing out. */
export function allows(constraint: string, version: string | undefined): boolean {
  const alternatives = readConstraint(constraint);
  if (alternatives === undefined || version === undefined) return true;
  return alternatives.some(
    (each) => each === "" || (pep440Range(each, { prereleases: true })?.(version) ?? true),
  );
}

function readAlternative(text: string): string | undefined {
  const clauses: string[] = [];
  const words = text.replaceAll(/([<>=!~^]+)\s+/g, "$1").split(/[\s,]+/);
  for (const word of words) {
    if (word === "" || word === "*") continue;
    const clause = readClause(word);
    if (clause === undefined) return undefined;
    clauses.push(clause);
  }
  return clauses.join(",");
}

function readClause(word: string): string | undefined {
  const [, operator = "", version = ""] =
    /^(\^|~(?!=)|===?|!=|<=|>=|~=|<|>|)([\w.!+*-]+)$/.exec(word) ?? [];
  if (version === "") return undefined;
  if (operator === "^" || operator === "~") {
    const end = nextVersion(version, operator);
    return end === undefined ? undefined : `>=${version},<${end}`;
  }
  return operator === "" || operator === "=" ? `==${version}` : word;
}

/** The first version that is too high: behind `^` the leftmost number counts that is not zero, behind `~` the second. */
function nextVersion(version: string, operator: "^" | "~"): string | undefined {
  const [release] = /^\d+(?:\.\d+)*/.exec(version) ?? [];
  if (release === undefined) return undefined;
  const numbers = release.split(".").map(Number);
  const last = numbers.length - 1;
  const significant = numbers.findIndex((number) => number !== 0);
  const at = operator === "~" ? Math.min(1, last) : significant < 0 ? last : significant;
  return numbers
    .slice(0, at + 1)
    .map((number, index) => (index === at ? number + 1 : number))
    .join(".");
}
