import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError, r as grouped } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";
import { a as wantedBy, c as linkTarget, i as npmEdges, l as nodeResolution, n as npmPurl, o as installName, r as parseIntegrity, s as isInstalledKey, t as readResolved, u as workspaceMatcher } from "./inventory-ecosystems-npm-source.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { a as semverRange } from "./purl.js";
import { n as withoutCredentials } from "./inventory-credentials.js";
import { n as readPackages } from "./inventory-ecosystems-npm-package-lock-version-3.js";

// packages/inventory/src/ecosystems/npm/package-lock/components.ts
const COMPONENT_FLAGS = [
	["inBundle", "bundled"],
	["deprecated", "deprecated"],
	["extraneous", "extraneous"],
	["hasInstallScript", "hasInstallScript"],
	["peer", "peer"]
];
function npmComponents(parts) {
	const names = namesByTarget(parts);
	const direct = new Set(parts.edges.filter(({ from }) => parts.own.has(from.key)).map(({ to }) => to.key));
	const problems = [];
	const components = [];
	for (const entry of parts.lockfile.entries.values()) {
		if (entry.flags.has("link")) {
			if (!parts.lockfile.entries.has(linkTarget(entry))) problems.push({
				key: entry.key,
				line: entry.line,
				reason: "the link leads to no entry"
			});
			continue;
		}
		const { component, reasons } = toComponent(parts, entry, [...names.get(entry.key) ?? []].sort(), direct.has(entry.key));
		components.push(component);
		const { key, line } = entry;
		problems.push(...reasons.map((reason) => ({
			key,
			line,
			reason
		})));
	}
	return {
		components,
		problems
	};
}
function toComponent({ input, lockfile, own, scopes, idOf }, entry, asked, direct) {
	const id = idOf(entry.key);
	const isRoot = entry.key === "";
	const path = fromLockfileFolder(input.path, entry.key);
	const firstParty = own.has(entry.key) && path !== void 0;
	const name = nameOf(entry, asked, lockfile, input);
	const version = entry.version ?? (isRoot ? lockfile.version : void 0);
	const source = firstParty ? LOCAL : sourceOf(entry, name);
	const { hashes, invalid } = parseIntegrity(entry.integrity ?? "");
	const scope = scopes.get(id);
	const reasons = [
		path === void 0 ? "the folder lies outside the repository" : void 0,
		version !== void 0 || source.kind !== "registry" ? void 0 : "the entry has no version",
		source.problem,
		invalid ? "a part of `integrity` is no known hash" : void 0
	].filter((reason) => reason !== void 0);
	const purl = firstParty ? firstPartyPurl(input.origin, name, version, path) : path === void 0 || source.kind === "file" ? void 0 : npmPurl(name, version, source);
	return {
		component: {
			id,
			name,
			...version === void 0 ? {} : { version },
			kind: isRoot ? "application" : "library",
			ecosystem: "npm",
			...purl === void 0 ? {} : { purl },
			firstParty,
			scope: scope ?? flaggedScope(entry),
			direct,
			artifacts: hashes.length === 0 && source.url === void 0 ? [] : [{
				hashes,
				...source.url === void 0 ? {} : { url: source.url }
			}],
			...entry.license === void 0 ? {} : { declaredLicense: entry.license },
			location: {
				path: input.path,
				...entry.line === void 0 ? {} : { startLine: entry.line }
			},
			...path === void 0 || path === "" ? {} : { installPath: path },
			aliases: asked.filter((other) => other !== name),
			flags: [...COMPONENT_FLAGS.filter(([flag]) => entry.flags.has(flag)).map(([, name]) => name), ...disagrees(entry, scope) ? ["scopeMismatch"] : []]
		},
		reasons
	};
}
const LOCAL = { kind: "file" };
function sourceOf(entry, name) {
	return !isInstalledKey(entry.key) && entry.resolved === void 0 ? LOCAL : readResolved(name, entry.resolved);
}
function nameOf(entry, asked, lockfile, { path, origin }) {
	const own = entry.name ?? installName(entry.key);
	if (own !== void 0) return own;
	if (entry.key !== "") return asked[0] ?? entry.key.slice(entry.key.lastIndexOf("/") + 1);
	const folder = path.split("/").at(-2);
	return lockfile.name ?? folder ?? origin?.repository.split("/").at(-1) ?? "project";
}
function disagrees(entry, scope) {
	if (scope === void 0 || !isInstalledKey(entry.key) || entry.flags.has("extraneous")) return false;
	return flaggedScope(entry) !== scope;
}
function flaggedScope({ flags }) {
	if (flags.has("dev")) return "development";
	return flags.has("optional") || flags.has("devOptional") ? "optional" : "runtime";
}
function namesByTarget({ lockfile }) {
	const names = /* @__PURE__ */ new Map();
	for (const entry of lockfile.entries.values()) {
		const name = installName(entry.key);
		if (name === void 0) continue;
		const target = entry.flags.has("link") ? linkTarget(entry) : entry.key;
		names.set(target, (names.get(target) ?? /* @__PURE__ */ new Set()).add(name));
	}
	return names;
}

