import { Gt as UsageError, It as catalog } from "./part-base.js";
import { d as aliasesOf, i as BUILT_IN } from "./secrets-suppressions-ignore-file.js";
const CONFIG_FILE = ".gitleaks.toml";
async function locateConfig(e) {
	if (e.path !== void 0 && e.path !== "") {
		const t = await e.read(e.path, true);
		if (t === void 0) throw missing("gitleaks-config", e.path);
		return {
			name: e.path,
			text: t
		};
	}
	const t = e.environment["GITLEAKS_CONFIG"];
	if (t !== void 0 && t !== "") return {
		name: t,
		text: await readNamed(e, t)
	};
	const n = e.environment["GITLEAKS_CONFIG_TOML"];
	if (n !== void 0 && n !== "") return {
		name: "GITLEAKS_CONFIG_TOML",
		text: n
	};
	const r = await e.read(CONFIG_FILE);
	return r === void 0 ? void 0 : {
		name: CONFIG_FILE,
		text: r
	};
}
async function readNamed({ read: e }, t) {
	const n = await e(t, true).catch((e) => {
		throw missing("GITLEAKS_CONFIG", t, e);
	});
	if (n === void 0) throw missing("GITLEAKS_CONFIG", t);
	return n;
}
function missing(e, t, n) {
	return new UsageError(`${e} is "${t}"; no such file can be read`, {
		hint: "Give the path of a gitleaks TOML file, relative to the working directory.",
		...n === void 0 ? {} : { cause: n }
	});
}
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
const SECRETS_RULES = catalog([...OWN, ...BUILT_IN.map((e) => ({
	id: `secrets.${e.id}`,
	title: e.title,
	description: `The text matches the format of this secret: ${e.title}. Anyone who has it can use it until it is revoked.`,
	help: `${e.help}\n\n${REMOVE}`,
	severity: e.severity,
	tags: ["secret"],
	...named(e)
}))]);
function named(e) {
	const t = aliasesOf(e);
	return t.length === 0 ? {} : { aliases: [...t.map((e) => `secrets.${e}`), ...t] };
}
const builtInById = new Map([...BUILT_IN.flatMap((e) => aliasesOf(e).map((t) => [t, e])), ...BUILT_IN.map((e) => [e.id, e])]);
function findingRuleId(e) {
	const t = builtInById.get(e);
	return t === void 0 ? "secrets.custom-rule" : `secrets.${t.id}`;
}
function remediationOf(e) {
	return builtInById.get(e)?.help ?? "Revoke the secret at the service that issued it, then take it out of the file.";
}
export { locateConfig as a, CONFIG_FILE as i, findingRuleId as n, remediationOf as r, SECRETS_RULES as t };
