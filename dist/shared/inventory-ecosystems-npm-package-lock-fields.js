import { Ct as isRecord } from "./core.js";

// packages/inventory/src/ecosystems/npm/package-name.ts
function isPackageName(name) {
	return name.length <= 512 && /^(?:@[^/\\\s\p{Cc}]+\/)?[^@./\\\s\p{Cc}][^/\\\s\p{Cc}]*$/u.test(name);
}
function splitAtVersion(text) {
	const at = text.indexOf("@", 1);
	return at < 0 ? void 0 : {
		name: text.slice(0, at),
		rest: text.slice(at + 1)
	};
}

// packages/inventory/src/ecosystems/npm/package-lock/entry.ts
const NPM_FLAGS = [
	"link",
	"dev",
	"optional",
	"devOptional",
	"peer",
	"inBundle",
	"extraneous",
	"hasInstallScript",
	"deprecated"
];

// packages/inventory/src/ecosystems/npm/package-lock/fields.ts
const NONE = /* @__PURE__ */ new Map();
const MAX_TEXT = 16384;
const MAX_LICENSE_DEPTH = 4;
function textOf(value) {
	return typeof value === "string" && value !== "" && value.length <= MAX_TEXT ? value : void 0;
}
function readEntry(key, line, json) {
	const problems = [];
	const text = (field) => {
		const value = json[field];
		const found = textOf(value);
		if (found === void 0 && value !== void 0 && value !== "") problems.push(`\`${field}\` is no text`);
		return found;
	};
	const requirements = (field) => {
		const value = json[field];
		if (value === void 0) return NONE;
		if (!isRecord(value)) {
			problems.push(`\`${field}\` is no object`);
			return NONE;
		}
		const found = /* @__PURE__ */ new Map();
		for (const [name, range] of Object.entries(value)) if (!isPackageName(name)) problems.push(`\`${field}\` names something that is no package`);
		else found.set(name, typeof range === "string" ? range : "");
		return found;
	};
	if (key === "" && json["link"] === true) problems.push("the project itself can't be a link");
	const license = json["license"] ?? json["licenses"];
	if (!isShallow(license, MAX_LICENSE_DEPTH)) problems.push("`license` is nested too deeply");
	const entry = {
		key,
		line,
		name: text("name"),
		version: text("version"),
		resolved: json["resolved"] === false ? void 0 : text("resolved"),
		integrity: json["integrity"] === false ? void 0 : text("integrity"),
		license: isShallow(license, MAX_LICENSE_DEPTH) ? license : void 0,
		flags: new Set(NPM_FLAGS.filter((flag) => json[flag] !== void 0 && json[flag] !== false && !(flag === "link" && key === ""))),
		dependencies: requirements("dependencies"),
		optionalDependencies: requirements("optionalDependencies"),
		peerDependencies: requirements("peerDependencies"),
		devDependencies: requirements("devDependencies"),
		optionalPeers: optionalPeers(json["peerDependenciesMeta"]),
		workspaces: workspacePatterns(json["workspaces"])
	};
	if (entry.name !== void 0 && !isPackageName(entry.name)) {
		problems.push("`name` is no package name");
		return {
			entry: {
				...entry,
				name: void 0
			},
			problems
		};
	}
	return {
		entry,
		problems
	};
}
function optionalPeers(value) {
	if (!isRecord(value)) return /* @__PURE__ */ new Set();
	const optional = Object.entries(value).filter(([, meta]) => isRecord(meta) && meta["optional"] === true);
	return new Set(optional.map(([name]) => name));
}
function workspacePatterns(value) {
	const list = isRecord(value) ? value["packages"] : value;
	return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
}
function isShallow(value, depth) {
	if (typeof value !== "object" || value === null) return true;
	return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}

export { splitAtVersion as i, textOf as n, isPackageName as r, readEntry as t };