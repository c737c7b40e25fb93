import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { n as textOf, r as isPackageName, t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { t as keyProblem } from "./inventory-ecosystems-npm-package-lock-version-3.js";
const MAX_NESTING = 50;
async function readNestedDependencies(e, t) {
	const n = e["dependencies"] ?? {};
	if (!isRecord(n)) throw new UsageError(`The \`dependencies\` of ${t.path} are no object`, { hint: "Write it again with `npm install --package-lock-only --lockfile-version 3`." });
	const r = nestedLines(t.text);
	const i = new Map();
	const a = [];
	const o = (e, t, n) => {
		const { entry: r, problems: o } = readEntry(e, t, n);
		i.set(e, r);
		a.push(...o.map((n) => ({
			key: e,
			line: t,
			reason: n
		})));
	};
	const s = await projectManifest(t);
	if (s === void 0) {
		const e = "lockfileVersion 1 needs the package.json beside it, which can't be read";
		if (Object.keys(n).length > 0) a.push({
			key: "",
			reason: e
		});
	}
	if (Object.keys(n).length > 0) a.push({
		key: "",
		kind: "missing-peer",
		reason: "nested `dependencies` do not record peer dependencies",
		advice: "Run `npm install --package-lock-only --lockfile-version 3`, which writes them."
	});
	o("", void 0, s ?? {});
	const c = [{
		parent: "",
		linkedParent: "",
		nested: n,
		depth: 1
	}];
	for (let e = c.pop(); e !== void 0; e = c.pop()) {
		const { parent: t, linkedParent: n, nested: i, depth: s } = e;
		for (const [e, l] of Object.entries(i)) {
			const i = installKey(t, e);
			const u = installKey(n, e);
			const d = r.get(u);
			if (!isPackageName(e) || !isRecord(l) || s > MAX_NESTING) {
				const e = s > MAX_NESTING ? "it is nested too deeply" : "it is no entry of a package";
				a.push({
					key: i.slice(0, 200),
					line: d,
					reason: e
				});
				continue;
			}
			const f = linkedFolder(l["version"]);
			const p = f === void 0 ? void 0 : keyProblem(f);
			if (p !== void 0) {
				a.push({
					key: i.slice(0, 200),
					line: d,
					reason: p
				});
				continue;
			}
			if (f === void 0) o(i, d, asPackage(e, l));
			else {
				o(i, d, {
					link: true,
					resolved: f
				});
				o(f, d, {
					...asPackage(e, l),
					name: e,
					version: void 0,
					resolved: void 0
				});
			}
			const m = l["dependencies"];
			if (isRecord(m)) {
				const e = {
					parent: f ?? i,
					linkedParent: u
				};
				c.push({
					...e,
					nested: m,
					depth: s + 1
				});
			}
		}
	}
	return {
		name: textOf(e["name"]),
		version: textOf(e["version"]),
		nested: true,
		entries: i,
		problems: a
	};
}
function installKey(e, t) {
	return e === "" ? `node_modules/${t}` : `${e}/node_modules/${t}`;
}
function asPackage(e, t) {
	const n = textOf(t["version"]) ?? "";
	const r = /^npm:(.+)@([^@]+)$/.exec(n);
	const i = /^(?:git|https?:|ssh:|file:|github:|gitlab:|bitbucket:)/.test(n);
	const a = {
		...t,
		dependencies: t["requires"],
		inBundle: t["bundled"]
	};
	if (r !== null) return {
		...a,
		name: r[1],
		version: r[2]
	};
	return i ? {
		...a,
		version: versionInUrl(e, n),
		resolved: n
	} : a;
}
function versionInUrl(e, t) {
	const n = t.replace(/[?#].*$/, "").replaceAll(/%2f/gi, "/").replaceAll("%40", "@");
	const r = `/${e}/-/${e.slice(e.indexOf("/") + 1)}-`;
	const i = n.indexOf(r);
	if (i < 0 || !n.endsWith(".tgz")) return void 0;
	const a = n.slice(i + r.length, -4);
	return /^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/.test(a) ? a : void 0;
}
function linkedFolder(e) {
	if (typeof e !== "string" || !e.startsWith("file:")) return void 0;
	const t = e.slice(5).replace(/^\.\//, "").replace(/\/+$/, "");
	return t === "" || /\.(?:tgz|tar|tar\.gz)$/i.test(t) ? void 0 : t;
}
async function projectManifest(e) {
	const t = fromLockfileFolder(e.path, "package.json");
	const n = t === void 0 ? void 0 : await e.readText(t).catch(() => void 0);
	if (n === void 0) return void 0;
	try {
		const e = JSON.parse(n);
		return isRecord(e) ? e : void 0;
	} catch {
		return;
	}
}
function nestedLines(e) {
	const t = new Map();
	const n = [];
	let r = 0;
	scanJsonKeys(e, (e, i, a) => {
		const o = Math.ceil(i / 2);
		if (o > MAX_NESTING) return;
		if (i % 2 === 1) r = e === "dependencies" && r >= o - 1 ? o : Math.min(r, o - 1);
		else if (r >= o) {
			r = o;
			n[o - 1] = e;
			t.set(`node_modules/${n.slice(0, o).join("/node_modules/")}`, a);
		}
	});
	return t;
}
export { readNestedDependencies };
