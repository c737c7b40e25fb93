import "./rolldown-runtime.js";
import { $ as asKnownError, Q as UsageError, X as ExternalError, Z as InternalError, i as plural } from "./core.js";
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

// packages/signing/src/sign/failures.ts
function failureOf(path, error) {
	const { reason, kind, hint } = causeOf(error);
	return {
		item: path,
		ruleId: "sign.failed",
		kind,
		message: `${path} was not signed: ${reason}`.replace(/\s+/g, " "),
		location: { path },
		...hint === void 0 ? {} : { hint }
	};
}
function causeOf(error) {
	if (error instanceof VerificationError) {
		const compared = [...error.expected === void 0 ? [] : [`expected ${error.expected}`], ...error.found === void 0 ? [] : [`found ${error.found}`]].join(", ");
		return {
			reason: `the new bundle does not verify: ${error.message}${compared === "" ? "" : ` (${compared})`}`,
			kind: "external",
			hint: "Check that `trusted-root` is that of the services which signed, and up to date."
		};
	}
	if (error instanceof Error && "code" in error && "syscall" in error) return {
		reason: `it can't be read (${String(error.code)})`,
		kind: "usage",
		hint: "Give this user the right to read the file."
	};
	const known = asKnownError(error);
	if (known.kind === "internal") throw known;
	const problems = known.problems.length === 0 ? "" : ` (${known.problems.join("; ")})`;
	return {
		reason: `${known.message}${problems}`,
		kind: known.kind,
		hint: known.hint
	};
}
function missingFailures(targets) {
	const items = [...targets.unmatched, ...targets.unreadable.map(({ path, reason }) => ({
		item: path === "" ? "." : path,
		reason: `the folder can't be listed: ${reason}`
	}))];
	return (targets.files.length === 0 && items.length === 0 ? [{
		item: "files",
		reason: nothingLeft(targets)
	}] : items).map(({ item, reason }) => ({
		item,
		ruleId: "sign.nothing-to-sign",
		kind: "usage",
		message: `${item} names nothing to sign: ${reason}`,
		hint: "Correct the pattern, or build the files before this step; name files instead of folders and links."
	}));
}
function nothingLeft({ skipped }) {
	return skipped.length === 0 ? "everything is excluded or a bundle" : "everything is excluded, a bundle, or no regular file";
}

// packages/sigstore/src/bundle/build.ts
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
	constructor(signer, witnesses, digest) {
		super({
			signer,
			witnesses
		});
		this.algorithm = ALGORITHMS[digest];
	}
	async package(artifact, { key, signature }) {
		const certificate = key.$case === "x509Certificate" ? pemBlocks(key.certificate)[0]?.bytes : void 0;
		const bundle = (0, import_dist$1.toMessageSignatureBundle)({
			digest: artifact.data,
			signature,
			certificateChain: false,
			...certificate === void 0 ? {} : { certificate },
			...key.$case === "publicKey" && key.hint !== void 0 ? { keyHint: key.hint } : {}
		});
		bundle.content.messageSignature.messageDigest.algorithm = this.algorithm;
		return bundle;
	}
};
async function buildBundle(key, certificate, digest, witnesses) {
	const { publicKey } = key;
	const material = certificate === void 0 ? {
		$case: "publicKey",
		publicKey: publicKeyPem(publicKey),
		hint: publicKey.hint
	} : {
		$case: "x509Certificate",
		certificate: toPem("CERTIFICATE", certificate)
	};
	return await new DigestBundleBuilder({ sign: async (data) => ({
		signature: key.sign(data),
		key: material
	}) }, [...witnesses], publicKey.algorithm.digest).create({ data: digest });
}
function bundleBytes(bundle) {
	const json = (0, import_dist$1.bundleToJSON)(bundle);
	const tlogEntries = json.verificationMaterial.tlogEntries?.map((entry) => ({
		...entry,
		logIndex: entry.logIndex ?? "0",
		...entry.inclusionProof === void 0 ? {} : { inclusionProof: {
			...entry.inclusionProof,
			logIndex: entry.inclusionProof.logIndex ?? "0",
			hashes: entry.inclusionProof.hashes ?? []
		} }
	}));
	const verificationMaterial = tlogEntries === void 0 ? json.verificationMaterial : {
		...json.verificationMaterial,
		tlogEntries
	};
	return Buffer.from(`${JSON.stringify({
		...json,
		verificationMaterial
	})}\n`);
}

// packages/sigstore/src/services/request.ts
const TRIES = 24;
function callService(http, request) {
	const { service: _, ...rest } = request;
	return http.request({
		...rest,
		tries: TRIES,
		retryUnsafe: true
	});
}
const MAX_ANSWER = 300;
const LONG_RUN = /[\w.%+/=-]{81,}/g;
function answerText(response) {
	return response.text().slice(0, 65536).replace(/\s+/g, " ").trim().replace(LONG_RUN, "***").slice(0, MAX_ANSWER);
}
function badAnswer(service, response, hint) {
	const said = answerText(response);
	return new ExternalError(`${service} answered with status ${response.status}${said === "" ? "" : `: ${said}`}`, { hint: hint ?? (response.status >= 500 || response.status === 429 ? "Run the step again later; files that are signed already are skipped." : "Check the service's URL and version.") });
}
function unexpectedAnswer(service, what, cause) {
	return new ExternalError(`${service} answered something else than expected: ${what}`, {
		hint: "Check that the URL is that of this service, and its API version.",
		cause
	});
}
function under(base, path) {
	return `${base.replace(/\/+$/, "")}/${path}`;
}

