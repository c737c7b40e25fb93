import { E as globMatcher, Q as UsageError, W as compareText, b as walkFiles, i as plural, j as isInside, m as closingQuote } from "./core.js";
import { n as require_dist$1, t as require_dist } from "./npm-sigstore-bundle.js";
import { t as require_dist$2 } from "./npm-sigstore-core.js";
import { t as require_dist$3 } from "./npm-sigstore-verify.js";
import { a as eddsa, i as ed25519, n as p384, r as p521, t as p256 } from "./npm-noble-curves.js";
import { t as xsalsa20poly1305 } from "./npm-noble-ciphers.js";
import { X509Certificate, constants, createHash, createPrivateKey, createPublicKey, privateEncrypt, publicDecrypt, scrypt, verify } from "node:crypto";
import { lstat, open, readFile, stat } from "node:fs/promises";
import { isAbsolute, posix, resolve } from "node:path";
import { constants as constants$2 } from "node:fs";

// packages/signing/src/act/stopped.ts
const MAX_NAMED = 100;
function stoppedFailure(ruleId, undone, participle) {
	if (undone.length === 0) return [];
	const more = undone.length > MAX_NAMED ? `, and ${undone.length - MAX_NAMED} more` : "";
	return [{
		item: undone[0] ?? "",
		ruleId,
		kind: "external",
		message: `${plural(undone.length, "file")} not ${participle}: the run was stopped before it was done.`,
		hint: "Run the step again: what is done already is found and kept.",
		evidence: [{
			label: `Not ${participle}`,
			value: `${undone.slice(0, MAX_NAMED).join(", ")}${more}`
		}]
	}];
}

