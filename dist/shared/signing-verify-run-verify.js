import "./rolldown-runtime.js";
import { $ as asKnownError, Q as UsageError, W as compareText, bt as comesFromOutside, j as isInside } from "./core.js";
import { A as parseBundle, B as isBundleName, F as VerificationError, G as stoppedFailure, I as mapPool, L as findTargets, P as VERIFICATION_CODES, R as bundleSuffixes, S as parseTrustedRoot, V as subjectsOf, W as verifyingVerification, _ as fileArtifact, b as loadTrustedRoot, g as identityPattern, k as MAX_BUNDLE_BYTES, n as recordOf, r as readKeyText, s as verifyBundle, t as keySigner, w as parsePublicKey, y as readRegularFile, z as holdsLines } from "./signing-act-record.js";
import { readdir } from "node:fs/promises";
import { posix, resolve } from "node:path";

// packages/signing/src/verify/bundles-of.ts
const MAX_BUNDLES = 64;
function bundleFinder(root, suffix) {
	const listings = /* @__PURE__ */ new Map();
	return { async of(path) {
		const folder = posix.dirname(path);
		const listing = listings.get(folder) ?? bundlesIn(resolve(root, folder), suffix);
		listings.set(folder, listing);
		const own = bundleSuffixes(suffix).map((end) => `${posix.basename(path)}${end}`);
		const listed = await listing;
		return (listed === void 0 ? own : ownFirst(own, listed.get(posix.basename(path)) ?? [])).map((name) => folder === "." ? name : `${folder}/${name}`);
	} };
}
function ownFirst(own, there) {
	return [...own.filter((name) => there.includes(name)), ...there.filter((name) => !own.includes(name))];
}
async function bundlesIn(folder, suffix) {
	const names = (await readdir(folder).catch(() => void 0))?.sort(compareText);
	if (names === void 0) return void 0;
	const files = new Set(names);
	const found = /* @__PURE__ */ new Map();
	for (const name of names) {
		if (!isBundleName(name, suffix)) continue;
		const [subject] = subjectsOf(name, suffix).filter((subject) => files.has(subject));
		if (subject === void 0) continue;
		found.set(subject, [...found.get(subject) ?? [], name]);
	}
	return found;
}
async function readBundles(root, place) {
	const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
	if ("problem" in read && read.problem === "absent") return [];
	if ("problem" in read) throw unreadable(place, read);
	if (!holdsLines(place)) return [() => parseBundle(read.bytes)];
	const lines = read.bytes.toString("utf8").split("\n").filter((line) => line.trim() !== "");
	if (lines.length === 0 || lines.length > MAX_BUNDLES) throw new VerificationError("malformed-bundle", `${place} holds ${lines.length} lines`, { expected: `1 to ${MAX_BUNDLES} bundles, one a line` });
	return lines.map((line) => () => parseBundle(Buffer.from(line)));
}
function unreadable(place, read) {
	if (read.problem === "irregular") return new VerificationError("unreadable", `${place} is a link or no regular file`);
	return new VerificationError("malformed-bundle", `${place} is too large`, {
		expected: `at most ${MAX_BUNDLE_BYTES} bytes`,
		found: `${read.size} bytes`
	});
}

// packages/signing/src/verify/remediation.ts
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

// packages/signing/src/verify/failures.ts
function noBundle(path, expected) {
	return failure("verify.no-bundle", path, "there is no bundle", {
		expected,
		found: "nothing"
	});
}
function failureOf(path, attempts) {
	const [furthest] = [...attempts].sort((a, b) => progress(b.error) - progress(a.error));
	const reported = failureFor(path, furthest?.error);
	if (attempts.length < 2) return reported;
	const tried = attempts.map(({ bundle, error }) => ({
		label: bundle,
		value: error instanceof Error ? error.message : "unreadable"
	}));
	return {
		...reported,
		evidence: [...reported.evidence ?? [], ...tried]
	};
}
function progress(error) {
	return error instanceof VerificationError ? VERIFICATION_CODES.indexOf(error.code) : -1;
}
function failureFor(path, error) {
	if (error instanceof VerificationError) return failure(`verify.${error.code}`, path, error.message, error);
	const isFileError = error instanceof Error && "code" in error && "syscall" in error;
	const known = asKnownError(error);
	if (known.kind === "internal" && !isFileError) throw known;
	return failure("verify.unreadable", path, isFileError ? `it can't be read (${String(error.code)})` : known.message);
}
function failure(ruleId, item, reason, { expected, found } = {}, kind = "policy") {
	const pair = [...expected === void 0 ? [] : [{
		label: "Expected",
		value: expected
	}], ...found === void 0 ? [] : [{
		label: "Found",
		value: found
	}]];
	const compared = (ruleId === "verify.digest-mismatch" ? [] : pair).map(({ label, value }) => `${label.toLowerCase()} ${value}`).join(", ");
	return {
		item,
		ruleId,
		kind,
		message: `${item} is not verified: ${reason}${compared === "" ? "" : ` (${compared})`}`.replace(/\s+/g, " "),
		hint: REMEDIATION[ruleId],
		...ruleId === "verify.nothing-to-verify" ? {} : { location: { path: item } },
		...pair.length === 0 ? {} : { evidence: pair }
	};
}
function missingFailures(targets) {
	const items = [...targets.unmatched, ...targets.unreadable.map(({ path, reason }) => ({
		item: path === "" ? "." : path,
		reason: `the folder can't be listed: ${reason}`
	}))];
	return [...(targets.files.length + targets.skipped.length + items.length === 0 ? [{
		item: "files",
		reason: "everything is excluded or a bundle"
	}] : items).map(({ item, reason }) => failure("verify.nothing-to-verify", item, reason, {}, "usage")), ...targets.skipped.map(({ item, reason }) => failure("verify.unreadable", item, reason))];
}

