import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { i as textOf, n as tableOf, t as parseToml } from "./inventory-toml.js";
import { r as parseManifest } from "./inventory-ecosystems-cargo-manifest2.js";

// packages/inventory/src/ecosystems/cargo/vendored.ts
const CONFIGS = [".cargo/config.toml", ".cargo/config"];
async function vendoredFolders(input, entries) {
	const folder = await vendorFolder(input);
	const locked = entries.filter(({ source }) => source.kind !== "local");
	const [first] = locked;
	if (folder === void 0 || first === void 0) return () => void 0;
	const versioned = await input.readText(`${folder}/${first.name}-${first.version}/Cargo.toml`);
	const highest = /* @__PURE__ */ new Map();
	for (const entry of locked) {
		const known = highest.get(entry.name);
		if (known === void 0 || isHigher(entry.version, known.version)) highest.set(entry.name, entry);
	}
	const isAlone = locked.filter(({ name }) => name === first.name).length === 1;
	const isVersioned = versioned !== void 0 && (isAlone || highest.get(first.name) === first);
	return (entry) => {
		if (entry.source.kind === "local") return void 0;
		const isPlain = !isVersioned && highest.get(entry.name) === entry;
		return `${folder}/${entry.name}${isPlain ? "" : `-${entry.version}`}`;
	};
}
async function vendorFolder({ path, readText }) {
	for (const name of CONFIGS) {
		const config = fromLockfileFolder(path, name);
		const text = config === void 0 ? void 0 : await readText(config);
		if (config === void 0 || text === void 0) continue;
		const directory = Object.values(tableOf(parsed(config, text)["source"])).map((each) => textOf(tableOf(each)["directory"])).find(Boolean);
		return directory === void 0 ? void 0 : fromLockfileFolder(path, directory);
	}
}
function parsed(path, text) {
	try {
		return parseToml(path, text);
	} catch (error) {
		if (error instanceof UsageError) return {};
		throw error;
	}
}
function isHigher(a, b) {
	const numbers = (version) => version.split(/[-+]/, 1)[0]?.split(".").map(Number) ?? [];
	const [one, other] = [numbers(a), numbers(b)];
	for (const [index, number] of one.entries()) {
		const difference = number - (other[index] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return b.includes("-") && !a.includes("-");
}
function readVendoredManifest(text) {
	try {
		const { name, version, license } = parseManifest("Cargo.toml", text);
		return {
			name,
			version,
			manifest: license === void 0 ? {} : { license }
		};
	} catch (error) {
		if (error instanceof UsageError) return "it is no TOML";
		throw error;
	}
}

export { vendoredFolders as n, readVendoredManifest as t };