// packages/signing/src/act/verify-with.ts
const THEIR_KEY = "cosign.pub";
const THEIR_ROOT = "trusted_root.json";
const MAX_LENGTH = 1e3;
const DEFAULT_SUFFIX = ".sigstore.json";
function signingVerification(options, { plan }, targets, records) {
	const [first] = records;
	if (first === void 0) return [];
	const { identity, issuer } = first.signer;
	const isKeyless = identity !== void 0 && issuer !== void 0;
	return commands(first, filesOf(targets, records), options.bundleSuffix, {
		who: isKeyless ? identityOptions(identity, issuer) : ["--key", publicKeyOf(options.key)],
		trustedRoot: options.trustedRoot ?? (isKeyless ? THEIR_ROOT : void 0),
		log: plan.logs.length === 0 ? "none" : "some",
		isForCosign: Object.keys(first.subject.digests).every((name) => name === "sha256")
	});
}
function placeholderNotices({ key, trustedRoot }, [first]) {
	const words = first?.command.split(" ") ?? [];
	const stands = (name, what) => words.includes(name) ? [`In the commands to verify with, \`${name}\` stands for ${what}.`] : [];
	return [...key?.endsWith(".key") === true ? [] : stands(THEIR_KEY, "the public half of the key"), ...trustedRoot === void 0 ? stands(THEIR_ROOT, "the trusted root of the services") : []];
}
function verifyingVerification(options, signer, targets, records) {
	const [first] = records;
	if (first === void 0) return [];
	const { key, certificateIdentity, certificateIdentityPattern, certificateOidcIssuer } = options;
	const who = key !== void 0 ? ["--key", isText(key) ? THEIR_KEY : key] : certificateIdentity !== void 0 ? identityOptions(certificateIdentity, certificateOidcIssuer ?? "") : [
		"--certificate-identity-regexp",
		certificateIdentityPattern ?? "",
		"--certificate-oidc-issuer",
		certificateOidcIssuer ?? ""
	];
	return commands(first, filesOf(targets, records), options.bundleSuffix, {
		who,
		trustedRoot: options.trustedRoot,
		log: first.logEntries.length === 0 ? "none" : "some",
		isForCosign: signer.kind === "certificate" || signer.key.algorithm.digest === "sha256"
	});
}
function filesOf({ files, matching }, records) {
	const names = records.map(({ subject }) => subject.name);
	const words = records.length === files.length ? matching : names;
	return words.join(" ").length > MAX_LENGTH ? names.slice(0, 1) : words;
}
function identityOptions(identity, issuer) {
	return [
		"--certificate-identity",
		identity,
		"--certificate-oidc-issuer",
		issuer
	];
}
function publicKeyOf(key) {
	return key?.endsWith(".key") === true ? key.replace(/\.key$/, ".pub") : THEIR_KEY;
}
function isText(key) {
	return key.includes("-----BEGIN ");
}
function commands({ subject, product = "" }, files, suffix, { who, trustedRoot, log, isForCosign }) {
	const root = trustedRoot === void 0 ? [] : ["--trusted-root", trustedRoot];
	const isKey = who[0] === "--key";
	const assay = [
		"assay",
		"verify",
		...who,
		...root,
		...isKey && log === "none" && root.length > 0 ? ["--no-require-log"] : [],
		...suffix === DEFAULT_SUFFIX ? [] : ["--bundle-suffix", suffix],
		"--",
		...files
	];
	const cosignWho = who.map((word, at) => who[at - 1] === "--certificate-identity-regexp" ? `^(?:${word})$` : word);
	const cosign = [
		"cosign",
		"verify-blob",
		"--bundle",
		cosignPath(product),
		...cosignOptions([...cosignWho, ...root]),
		...isKey && log === "none" ? ["--insecure-ignore-tlog"] : [],
		...!isKey && log === "none" ? ["--use-signed-timestamps", "--insecure-ignore-tlog"] : [],
		cosignPath(subject.name)
	];
	return [{
		tool: "assay",
		command: assay.map(shellWord).join(" ")
	}, ...isForCosign ? [{
		tool: "cosign",
		command: cosign.map(shellWord).join(" ")
	}] : []];
}
function cosignOptions(words) {
	return words.flatMap((word, at) => {
		if (at % 2 === 0) return words[at + 1]?.startsWith("-") === true ? [] : [word];
		return word.startsWith("-") ? [`${words[at - 1]}=${word}`] : [word];
	});
}
function cosignPath(path) {
	return path.startsWith("-") ? `./${path}` : path;
}
function shellWord(text) {
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

// packages/signing/src/targets/bundle-names.ts
const STANDARD = [".sigstore.json", ".sigstore"];
const LINES = ".sigstore.jsonl";
const KIND = /\.[A-Za-z0-9_-]+$/;
function bundleSuffixes(configured) {
	return [.../* @__PURE__ */ new Set([configured, ...STANDARD])];
}
function isBundleName(path, configured) {
	return path.endsWith(LINES) || bundleSuffixes(configured).some((suffix) => path.endsWith(suffix));
}
function holdsLines(path) {
	return path.endsWith(".jsonl");
}
function subjectsOf(bundle, configured) {
	const bases = [...bundleSuffixes(configured), LINES].filter((suffix) => bundle.endsWith(suffix)).map((suffix) => bundle.slice(0, -suffix.length));
	return [...new Set(bases.flatMap((base) => [base, base.replace(KIND, "")]))];
}

// packages/signing/src/targets/find-targets.ts
const GLOB_CHARACTERS = /[*?[\]{}()!]/;
async function findTargets(root, patterns, bundleSuffix) {
	const found = /* @__PURE__ */ new Set();
	const unmatched = [];
	const globs = /* @__PURE__ */ new Map();
	const matching = /* @__PURE__ */ new Set();
	const negative = patterns.filter((pattern) => pattern.startsWith("!"));
	for (const pattern of patterns) {
		if (pattern.startsWith("!")) continue;
		const path = relativePath(root, pattern);
		const there = await kindOf(resolve(root, path));
		if (there === "file" && LINE_BREAK.test(path)) unmatched.push({
			item: pattern,
			reason: BROKEN_NAME
		});
		else if (there === "file") {
			found.add(path);
			matching.add(pattern);
		} else if (there === "nothing" && GLOB_CHARACTERS.test(pattern)) globs.set(path, pattern);
		else {
			const isList = there === "nothing" && /\S\s+\S/.test(pattern);
			unmatched.push({
				item: pattern,
				reason: isList ? `${REASONS.nothing}; ${SPACES}` : REASONS[there]
			});
		}
	}
	const walked = await walk(root, [...globs.keys()]);
	const skipped = /* @__PURE__ */ new Map();
	for (const [glob, pattern] of globs) {
		const isHit = lineMatcher([glob]);
		const hits = walked.files.filter(isHit);
		const irregular = walked.irregular.filter(isHit);
		if (hits.length + irregular.length === 0) unmatched.push({
			item: glob,
			reason: noMatch(glob)
		});
		if (hits.length > 0) matching.add(pattern);
		for (const hit of hits) if (LINE_BREAK.test(hit)) skipped.set(hit, BROKEN_NAME);
		else found.add(hit);
		for (const path of irregular) skipped.set(path, await irregularReason(resolve(root, path)));
	}
	const isExcluded = negative.length === 0 ? () => false : lineMatcher(negative.map((glob) => glob.slice(1)));
	const kept = [...found].filter((path) => !isExcluded(path)).sort();
	const isBundle = (path) => isBundleName(path, bundleSuffix);
	return {
		files: kept.filter((path) => !isBundle(path) && !LEFTOVER.test(path)),
		matching: patterns.filter((pattern) => pattern.startsWith("!") || matching.has(pattern)),
		bundles: kept.filter(isBundle),
		unmatched,
		skipped: [...skipped].filter(([path]) => !isExcluded(path) && !isBundle(path)).sort(([a], [b]) => compareText(a, b)).map(([item, reason]) => ({
			item,
			reason
		})),
		leftovers: kept.filter((path) => LEFTOVER.test(path)).map((item) => ({
			item,
			reason: "a run that was killed left it: delete it"
		})),
		unreadable: walked.unreadable
	};
}
const SPACES = "it holds spaces, and patterns are separated by line breaks or commas";
const LEFTOVER = /(?:^|\/)\.assay-[0-9a-f]{16}\.tmp$/;
const LINE_BREAK = /[\r\n]/;
const BROKEN_NAME = "its name holds a line break";
function lineMatcher(globs) {
	const matches = globMatcher(globs);
	return (path) => matches(path.replaceAll(/[\r\n]/g, "_"));
}
function noMatch(glob) {
	return /\s/.test(glob) ? `no file matches; ${SPACES}` : "no file matches";
}
async function irregularReason(path) {
	return await kindOf(path) === "link" ? REASONS.link : REASONS.other;
}
const REASONS = {
	nothing: "there is no such file",
	folder: "it is a folder; write a pattern such as `folder/**`",
	link: "it is a symbolic link, and links are not followed",
	other: "it is no regular file"
};
async function kindOf(path) {
	const status = await lstat(path).catch(() => void 0);
	if (status === void 0) return "nothing";
	if (status.isFile()) return "file";
	if (status.isSymbolicLink()) return "link";
	return status.isDirectory() ? "folder" : "other";
}
function relativePath(root, pattern) {
	const absolute = resolve(root, pattern);
	if (!isInside(root, absolute)) throw new UsageError(`\`files\` holds ${pattern}, which leads out of the working directory`, { hint: "Bundles are written beside the files: set `working-directory` to a folder that holds both." });
	const path = isAbsolute(pattern) ? absolute.slice(root.length + 1) : posix.normalize(pattern);
	return path.startsWith("./") ? path.slice(2) : path;
}
async function walk(root, globs) {
	if (globs.length === 0) return {
		files: [],
		irregular: [],
		unreadable: []
	};
	const bases = globs.map((glob) => {
		const parts = glob.split("/");
		const first = parts.findIndex((part) => GLOB_CHARACTERS.test(part));
		return parts.slice(0, first === -1 ? parts.length - 1 : first).join("/");
	});
	return await walkFiles(root, (folder) => bases.some((base) => base === "" || `${folder}/`.startsWith(`${base}/`) || `${base}/`.startsWith(`${folder}/`)));
}

// packages/signing/src/targets/pool.ts
async function mapPool(items, limit, signal, work) {
	const results = [];
	const queue = items.entries();
	const worker = async () => {
		for (const [index, item] of queue) {
			if (signal.aborted) return;
			results.push({
				index,
				result: await work(item)
			});
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
	return results.sort((a, b) => a.index - b.index).map(({ result }) => result);
}

// packages/sigstore/src/error.ts
var import_dist$3 = require_dist();
const VERIFICATION_CODES = [
	"unreadable",
	"malformed-bundle",
	"wrong-key-material",
	"untrusted-timestamp",
	"untrusted-certificate",
	"log-entry-invalid",
	"invalid-signature",
	"digest-mismatch",
	"identity-mismatch"
];
var VerificationError = class extends Error {
	code;
	expected;
	found;
	constructor(code, message, detail = {}) {
		super(message, detail.cause === void 0 ? void 0 : { cause: detail.cause });
		this.name = "VerificationError";
		this.code = code;
		this.expected = detail.expected;
		this.found = detail.found;
	}
};
function logEntryInvalid(problem, expected, found) {
	return new VerificationError("log-entry-invalid", `the log entry does not hold: ${problem}`, {
		expected,
		found
	});
}

// packages/sigstore/src/bundle/log-entry.ts
const MAX_PROOF_HASHES = 64;
const MAX_CHECKPOINT_LINES = 110;
const LOG_ENTRY_FIELDS = [
	"logIndex",
	"logId",
	"kindVersion",
	"integratedTime",
	"inclusionPromise",
	"inclusionProof",
	"canonicalizedBody"
];
function checkLogEntry$1(entry, version, malformed) {
	entry.integer("logIndex", 0n);
	entry.integer("integratedTime", 0n);
	entry.object("logId", ["keyId"]).bytes("keyId");
	const kind = entry.object("kindVersion", ["kind", "version"]);
	kind.text("kind");
	kind.text("version");
	entry.bytes("canonicalizedBody");
	if (version === "0.1" && !entry.has("inclusionPromise")) malformed(`${entry.path}.inclusionPromise`, "is missing; 0.1 needs it");
	if (version !== "0.1" && !entry.has("inclusionProof")) malformed(`${entry.path}.inclusionProof`, `is missing; ${version} needs it`);
	if (entry.has("inclusionPromise")) entry.object("inclusionPromise", ["signedEntryTimestamp"]).bytes("signedEntryTimestamp");
	if (!entry.has("inclusionProof")) return;
	const proof = entry.object("inclusionProof", [
		"logIndex",
		"rootHash",
		"treeSize",
		"hashes",
		"checkpoint"
	]);
	const index = proof.integer("logIndex", 0n);
	const size = proof.integer("treeSize");
	if (index >= size) malformed(proof.path, `has the index ${index} in a tree of ${size}`);
	if (proof.bytes("rootHash").length !== 32) malformed(`${proof.path}.rootHash`, "is no SHA-256");
	for (const hash of proof.byteList("hashes", MAX_PROOF_HASHES)) if (hash.length !== 32) malformed(`${proof.path}.hashes`, "holds something else than SHA-256");
	if (proof.has("checkpoint")) {
		const checkpoint = proof.object("checkpoint", ["envelope"]);
		const lines = checkpoint.text("envelope").split("\n").length;
		if (lines > MAX_CHECKPOINT_LINES) malformed(checkpoint.path, `has ${lines} lines`);
	} else if (version !== "0.1") malformed(`${proof.path}.checkpoint`, "is missing");
}

// packages/sigstore/src/bundle/other-formats.ts
const FORMATS = [
	[["base64Signature"], "cosign's own bundle of before version 3"],
	[[
		"payload",
		"payloadType",
		"signatures"
	], "a DSSE envelope alone, without key and proofs"],
	[["_type", "predicateType"], "an in-toto statement, which nobody has signed"],
	[["attestations"], "an answer of GitHub's attestations API, which holds bundles"],
	[["SignedEntryTimestamp", "Payload"], "a log entry alone, as Rekor gives it"],
	[["signed", "signatures"], "TUF metadata"]
];
function otherFormat(json) {
	if (typeof json !== "object" || json === null || "mediaType" in json) return void 0;
	return FORMATS.find(([fields]) => fields.every((field) => Object.hasOwn(json, field)))?.[1];
}

// packages/sigstore/src/bundle/describe-value.ts
function describeValue(value) {
	if (value === void 0) return "nothing";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "an object";
	return typeof value === "string" ? `"${value.slice(0, 80)}"` : String(value);
}

// packages/sigstore/src/bundle/proto-json.ts
const MAX_INT64 = 2n ** 63n - 1n;
function protoReader(value, path, allowed, fail) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(path, "is no object");
	for (const name of Object.keys(value)) if (!allowed.includes(name)) fail(`${path}.${name.slice(0, 60)}`, `is no known field; there are ${allowed.join(", ")}`);
	const fields = new Map(Object.entries(value).filter(([, entry]) => entry !== null));
	const at = (name) => `${path}.${name}`;
	const required = (name) => fields.has(name) ? fields.get(name) : fail(at(name), "is missing");
	const list = (name, maximum) => {
		const found = fields.get(name) ?? [];
		if (!Array.isArray(found)) return fail(at(name), "is no list");
		if (found.length > maximum) return fail(at(name), `has ${found.length} entries; at most ${maximum} are allowed`);
		return found;
	};
	return {
		path,
		present: [...fields.keys()],
		has: (name) => fields.has(name),
		text: (name) => {
			const found = required(name);
			return typeof found === "string" ? found : fail(at(name), "is no string");
		},
		integer: (name, fallback) => {
			if (!fields.has(name) && fallback !== void 0) return fallback;
			const found = required(name);
			const text = Number.isSafeInteger(found) ? String(found) : found;
			if (typeof text !== "string" || !/^(0|[1-9][0-9]{0,18})$/.test(text)) return fail(at(name), "is no decimal integer from 0");
			const integer = BigInt(text);
			return integer <= MAX_INT64 ? integer : fail(at(name), "is beyond 64 bits");
		},
		bytes: (name, maxBytes) => decode(required(name), at(name), maxBytes, fail),
		choice: (name, choices) => {
			const found = required(name);
			if (typeof found === "string" && choices.includes(found)) return found;
			return fail(at(name), `is ${describeValue(found)}; ${choices.join(", ")} are allowed`);
		},
		object: (name, keys) => protoReader(required(name), at(name), keys, fail),
		list: (name, maximum, keys) => list(name, maximum).map((entry, index) => protoReader(entry, `${at(name)}[${index}]`, keys, fail)),
		byteList: (name, maximum) => list(name, maximum).map((entry, index) => decode(entry, `${at(name)}[${index}]`, void 0, fail))
	};
}
function decode(value, path, maxBytes, fail) {
	if (typeof value !== "string" || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) return fail(path, "is no padded standard base64");
	const bytes = Buffer.from(value, "base64");
	if (bytes.length === 0) return fail(path, "is empty");
	if (bytes.subarray(bytes.length - (bytes.length % 3 || 3)).toString("base64") !== value.slice(-4)) return fail(path, "is no canonical base64");
	if (maxBytes !== void 0 && bytes.length > maxBytes) return fail(path, `has ${bytes.length} bytes; at most ${maxBytes} are allowed`);
	return bytes;
}

// packages/sigstore/src/bundle/repeated-field.ts
function repeatedField(text) {
	const open = [];
	let [start, end] = [0, 0];
	for (let at = 0; at < text.length; at++) switch (text[at]) {
		case "\"":
			start = at;
			at = closingQuote(text, at);
			end = at + 1;
			break;
		case "{":
			open.push(/* @__PURE__ */ new Set());
			break;
		case "}":
			open.pop();
			break;
		case ":": {
			const field = JSON.parse(text.slice(start, end));
			const fields = open.at(-1);
			if (fields?.has(field) === true) return field;
			fields?.add(field);
		}
	}
}

// packages/sigstore/src/bundle/parse.ts
const MAX_LOG_ENTRIES = 32;
const MAX_TIMESTAMPS = 32;
const MAX_CERTIFICATES = 16;
const MAX_BUNDLE_BYTES = 33554432;
const BUNDLE_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
const VERSIONS = /* @__PURE__ */ new Map([
	["application/vnd.dev.sigstore.bundle+json;version=0.1", "0.1"],
	["application/vnd.dev.sigstore.bundle+json;version=0.2", "0.2"],
	["application/vnd.dev.sigstore.bundle+json;version=0.3", "0.3"],
	[BUNDLE_MEDIA_TYPE, "0.3"]
]);
const IN_TOTO_PAYLOAD_TYPE = "application/vnd.in-toto+json";
const MATERIAL_FIELDS = [
	"certificate",
	"x509CertificateChain",
	"publicKey",
	"tlogEntries",
	"timestampVerificationData"
];
const DIGEST_ALGORITHMS = [
	"SHA2_256",
	"SHA2_384",
	"SHA2_512"
];
const malformed$2 = (path, problem) => {
	throw new VerificationError("malformed-bundle", `${path} ${problem}`);
};
function parseBundle(bytes) {
	if (bytes.length > 33554432) malformed$2("bundle", `has ${bytes.length} bytes; at most ${MAX_BUNDLE_BYTES} are read`);
	let text = "";
	let json;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		json = JSON.parse(text);
	} catch {
		malformed$2("bundle", "is no JSON in UTF-8");
	}
	const twice = repeatedField(text);
	if (twice !== void 0) malformed$2("bundle", `gives the field "${twice.slice(0, 100)}" twice`);
	const other = otherFormat(json);
	if (other !== void 0) throw new VerificationError("malformed-bundle", `it is ${other}`, { expected: "a Sigstore bundle, as cosign 3 and `cosign sign-blob --new-bundle-format` write it" });
	const root = protoReader(json, "bundle", [
		"mediaType",
		"verificationMaterial",
		"messageSignature",
		"dsseEnvelope"
	], malformed$2);
	const mediaType = root.text("mediaType");
	const version = VERSIONS.get(mediaType);
	if (version === void 0) return malformed$2("bundle.mediaType", `is "${mediaType.slice(0, 100)}"; 0.1 to 0.3 are read`);
	checkMaterial(root, version);
	checkContent(root);
	try {
		return {
			bundle: (0, import_dist$3.bundleFromJSON)(json),
			version
		};
	} catch (cause) {
		throw new VerificationError("malformed-bundle", "bundle is incomplete for its version", { cause });
	}
}
function checkMaterial(root, version) {
	const material = root.object("verificationMaterial", MATERIAL_FIELDS);
	const forms = [
		"certificate",
		"x509CertificateChain",
		"publicKey"
	].filter((f) => material.has(f));
	if (forms.length !== 1) {
		const found = forms.join(" and ") || "none";
		malformed$2(material.path, `needs exactly one of certificate, x509CertificateChain and publicKey, and has ${found}`);
	}
	if (material.has("certificate")) material.object("certificate", ["rawBytes"]).bytes("rawBytes");
	if (material.has("publicKey")) {
		const key = material.object("publicKey", ["hint"]);
		if (key.has("hint")) key.text("hint");
	}
	if (material.has("x509CertificateChain")) {
		if (version === "0.3") malformed$2(`${material.path}.x509CertificateChain`, "is illegal in 0.3");
		const chain = material.object("x509CertificateChain", ["certificates"]);
		const certificates = chain.list("certificates", MAX_CERTIFICATES, ["rawBytes"]);
		if (certificates.length === 0) malformed$2(chain.path, "holds no certificate");
		for (const certificate of certificates) certificate.bytes("rawBytes");
	}
	for (const entry of material.list("tlogEntries", MAX_LOG_ENTRIES, LOG_ENTRY_FIELDS)) checkLogEntry$1(entry, version, malformed$2);
	if (material.has("timestampVerificationData")) {
		const data = material.object("timestampVerificationData", ["rfc3161Timestamps"]);
		for (const timestamp of data.list("rfc3161Timestamps", MAX_TIMESTAMPS, ["signedTimestamp"])) timestamp.bytes("signedTimestamp");
	}
}
function checkContent(root) {
	if (root.has("messageSignature") === root.has("dsseEnvelope")) {
		const found = root.has("dsseEnvelope") ? "both" : "neither";
		malformed$2(root.path, `needs one of messageSignature and dsseEnvelope, and has ${found}`);
	}
	if (root.has("messageSignature")) {
		const message = root.object("messageSignature", ["messageDigest", "signature"]);
		const digest = message.object("messageDigest", ["algorithm", "digest"]);
		digest.choice("algorithm", DIGEST_ALGORITHMS);
		digest.bytes("digest", 64);
		message.bytes("signature", 16384);
		return;
	}
	const envelope = root.object("dsseEnvelope", [
		"payload",
		"payloadType",
		"signatures"
	]);
	envelope.bytes("payload");
	envelope.choice("payloadType", [IN_TOTO_PAYLOAD_TYPE]);
	const signatures = envelope.list("signatures", 16, ["sig", "keyid"]);
	if (signatures.length !== 1) malformed$2(`${envelope.path}.signatures`, `needs exactly one entry, and has ${signatures.length}`);
	for (const signature of signatures) {
		signature.bytes("sig", 16384);
		if (signature.has("keyid")) checkKeyId(signature.text("keyid"), root, signature.path);
	}
}
function checkKeyId(keyid, root, path) {
	const material = root.object("verificationMaterial", MATERIAL_FIELDS);
	if (!material.has("publicKey")) return;
	const key = material.object("publicKey", ["hint"]);
	const hint = key.has("hint") ? key.text("hint") : "";
	if (keyid !== "" && hint !== "" && keyid !== hint) malformed$2(`${path}.keyid`, `is "${keyid.slice(0, 100)}", and the hint "${hint.slice(0, 100)}"`);
}

// packages/sigstore/src/keys/algorithm.ts
const CURVES$1 = /* @__PURE__ */ new Map([
	["prime256v1", ec("P-256", "PKIX_ECDSA_P256_SHA_256", "sha256")],
	["secp384r1", ec("P-384", "PKIX_ECDSA_P384_SHA_384", "sha384")],
	["secp521r1", ec("P-521", "PKIX_ECDSA_P521_SHA_512", "sha512")]
]);
const RSA_BITS = [
	2048,
	3072,
	4096
];
function ec(curve, keyDetails, digest) {
	return {
		kind: "ec",
		curve,
		keyDetails,
		digest
	};
}
function algorithmOf(key) {
	const details = key.asymmetricKeyDetails;
	switch (key.asymmetricKeyType) {
		case "ec": {
			const algorithm = CURVES$1.get(details?.namedCurve ?? "");
			if (algorithm !== void 0) return algorithm;
			throw unsupported(`an EC key on the curve ${details?.namedCurve ?? "(unnamed)"}`);
		}
		case "rsa": {
			const bits = details?.modulusLength ?? 0;
			if (!RSA_BITS.includes(bits)) throw unsupported(`an RSA key of ${bits} bits`);
			return {
				kind: "rsa",
				keyDetails: `PKIX_RSA_PKCS1V15_${bits}_SHA256`,
				digest: "sha256"
			};
		}
		case "ed25519": return {
			kind: "ed25519ph",
			keyDetails: "PKIX_ED25519_PH",
			digest: "sha512"
		};
		default: throw unsupported(`a key of type ${key.asymmetricKeyType ?? "unknown"}`);
	}
}
function unsupported(found) {
	return new UsageError(`Found ${found}; P-256, P-384, P-521, RSA of 2048, 3072 or 4096 bits, and Ed25519 are allowed`, { hint: "Make a new key with `cosign generate-key-pair`, which gives P-256." });
}

// packages/sigstore/src/keys/pem.ts
function pemBlocks(text) {
	const blocks = [];
	let label;
	let body = [];
	for (const raw of text.split("\n")) {
		const line = raw.trim();
		if (line.startsWith("-----BEGIN ") && line.endsWith("-----")) {
			label = line.slice(11, -5);
			body = [];
		} else if (label !== void 0 && line === `-----END ${label}-----`) {
			blocks.push({
				label,
				text: [
					`-----BEGIN ${label}-----`,
					...body,
					`-----END ${label}-----`,
					""
				].join("\n"),
				bytes: Buffer.from(body.filter((entry) => !entry.includes(":")).join(""), "base64")
			});
			label = void 0;
		} else if (label !== void 0) body.push(line);
	}
	return blocks;
}
function toPem(label, bytes) {
	const lines = Buffer.from(bytes).toString("base64").match(/.{1,64}/g) ?? [];
	return [
		`-----BEGIN ${label}-----`,
		...lines,
		`-----END ${label}-----`,
		""
	].join("\n");
}

// packages/sigstore/src/keys/pem-problem.ts
function noPemBlock(text, source, otherwise) {
	const [problem, hint] = causeOf(text) ?? ["", otherwise];
	return new UsageError(`${source} holds no PEM block${problem === "" ? "" : `: ${problem}`}`, { hint });
}
const STORE_WHOLE = "Store the file as it is, with its line breaks: `gh secret set NAME < FILE`.";
function causeOf(text) {
	const begin = /-----BEGIN [A-Z0-9 ]+-----/.exec(text)?.[0];
	if (begin === void 0) {
		const packed = text.replace(/\s+/g, "");
		return (/^[A-Za-z0-9+/]{40,}={0,2}$/.test(packed) ? Buffer.from(packed, "base64").toString("latin1") : "").startsWith("-----BEGIN ") ? ["it is one in Base64", "Decode it first, or store the PEM file itself as the secret."] : void 0;
	}
	if (text.includes("\\n")) return ["its line breaks stand there as the two characters `\\n`", STORE_WHOLE];
	if (!text.includes(begin.replace("BEGIN", "END"))) return [`it has the line "${begin}" and not the one that ends it`, STORE_WHOLE];
	return ["its lines are joined to one", STORE_WHOLE];
}

// packages/sigstore/src/keys/public-key.ts
function publicKeyFrom(key) {
	const spki = key.export({
		format: "der",
		type: "spki"
	});
	const hint = createHash("sha256").update(spki).digest("base64");
	return {
		key,
		algorithm: algorithmOf(key),
		spki,
		hint
	};
}
function publicKeyPem(key) {
	return toPem("PUBLIC KEY", key.spki);
}
function parsePublicKey(text, source) {
	const block = pemBlocks(text).find(({ label }) => label !== "EC PARAMETERS");
	if (block === void 0) throw noPemBlock(text, source, "Give the public key that belongs to the signing key, such as `cosign.pub`.");
	if (block.label.endsWith("PRIVATE KEY")) throw new UsageError(`${source} is a private key; verification takes the public key`, { hint: "Give `cosign.pub`, or make it with `openssl pkey -in KEY -pubout`." });
	if (block.label !== "PUBLIC KEY" && block.label !== "RSA PUBLIC KEY") throw new UsageError(`${source} holds a PEM block "${block.label}" instead of "PUBLIC KEY"`, { hint: "A certificate is verified by its identity and issuer, not as a key." });
	try {
		return publicKeyFrom(createPublicKey(block.text));
	} catch (cause) {
		if (cause instanceof UsageError) throw cause;
		throw new UsageError(`${source} is no readable public key`, { cause });
	}
}

// packages/sigstore/src/trust/trust-config.ts
const CLIENT_TRUST_CONFIG = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";
const MAX_TRUST_BYTES = 8388608;
function unwrapTrustConfig(bytes, part, source) {
	let json;
	try {
		json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (cause) {
		throw new UsageError(`${source} is no JSON in UTF-8`, { cause });
	}
	if (typeof json !== "object" || json === null) throw new UsageError(`${source} is no object`);
	const wrapper = json;
	return wrapper["mediaType"] === CLIENT_TRUST_CONFIG ? wrapper[part] : json;
}

// packages/sigstore/src/trust/log-identity.ts
var import_dist$2 = require_dist$2();
function logNames(baseUrl) {
	const text = baseUrl.includes("://") ? baseUrl : `https://${baseUrl}`;
	if (!URL.canParse(text)) return void 0;
	const { hostname } = new URL(text);
	if (hostname === "") return void 0;
	const port = /^[^/]*\/\/[^/?#]*:(\d{1,5})(?:[/?#]|$)/.exec(text)?.[1];
	return port === void 0 ? [hostname] : [hostname, `${hostname}:${port}`];
}
const NEWLINE = Buffer.from([10]);
const ED25519 = Buffer.from([1]);
const RSA = Buffer.concat([Buffer.from([255]), Buffer.from("PKIX-RSA-PKCS#1v1.5")]);
function noteKeyId(name, key) {
	const spki = key.export({
		format: "der",
		type: "spki"
	});
	switch (key.asymmetricKeyType) {
		case "ed25519": return sha256(Buffer.from(name), NEWLINE, ED25519, spki.subarray(-32));
		case "rsa": return sha256(Buffer.from(name), NEWLINE, RSA, spki);
		default: return sha256(spki);
	}
}
function keyHash(key) {
	return sha256(key.export({
		format: "der",
		type: "spki"
	}));
}
function sha256(...parts) {
	return createHash("sha256").update(Buffer.concat(parts)).digest();
}

// packages/sigstore/src/trust/trusted-root.ts
const MEDIA_TYPES = [
	"application/vnd.dev.sigstore.trustedroot+json;version=0.1",
	"application/vnd.dev.sigstore.trustedroot.v0.1+json",
	"application/vnd.dev.sigstore.trustedroot.v0.2+json"
];
const MAX_INSTANCES = 256;
const MAX_CHAIN = 16;
const CHECKPOINT_ID_BYTES = 4;
const LOG_ID_BYTES = 32;
const LOG_FIELDS = [
	"baseUrl",
	"hashAlgorithm",
	"publicKey",
	"logId",
	"checkpointKeyId",
	"operator"
];
const AUTHORITY_FIELDS = [
	"subject",
	"uri",
	"certChain",
	"validFor",
	"operator"
];
function covers(window, time) {
	return (window.start === void 0 || window.start <= time) && (window.end === void 0 || time <= window.end);
}
function parseTrustedRoot(bytes, source) {
	const fail = (path, problem) => {
		throw new UsageError(`${source}: ${path} ${problem}`, { hint: "Give a Sigstore trusted root, as `cosign trusted-root create` writes it." });
	};
	const json = unwrapTrustConfig(bytes, "trustedRoot", source);
	const root = protoReader(json, "trustedRoot", [
		"mediaType",
		"tlogs",
		"ctlogs",
		"certificateAuthorities",
		"timestampAuthorities"
	], fail);
	root.choice("mediaType", MEDIA_TYPES);
	const logs = (name) => root.list(name, MAX_INSTANCES, LOG_FIELDS).map((entry) => readLog(entry, name, fail));
	const authorities = (name) => root.list(name, MAX_INSTANCES, AUTHORITY_FIELDS).map((entry) => readAuthority(entry, fail));
	return {
		logs: logs("tlogs"),
		certificateLogs: logs("ctlogs"),
		certificateAuthorities: authorities("certificateAuthorities"),
		timestampAuthorities: authorities("timestampAuthorities")
	};
}
function readLog(entry, kind, fail) {
	if (entry.has("hashAlgorithm")) entry.choice("hashAlgorithm", ["SHA2_256"]);
	const publicKey = entry.object("publicKey", [
		"rawBytes",
		"keyDetails",
		"validFor"
	]);
	const window = publicKey.has("validFor") ? readWindow(publicKey.object("validFor", ["start", "end"]), fail) : void 0;
	const start = window?.start;
	if (start === void 0) return fail(`${publicKey.path}.validFor.start`, "is missing");
	const baseUrl = entry.text("baseUrl");
	const names = logNames(baseUrl) ?? fail(`${entry.path}.baseUrl`, `is "${baseUrl.slice(0, 200)}", no URL`);
	const key = readKey(publicKey, fail);
	const logId = readKeyId(entry, "logId", fail);
	const checkpointKeyId = readKeyId(entry, "checkpointKeyId", fail);
	const checkpointId = checkpointKeyId ?? logId;
	if (checkpointId === void 0) return fail(`${entry.path}.logId`, "is missing");
	const given = [logId, checkpointKeyId].flatMap((id) => id?.length === LOG_ID_BYTES ? [id] : []);
	const computed = kind === "tlogs" ? names.map((name) => noteKeyId(name, key)) : [];
	return {
		name: names[0] ?? baseUrl,
		baseUrl,
		names,
		ids: given.length > 0 ? given : [keyHash(key), ...computed],
		checkpointId: checkpointId.subarray(0, CHECKPOINT_ID_BYTES),
		key,
		window: {
			start,
			end: window?.end
		},
		operator: entry.has("operator") ? entry.text("operator") : ""
	};
}
function readKeyId(entry, name, fail) {
	if (!entry.has(name)) return void 0;
	const id = entry.object(name, ["keyId"]).bytes("keyId");
	if (id.length >= CHECKPOINT_ID_BYTES) return id;
	return fail(`${entry.path}.${name}`, `has ${id.length} bytes; at least ${CHECKPOINT_ID_BYTES}`);
}
function readKey(publicKey, fail) {
	const der = publicKey.bytes("rawBytes");
	for (const type of ["spki", "pkcs1"]) try {
		return createPublicKey({
			key: der,
			format: "der",
			type
		});
	} catch {}
	return fail(`${publicKey.path}.rawBytes`, "is no readable public key");
}
function readAuthority(entry, fail) {
	const chain = entry.object("certChain", ["certificates"]).list("certificates", MAX_CHAIN, ["rawBytes"]).map((certificate) => {
		try {
			return import_dist$2.X509Certificate.parse(certificate.bytes("rawBytes"));
		} catch {
			return fail(certificate.path, "is no readable certificate");
		}
	});
	if (chain.length === 0) fail(`${entry.path}.certChain`, "is empty");
	return {
		name: entry.has("uri") ? entry.text("uri") : "(unnamed)",
		chain,
		window: entry.has("validFor") ? readWindow(entry.object("validFor", ["start", "end"]), fail) : {
			start: void 0,
			end: void 0
		},
		operator: entry.has("operator") ? entry.text("operator") : ""
	};
}
function readWindow(window, fail) {
	const instant = (name) => {
		if (!window.has(name)) return void 0;
		const text = window.text(name);
		const date = new Date(text);
		if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(date.getTime())) return fail(`${window.path}.${name}`, `is "${text.slice(0, 60)}", no RFC 3339 instant`);
		return date;
	};
	return {
		start: instant("start"),
		end: instant("end")
	};
}

// packages/sigstore/src/trust/load.ts
async function loadTrustedRoot(path, folder = ".") {
	return parseTrustedRoot(await readTrustFile(path, folder, "trusted root"), path);
}
async function readTrustFile(path, folder, kind) {
	const absolute = resolve(folder, path);
	const status = await stat(absolute).catch(() => void 0);
	if (status === void 0 || !status.isFile()) throw new UsageError(`The ${kind} is ${path}, and no such file exists`);
	if (status.size > 8388608) throw new UsageError(`${path} has ${status.size} bytes; at most ${MAX_TRUST_BYTES} are read`);
	return await readFile(absolute);
}

// packages/sigstore/src/digest/read-file.ts
const SAFE_READ = constants$2.O_RDONLY | (constants$2.O_NOFOLLOW ?? 0) | (constants$2.O_NONBLOCK ?? 0);
async function readRegularFile(path, maxBytes) {
	const status = await lstat(path).catch((error) => {
		if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return void 0;
		throw error;
	});
	if (status === void 0) return { problem: "absent" };
	if (!status.isFile()) return { problem: "irregular" };
	const file = await open(path, SAFE_READ);
	try {
		const opened = await file.stat();
		if (!opened.isFile()) return { problem: "irregular" };
		if (opened.size > maxBytes) return {
			problem: "large",
			size: opened.size
		};
		const bytes = Buffer.alloc(opened.size);
		let filled = 0;
		while (filled < bytes.length) {
			const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, null);
			if (bytesRead === 0) break;
			filled += bytesRead;
		}
		return { bytes: bytes.subarray(0, filled) };
	} finally {
		await file.close();
	}
}
function hasCode(error, code) {
	return error instanceof Error && "code" in error && error.code === code;
}

// packages/sigstore/src/digest/file-digest.ts
const CHUNK_BYTES = 1048576;
async function digestFile(path, names, signal) {
	const hashes = new Map([...new Set(names)].map((name) => [name, createHash(name)]));
	const file = await open(path, SAFE_READ);
	try {
		if (!(await file.stat()).isFile()) throw new UsageError("It is no regular file");
		const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
		let size = 0;
		for (;;) {
			signal?.throwIfAborted();
			const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, null);
			if (bytesRead === 0) break;
			size += bytesRead;
			for (const hash of hashes.values()) hash.update(chunk.subarray(0, bytesRead));
		}
		return {
			size,
			digests: new Map([...hashes].map(([name, hash]) => [name, hash.digest()]))
		};
	} finally {
		await file.close();
	}
}

