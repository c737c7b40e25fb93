import "./rolldown-runtime.js";
import { B as UsageError, P as fingerprint, V as asKnownError, ot as comesFromOutside, v as isInside } from "./core.js";
import { T as parseBundle, d as identityPattern, f as fileArtifact, h as loadTrustedRoot, i as findTargets, k as VerificationError, m as readRegularFile, n as mapPool, r as bundleSuffixes, s as verifyBundle, t as readKeyText, w as MAX_BUNDLE_BYTES, y as parsePublicKey } from "./sigstore-keys.js";
import { t as VERIFY_RULES } from "./signing-verify-rules.js";
import { resolve } from "node:path";

// packages/signing/src/verify/remediation.ts
const REMEDIATION = {
	"verify.nothing-to-verify": "Correct the pattern, or put the files there before this step: download or build them first.",
	"verify.unreadable": "Get file and bundle again, as regular files that this user may read.",
	"verify.no-bundle": "Put the bundle that came with the file beside it, or name it with `bundle`. Where there is none, have the file signed by whoever made it.",
	"verify.malformed-bundle": "Get the bundle again from its source, or have the file signed anew with a current client.",
	"verify.wrong-key-material": "Give `key` for what a key signed, and `certificate-identity` with `certificate-oidc-issuer` for what an identity signed.",
	"verify.untrusted-timestamp": "Check that `trusted-root` is that of the instance which signed the file and is up to date; otherwise get the bundle again from its source.",
	"verify.untrusted-certificate": "Check that `trusted-root` is that of the instance which signed the file and is up to date; otherwise get the bundle again from its source.",
	"verify.log-entry-invalid": "Check that `trusted-root` knows the log and is up to date; otherwise get the bundle again from its source, or have the file signed anew.",
	"verify.invalid-signature": "Don't use the file. Check that the key is the right one, then get file and bundle again from their source.",
	"verify.digest-mismatch": "The file changed after it was signed: get it again from its source, or sign it anew.",
	"verify.identity-mismatch": "Don't use the file before you know who signed it. If the identity that was found is right, write it into `certificate-identity`, to the letter."
};

// packages/signing/src/verify/findings.ts
var MissingBundle = class extends Error {
	found = "nothing";
	expected;
	constructor(expected) {
		super("there is no bundle");
		this.expected = expected;
	}
};
function findingFor(path, error) {
	if (error instanceof VerificationError) return finding(`verify.${error.code}`, path, path, error.message, error);
	if (error instanceof MissingBundle) return finding("verify.no-bundle", path, path, "there is no bundle", error);
	const isFileError = error instanceof Error && "code" in error && "syscall" in error;
	const known = asKnownError(error);
	if (known.kind === "internal" && !isFileError) throw known;
	return finding("verify.unreadable", path, path, isFileError ? `it can't be read (${String(error.code)})` : known.message);
}
function finding(ruleId, item, path, reason, detail = {}) {
	const { expected, found } = detail;
	const pair = [...expected === void 0 ? [] : [{
		label: "Expected",
		value: expected
	}], ...found === void 0 ? [] : [{
		label: "Found",
		value: found
	}]];
	const compared = (ruleId === "verify.digest-mismatch" ? [] : pair).map(({ label, value }) => `${label.toLowerCase()} ${value}`).join(", ");
	return {
		ruleId,
		severity: VERIFY_RULES[ruleId]?.severity ?? "critical",
		message: `${item} is not verified: ${reason}${compared === "" ? "" : ` (${compared})`}`.replace(/\s+/g, " "),
		...path === void 0 ? {} : {
			location: { path },
			subject: { name: path }
		},
		fingerprint: fingerprint(ruleId, item),
		...pair.length === 0 ? {} : { evidence: pair },
		remediation: REMEDIATION[ruleId]
	};
}
function missingFindings(targets) {
	const items = [...targets.unmatched, ...targets.unreadable.map(({ path, reason }) => ({
		item: path === "" ? "." : path,
		reason: `the folder can't be listed: ${reason}`
	}))];
	return (targets.files.length === 0 && items.length === 0 ? [{
		item: "files",
		reason: "everything is excluded or a bundle"
	}] : items).map(({ item, reason }) => finding("verify.nothing-to-verify", item, void 0, reason));
}