// packages/signing/src/verify/notices.ts
function rootNotices(signer) {
	if (signer.kind === "key") return [];
	const { logs, certificateLogs } = signer.root;
	return [...logs.length === 0 ? ["transparency log"] : [], ...certificateLogs.length === 0 ? ["certificate log"] : []].map((kind) => `The trusted root names no ${kind}: none was asked for.`);
}
function attestationNotices(types) {
	return [...new Set(types)].sort().map((type) => {
		const amount = types.filter((other) => other === type).length;
		return `${amount === 1 ? "1 file is" : `${amount} files are`} vouched for by attestations of type ${type}: what those say was not judged, only who said it.`;
	});
}

// packages/signing/src/verify/trust-files.ts
const MAX_TRUST_BYTES = 8388608;
async function readTrustedRoot(context, path) {
	return isOfOutsideChange(context, path) ? parseTrustedRoot(await readFromBase(context, path, "trusted-root"), path) : await loadTrustedRoot(path, context.root);
}
async function readTrustedKey(context, reference) {
	if (!reference.includes("-----BEGIN ") && !reference.includes("://") && isOfOutsideChange(context, reference)) {
		const bytes = await readFromBase(context, reference, "key");
		return parsePublicKey(new TextDecoder().decode(bytes), reference);
	}
	const { text, source } = await readKeyText(context, reference, "key");
	return parsePublicKey(text, source);
}
function isOfOutsideChange({ event, root }, path) {
	return comesFromOutside(event) && isInside(root, resolve(root, path));
}
async function readFromBase({ settings }, path, input) {
	const bytes = await settings.read(path, {
		named: true,
		maxBytes: MAX_TRUST_BYTES
	});
	if (bytes !== void 0) return Buffer.from(bytes);
	throw new UsageError(`\`${input}\` is ${path}, and the branch that the change wants to go to has no such file`, { hint: "A change from outside does not bring what it is verified against: commit the file to the base branch first, or give one that lies outside of the checkout." });
}

// packages/signing/src/verify/signer-policy.ts
async function signerPolicy(context, options) {
	const { key, certificateIdentity, certificateIdentityPattern, certificateOidcIssuer } = options;
	const identities = [certificateIdentity, certificateIdentityPattern].filter(isGiven);
	if (key !== void 0 && (identities.length > 0 || certificateOidcIssuer !== void 0)) throw new UsageError("`key` is given together with a certificate identity", { hint: "Files are signed either with a key or by an identity: verify each kind in a run of its own." });
	if (key !== void 0) {
		const base = {
			kind: "key",
			key: await readTrustedKey(context, key)
		};
		return options.trustedRoot === void 0 ? base : {
			...base,
			root: await readTrustedRoot(context, options.trustedRoot)
		};
	}
	if (identities.length !== 1) throw new UsageError(identities.length === 0 ? "Nothing says who must have signed" : "`certificate-identity` and `certificate-identity-regexp` are both given", { hint: "Give `key`, or one of `certificate-identity` and `certificate-identity-regexp` with `certificate-oidc-issuer`." });
	if (!isGiven(certificateOidcIssuer)) throw new UsageError("`certificate-identity` is given without `certificate-oidc-issuer`", { hint: "For GitHub Actions it is https://token.actions.githubusercontent.com." });
	if (options.trustedRoot === void 0) throw new UsageError("An identity can't be verified without `trusted-root`", { hint: "For Sigstore's public instance fetch it with `cosign trusted-root create --with-default-services --out trusted_root.json` (or `gh attestation trusted-root`), review it, and commit it. For a private instance its operator has one." });
	return {
		kind: "certificate",
		root: await readTrustedRoot(context, options.trustedRoot),
		identity: {
			issuer: certificateOidcIssuer,
			...certificateIdentity === void 0 ? { pattern: identityPattern(certificateIdentityPattern ?? "") } : { subject: certificateIdentity }
		}
	};
}
function isGiven(value) {
	return value !== void 0 && value !== "";
}

