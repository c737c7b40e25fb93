import { V as catalog } from "./core.js";
import { i as aliasesOf, t as PACK } from "./secrets-rules-pack.js";

// packages/secrets/src/rules/catalog.ts
const REMOVE = "A secret in a commit stays readable in every clone: revoke it first, then take it out of the file. Rewriting the history alone does not help.";
const OWN = [
	{
		id: "secrets.custom-rule",
		title: "Secret found by a rule of your gitleaks configuration",
		description: "A rule of the repository's own gitleaks configuration matched. The message names the rule.",
		help: `${REMOVE}\n\nIf it is no secret, mark the line with \`gitleaks:allow\`, or add an allowlist to the rule.`,
		severity: "high",
		tags: ["secret"]
	},
	{
		id: "secrets.nothing-scanned",
		title: "Nothing was scanned",
		description: "There was something to look at and no text of it was seen. That says nothing about secrets, so it is no pass.",
		help: "Check `working-directory`, `mode` and the depth of the checkout (`fetch-depth: 0`).",
		severity: "high"
	},
	{
		id: "secrets.unscanned-file",
		title: "File that could not be read",
		description: "A file or folder was there and could not be looked at.",
		help: "Mend its permissions, or take it out of the checkout. Files above 100 MiB are not read.",
		severity: "medium"
	}
];
const SECRETS_RULES = catalog([...OWN, ...PACK.map((rule) => ({
	id: `secrets.${rule.id}`,
	title: rule.title,
	description: `The text has the form of this secret: ${rule.title}. Who has it can use it, until it is revoked.`,
	help: `${rule.help}\n\n${REMOVE}`,
	severity: rule.severity,
	tags: ["secret"],
	...named(rule)
}))]);
function named(rule) {
	const ids = aliasesOf(rule);
	return ids.length === 0 ? {} : { aliases: [...ids.map((id) => `secrets.${id}`), ...ids] };
}
const packRules = new Map([...PACK.flatMap((rule) => aliasesOf(rule).map((id) => [id, rule])), ...PACK.map((rule) => [rule.id, rule])]);
function findingRuleId(ruleId) {
	const rule = packRules.get(ruleId);
	return rule === void 0 ? "secrets.custom-rule" : `secrets.${rule.id}`;
}
function remediationOf(ruleId) {
	return packRules.get(ruleId)?.help ?? "Revoke the secret at the service that issued it, then take it out of the file.";
}

export { findingRuleId as n, remediationOf as r, SECRETS_RULES as t };