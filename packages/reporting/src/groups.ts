import type { ReportedFinding } from "@assay/core";

export type FindingGroup = readonly [ReportedFinding, ...ReportedFinding[]];

/** From this size on a group is told by its first finding, and the others by a line each. */
export const GROUP_FROM = 3;

/**
 * Findings that say the same of different packages or places, such as every package under one licence. Groups and what is
 * in them keep the order of the report.
 */
export function groupAlike(findings: readonly ReportedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, [ReportedFinding, ...ReportedFinding[]]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.ruleId, finding.decisionReason, kindOf(finding)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** Like `groupAlike`, with the findings of small groups each on their own, where they stood. */
export function groupMany(findings: readonly ReportedFinding[]): readonly FindingGroup[] {
  const groupOf = new Map<ReportedFinding, FindingGroup>();
  for (const group of groupAlike(findings)) {
    if (group.length >= GROUP_FROM) for (const finding of group) groupOf.set(finding, group);
  }
  return findings.flatMap((finding): readonly FindingGroup[] => {
    const group = groupOf.get(finding);
    if (group === undefined) return [[finding]];
    return group[0] === finding ? [group] : [];
  });
}

/** The message without what it is about. */
function kindOf({ message, subject, location }: ReportedFinding): string {
  const { name = "", version } = subject ?? {};
  const full = version === undefined ? name : `${name}@${version}`;
  return [message.includes(full) ? full : name, location?.path ?? ""]
    .filter((about) => about !== "")
    .reduce((text, about) => text.replace(about, "…"), message);
}