// packages/signing/src/verify/outside-change.ts
function trustFromOutside({ event, root }, { key, trustedRoot }) {
	if (!comesFromOutside(event)) return [];
	const isPath = (value) => !value.includes("-----BEGIN ") && !value.includes("://");
	return [...trustedRoot === void 0 ? [] : [["trusted-root", trustedRoot]], ...key === void 0 || !isPath(key) ? [] : [["key", key]]].filter(([, path]) => isInside(root, resolve(root, path))).map(([input]) => input);
}

// packages/signing/src/verify/notices.ts
function rootNotices(signer) {
	if (signer.kind === "key") return [];
	const { logs, certificateLogs } = signer.root;
	return [...logs.length === 0 ? ["transparency log"] : [], ...certificateLogs.length === 0 ? ["certificate log"] : []].map((kind) => `The trusted root names no ${kind}: none was asked for.`);
}
function outsideNotices(context, options) {
	const inputs = trustFromOutside(context, options).map((input) => `\`${input}\``);
	if (inputs.length === 0) return [];
	return [`This change comes from outside, and ${inputs.join(" and ")} ${inputs.length === 1 ? "lies" : "lie"} in its own tree: its author may have exchanged what decides over trust together with the files. Take it from the base branch, a secret or the runner.`];
}
function attestationNotices(types) {
	return [...new Set(types)].sort().map((type) => {
		const amount = types.filter((other) => other === type).length;
		return `${amount === 1 ? "1 file is" : `${amount} files are`} vouched for by attestations of type ${type}: what those say was not judged, only who said it.`;
	});
}

// packages/signing/src/verify/signer-policy.ts
async function signerPolicy(context, options) {
	const { key, certificateIdentity, certificateIdentityPattern, certificateOidcIssuer } = options;
	const identities = [certificateIdentity, certificateIdentityPattern].filter(isGiven);
	if (key !== void 0 && (identities.length > 0 || certificateOidcIssuer !== void 0)) throw new UsageError("`key` is given together with a certificate identity", { hint: "Files are signed either with a key or by an identity: verify each kind in a run of its own." });
	if (key !== void 0) {
		const { text, source } = await readKeyText(context, key, "key");
		const base = {
			kind: "key",
			key: parsePublicKey(text, source)
		};
		return options.trustedRoot === void 0 ? base : {
			...base,
			root: await loadTrustedRoot(options.trustedRoot, context.root)
		};
	}
	if (identities.length !== 1) throw new UsageError(identities.length === 0 ? "Nothing says who must have signed" : "`certificate-identity` and `certificate-identity-regexp` are both given", { hint: "Give `key`, or one of `certificate-identity` and `certificate-identity-regexp` with `certificate-oidc-issuer`." });
	if (!isGiven(certificateOidcIssuer)) throw new UsageError("`certificate-identity` is given without `certificate-oidc-issuer`", { hint: "For GitHub Actions it is https://token.actions.githubusercontent.com." });
	if (options.trustedRoot === void 0) throw new UsageError("An identity can't be verified without `trusted-root`", { hint: "For Sigstore's public instance fetch it with `cosign trusted-root create --with-default-services --out trusted_root.json` (or `gh attestation trusted-root`), review it, and commit it. For a private instance its operator has one." });
	return {
		kind: "certificate",
		root: await loadTrustedRoot(options.trustedRoot, context.root),
		identity: {
			issuer: certificateOidcIssuer,
			...certificateIdentity === void 0 ? { pattern: identityPattern(certificateIdentityPattern ?? "") } : { subject: certificateIdentity }
		}
	};
}
function isGiven(value) {
	return value !== void 0 && value !== "";
}

