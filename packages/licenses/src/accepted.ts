import type { AuditedPackage } from "./audit.ts";
import { count, shown } from "./text.ts";

const MAX_NAMED = 10;

/** What passed by a decision of people, so that every report shows it: exceptions in force, and branches taken of a choice. */
export function acceptedNotices(packages: readonly AuditedPackage[]): readonly string[] {
  return [...exceptionsInForce(packages), ...choicesTaken(packages)];
}

function exceptionsInForce(packages: readonly AuditedPackage[]): readonly string[] {
  const lines = new Set(
    packages.flatMap(({ exception }) => {
      if (exception === undefined) return [];
      const { package: name, license, owner, expires } = exception.entry;
      return [`${shown(name)} under "${shown(license)}" (${shown(owner)}, through ${expires})`];
    }),
  );
  if (lines.size === 0) return [];
  return [`${count(lines.size, "licence exception")} in force: ${listed([...lines])}.`];
}

function choicesTaken(packages: readonly AuditedPackage[]): readonly string[] {
  const taken = new Map<string, number>();
  for (const { judgement } of packages) {
    const { verdict, choice, terms } = judgement.evaluation;
    if (verdict !== "allow" || choice === undefined || terms.length < 2) continue;
    const line = `${shown(choice)} of "${shown(judgement.statement.license.text)}"`;
    taken.set(line, (taken.get(line) ?? 0) + 1);
  }
  if (taken.size === 0) return [];
  const lines = [...taken].map(([line, amount]) => `${line} (${count(amount, "package")})`);
  return [`Where licences are joined, these were taken: ${listed(lines.sort())}.`];
}

function listed(lines: readonly string[]): string {
  const more = lines.length - MAX_NAMED;
  return [...lines.slice(0, MAX_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
