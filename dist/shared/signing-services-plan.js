import { Gt as UsageError } from "./part-base.js";
const PUBLIC_GOOD = {
	fulcio: "https://fulcio.sigstore.dev",
	rekor: {
		1: "https://rekor.sigstore.dev",
		2: "https://log2025-1.rekor.sigstore.dev"
	},
	tsa: "https://timestamp.sigstore.dev/api/v1/timestamp"
};
function planFromInputs(e, t) {
	const { fulcioUrl: n, rekorUrls: r, rekorVersion: i, tsaUrl: a } = e;
	const o = n !== void 0 || r.length > 0 || a !== void 0;
	const s = r.map((e) => ({
		url: e,
		version: i
	}));
	const c = a === void 0 ? [] : [a];
	if (t) return {
		certificateAuthority: void 0,
		logs: s,
		timestampUrls: c
	};
	if (o) return withTime({
		certificateAuthority: n ?? PUBLIC_GOOD.fulcio,
		logs: s,
		timestampUrls: c
	});
	return {
		certificateAuthority: PUBLIC_GOOD.fulcio,
		logs: [{
			url: PUBLIC_GOOD.rekor[i],
			version: i
		}],
		timestampUrls: [PUBLIC_GOOD.tsa]
	};
}
function withTime(e) {
	if (e.timestampUrls.length > 0 || e.logs.some(({ version: e }) => e === 1)) return e;
	throw new UsageError("A keyless signature needs a time, and no service here gives one", { hint: "Fulcio's certificates live ten minutes. Give `tsa-url`, or a Rekor v1 log in `rekor-url`; a Rekor v2 log gives no time." });
}
function isPublicGood(e) {
	const t = URL.canParse(e) ? new URL(e).hostname : "";
	return ["sigstore.dev", "sigstage.dev"].some((e) => t === e || t.endsWith(`.${e}`));
}
export { planFromInputs as n, withTime as r, isPublicGood as t };
