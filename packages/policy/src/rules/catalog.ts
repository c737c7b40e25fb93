import { catalog, type Rule, type RuleCatalog } from "@assay/core";
import type { PolicyRule, Sources } from "../rule.ts";
import { POLICY_RULES } from "./index.ts";

const NAMES: Readonly<Record<keyof Sources, string>> = {
  osps: "OSPS",
  slsa: "SLSA",
  ssdf: "SSDF",
  cra: "CRA Annex I",
  zizmor: "zizmor",
  scorecard: "Scorecard",
};

/** A rule as reports, SARIF and `explain` show it. */
function documented({
  id,
  title,
  description,
  help,
  severity,
  aliases,
  ...rule
}: PolicyRule): Rule {
  const served = (Object.keys(NAMES) as (keyof Sources)[]).flatMap((source) => {
    const ids = rule.sources[source] ?? [];
    return ids.length === 0 ? [] : [`${NAMES[source]} ${ids.join(", ")}`];
  });
  const how = rule.decidedBy === "api" ? "Only the server can tell: it needs a token." : "";
  return {
    ...{ id, title, severity, help },
    description: [description, how, served.length > 0 && `Serves ${served.join("; ")}.`]
      .filter(Boolean)
      .join(" "),
    tags: ["policy", ...(rule.fixes === true ? ["fixable"] : [])],
    ...(aliases && { aliases }),
  };
}

/** The rules about marks, which are no rules of a repository. */
const MARK_RULES: readonly Rule[] = [
  {
    id: "policy.ignore-unused",
    title: "A comment that accepts nothing",
    description:
      "The comment `assay: ignore` names a rule that finds nothing there or does not exist, or gives no reason.",
    help: "Remove it, or write `# assay: ignore <rule> -- <reason>` in the line of the finding or the one before.",
    severity: "low",
    tags: ["policy"],
  },
  {
    id: "policy.unreadable-file",
    title: "A file that rules need and that can't be read",
    description: "What can't be read was not judged.",
    help: "Correct the file: it must be text in UTF-8 of at most 5 MiB.",
    severity: "high",
    tags: ["policy"],
  },
];

export const RULE_CATALOG: RuleCatalog = catalog([...POLICY_RULES.map(documented), ...MARK_RULES]);
