import "./rolldown-runtime.js";
import { It as catalog, cn as defineCommand, en as ACTION_INPUTS, rn as COMMON_OUTPUTS, tn as ACT_INPUTS } from "./part-base.js";
import { n as planFromInputs } from "./signing-services-plan.js";
import { resolve } from "node:path";
import { readFileSync } from "node:fs";
const RECORDS_OUTPUT = { description: "What was done, as one line of JSON: a list with path and digests, signer, time, log entries and bundle of each file." };
function signingHosts(e) {
	const t = e.hasKey || !e.tokenRequestUrl ? [] : [e.tokenRequestUrl];
	return [...new Set([...serviceUrls(e), ...t].flatMap(hostOf))].sort();
}
function serviceUrls(e) {
	try {
		if (e.signingConfig !== void 0) return urlsIn(resolve(e.folder, e.signingConfig));
		const { certificateAuthority: t, logs: n, timestampUrls: r } = planFromInputs(e, e.hasKey);
		return [
			...t === void 0 ? [] : [t],
			...n.map(({ url: e }) => e),
			...r
		];
	} catch {
		return [];
	}
}
function urlsIn(e) {
	const t = JSON.parse(readFileSync(e, "utf8"));
	const n = t["signingConfig"] ?? t;
	return [
		"caUrls",
		"rekorTlogUrls",
		"tsaUrls"
	].flatMap((e) => {
		const t = n[e];
		if (!Array.isArray(t)) return [];
		return t.flatMap((e) => typeof e?.url === "string" ? [e.url] : []);
	});
}
function hostOf(e) {
	if (!URL.canParse(e)) return [];
	const { protocol: t, host: n } = new URL(e);
	return t === "http:" ? [`http://${n}`] : [n];
}
const SIGN_RULES = catalog([{
	id: "sign.nothing-to-sign",
	title: "A pattern names nothing to sign",
	description: "A pattern or path of `files` names no file, so a release would go out without the signature that someone expects.",
	help: "Check the pattern against the tree as it is at this step: was the file built before, and does the pattern cross folders with `**`? Links and folders are not signed.",
	severity: "high",
	tags: ["signing"]
}, {
	id: "sign.failed",
	title: "A file could not be signed",
	description: "A file was meant to be signed and was not: a service refused, or the file was unreadable or changed.",
	help: "The message says which service or file. Run the step again: files with a valid bundle for their present content are skipped.",
	severity: "high",
	tags: ["signing"]
}]);
const TOKEN_REQUEST_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
const INPUTS = {
	...ACT_INPUTS,
	...ACTION_INPUTS,
	files: {
		type: "list",
		default: [],
		required: true,
		configKey: "sign.files",
		description: "The files to sign: globs (`*` within a folder, `**` across) and paths. `!` in front excludes. Symbolic links are not followed."
	},
	key: {
		type: "string",
		configKey: "sign.key",
		description: "The private key: a path or `env://NAME`. cosign's encrypted keys and plain PEM keys are read. Without it files are signed keyless, with a short-lived certificate for the identity of the run."
	},
	"key-password": {
		type: "string",
		allowEmpty: true,
		secret: true,
		environment: "COSIGN_PASSWORD",
		description: "The password of an encrypted key."
	},
	"identity-token": {
		type: "string",
		secret: true,
		environment: "SIGSTORE_ID_TOKEN",
		description: "An OIDC token to sign keyless with. Where it is not given, the CI's own is asked for; that needs `id-token: write`."
	},
	"oidc-audience": {
		type: "string",
		default: "sigstore",
		configKey: "sign.oidc-audience",
		description: "The audience of the token that the CI is asked for."
	},
	"fulcio-url": {
		type: "string",
		configKey: "sign.fulcio-url",
		description: "The certificate authority. Sigstore's public instance is used when no service is named at all."
	},
	"rekor-url": {
		type: "list",
		default: [],
		configKey: "sign.rekor-url",
		description: "The transparency logs that each signature is written to. A key-signed file goes to none unless it is named here."
	},
	"rekor-version": {
		type: "integer",
		default: 1,
		minimum: 1,
		maximum: 2,
		configKey: "sign.rekor-version",
		description: "The API version of the logs in `rekor-url`."
	},
	"tsa-url": {
		type: "string",
		configKey: "sign.tsa-url",
		description: "The complete URL of an RFC 3161 timestamp authority. Keyless with a Rekor v2 log needs one."
	},
	"signing-config": {
		type: "path",
		outside: true,
		configKey: "sign.signing-config",
		description: "A Sigstore signing config v0.2 that names the services, instead of the URLs above."
	},
	"trusted-root": {
		type: "path",
		outside: true,
		configKey: "sign.trusted-root",
		description: "A Sigstore trusted root. With it every new bundle is verified whole, and files that have a valid one are skipped."
	},
	"bundle-suffix": {
		type: "string",
		default: ".sigstore.json",
		configKey: "sign.bundle-suffix",
		description: "What is added to a file's name for the bundle beside it."
	},
	"allow-public-log": {
		type: "boolean",
		default: false,
		configKey: "sign.allow-public-log",
		description: "Write to Sigstore's public log although the repository is private or its visibility unknown. Names of repository and workflow stand there for everyone, for ever."
	},
	replace: {
		type: "boolean",
		default: false,
		configKey: "sign.replace",
		description: "Overwrite a bundle of another signer, or an attestation, where the new bundle belongs. A signer's own bundle is always replaced when it is stale."
	}
};
const signCommand = defineCommand({
	name: "sign",
	kind: "act",
	label: "Signing",
	title: "Sign files with a key or the identity of the run",
	description: "Signs every file that a list of globs names, and writes a Sigstore bundle beside each. cosign v3 and every other Sigstore client can verify them. Signs with cosign's keys or keyless: one certificate serves the whole batch. Each new bundle is verified before it is written.",
	branding: {
		icon: "edit-3",
		color: "purple"
	},
	inputs: INPUTS,
	outputs: {
		...COMMON_OUTPUTS,
		"signed-count": { description: "Files that were signed in this run." },
		"kept-count": { description: "Files whose bundle was valid already and was kept." },
		"failed-count": { description: "What was to be signed and was not." },
		"bundle-paths": { description: "The new bundles, relative to the working directory, one a line." },
		records: RECORDS_OUTPUT
	},
	permissions: [{
		scope: "contents",
		level: "read",
		reason: "to read the repository"
	}, {
		scope: "id-token",
		level: "write",
		reason: "to sign as the workflow itself; not needed with `key`",
		unless: "key"
	}],
	rules: SIGN_RULES,
	config: {
		description: "Which files are signed, with what, and which services witness it.",
		example: `files:
  - "release/*.tar.gz"
  - "release/*.whl"
# A key of your own; leave it out to sign as the workflow itself.
key: env://SIGNING_KEY
`
	},
	positional: {
		input: "files",
		term: "<file>..."
	},
	hosts: (e, { root: t, environment: n }) => signingHosts({
		...servicesOf(e),
		hasKey: e.key !== void 0,
		signingConfig: e["signing-config"],
		folder: t,
		tokenRequestUrl: e["identity-token"] === void 0 ? n[TOKEN_REQUEST_URL] : void 0
	}),
	run: async (e, t) => {
		const { runSign: n } = await import("./signing-sign-run-sign.js");
		const r = await n(e, {
			...servicesOf(t),
			files: t.files,
			key: t.key,
			keyPassword: t["key-password"],
			identityToken: t["identity-token"],
			tokenRequestUrl: e.environment[TOKEN_REQUEST_URL],
			audience: t["oidc-audience"],
			signingConfig: t["signing-config"],
			trustedRoot: t["trusted-root"],
			bundleSuffix: t["bundle-suffix"],
			allowPublicLog: t["allow-public-log"],
			replace: t.replace
		});
		const { records: i, failures: a } = r;
		const o = i.filter(({ act: e }) => e === "signed");
		return {
			results: [],
			acts: [r],
			outputs: {
				"signed-count": o.length,
				"kept-count": i.length - o.length,
				"failed-count": a.length,
				"bundle-paths": o.map(({ product: e }) => e ?? "").join("\n"),
				records: JSON.stringify(i)
			}
		};
	}
});
function servicesOf(e) {
	return {
		fulcioUrl: e["fulcio-url"],
		rekorUrls: e["rekor-url"],
		rekorVersion: e["rekor-version"] === 2 ? 2 : 1,
		tsaUrl: e["tsa-url"]
	};
}
const rule = (e, t, n, r, i = "critical") => ({
	id: e,
	title: t,
	description: n,
	help: r,
	severity: i,
	tags: ["signing"]
});
const VERIFY_RULES = catalog([
	rule("verify.nothing-to-verify", "A pattern names nothing to verify", "A pattern or path of `files` names no file. A run that verified nothing proves nothing.", "Check the pattern, and that the files were downloaded before this step.", "high"),
	rule("verify.unreadable", "A file or bundle can't be read", "What can't be read can't be verified.", "Check permissions, and that the file is whole and no link.", "high"),
	rule("verify.no-bundle", "A file has no bundle", "Beside the file lies no `<file>.sigstore.json`, no `<file>.sigstore` and no `<file>.<kind>.sigstore.json` or `.jsonl`: nobody vouches for it.", "Sign the file, download its bundle too, or name it with `bundle`."),
	rule("verify.malformed-bundle", "A bundle breaks the format", "The bundle is no Sigstore bundle of version 0.1 to 0.3, lacks a proof that its version demands, or holds unreadable data.", "Make it again with a current client. Bundles are read strictly: what one reader repairs, another misreads."),
	rule("verify.wrong-key-material", "A bundle has another kind of signer than asked for", "A key was given and the bundle holds a certificate, or the other way round.", "Verify with `key` what a key signed, and with `certificate-identity` what an identity signed."),
	rule("verify.untrusted-timestamp", "A signature has no trusted time", "A signed timestamp is not of a trusted authority or not over this signature, or a certificate comes without any time.", "Check that the trusted root knows the timestamp authority or log that was used."),
	rule("verify.untrusted-certificate", "A certificate is not trusted", "The certificate does not lead to a CA of the trusted root, was not valid when the signature was made, lacks its entry in a certificate log, or is not for code signing.", "Check that the trusted root belongs to the instance that the file was signed with."),
	rule("verify.log-entry-invalid", "A log entry does not hold", "The transparency log entry is missing, unproven, of an unknown log, or for another signature, digest or key.", "Check that the trusted root knows the log. An entry that is for something else means that the bundle was put together by hand."),
	rule("verify.invalid-signature", "A signature is wrong", "The signature is not over this file by this key.", "Don't use the file. Check that the key is the right one, and fetch file and bundle again from their source."),
	rule("verify.digest-mismatch", "A file is not what was signed", "The file's digest is another one than the bundle's: the file changed after it was signed, or the bundle belongs to another file.", "Don't use the file. Fetch file and bundle again from their source, and find out what changed it."),
	rule("verify.identity-mismatch", "A file was signed by someone else", "The signature is good, and whoever made it is not who was expected.", "Compare the identity found with the expected one, character by character: a workflow's identity ends with the ref it ran from.")
]);
const verifyCommand = defineCommand({
	name: "verify",
	kind: "act",
	label: "Verification",
	title: "Verify who signed files",
	description: "Verifies every file that a list of globs names against the Sigstore bundle beside it: signature, certificate, log entry, timestamp, and that exactly the expected key or identity signed. Reads the bundles of cosign v3, sigstore-python and others. Works offline.",
	branding: {
		icon: "check-circle",
		color: "purple"
	},
	inputs: {
		...ACT_INPUTS,
		...ACTION_INPUTS,
		files: {
			type: "list",
			default: [],
			required: true,
			configKey: "verify.files",
			description: "The files to verify: globs (`*` within a folder, `**` across) and paths. `!` in front excludes."
		},
		bundle: {
			type: "path",
			outside: true,
			description: "The bundle of a single file; in one that ends in `.jsonl` each line is a bundle. Where it is not given, `<file>.sigstore.json` and `<file>.sigstore` are read, then `<file>.<kind>.sigstore.json` and `.jsonl`: the first that holds verifies the file."
		},
		key: {
			type: "string",
			configKey: "verify.key",
			description: "The public key that must have signed: a path, `env://NAME` or PEM text."
		},
		"certificate-identity": {
			type: "string",
			configKey: "verify.certificate-identity",
			description: "The identity that must have signed, exactly: an e-mail address, or a workflow such as `https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0`."
		},
		"certificate-identity-regexp": {
			type: "string",
			configKey: "verify.certificate-identity-regexp",
			description: "A regular expression for the whole identity. It is anchored at both ends; escape its dots."
		},
		"certificate-oidc-issuer": {
			type: "string",
			configKey: "verify.certificate-oidc-issuer",
			description: "The issuer of that identity, exactly: `https://token.actions.githubusercontent.com` for GitHub Actions."
		},
		"trusted-root": {
			type: "path",
			outside: true,
			configKey: "verify.trusted-root",
			description: "The Sigstore trusted root that certificates, logs and timestamps must lead to. Needed for identities; with a key it makes log entries and timestamps count."
		},
		"bundle-suffix": {
			type: "string",
			default: ".sigstore.json",
			configKey: "verify.bundle-suffix",
			description: "What is added to a file's name for the bundle beside it."
		},
		"require-log": {
			type: "boolean",
			configKey: "verify.require-log",
			description: "Whether a transparency log entry is demanded. Where this is not given, it is where `trusted-root` names a log. `false` lets key-signed bundles go without; certificates never do."
		}
	},
	outputs: {
		...COMMON_OUTPUTS,
		"verified-count": { description: "Files that were verified." },
		"failed-count": { description: "What was to be verified and was not." },
		records: RECORDS_OUTPUT
	},
	permissions: [{
		scope: "contents",
		level: "read",
		reason: "to read the repository"
	}],
	rules: VERIFY_RULES,
	config: {
		description: "Which files are verified, and who must have signed them.",
		example: `files:
  - "release/*.tar.gz"
certificate-identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main
certificate-oidc-issuer: https://token.actions.githubusercontent.com
trusted-root: security/trusted_root.json
`
	},
	positional: {
		input: "files",
		term: "<file>..."
	},
	run: async (e, t) => {
		const { runVerify: n } = await import("./signing-verify-run-verify.js");
		const r = await n(e, {
			files: t.files,
			bundle: t.bundle,
			bundleSuffix: t["bundle-suffix"],
			key: t.key,
			certificateIdentity: t["certificate-identity"],
			certificateIdentityPattern: t["certificate-identity-regexp"],
			certificateOidcIssuer: t["certificate-oidc-issuer"],
			trustedRoot: t["trusted-root"],
			requireLog: t["require-log"]
		});
		const { records: i, failures: a } = r;
		return {
			results: [],
			acts: [r],
			outputs: {
				"verified-count": i.length,
				"failed-count": a.length,
				records: JSON.stringify(i)
			}
		};
	}
});
export { signCommand as n, verifyCommand as t };
