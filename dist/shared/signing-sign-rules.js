import { E as catalog } from "./core.js";
import { y as UsageError } from "./core-platform-version.js";

// packages/signing/src/services/select.ts
function selectServices(services, supported, selection, now, kind) {
	if (selection === void 0) return [];
	const usable = services.filter((service) => supported.includes(service.majorApiVersion) && (service.start === void 0 || service.start <= now) && (service.end === void 0 || now <= service.end));
	const version = Math.max(...usable.map((service) => service.majorApiVersion));
	const ranked = usable.filter((service) => service.majorApiVersion === version).sort((a, b) => (b.start?.getTime() ?? 0) - (a.start?.getTime() ?? 0));
	const operators = /* @__PURE__ */ new Set();
	const distinct = ranked.filter((service) => {
		if (service.operator === "") return true;
		const isNew = !operators.has(service.operator);
		operators.add(service.operator);
		return isNew;
	});
	const wanted = selection.selector === "ALL" ? Math.max(distinct.length, 1) : selection.count;
	if (distinct.length < wanted) throw new UsageError(`The signing config has ${distinct.length} usable ${kind} services; ${wanted} needed`, { hint: `Supported API versions are ${supported.join(", ")}; check \`validFor\` too.` });
	return distinct.slice(0, wanted);
}

// packages/signing/src/services/plan.ts
const PUBLIC_GOOD = {
	fulcio: "https://fulcio.sigstore.dev",
	rekor: {
		1: "https://rekor.sigstore.dev",
		2: "https://log2025-1.rekor.sigstore.dev"
	},
	tsa: "https://timestamp.sigstore.dev/api/v1/timestamp"
};
function planFromInputs(inputs, hasKey) {
	const { fulcioUrl, rekorUrls, rekorVersion, tsaUrl } = inputs;
	const isNamed = fulcioUrl !== void 0 || rekorUrls.length > 0 || tsaUrl !== void 0;
	const logs = rekorUrls.map((url) => ({
		url,
		version: rekorVersion
	}));
	const timestampUrls = tsaUrl === void 0 ? [] : [tsaUrl];
	if (hasKey) return {
		certificateAuthority: void 0,
		logs,
		timestampUrls
	};
	if (isNamed) return withTime({
		certificateAuthority: fulcioUrl ?? PUBLIC_GOOD.fulcio,
		logs,
		timestampUrls
	});
	return {
		certificateAuthority: PUBLIC_GOOD.fulcio,
		logs: [{
			url: PUBLIC_GOOD.rekor[rekorVersion],
			version: rekorVersion
		}],
		timestampUrls: [PUBLIC_GOOD.tsa]
	};
}
function planFromConfig(config, hasKey, now) {
	const [authority] = hasKey ? [] : selectServices(config.certificateAuthorities, [1], {
		selector: "EXACT",
		count: 1
	}, now, "certificate authority");
	const logs = selectServices(config.logs, [1, 2], config.logSelection, now, "log");
	const timestamps = selectServices(config.timestampAuthorities, [1], config.timestampSelection, now, "timestamp authority");
	const plan = {
		certificateAuthority: authority?.url,
		logs: logs.map(({ url, majorApiVersion }) => ({
			url,
			version: majorApiVersion === 1 ? 1 : 2
		})),
		timestampUrls: timestamps.map(({ url }) => url)
	};
	return hasKey ? plan : withTime(plan);
}
function withTime(plan) {
	if (plan.timestampUrls.length > 0 || plan.logs.some(({ version }) => version === 1)) return plan;
	throw new UsageError("A keyless signature needs a time, and no service here gives one", { hint: "Fulcio's certificates live ten minutes. Give `tsa-url`, or a Rekor v1 log in `rekor-url`; a Rekor v2 log gives no time." });
}
function isPublicGood(url) {
	const host = URL.canParse(url) ? new URL(url).hostname : "";
	return ["sigstore.dev", "sigstage.dev"].some((name) => host === name || host.endsWith(`.${name}`));
}

// packages/signing/src/sign/rules.ts
const SIGN_RULES = catalog([{
	id: "sign.nothing-to-sign",
	title: "A pattern names nothing to sign",
	description: "A pattern or path of `files` names no file, so a release would go out without the signature that someone expects.",
	help: "Check the pattern against the tree as it is at this step: was the file built before, and does the pattern cross folders with `**`? Links and folders are not signed.",
	severity: "high",
	tags: ["signing"]
}, {
	id: "sign.failed",
	title: "A file could not be signed",
	description: "A file was meant to be signed and was not: a service refused, or the file was unreadable or changed.",
	help: "The message says which service or file. Run the step again: files with a valid bundle for their present content are skipped.",
	severity: "high",
	tags: ["signing"]
}]);

export { planFromInputs as i, isPublicGood as n, planFromConfig as r, SIGN_RULES as t };