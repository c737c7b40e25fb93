import { type Evidence, yamlText } from "@assay/core";
import type { Vulnerability } from "../vulnerability.ts";
import { lastDay } from "./entry.ts";
import { type IgnorePolicy, ignorePolicy, latestEnd } from "./policy.ts";

/**
 * The ignore that accepts this advisory in this package and lockfile, and no other, to be copied: until the last day that the policy
 * allows.
 *
 * @param today By the machine's time.
 * @param firstSeen ISO 8601: when its clock started.
 */
export function entryToPaste(
  vulnerability: Vulnerability,
  today: Date,
  firstSeen?: string,
  policy: IgnorePolicy = ignorePolicy(),
): Evidence {
  const { group } = vulnerability.match;
  const { component, entries = [] } = vulnerability;
  const { name, version, purl } = component;
  const isOne = entries.every((each) => each.component.version === version);
  const { path } = vulnerability.graph;
  const now = today.getTime();
  const last = (isApproved: boolean) =>
    latestEnd(vulnerability, isApproved, policy, now, firstSeen).at;
  const isMalware = group.kind === "malware";
  // Past its deadline only an approved entry holds.
  const isApproved = isMalware || last(false) <= now;
  const what = !isOne || version === undefined ? name : (purl ?? `${name}@${version}`);
  const lines = [
    "dependencies:",
    "  ignores:",
    `    - id: ${yamlText(group.id)}`,
    `      package: ${yamlText(what)}`,
    ...(/[*?[\]{}()!+@\\]/.test(path) ? [] : [`      paths: [${yamlText(path)}]`]),
    '      reason: "why it is acceptable"',
    '      owner: "who answers for it"',
    `      expires: ${yamlText(lastDay(last(isApproved)))}`,
    ...(isApproved
      ? [
          `      approved-by: [${isMalware ? '"a first reviewer", "a second reviewer"' : '"who else agrees"'}]`,
        ]
      : []),
  ];
  return { label: "Ignore to paste", value: lines.join("\n"), verbatim: true };
}
