import { queryOf } from "@assay/advisories";
import { addTo, catalog, type Finding, fingerprint, plural, suppressionToPaste } from "@assay/core";
import type { Component, Inventory } from "@assay/inventory";

const RULE = "image.no-advisories";

export const UNCOVERED_RULES = catalog([
  {
    id: RULE,
    title: "Packages of a distribution that no advisories are about",
    description:
      "OSV has no advisories for this distribution, or the image does not say which one it is. That nothing was found says nothing about these packages.",
    help: "Look them up by the distribution's own tool or service, or build on a base that has advisories. Every finding shows the entry of the config file that accepts it, and only it.",
    severity: "medium",
    tags: ["dependencies", "completeness"],
  },
]);

/** Types of package URLs whose packages a distribution makes. */
const OF_DISTRIBUTIONS = new Set(["deb", "rpm", "apk", "alpm", "opkg", "ebuild", "nix", "snap"]);

/** The packages of distributions that no advisory can name: a finding for each distribution, for silence about them is no all-clear. */
export function uncoveredFindings({ graphs }: Inventory, today: Date): readonly Finding[] {
  const byName = new Map<string, Component[]>();
  for (const component of graphs.flatMap(({ components }) => components)) {
    const { ecosystem, purl = "" } = component;
    if (!OF_DISTRIBUTIONS.has(ecosystem) || queryOf(component) !== undefined) continue;
    const [, namespace] = /^pkg:\w+\/([^/?@]+)\//.exec(purl) ?? [];
    addTo(byName, namespace ?? `a distribution that nothing names (${ecosystem})`, component);
  }
  return [...byName].map(([distribution, components]) => {
    const [first] = components;
    const facts = {
      ruleId: RULE,
      message: `${plural(components.length, "package")} of ${distribution}: no advisories are about them, so nothing is known of their vulnerabilities`,
      ...(first && { location: first.location }),
      fingerprint: fingerprint(RULE, distribution),
      remediation:
        "Look them up by the distribution's own tool, or accept this with the entry to paste.",
    };
    return { ...facts, severity: "medium", evidence: [suppressionToPaste(facts, today)] };
  });
}
