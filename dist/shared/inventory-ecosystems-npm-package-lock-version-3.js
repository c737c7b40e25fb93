import { Ct as isRecord, Q as UsageError, m as closingQuote } from "./core.js";

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
function isPackageName(name) {
	return name.length <= 512 && /^(?:@[^/\\\s\p{Cc}]+\/)?[^@./\\\s\p{Cc}][^/\\\s\p{Cc}]*$/u.test(name);
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

// packages/inventory/src/json-keys.ts
const QUOTE = 34;
function scanJsonKeys(text, visit) {
	let line = 1;
	let depth = 0;
	for (let at = 0; at < text.length; at++) switch (text.charCodeAt(at)) {
		case 10:
			line++;
			break;
		case 123:
		case 91:
			depth++;
			break;
		case 125:
		case 93:
			depth--;
			break;
		case QUOTE: {
			const end = closingQuote(text, at);
			if (isFollowedByColon(text, end)) visit(unquote(text, at, end), depth, line);
			at = end;
			break;
		}
	}
}
function isFollowedByColon(text, end) {
	let at = end + 1;
	while (at < text.length && text.charCodeAt(at) <= 32) at++;
	return text.charCodeAt(at) === 58;
}
function unquote(text, open, end) {
	const raw = text.slice(open + 1, end);
	return raw.includes("\\") ? JSON.parse(`"${raw}"`) : raw;
}

// packages/inventory/src/ecosystems/npm/package-lock/version-3.ts
const MAX_KEY = 4096;
function readPackages(json, text) {
	const packages = json["packages"];
	if (!isRecord(packages)) throw new UsageError("The lockfile has no `packages`", { hint: "Write it again with `npm install --package-lock-only`." });
	const { lines, duplicates } = packageLines(text);
	const problems = duplicates.map(({ key, line }) => ({
		key,
		line,
		reason: "the entry stands in the lockfile more than once; the last one was read"
	}));
	const entries = /* @__PURE__ */ new Map();
	for (const [key, value] of Object.entries(packages)) {
		const line = lines.get(key);
		const reason = keyProblem(key) ?? (isRecord(value) ? void 0 : "the entry is no object");
		if (reason !== void 0 || !isRecord(value)) {
			problems.push({
				key: key.slice(0, 200),
				line,
				reason: reason ?? "the entry is no object"
			});
			continue;
		}
		const { entry, problems: found } = readEntry(key, line, value);
		entries.set(key, entry);
		problems.push(...found.map((each) => ({
			key,
			line,
			reason: each
		})));
	}
	if (!entries.has("")) {
		if (Object.keys(packages).length > 0) problems.push({
			key: "",
			reason: "the lockfile has no entry for the project itself"
		});
		entries.set("", readEntry("", void 0, {}).entry);
	}
	problems.push(...missingFromPackages(json["dependencies"], packages));
	return {
		name: textOf(json["name"]),
		version: textOf(json["version"]),
		nested: false,
		entries,
		problems
	};
}
const MAX_NAMED = 5;
function missingFromPackages(dependencies, packages) {
	if (!isRecord(dependencies)) return [];
	const missing = Object.keys(dependencies).filter((name) => !Object.hasOwn(packages, `node_modules/${name}`)).sort();
	if (missing.length === 0) return [];
	return [{
		key: "",
		kind: "stale",
		reason: `its \`dependencies\` name packages that its \`packages\` lacks: ${missing.slice(0, MAX_NAMED).join(", ").slice(0, 400)}${missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : ""}`,
		identity: missing.join("\n")
	}];
}
function keyProblem(key) {
	if (key === "") return void 0;
	if (key.length > MAX_KEY) return `the path is longer than ${MAX_KEY} characters`;
	if (key.startsWith("/") || /^[A-Za-z]:/.test(key)) return "the path is absolute";
	if (/[\u0000-\u001f\u007f\\]/.test(key)) return "the path holds characters that npm never writes";
	const below = key.replace(/^(?:\.\.\/)+/, "");
	if ((below === ".." ? "x" : below).split("/").some((part) => part === "" || part === "." || part === "..")) return "the path is not in its shortest form";
}
function packageLines(text) {
	const lines = /* @__PURE__ */ new Map();
	const duplicates = [];
	let inside = false;
	scanJsonKeys(text, (key, depth, line) => {
		if (depth === 1) {
			inside = key === "packages";
			if (inside && lines.size > 0) {
				duplicates.push({
					key: "",
					line
				});
				lines.clear();
			}
		} else if (depth === 2 && inside) {
			if (lines.has(key)) duplicates.push({
				key,
				line
			});
			lines.set(key, line);
		}
	});
	return {
		lines,
		duplicates
	};
}

export { readEntry as a, isPackageName as i, readPackages as n, textOf as o, scanJsonKeys as r, keyProblem as t };