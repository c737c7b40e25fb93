import "./rolldown-runtime.js";
import { Gt as UsageError, Kt as asKnownError, Ut as ExternalError, Wt as InternalError, ut as plural } from "./part-base.js";
import { A as parseBundle, C as unwrapTrustConfig, D as toPem, E as pemBlocks, F as VerificationError, G as stoppedFailure, H as placeholderNotices, I as mapPool, L as findTargets, M as LOG_ENTRY_FIELDS, N as checkLogEntry, O as BUNDLE_MEDIA_TYPE, T as publicKeyPem, U as signingVerification, a as signingKey, b as loadTrustedRoot, c as checkWithoutTrustedRoot, d as timestampsOf, f as signedContent, h as parseCertificate, i as parsePrivateKey, j as protoReader, k as MAX_BUNDLE_BYTES, l as referenceOf, m as checkLeafProfile, n as recordOf, o as leafOf, p as certificateIdentity, r as readKeyText, s as verifyBundle, t as keySigner, u as timesOf, v as digestFile, x as readTrustFile, y as readRegularFile } from "./signing-act-record.js";
import { n as require_dist$1, t as require_dist } from "./npm-sigstore-bundle.js";
import { t as require_message } from "./npm-sigstore-sign.js";
import { t as require_dist$2 } from "./npm-sigstore-core.js";
import { n as planFromInputs, r as withTime, t as isPublicGood } from "./signing-services-plan.js";
import { X509Certificate, createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { access, lstat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { constants as constants$2 } from "node:fs";
import { setTimeout } from "node:timers/promises";
function failureOf(e, t) {
	const { reason: n, kind: r, hint: i } = causeOf(t);
	return {
		item: e,
		ruleId: "sign.failed",
		kind: r,
		message: `${e} was not signed: ${n}`.replace(/\s+/g, " "),
		location: { path: e },
		...i === void 0 ? {} : { hint: i }
	};
}
function causeOf(e) {
	if (e instanceof VerificationError) {
		const t = [...e.expected === void 0 ? [] : [`expected ${e.expected}`], ...e.found === void 0 ? [] : [`found ${e.found}`]].join(", ");
		return {
			reason: `the new bundle does not verify: ${e.message}${t === "" ? "" : ` (${t})`}`,
			kind: "external",
			hint: "Check that `trusted-root` is that of the services which signed, and up to date."
		};
	}
	if (e instanceof Error && "code" in e && "syscall" in e) return {
		reason: `it can't be read (${String(e.code)})`,
		kind: "usage",
		hint: "Give this user the right to read the file."
	};
	const t = asKnownError(e);
	if (t.kind === "internal") throw t;
	const n = t.problems.length === 0 ? "" : ` (${t.problems.join("; ")})`;
	return {
		reason: `${t.message}${n}`,
		kind: t.kind,
		hint: t.hint
	};
}
function missingFailures(e) {
	const t = [...e.unmatched, ...e.unreadable.map(({ path: e, reason: t }) => ({
		item: e === "" ? "." : e,
		reason: `the folder can't be listed: ${t}`
	}))];
	return (e.files.length === 0 && t.length === 0 ? [{
		item: "files",
		reason: nothingLeft(e)
	}] : t).map(({ item: e, reason: t }) => ({
		item: e,
		ruleId: "sign.nothing-to-sign",
		kind: "usage",
		message: `${e} names nothing to sign: ${t}`,
		hint: "Correct the pattern, or build the files before this step; name files instead of folders and links."
	}));
}
function nothingLeft({ skipped: e }) {
	return e.length === 0 ? "everything is excluded or a bundle" : "everything is excluded, a bundle, or no regular file";
}
var import_dist$1 = require_dist();
var import_dist$2 = require_dist$1();
var import_message = require_message();
const ALGORITHMS = {
	sha256: import_dist$2.HashAlgorithm.SHA2_256,
	sha384: import_dist$2.HashAlgorithm.SHA2_384,
	sha512: import_dist$2.HashAlgorithm.SHA2_512
};
var DigestBundleBuilder = class extends import_message.MessageSignatureBundleBuilder {
	algorithm;
	constructor(e, t, n) {
		super({
			signer: e,
			witnesses: t
		});
		this.algorithm = ALGORITHMS[n];
	}
	async package(e, { key: t, signature: n }) {
		const r = t.$case === "x509Certificate" ? pemBlocks(t.certificate)[0]?.bytes : void 0;
		const i = (0, import_dist$1.toMessageSignatureBundle)({
			digest: e.data,
			signature: n,
			certificateChain: false,
			...r === void 0 ? {} : { certificate: r },
			...t.$case === "publicKey" && t.hint !== void 0 ? { keyHint: t.hint } : {}
		});
		i.content.messageSignature.messageDigest.algorithm = this.algorithm;
		return i;
	}
};
async function buildBundle(e, t, n, r) {
	const { publicKey: i } = e;
	const a = t === void 0 ? {
		$case: "publicKey",
		publicKey: publicKeyPem(i),
		hint: i.hint
	} : {
		$case: "x509Certificate",
		certificate: toPem("CERTIFICATE", t)
	};
	return await new DigestBundleBuilder({ sign: async (t) => ({
		signature: e.sign(t),
		key: a
	}) }, [...r], i.algorithm.digest).create({ data: n });
}
function bundleBytes(e) {
	const t = (0, import_dist$1.bundleToJSON)(e);
	const n = t.verificationMaterial.tlogEntries?.map((e) => ({
		...e,
		logIndex: e.logIndex ?? "0",
		...e.inclusionProof === void 0 ? {} : { inclusionProof: {
			...e.inclusionProof,
			logIndex: e.inclusionProof.logIndex ?? "0",
			hashes: e.inclusionProof.hashes ?? []
		} }
	}));
	const r = n === void 0 ? t.verificationMaterial : {
		...t.verificationMaterial,
		tlogEntries: n
	};
	return Buffer.from(`${JSON.stringify({
		...t,
		verificationMaterial: r
	})}\n`);
}
const TRIES = 24;
function callService(e, t) {
	const { service: n, ...r } = t;
	return e.request({
		...r,
		tries: TRIES,
		retryUnsafe: true
	});
}
const MAX_ANSWER = 300;
const LONG_RUN = /[\w.%+/=-]{81,}/g;
function answerText(e) {
	return e.text().slice(0, 65536).replace(/\s+/g, " ").trim().replace(LONG_RUN, "***").slice(0, MAX_ANSWER);
}
function badAnswer(e, t, n) {
	const r = answerText(t);
	return new ExternalError(`${e} answered with status ${t.status}${r === "" ? "" : `: ${r}`}`, { hint: n ?? (t.status >= 500 || t.status === 429 ? "Run the step again later; files that are signed already are skipped." : "Check the service's URL and version.") });
}
function unexpectedAnswer(e, t, n) {
	return new ExternalError(`${e} answered something else than expected: ${t}`, {
		hint: "Check that the URL is that of this service, and its API version.",
		cause: n
	});
}
function under(e, t) {
	return `${e.replace(/\/+$/, "")}/${t}`;
}
async function identityToken(e, t) {
	if (t.token !== void 0 && t.token !== "") {
		e.mask(t.token);
		return readToken(t.token.trim());
	}
	const n = e.environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
	if (t.requestUrl === void 0 || t.requestUrl === "" || !n) throw noToken(e);
	const r = new URL(t.requestUrl);
	r.searchParams.set("audience", t.audience);
	const i = await callService(e.http, {
		service: "The token service",
		url: r.href,
		headers: {
			authorization: `Bearer ${n}`,
			accept: "application/json"
		}
	});
	if (i.status !== 200) throw new ExternalError(`The token service answered with status ${i.status}`, { hint: "Run the job again: the token that it asks with lives as long as the job." });
	const a = i.json();
	const o = typeof a === "object" && a !== null ? a.value : void 0;
	if (typeof o !== "string") throw new ExternalError("The token service gave no token");
	e.mask(o);
	return readToken(o);
}
function noToken({ environment: e }) {
	if (e["GITHUB_ACTIONS"] === "true") return new UsageError("This job may not ask for an identity token", { hint: "Give the job `permissions: id-token: write`. A pull request from a fork never gets one: sign on push or release, not on pull_request." });
	return new UsageError("There is neither a key nor an identity token to sign with", { hint: "Give a key, or an OIDC token in SIGSTORE_ID_TOKEN." });
}
function readToken(e) {
	const t = claimsOf(e);
	const n = (e) => {
		const n = t[e];
		return typeof n === "string" && n !== "" ? n : void 0;
	};
	const r = n("email");
	if (r !== void 0 && t["email_verified"] !== true && t["email_verified"] !== "true") throw new UsageError("The identity token holds an e-mail address that is not verified");
	const i = r ?? n("sub");
	const a = n("iss");
	if (i === void 0 || a === void 0) throw new UsageError("The identity token lacks `iss`, or both `email` and `sub`");
	const { exp: o } = t;
	const s = typeof o === "number" ? new Date(o * 1e3) : void 0;
	return {
		token: e,
		subject: i,
		issuer: a,
		expires: Number.isNaN(s?.getTime()) ? void 0 : s,
		visibility: n("repository_visibility")
	};
}
function claimsOf(e) {
	const t = e.split(".");
	try {
		const e = JSON.parse(Buffer.from(t[1] ?? "", "base64url").toString("utf8"));
		if (t.length === 3 && typeof e === "object" && e !== null) return e;
	} catch {}
	throw new UsageError("The identity token is no JWT (three base64url parts with dots between)", { hint: "Check SIGSTORE_ID_TOKEN, or the token that was handed in." });
}
const SERVICE$4 = "Fulcio";
const MAX_CHAIN = 16;
async function requestCertificate(e, t, n, r) {
	const { algorithm: i } = r.publicKey;
	const a = createHash(i.digest).update(n.subject).digest();
	const o = await callService(e, {
		service: SERVICE$4,
		method: "POST",
		url: under(t, "api/v2/signingCert"),
		headers: {
			"content-type": "application/json",
			accept: "application/json"
		},
		body: JSON.stringify({
			credentials: { oidcIdentityToken: n.token },
			publicKeyRequest: {
				publicKey: {
					algorithm: "ECDSA",
					content: publicKeyPem(r.publicKey)
				},
				proofOfPossession: r.sign(a).toString("base64")
			}
		}),
		timeoutMs: 2e4
	});
	if (o.status === 400 || o.status === 401 || o.status === 403) throw new UsageError(`Fulcio refused the identity token of issuer ${n.issuer} (status ${o.status})`, {
		hint: "Check that the token is fresh, that its audience is the one that Fulcio expects, and that this Fulcio knows the issuer.",
		problems: [answerText(o)]
	});
	if (o.status !== 200 && o.status !== 201) throw badAnswer(SERVICE$4, o);
	return checked(chainOf(o.json()), r);
}
function chainOf(e) {
	const t = member(member(member(e, "signedCertificateEmbeddedSct"), "chain") ?? member(member(e, "signedCertificateDetachedSct"), "chain"), "certificates");
	const n = Array.isArray(t) ? t.slice(0, MAX_CHAIN).filter((e) => typeof e === "string") : [];
	if (n.length === 0) throw unexpectedAnswer(SERVICE$4, "it holds no certificate chain");
	return n;
}
function checked(e, t) {
	const [n, ...r] = e.map((e) => pemBlocks(e).find(({ label: e }) => e === "CERTIFICATE")?.bytes);
	if (n === void 0) throw unexpectedAnswer(SERVICE$4, "its leaf is no PEM certificate");
	let i;
	try {
		i = new X509Certificate(n);
	} catch (e) {
		throw unexpectedAnswer(SERVICE$4, "its leaf is no readable certificate", e);
	}
	if (!i.publicKey.export({
		format: "der",
		type: "spki"
	}).equals(t.publicKey.spki)) throw unexpectedAnswer(SERVICE$4, "its certificate is for another key");
	return {
		leaf: n,
		issuers: r.flatMap((e) => e ?? []),
		notBefore: new Date(i.validFrom),
		notAfter: new Date(i.validTo)
	};
}
function member(e, t) {
	return typeof e === "object" && e !== null ? e[t] : void 0;
}
const USABLE_SHARE = .8;
function keylessSession(e, t, n, r) {
	let i;
	let a = Number.POSITIVE_INFINITY;
	const o = async (n) => {
		const r = signingKey(generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey);
		const i = await requestCertificate(e.http, t, n, r);
		const o = i.notAfter.getTime() - i.notBefore.getTime();
		a = e.clock.wall().getTime() + o * USABLE_SHARE;
		return {
			key: r,
			certificate: i
		};
	};
	return { credential() {
		if (i === void 0) i = o(r);
		else if (e.clock.wall().getTime() >= a) {
			a = Number.POSITIVE_INFINITY;
			e.logger.info("The certificate is about to expire; asking for another one");
			i = identityToken(e, n).then((t) => {
				if (n.token) refuseExpired(t, e.clock.wall());
				return o(t);
			}).catch((e) => {
				a = Number.NEGATIVE_INFINITY;
				throw e;
			});
		}
		return i;
	} };
}
function refuseExpired({ expires: e }, t) {
	if (e === void 0 || t < e) return;
	throw new UsageError(`The identity token that was handed in expired at ${e.toISOString()}, and the certificate has to be renewed with it`, { hint: "Let the CI hand out tokens (`id-token: write`), hand in one that lives as long as the run, or sign fewer files in one run. Files that are signed already are skipped." });
}
const TRIES_WHILE_DOWN = 2;
function circuitBreaker(e) {
	const t = new Set();
	return { async request(n) {
		const r = URL.canParse(n.url) ? new URL(n.url).origin : n.url;
		const i = t.has(r) ? TRIES_WHILE_DOWN : n.tries;
		try {
			const a = await e.request({
				...n,
				...i === void 0 ? {} : { tries: i }
			});
			if (isOutage(a.status)) t.add(r);
			else t.delete(r);
			return a;
		} catch (e) {
			t.add(r);
			throw e;
		}
	} };
}
function isOutage(e) {
	return e >= 500 || e === 429 || e === 408;
}
function selectServices(e, t, n, r, i) {
	if (n === void 0) return [];
	const a = e.filter((e) => t.includes(e.majorApiVersion) && (e.start === void 0 || e.start <= r) && (e.end === void 0 || r <= e.end));
	const o = Math.max(...a.map((e) => e.majorApiVersion));
	const s = a.filter((e) => e.majorApiVersion === o).sort((e, t) => (t.start?.getTime() ?? 0) - (e.start?.getTime() ?? 0));
	const c = new Set();
	const l = s.filter((e) => {
		if (e.operator === "") return true;
		const t = !c.has(e.operator);
		c.add(e.operator);
		return t;
	});
	const u = n.selector === "ALL" ? Math.max(l.length, 1) : n.count;
	if (l.length < u) throw new UsageError(`The signing config has ${l.length} usable ${i} services; ${u} needed`, { hint: `Supported API versions are ${t.join(", ")}; check \`validFor\` too.` });
	return l.slice(0, u);
}
const MEDIA_TYPE = "application/vnd.dev.sigstore.signingconfig.v0.2+json";
const SELECTORS = [
	"ANY",
	"ALL",
	"EXACT",
	"SERVICE_SELECTOR_UNDEFINED"
];
function parseSigningConfig(e, t) {
	const n = (e, n) => {
		throw new UsageError(`${t}: ${e} ${n}`, { hint: "Give a signing config v0.2, as `cosign signing-config create` writes it." });
	};
	const r = protoReader(unwrapTrustConfig(e, "signingConfig", t), "signingConfig", [
		"mediaType",
		"caUrls",
		"oidcUrls",
		"rekorTlogUrls",
		"rekorTlogConfig",
		"tsaUrls",
		"tsaConfig"
	], n);
	r.choice("mediaType", [MEDIA_TYPE]);
	const i = (e) => r.list(e, 64, [
		"url",
		"majorApiVersion",
		"validFor",
		"operator"
	]).map((e) => readService(e, n));
	return {
		certificateAuthorities: i("caUrls"),
		oidcProviders: i("oidcUrls"),
		logs: i("rekorTlogUrls"),
		logSelection: readSelection(r, "rekorTlogConfig", n),
		timestampAuthorities: i("tsaUrls"),
		timestampSelection: readSelection(r, "tsaConfig", n)
	};
}
function readService(e, t) {
	const n = e.text("url");
	if (!/^https?:\/\//.test(n) || !URL.canParse(n)) t(`${e.path}.url`, "is no http(s) URL");
	const r = e.has("validFor") ? e.object("validFor", ["start", "end"]) : void 0;
	const i = (e) => {
		if (r === void 0 || !r.has(e)) return void 0;
		const n = new Date(r.text(e));
		return Number.isNaN(n.getTime()) ? t(`${r.path}.${e}`, "is no instant") : n;
	};
	return {
		url: n,
		majorApiVersion: Number(e.integer("majorApiVersion", 0n)),
		start: i("start"),
		end: i("end"),
		operator: e.has("operator") ? e.text("operator") : ""
	};
}
function readSelection(e, t, n) {
	if (!e.has(t)) return void 0;
	const r = e.object(t, ["selector", "count"]);
	if (!r.has("selector")) return void 0;
	const i = r.choice("selector", SELECTORS);
	const a = Number(r.integer("count", 0n));
	if (i === "ANY") return {
		selector: i,
		count: 1
	};
	if (i === "ALL") return {
		selector: i,
		count: 0
	};
	if (i === "EXACT" && a > 0 && a <= 64) return {
		selector: i,
		count: a
	};
	return n(`${r.path}.selector`, `is ${i} with count ${a}`);
}
async function checkOwnBundle({ bundle: e }, t, n) {
	const r = leafOf(e);
	checkLeafProfile(r);
	const i = new X509Certificate(r.root.toDER());
	if (n?.some((e) => isIssuedBy(i, e)) === false) throw new VerificationError("untrusted-certificate", "the certificate is of another authority");
	const a = i.publicKey;
	const { core: o } = await signedContent(e, t, a);
	if (!o.verifySignature(a)) throw new VerificationError("invalid-signature", "the signature is not by its certificate");
	const s = e.verificationMaterial.tlogEntries;
	const c = timestampsOf(e);
	const l = {
		der: r.root.toDER(),
		isCertificate: true
	};
	checkWithoutTrustedRoot(s, c, o, l);
	return {
		identity: certificateIdentity(r),
		times: timesOf(c, s),
		logEntries: s.map((e) => referenceOf(e, []))
	};
}
function isIssuedBy(e, t) {
	try {
		const n = new X509Certificate(t);
		return e.checkIssued(n) && e.verify(n.publicKey);
	} catch {
		return false;
	}
}
function bundleIdentity(e) {
	try {
		return certificateIdentity(leafOf(e));
	} catch {
		return;
	}
}
var import_dist = require_dist$2();
const SERVICE$3 = "The Rekor log";
const HASH_BYTES = 32;
const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
async function proofFromTiles(e, t, n) {
	const r = (await read(e, t, "checkpoint")).toString("utf8");
	const [i = "", a = "", o = ""] = r.split("\n");
	const s = /^[1-9][0-9]{0,14}$/.test(a) ? Number(a) : 0;
	if (n >= s) throw unexpectedAnswer(SERVICE$3, `its checkpoint does not reach entry ${n}`);
	const c = await path(tileReader(e, t, s), n, 0, s);
	return {
		checkpoint: r,
		origin: i,
		size: s,
		root: Buffer.from(o, "base64"),
		hashes: c
	};
}
async function path(e, t, n, r) {
	if (r - n === 1) return [];
	const i = n + largestPowerBelow(r - n);
	const a = t < i;
	const o = a ? path(e, t, n, i) : path(e, t, i, r);
	const s = a ? subtree(e, i, r) : subtree(e, n, i);
	return [...await o, await s];
}
async function subtree(e, t, n) {
	const r = n - t;
	const i = Math.log2(r);
	if (Number.isInteger(i)) return await perfectSubtree(e, i, t / r);
	const a = t + largestPowerBelow(r);
	return nodeHash(await subtree(e, t, a), await subtree(e, a, n));
}
async function perfectSubtree(e, t, n) {
	const r = Math.floor(t / TILE_HEIGHT);
	const i = 2 ** (t % TILE_HEIGHT);
	let a = await e(r, n * i, i);
	while (a.length > 1) {
		const e = a;
		a = e.flatMap((t, n) => {
			const r = e[n + 1];
			return n % 2 === 0 && r !== void 0 ? [nodeHash(t, r)] : [];
		});
	}
	const [o] = a;
	if (o === void 0) throw unexpectedAnswer(SERVICE$3, "a tile is empty");
	return o;
}
function tileReader(e, t, n) {
	const r = new Map();
	return async (i, a, o) => {
		const s = Math.floor(a / TILE_WIDTH);
		const c = Math.floor(n / TILE_WIDTH ** i) - s * TILE_WIDTH;
		const l = Math.min(c, TILE_WIDTH);
		const u = `tile/${i}/${tilePath(s)}${l < TILE_WIDTH ? `.p/${l}` : ""}`;
		const d = r.get(u) ?? read(e, t, u);
		r.set(u, d);
		const f = await d;
		if (f.length !== l * HASH_BYTES) throw unexpectedAnswer(SERVICE$3, `${u} has a wrong size`);
		return Array.from({ length: o }, (e, t) => {
			const n = (a % TILE_WIDTH + t) * HASH_BYTES;
			return f.subarray(n, n + HASH_BYTES);
		});
	};
}
function tilePath(e) {
	const t = String(e);
	const n = t.padStart(Math.ceil(t.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
	return n.map((e, t) => t < n.length - 1 ? `x${e}` : e).join("/");
}
async function read(e, t, n) {
	const r = await callService(e, {
		service: SERVICE$3,
		url: under(t, `api/v2/${n}`),
		maxBytes: 1048576
	});
	if (r.status !== 200) throw badAnswer(SERVICE$3, r);
	return Buffer.from(r.body);
}
function largestPowerBelow(e) {
	let t = 1;
	while (t * 2 < e) t *= 2;
	return t;
}
function nodeHash(e, t) {
	return createHash("sha256").update(Buffer.from([1])).update(e).update(t).digest();
}
var DuplicateEntry = class extends ExternalError {};
const DIGEST_NAMES = {
	sha256: "SHA2_256",
	sha384: "SHA2_384",
	sha512: "SHA2_512"
};
function duplicateEntry(e) {
	const t = e.headers["x-log-index"];
	return new DuplicateEntry(`The Rekor log already holds this signature${t === void 0 ? "" : ` at index ${t}`}`, { hint: "Keep the bundle that was made with that entry. Signatures of RSA and Ed25519 keys are always the same: give a trusted root, so that the entry can be taken from a log that publishes its tiles, or sign with an ECDSA key." });
}
async function existingEntry$1(e, t, n, r, i, a) {
	const o = n.headers["x-log-index"] ?? "";
	if (!/^[0-9]{1,15}$/.test(o) || a.length === 0) return void 0;
	const s = await proofFromTiles(e, t, Number(o));
	const c = a.find(({ names: e }) => e.includes(s.origin))?.ids.at(-1);
	if (c === void 0) return void 0;
	return {
		logIndex: o,
		logId: { keyId: c },
		kindVersion: {
			kind: "hashedrekord",
			version: "0.0.2"
		},
		integratedTime: "0",
		inclusionPromise: void 0,
		inclusionProof: {
			logIndex: o,
			rootHash: s.root,
			treeSize: String(s.size),
			hashes: [...s.hashes],
			checkpoint: { envelope: s.checkpoint }
		},
		canonicalizedBody: Buffer.from(import_dist.json.canonicalize(bodyOf(r, i)))
	};
}
function bodyOf(e, t) {
	const n = { rawBytes: e.verifierDer.toString("base64") };
	return {
		apiVersion: "0.0.2",
		kind: "hashedrekord",
		spec: { hashedRekordV002: {
			data: {
				algorithm: DIGEST_NAMES[e.digestName],
				digest: e.digest.toString("base64")
			},
			signature: {
				content: e.signature.toString("base64"),
				verifier: {
					keyDetails: t.keyDetails,
					...e.isCertificate ? { x509Certificate: n } : { publicKey: n }
				}
			}
		} }
	};
}
function logMaterial(e, t, n) {
	const r = pemBlocks(t)[0];
	if (e.$case !== "messageSignature" || r === void 0) throw new InternalError("A log entry can be made of a message signature with its key only");
	const { signature: i, messageDigest: a } = e.messageSignature;
	return {
		digestName: n.digest,
		digest: a.digest,
		signature: i,
		verifierPem: t,
		verifierDer: r.bytes,
		isCertificate: r.label === "CERTIFICATE"
	};
}
const SERVICE$2 = "The Rekor log";
const ENTRIES = "api/v1/log/entries";
function rekorV1(e, t, n) {
	return { testify: async (r, i) => {
		return { tlogEntries: [await addEntry(e, t, logMaterial(r, i, n))] };
	} };
}
async function addEntry(e, t, n) {
	const r = await callService(e, {
		service: SERVICE$2,
		method: "POST",
		url: under(t, ENTRIES),
		headers: {
			"content-type": "application/json",
			accept: "application/json"
		},
		body: JSON.stringify({
			apiVersion: "0.0.1",
			kind: "hashedrekord",
			spec: {
				data: { hash: {
					algorithm: n.digestName,
					value: n.digest.toString("hex")
				} },
				signature: {
					content: n.signature.toString("base64"),
					publicKey: { content: Buffer.from(n.verifierPem).toString("base64") }
				}
			}
		})
	});
	if (r.status === 201) return readV1Entry(r);
	if (r.status === 409) return await existingEntry(e, t, r);
	throw badAnswer(SERVICE$2, r);
}
async function existingEntry(e, t, n) {
	const r = `${n.headers["location"] ?? ""} ${n.text()}`;
	const i = /\b([0-9a-f]{80}|[0-9a-f]{64})\b/.exec(r)?.[1];
	if (i === void 0) throw badAnswer(SERVICE$2, n);
	const a = await callService(e, {
		service: SERVICE$2,
		url: under(t, `${ENTRIES}/${i}`),
		headers: { accept: "application/json" }
	});
	if (a.status !== 200) throw badAnswer(SERVICE$2, a);
	return readV1Entry(a);
}
function readV1Entry(e) {
	try {
		const [t] = Object.values(e.json());
		if (t === void 0) throw new TypeError("no entry");
		return toLogEntry(t);
	} catch (e) {
		throw unexpectedAnswer(SERVICE$2, "it is no complete log entry", e);
	}
}
function toLogEntry(e) {
	const t = Buffer.from(e.body, "base64");
	const n = JSON.parse(t.toString("utf8"));
	const { inclusionProof: r, signedEntryTimestamp: i } = e.verification;
	return {
		logIndex: whole(e.logIndex),
		logId: { keyId: Buffer.from(e.logID, "hex") },
		kindVersion: {
			kind: n.kind,
			version: n.apiVersion
		},
		integratedTime: whole(e.integratedTime),
		inclusionPromise: { signedEntryTimestamp: Buffer.from(i, "base64") },
		inclusionProof: {
			logIndex: whole(r.logIndex),
			rootHash: Buffer.from(r.rootHash, "hex"),
			treeSize: whole(r.treeSize),
			hashes: r.hashes.map((e) => Buffer.from(e, "hex")),
			checkpoint: { envelope: r.checkpoint }
		},
		canonicalizedBody: t
	};
}
function whole(e) {
	if (Number.isSafeInteger(e) && e >= 0) return String(e);
	throw new TypeError(`${String(e)} is no index`);
}
const SERVICE$1 = "The Rekor log";
const TIMEOUT_MS = 6e4;
function rekorV2(e, t, n, r) {
	return { testify: async (i, a) => {
		const o = logMaterial(i, a, n);
		const s = { rawBytes: o.verifierDer.toString("base64") };
		const c = await callService(e, {
			service: SERVICE$1,
			method: "POST",
			url: under(t, "api/v2/log/entries"),
			headers: {
				"content-type": "application/json",
				accept: "application/json"
			},
			body: JSON.stringify({ hashedRekordRequestV002: {
				digest: o.digest.toString("base64"),
				signature: {
					content: o.signature.toString("base64"),
					verifier: {
						...o.isCertificate ? { x509Certificate: s } : { publicKey: s },
						keyDetails: n.keyDetails
					}
				}
			} }),
			timeoutMs: TIMEOUT_MS
		});
		if (c.status === 201 || c.status === 200) return { tlogEntries: [readEntry(c)] };
		if (c.status !== 409) throw refusal(c);
		const l = n.kind === "ec" ? void 0 : await existingEntry$1(e, t, c, o, n, r);
		if (l === void 0) throw duplicateEntry(c);
		return { tlogEntries: [l] };
	} };
}
function refusal(e) {
	if (e.status === 405) return new ExternalError("The Rekor log is frozen: it takes no new entries", { hint: "Name the log that followed it, or use an up-to-date signing config." });
	return badAnswer(SERVICE$1, e);
}
function readEntry(e) {
	const t = (e, t) => {
		throw unexpectedAnswer(SERVICE$1, `${e} ${t}`);
	};
	const n = e.json();
	checkLogEntry(protoReader(n, "entry", LOG_ENTRY_FIELDS, t), "0.3", t);
	const r = import_dist$2.TransparencyLogEntry.fromJSON(n);
	const { logId: i, kindVersion: a } = r;
	if (i === void 0 || a === void 0) return t("entry", "is incomplete");
	return {
		...r,
		logId: i,
		kindVersion: a
	};
}
function derSequence(...e) {
	return element(48, Buffer.concat(e));
}
function derOctetString(e) {
	return element(4, e);
}
function derBoolean(e) {
	return element(1, Buffer.from([e ? 255 : 0]));
}
const DER_NULL = Buffer.from([5, 0]);
function derUnsigned(e) {
	let t = 0;
	while (t < e.length - 1 && e[t] === 0) t += 1;
	const n = e.subarray(t);
	return element(2, ((n[0] ?? 0) & 128) !== 0 ? Buffer.concat([Buffer.from([0]), n]) : n);
}
function derOid(e) {
	const [t = 0, n = 0, ...r] = e.split(".").map(Number);
	const i = [t * 40 + n, ...r.flatMap(base128)];
	return element(6, Buffer.from(i));
}
function base128(e) {
	const t = [e % 128];
	for (let n = Math.floor(e / 128); n > 0; n = Math.floor(n / 128)) t.unshift(n % 128 | 128);
	return t;
}
function element(e, t) {
	return Buffer.concat([Buffer.from([e, ...lengthOf(t.length)]), t]);
}
function lengthOf(e) {
	if (e < 128) return [e];
	const t = [];
	for (let n = e; n > 0; n = Math.floor(n / 256)) t.unshift(n % 256);
	return [128 | t.length, ...t];
}
const SERVICE = "The timestamp authority";
const SHA256 = "2.16.840.1.101.3.4.2.1";
const GRANTED = [0n, 1n];
function timestampAuthority(e, t) {
	return { testify: async (n) => {
		return { rfc3161Timestamps: [{ signedTimestamp: await stamp(e, t, n.$case === "messageSignature" ? n.messageSignature.signature : n.dsseEnvelope.signatures[0]?.sig ?? Buffer.alloc(0)) }] };
	} };
}
async function stamp(e, t, n) {
	const r = createHash("sha256").update(n).digest();
	const i = randomBytes(16);
	i[0] = (i[0] ?? 0) & 127 | 64;
	const a = await callService(e, {
		service: SERVICE,
		method: "POST",
		url: t,
		headers: {
			"content-type": "application/timestamp-query",
			accept: "application/timestamp-reply"
		},
		body: timestampQuery(r, i),
		maxBytes: 1048576
	});
	if (a.status !== 200 && a.status !== 201) throw badAnswer(SERVICE, a);
	const o = Buffer.from(a.body);
	checkReply(o, r, i);
	return o;
}
function timestampQuery(e, t) {
	return derSequence(derUnsigned(Buffer.from([1])), derSequence(derSequence(derOid(SHA256), DER_NULL), derOctetString(e)), derUnsigned(t), derBoolean(true));
}
function checkReply(e, t, n) {
	let r;
	try {
		const i = import_dist.RFC3161Timestamp.parse(e);
		if (!GRANTED.includes(i.status)) r = `status ${i.status}, not granted`;
		else {
			const { tstInfo: e } = i;
			const a = e.root.subs.slice(5).find((e) => e.tag.isInteger());
			if (!e.messageImprintHashedMessage.equals(t)) r = "another imprint";
			else if (a === void 0 || !a.value.equals(n)) r = "another nonce";
		}
	} catch (e) {
		throw unexpectedAnswer(SERVICE, "it is no timestamp response", e);
	}
	if (r !== void 0) throw unexpectedAnswer(SERVICE, r);
}
function planFromConfig(e, t, n) {
	const [r] = t ? [] : selectServices(e.certificateAuthorities, [1], {
		selector: "EXACT",
		count: 1
	}, n, "certificate authority");
	const i = selectServices(e.logs, [1, 2], e.logSelection, n, "log");
	const a = selectServices(e.timestampAuthorities, [1], e.timestampSelection, n, "timestamp authority");
	const o = {
		certificateAuthority: r?.url,
		logs: i.map(({ url: e, majorApiVersion: t }) => ({
			url: e,
			version: t === 1 ? 1 : 2
		})),
		timestampUrls: a.map(({ url: e }) => e)
	};
	return t ? o : withTime(o);
}
function requireConsent(e, t, n, r) {
	const i = [...e.certificateAuthority === void 0 ? [] : [e.certificateAuthority], ...e.logs.map(({ url: e }) => e)].filter(isPublicGood);
	if (r || i.length === 0) return;
	const a = n ?? visibilityOf(t) ?? "unknown";
	if (a === "public") return;
	throw new UsageError(`The visibility of this repository is ${a}, and ${new URL(i[0] ?? "").host} writes to a public log`, { hint: "Anyone can read there who signed what, for ever. Set `allow-public-log: true` if that is meant, or use a key or a private instance (`signing-config`)." });
}
function visibilityOf(e) {
	const t = e?.payload["repository"];
	if (typeof t !== "object" || t === null) return void 0;
	const { visibility: n, private: r } = t;
	if (typeof n === "string") return n;
	if (typeof r === "boolean") return r ? "private" : "public";
}
async function openSession(e, t) {
	const n = {
		...e,
		http: circuitBreaker(e.http)
	};
	const r = await readPlan(n, t);
	const i = t.trustedRoot === void 0 ? void 0 : await loadTrustedRoot(t.trustedRoot, n.root);
	const { http: a } = n;
	return {
		plan: r,
		trustedRoot: i,
		credential: await credentials(n, t, r),
		witnesses: (e) => [...r.logs.map(({ url: t, version: n }) => n === 1 ? rekorV1(a, t, e) : rekorV2(a, t, e, i?.logs ?? [])), ...r.timestampUrls.map((e) => timestampAuthority(a, e))]
	};
}
async function readPlan(e, t) {
	const n = t.key !== void 0;
	const { signingConfig: r, fulcioUrl: i, rekorUrls: a, tsaUrl: o } = t;
	if (r === void 0) {
		for (const [e, t] of [["fulcio-url", i], ["tsa-url", o]]) if (t !== void 0) checkUrl(e, t);
		for (const e of a) checkUrl("rekor-url", e);
		return planFromInputs(t, n);
	}
	if (i !== void 0 || a.length > 0 || o !== void 0) throw new UsageError("`signing-config` is given together with URLs of services", { hint: "Give either `signing-config`, or `fulcio-url`, `rekor-url` and `tsa-url`." });
	const s = await readTrustFile(r, e.root, "signing config");
	return planFromConfig(parseSigningConfig(s, r), n, e.clock.wall());
}
function checkUrl(e, t) {
	if (/^https?:\/\//.test(t) && URL.canParse(t)) return;
	throw new UsageError(`\`${e}\` is "${t}"; it must be an http(s) URL`);
}
async function credentials(e, t, n) {
	const { certificateAuthority: r } = n;
	if (t.key !== void 0 || r === void 0) {
		if (t.key?.includes("-----BEGIN") === true) throw new UsageError("`key` holds a key itself instead of where it is", { hint: "Put it into a secret, pass that with `env:`, and give `env://NAME`." });
		requireConsent(n, e.event, void 0, t.allowPublicLog);
		const { text: r, source: i } = await readKeyText(e, t.key ?? "", "key");
		const a = await parsePrivateKey(r, t.keyPassword, i);
		return async () => ({
			key: a,
			certificate: void 0
		});
	}
	const i = {
		token: t.identityToken,
		requestUrl: t.tokenRequestUrl,
		audience: t.audience
	};
	const a = await identityToken(e, i);
	requireConsent(n, e.event, a.visibility, t.allowPublicLog);
	const o = keylessSession(e, r, i, a);
	return async () => {
		const { key: e, certificate: t } = await o.credential();
		const { leaf: n, issuers: r } = t;
		return {
			key: e,
			certificate: {
				leaf: n,
				issuers: r,
				identity: certificateIdentity(parseCertificate(n))
			}
		};
	};
}
const PUBLIC_V1_HOST = "rekor.sigstore.dev";
const SPACING_MS = 125;
function rateLimit(e) {
	if (!e.some((e) => URL.canParse(e) && new URL(e).hostname === PUBLIC_V1_HOST)) return async () => {};
	let t = Promise.resolve();
	return async () => {
		const e = t;
		t = e.then(() => setTimeout(SPACING_MS));
		await e;
	};
}
async function requireRoom(e, t) {
	const n = resolve(e, t);
	if ((await lstat(n).catch(() => void 0))?.isDirectory() === true) throw new UsageError(`${t} is a folder, and the bundle belongs there`, { hint: "Move that folder away, or choose another `bundle-suffix`." });
	try {
		await access(dirname(n), constants$2.W_OK);
	} catch (e) {
		throw new ExternalError(`${t} can't be written: this user may not write to its folder`, {
			hint: "Give this user the right to write there, or sign a copy of the files.",
			cause: e
		});
	}
}
const FULL = new Set([
	"ENOSPC",
	"EDQUOT",
	"EROFS"
]);
function watchedSink(e) {
	let t;
	return {
		requireSpace() {
			if (t !== void 0) throw t;
		},
		async write(n) {
			try {
				await e.write(n);
			} catch (e) {
				const n = e instanceof Error ? e.cause : void 0;
				if (n instanceof Error && "code" in n && FULL.has(n.code)) t ??= e;
				throw e;
			}
		}
	};
}
const OWN_SUFFIX = ".sigstore.json";
async function existingBundle(e, t, n) {
	const r = await readRegularFile(resolve(e, t), MAX_BUNDLE_BYTES);
	if ("problem" in r && r.problem !== "large") return void 0;
	const i = "bytes" in r ? parsedOrNone(r.bytes) : void 0;
	if (i !== void 0 || n.endsWith(OWN_SUFFIX)) return i;
	throw new UsageError(`${t} exists and is no bundle; it stays as it is`, { hint: "Move that file away, or choose another `bundle-suffix`." });
}
function requireOwn(e, t, n) {
	const r = otherThanOwn(t, n);
	if (r === void 0) return;
	throw new UsageError(`${e} is ${r}; it stays as it is`, { hint: "Give this signature a name of its own with `bundle-suffix`, such as `.release.sigstore.json`: verification finds and tries every bundle of a file. `replace` overwrites what is there." });
}
function otherThanOwn({ bundle: e }, t) {
	if (e.content.$case !== "messageSignature") return "an attestation";
	const { content: n } = e.verificationMaterial;
	if (n.$case === "publicKey") {
		const { hint: e } = n.publicKey;
		return e === (t.certificate === void 0 ? t.key.publicKey.hint : void 0) ? void 0 : `a signature by another key (${e || "without a name"})`;
	}
	const r = bundleIdentity(e);
	if (r === void 0) return void 0;
	const { certificate: i } = t;
	return i?.identity.subject === r.subject && i.identity.issuer === r.issuer ? void 0 : `a signature by ${r.subject} (${r.issuer})`;
}
function parsedOrNone(e) {
	try {
		return parseBundle(e);
	} catch (e) {
		if (e instanceof VerificationError) return void 0;
		throw e;
	}
}
function signerPolicyOf({ trustedRoot: e }, { key: t, certificate: n }) {
	if (n === void 0) {
		const n = {
			kind: "key",
			key: t.publicKey
		};
		return e === void 0 ? n : {
			...n,
			root: e
		};
	}
	if (e === void 0) return void 0;
	return {
		kind: "certificate",
		root: e,
		identity: n.identity
	};
}
const UNCHECKED_WITNESSES = "Who made its log entries and timestamps was not checked: no trusted root was given.";
const UNCHECKED_CERTIFICATE = "Its certificate, log entries and timestamps were not checked against a trusted root: none was given.";
async function keptBundle(e, t, n, r) {
	if (!isAsComplete(r, e)) return void 0;
	try {
		const i = signerPolicyOf(e, t);
		if (i === void 0) return await ownFacts(t, n, r);
		const a = await verifyBundle(r, n, {
			signer: i,
			requireLog: false
		});
		return a.ignoredEntries === 0 ? factsOf(a) : void 0;
	} catch (e) {
		if (e instanceof VerificationError) return void 0;
		throw e;
	}
}
function factsOf(e) {
	const { times: t, logEntries: n, unchecked: r } = e;
	return {
		times: t,
		logEntries: n,
		notes: r === 0 ? [] : [UNCHECKED_WITNESSES]
	};
}
async function ownFacts({ certificate: e }, t, n) {
	if (e === void 0) return void 0;
	const { identity: r, times: i, logEntries: a } = await checkOwnBundle(n, t, e.issuers);
	return r.subject === e.identity.subject && r.issuer === e.identity.issuer ? {
		times: i,
		logEntries: a,
		notes: [UNCHECKED_CERTIFICATE]
	} : void 0;
}
function isAsComplete({ bundle: e, version: t }, { plan: n }) {
	const { tlogEntries: r, timestampVerificationData: i } = e.verificationMaterial;
	const a = new Set(r.map((e) => e.logId?.keyId.toString("hex")));
	const o = i?.rfc3161Timestamps.length ?? 0;
	return t === "0.3" && e.content.$case === "messageSignature" && a.size >= n.logs.length && o >= n.timestampUrls.length;
}
const DUPLICATE_TRIES = 3;
async function signFile(e, { root: t, signal: n }, { path: r, suffix: i, replace: a, permit: o, products: s }) {
	const c = `${r}${i}`;
	const l = await e.credential();
	const { algorithm: u } = l.key.publicKey;
	const d = await existingBundle(t, c, i);
	const { digests: f } = await digestFile(resolve(t, r), [u.digest, "sha256"], n);
	const p = {
		digests: async () => f,
		read: async () => void 0
	};
	const m = (e, t, n) => recordOf(e, r, f, signerOf(t), c, n);
	if (d !== void 0) {
		const t = await keptBundle(e, l, p, d);
		if (t !== void 0) return m("kept", l, t);
		if (!a) requireOwn(c, d, l);
	}
	await requireRoom(t, c);
	await o();
	s.requireSpace();
	const h = await e.credential();
	const g = f.get(u.digest) ?? Buffer.alloc(0);
	const _ = bundleBytes(await witnessed(e, h, g));
	const v = await checkNew(e, h, p, parseBundle(_));
	const y = a ? void 0 : await existingBundle(t, c, i);
	if (y !== void 0) requireOwn(c, y, h);
	await s.write({
		path: c,
		mediaType: BUNDLE_MEDIA_TYPE,
		bytes: _
	});
	return m("signed", h, v);
}
function signerOf({ key: e, certificate: t }) {
	if (t === void 0) return keySigner(e.publicKey);
	return {
		identity: t.identity.subject,
		issuer: t.identity.issuer
	};
}
async function witnessed(e, { key: t, certificate: n }, r) {
	const { algorithm: i } = t.publicKey;
	for (let a = 1;; a++) try {
		return await buildBundle(t, n?.leaf, r, e.witnesses(i));
	} catch (e) {
		const t = i.kind === "ec" && a < DUPLICATE_TRIES;
		if (!(e instanceof DuplicateEntry) || !t) throw e;
	}
}
async function checkNew(e, t, n, r) {
	const { plan: i, trustedRoot: a } = e;
	const o = signerPolicyOf(e, t);
	if (o === void 0) {
		const { times: e, logEntries: t } = await checkOwnBundle(r, n);
		return named(i, {
			times: e,
			logEntries: t,
			notes: [UNCHECKED_CERTIFICATE]
		});
	}
	const s = a !== void 0 && i.logs.length > 0;
	const c = factsOf(await verifyBundle(r, n, {
		signer: o,
		requireLog: s
	}));
	return a === void 0 ? named(i, c) : c;
}
function named({ logs: e }, t) {
	if (t.logEntries.length !== e.length) return t;
	const n = t.logEntries.map(({ log: t, index: n }, r) => ({
		log: e[r]?.url ?? t,
		index: n
	}));
	return {
		...t,
		logEntries: n
	};
}
const CONCURRENCY = {
	1: 16,
	2: 64
};
async function runSign(e, t) {
	const n = checkedSuffix(t.bundleSuffix);
	const r = await findTargets(e.root, t.files, n);
	const i = missingFailures(r);
	if (r.files.length === 0) return result(r, [], i, []);
	const a = await openSession(e, t);
	await a.credential();
	const o = result(r, await signAll(e, r.files, n, a, t.replace), i, noticesFor(a));
	const s = signingVerification(t, a, r, o.records);
	const c = [...o.notices ?? [], ...placeholderNotices(t, s)];
	return {
		...o,
		verifyWith: s,
		notices: c
	};
}
function checkedSuffix(e) {
	if (/^\.[A-Za-z0-9._-]{1,60}$/.test(e)) return e;
	throw new UsageError(`\`bundle-suffix\` is "${e}"; a dot, then letters, digits, dots and dashes are allowed`);
}
async function signAll(e, t, n, r, i) {
	const { signal: a, logger: o, progress: s } = e;
	const c = r.plan.logs.some((e) => e.version === 1) ? 1 : 2;
	const l = watchedSink(e.products);
	const u = rateLimit(r.plan.logs.map(({ url: e }) => e));
	let d = 0;
	const f = await mapPool(t, CONCURRENCY[c], a, async (c) => {
		try {
			const t = await signFile(r, e, {
				path: c,
				suffix: n,
				replace: i,
				permit: u,
				products: l
			});
			o.info(lineOf(t));
			return { record: t };
		} catch (e) {
			return a.aborted ? { stopped: c } : { failure: failureOf(c, e) };
		} finally {
			d += 1;
			s.update("Signing", d, t.length);
		}
	});
	s.finish();
	const p = f.length;
	return p === t.length ? f : [...f, ...t.slice(p).map(asStopped)];
}
function asStopped(e) {
	return { stopped: e };
}
function lineOf({ act: e, subject: t, logEntries: n }) {
	if (e === "kept") return `${t.name}: its bundle is valid for this content and signer; kept`;
	const r = n[0]?.index;
	return `${t.name}: signed${r === void 0 ? "" : `, log index ${r}`}`;
}
function noticesFor({ plan: e, trustedRoot: t }) {
	if (t !== void 0) return [];
	if (e.certificateAuthority !== void 0) return ["Without `trusted-root` only the signatures were checked after signing, not the certificate, log entries and timestamps."];
	return e.logs.length + e.timestampUrls.length > 0 ? ["Without `trusted-root` the log entries and timestamps were not checked after signing."] : [];
}
function result(e, t, n, r) {
	const i = t.flatMap((e) => "record" in e ? [e.record] : []);
	const a = t.flatMap((e) => "failure" in e ? [e.failure] : []);
	const o = t.flatMap((e) => "stopped" in e ? [e.stopped] : []);
	const s = i.filter(({ act: e }) => e === "signed").length;
	const c = i.length - s;
	return {
		act: "sign",
		records: i,
		failures: [
			...n,
			...a,
			...stoppedFailure("sign.failed", o, "signed")
		],
		coverage: {
			inspected: {
				files: e.files.length,
				signed: s,
				kept: c
			},
			skipped: [
				...e.skipped,
				...e.leftovers,
				...e.bundles.map((e) => ({
					item: e,
					reason: "it is a bundle"
				}))
			],
			summary: summaryOf(s, c, a.length + o.length)
		},
		notices: r
	};
}
function summaryOf(e, t, n) {
	if (e + t + n === 0) return "There was no file to sign";
	return [
		`${plural(e, "file")} signed`,
		...t === 0 ? [] : [`${t} had a valid signature already`],
		...n === 0 ? [] : [`${plural(n, "file")} not signed`]
	].join(", ");
}
export { runSign };
