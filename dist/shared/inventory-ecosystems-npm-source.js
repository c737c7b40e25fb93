import { o as buildPurl } from "./purl.js";
const MAX_STEPS = 1e7;
const MAX_ALTERNATIVES = 100;
function workspaceMatcher(e) {
	const t = { steps: MAX_STEPS };
	const n = e.map((e) => {
		const t = e.startsWith("!");
		return {
			negated: t,
			alternatives: expandBraces((t ? e.slice(1) : e).replace(/^\.?\//, "").replace(/\/+$/, ""))?.map((e) => e.split("/"))
		};
	});
	return (e) => {
		const r = e.split("/");
		let i = "other";
		for (const { negated: e, alternatives: a } of n) if (a === void 0) {
			if (!e && i === "other") i = "unknown";
			if (e && i === "member") i = "unknown";
		} else if (a.some((e) => matchParts(e, r, t))) i = e ? "other" : "member";
		return t.steps < 0 ? "unknown" : i;
	};
}
function expandBraces(e) {
	if (/[[\]()]/.test(e)) return void 0;
	let t = [e];
	while (t.some((e) => /[{}]/.test(e))) {
		const e = [];
		for (const n of t) {
			const t = /\{([^{}]*)\}/.exec(n);
			if (t === null) {
				if (/[{}]/.test(n)) return void 0;
				e.push(n);
				continue;
			}
			const [r, i = ""] = t;
			const a = n.slice(0, t.index);
			const o = n.slice(t.index + r.length);
			e.push(...i.split(",").map((e) => a + e + o));
			if (e.length > MAX_ALTERNATIVES) return void 0;
		}
		t = e;
	}
	return t;
}
function matchParts(e, t, n) {
	const r = (e, t) => matchList([...e], [...t], (e, t) => e === "?" || e === t, "*", n);
	return matchList(e, t, r, "**", n);
}
function matchList(e, t, n, r, i) {
	i.steps -= e.length;
	let a = 0;
	let o = -1;
	let s = 0;
	for (let c = 0; c < t.length;) {
		if (--i.steps < 0) return true;
		const l = e[a];
		if (l === r) {
			o = a++;
			s = c;
		} else if (l !== void 0 && n(l, t[c] ?? "")) {
			a++;
			c++;
		} else if (o >= 0) {
			a = o + 1;
			c = ++s;
		} else return false;
	}
	return e.slice(a).every((e) => e === r);
}
function nodeResolution(e) {
	const t = byFolder(e);
	let n;
	return (r, i) => {
		if (n?.key !== r) n = {
			key: r,
			folders: wayUp(r, t)
		};
		for (const t of n.folders) {
			const n = t.get(i);
			if (n !== void 0) return followLink(e, n);
		}
	};
}
function byFolder(e) {
	const t = new Map();
	for (const n of e.values()) {
		const e = installName(n.key);
		if (e === void 0) continue;
		const r = n.key.slice(0, -`/node_modules/${e}`.length);
		const i = t.get(r) ?? new Map();
		t.set(r, i.set(e, n));
	}
	return t;
}
function wayUp(e, t) {
	const n = [];
	for (let r = e; r !== void 0; r = above(r)) {
		const e = t.get(r);
		if (e !== void 0) n.push(e);
	}
	return n;
}
function followLink(e, t) {
	if (!t.flags.has("link")) return t;
	const n = e.get(linkTarget(t));
	return n?.flags.has("link") ? void 0 : n;
}
function linkTarget(e) {
	const t = (e.resolved ?? "").replace(/^\.(?:\/|$)/, "");
	return t.endsWith("/") ? t.slice(0, -1) : t;
}
function above(e) {
	if (e === "" || e === ".." || e.endsWith("/..")) return void 0;
	const t = e.slice(0, Math.max(e.lastIndexOf("/"), 0));
	return t === "node_modules" || t.endsWith("/node_modules") ? above(t) : t;
}
function installName(e) {
	const t = e.lastIndexOf("node_modules/");
	if (t < 0 || t > 0 && e[t - 1] !== "/") return void 0;
	const n = e.slice(t + 13);
	const r = n.indexOf("/");
	return (r < 0 || n.startsWith("@") && n.indexOf("/", r + 1) < 0) && n !== "" ? n : void 0;
}
function isInstalledKey(e) {
	return e.startsWith("node_modules/") || e.includes("/node_modules/");
}
function npmEdges(e, t) {
	const n = nodeResolution(e.entries);
	const r = [];
	const i = [];
	for (const t of e.entries.values()) {
		if (t.flags.has("link")) continue;
		for (const [a, { kind: o, required: s, range: c }] of wantedBy(t)) {
			const l = n(t.key, a);
			if (l !== void 0 && l !== t) r.push({
				from: t,
				to: l,
				kind: edgeKind(e, t, l, o),
				name: a,
				range: c
			});
			else if (l === void 0 && s) i.push({
				from: t,
				name: a,
				kind: o
			});
		}
	}
	return {
		edges: [...r, ...workspaceEdges(e, t)],
		unmet: i
	};
}
function edgeKind({ nested: e }, t, n, r) {
	const i = n.flags.has("optional") && !t.flags.has("optional");
	return e && r === "runtime" && i ? "optional" : r;
}
function wantedBy(e) {
	const t = new Map();
	for (const [n, r] of e.peerDependencies) {
		const i = e.optionalPeers.has(n);
		t.set(n, {
			kind: i ? "optional" : "peer",
			required: !i,
			range: r
		});
	}
	for (const [n, r] of e.dependencies) t.set(n, {
		kind: "runtime",
		required: true,
		range: r
	});
	for (const [n, r] of e.optionalDependencies) t.set(n, {
		kind: "optional",
		required: false,
		range: r
	});
	if (isInstalledKey(e.key)) return t;
	for (const [n, r] of e.devDependencies) t.set(n, {
		kind: "development",
		required: true,
		range: r
	});
	return t;
}
function workspaceEdges({ entries: e }, t) {
	const n = e.get("");
	if (n === void 0 || t.length === 0) return [];
	const r = workspaceMatcher(t);
	const i = [];
	for (const t of e.values()) {
		if (!t.flags.has("link") || !t.key.startsWith("node_modules/")) continue;
		const a = followLink(e, t);
		if (a === void 0 || a === n || r(linkTarget(t)) === "other") continue;
		const o = t.key.slice(13);
		i.push({
			from: n,
			to: a,
			kind: "runtime",
			name: o,
			range: ""
		});
	}
	return i;
}
const ALGORITHMS = new Map([
	["md5", {
		name: "MD5",
		length: 16
	}],
	["sha1", {
		name: "SHA-1",
		length: 20
	}],
	["sha256", {
		name: "SHA-256",
		length: 32
	}],
	["sha384", {
		name: "SHA-384",
		length: 48
	}],
	["sha512", {
		name: "SHA-512",
		length: 64
	}]
]);
const MAX_HASHES = 64;
function parseIntegrity(e) {
	const t = /\s/.test(e) || e === "" ? void 0 : parseOne(e);
	if (t !== void 0) return {
		hashes: [t],
		invalid: false
	};
	const n = new Map();
	const r = e.split(/\s+/).filter((e) => e !== "");
	let i = r.length > MAX_HASHES;
	for (const e of r.slice(0, MAX_HASHES)) {
		const t = parseOne(e);
		if (t === void 0) i = true;
		else n.set(`${t.algorithm} ${t.value}`, t);
	}
	return {
		hashes: [...n].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e),
		invalid: i
	};
}
function parseOne(e) {
	const t = e.indexOf("-");
	const n = ALGORITHMS.get(e.slice(0, Math.max(t, 0)).toLowerCase());
	const [r = ""] = e.slice(t + 1).split("?", 1);
	if (n === void 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(r)) return void 0;
	const i = Buffer.from(r, "base64");
	if (i.length !== n.length) return void 0;
	return {
		algorithm: n.name,
		value: i.toString("hex")
	};
}
const PLAIN_NAME = /^@?[\w-][\w.~-]*(?:\/[\w-][\w.~-]*)?$/;
const PLAIN_VERSION = /^[\w-][\w.~-]*$/;
function npmPurl(e, t, { qualifiers: n }) {
	if (n === void 0 && PLAIN_NAME.test(e) && t !== void 0 && PLAIN_VERSION.test(t)) return `pkg:npm/${e.startsWith("@") ? `%40${e.slice(1)}` : e}@${t}`;
	const r = e.indexOf("/");
	return buildPurl({
		type: "npm",
		namespace: r < 0 ? void 0 : e.slice(0, r),
		name: e.slice(r + 1),
		version: t,
		qualifiers: n
	});
}
const PUBLIC_REGISTRIES = new Set(["registry.npmjs.org", "registry.yarnpkg.com"]);
const PLAIN_ARCHIVE = /^https:\/\/registry\.npmjs\.org\/(?:@[\w-][\w.~-]*\/)?[\w-][\w.~-]*\/-\/[\w-][\w.~-]*\.tgz$/;
const HOSTED = new Map([
	["github", "github.com"],
	["gitlab", "gitlab.com"],
	["bitbucket", "bitbucket.org"]
]);
function readResolved(e, t) {
	if (t === void 0) return { kind: "registry" };
	if (PLAIN_ARCHIVE.test(t) && t.startsWith(`/${e}/-/`, 26)) return {
		kind: "registry",
		url: t
	};
	if (t.startsWith("file:")) return fileSource(t);
	if (/^git\+file:/.test(t)) return OUTSIDE_REPOSITORY;
	const n = parseUrl(t);
	if (n === void 0) return {
		kind: "archive",
		problem: "`resolved` is no URL"
	};
	n.password = "";
	if (n.protocol.startsWith("git") || n.protocol === "ssh:") return gitSource(n);
	if (n.protocol !== "https:" && n.protocol !== "http:") return {
		kind: "archive",
		problem: `\`resolved\` has the unknown scheme ${n.protocol}`
	};
	n.username = "";
	n.search = "";
	n.hash = "";
	return archiveSource(e, n);
}
const OUTSIDE_REPOSITORY = {
	kind: "file",
	problem: "it comes from a git repository that is a folder on one machine"
};
function gitSource(e) {
	if (e.username !== "git") e.username = "";
	e.search = "";
	const t = e.hash.slice(1);
	const n = new URL(e);
	n.hash = "";
	const r = `${n.protocol.startsWith("git") ? "" : "git+"}${n.href}`;
	return {
		kind: "git",
		url: e.href,
		qualifiers: { vcs_url: t === "" ? r : `${r}@${t}` },
		.../^[0-9a-f]{40,64}$/.test(t) ? {} : { problem: "`resolved` names no full git commit" }
	};
}
function archiveSource(e, t) {
	const n = t.pathname.replaceAll("%2f", "/").replaceAll("%2F", "/").replaceAll("%40", "@");
	const r = n.indexOf(`/${e}/-/`);
	if (r >= 0) {
		const e = `${t.origin}${n.slice(0, r)}`;
		return {
			kind: "registry",
			url: t.href,
			...PUBLIC_REGISTRIES.has(t.host) ? {} : { qualifiers: { repository_url: e } }
		};
	}
	if (t.host === "npm.pkg.github.com" && n.startsWith(`/download/${e}/`)) return {
		kind: "registry",
		url: t.href,
		qualifiers: { repository_url: t.origin }
	};
	const i = hostedRepository(t);
	if (i !== void 0) return {
		kind: "git",
		url: t.href,
		qualifiers: { vcs_url: i }
	};
	return {
		kind: "archive",
		url: t.href,
		qualifiers: { download_url: t.href }
	};
}
const COMMIT_ARCHIVES = new Map([
	["codeload.github.com", ["github.com", /^\/([^/]+\/[^/]+)\/tar\.gz\/([0-9a-f]{40,64})$/]],
	["gitlab.com", ["gitlab.com", /^\/(.+?)\/-\/archive\/([0-9a-f]{40,64})\/[^/]+$/]],
	["bitbucket.org", ["bitbucket.org", /^\/([^/]+\/[^/]+)\/get\/([0-9a-f]{40,64})\.tar\.gz$/]]
]);
function hostedRepository({ host: e, pathname: t }) {
	const [n, r] = COMMIT_ARCHIVES.get(e) ?? [];
	const [, i, a] = r?.exec(t) ?? [];
	return a === void 0 ? void 0 : `git+https://${n}/${i}@${a}`;
}
function fileSource(e) {
	const t = e.slice(5);
	return t.startsWith("/") || t.startsWith("~") || /^[A-Za-z]:/.test(t) ? {
		kind: "file",
		problem: "`resolved` is a file outside the repository"
	} : {
		kind: "file",
		url: e
	};
}
function parseUrl(e) {
	const t = /^(github|gitlab|bitbucket):([^/#]+\/[^#]+)(#.*)?$/.exec(e);
	const n = HOSTED.get(t?.[1] ?? "");
	if (n !== void 0) return parseUrl(`git+ssh://git@${n}/${t?.[2]}.git${t?.[3] ?? ""}`);
	const r = e.replace(/^((?:git\+)?ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/, "$1/");
	return URL.canParse(r) ? new URL(r) : void 0;
}
export { wantedBy as a, linkTarget as c, npmEdges as i, nodeResolution as l, npmPurl as n, installName as o, parseIntegrity as r, isInstalledKey as s, readResolved as t, workspaceMatcher as u };
