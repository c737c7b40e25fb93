import "./rolldown-runtime.js";
import { Et as isInside, Gt as UsageError, Kt as asKnownError, Lt as compareText, ln as comesFromOutside } from "./part-base.js";
import { A as parseBundle, B as isBundleName, F as VerificationError, G as stoppedFailure, I as mapPool, L as findTargets, P as VERIFICATION_CODES, R as bundleSuffixes, S as parseTrustedRoot, V as subjectsOf, W as verifyingVerification, _ as fileArtifact, b as loadTrustedRoot, g as identityPattern, k as MAX_BUNDLE_BYTES, n as recordOf, r as readKeyText, s as verifyBundle, t as keySigner, w as parsePublicKey, y as readRegularFile, z as holdsLines } from "./signing-act-record.js";
import { readdir } from "node:fs/promises";
import { posix, resolve } from "node:path";
const MAX_BUNDLES = 64;
function bundleFinder(e, t) {
	const n = new Map();
	return { async of(r) {
		const i = posix.dirname(r);
		const a = n.get(i) ?? bundlesIn(resolve(e, i), t);
		n.set(i, a);
		const o = bundleSuffixes(t).map((e) => `${posix.basename(r)}${e}`);
		const s = await a;
		return (s === void 0 ? o : ownFirst(o, s.get(posix.basename(r)) ?? [])).map((e) => i === "." ? e : `${i}/${e}`);
	} };
}
function ownFirst(e, t) {
	return [...e.filter((e) => t.includes(e)), ...t.filter((t) => !e.includes(t))];
}
async function bundlesIn(e, t) {
	const n = (await readdir(e).catch(() => void 0))?.sort(compareText);
	if (n === void 0) return void 0;
	const r = new Set(n);
	const i = new Map();
	for (const e of n) {
		if (!isBundleName(e, t)) continue;
		const [n] = subjectsOf(e, t).filter((e) => r.has(e));
		if (n === void 0) continue;
		i.set(n, [...i.get(n) ?? [], e]);
	}
	return i;
}
async function readBundles(e, t) {
	const n = await readRegularFile(resolve(e, t), MAX_BUNDLE_BYTES);
	if ("problem" in n && n.problem === "absent") return [];
	if ("problem" in n) throw unreadable(t, n);
	if (!holdsLines(t)) return [() => parseBundle(n.bytes)];
	const r = n.bytes.toString("utf8").split("\n").filter((e) => e.trim() !== "");
	if (r.length === 0 || r.length > MAX_BUNDLES) throw new VerificationError("malformed-bundle", `${t} holds ${r.length} lines`, { expected: `1 to ${MAX_BUNDLES} bundles, one a line` });
	return r.map((e) => () => parseBundle(Buffer.from(e)));
}
function unreadable(e, t) {
	if (t.problem === "irregular") return new VerificationError("unreadable", `${e} is a link or no regular file`);
	return new VerificationError("malformed-bundle", `${e} is too large`, {
		expected: `at most ${MAX_BUNDLE_BYTES} bytes`,
		found: `${t.size} bytes`
	});
}
const REMEDIATION = {
	"verify.nothing-to-verify": "Correct the pattern, or put the files there before this step: download or build them first.",
	"verify.unreadable": "Get file and bundle again, as regular files that this user may read.",
	"verify.no-bundle": "Put the bundle that came with the file beside it, or name it with `bundle`. Where there is none, have the file signed by whoever made it.",
	"verify.malformed-bundle": "Get the bundle again from its source, or have the file signed again with a current client.",
	"verify.wrong-key-material": "Give `key` for what a key signed, and `certificate-identity` with `certificate-oidc-issuer` for what an identity signed.",
	"verify.untrusted-timestamp": "Check that `trusted-root` is that of the instance which signed the file and is up to date; otherwise get the bundle again from its source.",
	"verify.untrusted-certificate": "Check that `trusted-root` is that of the instance which signed the file and is up to date; otherwise get the bundle again from its source.",
	"verify.log-entry-invalid": "Check that `trusted-root` knows the log and is up to date; otherwise get the bundle again from its source, or have the file signed again.",
	"verify.invalid-signature": "Don't use the file. Check that the key is the right one, then get file and bundle again from their source.",
	"verify.digest-mismatch": "The file changed after it was signed: get it again from its source, or sign it again.",
	"verify.identity-mismatch": "Don't use the file before you know who signed it. If the identity that was found is right, write it into `certificate-identity`, to the letter."
};
function noBundle(e, t) {
	return failure("verify.no-bundle", e, "there is no bundle", {
		expected: t,
		found: "nothing"
	});
}
function failureOf(e, t) {
	const [n] = [...t].sort((e, t) => progress(t.error) - progress(e.error));
	const r = failureFor(e, n?.error);
	if (t.length < 2) return r;
	const i = t.map(({ bundle: e, error: t }) => ({
		label: e,
		value: t instanceof Error ? t.message : "unreadable"
	}));
	return {
		...r,
		evidence: [...r.evidence ?? [], ...i]
	};
}
function progress(e) {
	return e instanceof VerificationError ? VERIFICATION_CODES.indexOf(e.code) : -1;
}
function failureFor(e, t) {
	if (t instanceof VerificationError) return failure(`verify.${t.code}`, e, t.message, t);
	const n = t instanceof Error && "code" in t && "syscall" in t;
	const r = asKnownError(t);
	if (r.kind === "internal" && !n) throw r;
	return failure("verify.unreadable", e, n ? `it can't be read (${String(t.code)})` : r.message);
}
function failure(e, t, n, { expected: r, found: i } = {}, a = "policy") {
	const o = [...r === void 0 ? [] : [{
		label: "Expected",
		value: r
	}], ...i === void 0 ? [] : [{
		label: "Found",
		value: i
	}]];
	const s = (e === "verify.digest-mismatch" ? [] : o).map(({ label: e, value: t }) => `${e.toLowerCase()} ${t}`).join(", ");
	return {
		item: t,
		ruleId: e,
		kind: a,
		message: `${t} is not verified: ${n}${s === "" ? "" : ` (${s})`}`.replace(/\s+/g, " "),
		hint: REMEDIATION[e],
		...e === "verify.nothing-to-verify" ? {} : { location: { path: t } },
		...o.length === 0 ? {} : { evidence: o }
	};
}
function missingFailures(e) {
	const t = [...e.unmatched, ...e.unreadable.map(({ path: e, reason: t }) => ({
		item: e === "" ? "." : e,
		reason: `the folder can't be listed: ${t}`
	}))];
	return [...(e.files.length + e.skipped.length + t.length === 0 ? [{
		item: "files",
		reason: "everything is excluded or a bundle"
	}] : t).map(({ item: e, reason: t }) => failure("verify.nothing-to-verify", e, t, {}, "usage")), ...e.skipped.map(({ item: e, reason: t }) => failure("verify.unreadable", e, t))];
}
function rootNotices(e) {
	if (e.kind === "key") return [];
	const { logs: t, certificateLogs: n } = e.root;
	return [...t.length === 0 ? ["transparency log"] : [], ...n.length === 0 ? ["certificate log"] : []].map((e) => `The trusted root names no ${e}: none was asked for.`);
}
function attestationNotices(e) {
	return [...new Set(e)].sort().map((t) => {
		const n = e.filter((e) => e === t).length;
		return `${n === 1 ? "1 file is" : `${n} files are`} vouched for by attestations of type ${t}: what those say was not judged, only who said it.`;
	});
}
const MAX_TRUST_BYTES = 8388608;
async function readTrustedRoot(e, t) {
	return isOfOutsideChange(e, t) ? parseTrustedRoot(await readFromBase(e, t, "trusted-root"), t) : await loadTrustedRoot(t, e.root);
}
async function readTrustedKey(e, t) {
	if (!t.includes("-----BEGIN ") && !t.includes("://") && isOfOutsideChange(e, t)) {
		const n = await readFromBase(e, t, "key");
		return parsePublicKey(new TextDecoder().decode(n), t);
	}
	const { text: n, source: r } = await readKeyText(e, t, "key");
	return parsePublicKey(n, r);
}
function isOfOutsideChange({ event: e, root: t }, n) {
	return comesFromOutside(e) && isInside(t, resolve(t, n));
}
async function readFromBase({ settings: e }, t, n) {
	const r = await e.read(t, {
		named: true,
		maxBytes: MAX_TRUST_BYTES
	});
	if (r !== void 0) return Buffer.from(r);
	throw new UsageError(`\`${n}\` is ${t}, and the branch that the change wants to go to has no such file`, { hint: "A change from outside does not bring what it is verified against: commit the file to the base branch first, or give one that lies outside of the checkout." });
}
async function signerPolicy(e, t) {
	const { key: n, certificateIdentity: r, certificateIdentityPattern: i, certificateOidcIssuer: a } = t;
	const o = [r, i].filter(isGiven);
	if (n !== void 0 && (o.length > 0 || a !== void 0)) throw new UsageError("`key` is given together with a certificate identity", { hint: "Files are signed either with a key or by an identity: verify each kind in a run of its own." });
	if (n !== void 0) {
		const r = {
			kind: "key",
			key: await readTrustedKey(e, n)
		};
		return t.trustedRoot === void 0 ? r : {
			...r,
			root: await readTrustedRoot(e, t.trustedRoot)
		};
	}
	if (o.length !== 1) throw new UsageError(o.length === 0 ? "Nothing says who must have signed" : "`certificate-identity` and `certificate-identity-regexp` are both given", { hint: "Give `key`, or one of `certificate-identity` and `certificate-identity-regexp` with `certificate-oidc-issuer`." });
	if (!isGiven(a)) throw new UsageError("`certificate-identity` is given without `certificate-oidc-issuer`", { hint: "For GitHub Actions it is https://token.actions.githubusercontent.com." });
	if (t.trustedRoot === void 0) throw new UsageError("An identity can't be verified without `trusted-root`", { hint: "For Sigstore's public instance fetch it with `cosign trusted-root create --with-default-services --out trusted_root.json` (or `gh attestation trusted-root`), review it, and commit it. For a private instance its operator has one." });
	return {
		kind: "certificate",
		root: await readTrustedRoot(e, t.trustedRoot),
		identity: {
			issuer: a,
			...r === void 0 ? { pattern: identityPattern(i ?? "") } : { subject: r }
		}
	};
}
function isGiven(e) {
	return e !== void 0 && e !== "";
}
async function verifyFile({ root: e, signal: t }, n, r, i, { bundle: a, bundleSuffix: o }) {
	const s = a === void 0 ? await n.of(r) : [a];
	const c = fileArtifact(resolve(e, r), t);
	const l = [];
	for (const n of s) for (const a of await bundlesAt(e, n, l)) try {
		const e = await verifyBundle(a(), c, i);
		return {
			record: await recordFor(r, n, c, i, e),
			verified: e
		};
	} catch (e) {
		t.throwIfAborted();
		l.push({
			bundle: n,
			error: e
		});
	}
	if (l.length > 0) return { failure: failureOf(r, l) };
	const u = bundleSuffixes(o).map((e) => `${r}${e}`);
	return { failure: noBundle(r, a ?? u.join(" or ")) };
}
async function bundlesAt(e, t, n) {
	try {
		return await readBundles(e, t);
	} catch (e) {
		n.push({
			bundle: t,
			error: e
		});
		return [];
	}
}
async function recordFor(e, t, n, { signer: r }, i) {
	const a = await n.digests(["sha256"]);
	const o = r.kind === "key" ? keySigner(r.key) : {
		identity: i.identity?.subject ?? "",
		issuer: i.identity?.issuer ?? ""
	};
	return recordOf("verified", e, a, o, t, {
		...i,
		notes: [
			...i.unchecked === 0 ? [] : ["Who made its log entries and timestamps was not checked: no trusted root was given."],
			...i.ignoredEntries === 0 ? [] : ["It has log entries of logs that the trusted root does not name: they were ignored."],
			...i.predicateType === void 0 ? [] : [`An attestation of type ${i.predicateType}: what it says was not judged.`]
		]
	});
}
const CONCURRENCY = 8;
async function runVerify(e, t) {
	const n = await signerPolicy(e, t);
	if (t.requireLog === true && n.root === void 0) throw new UsageError("`require-log` is on without `trusted-root`", { hint: "Give the trusted root that names the log." });
	const r = await findTargets(e.root, t.files, t.bundleSuffix);
	if (t.bundle !== void 0 && r.files.length > 1) throw new UsageError(`\`bundle\` is for one file, and \`files\` names ${r.files.length}`, { hint: "Leave `bundle` out: the bundle of each file is looked for beside it." });
	const { notices: i = [], ...a } = result(r, await verifyAll(e, r.files, t, {
		signer: n,
		requireLog: t.requireLog
	}), t.bundleSuffix);
	return {
		...a,
		notices: [...i, ...rootNotices(n)],
		verifyWith: verifyingVerification(t, n, r, a.records)
	};
}
async function verifyAll(e, t, n, r) {
	const { signal: i, logger: a, progress: o } = e;
	const s = bundleFinder(e.root, n.bundleSuffix);
	let c = 0;
	const l = await mapPool(t, CONCURRENCY, i, async (l) => {
		try {
			const t = await verifyFile(e, s, l, r, n);
			if ("record" in t) a.info(`${l}: verified${by(t.record)}`);
			return t;
		} catch (e) {
			if (i.aborted) return { stopped: l };
			throw e;
		} finally {
			c += 1;
			o.update("Verifying", c, t.length);
		}
	});
	o.finish();
	return [...l, ...t.slice(l.length).map((e) => ({ stopped: e }))];
}
function by({ signer: e }) {
	return e.identity === void 0 ? "" : `, signed by ${e.identity}`;
}
function result(e, t, n) {
	const r = t.flatMap((e) => "record" in e ? [e] : []);
	const i = t.flatMap((e) => "failure" in e ? [e.failure] : []);
	const a = t.flatMap((e) => "stopped" in e ? [e.stopped] : []);
	const o = r.filter((e) => e.verified.unchecked > 0);
	return {
		act: "verify",
		records: r.map(({ record: e }) => e),
		failures: [
			...missingFailures(e),
			...i,
			...stoppedFailure("verify.unreadable", a, "verified")
		],
		coverage: {
			inspected: {
				files: e.files.length,
				verified: r.length
			},
			skipped: [
				...e.skipped,
				...e.leftovers,
				...orphans(e, n)
			],
			summary: summaryOf(r.length, e.files.length + e.skipped.length)
		},
		notices: [...attestationNotices(r.flatMap((e) => e.verified.predicateType ?? [])), ...o.length === 0 ? [] : ["Log entries and timestamps were only checked to be about these signatures: give `trusted-root` to check who made them."]]
	};
}
function summaryOf(e, t) {
	if (t === 0) return "There was no file to verify";
	if (t > 1) return `${e} of ${t} files are unchanged and signed by the expected signer`;
	return e === 1 ? "The file is unchanged and signed by the expected signer" : "The file was not verified";
}
function orphans({ bundles: e, files: t }, n) {
	const r = new Set(t);
	return e.filter((e) => !subjectsOf(e, n).some((e) => r.has(e))).map((e) => ({
		item: e,
		reason: "it is a bundle, and its file is not among those to verify"
	}));
}
export { runVerify };