// packages/sigstore/src/verify/artifact.ts
const MAX_READ_BYTES = 268435456;
function fileArtifact(path, signal) {
	const known = /* @__PURE__ */ new Map();
	return {
		digests: async (names) => {
			const missing = names.filter((name) => !known.has(name));
			if (missing.length > 0) {
				const { digests } = await digestFile(path, [...missing, "sha256"], signal);
				for (const [name, digest] of digests) known.set(name, digest);
			}
			return known;
		},
		read: async () => {
			const read = await readRegularFile(path, MAX_READ_BYTES);
			if ("bytes" in read) return read.bytes;
			if (read.problem !== "large") throw new VerificationError("unreadable", "the file is gone, or no regular file any more");
			throw new VerificationError("unreadable", "a pure Ed25519 signature needs the whole file in memory", {
				expected: `at most ${MAX_READ_BYTES} bytes`,
				found: `${read.size} bytes`
			});
		}
	};
}

// packages/sigstore/src/verify/identity-policy.ts
const MAX_PATTERN = 1e3;
const MAX_SUBJECT = 2e3;
function identityPattern(source) {
	if (source.length > MAX_PATTERN) throw new UsageError(`The identity pattern has more than ${MAX_PATTERN} characters`);
	try {
		new RegExp(source, "u");
		return new RegExp(`^(?:${source})$`, "u");
	} catch (cause) {
		throw new UsageError(`The identity pattern is no regular expression: ${source}`, {
			hint: "Escape dots and slashes, or give the exact identity.",
			cause
		});
	}
}
function checkIdentity(found, policy) {
	if (found.issuer !== policy.issuer) throw mismatch("the OIDC issuer is another one", policy.issuer, found.issuer);
	if (policy.pattern === void 0 ? found.subject === policy.subject : found.subject.length <= MAX_SUBJECT && policy.pattern.test(found.subject)) return;
	throw mismatch("the identity is another one", policy.pattern?.source ?? policy.subject ?? "", found.subject);
}
function mismatch(message, expected, found) {
	return new VerificationError("identity-mismatch", message, {
		expected,
		found
	});
}

