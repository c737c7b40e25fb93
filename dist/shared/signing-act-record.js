import { Et as isInside, Gt as UsageError, Lt as compareText, St as globMatcher, _t as walkFiles, ht as closingQuote, ut as plural } from "./part-base.js";
import { n as require_dist$1, t as require_dist } from "./npm-sigstore-bundle.js";
import { t as require_dist$2 } from "./npm-sigstore-core.js";
import { t as require_dist$3 } from "./npm-sigstore-verify.js";
import { a as eddsa, i as ed25519, n as p384, r as p521, t as p256 } from "./npm-noble-curves.js";
import { t as xsalsa20poly1305 } from "./npm-noble-ciphers.js";
import { X509Certificate, constants, createHash, createPrivateKey, createPublicKey, privateEncrypt, publicDecrypt, scrypt, verify } from "node:crypto";
import { lstat, open, readFile, stat } from "node:fs/promises";
import { isAbsolute, posix, resolve } from "node:path";
import { constants as constants$2 } from "node:fs";
const MAX_NAMED = 100;
function stoppedFailure(e, t, n) {
	if (t.length === 0) return [];
	const r = t.length > MAX_NAMED ? `, and ${t.length - MAX_NAMED} more` : "";
	return [{
		item: t[0] ?? "",
		ruleId: e,
		kind: "external",
		message: `${plural(t.length, "file")} not ${n}: the run was stopped before it was done.`,
		hint: "Run the step again: what is done already is found and kept.",
		evidence: [{
			label: `Not ${n}`,
			value: `${t.slice(0, MAX_NAMED).join(", ")}${r}`
		}]
	}];
}
const THEIR_KEY = "cosign.pub";
const THEIR_ROOT = "trusted_root.json";
const MAX_LENGTH = 1e3;
const DEFAULT_SUFFIX = ".sigstore.json";
function signingVerification(e, { plan: t }, n, r) {
	const [i] = r;
	if (i === void 0) return [];
	const { identity: a, issuer: o } = i.signer;
	const s = a !== void 0 && o !== void 0;
	return commands(i, filesOf(n, r), e.bundleSuffix, {
		who: s ? identityOptions(a, o) : ["--key", publicKeyOf(e.key)],
		trustedRoot: e.trustedRoot ?? (s ? THEIR_ROOT : void 0),
		log: t.logs.length === 0 ? "none" : "some",
		isForCosign: Object.keys(i.subject.digests).every((e) => e === "sha256")
	});
}
function placeholderNotices({ key: e, trustedRoot: t }, [n]) {
	const r = n?.command.split(" ") ?? [];
	const i = (e, t) => r.includes(e) ? [`In the commands to verify with, \`${e}\` stands for ${t}.`] : [];
	return [...e?.endsWith(".key") === true ? [] : i(THEIR_KEY, "the public half of the key"), ...t === void 0 ? i(THEIR_ROOT, "the trusted root of the services") : []];
}
function verifyingVerification(e, t, n, r) {
	const [i] = r;
	if (i === void 0) return [];
	const { key: a, certificateIdentity: o, certificateIdentityPattern: s, certificateOidcIssuer: c } = e;
	const l = a !== void 0 ? ["--key", isText(a) ? THEIR_KEY : a] : o !== void 0 ? identityOptions(o, c ?? "") : [
		"--certificate-identity-regexp",
		s ?? "",
		"--certificate-oidc-issuer",
		c ?? ""
	];
	return commands(i, filesOf(n, r), e.bundleSuffix, {
		who: l,
		trustedRoot: e.trustedRoot,
		log: i.logEntries.length === 0 ? "none" : "some",
		isForCosign: t.kind === "certificate" || t.key.algorithm.digest === "sha256"
	});
}
function filesOf({ files: e, matching: t }, n) {
	const r = n.map(({ subject: e }) => e.name);
	const i = n.length === e.length ? t : r;
	return i.join(" ").length > MAX_LENGTH ? r.slice(0, 1) : i;
}
function identityOptions(e, t) {
	return [
		"--certificate-identity",
		e,
		"--certificate-oidc-issuer",
		t
	];
}
function publicKeyOf(e) {
	return e?.endsWith(".key") === true ? e.replace(/\.key$/, ".pub") : THEIR_KEY;
}
function isText(e) {
	return e.includes("-----BEGIN ");
}
function commands({ subject: e, product: t = "" }, n, r, { who: i, trustedRoot: a, log: o, isForCosign: s }) {
	const c = a === void 0 ? [] : ["--trusted-root", a];
	const l = i[0] === "--key";
	const u = [
		"assay",
		"verify",
		...i,
		...c,
		...l && o === "none" && c.length > 0 ? ["--no-require-log"] : [],
		...r === DEFAULT_SUFFIX ? [] : ["--bundle-suffix", r],
		"--",
		...n
	];
	const d = i.map((e, t) => i[t - 1] === "--certificate-identity-regexp" ? `^(?:${e})$` : e);
	const f = [
		"cosign",
		"verify-blob",
		"--bundle",
		cosignPath(t),
		...cosignOptions([...d, ...c]),
		...l && o === "none" ? ["--insecure-ignore-tlog"] : [],
		...!l && o === "none" ? ["--use-signed-timestamps", "--insecure-ignore-tlog"] : [],
		cosignPath(e.name)
	];
	return [{
		tool: "assay",
		command: u.map(shellWord).join(" ")
	}, ...s ? [{
		tool: "cosign",
		command: f.map(shellWord).join(" ")
	}] : []];
}
function cosignOptions(e) {
	return e.flatMap((t, n) => {
		if (n % 2 === 0) return e[n + 1]?.startsWith("-") === true ? [] : [t];
		return t.startsWith("-") ? [`${e[n - 1]}=${t}`] : [t];
	});
}
function cosignPath(e) {
	return e.startsWith("-") ? `./${e}` : e;
}
function shellWord(e) {
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(e) ? e : `'${e.replaceAll("'", "'\\''")}'`;
}
const STANDARD = [".sigstore.json", ".sigstore"];
const LINES = ".sigstore.jsonl";
const KIND = /\.[A-Za-z0-9_-]+$/;
function bundleSuffixes(e) {
	return [...new Set([e, ...STANDARD])];
}
function isBundleName(e, t) {
	return e.endsWith(LINES) || bundleSuffixes(t).some((t) => e.endsWith(t));
}
function holdsLines(e) {
	return e.endsWith(".jsonl");
}
function subjectsOf(e, t) {
	const n = [...bundleSuffixes(t), LINES].filter((t) => e.endsWith(t)).map((t) => e.slice(0, -t.length));
	return [...new Set(n.flatMap((e) => [e, e.replace(KIND, "")]))];
}
const GLOB_CHARACTERS = /[*?[\]{}()!]/;
async function findTargets(e, t, n) {
	const r = new Set();
	const i = [];
	const a = new Map();
	const o = new Set();
	const s = t.filter((e) => e.startsWith("!"));
	for (const n of t) {
		if (n.startsWith("!")) continue;
		const t = relativePath(e, n);
		const s = await kindOf(resolve(e, t));
		if (s === "file" && LINE_BREAK.test(t)) i.push({
			item: n,
			reason: BROKEN_NAME
		});
		else if (s === "file") {
			r.add(t);
			o.add(n);
		} else if (s === "nothing" && GLOB_CHARACTERS.test(n)) a.set(t, n);
		else {
			const e = s === "nothing" && /\S\s+\S/.test(n);
			i.push({
				item: n,
				reason: e ? `${REASONS.nothing}; ${SPACES}` : REASONS[s]
			});
		}
	}
	const c = await walk(e, [...a.keys()]);
	const l = new Map();
	for (const [t, n] of a) {
		const a = lineMatcher([t]);
		const s = c.files.filter(a);
		const u = c.irregular.filter(a);
		if (s.length + u.length === 0) i.push({
			item: t,
			reason: noMatch(t)
		});
		if (s.length > 0) o.add(n);
		for (const e of s) if (LINE_BREAK.test(e)) l.set(e, BROKEN_NAME);
		else r.add(e);
		for (const t of u) l.set(t, await irregularReason(resolve(e, t)));
	}
	const u = s.length === 0 ? () => false : lineMatcher(s.map((e) => e.slice(1)));
	const d = [...r].filter((e) => !u(e)).sort();
	const f = (e) => isBundleName(e, n);
	return {
		files: d.filter((e) => !f(e) && !LEFTOVER.test(e)),
		matching: t.filter((e) => e.startsWith("!") || o.has(e)),
		bundles: d.filter(f),
		unmatched: i,
		skipped: [...l].filter(([e]) => !u(e) && !f(e)).sort(([e], [t]) => compareText(e, t)).map(([e, t]) => ({
			item: e,
			reason: t
		})),
		leftovers: d.filter((e) => LEFTOVER.test(e)).map((e) => ({
			item: e,
			reason: "a run that was killed left it: delete it"
		})),
		unreadable: c.unreadable
	};
}
const SPACES = "it holds spaces, and patterns are separated by line breaks or commas";
const LEFTOVER = /(?:^|\/)\.assay-[0-9a-f]{16}\.tmp$/;
const LINE_BREAK = /[\r\n]/;
const BROKEN_NAME = "its name holds a line break";
function lineMatcher(e) {
	const t = globMatcher(e);
	return (e) => t(e.replaceAll(/[\r\n]/g, "_"));
}
function noMatch(e) {
	return /\s/.test(e) ? `no file matches; ${SPACES}` : "no file matches";
}
async function irregularReason(e) {
	return await kindOf(e) === "link" ? REASONS.link : REASONS.other;
}
const REASONS = {
	nothing: "there is no such file",
	folder: "it is a folder; write a pattern such as `folder/**`",
	link: "it is a symbolic link, and links are not followed",
	other: "it is no regular file"
};
async function kindOf(e) {
	const t = await lstat(e).catch(() => void 0);
	if (t === void 0) return "nothing";
	if (t.isFile()) return "file";
	if (t.isSymbolicLink()) return "link";
	return t.isDirectory() ? "folder" : "other";
}
function relativePath(e, t) {
	const n = resolve(e, t);
	if (!isInside(e, n)) throw new UsageError(`\`files\` holds ${t}, which leads out of the working directory`, { hint: "Bundles are written beside the files: set `working-directory` to a folder that holds both." });
	const r = isAbsolute(t) ? n.slice(e.length + 1) : posix.normalize(t);
	return r.startsWith("./") ? r.slice(2) : r;
}
async function walk(e, t) {
	if (t.length === 0) return {
		files: [],
		irregular: [],
		unreadable: []
	};
	const n = t.map((e) => {
		const t = e.split("/");
		const n = t.findIndex((e) => GLOB_CHARACTERS.test(e));
		return t.slice(0, n === -1 ? t.length - 1 : n).join("/");
	});
	return await walkFiles(e, (e) => n.some((t) => t === "" || `${e}/`.startsWith(`${t}/`) || `${t}/`.startsWith(`${e}/`)));
}
async function mapPool(e, t, n, r) {
	const i = [];
	const a = e.entries();
	const o = async () => {
		for (const [e, t] of a) {
			if (n.aborted) return;
			i.push({
				index: e,
				result: await r(t)
			});
		}
	};
	await Promise.all(Array.from({ length: Math.min(t, e.length) }, o));
	return i.sort((e, t) => e.index - t.index).map(({ result: e }) => e);
}
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
	constructor(e, t, n = {}) {
		super(t, n.cause === void 0 ? void 0 : { cause: n.cause });
		this.name = "VerificationError";
		this.code = e;
		this.expected = n.expected;
		this.found = n.found;
	}
};
function logEntryInvalid(e, t, n) {
	return new VerificationError("log-entry-invalid", `the log entry does not hold: ${e}`, {
		expected: t,
		found: n
	});
}
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
function checkLogEntry$1(e, t, n) {
	e.integer("logIndex", 0n);
	e.integer("integratedTime", 0n);
	e.object("logId", ["keyId"]).bytes("keyId");
	const r = e.object("kindVersion", ["kind", "version"]);
	r.text("kind");
	r.text("version");
	e.bytes("canonicalizedBody");
	if (t === "0.1" && !e.has("inclusionPromise")) n(`${e.path}.inclusionPromise`, "is missing; 0.1 needs it");
	if (t !== "0.1" && !e.has("inclusionProof")) n(`${e.path}.inclusionProof`, `is missing; ${t} needs it`);
	if (e.has("inclusionPromise")) e.object("inclusionPromise", ["signedEntryTimestamp"]).bytes("signedEntryTimestamp");
	if (!e.has("inclusionProof")) return;
	const i = e.object("inclusionProof", [
		"logIndex",
		"rootHash",
		"treeSize",
		"hashes",
		"checkpoint"
	]);
	const a = i.integer("logIndex", 0n);
	const o = i.integer("treeSize");
	if (a >= o) n(i.path, `has the index ${a} in a tree of ${o}`);
	if (i.bytes("rootHash").length !== 32) n(`${i.path}.rootHash`, "is no SHA-256");
	for (const e of i.byteList("hashes", MAX_PROOF_HASHES)) if (e.length !== 32) n(`${i.path}.hashes`, "holds something else than SHA-256");
	if (i.has("checkpoint")) {
		const e = i.object("checkpoint", ["envelope"]);
		const t = e.text("envelope").split("\n").length;
		if (t > MAX_CHECKPOINT_LINES) n(e.path, `has ${t} lines`);
	} else if (t !== "0.1") n(`${i.path}.checkpoint`, "is missing");
}
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
function otherFormat(e) {
	if (typeof e !== "object" || e === null || "mediaType" in e) return void 0;
	return FORMATS.find(([t]) => t.every((t) => Object.hasOwn(e, t)))?.[1];
}
function describeValue(e) {
	if (e === void 0) return "nothing";
	if (Array.isArray(e)) return "a list";
	if (typeof e === "object" && e !== null) return "an object";
	return typeof e === "string" ? `"${e.slice(0, 80)}"` : String(e);
}
const MAX_INT64 = 2n ** 63n - 1n;
function protoReader(e, t, n, r) {
	if (typeof e !== "object" || e === null || Array.isArray(e)) return r(t, "is no object");
	for (const i of Object.keys(e)) if (!n.includes(i)) r(`${t}.${i.slice(0, 60)}`, `is no known field; there are ${n.join(", ")}`);
	const i = new Map(Object.entries(e).filter(([, e]) => e !== null));
	const a = (e) => `${t}.${e}`;
	const o = (e) => i.has(e) ? i.get(e) : r(a(e), "is missing");
	const s = (e, t) => {
		const n = i.get(e) ?? [];
		if (!Array.isArray(n)) return r(a(e), "is no list");
		if (n.length > t) return r(a(e), `has ${n.length} entries; at most ${t} are allowed`);
		return n;
	};
	return {
		path: t,
		present: [...i.keys()],
		has: (e) => i.has(e),
		text: (e) => {
			const t = o(e);
			return typeof t === "string" ? t : r(a(e), "is no string");
		},
		integer: (e, t) => {
			if (!i.has(e) && t !== void 0) return t;
			const n = o(e);
			const s = Number.isSafeInteger(n) ? String(n) : n;
			if (typeof s !== "string" || !/^(0|[1-9][0-9]{0,18})$/.test(s)) return r(a(e), "is no decimal integer from 0");
			const c = BigInt(s);
			return c <= MAX_INT64 ? c : r(a(e), "is beyond 64 bits");
		},
		bytes: (e, t) => decode(o(e), a(e), t, r),
		choice: (e, t) => {
			const n = o(e);
			if (typeof n === "string" && t.includes(n)) return n;
			return r(a(e), `is ${describeValue(n)}; ${t.join(", ")} are allowed`);
		},
		object: (e, t) => protoReader(o(e), a(e), t, r),
		list: (e, t, n) => s(e, t).map((t, i) => protoReader(t, `${a(e)}[${i}]`, n, r)),
		byteList: (e, t) => s(e, t).map((t, n) => decode(t, `${a(e)}[${n}]`, void 0, r))
	};
}
function decode(e, t, n, r) {
	if (typeof e !== "string" || e.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(e)) return r(t, "is no padded standard base64");
	const i = Buffer.from(e, "base64");
	if (i.length === 0) return r(t, "is empty");
	if (i.subarray(i.length - (i.length % 3 || 3)).toString("base64") !== e.slice(-4)) return r(t, "is no canonical base64");
	if (n !== void 0 && i.length > n) return r(t, `has ${i.length} bytes; at most ${n} are allowed`);
	return i;
}
function repeatedField(e) {
	const t = [];
	let [n, r] = [0, 0];
	for (let i = 0; i < e.length; i++) switch (e[i]) {
		case "\"":
			n = i;
			i = closingQuote(e, i);
			r = i + 1;
			break;
		case "{":
			t.push(new Set());
			break;
		case "}":
			t.pop();
			break;
		case ":": {
			const i = JSON.parse(e.slice(n, r));
			const a = t.at(-1);
			if (a?.has(i) === true) return i;
			a?.add(i);
		}
	}
}
const MAX_LOG_ENTRIES = 32;
const MAX_TIMESTAMPS = 32;
const MAX_CERTIFICATES = 16;
const MAX_BUNDLE_BYTES = 33554432;
const BUNDLE_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
const VERSIONS = new Map([
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
const malformed$2 = (e, t) => {
	throw new VerificationError("malformed-bundle", `${e} ${t}`);
};
function parseBundle(e) {
	if (e.length > 33554432) malformed$2("bundle", `has ${e.length} bytes; at most ${MAX_BUNDLE_BYTES} are read`);
	let t = "";
	let n;
	try {
		t = new TextDecoder("utf-8", { fatal: true }).decode(e);
		n = JSON.parse(t);
	} catch {
		malformed$2("bundle", "is no JSON in UTF-8");
	}
	const r = repeatedField(t);
	if (r !== void 0) malformed$2("bundle", `gives the field "${r.slice(0, 100)}" twice`);
	const i = otherFormat(n);
	if (i !== void 0) throw new VerificationError("malformed-bundle", `it is ${i}`, { expected: "a Sigstore bundle, as cosign 3 and `cosign sign-blob --new-bundle-format` write it" });
	const a = protoReader(n, "bundle", [
		"mediaType",
		"verificationMaterial",
		"messageSignature",
		"dsseEnvelope"
	], malformed$2);
	const o = a.text("mediaType");
	const s = VERSIONS.get(o);
	if (s === void 0) return malformed$2("bundle.mediaType", `is "${o.slice(0, 100)}"; 0.1 to 0.3 are read`);
	checkMaterial(a, s);
	checkContent(a);
	try {
		return {
			bundle: (0, import_dist$3.bundleFromJSON)(n),
			version: s
		};
	} catch (e) {
		throw new VerificationError("malformed-bundle", "bundle is incomplete for its version", { cause: e });
	}
}
function checkMaterial(e, t) {
	const n = e.object("verificationMaterial", MATERIAL_FIELDS);
	const r = [
		"certificate",
		"x509CertificateChain",
		"publicKey"
	].filter((e) => n.has(e));
	if (r.length !== 1) {
		const e = r.join(" and ") || "none";
		malformed$2(n.path, `needs exactly one of certificate, x509CertificateChain and publicKey, and has ${e}`);
	}
	if (n.has("certificate")) n.object("certificate", ["rawBytes"]).bytes("rawBytes");
	if (n.has("publicKey")) {
		const e = n.object("publicKey", ["hint"]);
		if (e.has("hint")) e.text("hint");
	}
	if (n.has("x509CertificateChain")) {
		if (t === "0.3") malformed$2(`${n.path}.x509CertificateChain`, "is illegal in 0.3");
		const e = n.object("x509CertificateChain", ["certificates"]);
		const r = e.list("certificates", MAX_CERTIFICATES, ["rawBytes"]);
		if (r.length === 0) malformed$2(e.path, "holds no certificate");
		for (const e of r) e.bytes("rawBytes");
	}
	for (const e of n.list("tlogEntries", MAX_LOG_ENTRIES, LOG_ENTRY_FIELDS)) checkLogEntry$1(e, t, malformed$2);
	if (n.has("timestampVerificationData")) {
		const e = n.object("timestampVerificationData", ["rfc3161Timestamps"]);
		for (const t of e.list("rfc3161Timestamps", MAX_TIMESTAMPS, ["signedTimestamp"])) t.bytes("signedTimestamp");
	}
}
function checkContent(e) {
	if (e.has("messageSignature") === e.has("dsseEnvelope")) {
		const t = e.has("dsseEnvelope") ? "both" : "neither";
		malformed$2(e.path, `needs one of messageSignature and dsseEnvelope, and has ${t}`);
	}
	if (e.has("messageSignature")) {
		const t = e.object("messageSignature", ["messageDigest", "signature"]);
		const n = t.object("messageDigest", ["algorithm", "digest"]);
		n.choice("algorithm", DIGEST_ALGORITHMS);
		n.bytes("digest", 64);
		t.bytes("signature", 16384);
		return;
	}
	const t = e.object("dsseEnvelope", [
		"payload",
		"payloadType",
		"signatures"
	]);
	t.bytes("payload");
	t.choice("payloadType", [IN_TOTO_PAYLOAD_TYPE]);
	const n = t.list("signatures", 16, ["sig", "keyid"]);
	if (n.length !== 1) malformed$2(`${t.path}.signatures`, `needs exactly one entry, and has ${n.length}`);
	for (const t of n) {
		t.bytes("sig", 16384);
		if (t.has("keyid")) checkKeyId(t.text("keyid"), e, t.path);
	}
}
function checkKeyId(e, t, n) {
	const r = t.object("verificationMaterial", MATERIAL_FIELDS);
	if (!r.has("publicKey")) return;
	const i = r.object("publicKey", ["hint"]);
	const a = i.has("hint") ? i.text("hint") : "";
	if (e !== "" && a !== "" && e !== a) malformed$2(`${n}.keyid`, `is "${e.slice(0, 100)}", and the hint "${a.slice(0, 100)}"`);
}
const CURVES$1 = new Map([
	["prime256v1", ec("P-256", "PKIX_ECDSA_P256_SHA_256", "sha256")],
	["secp384r1", ec("P-384", "PKIX_ECDSA_P384_SHA_384", "sha384")],
	["secp521r1", ec("P-521", "PKIX_ECDSA_P521_SHA_512", "sha512")]
]);
const RSA_BITS = [
	2048,
	3072,
	4096
];
function ec(e, t, n) {
	return {
		kind: "ec",
		curve: e,
		keyDetails: t,
		digest: n
	};
}
function algorithmOf(e) {
	const t = e.asymmetricKeyDetails;
	switch (e.asymmetricKeyType) {
		case "ec": {
			const e = CURVES$1.get(t?.namedCurve ?? "");
			if (e !== void 0) return e;
			throw unsupported(`an EC key on the curve ${t?.namedCurve ?? "(unnamed)"}`);
		}
		case "rsa": {
			const e = t?.modulusLength ?? 0;
			if (!RSA_BITS.includes(e)) throw unsupported(`an RSA key of ${e} bits`);
			return {
				kind: "rsa",
				keyDetails: `PKIX_RSA_PKCS1V15_${e}_SHA256`,
				digest: "sha256"
			};
		}
		case "ed25519": return {
			kind: "ed25519ph",
			keyDetails: "PKIX_ED25519_PH",
			digest: "sha512"
		};
		default: throw unsupported(`a key of type ${e.asymmetricKeyType ?? "unknown"}`);
	}
}
function unsupported(e) {
	return new UsageError(`Found ${e}; P-256, P-384, P-521, RSA of 2048, 3072 or 4096 bits, and Ed25519 are allowed`, { hint: "Make a new key with `cosign generate-key-pair`, which gives P-256." });
}
function pemBlocks(e) {
	const t = [];
	let n;
	let r = [];
	for (const i of e.split("\n")) {
		const e = i.trim();
		if (e.startsWith("-----BEGIN ") && e.endsWith("-----")) {
			n = e.slice(11, -5);
			r = [];
		} else if (n !== void 0 && e === `-----END ${n}-----`) {
			t.push({
				label: n,
				text: [
					`-----BEGIN ${n}-----`,
					...r,
					`-----END ${n}-----`,
					""
				].join("\n"),
				bytes: Buffer.from(r.filter((e) => !e.includes(":")).join(""), "base64")
			});
			n = void 0;
		} else if (n !== void 0) r.push(e);
	}
	return t;
}
function toPem(e, t) {
	const n = Buffer.from(t).toString("base64").match(/.{1,64}/g) ?? [];
	return [
		`-----BEGIN ${e}-----`,
		...n,
		`-----END ${e}-----`,
		""
	].join("\n");
}
function noPemBlock(e, t, n) {
	const [r, i] = causeOf(e) ?? ["", n];
	return new UsageError(`${t} holds no PEM block${r === "" ? "" : `: ${r}`}`, { hint: i });
}
const STORE_WHOLE = "Store the file as it is, with its line breaks: `gh secret set NAME < FILE`.";
function causeOf(e) {
	const t = /-----BEGIN [A-Z0-9 ]+-----/.exec(e)?.[0];
	if (t === void 0) {
		const t = e.replace(/\s+/g, "");
		return (/^[A-Za-z0-9+/]{40,}={0,2}$/.test(t) ? Buffer.from(t, "base64").toString("latin1") : "").startsWith("-----BEGIN ") ? ["it is one in Base64", "Decode it first, or store the PEM file itself as the secret."] : void 0;
	}
	if (e.includes("\\n")) return ["its line breaks stand there as the two characters `\\n`", STORE_WHOLE];
	if (!e.includes(t.replace("BEGIN", "END"))) return [`it has the line "${t}" and not the one that ends it`, STORE_WHOLE];
	return ["its lines are joined to one", STORE_WHOLE];
}
function publicKeyFrom(e) {
	const t = e.export({
		format: "der",
		type: "spki"
	});
	const n = createHash("sha256").update(t).digest("base64");
	return {
		key: e,
		algorithm: algorithmOf(e),
		spki: t,
		hint: n
	};
}
function publicKeyPem(e) {
	return toPem("PUBLIC KEY", e.spki);
}
function parsePublicKey(e, t) {
	const n = pemBlocks(e).find(({ label: e }) => e !== "EC PARAMETERS");
	if (n === void 0) throw noPemBlock(e, t, "Give the public key that belongs to the signing key, such as `cosign.pub`.");
	if (n.label.endsWith("PRIVATE KEY")) throw new UsageError(`${t} is a private key; verification takes the public key`, { hint: "Give `cosign.pub`, or make it with `openssl pkey -in KEY -pubout`." });
	if (n.label !== "PUBLIC KEY" && n.label !== "RSA PUBLIC KEY") throw new UsageError(`${t} holds a PEM block "${n.label}" instead of "PUBLIC KEY"`, { hint: "A certificate is verified by its identity and issuer, not as a key." });
	try {
		return publicKeyFrom(createPublicKey(n.text));
	} catch (e) {
		if (e instanceof UsageError) throw e;
		throw new UsageError(`${t} is no readable public key`, { cause: e });
	}
}
const CLIENT_TRUST_CONFIG = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";
const MAX_TRUST_BYTES = 8388608;
function unwrapTrustConfig(e, t, n) {
	let r;
	try {
		r = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(e));
	} catch (e) {
		throw new UsageError(`${n} is no JSON in UTF-8`, { cause: e });
	}
	if (typeof r !== "object" || r === null) throw new UsageError(`${n} is no object`);
	const i = r;
	return i["mediaType"] === CLIENT_TRUST_CONFIG ? i[t] : r;
}
var import_dist$2 = require_dist$2();
function logNames(e) {
	const t = e.includes("://") ? e : `https://${e}`;
	if (!URL.canParse(t)) return void 0;
	const { hostname: n } = new URL(t);
	if (n === "") return void 0;
	const r = /^[^/]*\/\/[^/?#]*:(\d{1,5})(?:[/?#]|$)/.exec(t)?.[1];
	return r === void 0 ? [n] : [n, `${n}:${r}`];
}
const NEWLINE = Buffer.from([10]);
const ED25519 = Buffer.from([1]);
const RSA = Buffer.concat([Buffer.from([255]), Buffer.from("PKIX-RSA-PKCS#1v1.5")]);
function noteKeyId(e, t) {
	const n = t.export({
		format: "der",
		type: "spki"
	});
	switch (t.asymmetricKeyType) {
		case "ed25519": return sha256(Buffer.from(e), NEWLINE, ED25519, n.subarray(-32));
		case "rsa": return sha256(Buffer.from(e), NEWLINE, RSA, n);
		default: return sha256(n);
	}
}
function keyHash(e) {
	return sha256(e.export({
		format: "der",
		type: "spki"
	}));
}
function sha256(...e) {
	return createHash("sha256").update(Buffer.concat(e)).digest();
}
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
function covers(e, t) {
	return (e.start === void 0 || e.start <= t) && (e.end === void 0 || t <= e.end);
}
function parseTrustedRoot(e, t) {
	const n = (e, n) => {
		throw new UsageError(`${t}: ${e} ${n}`, { hint: "Give a Sigstore trusted root, as `cosign trusted-root create` writes it." });
	};
	const r = unwrapTrustConfig(e, "trustedRoot", t);
	const i = protoReader(r, "trustedRoot", [
		"mediaType",
		"tlogs",
		"ctlogs",
		"certificateAuthorities",
		"timestampAuthorities"
	], n);
	i.choice("mediaType", MEDIA_TYPES);
	const a = (e) => i.list(e, MAX_INSTANCES, LOG_FIELDS).map((t) => readLog(t, e, n));
	const o = (e) => i.list(e, MAX_INSTANCES, AUTHORITY_FIELDS).map((e) => readAuthority(e, n));
	return {
		logs: a("tlogs"),
		certificateLogs: a("ctlogs"),
		certificateAuthorities: o("certificateAuthorities"),
		timestampAuthorities: o("timestampAuthorities")
	};
}
function readLog(e, t, n) {
	if (e.has("hashAlgorithm")) e.choice("hashAlgorithm", ["SHA2_256"]);
	const r = e.object("publicKey", [
		"rawBytes",
		"keyDetails",
		"validFor"
	]);
	const i = r.has("validFor") ? readWindow(r.object("validFor", ["start", "end"]), n) : void 0;
	const a = i?.start;
	if (a === void 0) return n(`${r.path}.validFor.start`, "is missing");
	const o = e.text("baseUrl");
	const s = logNames(o) ?? n(`${e.path}.baseUrl`, `is "${o.slice(0, 200)}", no URL`);
	const c = readKey(r, n);
	const l = readKeyId(e, "logId", n);
	const u = readKeyId(e, "checkpointKeyId", n);
	const d = u ?? l;
	if (d === void 0) return n(`${e.path}.logId`, "is missing");
	const f = [l, u].flatMap((e) => e?.length === LOG_ID_BYTES ? [e] : []);
	const p = t === "tlogs" ? s.map((e) => noteKeyId(e, c)) : [];
	return {
		name: s[0] ?? o,
		baseUrl: o,
		names: s,
		ids: f.length > 0 ? f : [keyHash(c), ...p],
		checkpointId: d.subarray(0, CHECKPOINT_ID_BYTES),
		key: c,
		window: {
			start: a,
			end: i?.end
		},
		operator: e.has("operator") ? e.text("operator") : ""
	};
}
function readKeyId(e, t, n) {
	if (!e.has(t)) return void 0;
	const r = e.object(t, ["keyId"]).bytes("keyId");
	if (r.length >= CHECKPOINT_ID_BYTES) return r;
	return n(`${e.path}.${t}`, `has ${r.length} bytes; at least ${CHECKPOINT_ID_BYTES}`);
}
function readKey(e, t) {
	const n = e.bytes("rawBytes");
	for (const e of ["spki", "pkcs1"]) try {
		return createPublicKey({
			key: n,
			format: "der",
			type: e
		});
	} catch {}
	return t(`${e.path}.rawBytes`, "is no readable public key");
}
function readAuthority(e, t) {
	const n = e.object("certChain", ["certificates"]).list("certificates", MAX_CHAIN, ["rawBytes"]).map((e) => {
		try {
			return import_dist$2.X509Certificate.parse(e.bytes("rawBytes"));
		} catch {
			return t(e.path, "is no readable certificate");
		}
	});
	if (n.length === 0) t(`${e.path}.certChain`, "is empty");
	return {
		name: e.has("uri") ? e.text("uri") : "(unnamed)",
		chain: n,
		window: e.has("validFor") ? readWindow(e.object("validFor", ["start", "end"]), t) : {
			start: void 0,
			end: void 0
		},
		operator: e.has("operator") ? e.text("operator") : ""
	};
}
function readWindow(e, t) {
	const n = (n) => {
		if (!e.has(n)) return void 0;
		const r = e.text(n);
		const i = new Date(r);
		if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(r) || Number.isNaN(i.getTime())) return t(`${e.path}.${n}`, `is "${r.slice(0, 60)}", no RFC 3339 instant`);
		return i;
	};
	return {
		start: n("start"),
		end: n("end")
	};
}
async function loadTrustedRoot(e, t = ".") {
	return parseTrustedRoot(await readTrustFile(e, t, "trusted root"), e);
}
async function readTrustFile(e, t, n) {
	const r = resolve(t, e);
	const i = await stat(r).catch(() => void 0);
	if (i === void 0 || !i.isFile()) throw new UsageError(`The ${n} is ${e}, and no such file exists`);
	if (i.size > 8388608) throw new UsageError(`${e} has ${i.size} bytes; at most ${MAX_TRUST_BYTES} are read`);
	return await readFile(r);
}
const SAFE_READ = constants$2.O_RDONLY | (constants$2.O_NOFOLLOW ?? 0) | (constants$2.O_NONBLOCK ?? 0);
async function readRegularFile(e, t) {
	const n = await lstat(e).catch((e) => {
		if (hasCode(e, "ENOENT") || hasCode(e, "ENOTDIR")) return void 0;
		throw e;
	});
	if (n === void 0) return { problem: "absent" };
	if (!n.isFile()) return { problem: "irregular" };
	const r = await open(e, SAFE_READ);
	try {
		const e = await r.stat();
		if (!e.isFile()) return { problem: "irregular" };
		if (e.size > t) return {
			problem: "large",
			size: e.size
		};
		const n = Buffer.alloc(e.size);
		let i = 0;
		while (i < n.length) {
			const { bytesRead: e } = await r.read(n, i, n.length - i, null);
			if (e === 0) break;
			i += e;
		}
		return { bytes: n.subarray(0, i) };
	} finally {
		await r.close();
	}
}
function hasCode(e, t) {
	return e instanceof Error && "code" in e && e.code === t;
}
const CHUNK_BYTES = 1048576;
async function digestFile(e, t, n) {
	const r = new Map([...new Set(t)].map((e) => [e, createHash(e)]));
	const i = await open(e, SAFE_READ);
	try {
		if (!(await i.stat()).isFile()) throw new UsageError("It is no regular file");
		const e = Buffer.allocUnsafe(CHUNK_BYTES);
		let t = 0;
		for (;;) {
			n?.throwIfAborted();
			const { bytesRead: a } = await i.read(e, 0, CHUNK_BYTES, null);
			if (a === 0) break;
			t += a;
			for (const t of r.values()) t.update(e.subarray(0, a));
		}
		return {
			size: t,
			digests: new Map([...r].map(([e, t]) => [e, t.digest()]))
		};
	} finally {
		await i.close();
	}
}
const MAX_READ_BYTES = 268435456;
function fileArtifact(e, t) {
	const n = new Map();
	return {
		digests: async (r) => {
			const i = r.filter((e) => !n.has(e));
			if (i.length > 0) {
				const { digests: r } = await digestFile(e, [...i, "sha256"], t);
				for (const [e, t] of r) n.set(e, t);
			}
			return n;
		},
		read: async () => {
			const t = await readRegularFile(e, MAX_READ_BYTES);
			if ("bytes" in t) return t.bytes;
			if (t.problem !== "large") throw new VerificationError("unreadable", "the file is gone, or no regular file any more");
			throw new VerificationError("unreadable", "a pure Ed25519 signature needs the whole file in memory", {
				expected: `at most ${MAX_READ_BYTES} bytes`,
				found: `${t.size} bytes`
			});
		}
	};
}
const MAX_PATTERN = 1e3;
const MAX_SUBJECT = 2e3;
function identityPattern(e) {
	if (e.length > MAX_PATTERN) throw new UsageError(`The identity pattern has more than ${MAX_PATTERN} characters`);
	try {
		new RegExp(e, "u");
		return new RegExp(`^(?:${e})$`, "u");
	} catch (t) {
		throw new UsageError(`The identity pattern is no regular expression: ${e}`, {
			hint: "Escape dots and slashes, or give the exact identity.",
			cause: t
		});
	}
}
function checkIdentity(e, t) {
	if (e.issuer !== t.issuer) throw mismatch("the OIDC issuer is another one", t.issuer, e.issuer);
	if (t.pattern === void 0 ? e.subject === t.subject : e.subject.length <= MAX_SUBJECT && t.pattern.test(e.subject)) return;
	throw mismatch("the identity is another one", t.pattern?.source ?? t.subject ?? "", e.subject);
}
function mismatch(e, t, n) {
	return new VerificationError("identity-mismatch", e, {
		expected: t,
		found: n
	});
}
const OID_KEY_USAGE = "2.5.29.15";
const OID_SUBJECT_ALT_NAME = "2.5.29.17";
const OID_BASIC_CONSTRAINTS = "2.5.29.19";
const OID_EXTENDED_KEY_USAGE = "2.5.29.37";
const OID_CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
const OID_TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const OID_ISSUER_V1 = "1.3.6.1.4.1.57264.1.1";
const OID_ISSUER_V2 = "1.3.6.1.4.1.57264.1.8";
const OID_OTHER_NAME = "1.3.6.1.4.1.57264.1.7";
const UNDERSTOOD = new Set([
	OID_KEY_USAGE,
	OID_SUBJECT_ALT_NAME,
	OID_BASIC_CONSTRAINTS,
	OID_EXTENDED_KEY_USAGE,
	import_dist$2.EXTENSION_OID_SCT
]);
function parseCertificate(e) {
	try {
		const t = import_dist$2.X509Certificate.parse(Buffer.from(e));
		new X509Certificate(e);
		t.publicKey, t.issuer, t.extensions;
		t.notBefore.toISOString(), t.notAfter.toISOString();
		return t;
	} catch (e) {
		throw new VerificationError("malformed-bundle", "the certificate is unreadable", { cause: e });
	}
}
function isRootCertificate(e) {
	return e.issuer.equals(e.subject);
}
function checkLeafProfile(e) {
	const t = profileProblem(e);
	if (t !== void 0) throw new VerificationError("untrusted-certificate", `the certificate ${t}`);
}
function profileProblem(e) {
	try {
		if (e.version !== "v3") return "is not X.509 v3";
		if (e.extBasicConstraints?.isCA === true) return "is that of a CA";
		if (e.extKeyUsage?.digitalSignature !== true) return "is not for digital signatures";
		const t = extendedKeyUsages(e);
		if (t.length !== 1 || t[0] !== OID_CODE_SIGNING) return `has the extended key usages ${t.join(", ") || "(none)"} instead of code signing alone`;
		const n = e.extensions.map((e) => e.subs[0]?.toOID() ?? "");
		if (new Set(n).size !== n.length) return "has an extension twice";
		const r = n.find((t) => e.extension(t)?.critical === true && !UNDERSTOOD.has(t));
		return r === void 0 ? void 0 : `has the unknown critical extension ${r}`;
	} catch {
		return "has an unreadable extension";
	}
}
function isTimestampingLeaf(e) {
	try {
		const t = extendedKeyUsages(e);
		return e.extBasicConstraints?.isCA !== true && t.length === 1 && t[0] === OID_TIME_STAMPING && e.extension(OID_EXTENDED_KEY_USAGE)?.critical === true;
	} catch {
		return false;
	}
}
function extendedKeyUsages(e) {
	return (e.extension(OID_EXTENDED_KEY_USAGE)?.valueObj.subs[0]?.subs ?? []).map((e) => e.toOID());
}
function certificateIdentity(e) {
	try {
		const t = e.extension(OID_SUBJECT_ALT_NAME)?.valueObj.subs[0]?.subs ?? [];
		const [n] = t;
		if (t.length !== 1 || n === void 0) throw new TypeError(`${t.length} subject alternative names`);
		const r = e.extension(OID_ISSUER_V2)?.valueObj.subs[0]?.value;
		const i = e.extension(OID_ISSUER_V1)?.value;
		if (r !== void 0 && i !== void 0 && utf8(r) !== utf8(i)) throw new TypeError(`the issuers ${utf8(r)} and ${utf8(i)}`);
		return {
			subject: nameText(n),
			issuer: utf8(r ?? i)
		};
	} catch (e) {
		throw new VerificationError("untrusted-certificate", "the certificate does not say who asked for it", {
			cause: e,
			expected: "one subject alternative name (address, URI or Fulcio's user name), one issuer",
			found: e instanceof Error ? e.message : "something unreadable"
		});
	}
}
function nameText(e) {
	if (e.tag.isContextSpecific(1)) {
		const t = utf8(e.value);
		if (/^[^\s@:]+@[^\s@:/]+$/.test(t)) return t;
		throw new TypeError(`the address ${t}`);
	}
	if (e.tag.isContextSpecific(6)) {
		const t = utf8(e.value);
		if (/^[a-z][a-z0-9+.-]*:/i.test(t)) return t;
		throw new TypeError(`the URI ${t}`);
	}
	if (e.tag.isContextSpecific(0) && e.subs[0]?.toOID() === OID_OTHER_NAME) {
		const t = utf8(e.subs[1]?.subs[0]?.value);
		if (/^[^\s@:/!]+![^\s@/!]+$/.test(t)) return t;
		throw new TypeError(`the user name ${t}`);
	}
	throw new TypeError("a subject alternative name of another kind");
}
function utf8(e) {
	if (e === void 0 || e.length === 0) throw new TypeError("an empty name or issuer");
	return new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	}).decode(e);
}
var import_dist$1 = require_dist$3();
const MAX_CHECKPOINT = 65536;
const SIGNATURE_PREFIX = "— ";
function openCheckpoint(e, t) {
	const n = e.indexOf("\n\n");
	if (e.length > MAX_CHECKPOINT || n < 0) return void 0;
	const r = e.slice(0, n + 1);
	const i = e.slice(n + 2).split("\n");
	if (i.pop() !== "" || !i.every((e) => e.startsWith(SIGNATURE_PREFIX))) return void 0;
	const [a] = i.flatMap((e) => ownSignature(e, r, t));
	if (a === void 0) return void 0;
	const [o = "", s = "", c = ""] = r.split("\n");
	const l = Buffer.from(c, "base64");
	if (!isOriginOf(o, a.name)) return void 0;
	if (!/^(0|[1-9][0-9]{0,18})$/.test(s) || l.length !== 32) return void 0;
	return {
		origin: o,
		size: BigInt(s),
		root: l,
		signed: r,
		...a
	};
}
function isOriginOf(e, t) {
	return e === t || e.startsWith(`${t} - `) && /^[0-9]+$/.test(e.slice(t.length + 3));
}
function ownSignature(e, t, n) {
	const [r = "", i = "", ...a] = e.slice(2).split(" ");
	if (!n.names.includes(r) || a.length > 0) return [];
	const o = Buffer.from(i, "base64");
	if (o.toString("base64") !== i) return [];
	if (o.length < 5 || !o.subarray(0, 4).equals(n.checkpointId)) return [];
	const s = o.subarray(4);
	return isValid(n.key, t, s) ? [{
		name: r,
		signature: s
	}] : [];
}
function isValid(e, t, n) {
	try {
		const r = e.asymmetricKeyType === "ed25519" ? null : "sha256";
		return verify(r, Buffer.from(t, "utf8"), e, n);
	} catch {
		return false;
	}
}
function readLogBody(e) {
	let t;
	try {
		t = JSON.parse(e.canonicalizedBody.toString("utf8"));
	} catch {
		throw logEntryInvalid("its body is unreadable", "JSON", "something else");
	}
	const { kind: n, version: r } = e.kindVersion;
	const [i, a] = [member$2(t, "kind"), member$2(t, "apiVersion")];
	if (i !== n || a !== r) {
		const e = `${describeValue(i)} ${describeValue(a)}`;
		throw logEntryInvalid("its body is of another kind", `"${n}" "${r}"`, e);
	}
	const o = member$2(t, "spec");
	switch (`${n} ${r}`) {
		case "hashedrekord 0.0.1": return {
			verifier: fromPem(member$2(o, "signature", "publicKey", "content")),
			signature: bytes(member$2(o, "signature", "content"), "base64"),
			digest: bytes(member$2(o, "data", "hash", "value"), "hex"),
			digestOf: "signed"
		};
		case "hashedrekord 0.0.2": {
			const e = member$2(o, "hashedRekordV002");
			return {
				verifier: fromRaw(member$2(e, "signature", "verifier")),
				signature: bytes(member$2(e, "signature", "content"), "base64"),
				digest: bytes(member$2(e, "data", "digest"), "base64"),
				digestOf: "signed"
			};
		}
		case "dsse 0.0.1": return {
			verifier: fromPem(member$2(o, "signatures", "0", "verifier")),
			signature: bytes(member$2(o, "signatures", "0", "signature"), "base64"),
			digest: bytes(member$2(o, "payloadHash", "value"), "hex"),
			digestOf: "payload"
		};
		case "intoto 0.0.2": {
			const e = member$2(o, "content", "envelope", "signatures", "0");
			const t = bytes(member$2(e, "sig"), "base64").toString("utf8");
			return {
				verifier: fromPem(member$2(e, "publicKey")),
				signature: bytes(t, "base64"),
				digest: bytes(member$2(o, "content", "payloadHash", "value"), "hex"),
				digestOf: "payload"
			};
		}
		default: throw logEntryInvalid("it is of a kind that is not supported", "hashedrekord 0.0.1 or 0.0.2, dsse 0.0.1 or intoto 0.0.2", `${n} ${r}`.slice(0, 100));
	}
}
function fromRaw(e) {
	const t = member$2(e, "x509Certificate", "rawBytes");
	const n = t ?? member$2(e, "publicKey", "rawBytes");
	if (typeof n !== "string") return void 0;
	return {
		der: Buffer.from(n, "base64"),
		isCertificate: t !== void 0
	};
}
function fromPem(e) {
	const [t] = pemBlocks(bytes(e, "base64").toString("utf8"));
	if (t === void 0) return void 0;
	return {
		der: t.bytes,
		isCertificate: t.label === "CERTIFICATE"
	};
}
function bytes(e, t) {
	return Buffer.from(typeof e === "string" ? e : "", t);
}
function member$2(e, ...t) {
	let n = e;
	for (const e of t) {
		if (typeof n !== "object" || n === null || !Object.hasOwn(n, e)) return void 0;
		n = n[e];
	}
	return n;
}
function logsOf(e, t) {
	return t.filter(({ ids: t }) => t.some((t) => t.equals(e.logId.keyId)));
}
function knownEntries(e, t) {
	return e.filter((e) => logsOf(e, t).length > 0);
}
function unknownLog(e, t) {
	const n = t.map(({ name: e, ids: t }) => `${e} (${t[0]?.toString("hex")})`).join(", ");
	return logEntryInvalid("its log is not in the trusted root", n || "no log", e.map((e) => e.logId.keyId.toString("hex")).join(", "));
}
function coreEntry(e, t) {
	const n = e.inclusionProof;
	const r = n?.checkpoint?.envelope;
	if (n === void 0 || r === void 0) return e;
	for (const i of logsOf(e, t)) {
		const t = openCheckpoint(r, i);
		if (t === void 0) continue;
		const a = Buffer.concat([e.logId.keyId.subarray(0, 4), t.signature]);
		const o = { envelope: `${t.signed}\n\u2014 ${t.name} ${a.toString("base64")}\n` };
		return {
			...e,
			inclusionProof: {
				...n,
				checkpoint: o
			}
		};
	}
	return e;
}
function checkLogEntry(e, t, n, r) {
	const i = logsOf(e, t);
	const [a] = i;
	if (a === void 0) throw unknownLog([e], t);
	const o = i.filter(({ window: e }) => r.every((t) => covers(e, t)));
	if (o.length === 0) {
		const { start: e, end: t } = a.window;
		throw logEntryInvalid("its log was not valid at the time of the signature", `a time from ${e.toISOString()} to ${t?.toISOString() ?? "now"}`, r.map((e) => e.toISOString()).join(", "));
	}
	checkProof(e, o);
	checkVerifier(readLogBody(e), n);
}
function checkVerifier(e, t) {
	const n = e.verifier;
	if (n?.isCertificate === t.isCertificate && n.der.equals(t.der)) return;
	const r = t.isCertificate ? "certificate" : "key";
	throw logEntryInvalid("it is for another signer", `the bundle's own ${r}`, n === void 0 ? "none" : `another ${n.isCertificate ? "certificate" : "key"}`);
}
function checkProof(e, t) {
	const n = e.inclusionProof;
	const r = n?.checkpoint?.envelope;
	if (n === void 0 || r === void 0) return;
	const [i] = t.flatMap((e) => openCheckpoint(r, e) ?? []);
	if (i === void 0) {
		const [e = ""] = r.split("\n", 1);
		throw logEntryInvalid("its checkpoint is not that of its log", `one of ${t.flatMap(({ names: e }) => e).join(" or ")}, signed by it`, `one of ${e.slice(0, 100) || "(nobody)"}`);
	}
	if (!i.root.equals(n.rootHash) || i.size !== BigInt(n.treeSize)) throw logEntryInvalid("its proof is for another tree than its checkpoint", `${i.size} entries with the root ${i.root.toString("hex")}`, `${n.treeSize} entries with the root ${n.rootHash.toString("hex")}`);
	if (isV2(e) && e.logIndex !== n.logIndex) throw logEntryInvalid("its proof is for another entry", e.logIndex, n.logIndex);
}
function isV2(e) {
	return e.kindVersion.version === "0.0.2" && e.kindVersion.kind === "hashedrekord";
}
const SEQUENCE = 48;
const GRANTED = [0n, 1n];
const MAX_TOKEN_CERTIFICATES = 16;
function parseTimestamp(e) {
	try {
		const t = import_dist$2.RFC3161Timestamp.parse(Buffer.from(e));
		if (e[0] !== SEQUENCE) throw new TypeError("no sequence");
		if (!GRANTED.includes(t.status)) throw new TypeError(`status ${t.status}`);
		if (signerInfos(t) !== 1) throw new TypeError("several signers");
		if (t.tstInfo.messageImprintHashAlgorithm === void 0) throw new TypeError("weak hash");
		if (Number.isNaN(t.signingTime.getTime())) throw new TypeError("no time");
		return t;
	} catch (e) {
		throw new VerificationError("untrusted-timestamp", "the signed timestamp is malformed, not granted, or over a weak hash", { cause: e });
	}
}
function signersOf(e, t) {
	const n = t.flatMap((e) => embeddedSigner(e));
	return e.flatMap((e) => {
		const [t] = e.chain;
		if (t === void 0) return [];
		if (!t.isCA) {
			const r = n.some((e) => isSameName(e, t) && !e.equals(t));
			return isTimestampingLeaf(t) && !r ? [e] : [];
		}
		return n.filter(isTimestampingLeaf).map((t) => ({
			...e,
			chain: [t, ...e.chain]
		}));
	});
}
function signedData(e) {
	return (e.root.subs[1]?.subs.find((e) => e.tag.isContextSpecific(0)))?.subs[0];
}
function signerInfos(e) {
	return signedData(e)?.subs.at(-1)?.subs.length ?? 0;
}
function isSameName(e, t) {
	return e.issuer.equals(t.issuer) && e.serialNumber.equals(t.serialNumber);
}
function embeddedSigner(e) {
	const t = signedData(e)?.subs.find((e) => e.tag.isContextSpecific(0));
	if (t === void 0 || t.subs.length === 0) return [];
	const n = t.subs.slice(0, MAX_TOKEN_CERTIFICATES).flatMap((t) => {
		try {
			const n = import_dist$2.X509Certificate.parse(Buffer.from(t.toDER()));
			return n.serialNumber.equals(e.signerSerialNumber) && n.issuer.equals(e.signerIssuer) ? [n] : [];
		} catch {
			return [];
		}
	});
	if (n.length > 0) return n;
	throw new VerificationError("untrusted-timestamp", "the signed timestamp holds certificates and not that of its signer");
}
const EARLIEST = new Date(-864e13);
const LATEST = new Date(864e13);
function trustMaterial(e, t, n) {
	return {
		certificateAuthorities: e.certificateAuthorities.map(authority),
		timestampAuthorities: t.map(authority),
		tlogs: e.logs.flatMap(log),
		ctlogs: e.certificateLogs.flatMap(log),
		publicKey: () => {
			if (n === void 0) throw new TypeError("no key is trusted");
			return {
				publicKey: n,
				validFor: () => true
			};
		}
	};
}
function authority({ chain: e, window: t }) {
	return {
		certChain: [...e],
		validFor: range(t)
	};
}
function log({ ids: e, names: t, key: n, window: r }) {
	const i = t.at(-1) ?? "";
	return e.map((e) => ({
		logID: e,
		baseURL: i,
		publicKey: n,
		validFor: range(r)
	}));
}
function range({ start: e, end: t }) {
	return {
		start: e ?? EARLIEST,
		end: t ?? LATEST
	};
}
const NO_ROOT = {
	logs: [],
	certificateLogs: [],
	certificateAuthorities: [],
	timestampAuthorities: []
};
function runCore(e, t, n) {
	const r = t.root ?? NO_ROOT;
	const i = t.kind === "key" ? t.key.key : void 0;
	const a = t.kind === "certificate";
	try {
		new import_dist$1.Verifier(trustMaterial(r, signersOf(r.timestampAuthorities, e.timestamps), i), {
			tlogThreshold: n ? 1 : 0,
			ctlogThreshold: a && r.certificateLogs.length > 0 ? 1 : 0,
			timestampThreshold: a ? 1 : 0
		}).verify(entity(e, r));
	} catch (n) {
		if (n instanceof VerificationError) throw n;
		throw translated(n, e, t, r);
	}
}
function entity({ content: e, leaf: t, hint: n, entries: r, timestamps: i }, { logs: a }) {
	return {
		signature: e,
		key: t === void 0 ? {
			$case: "public-key",
			hint: n
		} : {
			$case: "certificate",
			certificate: t
		},
		tlogEntries: r.map((e) => coreEntry(e, a)),
		timestamps: [...i.map((e) => ({
			$case: "timestamp-authority",
			timestamp: e
		})), ...r.filter((e) => e.inclusionPromise !== void 0).map((e) => ({
			$case: "transparency-log",
			tlogEntry: e
		}))]
	};
}
const CODES = new Map([
	["TIMESTAMP_ERROR", "untrusted-timestamp"],
	["CERTIFICATE_ERROR", "untrusted-certificate"],
	["PUBLIC_KEY_ERROR", "untrusted-certificate"],
	["SIGNATURE_ERROR", "invalid-signature"]
]);
function translated(e, t, n, r) {
	if (!(e instanceof import_dist$1.VerificationError)) return new VerificationError("malformed-bundle", "the bundle's proof material is unreadable", { cause: e });
	const i = e.code;
	const a = CODES.get(i) ?? (i.startsWith("TLOG_") ? "log-entry-invalid" : "malformed-bundle");
	return new VerificationError(a, e.message, {
		cause: e,
		...compared(a, t, n, r)
	});
}
function compared(e, { leaf: t, hint: n, entries: r, timestamps: i }, a, o) {
	switch (e) {
		case "untrusted-timestamp": return {
			expected: `a time of this signature, given by ${names(o.timestampAuthorities)} or a log's promise`,
			found: timesText(i, r)
		};
		case "untrusted-certificate": return {
			expected: `a certificate of ${names(o.certificateAuthorities)}, valid at the time of the signature and known to ${names(o.certificateLogs)}`,
			found: t === void 0 ? "a key" : certificateText(t)
		};
		case "log-entry-invalid": return {
			expected: `one entry for this signature, proven by ${names(o.logs)}`,
			found: `${r.length} entries`
		};
		case "invalid-signature": return a.kind === "key" ? {
			expected: `a signature of the key ${a.key.hint}`,
			found: `one that names the key ${n || "(none)"}`
		} : {};
		default: return {};
	}
}
function names(e) {
	return e.map(({ name: e }) => e).join(", ") || "(none in the trusted root)";
}
function timesText(e, t) {
	const n = e.map((e) => `a timestamp of ${e.signingTime.toISOString()}`);
	const r = t.filter((e) => e.inclusionPromise !== void 0).map((e) => `a log's promise with the time ${e.integratedTime}`);
	return [...n, ...r].join(", ") || "no time";
}
function certificateText(e) {
	const { issuer: t } = new X509Certificate(e.root.toDER());
	const [n, r] = [e.notBefore, e.notAfter].map((e) => e.toISOString());
	return `one of ${t.replaceAll("\n", ", ")}, valid from ${n} to ${r}`;
}
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
const sha512 = Object.assign((e) => new Uint8Array(createHash("sha512").update(e).digest()), {
	outputLen: 64,
	blockLen: 128,
	canXOF: false,
	create: () => {
		throw new Error("not streamed");
	}
});
const ed25519phOverDigest = eddsa(ed25519.Point, sha512, {
	adjustScalarBytes: (e) => {
		e[0] = (e[0] ?? 0) & 248;
		e[31] = (e[31] ?? 0) & 127 | 64;
		return e;
	},
	domain: (e) => new Uint8Array(Buffer.concat([
		Buffer.from("SigEd25519 no Ed25519 collisions"),
		Buffer.from([1, 0]),
		e
	])),
	zip215: false
});
function signDigest(e, t, n) {
	switch (t.kind) {
		case "ec": {
			const { curve: r, secret: i } = ecSecret(e, t);
			return Buffer.from(r.sign(n, i, {
				prehash: false,
				lowS: false,
				format: "der",
				extraEntropy: true
			}));
		}
		case "rsa": return privateEncrypt({
			key: e,
			padding: constants.RSA_PKCS1_PADDING
		}, digestInfo(t.digest, n));
		case "ed25519ph": return Buffer.from(ed25519phOverDigest.sign(n, jwkBytes(e, "d")));
	}
}
function verifyDigest(e, t, n, r, i) {
	try {
		switch (t) {
			case "ec": {
				const t = CURVES[String(e.export({ format: "jwk" }).crv)];
				const n = Buffer.concat([
					Buffer.from([4]),
					jwkBytes(e, "x"),
					jwkBytes(e, "y")
				]);
				return t.verify(i, r, n, {
					prehash: false,
					lowS: false,
					format: "der"
				});
			}
			case "rsa": return publicDecrypt({
				key: e,
				padding: constants.RSA_PKCS1_PADDING
			}, i).equals(digestInfo(n, r));
			case "ed25519ph": return ed25519phOverDigest.verify(i, r, jwkBytes(e, "x"));
		}
	} catch {
		return false;
	}
}
function digestInfo(e, t) {
	return Buffer.concat([Buffer.from(DIGEST_INFO[e], "hex"), t]);
}
function ecSecret(e, t) {
	return {
		curve: CURVES[t.curve ?? "P-256"],
		secret: jwkBytes(e, "d")
	};
}
function jwkBytes(e, t) {
	return Buffer.from(e.export({ format: "jwk" })[t] ?? "", "base64url");
}
const TYPES = ["https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1"];
const MAX_SUBJECTS = 1024;
const MAX_DIGESTS = 32;
const HEX_LENGTH = {
	sha256: 64,
	sha384: 96,
	sha512: 128
};
function parseStatement(e) {
	let t;
	try {
		t = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(e));
	} catch {
		throw malformed$1("is no JSON in UTF-8");
	}
	const n = member$1(t, "_type");
	if (typeof n !== "string" || !TYPES.includes(n)) throw malformed$1("has an unknown `_type`");
	const r = member$1(t, "predicateType");
	if (typeof r !== "string" || r === "") throw malformed$1("has no `predicateType`");
	const i = member$1(t, "subject");
	if (!Array.isArray(i) || i.length === 0) throw malformed$1("has no subject");
	if (i.length > MAX_SUBJECTS) throw malformed$1(`has ${i.length} subjects; at most ${MAX_SUBJECTS} are allowed`);
	return {
		predicateType: r,
		subjects: i.map((e) => digestsOf(e))
	};
}
function digestsOf(e) {
	const t = member$1(e, "digest");
	if (typeof t !== "object" || t === null) throw malformed$1("has a subject without `digest`");
	const n = Object.entries(t);
	if (n.length === 0 || n.length > MAX_DIGESTS) throw malformed$1(`has a subject with ${n.length} digests`);
	const r = new Map();
	for (const [e, t] of n) {
		if (e !== "sha256" && e !== "sha384" && e !== "sha512") continue;
		if (typeof t !== "string" || t.length !== HEX_LENGTH[e] || !/^[0-9a-f]+$/.test(t)) throw malformed$1(`has a subject whose ${e} is no lower-case hex digest`);
		r.set(e, t);
	}
	return r;
}
function hasSubject(e, t) {
	return e.subjects.some((e) => e.size > 0 && [...e].every(([e, n]) => t.get(e)?.toString("hex") === n));
}
function member$1(e, t) {
	return typeof e === "object" && e !== null && Object.hasOwn(e, t) ? e[t] : void 0;
}
function malformed$1(e) {
	return new VerificationError("malformed-bundle", `the statement ${e}`);
}
const DIGEST_NAMES = new Map([
	[import_dist.HashAlgorithm.SHA2_256, "sha256"],
	[import_dist.HashAlgorithm.SHA2_384, "sha384"],
	[import_dist.HashAlgorithm.SHA2_512, "sha512"]
]);
const NAME_BY_LENGTH = new Map([
	[32, "sha256"],
	[48, "sha384"],
	[64, "sha512"]
]);
async function signedContent(e, t, n) {
	const { content: r } = e;
	if (r.$case === "messageSignature") return {
		core: await messageContent(r.messageSignature, t, n),
		predicateType: void 0
	};
	return await envelopeContent(r.dsseEnvelope, t);
}
async function messageContent({ messageDigest: e, signature: t }, n, r) {
	const i = DIGEST_NAMES.get(e.algorithm) ?? "sha256";
	const a = (await n.digests([i])).get(i);
	if (a === void 0 || !a.equals(e.digest)) throw new VerificationError("digest-mismatch", "its content is not what was signed", {
		expected: `${i}:${e.digest.toString("hex")}`,
		found: `${i}:${a?.toString("hex") ?? "unknown"}`
	});
	const o = algorithmOf(r);
	const s = o.kind === "ed25519ph" ? await isSignedByEd25519(r, t, n) : isAllowed(o, i) && verifyDigest(r, o.kind, i, a, t);
	return {
		signature: t,
		compareSignature: (e) => e.equals(t),
		compareDigest: (e) => e.equals(a),
		compareSignedDigest: (e) => e.equals(a),
		verifySignature: (e) => s && e.equals(r)
	};
}
async function isSignedByEd25519(e, t, n) {
	const r = (await n.digests(["sha512"])).get("sha512");
	if (r !== void 0 && verifyDigest(e, "ed25519ph", "sha512", r, t)) return true;
	const i = t.length === 64 ? await n.read() : void 0;
	return i !== void 0 && verify(null, i, e, t);
}
function isAllowed(e, t) {
	return t === e.digest || e.kind === "ec" && t === "sha256";
}
async function envelopeContent(e, t) {
	const n = parseStatement(e.payload);
	const r = [...new Set(n.subjects.flatMap((e) => [...e.keys()]))].sort();
	const i = await t.digests(r.length === 0 ? ["sha256"] : r);
	if (!hasSubject(n, i)) throw new VerificationError("digest-mismatch", "the attestation is about other files", {
		expected: subjectsText(n),
		found: [...i].map(([e, t]) => `${e}:${t.toString("hex")}`).join(", ")
	});
	const a = e.signatures[0]?.sig ?? Buffer.alloc(0);
	const o = import_dist$2.dsse.preAuthEncoding(e.payloadType, e.payload);
	const s = (e, t) => createHash(e).update(t).digest();
	const c = (e, t) => {
		const n = NAME_BY_LENGTH.get(t.length);
		return n !== void 0 && s(n, e).equals(t);
	};
	return {
		core: {
			signature: a,
			compareSignature: (e) => e.equals(a),
			compareDigest: (t) => c(e.payload, t),
			compareSignedDigest: (e) => c(o, e),
			verifySignature: (e) => {
				const t = algorithmOf(e);
				const n = (n) => verifyDigest(e, t.kind, n, s(n, o), a);
				if (t.kind === "ed25519ph") return verify(null, o, e, a) || n("sha512");
				return n(t.digest) || t.kind === "ec" && n("sha256");
			}
		},
		predicateType: n.predicateType
	};
}
const MAX_SUBJECTS_NAMED = 3;
function subjectsText({ subjects: e }) {
	const t = e.slice(0, MAX_SUBJECTS_NAMED).map((e) => {
		const [t] = e;
		return t === void 0 ? "an unknown kind of digest" : `${t[0]}:${t[1]}`;
	});
	const n = e.length - t.length;
	return `${t.join(", ")}${n > 0 ? ` and ${n} more` : ""}`;
}
function timestampsOf(e) {
	return (e.verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? []).map((e) => parseTimestamp(e.signedTimestamp));
}
function timesOf(e, t) {
	return [...e.map((e) => ({
		at: e.signingTime,
		source: "timestamp authority"
	})), ...t.filter((e) => e.inclusionPromise !== void 0).map((e) => ({
		at: new Date(Number(e.integratedTime) * 1e3),
		source: "transparency log"
	}))];
}
function referenceOf(e, t) {
	const [n] = logsOf(e, t);
	return {
		log: n?.baseUrl ?? e.logId.keyId.toString("hex"),
		index: e.logIndex
	};
}
function checkWithoutTrustedRoot(e, t, n, r) {
	for (const t of e) {
		const e = readLogBody(t);
		checkVerifier(e, r);
		if (!n.compareSignature(e.signature)) throw logEntryInvalid("it is for another signature", "the bundle's own", "another");
		if (!(e.digestOf === "signed" ? n.compareSignedDigest(e.digest) : n.compareDigest(e.digest))) throw logEntryInvalid("it is for another content", "this one's digest", "another");
	}
	for (const e of t) try {
		e.tstInfo.verify(n.signature);
	} catch (e) {
		throw new VerificationError("untrusted-timestamp", "the signed timestamp is over another signature", {
			cause: e,
			expected: "the bundle's own",
			found: "another"
		});
	}
}
async function verifyBundle({ bundle: e }, t, { signer: n, requireLog: r }) {
	const i = signerCertificate(e, n);
	if (i !== void 0) checkLeafProfile(i);
	const { core: a, predicateType: o } = await signedContent(e, t, signerKey(n, i));
	const s = e.verificationMaterial.tlogEntries.map(withoutUnsignedProof);
	const c = timestampsOf(e);
	const l = logVerifier(n, i);
	const { root: u } = n;
	if (u === void 0) checkWithoutTrustedRoot(s, c, a, l);
	const d = u === void 0 ? [] : knownEntries(s, u.logs);
	const f = {
		content: a,
		leaf: i,
		hint: hintOf(e),
		entries: d,
		timestamps: u === void 0 ? [] : c
	};
	const p = u !== void 0 && d.length === 0 && s.length > 0;
	const m = needsLog(n, r);
	runCore(f, n, m && !p);
	if (p && (m || r !== false)) throw unknownLog(s, u.logs);
	const h = timesOf(f.timestamps, d);
	if (u !== void 0) {
		const e = h.map(({ at: e }) => e);
		for (const t of d) checkLogEntry(t, u.logs, l, e);
	}
	const g = i === void 0 ? void 0 : certificateIdentity(i);
	if (g !== void 0 && n.kind === "certificate" && n.identity !== void 0) checkIdentity(g, n.identity);
	return {
		identity: g,
		times: h,
		logEntries: (u === void 0 ? s : d).map((e) => referenceOf(e, u?.logs ?? [])),
		unchecked: u === void 0 ? s.length + c.length : 0,
		ignoredEntries: u === void 0 ? 0 : s.length - d.length,
		predicateType: o
	};
}
function needsLog(e, t) {
	const n = (e.root?.logs.length ?? 0) > 0;
	return e.kind === "certificate" ? n || t === true : t ?? n;
}
function signerCertificate(e, t) {
	const { content: n } = e.verificationMaterial;
	const r = n.$case === "publicKey";
	if (r !== (t.kind === "key")) throw new VerificationError("wrong-key-material", r ? "the bundle is signed with a key" : "the bundle is signed with a certificate", {
		expected: t.kind === "key" ? "a signature of the given key" : "a certificate",
		found: r ? `key hint ${n.publicKey.hint || "(none)"}` : "a certificate"
	});
	return r ? void 0 : leafOf(e);
}
function leafOf(e) {
	const { content: t } = e.verificationMaterial;
	if (t.$case === "publicKey") throw new VerificationError("wrong-key-material", "the bundle is signed with a key");
	if (t.$case === "certificate") return parseCertificate(t.certificate.rawBytes);
	const [n = parseCertificate(Buffer.alloc(0)), ...r] = t.x509CertificateChain.certificates.map(({ rawBytes: e }) => parseCertificate(e));
	if (r.some(isRootCertificate)) throw new VerificationError("malformed-bundle", "its chain holds a root certificate", {
		expected: "the signer's certificate, and intermediate ones at most",
		found: "a certificate that is its own issuer"
	});
	return n;
}
function signerKey(e, t) {
	if (e.kind === "key") return e.key.key;
	try {
		const e = createPublicKey({
			key: t?.publicKey ?? Buffer.alloc(0),
			format: "der",
			type: "spki"
		});
		algorithmOf(e);
		return e;
	} catch (e) {
		const t = e instanceof Error ? e.message : "something unreadable";
		throw new VerificationError("untrusted-certificate", "the certificate's key is not usable", {
			cause: e,
			expected: "a key of Sigstore's algorithm table",
			found: t
		});
	}
}
function hintOf(e) {
	const { content: t } = e.verificationMaterial;
	return t.$case === "publicKey" ? t.publicKey.hint : "";
}
function withoutUnsignedProof(e) {
	return e.inclusionProof !== void 0 && e.inclusionProof.checkpoint === void 0 ? {
		...e,
		inclusionProof: void 0
	} : e;
}
function logVerifier(e, t) {
	if (t !== void 0) return {
		der: t.root.toDER(),
		isCertificate: true
	};
	return {
		der: e.kind === "key" ? e.key.spki : Buffer.alloc(0),
		isCertificate: false
	};
}
const COSIGN_KEY_LABELS = ["ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY"];
const MAX_SCRYPT_MEMORY = 268435456;
const MAX_BOX_BYTES = 65536;
async function decryptCosignKey(e, t) {
	const n = parseBox(e);
	const r = await deriveKey(t, n);
	try {
		return Buffer.from(xsalsa20poly1305(r, n.nonce).decrypt(n.ciphertext));
	} catch (e) {
		throw new UsageError(t === "" ? "The key is encrypted and the empty password does not open it" : "The password does not open the key", {
			hint: "Set `key-password` or COSIGN_PASSWORD to the password of this key file.",
			cause: e
		});
	} finally {
		r.fill(0);
	}
}
function parseBox(e) {
	let t;
	try {
		t = JSON.parse(Buffer.from(e).toString("utf8"));
	} catch (e) {
		throw malformed("its body is no JSON", e);
	}
	const n = member(t, "kdf");
	const r = member(n, "params");
	const i = member(t, "cipher");
	if (member(n, "name") !== "scrypt") throw malformed("its key derivation is not scrypt");
	if (member(i, "name") !== "nacl/secretbox") throw malformed("its cipher is not nacl/secretbox");
	const a = cost(r, "N", 1 << 20);
	const o = cost(r, "r", 64);
	const s = cost(r, "p", 16);
	if ((a & a - 1) !== 0 || a < 2) throw malformed(`its scrypt N is ${a}, no power of two`);
	if (128 * a * o > MAX_SCRYPT_MEMORY || a * o * s > 4194304) throw malformed(`its scrypt cost N=${a}, r=${o}, p=${s} is beyond 256 MiB or 8 times cosign's`);
	const c = bytesOf(i, "nonce");
	const l = bytesOf(t, "ciphertext");
	if (c.length !== 24) throw malformed(`its nonce has ${c.length} bytes instead of 24`);
	if (l.length < 17 || l.length > MAX_BOX_BYTES) throw malformed(`its ciphertext has ${l.length} bytes`);
	return {
		n: a,
		r: o,
		p: s,
		salt: bytesOf(n, "salt"),
		nonce: c,
		ciphertext: l
	};
}
function deriveKey(e, t) {
	const n = {
		N: t.n,
		r: t.r,
		p: t.p,
		maxmem: 335544320
	};
	return new Promise((r, i) => {
		scrypt(e, t.salt, 32, n, (e, t) => e ? i(e) : r(t));
	});
}
function member(e, t) {
	return typeof e === "object" && e !== null && Object.hasOwn(e, t) ? e[t] : void 0;
}
function cost(e, t, n) {
	const r = member(e, t);
	if (typeof r === "number" && Number.isInteger(r) && r >= 1 && r <= n) return r;
	throw malformed(`its scrypt ${t} is ${describeValue(r)}; 1 to ${n} is allowed`);
}
function bytesOf(e, t) {
	const n = member(e, t);
	if (typeof n === "string" && /^[A-Za-z0-9+/]*={0,2}$/.test(n)) return Buffer.from(n, "base64");
	throw malformed(`its ${t} is no base64`);
}
function malformed(e, t) {
	return new UsageError(`The encrypted key is malformed: ${e}`, {
		hint: "Make a new key with `cosign generate-key-pair`, or check that the file was copied whole.",
		cause: t
	});
}
const MAX_ITERATIONS = 10000000n;
const MAX_SCRYPT = 4n * 1024n * 1024n;
const OID_SCRYPT = "1.3.6.1.4.1.11591.4.11";
function checkDerivationCost(e, t) {
	const n = parametersOf(e);
	const r = n.oids.includes(OID_SCRYPT);
	const i = r ? n.integers.slice(0, 3).reduce((e, t) => e * t, 1n) : n.integers.reduce((e, t) => t > e ? t : e, 0n);
	const a = r ? MAX_SCRYPT : MAX_ITERATIONS;
	if (i <= a) return;
	throw new UsageError(`${t} asks for ${r ? "an scrypt cost (N·r·p) of" : "password iterations:"} ${i}; at most ${a} are allowed`, { hint: "Encrypt the key again with `openssl pkcs8 -topk8`." });
}
function parametersOf(e) {
	try {
		const t = import_dist$2.ASN1Obj.parseBuffer(Buffer.from(e)).subs[0];
		return t === void 0 ? {
			oids: [],
			integers: []
		} : collect(t);
	} catch {
		return {
			oids: [],
			integers: []
		};
	}
}
function collect(e) {
	if (e.tag.isOID()) return {
		oids: [e.toOID()],
		integers: []
	};
	if (e.tag.isInteger()) return {
		oids: [],
		integers: [e.toInteger()]
	};
	const t = e.tag.isOctetString() ? [] : e.subs.map(collect);
	return {
		oids: t.flatMap(({ oids: e }) => e),
		integers: t.flatMap(({ integers: e }) => e)
	};
}
const PLAIN_LABELS = [
	"PRIVATE KEY",
	"EC PRIVATE KEY",
	"RSA PRIVATE KEY"
];
function signingKey(e) {
	const t = publicKeyFrom(createPublicKey(e));
	return {
		publicKey: t,
		sign: (n) => signDigest(e, t.algorithm, n)
	};
}
async function parsePrivateKey(e, t, n) {
	const r = pemBlocks(e).find(({ label: e }) => e !== "EC PARAMETERS");
	if (r === void 0) throw noPemBlock(e, n, "Give a key that `cosign generate-key-pair` or `openssl genpkey` wrote.");
	if (COSIGN_KEY_LABELS.includes(r.label)) return signingKey(innerKey(await decryptCosignKey(r.bytes, t ?? ""), n));
	const i = r.label === "ENCRYPTED PRIVATE KEY" || r.text.includes("ENCRYPTED");
	if (!i && !PLAIN_LABELS.includes(r.label)) throw new UsageError(`${n} holds a PEM block "${r.label}", which is no private key`, { hint: `Allowed are ${[
		...COSIGN_KEY_LABELS,
		"ENCRYPTED PRIVATE KEY",
		...PLAIN_LABELS
	].join(", ")}.` });
	if (i) checkDerivationCost(r.bytes, n);
	try {
		return signingKey(createPrivateKey({
			key: i ? e : r.text,
			format: "pem",
			...i ? { passphrase: t ?? "" } : {}
		}));
	} catch (e) {
		if (e instanceof UsageError) throw e;
		throw new UsageError(i ? `The password does not open ${n}` : `${n} is no readable private key: its "${r.label}" block is malformed`, {
			cause: e,
			...i ? { hint: "Set `key-password` or COSIGN_PASSWORD." } : {}
		});
	}
}
function innerKey(e, t) {
	for (const t of [
		"pkcs8",
		"sec1",
		"pkcs1"
	]) try {
		return createPrivateKey({
			key: e,
			format: "der",
			type: t
		});
	} catch {}
	throw new UsageError(`${t} opens, but holds no PKCS#8, SEC1 or PKCS#1 key`);
}
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
async function readKeyText(e, t, n) {
	if (t.includes("-----BEGIN ")) return {
		text: t,
		source: `\`${n}\``
	};
	if (t.startsWith("env://")) {
		const r = t.slice(6);
		const i = e.environment[r];
		if (i === void 0 || i === "") throw new UsageError(`\`${n}\` is ${t}, and the variable ${r} is not set`, { hint: "Pass it to the step with `env:`, from a secret." });
		return {
			text: i,
			source: t
		};
	}
	const r = /^([a-z][a-z0-9+.-]*):\/\//i.exec(t)?.[1];
	if (r !== void 0 && KEY_SERVICES.includes(r.toLowerCase())) throw new UsageError(`\`${n}\` is a key in a key service (${r}://)`, { hint: "Keys in key services are not used here. Sign keyless or with a key file, or let cosign sign (`cosign sign-blob --key ...`): its bundles are verified here with the public key, as `cosign public-key --key ...` prints it." });
	if (r !== void 0) throw new UsageError(`\`${n}\` has the scheme ${r}://, which is not supported`, { hint: "Give a path, `env://NAME`, or the PEM text itself." });
	const i = resolve(e.root, t);
	const a = MAY_BE_KEY.test(t) ? "(not shown, for it may be a key itself)" : t;
	const o = await stat(i).catch(() => void 0);
	if (o === void 0 || !o.isFile()) throw new UsageError(`\`${n}\` is ${a}, and ${o === void 0 ? "no such file exists" : "that is no regular file"}`, { hint: "Give the path of a key file, relative to the working directory, or `env://NAME`." });
	if (o.size > MAX_KEY_BYTES) throw new UsageError(`${t} has ${o.size} bytes; a key has at most ${MAX_KEY_BYTES}`);
	return {
		text: await readFile(i, "utf8"),
		source: t
	};
}
function keySigner({ spki: e }) {
	return { keySha256: createHash("sha256").update(e).digest("hex") };
}
function recordOf(e, t, n, r, i, { times: a, logEntries: o, notes: s }) {
	const [c] = a;
	return {
		act: e,
		subject: {
			name: t,
			digests: Object.fromEntries([...n].map(([e, t]) => [e, t.toString("hex")]))
		},
		signer: r,
		...c === void 0 ? {} : { time: {
			at: c.at.toISOString(),
			source: c.source
		} },
		logEntries: o,
		product: i,
		...s.length === 0 ? {} : { notes: s }
	};
}
export { parseBundle as A, isBundleName as B, unwrapTrustConfig as C, toPem as D, pemBlocks as E, VerificationError as F, stoppedFailure as G, placeholderNotices as H, mapPool as I, findTargets as L, LOG_ENTRY_FIELDS as M, checkLogEntry$1 as N, BUNDLE_MEDIA_TYPE as O, VERIFICATION_CODES as P, bundleSuffixes as R, parseTrustedRoot as S, publicKeyPem as T, signingVerification as U, subjectsOf as V, verifyingVerification as W, fileArtifact as _, signingKey as a, loadTrustedRoot as b, checkWithoutTrustedRoot as c, timestampsOf as d, signedContent as f, identityPattern as g, parseCertificate as h, parsePrivateKey as i, protoReader as j, MAX_BUNDLE_BYTES as k, referenceOf as l, checkLeafProfile as m, recordOf as n, leafOf as o, certificateIdentity as p, readKeyText as r, verifyBundle as s, keySigner as t, timesOf as u, digestFile as v, parsePublicKey as w, readTrustFile as x, readRegularFile as y, holdsLines as z };
