import { ZERO } from "../key.ts";
import { compareKeys, type Pep440, readPep440 } from "../orders/pep440.ts";

type Clause = (version: Pep440, text: string) => boolean;

export interface Pep440Options {
  /** Pre-releases count like other versions; else only where a clause names one. */
  readonly prereleases?: boolean;
}

/**
 * A test for versions in Python's specifiers: `>=1.2,<2`, `~=1.4.2`, `==1.*`, `!=1.5`, `===local-name`. A clause without an
 * operator, spaces in place of commas and an empty text are none; `undefined` for these.
 */
export function pep440Range(
  text: string,
  { prereleases = false }: Pep440Options = {},
): ((version: string) => boolean) | undefined {
  const clauses: Clause[] = [];
  let namesPrerelease = prereleases;
  for (const part of text.split(",")) {
    const match = /^\s*(===|==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/.exec(part);
    const [, operator = "", wanted = ""] = match ?? [];
    const clause = match === null ? undefined : readClause(operator, wanted);
    if (clause === undefined) return undefined;
    clauses.push(clause);
    if (operator !== "!=" && readPep440(wanted)?.isPrerelease === true) namesPrerelease = true;
  }
  const arbitrary = /^\s*===\s*(\S+)\s*$/.exec(text)?.[1]?.toLowerCase();
  return (version) => {
    const parsed = readPep440(version);
    // Only `===` compares texts that are no versions.
    if (parsed === undefined) return arbitrary === version.toLowerCase();
    if (parsed.isPrerelease && !namesPrerelease) return false;
    return clauses.every((clause) => clause(parsed, version));
  };
}

function readClause(operator: string, text: string): Clause | undefined {
  if (operator === "===") return (_, version) => version.toLowerCase() === text.toLowerCase();
  const isPrefix = text.endsWith(".*");
  const wanted = readPep440(isPrefix ? text.slice(0, -2) : text);
  if (wanted === undefined || (isPrefix && operator !== "==" && operator !== "!="))
    return undefined;
  switch (operator) {
    case "==":
      return isPrefix ? startsWith(wanted) : equals(wanted);
    case "!=": {
      const same = isPrefix ? startsWith(wanted) : equals(wanted);
      return (version, asWritten) => !same(version, asWritten);
    }
    case ">=":
      return (version) => comparePublic(version, wanted) >= 0;
    case "<=":
      return (version) => comparePublic(version, wanted) <= 0;
    case ">":
      return (version) => comparePublic(version, wanted) > 0 && !isVariant(version, wanted, "post");
    case "<":
      return (version) => comparePublic(version, wanted) < 0 && !isVariant(version, wanted, "pre");
    default: {
      if (wanted.written.length < 2) return undefined;
      const same = startsWith({ ...wanted, written: wanted.written.slice(0, -1) });
      return (version, asWritten) =>
        comparePublic(version, wanted) >= 0 && same(version, asWritten);
    }
  }
}

/** A local label counts only where the specifier has one. */
function equals(wanted: Pep440): Clause {
  return (version) =>
    comparePublic(version, wanted) === 0 && (wanted.local === "" || version.local === wanted.local);
}

function comparePublic(a: Pep440, b: Pep440): number {
  return compareKeys(a.public, b.public);
}

function startsWith({ epoch, written }: Pep440): Clause {
  return (version) =>
    version.epoch === epoch && written.every((part, at) => (version.written[at] ?? ZERO) === part);
}

/** `>1.0` means no post-release of 1.0, and `<1.0` none of its pre-releases, unless the specifier is one itself. */
function isVariant(version: Pep440, wanted: Pep440, kind: "post" | "pre"): boolean {
  const isOf = version.epoch === wanted.epoch && version.release === wanted.release;
  return kind === "post"
    ? isOf && version.isPostrelease && !wanted.isPostrelease
    : isOf && version.isPrerelease && !wanted.isPrerelease;
}
