import "./rolldown-runtime.js";
import { P as isRecord } from "./core.js";

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
		if (!asksForPackages(await looked.readText(path).catch(() => void 0))) continue;
		unlocked.push({
			item: path,
			reason: "it asks for packages and no lockfile covers it; `npm install --package-lock-only` writes one",
			kind: "unlocked",
			ecosystem: "npm"
		});
	}
	return unlocked;
}
function asksForPackages(text) {
	if (text === void 0) return false;
	try {
		const json = JSON.parse(text);
		return isRecord(json) && ASKS.some((field) => {
			const asked = json[field];
			return isRecord(asked) && Object.keys(asked).length > 0;
		});
	} catch {
		return false;
	}
}
function folderOf(path) {
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function isBelow(folder, above) {
	return above === "" || folder === above || folder.startsWith(`${above}/`);
}

export { unlockedManifests };