// packages/inventory/src/ecosystems/npm/package-lock/gaps.ts
function npmGaps(path, problems, unmet, idOf) {
	const gaps = [...problems.map(({ key, line, reason, kind, identity, advice }) => ({
		...gap(path, key, line, reason, idOf),
		kind: kind ?? "entry",
		...identity === void 0 ? {} : { identity },
		...advice === void 0 ? {} : { advice }
	})), ...unmet.map(({ from, name, kind }) => {
		const reason = `its ${kind === "peer" ? "peer dependency" : "dependency"} ${name} is not in the lockfile`;
		return {
			...gap(path, from.key, from.line, reason, idOf),
			kind: kind === "peer" ? "missing-peer" : "entry"
		};
	})];
	return [...new Map(gaps.map((each) => [`${each.item}\0${each.reason}`, each]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, each]) => each);
}
function gap(path, key, line, reason, idOf) {
	return {
		item: key === "" ? path : key,
		reason,
		kind: "entry",
		location: {
			path,
			...line === void 0 ? {} : { startLine: line }
		},
		componentId: idOf(key)
	};
}

// packages/inventory/src/ecosystems/npm/package-lock/integrity.ts
function integrityProblems({ entries }, own) {
	const downloaded = [...entries.values()].filter((entry) => isDownloaded(entry, own));
	const open = downloaded.filter(({ integrity }) => integrity === void 0);
	const [first] = open;
	if (first === void 0) return [];
	return [{
		key: "",
		line: first.line,
		kind: "no-integrity",
		reason: `${grouped(open.length)} of ${grouped(downloaded.length)} packages that are downloaded have no \`integrity\``,
		identity: "",
		advice: "Remove `node_modules` and the lockfile and run `npm install`: npm adds none to entries that stand there already. Look at the versions that change with it."
	}];
}
function isDownloaded({ key, flags, resolved = "https:" }, own) {
	if (own.has(key) || flags.has("link") || flags.has("inBundle")) return false;
	return (isInstalledKey(key) || resolved !== "https:") && /^https?:/.test(resolved);
}

// packages/inventory/src/ecosystems/npm/package-lock/manifests.ts
async function readManifests(input, { entries }) {
	const manifests = /* @__PURE__ */ new Map();
	const problems = [];
	for (const { key, line, flags } of entries.values()) {
		const path = fromLockfileFolder(input.path, key === "" ? "package.json" : `${key}/package.json`);
		if (isInstalledKey(key) || flags.has("link") || path === void 0) continue;
		const manifest = await readManifest(input, path);
		if (typeof manifest === "string") {
			const reason = `nobody can say whether it fits ${path}: ${manifest}`;
			problems.push({
				key,
				line,
				reason
			});
		} else if (manifest !== void 0) manifests.set(key, {
			path,
			entry: readEntry(key, void 0, manifest).entry
		});
	}
	return {
		manifests,
		problems
	};
}
async function readManifest({ readText }, path) {
	try {
		const text = await readText(path);
		if (text === void 0) return void 0;
		const json = JSON.parse(text);
		return isRecord(json) ? json : "it is no JSON object";
	} catch (error) {
		if (error instanceof UsageError) return error.message;
		return "it is no JSON";
	}
}

// packages/inventory/src/ecosystems/npm/package-lock/own.ts
function ownKeys({ entries }, workspaces) {
	const membershipOf = workspaceMatcher(workspaces);
	const own = /* @__PURE__ */ new Set([""]);
	for (const { key, flags, resolved, integrity } of entries.values()) {
		if (isInstalledKey(key) || flags.has("link")) continue;
		if (!(resolved !== void 0 || integrity !== void 0) && membershipOf(key) === "member") own.add(key);
	}
	return own;
}