// packages/sigstore/src/keyless/oidc.ts
async function identityToken(access, source) {
	if (source.token !== void 0 && source.token !== "") {
		access.mask(source.token);
		return readToken(source.token.trim());
	}
	const bearer = access.environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
	if (source.requestUrl === void 0 || source.requestUrl === "" || !bearer) throw noToken(access);
	const url = new URL(source.requestUrl);
	url.searchParams.set("audience", source.audience);
	const response = await callService(access.http, {
		service: "The token service",
		url: url.href,
		headers: {
			authorization: `Bearer ${bearer}`,
			accept: "application/json"
		}
	});
	if (response.status !== 200) throw new ExternalError(`The token service answered with status ${response.status}`, { hint: "Run the job again: the token that it asks with lives as long as the job." });
	const answer = response.json();
	const value = typeof answer === "object" && answer !== null ? answer.value : void 0;
	if (typeof value !== "string") throw new ExternalError("The token service gave no token");
	access.mask(value);
	return readToken(value);
}
function noToken({ environment }) {
	if (environment["GITHUB_ACTIONS"] === "true") return new UsageError("This job may not ask for an identity token", { hint: "Give the job `permissions: id-token: write`. A pull request from a fork never gets one: sign on push or release, not on pull_request." });
	return new UsageError("There is neither a key nor an identity token to sign with", { hint: "Give a key, or an OIDC token in SIGSTORE_ID_TOKEN." });
}
function readToken(token) {
	const claims = claimsOf(token);
	const text = (name) => {
		const value = claims[name];
		return typeof value === "string" && value !== "" ? value : void 0;
	};
	const email = text("email");
	if (email !== void 0 && claims["email_verified"] !== true && claims["email_verified"] !== "true") throw new UsageError("The identity token holds an e-mail address that is not verified");
	const subject = email ?? text("sub");
	const issuer = text("iss");
	if (subject === void 0 || issuer === void 0) throw new UsageError("The identity token lacks `iss`, or both `email` and `sub`");
	const { exp } = claims;
	const expires = typeof exp === "number" ? /* @__PURE__ */ new Date(exp * 1e3) : void 0;
	return {
		token,
		subject,
		issuer,
		expires: Number.isNaN(expires?.getTime()) ? void 0 : expires,
		visibility: text("repository_visibility")
	};
}
function claimsOf(token) {
	const parts = token.split(".");
	try {
		const claims = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
		if (parts.length === 3 && typeof claims === "object" && claims !== null) return claims;
	} catch {}
	throw new UsageError("The identity token is no JWT (three base64url parts with dots between)", { hint: "Check SIGSTORE_ID_TOKEN, or the token that was handed in." });
}

// packages/sigstore/src/keyless/fulcio.ts
const SERVICE$4 = "Fulcio";
const MAX_CHAIN = 16;
async function requestCertificate(http, baseUrl, identity, key) {
	const { algorithm } = key.publicKey;
	const digest = createHash(algorithm.digest).update(identity.subject).digest();
	const response = await callService(http, {
		service: SERVICE$4,
		method: "POST",
		url: under(baseUrl, "api/v2/signingCert"),
		headers: {
			"content-type": "application/json",
			accept: "application/json"
		},
		body: JSON.stringify({
			credentials: { oidcIdentityToken: identity.token },
			publicKeyRequest: {
				publicKey: {
					algorithm: "ECDSA",
					content: publicKeyPem(key.publicKey)
				},
				proofOfPossession: key.sign(digest).toString("base64")
			}
		}),
		timeoutMs: 2e4
	});
	if (response.status === 400 || response.status === 401 || response.status === 403) throw new UsageError(`Fulcio refused the identity token of issuer ${identity.issuer} (status ${response.status})`, {
		hint: "Check that the token is fresh, that its audience is the one that Fulcio expects, and that this Fulcio knows the issuer.",
		problems: [answerText(response)]
	});
	if (response.status !== 200 && response.status !== 201) throw badAnswer(SERVICE$4, response);
	return checked(chainOf(response.json()), key);
}
function chainOf(answer) {
	const certificates = member(member(member(answer, "signedCertificateEmbeddedSct"), "chain") ?? member(member(answer, "signedCertificateDetachedSct"), "chain"), "certificates");
	const texts = Array.isArray(certificates) ? certificates.slice(0, MAX_CHAIN).filter((text) => typeof text === "string") : [];
	if (texts.length === 0) throw unexpectedAnswer(SERVICE$4, "it holds no certificate chain");
	return texts;
}
function checked(chain, key) {
	const [leaf, ...issuers] = chain.map((pem) => pemBlocks(pem).find(({ label }) => label === "CERTIFICATE")?.bytes);
	if (leaf === void 0) throw unexpectedAnswer(SERVICE$4, "its leaf is no PEM certificate");
	let certificate;
	try {
		certificate = new X509Certificate(leaf);
	} catch (cause) {
		throw unexpectedAnswer(SERVICE$4, "its leaf is no readable certificate", cause);
	}
	if (!certificate.publicKey.export({
		format: "der",
		type: "spki"
	}).equals(key.publicKey.spki)) throw unexpectedAnswer(SERVICE$4, "its certificate is for another key");
	return {
		leaf,
		issuers: issuers.flatMap((bytes) => bytes ?? []),
		notBefore: new Date(certificate.validFrom),
		notAfter: new Date(certificate.validTo)
	};
}
function member(value, name) {
	return typeof value === "object" && value !== null ? value[name] : void 0;
}

// packages/sigstore/src/keyless/session.ts
const USABLE_SHARE = .8;
function keylessSession(context, fulcioUrl, source, first) {
	let current;
	let renewAt = Number.POSITIVE_INFINITY;
	const issue = async (identity) => {
		const key = signingKey(generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey);
		const certificate = await requestCertificate(context.http, fulcioUrl, identity, key);
		const lifetime = certificate.notAfter.getTime() - certificate.notBefore.getTime();
		renewAt = context.clock.wall().getTime() + lifetime * USABLE_SHARE;
		return {
			key,
			certificate
		};
	};
	return { credential() {
		if (current === void 0) current = issue(first);
		else if (context.clock.wall().getTime() >= renewAt) {
			renewAt = Number.POSITIVE_INFINITY;
			context.logger.info("The certificate is about to expire; asking for another one");
			current = identityToken(context, source).then((identity) => {
				if (source.token) refuseExpired(identity, context.clock.wall());
				return issue(identity);
			}).catch((error) => {
				renewAt = Number.NEGATIVE_INFINITY;
				throw error;
			});
		}
		return current;
	} };
}
function refuseExpired({ expires }, now) {
	if (expires === void 0 || now < expires) return;
	throw new UsageError(`The identity token that was handed in expired at ${expires.toISOString()}, and the certificate has to be renewed with it`, { hint: "Let the CI hand out tokens (`id-token: write`), hand in one that lives as long as the run, or sign fewer files in one run. Files that are signed already are skipped." });
}

// packages/sigstore/src/services/circuit-breaker.ts
const TRIES_WHILE_DOWN = 2;
function circuitBreaker(http) {
	const down = /* @__PURE__ */ new Set();
	return { async request(request) {
		const service = URL.canParse(request.url) ? new URL(request.url).origin : request.url;
		const tries = down.has(service) ? TRIES_WHILE_DOWN : request.tries;
		try {
			const response = await http.request({
				...request,
				...tries === void 0 ? {} : { tries }
			});
			if (isOutage(response.status)) down.add(service);
			else down.delete(service);
			return response;
		} catch (error) {
			down.add(service);
			throw error;
		}
	} };
}
function isOutage(status) {
	return status >= 500 || status === 429 || status === 408;
}