// packages/signing/src/verify/verify-file.ts
async function verifyFile({ root, signal }, finder, path, wanted, { bundle, bundleSuffix }) {
	const places = bundle === void 0 ? await finder.of(path) : [bundle];
	const artifact = fileArtifact(resolve(root, path), signal);
	const attempts = [];
	for (const place of places) for (const read of await bundlesAt(root, place, attempts)) try {
		const verified = await verifyBundle(read(), artifact, wanted);
		return {
			record: await recordFor(path, place, artifact, wanted, verified),
			verified
		};
	} catch (error) {
		signal.throwIfAborted();
		attempts.push({
			bundle: place,
			error
		});
	}
	if (attempts.length > 0) return { failure: failureOf(path, attempts) };
	const beside = bundleSuffixes(bundleSuffix).map((suffix) => `${path}${suffix}`);
	return { failure: noBundle(path, bundle ?? beside.join(" or ")) };
}
async function bundlesAt(root, place, attempts) {
	try {
		return await readBundles(root, place);
	} catch (error) {
		attempts.push({
			bundle: place,
			error
		});
		return [];
	}
}
async function recordFor(path, place, artifact, { signer }, verified) {
	const digests = await artifact.digests(["sha256"]);
	const by = signer.kind === "key" ? keySigner(signer.key) : {
		identity: verified.identity?.subject ?? "",
		issuer: verified.identity?.issuer ?? ""
	};
	return recordOf("verified", path, digests, by, place, {
		...verified,
		notes: [
			...verified.unchecked === 0 ? [] : ["Who made its log entries and timestamps was not checked: no trusted root was given."],
			...verified.ignoredEntries === 0 ? [] : ["It has log entries of logs that the trusted root does not name: they were ignored."],
			...verified.predicateType === void 0 ? [] : [`An attestation of type ${verified.predicateType}: what it says was not judged.`]
		]
	});
}

// packages/signing/src/verify/run-verify.ts
const CONCURRENCY = 8;
async function runVerify(context, options) {
	const signer = await signerPolicy(context, options);
	if (options.requireLog === true && signer.root === void 0) throw new UsageError("`require-log` is on without `trusted-root`", { hint: "Give the trusted root that names the log." });
	const targets = await findTargets(context.root, options.files, options.bundleSuffix);
	if (options.bundle !== void 0 && targets.files.length > 1) throw new UsageError(`\`bundle\` is for one file, and \`files\` names ${targets.files.length}`, { hint: "Leave `bundle` out: the bundle of each file is looked for beside it." });
	const { notices = [], ...checked } = result(targets, await verifyAll(context, targets.files, options, {
		signer,
		requireLog: options.requireLog
	}), options.bundleSuffix);
	return {
		...checked,
		notices: [...notices, ...rootNotices(signer)],
		verifyWith: verifyingVerification(options, signer, targets, checked.records)
	};
}
async function verifyAll(context, files, options, wanted) {
	const { signal, logger, progress } = context;
	const finder = bundleFinder(context.root, options.bundleSuffix);
	let done = 0;
	const results = await mapPool(files, CONCURRENCY, signal, async (path) => {
		try {
			const file = await verifyFile(context, finder, path, wanted, options);
			if ("record" in file) logger.info(`${path}: verified${by(file.record)}`);
			return file;
		} catch (error) {
			if (signal.aborted) return { stopped: path };
			throw error;
		} finally {
			done += 1;
			progress.update("Verifying", done, files.length);
		}
	});
	progress.finish();
	return [...results, ...files.slice(results.length).map((stopped) => ({ stopped }))];
}
function by({ signer }) {
	return signer.identity === void 0 ? "" : `, signed by ${signer.identity}`;
}
function result(targets, results, suffix) {
	const verified = results.flatMap((file) => "record" in file ? [file] : []);
	const failed = results.flatMap((file) => "failure" in file ? [file.failure] : []);
	const undone = results.flatMap((file) => "stopped" in file ? [file.stopped] : []);
	const unchecked = verified.filter((file) => file.verified.unchecked > 0);
	return {
		act: "verify",
		records: verified.map(({ record }) => record),
		failures: [
			...missingFailures(targets),
			...failed,
			...stoppedFailure("verify.unreadable", undone, "verified")
		],
		coverage: {
			inspected: {
				files: targets.files.length,
				verified: verified.length
			},
			skipped: [
				...targets.skipped,
				...targets.leftovers,
				...orphans(targets, suffix)
			],
			summary: summaryOf(verified.length, targets.files.length + targets.skipped.length)
		},
		notices: [...attestationNotices(verified.flatMap((file) => file.verified.predicateType ?? [])), ...unchecked.length === 0 ? [] : ["Log entries and timestamps were only checked to be about these signatures: give `trusted-root` to check who made them."]]
	};
}
function summaryOf(verified, all) {
	if (all === 0) return "There was no file to verify";
	if (all > 1) return `${verified} of ${all} files are unchanged and signed by the expected signer`;
	return verified === 1 ? "The file is unchanged and signed by the expected signer" : "The file was not verified";
}
function orphans({ bundles, files }, suffix) {
	const known = new Set(files);
	return bundles.filter((path) => !subjectsOf(path, suffix).some((subject) => known.has(subject))).map((item) => ({
		item,
		reason: "it is a bundle, and its file is not among those to verify"
	}));
}

export { runVerify };