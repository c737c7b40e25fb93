import { Ct as isRecord, Q as UsageError } from "./core.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { n as textOf, t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";

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

export { readPackages as n, keyProblem as t };