import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { i as textOf, n as tableOf, t as parseToml } from "./inventory-toml.js";
import { r as parseManifest } from "./inventory-ecosystems-cargo-manifest2.js";
const CONFIGS = [".cargo/config.toml", ".cargo/config"];
async function vendoredFolders(e, t) {
	const n = await vendorFolder(e);
	const r = t.filter(({ source: e }) => e.kind !== "local");
	const [i] = r;
	if (n === void 0 || i === void 0) return () => void 0;
	const a = await e.readText(`${n}/${i.name}-${i.version}/Cargo.toml`);
	const o = new Map();
	for (const e of r) {
		const t = o.get(e.name);
		if (t === void 0 || isHigher(e.version, t.version)) o.set(e.name, e);
	}
	const s = r.filter(({ name: e }) => e === i.name).length === 1;
	const c = a !== void 0 && (s || o.get(i.name) === i);
	return (e) => {
		if (e.source.kind === "local") return void 0;
		const t = !c && o.get(e.name) === e;
		return `${n}/${e.name}${t ? "" : `-${e.version}`}`;
	};
}
async function vendorFolder({ path: e, readText: t }) {
	for (const n of CONFIGS) {
		const r = fromLockfileFolder(e, n);
		const i = r === void 0 ? void 0 : await t(r);
		if (r === void 0 || i === void 0) continue;
		const a = Object.values(tableOf(parsed(r, i)["source"])).map((e) => textOf(tableOf(e)["directory"])).find(Boolean);
		return a === void 0 ? void 0 : fromLockfileFolder(e, a);
	}
}
function parsed(e, t) {
	try {
		return parseToml(e, t);
	} catch (e) {
		if (e instanceof UsageError) return {};
		throw e;
	}
}
function isHigher(e, t) {
	const n = (e) => e.split(/[-+]/, 1)[0]?.split(".").map(Number) ?? [];
	const [r, i] = [n(e), n(t)];
	for (const [e, t] of r.entries()) {
		const n = t - (i[e] ?? 0);
		if (n !== 0) return n > 0;
	}
	return t.includes("-") && !e.includes("-");
}
function readVendoredManifest(e) {
	try {
		const { name: t, version: n, license: r } = parseManifest("Cargo.toml", e);
		return {
			name: t,
			version: n,
			manifest: r === void 0 ? {} : { license: r }
		};
	} catch (e) {
		if (e instanceof UsageError) return "it is no TOML";
		throw e;
	}
}
export { vendoredFolders as n, readVendoredManifest as t };