// packages/sigstore/src/verify/certificate.ts
const OID_KEY_USAGE = "2.5.29.15";
const OID_SUBJECT_ALT_NAME = "2.5.29.17";
const OID_BASIC_CONSTRAINTS = "2.5.29.19";
const OID_EXTENDED_KEY_USAGE = "2.5.29.37";
const OID_CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
const OID_TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const OID_ISSUER_V1 = "1.3.6.1.4.1.57264.1.1";
const OID_ISSUER_V2 = "1.3.6.1.4.1.57264.1.8";
const OID_OTHER_NAME = "1.3.6.1.4.1.57264.1.7";
const UNDERSTOOD = /* @__PURE__ */ new Set([
	OID_KEY_USAGE,
	OID_SUBJECT_ALT_NAME,
	OID_BASIC_CONSTRAINTS,
	OID_EXTENDED_KEY_USAGE,
	import_dist$2.EXTENSION_OID_SCT
]);
function parseCertificate(der) {
	try {
		const certificate = import_dist$2.X509Certificate.parse(Buffer.from(der));
		new X509Certificate(der);
		certificate.publicKey, certificate.issuer, certificate.extensions;
		certificate.notBefore.toISOString(), certificate.notAfter.toISOString();
		return certificate;
	} catch (cause) {
		throw new VerificationError("malformed-bundle", "the certificate is unreadable", { cause });
	}
}
function isRootCertificate(certificate) {
	return certificate.issuer.equals(certificate.subject);
}
function checkLeafProfile(certificate) {
	const problem = profileProblem(certificate);
	if (problem !== void 0) throw new VerificationError("untrusted-certificate", `the certificate ${problem}`);
}
function profileProblem(certificate) {
	try {
		if (certificate.version !== "v3") return "is not X.509 v3";
		if (certificate.extBasicConstraints?.isCA === true) return "is that of a CA";
		if (certificate.extKeyUsage?.digitalSignature !== true) return "is not for digital signatures";
		const usages = extendedKeyUsages(certificate);
		if (usages.length !== 1 || usages[0] !== OID_CODE_SIGNING) return `has the extended key usages ${usages.join(", ") || "(none)"} instead of code signing alone`;
		const oids = certificate.extensions.map((extension) => extension.subs[0]?.toOID() ?? "");
		if (new Set(oids).size !== oids.length) return "has an extension twice";
		const strange = oids.find((oid) => certificate.extension(oid)?.critical === true && !UNDERSTOOD.has(oid));
		return strange === void 0 ? void 0 : `has the unknown critical extension ${strange}`;
	} catch {
		return "has an unreadable extension";
	}
}
function isTimestampingLeaf(certificate) {
	try {
		const usages = extendedKeyUsages(certificate);
		return certificate.extBasicConstraints?.isCA !== true && usages.length === 1 && usages[0] === OID_TIME_STAMPING && certificate.extension(OID_EXTENDED_KEY_USAGE)?.critical === true;
	} catch {
		return false;
	}
}
function extendedKeyUsages(certificate) {
	return (certificate.extension(OID_EXTENDED_KEY_USAGE)?.valueObj.subs[0]?.subs ?? []).map((usage) => usage.toOID());
}
function certificateIdentity(certificate) {
	try {
		const names = certificate.extension(OID_SUBJECT_ALT_NAME)?.valueObj.subs[0]?.subs ?? [];
		const [name] = names;
		if (names.length !== 1 || name === void 0) throw new TypeError(`${names.length} subject alternative names`);
		const issuer = certificate.extension(OID_ISSUER_V2)?.valueObj.subs[0]?.value;
		const issuerV1 = certificate.extension(OID_ISSUER_V1)?.value;
		if (issuer !== void 0 && issuerV1 !== void 0 && utf8(issuer) !== utf8(issuerV1)) throw new TypeError(`the issuers ${utf8(issuer)} and ${utf8(issuerV1)}`);
		return {
			subject: nameText(name),
			issuer: utf8(issuer ?? issuerV1)
		};
	} catch (cause) {
		throw new VerificationError("untrusted-certificate", "the certificate does not say who asked for it", {
			cause,
			expected: "one subject alternative name (address, URI or Fulcio's user name), one issuer",
			found: cause instanceof Error ? cause.message : "something unreadable"
		});
	}
}
function nameText(name) {
	if (name.tag.isContextSpecific(1)) {
		const address = utf8(name.value);
		if (/^[^\s@:]+@[^\s@:/]+$/.test(address)) return address;
		throw new TypeError(`the address ${address}`);
	}
	if (name.tag.isContextSpecific(6)) {
		const uri = utf8(name.value);
		if (/^[a-z][a-z0-9+.-]*:/i.test(uri)) return uri;
		throw new TypeError(`the URI ${uri}`);
	}
	if (name.tag.isContextSpecific(0) && name.subs[0]?.toOID() === OID_OTHER_NAME) {
		const user = utf8(name.subs[1]?.subs[0]?.value);
		if (/^[^\s@:/!]+![^\s@/!]+$/.test(user)) return user;
		throw new TypeError(`the user name ${user}`);
	}
	throw new TypeError("a subject alternative name of another kind");
}
function utf8(bytes) {
	if (bytes === void 0 || bytes.length === 0) throw new TypeError("an empty name or issuer");
	return new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	}).decode(bytes);
}

