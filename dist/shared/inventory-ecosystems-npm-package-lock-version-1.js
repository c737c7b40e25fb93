import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { n as textOf, r as isPackageName, t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { t as keyProblem } from "./inventory-ecosystems-npm-package-lock-version-3.js";

// packages/inventory/src/ecosystems/npm/package-lock/version-1.ts
const MAX_NESTING = 50;
async function readNestedDependencies(json, input) {
	const dependencies = json["dependencies"] ?? {};
	if (!isRecord(dependencies)) throw new UsageError(`The \`dependencies\` of ${input.path} are no object`, { hint: "Write it again with `npm install --package-lock-only --lockfile-version 3`." });
	const lines = nestedLines(input.text);
	const entries = /* @__PURE__ */ new Map();
	const problems = [];
	const add = (key, line, fields) => {
		const { entry, problems: found } = readEntry(key, line, fields);
		entries.set(key, entry);
		problems.push(...found.map((reason) => ({
			key,
			line,
			reason
		})));
	};
	const manifest = await projectManifest(input);
	if (manifest === void 0) {
		const reason = "lockfileVersion 1 needs the package.json beside it, which can't be read";
		if (Object.keys(dependencies).length > 0) problems.push({
			key: "",
			reason
		});
	}
	if (Object.keys(dependencies).length > 0) problems.push({
		key: "",
		kind: "missing-peer",
		reason: "nested `dependencies` do not record peer dependencies",
		advice: "Run `npm install --package-lock-only --lockfile-version 3`, which writes them."
	});
	add("", void 0, manifest ?? {});
	const pending = [{
		parent: "",
		linkedParent: "",
		nested: dependencies,
		depth: 1
	}];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		const { parent, linkedParent, nested, depth } = next;
		for (const [name, fields] of Object.entries(nested)) {
			const key = installKey(parent, name);
			const linkedKey = installKey(linkedParent, name);
			const line = lines.get(linkedKey);
			if (!isPackageName(name) || !isRecord(fields) || depth > MAX_NESTING) {
				const reason = depth > MAX_NESTING ? "it is nested too deeply" : "it is no entry of a package";
				problems.push({
					key: key.slice(0, 200),
					line,
					reason
				});
				continue;
			}
			const folder = linkedFolder(fields["version"]);
			const misplaced = folder === void 0 ? void 0 : keyProblem(folder);
			if (misplaced !== void 0) {
				problems.push({
					key: key.slice(0, 200),
					line,
					reason: misplaced
				});
				continue;
			}
			if (folder === void 0) add(key, line, asPackage(name, fields));
			else {
				add(key, line, {
					link: true,
					resolved: folder
				});
				add(folder, line, {
					...asPackage(name, fields),
					name,
					version: void 0,
					resolved: void 0
				});
			}
			const inner = fields["dependencies"];
			if (isRecord(inner)) {
				const next = {
					parent: folder ?? key,
					linkedParent: linkedKey
				};
				pending.push({
					...next,
					nested: inner,
					depth: depth + 1
				});
			}
		}
	}
	return {
		name: textOf(json["name"]),
		version: textOf(json["version"]),
		nested: true,
		entries,
		problems
	};
}
function installKey(parent, name) {
	return parent === "" ? `node_modules/${name}` : `${parent}/node_modules/${name}`;
}
function asPackage(name, fields) {
	const version = textOf(fields["version"]) ?? "";
	const alias = /^npm:(.+)@([^@]+)$/.exec(version);
	const isSource = /^(?:git|https?:|ssh:|file:|github:|gitlab:|bitbucket:)/.test(version);
	const kept = {
		...fields,
		dependencies: fields["requires"],
		inBundle: fields["bundled"]
	};
	if (alias !== null) return {
		...kept,
		name: alias[1],
		version: alias[2]
	};
	return isSource ? {
		...kept,
		version: versionInUrl(name, version),
		resolved: version
	} : kept;
}
function versionInUrl(name, url) {
	const path = url.replace(/[?#].*$/, "").replaceAll(/%2f/gi, "/").replaceAll("%40", "@");
	const start = `/${name}/-/${name.slice(name.indexOf("/") + 1)}-`;
	const at = path.indexOf(start);
	if (at < 0 || !path.endsWith(".tgz")) return void 0;
	const version = path.slice(at + start.length, -4);
	return /^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/.test(version) ? version : void 0;
}
function linkedFolder(version) {
	if (typeof version !== "string" || !version.startsWith("file:")) return void 0;
	const path = version.slice(5).replace(/^\.\//, "").replace(/\/+$/, "");
	return path === "" || /\.(?:tgz|tar|tar\.gz)$/i.test(path) ? void 0 : path;
}
async function projectManifest(input) {
	const path = fromLockfileFolder(input.path, "package.json");
	const text = path === void 0 ? void 0 : await input.readText(path).catch(() => void 0);
	if (text === void 0) return void 0;
	try {
		const json = JSON.parse(text);
		return isRecord(json) ? json : void 0;
	} catch {
		return;
	}
}
function nestedLines(text) {
	const lines = /* @__PURE__ */ new Map();
	const names = [];
	let nesting = 0;
	scanJsonKeys(text, (key, depth, line) => {
		const level = Math.ceil(depth / 2);
		if (level > MAX_NESTING) return;
		if (depth % 2 === 1) nesting = key === "dependencies" && nesting >= level - 1 ? level : Math.min(nesting, level - 1);
		else if (nesting >= level) {
			nesting = level;
			names[level - 1] = key;
			lines.set(`node_modules/${names.slice(0, level).join("/node_modules/")}`, line);
		}
	});
	return lines;
}

export { readNestedDependencies };