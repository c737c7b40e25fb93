import { headingAnchor, type Rule } from "@assay/core";
import { table } from "./input-tables.ts";

/** Rules of one command, under its title. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** `docs/reference/rules.md`. */
export function ruleReference(groups: readonly RuleGroup[]): string {
  const sections = groups
    .filter(({ rules }) => rules.length > 0)
    .flatMap(({ title, rules }) => [
      `## ${title}`,
      "",
      ...table(
        ["rule", "severity", "what it finds"],
        rules.map(({ id, severity, title: what }) => [
          `[\`${id}\`](#${headingAnchor(id)})`,
          severity,
          what,
        ]),
      ),
      "",
      ...rules.flatMap(ruleSection),
    ]);
  return [
    "# Rules",
    "",
    "Every finding has one of these rules. `assay explain <rule>` prints the same on a terminal.",
    "",
    ...sections,
  ].join("\n");
}

function ruleSection({ id, title, severity, description, help }: Rule): readonly string[] {
  return [
    `### ${id}`,
    "",
    `${title} (severity: ${severity}).`,
    "",
    description,
    "",
    `**How to fix it.** ${help}`,
    "",
  ];
}