// packages/signing/src/verify/run-verify.ts
const CONCURRENCY = 8;
async function runVerify(context, options) {
	const signer = await signerPolicy(context, options);
	if (options.requireLog && signer.root === void 0) throw new UsageError("`require-log` is on without `trusted-root`", { hint: "Give the trusted root that names the log." });
	const targets = await findTargets(context.root, options.files, options.bundleSuffix);
	if (options.bundle !== void 0 && targets.files.length > 1) throw new UsageError(`\`bundle\` is for one file, and \`files\` names ${targets.files.length}`, { hint: "Leave `bundle` out: the bundle of each file is looked for beside it." });
	const wanted = {
		signer,
		requireLog: options.requireLog
	};
	let done = 0;
	const results = await mapPool(targets.files, CONCURRENCY, async (path) => {
		try {
			const bundle = await bundleOf(context.root, path, options);
			const artifact = fileArtifact(resolve(context.root, path), context.signal);
			const verified = await verifyBundle(parseBundle(bundle), artifact, wanted);
			context.logger.info(`${path}: verified${by(verified)}`);
			return {
				path,
				verified
			};
		} catch (error) {
			context.signal.throwIfAborted();
			return {
				path,
				finding: findingFor(path, error)
			};
		} finally {
			done += 1;
			context.progress.update("Verifying", done, targets.files.length);
		}
	});
	context.progress.finish();
	const checked = result(targets, results, bundleSuffixes(options.bundleSuffix));
	const notices = [...rootNotices(signer), ...outsideNotices(context, options)];
	return {
		...checked,
		notices: [...checked.notices ?? [], ...notices]
	};
}
function by(verified) {
	return verified.identity === void 0 ? "" : `, signed by ${verified.identity.subject}`;
}
async function bundleOf(root, path, { bundle, bundleSuffix }) {
	const beside = bundleSuffixes(bundleSuffix).map((suffix) => `${path}${suffix}`);
	for (const place of bundle === void 0 ? beside : [bundle]) {
		const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
		if ("bytes" in read) return read.bytes;
		if (read.problem === "irregular") throw new VerificationError("unreadable", `${place} is a link or no regular file`);
		if (read.problem === "large") throw new VerificationError("malformed-bundle", `${place} is too large`, {
			expected: `at most ${MAX_BUNDLE_BYTES} bytes`,
			found: `${read.size} bytes`
		});
	}
	throw new MissingBundle(bundle ?? beside.join(" or "));
}
function result(targets, results, suffixes) {
	const verified = results.filter((file) => file.verified !== void 0);
	const unchecked = verified.filter((file) => (file.verified?.unchecked ?? 0) > 0);
	const failed = results.flatMap((file) => file.finding === void 0 ? [] : [file.finding]);
	return {
		check: "verify",
		title: "Verification",
		findings: [...missingFindings(targets), ...failed],
		artifacts: [],
		coverage: {
			inspected: {
				files: targets.files.length,
				verified: verified.length
			},
			skipped: [...orphans(targets, suffixes), ...unchecked.map(({ path }) => ({
				item: path,
				reason: "who made its log entries and timestamps was not checked: no trusted root was given"
			}))],
			summary: summaryOf(verified.length, targets.files.length)
		},
		notices: [...attestationNotices(verified.flatMap(({ verified: found }) => found?.predicateType ?? [])), ...unchecked.length === 0 ? [] : ["Log entries and timestamps were only checked to be about these signatures: give `trusted-root` to check who made them."]]
	};
}
function summaryOf(verified, all) {
	if (all === 0) return "There was no file to verify";
	if (all > 1) return `${verified} of ${all} files are unchanged and signed by the expected signer`;
	return verified === 1 ? "The file is unchanged and signed by the expected signer" : "The file was not verified";
}
function orphans({ bundles, files }, suffixes) {
	const known = new Set(files);
	return bundles.filter((path) => !suffixes.some((suffix) => known.has(path.slice(0, -suffix.length)))).map((item) => ({
		item,
		reason: "it is a bundle, and its file is not among those to verify"
	}));
}

export { runVerify };