// packages/inventory/src/ecosystems/npm/package-lock/stale.ts
const MAX_NAMED = 5;
function staleProblems({ entries, nested }, manifests, unmet) {
	const resolve = nodeResolution(entries);
	const problems = [];
	for (const [key, manifest] of manifests) {
		const entry = entries.get(key);
		if (entry === void 0) continue;
		const differences = nested && key === "" ? unmet.filter(isOfProject).map(({ name }) => `${name} is not locked`) : compare(manifest, wantedBy(entry), key, resolve);
		if (differences.length === 0) continue;
		const named = differences.slice(0, MAX_NAMED).join(", ");
		const more = differences.length - MAX_NAMED;
		problems.push({
			key,
			line: entry.line,
			kind: "stale",
			reason: `${manifest.path} asks for other packages: ${named}${more > 0 ? ` and ${more} more` : ""}`,
			identity: differences.join("\n")
		});
	}
	return problems;
}
function isOfProject({ from, kind }) {
	return from.key === "" && kind !== "peer";
}
function compare({ entry }, locked, key, resolve) {
	const asked = wantedBy(entry);
	const differences = [];
	for (const [name, { kind, range }] of asked) {
		const before = locked.get(name);
		if (before === void 0) differences.push(`${name} is not locked`);
		else if (before.kind !== kind) differences.push(`${name} is locked as ${before.kind}`);
		else if (spelled(before.range) !== spelled(range) && !fulfils(resolve(key, name)?.version, range)) differences.push(`${name} is locked for ${withoutCredentials(before.range) || "any version"}`);
	}
	for (const name of locked.keys()) if (!asked.has(name)) differences.push(`${name} is no longer asked for`);
	return differences.sort();
}
function spelled(range) {
	const text = range.trim().replace(/\s+/g, " ");
	return text.startsWith("file:") ? text.replace(/^file:(?:\.\/)+/, "file:").replace(/\/+$/, "") : text;
}
function fulfils(version, range) {
	return version !== void 0 && (semverRange(range)?.(version) ?? false);
}

// packages/inventory/src/ecosystems/npm/package-lock/read.ts
async function readPackageLock(input) {
	const lockfile = await readLockfile(input);
	const { manifests, problems: unread } = await manifestsOf(input, lockfile);
	const { workspaces } = manifests.get("")?.entry ?? lockfile.entries.get("");
	const own = ownKeys(lockfile, workspaces);
	const { edges: found, unmet } = npmEdges(lockfile, workspaces);
	const ids = new Map([...lockfile.entries.keys()].map((key) => [key, `${input.path}#${key}`]));
	const idOf = (key) => ids.get(key) ?? `${input.path}#${key}`;
	const edges = sortedEdges(found.map((edge) => toEdge(edge, idOf)));
	const parts = {
		input,
		lockfile,
		own,
		edges: found,
		scopes: scopesFrom([idOf("")], edges),
		idOf
	};
	const { components, problems: odd } = npmComponents(parts);
	const problems = [
		...lockfile.problems,
		...unread,
		...staleProblems(lockfile, manifests, unmet),
		...integrityProblems(lockfile, own),
		...odd
	];
	return [{
		path: input.path,
		format: "package-lock",
		ecosystem: "npm",
		roots: [idOf("")],
		components: [...components].sort(byId),
		edges,
		edgeCompleteness: "complete",
		covers: coveredManifests(input.path, lockfile),
		gaps: npmGaps(input.path, problems, lockfile.nested && manifests.has("") ? unmet.filter((each) => !isOfProject(each)) : unmet, idOf)
	}];
}
function toEdge({ from, to, kind, name, range }, idOf) {
	const real = to.name ?? installName(to.key);
	return {
		from: idOf(from.key),
		to: idOf(to.key),
		kind,
		...range === "" ? {} : { requirement: range },
		...real === void 0 || real === name ? {} : { alias: name }
	};
}
async function manifestsOf(input, lockfile) {
	return input.compareManifests ? readManifests(input, lockfile) : {
		manifests: /* @__PURE__ */ new Map(),
		problems: []
	};
}
function coveredManifests(path, { entries }) {
	return [...entries.keys()].filter((key) => !isInstalledKey(key)).map((key) => fromLockfileFolder(path, `${key}/package.json`)).filter((each) => each !== void 0).sort();
}
async function readLockfile(input) {
	const json = parseJson(input);
	const version = json["lockfileVersion"] ?? 1;
	if (version === 1 || version === 2 && json["packages"] === void 0) {
		const { readNestedDependencies } = await import("./inventory-ecosystems-npm-package-lock-version-1.js");
		return readNestedDependencies(json, input);
	}
	if (version === 2 || version === 3) return readPackages(json, input.text);
	throw new UsageError(`${input.path} has lockfileVersion ${JSON.stringify(version).slice(0, 50)}; 1, 2 and 3 are known`, { hint: "Write it again with `npm install --package-lock-only --lockfile-version 3`." });
}
function parseJson({ path, text }) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		throw new UsageError(`${path} is no JSON`, { hint: "Write it again with `npm install --package-lock-only`." });
	}
	if (!isRecord(json)) throw new UsageError(`${path} is no JSON object`);
	return json;
}
function byId(a, b) {
	return a.id < b.id ? -1 : 1;
}

export { readPackageLock };