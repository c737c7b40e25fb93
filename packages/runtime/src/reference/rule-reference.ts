import type { Rule } from "@assay/core";
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
          `[\`${id}\`](#${anchor(id)})`,
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
    `**How to mend it.** ${help}`,
    "",
  ];
}

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, "")
    .replaceAll(" ", "-");
}