// packages/sigstore/src/verify/checkpoint.ts
var import_dist$1 = require_dist$3();
const MAX_CHECKPOINT = 65536;
const SIGNATURE_PREFIX = "— ";
function openCheckpoint(envelope, log) {
	const split = envelope.indexOf("\n\n");
	if (envelope.length > MAX_CHECKPOINT || split < 0) return void 0;
	const signed = envelope.slice(0, split + 1);
	const lines = envelope.slice(split + 2).split("\n");
	if (lines.pop() !== "" || !lines.every((line) => line.startsWith(SIGNATURE_PREFIX))) return void 0;
	const [own] = lines.flatMap((line) => ownSignature(line, signed, log));
	if (own === void 0) return void 0;
	const [origin = "", size = "", root = ""] = signed.split("\n");
	const hash = Buffer.from(root, "base64");
	if (!isOriginOf(origin, own.name)) return void 0;
	if (!/^(0|[1-9][0-9]{0,18})$/.test(size) || hash.length !== 32) return void 0;
	return {
		origin,
		size: BigInt(size),
		root: hash,
		signed,
		...own
	};
}
function isOriginOf(origin, name) {
	return origin === name || origin.startsWith(`${name} - `) && /^[0-9]+$/.test(origin.slice(name.length + 3));
}
function ownSignature(line, signed, log) {
	const [name = "", encoded = "", ...rest] = line.slice(2).split(" ");
	if (!log.names.includes(name) || rest.length > 0) return [];
	const bytes = Buffer.from(encoded, "base64");
	if (bytes.toString("base64") !== encoded) return [];
	if (bytes.length < 5 || !bytes.subarray(0, 4).equals(log.checkpointId)) return [];
	const signature = bytes.subarray(4);
	return isValid(log.key, signed, signature) ? [{
		name,
		signature
	}] : [];
}
function isValid(key, signed, signature) {
	try {
		const digest = key.asymmetricKeyType === "ed25519" ? null : "sha256";
		return verify(digest, Buffer.from(signed, "utf8"), key, signature);
	} catch {
		return false;
	}
}

// packages/sigstore/src/verify/log-body.ts
function readLogBody(entry) {
	let body;
	try {
		body = JSON.parse(entry.canonicalizedBody.toString("utf8"));
	} catch {
		throw logEntryInvalid("its body is unreadable", "JSON", "something else");
	}
	const { kind, version } = entry.kindVersion;
	const [saidKind, saidVersion] = [member$2(body, "kind"), member$2(body, "apiVersion")];
	if (saidKind !== kind || saidVersion !== version) {
		const said = `${describeValue(saidKind)} ${describeValue(saidVersion)}`;
		throw logEntryInvalid("its body is of another kind", `"${kind}" "${version}"`, said);
	}
	const spec = member$2(body, "spec");
	switch (`${kind} ${version}`) {
		case "hashedrekord 0.0.1": return {
			verifier: fromPem(member$2(spec, "signature", "publicKey", "content")),
			signature: bytes(member$2(spec, "signature", "content"), "base64"),
			digest: bytes(member$2(spec, "data", "hash", "value"), "hex"),
			digestOf: "signed"
		};
		case "hashedrekord 0.0.2": {
			const record = member$2(spec, "hashedRekordV002");
			return {
				verifier: fromRaw(member$2(record, "signature", "verifier")),
				signature: bytes(member$2(record, "signature", "content"), "base64"),
				digest: bytes(member$2(record, "data", "digest"), "base64"),
				digestOf: "signed"
			};
		}
		case "dsse 0.0.1": return {
			verifier: fromPem(member$2(spec, "signatures", "0", "verifier")),
			signature: bytes(member$2(spec, "signatures", "0", "signature"), "base64"),
			digest: bytes(member$2(spec, "payloadHash", "value"), "hex"),
			digestOf: "payload"
		};
		case "intoto 0.0.2": {
			const signed = member$2(spec, "content", "envelope", "signatures", "0");
			const signature = bytes(member$2(signed, "sig"), "base64").toString("utf8");
			return {
				verifier: fromPem(member$2(signed, "publicKey")),
				signature: bytes(signature, "base64"),
				digest: bytes(member$2(spec, "content", "payloadHash", "value"), "hex"),
				digestOf: "payload"
			};
		}
		default: throw logEntryInvalid("it is of a kind that is not supported", "hashedrekord 0.0.1 or 0.0.2, dsse 0.0.1 or intoto 0.0.2", `${kind} ${version}`.slice(0, 100));
	}
}
function fromRaw(verifier) {
	const certificate = member$2(verifier, "x509Certificate", "rawBytes");
	const raw = certificate ?? member$2(verifier, "publicKey", "rawBytes");
	if (typeof raw !== "string") return void 0;
	return {
		der: Buffer.from(raw, "base64"),
		isCertificate: certificate !== void 0
	};
}
function fromPem(encoded) {
	const [block] = pemBlocks(bytes(encoded, "base64").toString("utf8"));
	if (block === void 0) return void 0;
	return {
		der: block.bytes,
		isCertificate: block.label === "CERTIFICATE"
	};
}
function bytes(value, encoding) {
	return Buffer.from(typeof value === "string" ? value : "", encoding);
}
function member$2(value, ...path) {
	let found = value;
	for (const name of path) {
		if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return void 0;
		found = found[name];
	}
	return found;
}

// packages/sigstore/src/verify/log-entry.ts
function logsOf(entry, logs) {
	return logs.filter(({ ids }) => ids.some((id) => id.equals(entry.logId.keyId)));
}
function knownEntries(entries, logs) {
	return entries.filter((entry) => logsOf(entry, logs).length > 0);
}
function unknownLog(entries, logs) {
	const known = logs.map(({ name, ids }) => `${name} (${ids[0]?.toString("hex")})`).join(", ");
	return logEntryInvalid("its log is not in the trusted root", known || "no log", entries.map((entry) => entry.logId.keyId.toString("hex")).join(", "));
}
function coreEntry(entry, logs) {
	const proof = entry.inclusionProof;
	const envelope = proof?.checkpoint?.envelope;
	if (proof === void 0 || envelope === void 0) return entry;
	for (const log of logsOf(entry, logs)) {
		const opened = openCheckpoint(envelope, log);
		if (opened === void 0) continue;
		const line = Buffer.concat([entry.logId.keyId.subarray(0, 4), opened.signature]);
		const checkpoint = { envelope: `${opened.signed}\n\u2014 ${opened.name} ${line.toString("base64")}\n` };
		return {
			...entry,
			inclusionProof: {
				...proof,
				checkpoint
			}
		};
	}
	return entry;
}
function checkLogEntry(entry, logs, verifier, times) {
	const known = logsOf(entry, logs);
	const [first] = known;
	if (first === void 0) throw unknownLog([entry], logs);
	const valid = known.filter(({ window }) => times.every((time) => covers(window, time)));
	if (valid.length === 0) {
		const { start, end } = first.window;
		throw logEntryInvalid("its log was not valid at the time of the signature", `a time from ${start.toISOString()} to ${end?.toISOString() ?? "now"}`, times.map((time) => time.toISOString()).join(", "));
	}
	checkProof(entry, valid);
	checkVerifier(readLogBody(entry), verifier);
}
function checkVerifier(body, verifier) {
	const named = body.verifier;
	if (named?.isCertificate === verifier.isCertificate && named.der.equals(verifier.der)) return;
	const kind = verifier.isCertificate ? "certificate" : "key";
	throw logEntryInvalid("it is for another signer", `the bundle's own ${kind}`, named === void 0 ? "none" : `another ${named.isCertificate ? "certificate" : "key"}`);
}
function checkProof(entry, logs) {
	const proof = entry.inclusionProof;
	const envelope = proof?.checkpoint?.envelope;
	if (proof === void 0 || envelope === void 0) return;
	const [checkpoint] = logs.flatMap((log) => openCheckpoint(envelope, log) ?? []);
	if (checkpoint === void 0) {
		const [origin = ""] = envelope.split("\n", 1);
		throw logEntryInvalid("its checkpoint is not that of its log", `one of ${logs.flatMap(({ names }) => names).join(" or ")}, signed by it`, `one of ${origin.slice(0, 100) || "(nobody)"}`);
	}
	if (!checkpoint.root.equals(proof.rootHash) || checkpoint.size !== BigInt(proof.treeSize)) throw logEntryInvalid("its proof is for another tree than its checkpoint", `${checkpoint.size} entries with the root ${checkpoint.root.toString("hex")}`, `${proof.treeSize} entries with the root ${proof.rootHash.toString("hex")}`);
	if (isV2(entry) && entry.logIndex !== proof.logIndex) throw logEntryInvalid("its proof is for another entry", entry.logIndex, proof.logIndex);
}
function isV2(entry) {
	return entry.kindVersion.version === "0.0.2" && entry.kindVersion.kind === "hashedrekord";
}

