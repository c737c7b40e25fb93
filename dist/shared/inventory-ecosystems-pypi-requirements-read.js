import "./rolldown-runtime.js";
import { Q as UsageError, i as plural } from "./core.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { a as indexSource, c as parseHash, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { c as parseRequirement, l as pinnedVersion, n as folderName, t as MANIFESTS } from "./inventory-ecosystems-pypi-manifests.js";
import { i as textOf, n as tableOf } from "./inventory-toml.js";
import { n as isPackageName, r as normalizeName } from "./inventory-ecosystems-pypi-names.js";
import { n as readPyproject } from "./inventory-ecosystems-pypi-stale.js";
const ARCHIVE = /\.(?:whl|zip|tar\.(?:gz|bz2|xz)|tgz|egg)$/i;
function isPlace(e) {
	const [t = ""] = e.split(/[\s;[]/, 1);
	return /^(?:[a-z][a-z\d+.-]*:|[./~\\]|[A-Za-z]:\\)/i.test(t) || t.includes("/") || ARCHIVE.test(t);
}
function readPlace(e, t) {
	const [n = "", r = ""] = e.replace(/\s*;.*$|\s+@.*$/s, "").split("#", 2);
	const i = new URLSearchParams(r);
	const a = i.get("egg")?.replace(/\[.*$/s, "") ?? "";
	const o = i.get("subdirectory") ?? void 0;
	const s = isPackageName(a) ? { name: normalizeName(a) } : {};
	if (/^(?:git\+|git:)/.test(n)) {
		const { repository: e, reference: t } = splitReference(n);
		return {
			...s,
			source: gitSource(e, t, o)
		};
	}
	if (/^(?:hg|svn|bzr)\+/.test(n)) {
		const e = "it comes from a version control system other than git";
		return {
			...s,
			source: {
				kind: "git",
				problem: e
			}
		};
	}
	const c = n.replace(/\[[^\]]*\]$/, "").replace(/^file:(?:\/\/)?(?!\/)/, "");
	if (/^https?:/.test(c)) return {
		...s,
		...fromFileName(c),
		source: archiveSource(c)
	};
	if (/^[a-z][a-z\d+.-]+:/i.test(c)) return {
		...s,
		source: {
			kind: "file",
			problem: "it is a file outside the repository"
		}
	};
	if (ARCHIVE.test(c)) return {
		...s,
		...fromFileName(c),
		source: fileSource(c)
	};
	return {
		...s,
		source: folderSource(c, t)
	};
}
function splitReference(e) {
	const t = e.lastIndexOf("@");
	const n = e.indexOf("/", e.indexOf("://") + 3);
	return t > n && n > 0 ? {
		repository: e.slice(0, t),
		reference: e.slice(t + 1)
	} : {
		repository: e,
		reference: void 0
	};
}
function fromFileName(e) {
	const [t = ""] = e.slice(e.lastIndexOf("/") + 1).split("?", 1);
	const n = t.replace(ARCHIVE, "").split("-");
	const r = /\.whl$/i.test(t);
	const i = r ? n[0] ?? "" : n.slice(0, -1).join("-");
	const a = (r ? n[1] : n.at(-1)) ?? "";
	if (!isPackageName(i) || !/^\d/.test(a)) return {};
	return {
		name: normalizeName(i),
		version: a.replaceAll("%2B", "+")
	};
}
function readVia(e) {
	const t = e.findIndex((e) => /^via(?:\s|$)/.test(e));
	if (t < 0) return void 0;
	const n = [e[t]?.slice(3).trim() ?? "", ...e.slice(t + 1)];
	const r = new Set();
	const i = new Set();
	for (const e of n.flatMap((e) => e.split(/,\s+/))) {
		const [, , t] = /^(-r|--requirement)\s+(.+)$/.exec(e) ?? [];
		const [, n] = /^[\w.-]+(?:\[[^\]]*\])?\s+\((.+)\)$/.exec(e) ?? [];
		const a = t ?? n;
		const [o = ""] = /^[\w.-]+(?=\[|$)/.exec(e) ?? [];
		if (a !== void 0) i.add(a.trim());
		else if (isPackageName(o)) r.add(normalizeName(o));
	}
	return r.size + i.size === 0 ? void 0 : {
		parents: r,
		files: i
	};
}
function compiledFrom(e) {
	return (e.find((e) => /^(?:pip-compile|uv pip compile)\s/.test(e))?.split(/\s+/) ?? []).filter((e) => /^[^-].*(?:\.in|pyproject\.toml|setup\.(?:py|cfg))$/.test(e));
}
const HARMLESS = /^--(?:extra-index-url|no-index|no-binary|only-binary|prefer-binary|require-hashes|pre|trusted-host|use-feature|no-deps|config-settings?|global-option|install-option|no-build-isolation|all-releases|only-final|uploaded-prior-to)$|^-[if]$/;
async function readEntries(e, t) {
	const n = [];
	const r = readConstraints(e);
	const i = indexOf(e);
	const a = new Map();
	for (const o of e) {
		if (o.isConstraint) continue;
		const { option: e, value: s, path: c, line: l } = o;
		if (e !== void 0 && e !== "-e") {
			if (!HARMLESS.test(e)) n.push({
				path: c,
				line: l,
				reason: `the option ${e} is not known`
			});
			continue;
		}
		const u = await readEntry(o, i, r, t);
		if (u === void 0) {
			n.push({
				path: c,
				line: l,
				reason: "the line is no requirement"
			});
			continue;
		}
		const d = a.get(u.key);
		if (d === void 0) a.set(u.key, u);
		else a.set(u.key, {
			...d,
			artifacts: d.artifacts.length > 0 ? d.artifacts : u.artifacts
		});
		if (e === "-e" && s === "") n.push({
			path: c,
			line: l,
			reason: "`-e` names nothing"
		});
	}
	return {
		entries: [...a.values()],
		problems: n
	};
}
async function readEntry(e, t, n, r) {
	const { option: i, value: a } = e;
	if (i === "-e" || isPlace(a)) return placed(e, a, i === "-e", r);
	const o = parseRequirement(a);
	if (o === void 0) return void 0;
	if (o.url !== void 0) return placed(e, o.url, false, r, o);
	const s = n.get(o.name);
	const c = pinnedVersion(o.specifier) ?? constrainedVersion(s);
	const l = e.hashes.length > 0 ? e.hashes : s?.hashes ?? [];
	return {
		...common({
			...e,
			hashes: l
		}, o.name, c, t, o.marker),
		...c === void 0 ? { unpinned: o.specifier } : {}
	};
}
function constrainedVersion(e) {
	const t = e === void 0 ? "" : parseRequirement(e.value)?.specifier ?? "";
	return pinnedVersion(t);
}
async function placed(e, t, n, r, i) {
	if (t === "") return void 0;
	const a = readPlace(t, n);
	const o = relativeTo(a.source, e.path, r.path);
	const { kind: s, path: c } = o;
	const l = s === "folder" && c !== void 0 ? fromLockfileFolder(r.path, c) : void 0;
	const u = l === void 0 ? {} : await projectOf(l, r);
	const d = i?.name ?? a.name ?? u.name ?? lastPart(l ?? o.url) ?? "project";
	const f = l === "" ? {
		...o,
		isOwn: true
	} : o;
	return common(e, d, a.version ?? u.version, f, i?.marker);
}
function relativeTo(e, t, n) {
	if (e.path === void 0 || t === n) return e;
	const r = fromLockfileFolder(t, e.path);
	if (r === void 0) return {
		...e,
		path: e.path
	};
	const i = "../".repeat(n.split("/").length - 1);
	return {
		...e,
		path: `${i}${r}` || "."
	};
}
async function projectOf(e, t) {
	const n = e === "" ? "pyproject.toml" : `${e}/pyproject.toml`;
	const { table: r } = await readPyproject(n, t);
	const i = tableOf(r?.["project"] ?? tableOf(tableOf(r?.["tool"])["poetry"]));
	const a = textOf(i["name"]) ?? "";
	const o = textOf(i["version"]);
	return {
		...isPackageName(a) ? { name: normalizeName(a) } : {},
		...o === void 0 ? {} : { version: o }
	};
}
function lastPart(e) {
	const t = e?.replace(/\/+$/, "").replace(/#.*$/s, "").split("/").at(-1)?.replace(/(?:\.git)?(?:@.*)?$/s, "");
	return t !== void 0 && isPackageName(t) ? normalizeName(t) : void 0;
}
function common({ path: e, line: t, hashes: n, comments: r }, i, a, o, s) {
	const c = readVia(r);
	const l = n.map(parseHash).filter((e) => e !== void 0);
	const u = o.path ?? o.url;
	const d = o.kind === "registry";
	const f = l.length < n.length ? "one of its hashes is not known" : void 0;
	return {
		key: [
			i,
			a,
			d || u === void 0 ? void 0 : `(${u})`
		].filter((e) => e !== void 0).join(" "),
		name: i,
		version: a,
		line: t,
		path: e,
		source: f === void 0 || o.problem !== void 0 ? o : {
			...o,
			problem: f
		},
		artifacts: l.map((e) => ({
			hashes: [e],
			...o.kind === "archive" && o.url !== void 0 ? { url: o.url } : {},
			...s === void 0 ? {} : { condition: s }
		})),
		...c === void 0 ? {} : { isDirect: c.files.size > 0 },
		via: c,
		marker: s
	};
}
function readConstraints(e) {
	const t = new Map();
	const n = new Set();
	for (const r of e) {
		const e = r.isConstraint && r.option === void 0 ? parseRequirement(r.value) : void 0;
		if (e === void 0) continue;
		if (t.has(e.name)) n.add(e.name);
		t.set(e.name, r);
	}
	for (const e of n) t.delete(e);
	return t;
}
function indexOf(e) {
	const t = e.findLast(({ option: e }) => e === "-i");
	const n = e.some(({ option: e }) => e === "--extra-index-url" || e === "-f");
	if (e.some(({ option: e }) => e === "--no-index")) return { kind: "file" };
	if (t === void 0 || n || !URL.canParse(t.value)) return indexSource(void 0);
	return indexSource(t.value);
}
function readLines(e) {
	const t = [];
	const n = [];
	let r;
	const i = (e) => {
		const i = r?.text.trim() ?? "";
		if (r !== void 0 && i !== "") t.push({
			text: i,
			line: r.line,
			comments: []
		});
		r = void 0;
		if (e !== void 0) (t.at(-1)?.comments ?? n).push(e);
	};
	for (const [t, n] of e.split(/\r\n|\r|\n/).entries()) {
		const e = n.trimStart();
		if (e.startsWith("#")) {
			i(e.slice(1).trim());
			continue;
		}
		const a = n.search(/\s#/);
		const o = a < 0 ? n : n.slice(0, a);
		const s = a < 0 ? void 0 : n.slice(a + 2).trim();
		const c = a < 0 && o.endsWith("\\");
		r ??= {
			text: "",
			line: t + 1
		};
		r.text += c ? o.slice(0, -1) : o;
		if (!c) i(r.text.trim() === "" ? void 0 : s);
	}
	i();
	return {
		lines: t,
		header: n
	};
}
const LONG_NAMES = new Map([
	["--requirement", "-r"],
	["--constraint", "-c"],
	["--editable", "-e"],
	["--index-url", "-i"],
	["--pypi-url", "-i"],
	["--find-links", "-f"]
]);
function parseLine(e) {
	const [, t = "", n = ""] = /^(-[a-z]|--[a-z][a-z-]*)(.*)$/s.exec(e) ?? [];
	const r = [...e.matchAll(/\s--hash[=\s]\s*(\S+)/g)].map(([, e = ""]) => e);
	if (t !== "") {
		const e = n.replace(/^[=\s]\s*/, "").trim();
		return {
			option: LONG_NAMES.get(t) ?? t,
			value: withoutOptions(e),
			hashes: r
		};
	}
	return {
		value: withoutOptions(e),
		hashes: r
	};
}
function withoutOptions(e) {
	const t = e.search(/\s--?[a-z]/);
	return (t < 0 ? e : e.slice(0, t)).trim();
}
const MAX_FILES = 200;
async function readFiles(e) {
	const { lines: t, header: n } = readLines(e.text);
	const r = [];
	const i = [];
	const a = new Set([seenKey(e.path, false)]);
	const o = async (t, n, s) => {
		for (const c of n) {
			const n = parseLine(c.text);
			if (n.option !== "-r" && n.option !== "-c") {
				r.push({
					...n,
					path: t,
					line: c.line,
					comments: c.comments,
					isConstraint: s
				});
				continue;
			}
			const l = s || n.option === "-c";
			const u = await readIncluded(n.value, t, l, a, e);
			if (typeof u === "string") i.push({
				line: c.line,
				path: t,
				reason: u
			});
			else if (u !== void 0) await o(u.path, readLines(u.text).lines, l);
		}
	};
	await o(e.path, t, false);
	return {
		lines: r,
		header: n,
		problems: i
	};
}
async function readIncluded(e, t, n, r, { readText: i }) {
	if (/^[a-z][a-z\d+.-]+:/i.test(e)) return "it includes a file by its URL, which is not read";
	const a = /^[/~]/.test(e) ? void 0 : fromLockfileFolder(t, e);
	if (a === void 0) return "it includes a file outside the repository";
	const o = seenKey(a, n);
	if (r.has(o)) return void 0;
	r.add(o);
	if (r.size > MAX_FILES) return `it includes more than ${MAX_FILES} files`;
	const s = a.slice(folderOf(a).length).replace(/^\//, "").slice(0, 200);
	try {
		const e = await i(a);
		return e === void 0 ? `it includes ${s}, which is not there` : {
			path: a,
			text: e
		};
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		return `it includes ${s}, which can't be read: ${e.message}`;
	}
}
function seenKey(e, t) {
	return `${t ? "-c" : "-r"} ${e}`;
}
const MAX_NAMED = 5;
const MAX_PROBLEMS = 20;
async function readRequirements(e) {
	const { lines: t, header: n, problems: r } = await readFiles(e);
	const { entries: i, problems: a } = await readEntries(t, e);
	const o = statedNeeds(i);
	return [assemble(e, {
		format: "requirements",
		entries: o === void 0 ? i : [...root(e, i), ...i],
		roots: o === void 0 ? [] : [ROOT],
		needs: o ?? [],
		edgeCompleteness: o === void 0 ? "unknown" : "complete",
		covers: covered(e, i, n, o !== void 0),
		problems: [
			...r,
			...bounded(a),
			...unpinnedProblem(i)
		],
		installed: await installedFolders(e)
	})];
}
const ROOT = ".";
function root(e, t) {
	if (t.some(({ key: e }) => e === ROOT)) return [];
	return [{
		key: ROOT,
		name: folderName(e),
		version: void 0,
		line: void 0,
		source: folderSource(ROOT, true),
		artifacts: []
	}];
}
function statedNeeds(e) {
	const t = e.filter(({ source: e }) => e.isOwn !== true);
	if (t.length === 0 || t.some(({ via: e }) => e === void 0)) return void 0;
	const n = new Map();
	for (const t of e) n.set(t.name, n.has(t.name) ? void 0 : t);
	const r = [];
	for (const { key: t, via: i, marker: a } of e) {
		const e = a === void 0 ? {} : { condition: a };
		if ((i?.files.size ?? 1) > 0) r.push({
			from: ROOT,
			to: t,
			extras: [],
			...e
		});
		for (const a of i?.parents ?? []) {
			const i = n.get(a);
			if (i === void 0) return void 0;
			r.push({
				from: i.key,
				to: t,
				extras: [],
				...e
			});
		}
	}
	return r;
}
function covered({ path: e, paths: t }, n, r, i) {
	const a = new Set([...compiledFrom(r), ...n.flatMap(({ via: e }) => [...e?.files ?? []])]);
	const o = new Set(t);
	const s = [...a].flatMap((t) => fromLockfileFolder(e, t) ?? []);
	const c = [...a].filter((e) => o.has(e));
	const l = n.filter(({ source: e }) => i && e.isOwn === true);
	const u = [...[...s, ...c].filter((e) => /(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(e)).map(folderOf), ...l.flatMap(({ source: t }) => fromLockfileFolder(e, t.path ?? ".") ?? [])];
	return [
		e.replace(/\.txt$/, ".in"),
		...s,
		...c,
		...u.flatMap((e) => MANIFESTS.map((t) => e === "" ? t : `${e}/${t}`))
	];
}
function unpinnedProblem(e) {
	const t = e.filter(({ unpinned: e }) => e !== void 0);
	const [n] = t;
	if (n === void 0) return [];
	const r = t.map(({ name: e, unpinned: t }) => `${e}${t}`).sort();
	const i = r.length > MAX_NAMED ? ` and ${r.length - MAX_NAMED} more` : "";
	return [{
		line: n.line,
		...n.path === void 0 ? {} : { path: n.path },
		reason: `${plural(r.length, "requirement")} without a version: ${r.slice(0, MAX_NAMED).join(", ")}${i}`,
		identity: r.join("\n"),
		advice: "Pin every package to one version (`pip-compile` or `uv pip compile` does it)"
	}];
}
function bounded(e) {
	const t = e.length - MAX_PROBLEMS;
	if (t <= 0) return e;
	const n = `${plural(t, "more line")} not understood`;
	return [...e.slice(0, MAX_PROBLEMS), {
		reason: n,
		identity: "more lines"
	}];
}
export { readRequirements };
