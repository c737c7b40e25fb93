import type { GroupFacts } from "../data.ts";
import type { GroupSeverity } from "../match.ts";

/** Simple until the vectors are read: the label. */
export function groupSeverity({ labels }: GroupFacts): GroupSeverity {
  const [first] = labels;
  const level = first?.label.toLowerCase().replace("moderate", "medium");
  return level === "low" || level === "medium" || level === "high" || level === "critical"
    ? { level, label: first?.label ?? "", decidedBy: `the label of ${first?.from}`, dropped: [] }
    : { level: "unknown", decidedBy: "no label", dropped: [] };
}
