import { Q as UsageError } from "./core.js";

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

export { planFromInputs as n, withTime as r, isPublicGood as t };