// packages/sigstore/src/services/select.ts
function selectServices(services, supported, selection, now, kind) {
	if (selection === void 0) return [];
	const usable = services.filter((service) => supported.includes(service.majorApiVersion) && (service.start === void 0 || service.start <= now) && (service.end === void 0 || now <= service.end));
	const version = Math.max(...usable.map((service) => service.majorApiVersion));
	const ranked = usable.filter((service) => service.majorApiVersion === version).sort((a, b) => (b.start?.getTime() ?? 0) - (a.start?.getTime() ?? 0));
	const operators = /* @__PURE__ */ new Set();
	const distinct = ranked.filter((service) => {
		if (service.operator === "") return true;
		const isNew = !operators.has(service.operator);
		operators.add(service.operator);
		return isNew;
	});
	const wanted = selection.selector === "ALL" ? Math.max(distinct.length, 1) : selection.count;
	if (distinct.length < wanted) throw new UsageError(`The signing config has ${distinct.length} usable ${kind} services; ${wanted} needed`, { hint: `Supported API versions are ${supported.join(", ")}; check \`validFor\` too.` });
	return distinct.slice(0, wanted);
}

// packages/sigstore/src/services/signing-config.ts
const MEDIA_TYPE = "application/vnd.dev.sigstore.signingconfig.v0.2+json";
const SELECTORS = [
	"ANY",
	"ALL",
	"EXACT",
	"SERVICE_SELECTOR_UNDEFINED"
];
function parseSigningConfig(bytes, source) {
	const fail = (path, problem) => {
		throw new UsageError(`${source}: ${path} ${problem}`, { hint: "Give a signing config v0.2, as `cosign signing-config create` writes it." });
	};
	const root = protoReader(unwrapTrustConfig(bytes, "signingConfig", source), "signingConfig", [
		"mediaType",
		"caUrls",
		"oidcUrls",
		"rekorTlogUrls",
		"rekorTlogConfig",
		"tsaUrls",
		"tsaConfig"
	], fail);
	root.choice("mediaType", [MEDIA_TYPE]);
	const services = (name) => root.list(name, 64, [
		"url",
		"majorApiVersion",
		"validFor",
		"operator"
	]).map((entry) => readService(entry, fail));
	return {
		certificateAuthorities: services("caUrls"),
		oidcProviders: services("oidcUrls"),
		logs: services("rekorTlogUrls"),
		logSelection: readSelection(root, "rekorTlogConfig", fail),
		timestampAuthorities: services("tsaUrls"),
		timestampSelection: readSelection(root, "tsaConfig", fail)
	};
}
function readService(entry, fail) {
	const url = entry.text("url");
	if (!/^https?:\/\//.test(url) || !URL.canParse(url)) fail(`${entry.path}.url`, "is no http(s) URL");
	const window = entry.has("validFor") ? entry.object("validFor", ["start", "end"]) : void 0;
	const instant = (name) => {
		if (window === void 0 || !window.has(name)) return void 0;
		const date = new Date(window.text(name));
		return Number.isNaN(date.getTime()) ? fail(`${window.path}.${name}`, "is no instant") : date;
	};
	return {
		url,
		majorApiVersion: Number(entry.integer("majorApiVersion", 0n)),
		start: instant("start"),
		end: instant("end"),
		operator: entry.has("operator") ? entry.text("operator") : ""
	};
}
function readSelection(root, name, fail) {
	if (!root.has(name)) return void 0;
	const selection = root.object(name, ["selector", "count"]);
	if (!selection.has("selector")) return void 0;
	const selector = selection.choice("selector", SELECTORS);
	const count = Number(selection.integer("count", 0n));
	if (selector === "ANY") return {
		selector,
		count: 1
	};
	if (selector === "ALL") return {
		selector,
		count: 0
	};
	if (selector === "EXACT" && count > 0 && count <= 64) return {
		selector,
		count
	};
	return fail(`${selection.path}.selector`, `is ${selector} with count ${count}`);
}

// packages/sigstore/src/verify/own-bundle.ts
async function checkOwnBundle({ bundle }, artifact, issuers) {
	const leaf = leafOf(bundle);
	checkLeafProfile(leaf);
	const certificate = new X509Certificate(leaf.root.toDER());
	if (issuers?.some((issuer) => isIssuedBy(certificate, issuer)) === false) throw new VerificationError("untrusted-certificate", "the certificate is of another authority");
	const key = certificate.publicKey;
	const { core: content } = await signedContent(bundle, artifact, key);
	if (!content.verifySignature(key)) throw new VerificationError("invalid-signature", "the signature is not by its certificate");
	const entries = bundle.verificationMaterial.tlogEntries;
	const timestamps = timestampsOf(bundle);
	const verifier = {
		der: leaf.root.toDER(),
		isCertificate: true
	};
	checkWithoutTrustedRoot(entries, timestamps, content, verifier);
	return {
		identity: certificateIdentity(leaf),
		times: timesOf(timestamps, entries),
		logEntries: entries.map((entry) => referenceOf(entry, []))
	};
}
function isIssuedBy(certificate, issuer) {
	try {
		const authority = new X509Certificate(issuer);
		return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
	} catch {
		return false;
	}
}
function bundleIdentity(bundle) {
	try {
		return certificateIdentity(leafOf(bundle));
	} catch {
		return;
	}
}

// packages/sigstore/src/witness/tile-proof.ts
var import_dist = require_dist$2();
const SERVICE$3 = "The Rekor log";
const HASH_BYTES = 32;
const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
async function proofFromTiles(http, baseUrl, index) {
	const checkpoint = (await read(http, baseUrl, "checkpoint")).toString("utf8");
	const [origin = "", sizeText = "", root = ""] = checkpoint.split("\n");
	const size = /^[1-9][0-9]{0,14}$/.test(sizeText) ? Number(sizeText) : 0;
	if (index >= size) throw unexpectedAnswer(SERVICE$3, `its checkpoint does not reach entry ${index}`);
	const hashes = await path(tileReader(http, baseUrl, size), index, 0, size);
	return {
		checkpoint,
		origin,
		size,
		root: Buffer.from(root, "base64"),
		hashes
	};
}
async function path(hashes, index, start, end) {
	if (end - start === 1) return [];
	const middle = start + largestPowerBelow(end - start);
	const isLeft = index < middle;
	const rest = isLeft ? path(hashes, index, start, middle) : path(hashes, index, middle, end);
	const other = isLeft ? subtree(hashes, middle, end) : subtree(hashes, start, middle);
	return [...await rest, await other];
}
async function subtree(hashes, start, end) {
	const count = end - start;
	const level = Math.log2(count);
	if (Number.isInteger(level)) return await perfectSubtree(hashes, level, start / count);
	const middle = start + largestPowerBelow(count);
	return nodeHash(await subtree(hashes, start, middle), await subtree(hashes, middle, end));
}
async function perfectSubtree(hashes, level, position) {
	const tileLevel = Math.floor(level / TILE_HEIGHT);
	const count = 2 ** (level % TILE_HEIGHT);
	let row = await hashes(tileLevel, position * count, count);
	while (row.length > 1) {
		const pairs = row;
		row = pairs.flatMap((left, at) => {
			const right = pairs[at + 1];
			return at % 2 === 0 && right !== void 0 ? [nodeHash(left, right)] : [];
		});
	}
	const [root] = row;
	if (root === void 0) throw unexpectedAnswer(SERVICE$3, "a tile is empty");
	return root;
}
function tileReader(http, baseUrl, size) {
	const tiles = /* @__PURE__ */ new Map();
	return async (level, first, count) => {
		const number = Math.floor(first / TILE_WIDTH);
		const there = Math.floor(size / TILE_WIDTH ** level) - number * TILE_WIDTH;
		const width = Math.min(there, TILE_WIDTH);
		const name = `tile/${level}/${tilePath(number)}${width < TILE_WIDTH ? `.p/${width}` : ""}`;
		const tile = tiles.get(name) ?? read(http, baseUrl, name);
		tiles.set(name, tile);
		const bytes = await tile;
		if (bytes.length !== width * HASH_BYTES) throw unexpectedAnswer(SERVICE$3, `${name} has a wrong size`);
		return Array.from({ length: count }, (_, at) => {
			const offset = (first % TILE_WIDTH + at) * HASH_BYTES;
			return bytes.subarray(offset, offset + HASH_BYTES);
		});
	};
}
function tilePath(number) {
	const digits = String(number);
	const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
	return groups.map((group, at) => at < groups.length - 1 ? `x${group}` : group).join("/");
}
async function read(http, baseUrl, name) {
	const response = await callService(http, {
		service: SERVICE$3,
		url: under(baseUrl, `api/v2/${name}`),
		maxBytes: 1048576
	});
	if (response.status !== 200) throw badAnswer(SERVICE$3, response);
	return Buffer.from(response.body);
}
function largestPowerBelow(count) {
	let power = 1;
	while (power * 2 < count) power *= 2;
	return power;
}
function nodeHash(left, right) {
	return createHash("sha256").update(Buffer.from([1])).update(left).update(right).digest();
}

// packages/sigstore/src/witness/duplicate-entry.ts
var DuplicateEntry = class extends ExternalError {};
const DIGEST_NAMES = {
	sha256: "SHA2_256",
	sha384: "SHA2_384",
	sha512: "SHA2_512"
};
function duplicateEntry(response) {
	const index = response.headers["x-log-index"];
	return new DuplicateEntry(`The Rekor log already holds this signature${index === void 0 ? "" : ` at index ${index}`}`, { hint: "Keep the bundle that was made with that entry. Signatures of RSA and Ed25519 keys are always the same: give a trusted root, so that the entry can be taken from a log that publishes its tiles, or sign with an ECDSA key." });
}
async function existingEntry$1(http, baseUrl, conflict, material, algorithm, logs) {
	const index = conflict.headers["x-log-index"] ?? "";
	if (!/^[0-9]{1,15}$/.test(index) || logs.length === 0) return void 0;
	const proof = await proofFromTiles(http, baseUrl, Number(index));
	const keyId = logs.find(({ names }) => names.includes(proof.origin))?.ids.at(-1);
	if (keyId === void 0) return void 0;
	return {
		logIndex: index,
		logId: { keyId },
		kindVersion: {
			kind: "hashedrekord",
			version: "0.0.2"
		},
		integratedTime: "0",
		inclusionPromise: void 0,
		inclusionProof: {
			logIndex: index,
			rootHash: proof.root,
			treeSize: String(proof.size),
			hashes: [...proof.hashes],
			checkpoint: { envelope: proof.checkpoint }
		},
		canonicalizedBody: Buffer.from(import_dist.json.canonicalize(bodyOf(material, algorithm)))
	};
}
function bodyOf(material, algorithm) {
	const rawBytes = { rawBytes: material.verifierDer.toString("base64") };
	return {
		apiVersion: "0.0.2",
		kind: "hashedrekord",
		spec: { hashedRekordV002: {
			data: {
				algorithm: DIGEST_NAMES[material.digestName],
				digest: material.digest.toString("base64")
			},
			signature: {
				content: material.signature.toString("base64"),
				verifier: {
					keyDetails: algorithm.keyDetails,
					...material.isCertificate ? { x509Certificate: rawBytes } : { publicKey: rawBytes }
				}
			}
		} }
	};
}

// packages/sigstore/src/witness/log-material.ts
function logMaterial(content, verifierPem, algorithm) {
	const block = pemBlocks(verifierPem)[0];
	if (content.$case !== "messageSignature" || block === void 0) throw new InternalError("A log entry can be made of a message signature with its key only");
	const { signature, messageDigest } = content.messageSignature;
	return {
		digestName: algorithm.digest,
		digest: messageDigest.digest,
		signature,
		verifierPem,
		verifierDer: block.bytes,
		isCertificate: block.label === "CERTIFICATE"
	};
}

// packages/sigstore/src/witness/rekor-v1.ts
const SERVICE$2 = "The Rekor log";
const ENTRIES = "api/v1/log/entries";
function rekorV1(http, baseUrl, algorithm) {
	return { testify: async (content, verifierPem) => {
		return { tlogEntries: [await addEntry(http, baseUrl, logMaterial(content, verifierPem, algorithm))] };
	} };
}
async function addEntry(http, baseUrl, material) {
	const response = await callService(http, {
		service: SERVICE$2,
		method: "POST",
		url: under(baseUrl, ENTRIES),
		headers: {
			"content-type": "application/json",
			accept: "application/json"
		},
		body: JSON.stringify({
			apiVersion: "0.0.1",
			kind: "hashedrekord",
			spec: {
				data: { hash: {
					algorithm: material.digestName,
					value: material.digest.toString("hex")
				} },
				signature: {
					content: material.signature.toString("base64"),
					publicKey: { content: Buffer.from(material.verifierPem).toString("base64") }
				}
			}
		})
	});
	if (response.status === 201) return readV1Entry(response);
	if (response.status === 409) return await existingEntry(http, baseUrl, response);
	throw badAnswer(SERVICE$2, response);
}
async function existingEntry(http, baseUrl, conflict) {
	const said = `${conflict.headers["location"] ?? ""} ${conflict.text()}`;
	const uuid = /\b([0-9a-f]{80}|[0-9a-f]{64})\b/.exec(said)?.[1];
	if (uuid === void 0) throw badAnswer(SERVICE$2, conflict);
	const response = await callService(http, {
		service: SERVICE$2,
		url: under(baseUrl, `${ENTRIES}/${uuid}`),
		headers: { accept: "application/json" }
	});
	if (response.status !== 200) throw badAnswer(SERVICE$2, response);
	return readV1Entry(response);
}
function readV1Entry(response) {
	try {
		const [entry] = Object.values(response.json());
		if (entry === void 0) throw new TypeError("no entry");
		return toLogEntry(entry);
	} catch (cause) {
		throw unexpectedAnswer(SERVICE$2, "it is no complete log entry", cause);
	}
}
function toLogEntry(entry) {
	const canonicalizedBody = Buffer.from(entry.body, "base64");
	const body = JSON.parse(canonicalizedBody.toString("utf8"));
	const { inclusionProof, signedEntryTimestamp } = entry.verification;
	return {
		logIndex: whole(entry.logIndex),
		logId: { keyId: Buffer.from(entry.logID, "hex") },
		kindVersion: {
			kind: body.kind,
			version: body.apiVersion
		},
		integratedTime: whole(entry.integratedTime),
		inclusionPromise: { signedEntryTimestamp: Buffer.from(signedEntryTimestamp, "base64") },
		inclusionProof: {
			logIndex: whole(inclusionProof.logIndex),
			rootHash: Buffer.from(inclusionProof.rootHash, "hex"),
			treeSize: whole(inclusionProof.treeSize),
			hashes: inclusionProof.hashes.map((hash) => Buffer.from(hash, "hex")),
			checkpoint: { envelope: inclusionProof.checkpoint }
		},
		canonicalizedBody
	};
}
function whole(value) {
	if (Number.isSafeInteger(value) && value >= 0) return String(value);
	throw new TypeError(`${String(value)} is no index`);
}

// packages/sigstore/src/witness/rekor-v2.ts
const SERVICE$1 = "The Rekor log";
const TIMEOUT_MS = 6e4;
function rekorV2(http, baseUrl, algorithm, logs) {
	return { testify: async (content, verifierPem) => {
		const material = logMaterial(content, verifierPem, algorithm);
		const rawBytes = { rawBytes: material.verifierDer.toString("base64") };
		const response = await callService(http, {
			service: SERVICE$1,
			method: "POST",
			url: under(baseUrl, "api/v2/log/entries"),
			headers: {
				"content-type": "application/json",
				accept: "application/json"
			},
			body: JSON.stringify({ hashedRekordRequestV002: {
				digest: material.digest.toString("base64"),
				signature: {
					content: material.signature.toString("base64"),
					verifier: {
						...material.isCertificate ? { x509Certificate: rawBytes } : { publicKey: rawBytes },
						keyDetails: algorithm.keyDetails
					}
				}
			} }),
			timeoutMs: TIMEOUT_MS
		});
		if (response.status === 201 || response.status === 200) return { tlogEntries: [readEntry(response)] };
		if (response.status !== 409) throw refusal(response);
		const entry = algorithm.kind === "ec" ? void 0 : await existingEntry$1(http, baseUrl, response, material, algorithm, logs);
		if (entry === void 0) throw duplicateEntry(response);
		return { tlogEntries: [entry] };
	} };
}
function refusal(response) {
	if (response.status === 405) return new ExternalError("The Rekor log is frozen: it takes no new entries", { hint: "Name the log that followed it, or use an up-to-date signing config." });
	return badAnswer(SERVICE$1, response);
}
function readEntry(response) {
	const fail = (path, problem) => {
		throw unexpectedAnswer(SERVICE$1, `${path} ${problem}`);
	};
	const json = response.json();
	checkLogEntry(protoReader(json, "entry", LOG_ENTRY_FIELDS, fail), "0.3", fail);
	const entry = import_dist$2.TransparencyLogEntry.fromJSON(json);
	const { logId, kindVersion } = entry;
	if (logId === void 0 || kindVersion === void 0) return fail("entry", "is incomplete");
	return {
		...entry,
		logId,
		kindVersion
	};
}

// packages/sigstore/src/der/write.ts
function derSequence(...parts) {
	return element(48, Buffer.concat(parts));
}
function derOctetString(bytes) {
	return element(4, bytes);
}
function derBoolean(value) {
	return element(1, Buffer.from([value ? 255 : 0]));
}
const DER_NULL = Buffer.from([5, 0]);
function derUnsigned(bytes) {
	let start = 0;
	while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
	const value = bytes.subarray(start);
	return element(2, ((value[0] ?? 0) & 128) !== 0 ? Buffer.concat([Buffer.from([0]), value]) : value);
}
function derOid(dotted) {
	const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
	const bytes = [first * 40 + second, ...rest.flatMap(base128)];
	return element(6, Buffer.from(bytes));
}
function base128(arc) {
	const groups = [arc % 128];
	for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift(left % 128 | 128);
	return groups;
}
function element(tag, content) {
	return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}
function lengthOf(length) {
	if (length < 128) return [length];
	const bytes = [];
	for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
	return [128 | bytes.length, ...bytes];
}

// packages/sigstore/src/witness/timestamp-authority.ts
const SERVICE = "The timestamp authority";
const SHA256 = "2.16.840.1.101.3.4.2.1";
const GRANTED = [0n, 1n];
function timestampAuthority(http, url) {
	return { testify: async (content) => {
		return { rfc3161Timestamps: [{ signedTimestamp: await stamp(http, url, content.$case === "messageSignature" ? content.messageSignature.signature : content.dsseEnvelope.signatures[0]?.sig ?? Buffer.alloc(0)) }] };
	} };
}
async function stamp(http, url, signature) {
	const imprint = createHash("sha256").update(signature).digest();
	const nonce = randomBytes(16);
	nonce[0] = (nonce[0] ?? 0) & 127 | 64;
	const response = await callService(http, {
		service: SERVICE,
		method: "POST",
		url,
		headers: {
			"content-type": "application/timestamp-query",
			accept: "application/timestamp-reply"
		},
		body: timestampQuery(imprint, nonce),
		maxBytes: 1048576
	});
	if (response.status !== 200 && response.status !== 201) throw badAnswer(SERVICE, response);
	const reply = Buffer.from(response.body);
	checkReply(reply, imprint, nonce);
	return reply;
}
function timestampQuery(imprint, nonce) {
	return derSequence(derUnsigned(Buffer.from([1])), derSequence(derSequence(derOid(SHA256), DER_NULL), derOctetString(imprint)), derUnsigned(nonce), derBoolean(true));
}
function checkReply(reply, imprint, nonce) {
	let problem;
	try {
		const timestamp = import_dist.RFC3161Timestamp.parse(reply);
		if (!GRANTED.includes(timestamp.status)) problem = `status ${timestamp.status}, not granted`;
		else {
			const { tstInfo } = timestamp;
			const echoed = tstInfo.root.subs.slice(5).find((part) => part.tag.isInteger());
			if (!tstInfo.messageImprintHashedMessage.equals(imprint)) problem = "another imprint";
			else if (echoed === void 0 || !echoed.value.equals(nonce)) problem = "another nonce";
		}
	} catch (cause) {
		throw unexpectedAnswer(SERVICE, "it is no timestamp response", cause);
	}
	if (problem !== void 0) throw unexpectedAnswer(SERVICE, problem);
}

// packages/signing/src/services/config-plan.ts
function planFromConfig(config, hasKey, now) {
	const [authority] = hasKey ? [] : selectServices(config.certificateAuthorities, [1], {
		selector: "EXACT",
		count: 1
	}, now, "certificate authority");
	const logs = selectServices(config.logs, [1, 2], config.logSelection, now, "log");
	const timestamps = selectServices(config.timestampAuthorities, [1], config.timestampSelection, now, "timestamp authority");
	const plan = {
		certificateAuthority: authority?.url,
		logs: logs.map(({ url, majorApiVersion }) => ({
			url,
			version: majorApiVersion === 1 ? 1 : 2
		})),
		timestampUrls: timestamps.map(({ url }) => url)
	};
	return hasKey ? plan : withTime(plan);
}

// packages/signing/src/services/consent.ts
function requireConsent(plan, event, tokenVisibility, allowed) {
	const publicUrls = [...plan.certificateAuthority === void 0 ? [] : [plan.certificateAuthority], ...plan.logs.map(({ url }) => url)].filter(isPublicGood);
	if (allowed || publicUrls.length === 0) return;
	const visibility = tokenVisibility ?? visibilityOf(event) ?? "unknown";
	if (visibility === "public") return;
	throw new UsageError(`The visibility of this repository is ${visibility}, and ${new URL(publicUrls[0] ?? "").host} writes to a public log`, { hint: "Anyone can read there who signed what, for ever. Set `allow-public-log: true` if that is meant, or use a key or a private instance (`signing-config`)." });
}
function visibilityOf(event) {
	const repository = event?.payload["repository"];
	if (typeof repository !== "object" || repository === null) return void 0;
	const { visibility, private: isPrivate } = repository;
	if (typeof visibility === "string") return visibility;
	if (typeof isPrivate === "boolean") return isPrivate ? "private" : "public";
}

// packages/signing/src/sign/prepare.ts
async function openSession(given, options) {
	const context = {
		...given,
		http: circuitBreaker(given.http)
	};
	const plan = await readPlan(context, options);
	const trustedRoot = options.trustedRoot === void 0 ? void 0 : await loadTrustedRoot(options.trustedRoot, context.root);
	const { http } = context;
	return {
		plan,
		trustedRoot,
		credential: await credentials(context, options, plan),
		witnesses: (algorithm) => [...plan.logs.map(({ url, version }) => version === 1 ? rekorV1(http, url, algorithm) : rekorV2(http, url, algorithm, trustedRoot?.logs ?? [])), ...plan.timestampUrls.map((url) => timestampAuthority(http, url))]
	};
}
async function readPlan(context, options) {
	const hasKey = options.key !== void 0;
	const { signingConfig, fulcioUrl, rekorUrls, tsaUrl } = options;
	if (signingConfig === void 0) {
		for (const [name, url] of [["fulcio-url", fulcioUrl], ["tsa-url", tsaUrl]]) if (url !== void 0) checkUrl(name, url);
		for (const url of rekorUrls) checkUrl("rekor-url", url);
		return planFromInputs(options, hasKey);
	}
	if (fulcioUrl !== void 0 || rekorUrls.length > 0 || tsaUrl !== void 0) throw new UsageError("`signing-config` is given together with URLs of services", { hint: "Give either `signing-config`, or `fulcio-url`, `rekor-url` and `tsa-url`." });
	const bytes = await readTrustFile(signingConfig, context.root, "signing config");
	return planFromConfig(parseSigningConfig(bytes, signingConfig), hasKey, context.clock.wall());
}
function checkUrl(input, url) {
	if (/^https?:\/\//.test(url) && URL.canParse(url)) return;
	throw new UsageError(`\`${input}\` is "${url}"; it must be an http(s) URL`);
}
async function credentials(context, options, plan) {
	const { certificateAuthority } = plan;
	if (options.key !== void 0 || certificateAuthority === void 0) {
		if (options.key?.includes("-----BEGIN") === true) throw new UsageError("`key` holds a key itself instead of where it is", { hint: "Put it into a secret, pass that with `env:`, and give `env://NAME`." });
		requireConsent(plan, context.event, void 0, options.allowPublicLog);
		const { text, source } = await readKeyText(context, options.key ?? "", "key");
		const key = await parsePrivateKey(text, options.keyPassword, source);
		return async () => ({
			key,
			certificate: void 0
		});
	}
	const source = {
		token: options.identityToken,
		requestUrl: options.tokenRequestUrl,
		audience: options.audience
	};
	const identity = await identityToken(context, source);
	requireConsent(plan, context.event, identity.visibility, options.allowPublicLog);
	const session = keylessSession(context, certificateAuthority, source, identity);
	return async () => {
		const { key, certificate } = await session.credential();
		const { leaf, issuers } = certificate;
		return {
			key,
			certificate: {
				leaf,
				issuers,
				identity: certificateIdentity(parseCertificate(leaf))
			}
		};
	};
}

// packages/signing/src/sign/rate-limit.ts
const PUBLIC_V1_HOST = "rekor.sigstore.dev";
const SPACING_MS = 125;
function rateLimit(logUrls) {
	if (!logUrls.some((url) => URL.canParse(url) && new URL(url).hostname === PUBLIC_V1_HOST)) return async () => {};
	let last = Promise.resolve();
	return async () => {
		const mine = last;
		last = mine.then(() => setTimeout(SPACING_MS));
		await mine;
	};
}

// packages/signing/src/sign/room.ts
async function requireRoom(root, place) {
	const path = resolve(root, place);
	if ((await lstat(path).catch(() => void 0))?.isDirectory() === true) throw new UsageError(`${place} is a folder, and the bundle belongs there`, { hint: "Move that folder away, or choose another `bundle-suffix`." });
	try {
		await access(dirname(path), constants$2.W_OK);
	} catch (cause) {
		throw new ExternalError(`${place} can't be written: this user may not write to its folder`, {
			hint: "Give this user the right to write there, or sign a copy of the files.",
			cause
		});
	}
}
const FULL = /* @__PURE__ */ new Set([
	"ENOSPC",
	"EDQUOT",
	"EROFS"
]);
function watchedSink(products) {
	let full;
	return {
		requireSpace() {
			if (full !== void 0) throw full;
		},
		async write(product) {
			try {
				await products.write(product);
			} catch (error) {
				const cause = error instanceof Error ? error.cause : void 0;
				if (cause instanceof Error && "code" in cause && FULL.has(cause.code)) full ??= error;
				throw error;
			}
		}
	};
}

// packages/signing/src/sign/existing-bundle.ts
const OWN_SUFFIX = ".sigstore.json";
async function existingBundle(root, place, suffix) {
	const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
	if ("problem" in read && read.problem !== "large") return void 0;
	const parsed = "bytes" in read ? parsedOrNone(read.bytes) : void 0;
	if (parsed !== void 0 || suffix.endsWith(OWN_SUFFIX)) return parsed;
	throw new UsageError(`${place} exists and is no bundle; it stays as it is`, { hint: "Move that file away, or choose another `bundle-suffix`." });
}
function requireOwn(place, bundle, by) {
	const other = otherThanOwn(bundle, by);
	if (other === void 0) return;
	throw new UsageError(`${place} is ${other}; it stays as it is`, { hint: "Give this signature a name of its own with `bundle-suffix`, such as `.release.sigstore.json`: verification finds and tries every bundle of a file. `replace` overwrites what is there." });
}
function otherThanOwn({ bundle }, by) {
	if (bundle.content.$case !== "messageSignature") return "an attestation";
	const { content } = bundle.verificationMaterial;
	if (content.$case === "publicKey") {
		const { hint } = content.publicKey;
		return hint === (by.certificate === void 0 ? by.key.publicKey.hint : void 0) ? void 0 : `a signature by another key (${hint || "without a name"})`;
	}
	const theirs = bundleIdentity(bundle);
	if (theirs === void 0) return void 0;
	const { certificate } = by;
	return certificate?.identity.subject === theirs.subject && certificate.identity.issuer === theirs.issuer ? void 0 : `a signature by ${theirs.subject} (${theirs.issuer})`;
}
function parsedOrNone(bytes) {
	try {
		return parseBundle(bytes);
	} catch (error) {
		if (error instanceof VerificationError) return void 0;
		throw error;
	}
}

// packages/signing/src/sign/own-policy.ts
function signerPolicyOf({ trustedRoot }, { key, certificate }) {
	if (certificate === void 0) {
		const base = {
			kind: "key",
			key: key.publicKey
		};
		return trustedRoot === void 0 ? base : {
			...base,
			root: trustedRoot
		};
	}
	if (trustedRoot === void 0) return void 0;
	return {
		kind: "certificate",
		root: trustedRoot,
		identity: certificate.identity
	};
}

// packages/signing/src/sign/kept-bundle.ts
const UNCHECKED_WITNESSES = "Who made its log entries and timestamps was not checked: no trusted root was given.";
const UNCHECKED_CERTIFICATE = "Its certificate, log entries and timestamps were not checked against a trusted root: none was given.";
async function keptBundle(session, credential, artifact, existing) {
	if (!isAsComplete(existing, session)) return void 0;
	try {
		const policy = signerPolicyOf(session, credential);
		if (policy === void 0) return await ownFacts(credential, artifact, existing);
		const verified = await verifyBundle(existing, artifact, {
			signer: policy,
			requireLog: false
		});
		return verified.ignoredEntries === 0 ? factsOf(verified) : void 0;
	} catch (error) {
		if (error instanceof VerificationError) return void 0;
		throw error;
	}
}
function factsOf(verified) {
	const { times, logEntries, unchecked } = verified;
	return {
		times,
		logEntries,
		notes: unchecked === 0 ? [] : [UNCHECKED_WITNESSES]
	};
}
async function ownFacts({ certificate }, artifact, existing) {
	if (certificate === void 0) return void 0;
	const { identity, times, logEntries } = await checkOwnBundle(existing, artifact, certificate.issuers);
	return identity.subject === certificate.identity.subject && identity.issuer === certificate.identity.issuer ? {
		times,
		logEntries,
		notes: [UNCHECKED_CERTIFICATE]
	} : void 0;
}
function isAsComplete({ bundle, version }, { plan }) {
	const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
	const logs = new Set(tlogEntries.map((entry) => entry.logId?.keyId.toString("hex")));
	const timestamps = timestampVerificationData?.rfc3161Timestamps.length ?? 0;
	return version === "0.3" && bundle.content.$case === "messageSignature" && logs.size >= plan.logs.length && timestamps >= plan.timestampUrls.length;
}

// packages/signing/src/sign/sign-file.ts
const DUPLICATE_TRIES = 3;
async function signFile(session, { root, signal }, { path, suffix, replace, permit, products }) {
	const place = `${path}${suffix}`;
	const credential = await session.credential();
	const { algorithm } = credential.key.publicKey;
	const existing = await existingBundle(root, place, suffix);
	const { digests } = await digestFile(resolve(root, path), [algorithm.digest, "sha256"], signal);
	const artifact = {
		digests: async () => digests,
		read: async () => void 0
	};
	const record = (act, by, facts) => recordOf(act, path, digests, signerOf(by), place, facts);
	if (existing !== void 0) {
		const kept = await keptBundle(session, credential, artifact, existing);
		if (kept !== void 0) return record("kept", credential, kept);
		if (!replace) requireOwn(place, existing, credential);
	}
	await requireRoom(root, place);
	await permit();
	products.requireSpace();
	const fresh = await session.credential();
	const digest = digests.get(algorithm.digest) ?? Buffer.alloc(0);
	const bytes = bundleBytes(await witnessed(session, fresh, digest));
	const facts = await checkNew(session, fresh, artifact, parseBundle(bytes));
	const found = replace ? void 0 : await existingBundle(root, place, suffix);
	if (found !== void 0) requireOwn(place, found, fresh);
	await products.write({
		path: place,
		mediaType: BUNDLE_MEDIA_TYPE,
		bytes
	});
	return record("signed", fresh, facts);
}
function signerOf({ key, certificate }) {
	if (certificate === void 0) return keySigner(key.publicKey);
	return {
		identity: certificate.identity.subject,
		issuer: certificate.identity.issuer
	};
}
async function witnessed(session, { key, certificate }, digest) {
	const { algorithm } = key.publicKey;
	for (let tried = 1;; tried++) try {
		return await buildBundle(key, certificate?.leaf, digest, session.witnesses(algorithm));
	} catch (error) {
		const canDiffer = algorithm.kind === "ec" && tried < DUPLICATE_TRIES;
		if (!(error instanceof DuplicateEntry) || !canDiffer) throw error;
	}
}
async function checkNew(session, credential, artifact, parsed) {
	const { plan, trustedRoot } = session;
	const policy = signerPolicyOf(session, credential);
	if (policy === void 0) {
		const { times, logEntries } = await checkOwnBundle(parsed, artifact);
		return named(plan, {
			times,
			logEntries,
			notes: [UNCHECKED_CERTIFICATE]
		});
	}
	const requireLog = trustedRoot !== void 0 && plan.logs.length > 0;
	const facts = factsOf(await verifyBundle(parsed, artifact, {
		signer: policy,
		requireLog
	}));
	return trustedRoot === void 0 ? named(plan, facts) : facts;
}
function named({ logs }, facts) {
	if (facts.logEntries.length !== logs.length) return facts;
	const logEntries = facts.logEntries.map(({ log, index }, at) => ({
		log: logs[at]?.url ?? log,
		index
	}));
	return {
		...facts,
		logEntries
	};
}

// packages/signing/src/sign/run-sign.ts
const CONCURRENCY = {
	1: 16,
	2: 64
};
async function runSign(context, options) {
	const suffix = checkedSuffix(options.bundleSuffix);
	const targets = await findTargets(context.root, options.files, suffix);
	const missing = missingFailures(targets);
	if (targets.files.length === 0) return result(targets, [], missing, []);
	const session = await openSession(context, options);
	await session.credential();
	const signed = result(targets, await signAll(context, targets.files, suffix, session, options.replace), missing, noticesFor(session));
	const verifyWith = signingVerification(options, session, targets, signed.records);
	const notices = [...signed.notices ?? [], ...placeholderNotices(options, verifyWith)];
	return {
		...signed,
		verifyWith,
		notices
	};
}
function checkedSuffix(suffix) {
	if (/^\.[A-Za-z0-9._-]{1,60}$/.test(suffix)) return suffix;
	throw new UsageError(`\`bundle-suffix\` is "${suffix}"; a dot, then letters, digits, dots and dashes are allowed`);
}
async function signAll(context, files, suffix, session, replace) {
	const { signal, logger, progress } = context;
	const version = session.plan.logs.some((log) => log.version === 1) ? 1 : 2;
	const products = watchedSink(context.products);
	const permit = rateLimit(session.plan.logs.map(({ url }) => url));
	let done = 0;
	const results = await mapPool(files, CONCURRENCY[version], signal, async (path) => {
		try {
			const record = await signFile(session, context, {
				path,
				suffix,
				replace,
				permit,
				products
			});
			logger.info(lineOf(record));
			return { record };
		} catch (error) {
			return signal.aborted ? { stopped: path } : { failure: failureOf(path, error) };
		} finally {
			done += 1;
			progress.update("Signing", done, files.length);
		}
	});
	progress.finish();
	const begun = results.length;
	return begun === files.length ? results : [...results, ...files.slice(begun).map(asStopped)];
}
function asStopped(path) {
	return { stopped: path };
}
function lineOf({ act, subject, logEntries }) {
	if (act === "kept") return `${subject.name}: its bundle is valid for this content and signer; kept`;
	const index = logEntries[0]?.index;
	return `${subject.name}: signed${index === void 0 ? "" : `, log index ${index}`}`;
}
function noticesFor({ plan, trustedRoot }) {
	if (trustedRoot !== void 0) return [];
	if (plan.certificateAuthority !== void 0) return ["Without `trusted-root` only the signatures were checked after signing, not the certificate, log entries and timestamps."];
	return plan.logs.length + plan.timestampUrls.length > 0 ? ["Without `trusted-root` the log entries and timestamps were not checked after signing."] : [];
}
function result(targets, results, missing, notices) {
	const records = results.flatMap((file) => "record" in file ? [file.record] : []);
	const failed = results.flatMap((file) => "failure" in file ? [file.failure] : []);
	const undone = results.flatMap((file) => "stopped" in file ? [file.stopped] : []);
	const signed = records.filter(({ act }) => act === "signed").length;
	const kept = records.length - signed;
	return {
		act: "sign",
		records,
		failures: [
			...missing,
			...failed,
			...stoppedFailure("sign.failed", undone, "signed")
		],
		coverage: {
			inspected: {
				files: targets.files.length,
				signed,
				kept
			},
			skipped: [
				...targets.skipped,
				...targets.leftovers,
				...targets.bundles.map((item) => ({
					item,
					reason: "it is a bundle"
				}))
			],
			summary: summaryOf(signed, kept, failed.length + undone.length)
		},
		notices
	};
}
function summaryOf(signed, kept, failed) {
	if (signed + kept + failed === 0) return "There was no file to sign";
	return [
		`${plural(signed, "file")} signed`,
		...kept === 0 ? [] : [`${kept} had a valid signature already`],
		...failed === 0 ? [] : [`${plural(failed, "file")} not signed`]
	].join(", ");
}

export { runSign };