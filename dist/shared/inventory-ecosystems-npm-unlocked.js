import "./rolldown-runtime.js";
import { B as UsageError, ct as isRecord } from "./core.js";

// packages/inventory/src/ecosystems/npm-unlocked.ts
const JAVASCRIPT = /* @__PURE__ */ new Set([
	"npm",
	"yarn",
	"pnpm",
	"bun",
	"deno"
]);
const ASKS = [
	"dependencies",
	"devDependencies",
	"optionalDependencies"
];
async function unlockedManifests(looked) {
	const covered = /* @__PURE__ */ new Set();
	for (const { path, ecosystem, components } of looked.lockfiles) {
		if (!JAVASCRIPT.has(ecosystem)) continue;
		covered.add(folderOf(path));
		for (const { firstParty, installPath } of components) if (firstParty && installPath !== void 0) covered.add(installPath);
	}
	const unread = looked.skipped.filter(({ ecosystem, kind }) => kind !== "excluded" && JAVASCRIPT.has(ecosystem ?? "")).map(({ item }) => folderOf(item));
	const unlocked = [];
	for (const path of looked.paths) {
		const folder = folderOf(path);
		if (!(path === "package.json" || path.endsWith("/package.json")) || covered.has(folder) || unread.some((above) => isBelow(folder, above))) continue;
		const reason = await uncovered(() => looked.readText(path));
		if (reason !== void 0) unlocked.push({
			item: path,
			reason,
			kind: "unlocked",
			ecosystem: "npm"
		});
	}
	return unlocked;
}
async function uncovered(read) {
	let json;
	try {
		const text = await read();
		if (text === void 0) return void 0;
		json = JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch (error) {
		return `no lockfile covers it, and what it asks for is not known: ${error instanceof UsageError ? error.message : "it is no JSON or can't be read"}`;
	}
	return isRecord(json) && ASKS.some((field) => {
		const asked = json[field];
		return isRecord(asked) && Object.keys(asked).length > 0;
	}) ? "it asks for packages and no lockfile covers it; `npm install --package-lock-only` writes one" : void 0;
}
function folderOf(path) {
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function isBelow(folder, above) {
	return above === "" || folder === above || folder.startsWith(`${above}/`);
}

export { unlockedManifests };