// packages/sigstore/src/verify/timestamp.ts
const SEQUENCE = 48;
const GRANTED = [0n, 1n];
const MAX_TOKEN_CERTIFICATES = 16;
function parseTimestamp(der) {
	try {
		const timestamp = import_dist$2.RFC3161Timestamp.parse(Buffer.from(der));
		if (der[0] !== SEQUENCE) throw new TypeError("no sequence");
		if (!GRANTED.includes(timestamp.status)) throw new TypeError(`status ${timestamp.status}`);
		if (signerInfos(timestamp) !== 1) throw new TypeError("several signers");
		if (timestamp.tstInfo.messageImprintHashAlgorithm === void 0) throw new TypeError("weak hash");
		if (Number.isNaN(timestamp.signingTime.getTime())) throw new TypeError("no time");
		return timestamp;
	} catch (cause) {
		throw new VerificationError("untrusted-timestamp", "the signed timestamp is malformed, not granted, or over a weak hash", { cause });
	}
}
function signersOf(authorities, timestamps) {
	const embedded = timestamps.flatMap((timestamp) => embeddedSigner(timestamp));
	return authorities.flatMap((authority) => {
		const [first] = authority.chain;
		if (first === void 0) return [];
		if (!first.isCA) {
			const other = embedded.some((leaf) => isSameName(leaf, first) && !leaf.equals(first));
			return isTimestampingLeaf(first) && !other ? [authority] : [];
		}
		return embedded.filter(isTimestampingLeaf).map((leaf) => ({
			...authority,
			chain: [leaf, ...authority.chain]
		}));
	});
}
function signedData(timestamp) {
	return (timestamp.root.subs[1]?.subs.find((part) => part.tag.isContextSpecific(0)))?.subs[0];
}
function signerInfos(timestamp) {
	return signedData(timestamp)?.subs.at(-1)?.subs.length ?? 0;
}
function isSameName(a, b) {
	return a.issuer.equals(b.issuer) && a.serialNumber.equals(b.serialNumber);
}
function embeddedSigner(timestamp) {
	const certificates = signedData(timestamp)?.subs.find((part) => part.tag.isContextSpecific(0));
	if (certificates === void 0 || certificates.subs.length === 0) return [];
	const signers = certificates.subs.slice(0, MAX_TOKEN_CERTIFICATES).flatMap((entry) => {
		try {
			const certificate = import_dist$2.X509Certificate.parse(Buffer.from(entry.toDER()));
			return certificate.serialNumber.equals(timestamp.signerSerialNumber) && certificate.issuer.equals(timestamp.signerIssuer) ? [certificate] : [];
		} catch {
			return [];
		}
	});
	if (signers.length > 0) return signers;
	throw new VerificationError("untrusted-timestamp", "the signed timestamp holds certificates and not that of its signer");
}

// packages/sigstore/src/verify/trust-material.ts
const EARLIEST = /* @__PURE__ */ new Date(-864e13);
const LATEST = /* @__PURE__ */ new Date(864e13);
function trustMaterial(root, timestampSigners, key) {
	return {
		certificateAuthorities: root.certificateAuthorities.map(authority),
		timestampAuthorities: timestampSigners.map(authority),
		tlogs: root.logs.flatMap(log),
		ctlogs: root.certificateLogs.flatMap(log),
		publicKey: () => {
			if (key === void 0) throw new TypeError("no key is trusted");
			return {
				publicKey: key,
				validFor: () => true
			};
		}
	};
}
function authority({ chain, window }) {
	return {
		certChain: [...chain],
		validFor: range(window)
	};
}
function log({ ids, names, key, window }) {
	const baseURL = names.at(-1) ?? "";
	return ids.map((logID) => ({
		logID,
		baseURL,
		publicKey: key,
		validFor: range(window)
	}));
}
function range({ start, end }) {
	return {
		start: start ?? EARLIEST,
		end: end ?? LATEST
	};
}

// packages/sigstore/src/verify/core-verifier.ts
const NO_ROOT = {
	logs: [],
	certificateLogs: [],
	certificateAuthorities: [],
	timestampAuthorities: []
};
function runCore(parts, signer, needsLog) {
	const root = signer.root ?? NO_ROOT;
	const key = signer.kind === "key" ? signer.key.key : void 0;
	const isKeyless = signer.kind === "certificate";
	try {
		new import_dist$1.Verifier(trustMaterial(root, signersOf(root.timestampAuthorities, parts.timestamps), key), {
			tlogThreshold: needsLog ? 1 : 0,
			ctlogThreshold: isKeyless && root.certificateLogs.length > 0 ? 1 : 0,
			timestampThreshold: isKeyless ? 1 : 0
		}).verify(entity(parts, root));
	} catch (cause) {
		if (cause instanceof VerificationError) throw cause;
		throw translated(cause, parts, signer, root);
	}
}
function entity({ content, leaf, hint, entries, timestamps }, { logs }) {
	return {
		signature: content,
		key: leaf === void 0 ? {
			$case: "public-key",
			hint
		} : {
			$case: "certificate",
			certificate: leaf
		},
		tlogEntries: entries.map((entry) => coreEntry(entry, logs)),
		timestamps: [...timestamps.map((timestamp) => ({
			$case: "timestamp-authority",
			timestamp
		})), ...entries.filter((entry) => entry.inclusionPromise !== void 0).map((tlogEntry) => ({
			$case: "transparency-log",
			tlogEntry
		}))]
	};
}
const CODES = /* @__PURE__ */ new Map([
	["TIMESTAMP_ERROR", "untrusted-timestamp"],
	["CERTIFICATE_ERROR", "untrusted-certificate"],
	["PUBLIC_KEY_ERROR", "untrusted-certificate"],
	["SIGNATURE_ERROR", "invalid-signature"]
]);
function translated(cause, parts, signer, root) {
	if (!(cause instanceof import_dist$1.VerificationError)) return new VerificationError("malformed-bundle", "the bundle's proof material is unreadable", { cause });
	const coreCode = cause.code;
	const code = CODES.get(coreCode) ?? (coreCode.startsWith("TLOG_") ? "log-entry-invalid" : "malformed-bundle");
	return new VerificationError(code, cause.message, {
		cause,
		...compared(code, parts, signer, root)
	});
}
function compared(code, { leaf, hint, entries, timestamps }, signer, root) {
	switch (code) {
		case "untrusted-timestamp": return {
			expected: `a time of this signature, given by ${names(root.timestampAuthorities)} or a log's promise`,
			found: timesText(timestamps, entries)
		};
		case "untrusted-certificate": return {
			expected: `a certificate of ${names(root.certificateAuthorities)}, valid at the time of the signature and known to ${names(root.certificateLogs)}`,
			found: leaf === void 0 ? "a key" : certificateText(leaf)
		};
		case "log-entry-invalid": return {
			expected: `one entry for this signature, proven by ${names(root.logs)}`,
			found: `${entries.length} entries`
		};
		case "invalid-signature": return signer.kind === "key" ? {
			expected: `a signature of the key ${signer.key.hint}`,
			found: `one that names the key ${hint || "(none)"}`
		} : {};
		default: return {};
	}
}
function names(instances) {
	return instances.map(({ name }) => name).join(", ") || "(none in the trusted root)";
}
function timesText(timestamps, entries) {
	const stamped = timestamps.map((timestamp) => `a timestamp of ${timestamp.signingTime.toISOString()}`);
	const promises = entries.filter((entry) => entry.inclusionPromise !== void 0).map((entry) => `a log's promise with the time ${entry.integratedTime}`);
	return [...stamped, ...promises].join(", ") || "no time";
}
function certificateText(leaf) {
	const { issuer } = new X509Certificate(leaf.root.toDER());
	const [from, until] = [leaf.notBefore, leaf.notAfter].map((date) => date.toISOString());
	return `one of ${issuer.replaceAll("\n", ", ")}, valid from ${from} to ${until}`;
}

// packages/sigstore/src/keys/digest-signature.ts
var import_dist = require_dist$1();
const CURVES = {
	"P-256": p256,
	"P-384": p384,
	"P-521": p521
};
const DIGEST_INFO = {
	sha256: "3031300d060960864801650304020105000420",
	sha384: "3041300d060960864801650304020205000430",
	sha512: "3051300d060960864801650304020305000440"
};
const sha512 = Object.assign((message) => new Uint8Array(createHash("sha512").update(message).digest()), {
	outputLen: 64,
	blockLen: 128,
	canXOF: false,
	create: () => {
		throw new Error("not streamed");
	}
});
const ed25519phOverDigest = eddsa(ed25519.Point, sha512, {
	adjustScalarBytes: (bytes) => {
		bytes[0] = (bytes[0] ?? 0) & 248;
		bytes[31] = (bytes[31] ?? 0) & 127 | 64;
		return bytes;
	},
	domain: (data) => new Uint8Array(Buffer.concat([
		Buffer.from("SigEd25519 no Ed25519 collisions"),
		Buffer.from([1, 0]),
		data
	])),
	zip215: false
});
function signDigest(key, algorithm, digest) {
	switch (algorithm.kind) {
		case "ec": {
			const { curve, secret } = ecSecret(key, algorithm);
			return Buffer.from(curve.sign(digest, secret, {
				prehash: false,
				lowS: false,
				format: "der",
				extraEntropy: true
			}));
		}
		case "rsa": return privateEncrypt({
			key,
			padding: constants.RSA_PKCS1_PADDING
		}, digestInfo(algorithm.digest, digest));
		case "ed25519ph": return Buffer.from(ed25519phOverDigest.sign(digest, jwkBytes(key, "d")));
	}
}
function verifyDigest(key, kind, digestName, digest, signature) {
	try {
		switch (kind) {
			case "ec": {
				const curve = CURVES[String(key.export({ format: "jwk" }).crv)];
				const point = Buffer.concat([
					Buffer.from([4]),
					jwkBytes(key, "x"),
					jwkBytes(key, "y")
				]);
				return curve.verify(signature, digest, point, {
					prehash: false,
					lowS: false,
					format: "der"
				});
			}
			case "rsa": return publicDecrypt({
				key,
				padding: constants.RSA_PKCS1_PADDING
			}, signature).equals(digestInfo(digestName, digest));
			case "ed25519ph": return ed25519phOverDigest.verify(signature, digest, jwkBytes(key, "x"));
		}
	} catch {
		return false;
	}
}
function digestInfo(name, digest) {
	return Buffer.concat([Buffer.from(DIGEST_INFO[name], "hex"), digest]);
}
function ecSecret(key, algorithm) {
	return {
		curve: CURVES[algorithm.curve ?? "P-256"],
		secret: jwkBytes(key, "d")
	};
}
function jwkBytes(key, field) {
	return Buffer.from(key.export({ format: "jwk" })[field] ?? "", "base64url");
}

