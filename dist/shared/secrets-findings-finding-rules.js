import { H as catalog, Q as UsageError } from "./core.js";
import { d as aliasesOf, i as BUILT_IN } from "./secrets-suppressions-ignore-file.js";

// packages/secrets/src/config/locate.ts
const CONFIG_FILE = ".gitleaks.toml";
async function locateConfig(options) {
	if (options.path !== void 0 && options.path !== "") {
		const text = await options.read(options.path, true);
		if (text === void 0) throw missing("gitleaks-config", options.path);
		return {
			name: options.path,
			text
		};
	}
	const named = options.environment["GITLEAKS_CONFIG"];
	if (named !== void 0 && named !== "") return {
		name: named,
		text: await readNamed(options, named)
	};
	const inline = options.environment["GITLEAKS_CONFIG_TOML"];
	if (inline !== void 0 && inline !== "") return {
		name: "GITLEAKS_CONFIG_TOML",
		text: inline
	};
	const text = await options.read(CONFIG_FILE);
	return text === void 0 ? void 0 : {
		name: CONFIG_FILE,
		text
	};
}
async function readNamed({ read }, named) {
	const text = await read(named, true).catch((cause) => {
		throw missing("GITLEAKS_CONFIG", named, cause);
	});
	if (text === void 0) throw missing("GITLEAKS_CONFIG", named);
	return text;
}
function missing(what, path, cause) {
	return new UsageError(`${what} is "${path}"; no such file can be read`, {
		hint: "Give the path of a gitleaks TOML file, relative to the working directory.",
		...cause === void 0 ? {} : { cause }
	});
}

// packages/secrets/src/findings/finding-rules.ts
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
		description: "No text was scanned. That says nothing about secrets, so it does not pass.",
		help: "Check `working-directory`, `mode` and the depth of the checkout (`fetch-depth: 0`).",
		severity: "high"
	},
	{
		id: "secrets.unscanned-file",
		title: "File that could not be read",
		description: "A file or folder could not be read, so it was not scanned.",
		help: "Fix its permissions, or take it out of the checkout. Files above 100 MiB are not read.",
		severity: "medium"
	}
];
const SECRETS_RULES = catalog([...OWN, ...BUILT_IN.map((rule) => ({
	id: `secrets.${rule.id}`,
	title: rule.title,
	description: `The text matches the format of this secret: ${rule.title}. Anyone who has it can use it until it is revoked.`,
	help: `${rule.help}\n\n${REMOVE}`,
	severity: rule.severity,
	tags: ["secret"],
	...named(rule)
}))]);
function named(rule) {
	const ids = aliasesOf(rule);
	return ids.length === 0 ? {} : { aliases: [...ids.map((id) => `secrets.${id}`), ...ids] };
}
const builtInById = new Map([...BUILT_IN.flatMap((rule) => aliasesOf(rule).map((id) => [id, rule])), ...BUILT_IN.map((rule) => [rule.id, rule])]);
function findingRuleId(ruleId) {
	const rule = builtInById.get(ruleId);
	return rule === void 0 ? "secrets.custom-rule" : `secrets.${rule.id}`;
}
function remediationOf(ruleId) {
	return builtInById.get(ruleId)?.help ?? "Revoke the secret at the service that issued it, then take it out of the file.";
}

export { locateConfig as a, CONFIG_FILE as i, findingRuleId as n, remediationOf as r, SECRETS_RULES as t };