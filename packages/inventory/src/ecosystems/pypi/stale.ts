import { UsageError } from "@assay/core";
import { comparePep440 } from "@assay/versions";
import { listed } from "../../assemble/stale.ts";
import { parseToml, type Table } from "../../toml.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { Problem } from "./entry.ts";

/** That a manifest asks for other packages than the lockfile was made for. */
export function staleProblem(
  manifest: string,
  differences: readonly string[],
): Problem | undefined {
  if (differences.length === 0) return undefined;
  const { text, identity } = listed(differences);
  return { kind: "stale", reason: `${manifest} asks for other packages: ${text}`, identity };
}

/** A manifest beside a lockfile; a problem where it is there and can't be read; nothing where there is none. */
export async function readPyproject(
  path: string,
  { readText }: Pick<ReaderInput, "readText">,
): Promise<{ readonly table?: Table; readonly problems: readonly Problem[] }> {
  try {
    const text = await readText(path);
    return text === undefined ? { problems: [] } : { table: parseToml(path, text), problems: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { problems: [{ reason: `nobody can say whether it fits ${path}: ${error.message}` }] };
  }
}

/** Whether two specifiers have the same clauses, in any order and spelling of their versions. */
export function isSameSpecifier(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [a.split(","), b.split(",")];
  return (
    one.length === other.length &&
    one.every((clause) => other.some((each) => isSameClause(clause, each)))
  );
}

function isSameClause(a: string, b: string): boolean {
  const [, operator, version = ""] = /^([=!<>~]+)(.*)$/.exec(a.trim()) ?? [];
  const [, otherOperator, otherVersion = ""] = /^([=!<>~]+)(.*)$/.exec(b.trim()) ?? [];
  if (operator !== otherOperator) return false;
  return version === otherVersion || comparePep440(version, otherVersion) === 0;
}
