import type { ResultTable } from "@assay/core";
import type { Expression } from "@assay/spdx";
import type { AuditedPackage } from "./audit.ts";

/** What passed by a decision of people, so that every report shows it: exceptions in force, and branches taken of a choice. */
export function acceptedTables(packages: readonly AuditedPackage[]): readonly ResultTable[] {
  return [exceptionsInForce(packages), choicesTaken(packages)].filter(
    ({ rows }) => rows.length > 0,
  );
}

function exceptionsInForce(packages: readonly AuditedPackage[]): ResultTable {
  const rows = packages.flatMap(({ exception }) => {
    if (exception === undefined) return [];
    const { package: name, license, reason, owner, expires } = exception.entry;
    return [[name, license, reason, owner, expires]];
  });
  return {
    title: "Exceptions in force",
    columns: ["Package", "Licence", "Reason", "Owner", "Until"],
    rows: counted(rows).map(([row]) => row),
  };
}

function choicesTaken(packages: readonly AuditedPackage[]): ResultTable {
  const rows = packages.flatMap(({ judgement }) => {
    const { verdict, choice } = judgement.evaluation;
    const { expression, text } = judgement.statement.license;
    if (verdict !== "allow" || choice === undefined || !offersChoice(expression)) return [];
    return [[text, choice]];
  });
  return {
    title: "Choices taken",
    columns: ["Declared", "Taken", "Packages"],
    rows: counted(rows).map(([row, count]) => [...row, String(count)]),
  };
}

/** Where all terms hold together, nothing was chosen. */
function offersChoice(expression: Expression): boolean {
  return (
    expression.kind === "or" ||
    (expression.kind === "and" && expression.operands.some(offersChoice))
  );
}

/** Each row once, with how often it came, sorted. */
function counted(rows: readonly string[][]): readonly (readonly [readonly string[], number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort().map(([key, count]) => [JSON.parse(key), count]);
}
