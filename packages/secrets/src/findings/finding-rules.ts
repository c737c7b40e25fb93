import { catalog, type Rule, type RuleCatalog } from "@assay/core";
import { aliasesOf, type BuiltInRule } from "../rules/built-in-rule.ts";
import { BUILT_IN } from "../rules/built-in-rules.ts";

const REMOVE =
  "A secret in a commit stays readable in every clone: revoke it first, then take it out of the file. Rewriting the history alone does not help.";

const OWN: readonly Rule[] = [
  {
    id: "secrets.custom-rule",
    title: "Secret found by a rule of your gitleaks configuration",
    description:
      "A rule of the repository's own gitleaks configuration matched. The message names the rule.",
    help: `${REMOVE}\n\nIf it is no secret, mark the line with \`gitleaks:allow\`, or add an allowlist to the rule.`,
    severity: "high",
    tags: ["secret"],
  },
  {
    id: "secrets.nothing-scanned",
    title: "Nothing was scanned",
    description: "No text was scanned. That says nothing about secrets, so it does not pass.",
    help: "Check `working-directory`, `mode` and the depth of the checkout (`fetch-depth: 0`).",
    severity: "high",
  },
  {
    id: "secrets.unscanned-file",
    title: "File that could not be read",
    description: "A file or folder could not be read, so it was not scanned.",
    help: "Fix its permissions, or take it out of the checkout. Files above 100 MiB are not read.",
    severity: "medium",
  },
];

/** Every rule that the secrets check can report. */
export const SECRETS_RULES: RuleCatalog = catalog([
  ...OWN,
  ...BUILT_IN.map(
    (rule): Rule => ({
      id: `secrets.${rule.id}`,
      title: rule.title,
      description: `The text matches the format of this secret: ${rule.title}. Anyone who has it can use it until it is revoked.`,
      help: `${rule.help}\n\n${REMOVE}`,
      severity: rule.severity,
      tags: ["secret"],
      ...named(rule),
    }),
  ),
]);

/** The names in full and as gitleaks writes them. */
function named(rule: BuiltInRule): Pick<Rule, "aliases"> {
  const ids = aliasesOf(rule);
  return ids.length === 0 ? {} : { aliases: [...ids.map((id) => `secrets.${id}`), ...ids] };
}

/** By every id; a rule's own goes before another one's alias. */
const builtInById = new Map([
  ...BUILT_IN.flatMap((rule) => aliasesOf(rule).map((id): [string, BuiltInRule] => [id, rule])),
  ...BUILT_IN.map((rule): [string, BuiltInRule] => [rule.id, rule]),
]);

/** The finding's rule id for a rule of a config: rules that are not ours share one, and are named in the message. */
export function findingRuleId(ruleId: string): string {
  const rule = builtInById.get(ruleId);
  return rule === undefined ? "secrets.custom-rule" : `secrets.${rule.id}`;
}

/** What to do about a hit, in one or two sentences. */
export function remediationOf(ruleId: string): string {
  return (
    builtInById.get(ruleId)?.help ??
    "Revoke the secret at the service that issued it, then take it out of the file."
  );
}
