import "./rolldown-runtime.js";
import { $ as COMMON_OUTPUTS, Q as COMMON_INPUTS, X as ACTION_INPUTS, at as defineCommand } from "./core.js";
import { r as planFromInputs, t as SIGN_RULES } from "./signing-sign-rules.js";
import { t as VERIFY_RULES } from "./signing-verify-rules.js";
import { resolve } from "node:path";
import { readFileSync } from "node:fs";

// packages/signing/src/services/hosts.ts
function signingHosts(inputs) {
	const tokens = inputs.hasKey || !inputs.tokenRequestUrl ? [] : [inputs.tokenRequestUrl];
	return [...new Set([...serviceUrls(inputs), ...tokens].flatMap(hostOf))].sort();
}
function serviceUrls(inputs) {
	try {
		if (inputs.signingConfig !== void 0) return urlsIn(resolve(inputs.folder, inputs.signingConfig));
		const { certificateAuthority, logs, timestampUrls } = planFromInputs(inputs, inputs.hasKey);
		return [
			...certificateAuthority === void 0 ? [] : [certificateAuthority],
			...logs.map(({ url }) => url),
			...timestampUrls
		];
	} catch {
		return [];
	}
}
function urlsIn(path) {
	const json = JSON.parse(readFileSync(path, "utf8"));
	const config = json["signingConfig"] ?? json;
	return [
		"caUrls",
		"rekorTlogUrls",
		"tsaUrls"
	].flatMap((name) => {
		const services = config[name];
		if (!Array.isArray(services)) return [];
		return services.flatMap((service) => typeof service?.url === "string" ? [service.url] : []);
	});
}
function hostOf(url) {
	if (!URL.canParse(url)) return [];
	const { protocol, host } = new URL(url);
	return protocol === "http:" ? [`http://${host}`] : [host];
}

// packages/signing/src/sign/command.ts
const TOKEN_REQUEST_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
const INPUTS = {
	...COMMON_INPUTS,
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
	}
};
const signCommand = defineCommand({
	name: "sign",
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
		"bundle-paths": { description: "The new bundles, relative to the working directory, one a line." }
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
	hosts: (inputs, { root, environment }) => signingHosts({
		...servicesOf(inputs),
		hasKey: inputs.key !== void 0,
		signingConfig: inputs["signing-config"],
		folder: root,
		tokenRequestUrl: inputs["identity-token"] === void 0 ? environment[TOKEN_REQUEST_URL] : void 0
	}),
	run: async (context, inputs) => {
		const { runSign } = await import("./signing-sign-run-sign.js");
		const result = await runSign(context, {
			...servicesOf(inputs),
			files: inputs.files,
			key: inputs.key,
			keyPassword: inputs["key-password"],
			identityToken: inputs["identity-token"],
			tokenRequestUrl: context.environment[TOKEN_REQUEST_URL],
			audience: inputs["oidc-audience"],
			signingConfig: inputs["signing-config"],
			trustedRoot: inputs["trusted-root"],
			bundleSuffix: inputs["bundle-suffix"],
			allowPublicLog: inputs["allow-public-log"]
		});
		return {
			results: [result],
			outputs: {
				"signed-count": result.artifacts.length,
				"kept-count": result.coverage.inspected["kept"] ?? 0,
				"bundle-paths": result.artifacts.map(({ destination }) => destination ?? "").join("\n")
			}
		};
	}
});
function servicesOf(inputs) {
	return {
		fulcioUrl: inputs["fulcio-url"],
		rekorUrls: inputs["rekor-url"],
		rekorVersion: inputs["rekor-version"] === 2 ? 2 : 1,
		tsaUrl: inputs["tsa-url"]
	};
}

// packages/signing/src/verify/command.ts
const verifyCommand = defineCommand({
	name: "verify",
	label: "Verification",
	title: "Verify who signed files",
	description: "Verifies every file that a list of globs names against the Sigstore bundle beside it: signature, certificate, log entry, timestamp, and that exactly the expected key or identity signed. Reads the bundles of cosign v3, sigstore-python and others. Works offline.",
	branding: {
		icon: "check-circle",
		color: "purple"
	},
	inputs: {
		...COMMON_INPUTS,
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
			description: "The bundle of a single file. Where it is not given, `<file>.sigstore.json`, then `<file>.sigstore` is read."
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
			default: false,
			configKey: "verify.require-log",
			description: "Demand a transparency log entry of key-signed bundles too. Certificates always need one where the trusted root has a log."
		}
	},
	outputs: {
		...COMMON_OUTPUTS,
		"verified-count": { description: "Files that were verified." }
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
	run: async (context, inputs) => {
		const { runVerify } = await import("./signing-verify-run-verify.js");
		const result = await runVerify(context, {
			files: inputs.files,
			bundle: inputs.bundle,
			bundleSuffix: inputs["bundle-suffix"],
			key: inputs.key,
			certificateIdentity: inputs["certificate-identity"],
			certificateIdentityPattern: inputs["certificate-identity-regexp"],
			certificateOidcIssuer: inputs["certificate-oidc-issuer"],
			trustedRoot: inputs["trusted-root"],
			requireLog: inputs["require-log"]
		});
		return {
			results: [result],
			outputs: { "verified-count": result.coverage.inspected["verified"] ?? 0 }
		};
	}
});

export { signCommand as n, verifyCommand as t };