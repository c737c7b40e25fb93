import type { ReportedFinding } from "@assay/core";

export type FindingGroup = readonly [ReportedFinding, ...ReportedFinding[]];

/**
 * Findings that have one cause, or say the same of different packages or places, such as every package under one licence. Groups
 * and what is in them keep the order of the report.
 */
export function groupAlike(findings: readonly ReportedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, [ReportedFinding, ...ReportedFinding[]]>();
  for (const finding of findings) {
    const { ruleId, decisionReason, cause } = finding;
    const kind = cause === undefined ? { message: kindOf(finding), ...wayOut(finding) } : { cause };
    const key = JSON.stringify([ruleId, decisionReason, kind]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** What a renderer shows one after the other: what fails the run comes first. */
export function shownGroups(findings: readonly ReportedFinding[]): readonly FindingGroup[] {
  const groups = groupAlike(findings);
  return [...groups.filter(isBlocking), ...groups.filter((group) => !isBlocking(group))];
}

export function isBlocking([first]: FindingGroup): boolean {
  return first.decision === "block";
}

/** The number of findings in groups. */
export function sizeOf(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, group) => sum + group.length, 0);
}

/** What to do must be right for the whole group; of packages it names each, and says the same of all. */
function wayOut({ subject, remediation }: ReportedFinding) {
  return subject === undefined ? { remediation } : {};
}

/** The message without what it is about. */
function kindOf({ message, subject, location }: ReportedFinding): string {
  const { name = "", version } = subject ?? {};
  const full = version === undefined ? name : `${name}@${version}`;
  return [message.includes(full) ? full : name, location?.path ?? ""]
    .filter((about) => about !== "")
    .reduce((text, about) => text.replace(about, () => "…"), message);
}
