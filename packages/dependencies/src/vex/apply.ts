import type { Finding } from "@assay/core";
import type { Origin } from "@assay/inventory";
import { entryFinding } from "../ignores/findings.ts";
import type { Vulnerability } from "../vulnerability.ts";
import { productTest } from "./products.ts";
import type { VexStatement } from "./statement.ts";

interface ApplyOptions {
  /** Those whose group has an id, in lower case. */
  candidates(id: string): readonly Vulnerability[];
  readonly origin: Pick<Origin, "serverUrl" | "repository"> | undefined;
  readonly now: number;
}

/**
 * The statement that counts for each vulnerability: the newest, of two of one time the later. One without what its status needs
 * counts too, and says nothing.
 */
export function applyVex(
  statements: readonly VexStatement[],
  { candidates, origin, now }: ApplyOptions,
): {
  readonly newest: ReadonlyMap<Vulnerability, VexStatement>;
  readonly findings: readonly Finding[];
} {
  const isAbout = productTest(origin);
  const newest = new Map<Vulnerability, VexStatement>();
  // A clock that goes ahead must not make a statement the last word for ever.
  const timeOf = ({ at }: VexStatement) => Math.min(at, now);
  for (const statement of statements) {
    const named = new Set(statement.ids.flatMap(candidates));
    for (const each of named) {
      const known = newest.get(each);
      if (known !== undefined && timeOf(known) > timeOf(statement)) continue;
      if (isAbout(statement.products, each)) newest.set(each, statement);
    }
  }
  const findings: Finding[] = [];
  for (const [{ match }, { source, status, fault }] of newest) {
    const isMalware = match.group.kind === "malware";
    if (!isMalware || fault !== undefined || (status !== "not_affected" && status !== "fixed"))
      continue;
    const [path = ""] = source.split(", ");
    const message = `${source} does not count: ${match.group.id} is malware, and VEX knows no reviewers`;
    findings.push(entryFinding("vex-faulty", { path }, match.group.id, message));
  }
  return { newest, findings };
}
