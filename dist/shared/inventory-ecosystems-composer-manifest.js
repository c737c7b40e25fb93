import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";

// packages/inventory/src/ecosystems/composer/names.ts
const PLATFORM = /^(?:php(?:-64bit|-ipv6|-zts|-debug)?|hhvm|(?:ext|lib)-[a-z0-9][a-z0-9_.-]*|composer(?:-(?:plugin|runtime)-api)?)$/;
const PACKAGE = /^[^\s/\p{Cc}]+\/[^\s/\p{Cc}]+$/u;
function isPlatformPackage(name) {
	return PLATFORM.test(name);
}
function isPackageName(name) {
	return name.length <= 256 && PACKAGE.test(name);
}
function packageLinks(value) {
	if (!isRecord(value)) return /* @__PURE__ */ new Map();
	return new Map(Object.entries(value).map(([name, constraint]) => [name.toLowerCase(), typeof constraint === "string" ? constraint : ""]));
}

// packages/inventory/src/ecosystems/composer/manifest.ts
function readComposerManifest(path, text) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		throw new UsageError(`${path} is no JSON`);
	}
	if (!isRecord(json)) throw new UsageError(`${path} is no JSON object`);
	const { name, version } = json;
	return {
		name: typeof name === "string" && name !== "" ? name : void 0,
		version: typeof version === "string" && version !== "" ? version : void 0,
		require: withoutPlatform(json["require"]),
		requireDev: withoutPlatform(json["require-dev"]),
		provides: new Set([...packageLinks(json["provide"]), ...packageLinks(json["replace"])].map(([each]) => each)),
		json
	};
}
function withoutPlatform(value) {
	return new Map([...packageLinks(value)].filter(([name]) => !isPlatformPackage(name)));
}
function composerAsks(text) {
	const { require, requireDev } = readComposerManifest("composer.json", text);
	return require.size + requireDev.size > 0;
}

export { packageLinks as a, isPlatformPackage as i, readComposerManifest as n, isPackageName as r, composerAsks as t };