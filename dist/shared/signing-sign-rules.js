import { B as UsageError, j as catalog } from "./core.js";

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

export { withTime as i, isPublicGood as n, planFromInputs as r, SIGN_RULES as t };