// packages/sigstore/src/verify/statement.ts
const TYPES = ["https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1"];
const MAX_SUBJECTS = 1024;
const MAX_DIGESTS = 32;
const HEX_LENGTH = {
	sha256: 64,
	sha384: 96,
	sha512: 128
};
function parseStatement(payload) {
	let json;
	try {
		json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
	} catch {
		throw malformed$1("is no JSON in UTF-8");
	}
	const type = member$1(json, "_type");
	if (typeof type !== "string" || !TYPES.includes(type)) throw malformed$1("has an unknown `_type`");
	const predicateType = member$1(json, "predicateType");
	if (typeof predicateType !== "string" || predicateType === "") throw malformed$1("has no `predicateType`");
	const subjects = member$1(json, "subject");
	if (!Array.isArray(subjects) || subjects.length === 0) throw malformed$1("has no subject");
	if (subjects.length > MAX_SUBJECTS) throw malformed$1(`has ${subjects.length} subjects; at most ${MAX_SUBJECTS} are allowed`);
	return {
		predicateType,
		subjects: subjects.map((subject) => digestsOf(subject))
	};
}
function digestsOf(subject) {
	const set = member$1(subject, "digest");
	if (typeof set !== "object" || set === null) throw malformed$1("has a subject without `digest`");
	const entries = Object.entries(set);
	if (entries.length === 0 || entries.length > MAX_DIGESTS) throw malformed$1(`has a subject with ${entries.length} digests`);
	const known = /* @__PURE__ */ new Map();
	for (const [name, value] of entries) {
		if (name !== "sha256" && name !== "sha384" && name !== "sha512") continue;
		if (typeof value !== "string" || value.length !== HEX_LENGTH[name] || !/^[0-9a-f]+$/.test(value)) throw malformed$1(`has a subject whose ${name} is no lower-case hex digest`);
		known.set(name, value);
	}
	return known;
}
function hasSubject(statement, digests) {
	return statement.subjects.some((subject) => subject.size > 0 && [...subject].every(([name, hex]) => digests.get(name)?.toString("hex") === hex));
}
function member$1(value, name) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
function malformed$1(problem) {
	return new VerificationError("malformed-bundle", `the statement ${problem}`);
}

