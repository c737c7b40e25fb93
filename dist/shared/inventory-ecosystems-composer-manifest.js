import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
const PLATFORM = /^(?:php(?:-64bit|-ipv6|-zts|-debug)?|hhvm|(?:ext|lib)-[a-z0-9][a-z0-9_.-]*|composer(?:-(?:plugin|runtime)-api)?)$/;
const PACKAGE = /^[^\s/\p{Cc}]+\/[^\s/\p{Cc}]+$/u;
function isPlatformPackage(e) {
	return PLATFORM.test(e);
}
function isPackageName(e) {
	return e.length <= 256 && PACKAGE.test(e);
}
function packageLinks(e) {
	if (!isRecord(e)) return new Map();
	return new Map(Object.entries(e).map(([e, t]) => [e.toLowerCase(), typeof t === "string" ? t : ""]));
}
function readComposerManifest(e, t) {
	let n;
	try {
		n = JSON.parse(t);
	} catch {
		throw new UsageError(`${e} is no JSON`);
	}
	if (!isRecord(n)) throw new UsageError(`${e} is no JSON object`);
	const { name: r, version: i } = n;
	return {
		name: typeof r === "string" && r !== "" ? r : void 0,
		version: typeof i === "string" && i !== "" ? i : void 0,
		require: withoutPlatform(n["require"]),
		requireDev: withoutPlatform(n["require-dev"]),
		provides: new Set([...packageLinks(n["provide"]), ...packageLinks(n["replace"])].map(([e]) => e)),
		json: n
	};
}
function withoutPlatform(e) {
	return new Map([...packageLinks(e)].filter(([e]) => !isPlatformPackage(e)));
}
function composerAsks(e) {
	const { require: t, requireDev: n } = readComposerManifest("composer.json", e);
	return t.size + n.size > 0;
}
export { packageLinks as a, isPlatformPackage as i, readComposerManifest as n, isPackageName as r, composerAsks as t };
