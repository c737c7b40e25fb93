import "./rolldown-runtime.js";
import { x as fingerprint } from "./core.js";
import { _ as UsageError, v as asKnownError } from "./core-command-nearest.js";
import { C as parseBundle, D as Rejection, S as MAX_BUNDLE_BYTES, a as digestFile, b as findTargets, d as readKeyText, f as parsePublicKey, n as identityPattern, s as loadTrustedRoot, t as verifyBundle, y as mapPool } from "./signing-verify-verify-bundle.js";
import { t as VERIFY_RULES } from "./signing-verify-rules.js";
import { resolve } from "node:path";
import { lstat, readFile, stat } from "node:fs/promises";

// packages/signing/src/verify/artifact.ts
const MAX_READ_BYTES = 268435456;
function fileArtifact(path, signal) {
	return {
		digests: async (names) => (await digestFile(path, names, signal)).digests,
		read: async () => {
			const { size } = await stat(path);
			if (size <= MAX_READ_BYTES) return await readFile(path);
			throw new Rejection("verify.unreadable", `a pure Ed25519 signature needs the whole file in memory, and it has ${size} bytes`);
		}
	};
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
			root: await loadTrustedRoot(context.root, options.trustedRoot)
		};
	}
	if (identities.length !== 1) throw new UsageError(identities.length === 0 ? "Nothing says who must have signed" : "`certificate-identity` and `certificate-identity-regexp` are both given", { hint: "Give `key`, or one of `certificate-identity` and `certificate-identity-regexp` with `certificate-oidc-issuer`." });
	if (!isGiven(certificateOidcIssuer)) throw new UsageError("`certificate-identity` is given without `certificate-oidc-issuer`", { hint: "For GitHub Actions it is https://token.actions.githubusercontent.com." });
	if (options.trustedRoot === void 0) throw new UsageError("An identity can't be verified without `trusted-root`", { hint: "For Sigstore's public instance fetch it with `cosign trusted-root create --with-default-services --out trusted_root.json` (or `gh attestation trusted-root`), review it, and commit it. For a private instance its operator has one." });
	return {
		kind: "certificate",
		root: await loadTrustedRoot(context.root, options.trustedRoot),
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
	return result(targets, results);
}
function by(verified) {
	return verified.identity === void 0 ? "" : `, signed by ${verified.identity.subject}`;
}
async function bundleOf(root, path, { bundle, bundleSuffix }) {
	const beside = [.../* @__PURE__ */ new Set([
		bundleSuffix,
		".sigstore.json",
		".sigstore"
	])].map((suffix) => `${path}${suffix}`);
	for (const place of bundle === void 0 ? beside : [bundle]) {
		const absolute = resolve(root, place);
		const status = await lstat(absolute).catch(() => void 0);
		if (status === void 0) continue;
		if (!status.isFile()) throw new Rejection("verify.unreadable", `${place} is no regular file`);
		if (status.size > 33554432) throw new Rejection("verify.malformed-bundle", `${place} has ${status.size} bytes`);
		return await readFile(absolute);
	}
	throw new Rejection("verify.no-bundle", "there is no bundle", {
		expected: bundle ?? beside.join(" or "),
		found: "nothing"
	});
}
function findingFor(path, error) {
	if (error instanceof Rejection) return finding(error.ruleId, path, path, error.message, error);
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
	const compared = pair.map(({ label, value }) => `${label.toLowerCase()} ${value}`).join(", ");
	return {
		ruleId,
		severity: VERIFY_RULES[ruleId]?.severity ?? "critical",
		message: `${item} is not verified: ${reason}${compared === "" ? "" : ` (${compared})`}`.replace(/\s+/g, " "),
		...path === void 0 ? {} : {
			location: { path },
			subject: { name: path }
		},
		fingerprint: fingerprint(ruleId, item),
		...pair.length === 0 ? {} : { evidence: pair }
	};
}
function result(targets, results) {
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
			skipped: unchecked.map(({ path }) => ({
				item: path,
				reason: "its log entries and timestamps were not checked: no trusted root was given"
			})),
			summary: `${verified.length} of ${targets.files.length} files verified`
		},
		notices: unchecked.length === 0 ? [] : ["Log entries and timestamps were not checked: give `trusted-root` to check them too."]
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

export { runVerify };