// packages/sigstore/src/verify/signed-content.ts
const DIGEST_NAMES = /* @__PURE__ */ new Map([
	[import_dist.HashAlgorithm.SHA2_256, "sha256"],
	[import_dist.HashAlgorithm.SHA2_384, "sha384"],
	[import_dist.HashAlgorithm.SHA2_512, "sha512"]
]);
const NAME_BY_LENGTH = /* @__PURE__ */ new Map([
	[32, "sha256"],
	[48, "sha384"],
	[64, "sha512"]
]);
async function signedContent(bundle, artifact, key) {
	const { content } = bundle;
	if (content.$case === "messageSignature") return {
		core: await messageContent(content.messageSignature, artifact, key),
		predicateType: void 0
	};
	return await envelopeContent(content.dsseEnvelope, artifact);
}
async function messageContent({ messageDigest, signature }, artifact, key) {
	const name = DIGEST_NAMES.get(messageDigest.algorithm) ?? "sha256";
	const digest = (await artifact.digests([name])).get(name);
	if (digest === void 0 || !digest.equals(messageDigest.digest)) throw new VerificationError("digest-mismatch", "its content is not what was signed", {
		expected: `${name}:${messageDigest.digest.toString("hex")}`,
		found: `${name}:${digest?.toString("hex") ?? "unknown"}`
	});
	const algorithm = algorithmOf(key);
	const isSigned = algorithm.kind === "ed25519ph" ? await isSignedByEd25519(key, signature, artifact) : isAllowed(algorithm, name) && verifyDigest(key, algorithm.kind, name, digest, signature);
	return {
		signature,
		compareSignature: (other) => other.equals(signature),
		compareDigest: (other) => other.equals(digest),
		compareSignedDigest: (other) => other.equals(digest),
		verifySignature: (other) => isSigned && other.equals(key)
	};
}
async function isSignedByEd25519(key, signature, artifact) {
	const sha512 = (await artifact.digests(["sha512"])).get("sha512");
	if (sha512 !== void 0 && verifyDigest(key, "ed25519ph", "sha512", sha512, signature)) return true;
	const message = signature.length === 64 ? await artifact.read() : void 0;
	return message !== void 0 && verify(null, message, key, signature);
}
function isAllowed(algorithm, name) {
	return name === algorithm.digest || algorithm.kind === "ec" && name === "sha256";
}
async function envelopeContent(envelope, artifact) {
	const statement = parseStatement(envelope.payload);
	const names = [...new Set(statement.subjects.flatMap((subject) => [...subject.keys()]))].sort();
	const digests = await artifact.digests(names.length === 0 ? ["sha256"] : names);
	if (!hasSubject(statement, digests)) throw new VerificationError("digest-mismatch", "the attestation is about other files", {
		expected: subjectsText(statement),
		found: [...digests].map(([name, digest]) => `${name}:${digest.toString("hex")}`).join(", ")
	});
	const signature = envelope.signatures[0]?.sig ?? Buffer.alloc(0);
	const signed = import_dist$2.dsse.preAuthEncoding(envelope.payloadType, envelope.payload);
	const hash = (name, bytes) => createHash(name).update(bytes).digest();
	const equals = (bytes, other) => {
		const name = NAME_BY_LENGTH.get(other.length);
		return name !== void 0 && hash(name, bytes).equals(other);
	};
	return {
		core: {
			signature,
			compareSignature: (other) => other.equals(signature),
			compareDigest: (other) => equals(envelope.payload, other),
			compareSignedDigest: (other) => equals(signed, other),
			verifySignature: (key) => {
				const algorithm = algorithmOf(key);
				const over = (name) => verifyDigest(key, algorithm.kind, name, hash(name, signed), signature);
				if (algorithm.kind === "ed25519ph") return verify(null, signed, key, signature) || over("sha512");
				return over(algorithm.digest) || algorithm.kind === "ec" && over("sha256");
			}
		},
		predicateType: statement.predicateType
	};
}
const MAX_SUBJECTS_NAMED = 3;
function subjectsText({ subjects }) {
	const named = subjects.slice(0, MAX_SUBJECTS_NAMED).map((subject) => {
		const [first] = subject;
		return first === void 0 ? "an unknown kind of digest" : `${first[0]}:${first[1]}`;
	});
	const more = subjects.length - named.length;
	return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// packages/sigstore/src/verify/times.ts
function timestampsOf(bundle) {
	return (bundle.verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? []).map((entry) => parseTimestamp(entry.signedTimestamp));
}
function timesOf(timestamps, entries) {
	return [...timestamps.map((timestamp) => ({
		at: timestamp.signingTime,
		source: "timestamp authority"
	})), ...entries.filter((entry) => entry.inclusionPromise !== void 0).map((entry) => ({
		at: /* @__PURE__ */ new Date(Number(entry.integratedTime) * 1e3),
		source: "transparency log"
	}))];
}
function referenceOf(entry, logs) {
	const [log] = logsOf(entry, logs);
	return {
		log: log?.baseUrl ?? entry.logId.keyId.toString("hex"),
		index: entry.logIndex
	};
}

// packages/sigstore/src/verify/without-trusted-root.ts
function checkWithoutTrustedRoot(entries, timestamps, content, verifier) {
	for (const entry of entries) {
		const body = readLogBody(entry);
		checkVerifier(body, verifier);
		if (!content.compareSignature(body.signature)) throw logEntryInvalid("it is for another signature", "the bundle's own", "another");
		if (!(body.digestOf === "signed" ? content.compareSignedDigest(body.digest) : content.compareDigest(body.digest))) throw logEntryInvalid("it is for another content", "this one's digest", "another");
	}
	for (const timestamp of timestamps) try {
		timestamp.tstInfo.verify(content.signature);
	} catch (cause) {
		throw new VerificationError("untrusted-timestamp", "the signed timestamp is over another signature", {
			cause,
			expected: "the bundle's own",
			found: "another"
		});
	}
}

// packages/sigstore/src/verify/verify-bundle.ts
async function verifyBundle({ bundle }, artifact, { signer, requireLog }) {
	const leaf = signerCertificate(bundle, signer);
	if (leaf !== void 0) checkLeafProfile(leaf);
	const { core: content, predicateType } = await signedContent(bundle, artifact, signerKey(signer, leaf));
	const found = bundle.verificationMaterial.tlogEntries.map(withoutUnsignedProof);
	const timestamps = timestampsOf(bundle);
	const verifier = logVerifier(signer, leaf);
	const { root } = signer;
	if (root === void 0) checkWithoutTrustedRoot(found, timestamps, content, verifier);
	const entries = root === void 0 ? [] : knownEntries(found, root.logs);
	const parts = {
		content,
		leaf,
		hint: hintOf(bundle),
		entries,
		timestamps: root === void 0 ? [] : timestamps
	};
	const isOfUnknownLogs = root !== void 0 && entries.length === 0 && found.length > 0;
	const isNeeded = needsLog(signer, requireLog);
	runCore(parts, signer, isNeeded && !isOfUnknownLogs);
	if (isOfUnknownLogs && (isNeeded || requireLog !== false)) throw unknownLog(found, root.logs);
	const times = timesOf(parts.timestamps, entries);
	if (root !== void 0) {
		const instants = times.map(({ at }) => at);
		for (const entry of entries) checkLogEntry(entry, root.logs, verifier, instants);
	}
	const identity = leaf === void 0 ? void 0 : certificateIdentity(leaf);
	if (identity !== void 0 && signer.kind === "certificate" && signer.identity !== void 0) checkIdentity(identity, signer.identity);
	return {
		identity,
		times,
		logEntries: (root === void 0 ? found : entries).map((entry) => referenceOf(entry, root?.logs ?? [])),
		unchecked: root === void 0 ? found.length + timestamps.length : 0,
		ignoredEntries: root === void 0 ? 0 : found.length - entries.length,
		predicateType
	};
}
function needsLog(signer, requireLog) {
	const hasLogs = (signer.root?.logs.length ?? 0) > 0;
	return signer.kind === "certificate" ? hasLogs || requireLog === true : requireLog ?? hasLogs;
}
function signerCertificate(bundle, signer) {
	const { content } = bundle.verificationMaterial;
	const isKey = content.$case === "publicKey";
	if (isKey !== (signer.kind === "key")) throw new VerificationError("wrong-key-material", isKey ? "the bundle is signed with a key" : "the bundle is signed with a certificate", {
		expected: signer.kind === "key" ? "a signature of the given key" : "a certificate",
		found: isKey ? `key hint ${content.publicKey.hint || "(none)"}` : "a certificate"
	});
	return isKey ? void 0 : leafOf(bundle);
}
function leafOf(bundle) {
	const { content } = bundle.verificationMaterial;
	if (content.$case === "publicKey") throw new VerificationError("wrong-key-material", "the bundle is signed with a key");
	if (content.$case === "certificate") return parseCertificate(content.certificate.rawBytes);
	const [leaf = parseCertificate(Buffer.alloc(0)), ...others] = content.x509CertificateChain.certificates.map(({ rawBytes }) => parseCertificate(rawBytes));
	if (others.some(isRootCertificate)) throw new VerificationError("malformed-bundle", "its chain holds a root certificate", {
		expected: "the signer's certificate, and intermediate ones at most",
		found: "a certificate that is its own issuer"
	});
	return leaf;
}
function signerKey(signer, leaf) {
	if (signer.kind === "key") return signer.key.key;
	try {
		const key = createPublicKey({
			key: leaf?.publicKey ?? Buffer.alloc(0),
			format: "der",
			type: "spki"
		});
		algorithmOf(key);
		return key;
	} catch (cause) {
		const found = cause instanceof Error ? cause.message : "something unreadable";
		throw new VerificationError("untrusted-certificate", "the certificate's key is not usable", {
			cause,
			expected: "a key of Sigstore's algorithm table",
			found
		});
	}
}
function hintOf(bundle) {
	const { content } = bundle.verificationMaterial;
	return content.$case === "publicKey" ? content.publicKey.hint : "";
}
function withoutUnsignedProof(entry) {
	return entry.inclusionProof !== void 0 && entry.inclusionProof.checkpoint === void 0 ? {
		...entry,
		inclusionProof: void 0
	} : entry;
}
function logVerifier(signer, leaf) {
	if (leaf !== void 0) return {
		der: leaf.root.toDER(),
		isCertificate: true
	};
	return {
		der: signer.kind === "key" ? signer.key.spki : Buffer.alloc(0),
		isCertificate: false
	};
}

// packages/sigstore/src/keys/cosign-key.ts
const COSIGN_KEY_LABELS = ["ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY"];
const MAX_SCRYPT_MEMORY = 268435456;
const MAX_BOX_BYTES = 65536;
async function decryptCosignKey(body, password) {
	const box = parseBox(body);
	const key = await deriveKey(password, box);
	try {
		return Buffer.from(xsalsa20poly1305(key, box.nonce).decrypt(box.ciphertext));
	} catch (cause) {
		throw new UsageError(password === "" ? "The key is encrypted and the empty password does not open it" : "The password does not open the key", {
			hint: "Set `key-password` or COSIGN_PASSWORD to the password of this key file.",
			cause
		});
	} finally {
		key.fill(0);
	}
}
function parseBox(body) {
	let json;
	try {
		json = JSON.parse(Buffer.from(body).toString("utf8"));
	} catch (cause) {
		throw malformed("its body is no JSON", cause);
	}
	const kdf = member(json, "kdf");
	const params = member(kdf, "params");
	const cipher = member(json, "cipher");
	if (member(kdf, "name") !== "scrypt") throw malformed("its key derivation is not scrypt");
	if (member(cipher, "name") !== "nacl/secretbox") throw malformed("its cipher is not nacl/secretbox");
	const n = cost(params, "N", 1 << 20);
	const r = cost(params, "r", 64);
	const p = cost(params, "p", 16);
	if ((n & n - 1) !== 0 || n < 2) throw malformed(`its scrypt N is ${n}, no power of two`);
	if (128 * n * r > MAX_SCRYPT_MEMORY || n * r * p > 4194304) throw malformed(`its scrypt cost N=${n}, r=${r}, p=${p} is beyond 256 MiB or 8 times cosign's`);
	const nonce = bytesOf(cipher, "nonce");
	const ciphertext = bytesOf(json, "ciphertext");
	if (nonce.length !== 24) throw malformed(`its nonce has ${nonce.length} bytes instead of 24`);
	if (ciphertext.length < 17 || ciphertext.length > MAX_BOX_BYTES) throw malformed(`its ciphertext has ${ciphertext.length} bytes`);
	return {
		n,
		r,
		p,
		salt: bytesOf(kdf, "salt"),
		nonce,
		ciphertext
	};
}
function deriveKey(password, box) {
	const options = {
		N: box.n,
		r: box.r,
		p: box.p,
		maxmem: 335544320
	};
	return new Promise((resolve, reject) => {
		scrypt(password, box.salt, 32, options, (error, key) => error ? reject(error) : resolve(key));
	});
}
function member(value, name) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
function cost(value, name, maximum) {
	const found = member(value, name);
	if (typeof found === "number" && Number.isInteger(found) && found >= 1 && found <= maximum) return found;
	throw malformed(`its scrypt ${name} is ${describeValue(found)}; 1 to ${maximum} is allowed`);
}
function bytesOf(value, name) {
	const found = member(value, name);
	if (typeof found === "string" && /^[A-Za-z0-9+/]*={0,2}$/.test(found)) return Buffer.from(found, "base64");
	throw malformed(`its ${name} is no base64`);
}
function malformed(what, cause) {
	return new UsageError(`The encrypted key is malformed: ${what}`, {
		hint: "Make a new key with `cosign generate-key-pair`, or check that the file was copied whole.",
		cause
	});
}

// packages/sigstore/src/keys/derivation-cost.ts
const MAX_ITERATIONS = 10000000n;
const MAX_SCRYPT = 4n * 1024n * 1024n;
const OID_SCRYPT = "1.3.6.1.4.1.11591.4.11";
function checkDerivationCost(der, source) {
	const cost = parametersOf(der);
	const isScrypt = cost.oids.includes(OID_SCRYPT);
	const found = isScrypt ? cost.integers.slice(0, 3).reduce((product, factor) => product * factor, 1n) : cost.integers.reduce((most, count) => count > most ? count : most, 0n);
	const allowed = isScrypt ? MAX_SCRYPT : MAX_ITERATIONS;
	if (found <= allowed) return;
	throw new UsageError(`${source} asks for ${isScrypt ? "an scrypt cost (N·r·p) of" : "password iterations:"} ${found}; at most ${allowed} are allowed`, { hint: "Encrypt the key again with `openssl pkcs8 -topk8`." });
}
function parametersOf(der) {
	try {
		const algorithm = import_dist$2.ASN1Obj.parseBuffer(Buffer.from(der)).subs[0];
		return algorithm === void 0 ? {
			oids: [],
			integers: []
		} : collect(algorithm);
	} catch {
		return {
			oids: [],
			integers: []
		};
	}
}
function collect(object) {
	if (object.tag.isOID()) return {
		oids: [object.toOID()],
		integers: []
	};
	if (object.tag.isInteger()) return {
		oids: [],
		integers: [object.toInteger()]
	};
	const inner = object.tag.isOctetString() ? [] : object.subs.map(collect);
	return {
		oids: inner.flatMap(({ oids }) => oids),
		integers: inner.flatMap(({ integers }) => integers)
	};
}

// packages/sigstore/src/keys/private-key.ts
const PLAIN_LABELS = [
	"PRIVATE KEY",
	"EC PRIVATE KEY",
	"RSA PRIVATE KEY"
];
function signingKey(key) {
	const publicKey = publicKeyFrom(createPublicKey(key));
	return {
		publicKey,
		sign: (digest) => signDigest(key, publicKey.algorithm, digest)
	};
}
async function parsePrivateKey(text, password, source) {
	const block = pemBlocks(text).find(({ label }) => label !== "EC PARAMETERS");
	if (block === void 0) throw noPemBlock(text, source, "Give a key that `cosign generate-key-pair` or `openssl genpkey` wrote.");
	if (COSIGN_KEY_LABELS.includes(block.label)) return signingKey(innerKey(await decryptCosignKey(block.bytes, password ?? ""), source));
	const encrypted = block.label === "ENCRYPTED PRIVATE KEY" || block.text.includes("ENCRYPTED");
	if (!encrypted && !PLAIN_LABELS.includes(block.label)) throw new UsageError(`${source} holds a PEM block "${block.label}", which is no private key`, { hint: `Allowed are ${[
		...COSIGN_KEY_LABELS,
		"ENCRYPTED PRIVATE KEY",
		...PLAIN_LABELS
	].join(", ")}.` });
	if (encrypted) checkDerivationCost(block.bytes, source);
	try {
		return signingKey(createPrivateKey({
			key: encrypted ? text : block.text,
			format: "pem",
			...encrypted ? { passphrase: password ?? "" } : {}
		}));
	} catch (cause) {
		if (cause instanceof UsageError) throw cause;
		throw new UsageError(encrypted ? `The password does not open ${source}` : `${source} is no readable private key: its "${block.label}" block is malformed`, {
			cause,
			...encrypted ? { hint: "Set `key-password` or COSIGN_PASSWORD." } : {}
		});
	}
}
function innerKey(der, source) {
	for (const type of [
		"pkcs8",
		"sec1",
		"pkcs1"
	]) try {
		return createPrivateKey({
			key: der,
			format: "der",
			type
		});
	} catch {}
	throw new UsageError(`${source} opens, but holds no PKCS#8, SEC1 or PKCS#1 key`);
}

// packages/sigstore/src/keys/read-key.ts
const KEY_SERVICES = [
	"awskms",
	"azurekms",
	"gcpkms",
	"hashivault",
	"openbao",
	"k8s",
	"pkcs11",
	"github",
	"gitlab"
];
const MAX_KEY_BYTES = 1048576;
const MAY_BE_KEY = /^[\w+/=\s-]{40,}$/;
async function readKeyText(places, reference, input) {
	if (reference.includes("-----BEGIN ")) return {
		text: reference,
		source: `\`${input}\``
	};
	if (reference.startsWith("env://")) {
		const name = reference.slice(6);
		const text = places.environment[name];
		if (text === void 0 || text === "") throw new UsageError(`\`${input}\` is ${reference}, and the variable ${name} is not set`, { hint: "Pass it to the step with `env:`, from a secret." });
		return {
			text,
			source: reference
		};
	}
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(reference)?.[1];
	if (scheme !== void 0 && KEY_SERVICES.includes(scheme.toLowerCase())) throw new UsageError(`\`${input}\` is a key in a key service (${scheme}://)`, { hint: "Keys in key services are not used here. Sign keyless or with a key file, or let cosign sign (`cosign sign-blob --key ...`): its bundles are verified here with the public key, as `cosign public-key --key ...` prints it." });
	if (scheme !== void 0) throw new UsageError(`\`${input}\` has the scheme ${scheme}://, which is not supported`, { hint: "Give a path, `env://NAME`, or the PEM text itself." });
	const path = resolve(places.root, reference);
	const shown = MAY_BE_KEY.test(reference) ? "(not shown, for it may be a key itself)" : reference;
	const status = await stat(path).catch(() => void 0);
	if (status === void 0 || !status.isFile()) throw new UsageError(`\`${input}\` is ${shown}, and ${status === void 0 ? "no such file exists" : "that is no regular file"}`, { hint: "Give the path of a key file, relative to the working directory, or `env://NAME`." });
	if (status.size > MAX_KEY_BYTES) throw new UsageError(`${reference} has ${status.size} bytes; a key has at most ${MAX_KEY_BYTES}`);
	return {
		text: await readFile(path, "utf8"),
		source: reference
	};
}

// packages/signing/src/act/record.ts
function keySigner({ spki }) {
	return { keySha256: createHash("sha256").update(spki).digest("hex") };
}
function recordOf(act, name, digests, signer, product, { times, logEntries, notes }) {
	const [time] = times;
	return {
		act,
		subject: {
			name,
			digests: Object.fromEntries([...digests].map(([key, value]) => [key, value.toString("hex")]))
		},
		signer,
		...time === void 0 ? {} : { time: {
			at: time.at.toISOString(),
			source: time.source
		} },
		logEntries,
		product,
		...notes.length === 0 ? {} : { notes }
	};
}

export { parseBundle as A, isBundleName as B, unwrapTrustConfig as C, toPem as D, pemBlocks as E, VerificationError as F, stoppedFailure as G, placeholderNotices as H, mapPool as I, findTargets as L, LOG_ENTRY_FIELDS as M, checkLogEntry$1 as N, BUNDLE_MEDIA_TYPE as O, VERIFICATION_CODES as P, bundleSuffixes as R, parseTrustedRoot as S, publicKeyPem as T, signingVerification as U, subjectsOf as V, verifyingVerification as W, fileArtifact as _, signingKey as a, loadTrustedRoot as b, checkWithoutTrustedRoot as c, timestampsOf as d, signedContent as f, identityPattern as g, parseCertificate as h, parsePrivateKey as i, protoReader as j, MAX_BUNDLE_BYTES as k, referenceOf as l, checkLeafProfile as m, recordOf as n, leafOf as o, certificateIdentity as p, readKeyText as r, verifyBundle as s, keySigner as t, timesOf as u, digestFile as v, parsePublicKey as w, readTrustFile as x, readRegularFile as y, holdsLines as z };