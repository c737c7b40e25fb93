import "./rolldown-runtime.js";
import { C as programsOnPath, Ct as isRecord, D as checkedFolders, Q as UsageError, S as pathFolders, X as ExternalError, Z as InternalError, j as isInside, k as isChecked } from "./core.js";
import { access, copyFile, lstat, open, readFile, readdir, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { delimiter, dirname, join, relative, resolve, sep } from "node:path";
import { constants as constants$1, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import { devNull, tmpdir } from "node:os";
const OBJECT_NAME$1 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const ALL_ZEROS = /^(?:0{40}|0{64})$/;
const ZEROS = "0".repeat(40);
function isObjectName(e) {
	return typeof e === "string" && OBJECT_NAME$1.test(e);
}
function isNull(e) {
	return ALL_ZEROS.test(e);
}
function shortName(e) {
	return e.slice(0, 10);
}
const ESCAPE = 56320;
function decodePath(e) {
	const t = Buffer.from(e.buffer, e.byteOffset, e.length);
	if (isUtf8(t)) return t.toString("utf8");
	let n = "";
	for (let e = 0; e < t.length;) {
		const r = characterLength(t, e);
		n += r === 0 ? String.fromCharCode(ESCAPE + (t[e] ?? 0)) : t.toString("utf8", e, e + r);
		e += Math.max(r, 1);
	}
	return n;
}
function characterLength(e, t) {
	for (let n = 1; n <= 4 && t + n <= e.length; n++) if (isUtf8(e.subarray(t, t + n))) return n;
	return 0;
}
function stoppedWhenQuiet(e, t, n) {
	let r;
	const i = async (i) => {
		let a;
		const o = new Promise((i, o) => {
			a = setTimeout(() => {
				r = new ExternalError(`${n} printed nothing for ${Math.round(t / 1e3)} s and was stopped`, { hint: "Run `git fsck` in the clone, and check that its disk answers." });
				e.kill();
				o(r);
			}, t);
		});
		try {
			return await Promise.race([i, o]);
		} catch (e) {
			throw r ?? e;
		} finally {
			clearTimeout(a);
		}
	};
	async function* a() {
		const t = e.stdout[Symbol.asyncIterator]();
		try {
			for (;;) {
				const { done: e, value: n } = await i(t.next());
				if (e === true) return;
				yield n;
			}
		} finally {
			if (r === void 0) await t.return?.();
		}
	}
	let o;
	return {
		stdout: a(),
		get ended() {
			o ??= i(e.ended);
			return o;
		},
		kill: () => e.kill()
	};
}
const MAX_OUTPUT_BYTES = 1073741824;
const QUIET_MS = 6e5;
function createGitProcesses({ program: e, variables: t }, { root: n, processes: r, signal: i, quietMs: a = QUIET_MS }) {
	const o = ({ env: e, ...r }) => ({
		...r,
		cwd: n,
		env: {
			...t,
			...e
		},
		...i === void 0 ? {} : { signal: i }
	});
	const s = (t, n = {}) => r.run(e, ["--no-pager", ...t], {
		maxBytes: MAX_OUTPUT_BYTES,
		timeoutMs: a,
		...o(n)
	});
	return {
		run: s,
		read: async (e, t) => {
			const n = await s(e, t);
			if (n.exitCode !== 0) throw gitFailure(e[0] ?? "git", n);
			return Buffer.from(n.stdout);
		},
		stream: (t, n = {}) => stoppedWhenQuiet(r.stream(e, ["--no-pager", ...t], o(n)), a, `git ${t[0] ?? ""}`)
	};
}
function gitFailure(e, { exitCode: t, stderr: n }) {
	const r = n.trim().split("\n").slice(0, 5);
	return new ExternalError(`git ${e} ${t === 0 ? "complained" : `ended with exit code ${t}`}: ${r[0] || "it said nothing"}`, {
		problems: r.slice(1),
		hint: "Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing."
	});
}
const SECTION = /^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/;
const NAME = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*/;
const ESCAPES = {
	n: "\n",
	t: "	",
	b: "\b"
};
function parseConfigFile(e) {
	const t = [];
	let n = e.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
	let r = "";
	for (;;) {
		n = n.replace(/^(?:\s+|[#;][^\n]*)+/, "");
		if (n === "") return t;
		const e = SECTION.exec(n);
		if (e !== null) {
			const [t, i = "", a] = e;
			const o = a === void 0 ? "" : `.${a.replace(/\\(.)/g, "$1")}`;
			r = `${i.toLowerCase()}${o}`;
			n = n.slice(t.length);
			continue;
		}
		const i = NAME.exec(n);
		if (i === null || r === "") return t;
		n = n.slice(i[0].length);
		const a = `${r}.${(i[1] ?? "").toLowerCase()}`;
		if (!n.startsWith("=")) {
			t.push({
				key: a,
				value: "true"
			});
			continue;
		}
		const { value: o, length: s } = readValue(n.slice(1));
		t.push({
			key: a,
			value: o
		});
		n = n.slice(1 + s);
	}
}
function readValue(e) {
	let t = "";
	let n = 0;
	let r = false;
	let i = 0;
	for (; i < e.length && e[i] !== "\n"; i++) {
		const a = e[i] ?? "";
		if (a === "\"") {
			r = !r;
			n = t.length;
		} else if (a === "\\") {
			const r = e[++i] ?? "";
			if (r !== "\n") t += ESCAPES[r] ?? r;
			n = t.length;
		} else if (!r && (a === "#" || a === ";")) {
			const r = e.indexOf("\n", i);
			return {
				value: t.slice(0, n),
				length: r < 0 ? e.length : r
			};
		} else if (r || t !== "" || !/\s/.test(a)) {
			t += a;
			if (r || !/\s/.test(a)) n = t.length;
		}
	}
	return {
		value: t.slice(0, n),
		length: i
	};
}
async function readSmallFile(e, t) {
	const n = constants$1.O_RDONLY | (constants$1.O_NONBLOCK ?? 0);
	const r = await open(e, n).catch(() => void 0);
	if (r === void 0) return void 0;
	try {
		const e = await r.stat();
		if (!e.isFile() || e.size > t) return void 0;
		return await r.readFile();
	} catch {
		return;
	} finally {
		await r.close();
	}
}
const MAX_CONFIG_BYTES = 16777216;
const WITHOUT_MEANING = new Set([...[
	"noop",
	"noop-v1",
	"preciousobjects",
	"relativeworktrees",
	"worktreeconfig"
]]);
async function readFormat(e) {
	const t = await readSmallFile(join(e, "config"), MAX_CONFIG_BYTES);
	const n = parseConfigFile(t?.toString("utf8") ?? "");
	const r = new Map(n.map(({ key: e, value: t }) => [e, t]));
	const i = Number(r.get("core.repositoryformatversion") ?? 0);
	const a = {
		objectFormat: r.get("extensions.objectformat") ?? "sha1",
		refStorage: (r.get("extensions.refstorage") ?? "files").replace(/:.*$/s, "")
	};
	const o = n.find(({ key: e }) => i > 0 && e.startsWith("extensions.") && !isKnown(e));
	if (!((i === 0 || i === 1) && (a.objectFormat === "sha1" || a.objectFormat === "sha256") && (a.refStorage === "files" || a.refStorage === "reftable")) || o !== void 0) throw new ExternalError(`The repository has a format that is not known: ${o?.key ?? `version ${i}, ${a.objectFormat}, ${a.refStorage}`}`, { hint: "Check it out again with git's default format, or update Assay." });
	return {
		objectFormat: a.objectFormat === "sha256" ? "sha256" : "sha1",
		refStorage: a.refStorage === "reftable" ? "reftable" : "files",
		partial: n.some(({ key: e, value: t }) => e === "extensions.partialclone" || /^remote\..*\.promisor$/s.test(e) && !/^(?:false|no|off|0)$/i.test(t)),
		origin: r.get("remote.origin.url")
	};
}
function isKnown(e) {
	const t = e.slice(11);
	return WITHOUT_MEANING.has(t) || [
		"objectformat",
		"compatobjectformat",
		"refstorage",
		"partialclone"
	].includes(t);
}
const WINDOWS_NEEDS = [
	"SystemRoot",
	"PATHEXT",
	"TEMP",
	"TMP"
];
async function isolatedVariables(e, t) {
	const n = {
		PATH: await foreignPath(e, await checkedFolders(t, e)),
		LC_ALL: "C",
		GIT_DIR: devNull,
		GIT_CONFIG_GLOBAL: devNull,
		GIT_CONFIG_SYSTEM: devNull,
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_ATTR_NOSYSTEM: "1",
		GIT_GRAFT_FILE: devNull,
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_ALLOW_PROTOCOL: "none",
		GIT_LITERAL_PATHSPECS: "1",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0"
	};
	for (const t of WINDOWS_NEEDS) {
		const r = e[t];
		if (r !== void 0) n[t] = r;
	}
	return n;
}
async function isolatedGit(e, t) {
	const n = await checkedFolders(t, e);
	for await (const { path: r, real: i } of programsOnPath("git", e)) {
		if (isChecked(n, i)) continue;
		return {
			program: r,
			variables: await isolatedVariables(e, t)
		};
	}
	throw new ExternalError("The program git was not found", { hint: "Install git and put it on PATH; in a container job, install it in the image before the checkout." });
}
async function foreignPath(e, t) {
	const n = pathFolders(e);
	const r = await Promise.all(n.map((e) => realpath(e).catch(() => e)));
	return n.filter((e, n) => !isChecked(t, r[n] ?? e)).join(delimiter);
}
const MAX_PATH_BYTES$1 = 65536;
const OWN_ENTRIES = /^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;
async function locateRepository(e, t) {
	for (let t = e;; t = dirname(t)) {
		const e = await status(join(t, ".git"), lstat);
		if (e !== void 0) return locationOf(t, e.isFile());
		if (dirname(t) === t) break;
	}
	if (!(t !== void 0 && t !== e && isInside(t, e)) && await isGitFolder(e)) {
		if ((await readdir(e)).find((e) => !OWN_ENTRIES.test(e)) === void 0) return {
			gitFolder: e,
			commonFolder: e
		};
	}
}
function prefixIn({ workTree: e = "" }, t) {
	const n = e === "" ? "" : relative(e, t).split(sep).join("/");
	return n === "" ? "" : `${n}/`;
}
async function locationOf(e, t) {
	const n = t ? await namedFolder(e) : join(e, ".git");
	const r = await realpath(n).catch(() => void 0);
	if (r === void 0 || isPartOf(e, r)) throw broken(e);
	const i = await readSmallFile(join(r, "commondir"), MAX_PATH_BYTES$1);
	const a = i === void 0 ? r : resolve(r, line(i));
	const o = await realpath(a).catch(() => void 0);
	if (o === void 0 || isPartOf(e, o)) throw broken(e);
	if (!await isGitFolder(o)) throw broken(e);
	return {
		gitFolder: r,
		commonFolder: o,
		workTree: e
	};
}
async function namedFolder(e) {
	const t = await readSmallFile(join(e, ".git"), MAX_PATH_BYTES$1);
	const n = /^gitdir: (.+)$/s.exec(t === void 0 ? "" : line(t))?.[1];
	if (n === void 0) throw broken(e);
	return resolve(e, n);
}
function isPartOf(e, t) {
	return isInside(e, t) && !relative(e, t).split(sep).includes(".git");
}
async function isGitFolder(e) {
	const [t, n, r] = await Promise.all([
		"HEAD",
		"objects",
		"refs"
	].map((t) => status(join(e, t), stat)));
	return t?.isFile() === true && n?.isDirectory() === true && r?.isDirectory() === true;
}
function status(e, t) {
	return t(e).catch(() => void 0);
}
function line(e) {
	return e.toString("utf8").replace(/\r?\n$/, "");
}
function broken(e) {
	return new UsageError(`There is a \`.git\` in ${e}, and no git repository behind it`, { hint: "Check the repository out again, or remove the `.git`." });
}
const MAX_HEAD_BYTES = 65536;
const MAX_SHALLOW_BYTES = 268435456;
const HEAD = /^(?:ref: refs\/[^\n]+|[0-9a-f]{40}|[0-9a-f]{64})\n?$/;
const SETTINGS = [
	[
		"core",
		"alternateRefsCommand",
		"exit 0 #"
	],
	[
		"core",
		"askPass",
		""
	],
	[
		"core",
		"bigFileThreshold",
		"512m"
	],
	[
		"core",
		"fsmonitor",
		"false"
	],
	[
		"core",
		"hooksPath",
		devNull
	],
	[
		"core",
		"logAllRefUpdates",
		"false"
	],
	[
		"core",
		"quotePath",
		"false"
	],
	[
		"core",
		"warnAmbiguousRefs",
		"false"
	],
	[
		"advice",
		"graftFileDeprecated",
		"false"
	],
	[
		"credential",
		"helper",
		""
	],
	[
		"diff",
		"renames",
		"true"
	],
	[
		"diff",
		"suppressBlankEmpty",
		"false"
	],
	[
		"fetch",
		"recurseSubmodules",
		"false"
	],
	[
		"gc",
		"auto",
		"0"
	],
	[
		"http",
		"followRedirects",
		"false"
	],
	[
		"http",
		"lowSpeedLimit",
		"1"
	],
	[
		"http",
		"lowSpeedTime",
		"120"
	],
	[
		"http",
		"sslVerify",
		"true"
	],
	[
		"i18n",
		"logOutputEncoding",
		"UTF-8"
	],
	[
		"log",
		"follow",
		"false"
	],
	[
		"log",
		"showRoot",
		"true"
	],
	[
		"log",
		"showSignature",
		"false"
	],
	[
		"maintenance",
		"auto",
		"false"
	],
	[
		"protocol \"ext\"",
		"allow",
		"never"
	]
];
async function makePrivateFolder({ gitFolder: e, commonFolder: t, workTree: n }, r) {
	const i = (await readSmallFile(join(e, "HEAD"), MAX_HEAD_BYTES))?.toString("utf8");
	if (i === void 0 || !HEAD.test(i)) throw new UsageError("The repository's HEAD names neither a branch nor a commit", { hint: "Check the repository out again." });
	if (r.refStorage === "reftable" && e !== t) throw new ExternalError("The repository is a linked work tree with reftable, which is not read", { hint: "Run in the main work tree, or clone with `--ref-format=files`." });
	const a = newFolder();
	const o = await readSmallFile(join(t, "shallow"), MAX_SHALLOW_BYTES);
	const s = [
		"refs",
		"worktrees",
		...r.refStorage === "reftable" ? ["reftable"] : []
	];
	const c = await readdir(e);
	const l = e === t ? c : await readdir(t);
	await Promise.all([
		writeFile(join(a, "config"), configText(r, n === void 0)),
		writeFile(join(a, "HEAD"), i),
		...o === void 0 ? [] : [writeFile(join(a, "shallow"), o)],
		...s.filter((e) => l.includes(e)).map((e) => symlink(join(t, e), join(a, e), "junction")),
		...l.includes("packed-refs") ? [linkFile(t, a, "packed-refs")] : [],
		...c.filter((e) => e.startsWith("sharedindex.")).map((t) => linkFile(e, a, t))
	]);
	return {
		GIT_DIR: a,
		GIT_OBJECT_DIRECTORY: join(t, "objects"),
		...n === void 0 ? {} : {
			GIT_WORK_TREE: n,
			GIT_INDEX_FILE: join(e, "index")
		}
	};
}
function configText(e, t) {
	return [
		...SETTINGS,
		[
			"core",
			"bare",
			String(t)
		],
		[
			"core",
			"repositoryFormatVersion",
			"1"
		],
		[
			"extensions",
			"objectFormat",
			e.objectFormat
		],
		...e.refStorage === "files" ? [] : [[
			"extensions",
			"refStorage",
			e.refStorage
		]],
		...e.partial ? [[
			"extensions",
			"partialClone",
			"origin"
		], [
			"remote \"origin\"",
			"promisor",
			"true"
		]] : []
	].map(([e, t, n]) => `[${e}]\n\t${t} = "${escaped(n)}"\n`).join("");
}
function escaped(e) {
	return e.replace(/[\\"]/g, "\\$&");
}
let parent;
let count = 0;
function newFolder() {
	if (parent === void 0) {
		const e = mkdtempSync(join(tmpdir(), "assay-git-"));
		process.once("exit", () => rmSync(e, {
			recursive: true,
			force: true
		}));
		parent = e;
	}
	const e = join(parent, String(count++));
	mkdirSync(e);
	return e;
}
async function linkFile(e, t, n) {
	await symlink(join(e, n), join(t, n), "file").catch(() => copyFile(join(e, n), join(t, n)));
}
const OLDEST = {
	major: 2,
	minor: 32
};
const TIMEOUT_MS = 6e4;
const asked = new WeakMap();
function requireVersion(e, { processes: t, signal: n }) {
	const r = asked.get(t) ?? new Map();
	asked.set(t, r);
	const i = r.get(e.program) ?? askVersion(e, t, n);
	r.set(e.program, i);
	return i;
}
async function askVersion({ program: e, variables: t }, n, r) {
	const { stdout: i } = await n.run(e, ["version"], {
		env: t,
		timeoutMs: TIMEOUT_MS,
		...r === void 0 ? {} : { signal: r }
	});
	const a = Buffer.from(i).toString().trim();
	const o = /(\d+)\.(\d+)/.exec(a);
	const [s, c] = [Number(o?.[1] ?? 0), Number(o?.[2] ?? 0)];
	if (s > OLDEST.major || s === OLDEST.major && c >= OLDEST.minor) return;
	throw new ExternalError(`"${a}" is too old`, { hint: `Install git ${OLDEST.major}.${OLDEST.minor} or later: older ones can't be kept apart from the machine's configuration.` });
}
async function openRepository(e) {
	const t = await findRepository(e);
	if (t !== void 0) return t;
	throw new UsageError("The folder belongs to no git repository", { hint: "Run actions/checkout before this step, and check `working-directory`." });
}
async function findRepository(e) {
	const t = await realpath(e.root).catch(() => void 0);
	if (t === void 0 || !(await stat(t)).isDirectory()) throw new UsageError(`The folder ${e.root} does not exist`);
	const n = e.environment["GITHUB_WORKSPACE"] ?? "";
	const r = await locateRepository(t, await realpath(n).catch(() => void 0));
	if (r === void 0) return void 0;
	const i = await readFormat(r.commonFolder);
	const a = await isolatedGit(e.environment, t);
	const o = makePrivateFolder(r, i);
	o.catch(() => {});
	await requireVersion(a, e);
	const s = {
		...a.variables,
		...await o
	};
	return {
		...createGitProcesses({
			...a,
			variables: s
		}, {
			...e,
			root: t
		}),
		root: t,
		prefix: prefixIn(r, t),
		bare: r.workTree === void 0,
		objectFormat: i.objectFormat,
		partial: i.partial,
		configuredOrigin: i.origin,
		folders: {
			git: r.gitFolder,
			common: r.commonFolder
		},
		variables: s
	};
}
function shallowFile(e) {
	return join(e.variables["GIT_DIR"] ?? e.folders.common, "shallow");
}
async function headCommit(e) {
	const t = await e.run([
		"log",
		"-1",
		"--no-patch",
		"--format=%H %ct",
		"HEAD",
		"--"
	]);
	if (t.exitCode !== 0) {
		if (await findCommit(e, "HEAD") === void 0) return void 0;
		throw gitFailure("log", t);
	}
	const [n = "", r = ""] = Buffer.from(t.stdout).toString().trim().split(" ");
	return {
		sha: n,
		committedAt: fromSeconds(r)
	};
}
function fromSeconds(e) {
	return new Date(/^-?\d{1,12}$/.test(e) ? Number(e) * 1e3 : 0).toISOString().replace(/\.\d+Z$/, "Z");
}
async function findCommit(e, t) {
	const [n] = await findCommits(e, [t]);
	return n;
}
async function findCommits(e, t) {
	const n = t.map((e) => /[\n\r\0]|@\{/.test(e) || e === "" ? "^{commit}" : `${e}^{commit}`);
	const r = (await e.read(["cat-file", "--batch-check=%(objecttype) %(objectname)"], { input: `${n.join("\n")}\n` })).toString().split("\n");
	return t.map((e, t) => /^commit ([0-9a-f]+)$/.exec(r[t] ?? "")?.[1]);
}
async function resolveCommit(e, t) {
	const n = await findCommit(e, t);
	if (n !== void 0) return n;
	throw new UsageError(`The clone has no commit "${t}"`, { hint: "Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout." });
}
async function mergeBase(e, t, n) {
	const r = await e.run([
		"merge-base",
		"--end-of-options",
		t,
		n
	]);
	if (r.exitCode === 0) return Buffer.from(r.stdout).toString().trim();
	if (r.exitCode === 1 && r.stderr === "") return void 0;
	if (/not a valid|bad object/i.test(r.stderr)) throw new UsageError(`No merge-base of ${shortName(t)} and ${shortName(n)}: a commit is missing`, { hint: "Set `fetch-depth: 0` on actions/checkout." });
	throw gitFailure("merge-base", r);
}
async function isShallow(e) {
	return access(shallowFile(e)).then(() => true, () => false);
}
const MAX_FILE_BYTES = 104857600;
const trees = new WeakMap();
async function filesAt(e, t) {
	return [...(await treeAt(e, t)).keys()].sort();
}
async function fileAt(e, t, n, r = MAX_FILE_BYTES) {
	const i = (await treeAt(e, t)).get(n);
	if (i === void 0) return void 0;
	if (i.size > r) throw new UsageError(`${n} in ${t} has ${i.size} bytes; at most ${r} are read`);
	return e.read([
		"cat-file",
		"blob",
		i.oid
	]);
}
async function treeAt(e, t) {
	const n = await resolveCommit(e, t);
	const r = trees.get(e) ?? new Map();
	trees.set(e, r);
	const i = r.get(n) ?? listTree(e, n);
	r.delete(n);
	r.set(n, i);
	for (const e of [...r.keys()].slice(0, -4)) r.delete(e);
	return i;
}
async function listTree(e, t) {
	const n = new Map();
	for (const r of records(await e.read([
		"ls-tree",
		"-r",
		"-z",
		"--long",
		t
	]))) {
		if (!isRegular(r)) continue;
		const e = r.indexOf(9);
		const [, , t = "", i] = r.toString("latin1", 0, e).split(/ +/);
		n.set(decodePath(r.subarray(e + 1)), {
			oid: t,
			size: Number(i)
		});
	}
	return n;
}
function isRegular(e) {
	return e.toString("latin1", 0, 3) === "100";
}
function* records(e) {
	for (let t = 0; t < e.length;) {
		const n = e.indexOf(0, t);
		if (n < 0) return;
		yield e.subarray(t, n);
		t = n + 1;
	}
}
const STATUS$1 = new Map([
	["A", "added"],
	["D", "deleted"],
	["M", "modified"],
	["T", "type-changed"]
]);
function statusOf(e) {
	return STATUS$1.get(e) ?? "modified";
}
function relativeOption(e) {
	return e.prefix === "" ? "--no-relative" : "--relative";
}
function revisionsOf(e) {
	if (e.kind === "nothing") return void 0;
	if (e.kind === "all") return {
		options: ["--all"],
		input: ""
	};
	const t = [...e.base === void 0 ? [] : [e.base], ...e.exclude ?? []];
	const n = [e.head, ...t].find((e) => !isObjectName(e));
	if (n !== void 0) throw new InternalError(`A range holds "${n}", which is no object name`);
	return {
		options: ["--stdin"],
		input: [
			e.head,
			...t.map((e) => `^${e}`),
			""
		].join("\n")
	};
}
async function countCommits(e, t, n = []) {
	const r = revisionsOf(t);
	if (r === void 0) return 0;
	const i = await e.read([
		"rev-list",
		"--count",
		"--full-history",
		...r.options,
		"--",
		...n
	], { input: r.input });
	return Number(i.toString().trim());
}
const EVERYTHING = {
	commitFormat: "--format=%x01%H%n%P%n%an%n%ae%n%at%n%B",
	options: ["--text", "--no-renames"],
	inFolder: true,
	merges: true,
	emptyHunks: false,
	deletedFiles: true,
	typeChanges: () => true,
	hunkBytes: 16777216,
	authorOf: (e) => e,
	messageOf: (e) => e
};
const DIFF_OPTIONS = [
	"--patch",
	"--raw",
	"-z",
	"-U0",
	"--inter-hunk-context=0",
	"--full-index",
	"--no-abbrev",
	"--no-color",
	"--no-ext-diff",
	"--no-textconv",
	"--diff-algorithm=myers",
	"--indent-heuristic",
	"--ignore-submodules=none",
	"--submodule=short",
	"--src-prefix=a/",
	"--dst-prefix=b/",
	`-O${devNull}`
];
function diffOptions(e, { view: t = EVERYTHING }) {
	const n = t.inFolder ? relativeOption(e) : "--no-relative";
	return [
		...DIFF_OPTIONS,
		n,
		...t.options
	];
}
function logOptions(e, t) {
	const { view: n = EVERYTHING } = t;
	const r = n.merges && !combinesMerges(e, t) ? "first-parent" : "off";
	return [
		"log",
		"--full-history",
		...[n.commitFormat, `--diff-merges=${r}`],
		...diffOptions(e, t)
	];
}
function mergeOptions(e, t) {
	const { view: n = EVERYTHING } = t;
	return [
		"log",
		...[
			"--full-history",
			"--merges",
			n.commitFormat,
			"--diff-merges=combined"
		],
		...diffOptions(e, t),
		"-U1"
	];
}
function combinesMerges(e, { view: t = EVERYTHING }) {
	return e.prefix === "" && t.merges;
}
function pathOptions(e) {
	return e.paths === void 0 ? [] : ["--", ...e.paths];
}
const HARMLESS = [
	"exhaustive rename detection was skipped",
	"inexact rename detection was skipped",
	"only found copies from modified paths",
	"you may want to set your diff.renameLimit",
	"See \"git help gc\" for manual housekeeping",
	"Auto packing the repository in background for optimum performance"
];
async function requireSuccess(e, t) {
	const n = await e.ended;
	const r = n.stderr.split("\n").filter((e) => e.trim() !== "").filter((e) => !HARMLESS.some((t) => e.includes(t)));
	if (n.exitCode !== 0) throw gitFailure(t, n);
	if (r.length > 0) throw gitFailure(t, {
		...n,
		stderr: r.join("\n")
	});
}
function unreadable(e) {
	return new ExternalError(`git printed something that can't be read: ${e}`, { hint: "Report this with the version of git: nothing is scanned past such a place." });
}
function asBuffer(e) {
	return Buffer.from(e.buffer, e.byteOffset, e.length);
}
const MAX_FIELD_BYTES = 268435456;
function createFieldReader() {
	let e = [];
	let t = 0;
	const n = {
		chunk: Buffer.alloc(0),
		at: 0,
		field(r) {
			const { chunk: i, at: a } = n;
			const o = i.indexOf(r, a);
			const s = i.subarray(a, o < 0 ? i.length : o);
			n.at = o < 0 ? i.length : o + 1;
			if (o >= 0 && t === 0) return s;
			e.push(s);
			t += s.length;
			if (t > MAX_FIELD_BYTES) throw unreadable(`a field of more than ${MAX_FIELD_BYTES} bytes`);
			if (o < 0) return void 0;
			const c = Buffer.concat(e);
			e = [];
			t = 0;
			return c;
		},
		get isInside() {
			return t > 0;
		}
	};
	return n;
}
const SPACE = 32;
const PLUS$1 = 43;
const MINUS$1 = 45;
const BACKSLASH$1 = 92;
const LINE_END = Buffer.from("\n");
function isCombinedLine(e) {
	return e === SPACE || e === PLUS$1 || e === MINUS$1 || e === BACKSLASH$1;
}
function createCombinedHunk(e, t) {
	let n = 0;
	let r = 1;
	const i = (n, r, i) => {
		const a = e.add(n, r, n.length, i);
		if (a !== void 0) t(a);
	};
	return {
		begin(t, i) {
			const a = "@".repeat(i + 1);
			const o = ` -\\d+(?:,\\d+)?`.repeat(i);
			const s = new RegExp(`^${a}${o} \\+(\\d+)(?:,\\d+)? ${a}`).exec(t);
			if (s === null) throw unreadable(`the hunk header ${JSON.stringify(t)}`);
			n = i;
			r = Number(s[1]);
			e.begin(r);
		},
		line(a) {
			if (a[0] === BACKSLASH$1) return;
			let o = 0;
			let s = false;
			for (let e = 0; e < n; e++) {
				const t = a[e];
				if (t === PLUS$1) o++;
				else if (t === MINUS$1) s = true;
				else if (t !== SPACE) throw unreadable("a line of a merge without a mark for each parent");
			}
			if (o === n) {
				if (e.isEmpty) e.begin(r);
				i(a, n, false);
				i(LINE_END, 0, true);
			} else if (!e.isEmpty && !s) t(e.take());
			if (!s) r++;
		}
	};
}
const NEWLINE$2 = 10;
function createHunkText(e) {
	let t = Buffer.allocUnsafe(65536);
	let n = 0;
	let r = 1;
	let i = 0;
	const a = () => {
		const e = {
			startLine: r,
			addedText: t.toString("latin1", 0, n)
		};
		r += i;
		n = i = 0;
		return e;
	};
	return {
		begin(e) {
			r = e;
			n = i = 0;
		},
		add(r, o, s, c) {
			const l = s - o;
			if (n + l > t.length) t = grown(t, n, l);
			r.copy(t, n, o, s);
			n += l;
			if (c) i++;
			if (n < e) return void 0;
			if (c) return a();
			return n < 4 * e ? void 0 : {
				...a(),
				cut: true
			};
		},
		dropNewline() {
			if (n > 0 && t[n - 1] === NEWLINE$2) n--;
		},
		take: a,
		get isEmpty() {
			return n === 0;
		}
	};
}
function grown(e, t, n) {
	const r = Buffer.allocUnsafe(Math.max(e.length * 2, t + n));
	e.copy(r, 0, 0, t);
	return r;
}
function parseRawEntry(e) {
	if (e[1] === COLON$1) return parseMergeEntry(e);
	const [, t, n, r] = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(e.toString("latin1")) ?? [];
	if (t === void 0 || n === void 0 || r === void 0) throw unknownRecord(e);
	const i = r === "R" || r === "C";
	return {
		status: i ? "renamed" : r === "U" ? "unmerged" : statusOf(r),
		mode: t,
		blob: t === "000000" ? void 0 : n,
		blocks: r === "T" ? 2 : r === "U" ? 0 : 1,
		paths: i ? 2 : 1,
		parents: 1
	};
}
const COLON$1 = 58;
function parseMergeEntry(e) {
	const [, t = "", n = ""] = /^(:+)(.*)$/.exec(e.toString("latin1")) ?? [];
	const r = t.length;
	const i = n.split(" ");
	const [a, o, s] = [
		i[r],
		i[2 * r + 1],
		i.at(-1)
	];
	if (!(i.length === 2 * r + 3 && i.slice(0, r + 1).every((e) => /^\d{6}$/.test(e)) && i.slice(r + 1, -1).every((e) => /^[0-9a-f]+$/.test(e)) && s?.length === r && /^[AMDT]+$/.test(s)) || a === void 0 || s === void 0) throw unknownRecord(e);
	return {
		status: s === s.charAt(0).repeat(r) ? statusOf(s.charAt(0)) : "modified",
		mode: a,
		blob: a === "000000" ? void 0 : o,
		blocks: 1,
		paths: 1,
		parents: r
	};
}
function unknownRecord(e) {
	return unreadable(`the record ${JSON.stringify(e.toString("latin1", 0, 80))}`);
}
function filePatch(e, t) {
	const { status: n, mode: r, blob: i } = e;
	return {
		path: decodePath(t),
		status: n,
		mode: r,
		...i === void 0 ? {} : { blob: i }
	};
}
function parseCommit(e, t) {
	const n = e.toString("utf8").split("\n");
	const [r = "", i = "", a = "", o = "", s = ""] = n;
	const c = n.slice(5).join("\n");
	return {
		sha: r,
		parents: i === "" ? [] : i.split(" "),
		authorName: t.authorOf(a),
		authorEmail: t.authorOf(o),
		authoredAt: fromSeconds(s),
		message: t.messageOf(c)
	};
}
function parseHunkHeader(e) {
	const t = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(e);
	if (t === null) throw unreadable(`the hunk header ${JSON.stringify(e)}`);
	return {
		removed: Number(t[1] ?? 1),
		startLine: Number(t[2]),
		added: Number(t[3] ?? 1)
	};
}
const FILE_HEADERS = [
	"index ",
	"--- ",
	"+++ ",
	"new file mode ",
	"deleted file mode ",
	"old mode ",
	"new mode ",
	"mode ",
	"similarity index ",
	"dissimilarity index ",
	"rename from ",
	"rename to ",
	"copy from ",
	"copy to ",
	"* Unmerged path "
];
function isFileHeader(e) {
	return FILE_HEADERS.some((t) => e.startsWith(t));
}
const PIECE_LENGTH = 4194304;
function createPieces() {
	let e = [];
	let t;
	let n = [];
	let r;
	let i = 0;
	let a = false;
	const o = () => {
		if (r === void 0 || r.reported && r.hunks.length === 0) return;
		n.push({
			...r.file,
			binary: r.binary,
			hunks: r.hunks
		});
		r.reported = true;
		r.hunks = [];
	};
	const s = (r) => {
		e.push({
			commit: t,
			files: n,
			complete: r
		});
		n = [];
		i = 0;
	};
	const c = () => {
		o();
		r = void 0;
		if (a || n.length > 0) s(true);
		a = false;
	};
	return {
		beginCommit(e) {
			c();
			t = e;
			a = true;
		},
		beginFile(e) {
			o();
			a = true;
			r = {
				file: e,
				binary: false,
				hunks: [],
				reported: false
			};
		},
		markBinary() {
			if (r !== void 0) r.binary = true;
		},
		addHunk(e) {
			r?.hunks.push(e);
			i += e.addedText.length;
			if (i < PIECE_LENGTH) return;
			o();
			s(false);
		},
		end: c,
		take() {
			const t = e;
			e = [];
			return t;
		}
	};
}
const NUL = 0;
const MARK = 1;
const NEWLINE$1 = 10;
const PLUS = 43;
const MINUS = 45;
const COLON = 58;
const BACKSLASH = 92;
function createPatchParser({ view: e = EVERYTHING, typeChanges: t = true } = {}, n = createHunkText(e.hunkBytes)) {
	const r = createPieces();
	const i = createFieldReader();
	let a = "start";
	let o;
	let s = 0;
	let c = [];
	let l = 0;
	let u = false;
	let d = 0;
	let f = 0;
	let p = false;
	let m = false;
	let h = 1;
	const g = (e) => {
		if (!u) r.addHunk(e);
	};
	const _ = createCombinedHunk(n, g);
	const v = () => {
		if (!n.isEmpty || e.emptyHunks && !m) g(n.take());
		a = "block";
	};
	const y = () => {
		const e = c[l];
		if (e !== void 0) throw unreadable(`no patch for ${JSON.stringify(String(e.path))}`);
		c = [];
		l = 0;
	};
	const b = () => {
		const n = c[l];
		if (n === void 0) throw unreadable("a patch for a file that it did not name");
		const { status: i, blocks: a } = n.entry;
		n.blocksLeft--;
		h = n.entry.parents;
		if (n.blocksLeft === 0) l++;
		u = n.blocksLeft > 0 || i === "deleted" && !e.deletedFiles || a === 2 && !t;
		if (!u) r.beginFile(filePatch(n.entry, n.path));
	};
	const x = (e) => {
		a = "block";
		const t = e.toString("latin1", 0, 100);
		if (t.startsWith("@@ ")) {
			const e = parseHunkHeader(t);
			d = e.removed;
			f = e.added;
			p = m = false;
			n.begin(e.startLine);
			a = "lines";
		} else if (t.startsWith("@@@") && h > 1) {
			_.begin(e.toString("latin1"), h);
			a = "combined";
		} else if (t.startsWith("diff --git ") || t.startsWith("diff --combined ")) b();
		else if (t.startsWith("Binary files ")) {
			if (!u) r.markBinary();
		} else if (!isFileHeader(t)) throw unreadable(JSON.stringify(t.slice(0, 80)));
	};
	const S = (e) => {
		const { chunk: t, at: r } = i;
		const o = t.indexOf(NEWLINE$1, r);
		const s = o < 0 ? t.length : o + 1;
		i.at = s;
		if (e) {
			const e = n.add(t, r, s, o >= 0);
			if (e !== void 0) {
				m = true;
				g(e);
			}
		}
		if (o < 0) return;
		if (e) f--;
		else d--;
		p = e;
		a = "lines";
	};
	const C = (e) => {
		if (e === BACKSLASH) a = "no-newline";
		else if (d + f === 0) return v();
		else if (e === PLUS && f > 0) a = "added";
		else if (e === MINUS && d > 0) a = "removed";
		else throw unreadable("a hunk with fewer lines than its header says");
		i.at++;
	};
	const w = () => {
		const t = i.chunk[i.at];
		switch (a) {
			case "start":
			case "block":
				if (t === MARK) {
					y();
					a = "commit";
					i.at++;
				} else if (a === "block") a = "header";
				else if (t === NEWLINE$1 || t === NUL) i.at++;
				else if (t === COLON) a = "record";
				else throw unreadable(`byte ${t} where a commit begins`);
				return;
			case "commit": {
				const t = i.field(NUL);
				if (t === void 0) return;
				r.beginCommit(parseCommit(t, e));
				a = "start";
				return;
			}
			case "record": {
				const e = i.field(NUL);
				if (e === void 0) return;
				if (e.length === 0) {
					a = "block";
					return;
				}
				o = parseRawEntry(e);
				s = o.paths;
				a = "path";
				return;
			}
			case "path": {
				const e = i.field(NUL);
				if (e === void 0 || o === void 0 || --s > 0) return;
				if (o.blocks === 0) r.beginFile(filePatch(o, e));
				else c.push({
					entry: o,
					path: e,
					blocksLeft: o.blocks
				});
				a = "record";
				return;
			}
			case "header": {
				const e = i.field(NEWLINE$1);
				if (e !== void 0) x(e);
				return;
			}
			case "no-newline":
				if (i.field(NEWLINE$1) === void 0) return;
				if (p) n.dropNewline();
				a = "lines";
				return;
			case "lines": return C(t);
			case "combined":
				if (isCombinedLine(t)) a = "combined-line";
				else v();
				return;
			case "combined-line": {
				const e = i.field(NEWLINE$1);
				if (e === void 0) return;
				_.line(e);
				a = "combined";
				return;
			}
			case "added":
			case "removed": return S(a === "added");
		}
	};
	return {
		push(e) {
			i.chunk = e;
			i.at = 0;
			while (i.at < e.length) w();
			return r.take();
		},
		end() {
			if (a === "combined" || a === "lines" && d + f === 0) v();
			if (a !== "start" && a !== "block" || i.isInside) throw unreadable("it stops in the middle");
			y();
			r.end();
			return r.take();
		}
	};
}
async function* readPatches(e, t, { input: n = "" }, r) {
	const i = e.stream(t, { input: n });
	const a = createPatchParser(r);
	let o = false;
	try {
		for await (const e of i.stdout) yield* a.push(asBuffer(e));
		o = true;
		await requireSuccess(i, t[0] ?? "log");
		yield* a.end();
	} finally {
		if (!o) i.kill();
	}
}
function createMergePatches(e, t, n) {
	const r = [
		...mergeOptions(e, n),
		...t.options,
		...pathOptions(n)
	];
	const i = readPatches(e, r, t, n);
	let a = false;
	const o = async () => {
		a = true;
		const { done: e, value: t } = await i.next();
		return e === true ? void 0 : t;
	};
	return {
		async *of(t) {
			for (let r = false; !r;) {
				const i = await o();
				if (i?.commit?.sha !== t.sha) throw outOfStep(t.sha, i);
				r = i.complete;
				const a = i.files.filter(({ binary: e }) => e);
				if (a.length > 0) yield* hiddenText(e, t, a, n);
				yield {
					commit: t,
					files: i.files.filter(({ binary: e }) => !e),
					complete: r
				};
			}
		},
		async end() {
			const e = a ? await o() : void 0;
			if (e !== void 0) throw outOfStep("no merge", e);
		},
		stop: async () => {
			await i.return(void 0);
		}
	};
}
function outOfStep(e, t) {
	const n = t?.commit?.sha ?? "nothing";
	return new ExternalError(`git log showed ${n} in the place of ${e}`, { hint: "Run the check again: the branches may have moved meanwhile." });
}
const MAX_PATHS_LENGTH = 8e3;
async function* hiddenText(e, t, n, r) {
	const [i] = t.parents;
	if (i === void 0) throw new ExternalError(`git showed no text of ${t.sha}`);
	const a = new Set(n.map(({ path: e }) => e));
	const o = [...a].join("\n");
	const s = o.length > MAX_PATHS_LENGTH || /[\udc80-\udcff]/u.test(o) ? [] : [...a];
	const c = [
		"diff-tree",
		"-r",
		...diffOptions(e, r),
		i,
		t.sha
	];
	for await (const { files: n } of readPatches(e, [
		...c,
		"--",
		...s
	], {}, r)) yield {
		commit: t,
		files: n.filter(({ path: e }) => a.has(e)),
		complete: false
	};
}
async function* streamDiff(e, t, n = {}) {
	const r = revisionsOf(t);
	if (r === void 0) return;
	const i = [
		...logOptions(e, n),
		...r.options,
		...pathOptions(n)
	];
	const { view: a = EVERYTHING } = n;
	const o = combinesMerges(e, n) ? createMergePatches(e, r, n) : void 0;
	let s = 0;
	try {
		const n = {
			view: a,
			typeChanges: a.typeChanges(t)
		};
		for await (const { commit: t, ...a } of readPatches(e, i, r, n)) {
			if (t === void 0) throw new ExternalError("git log showed a diff without its commit");
			if (a.complete) s++;
			if (o !== void 0 && t.parents.length > 1) yield* o.of(t);
			else yield {
				commit: t,
				...a
			};
		}
		await o?.end();
	} finally {
		await o?.stop();
	}
	const c = await countCommits(e, t, n.paths);
	if (s < c) throw new ExternalError(`git log showed ${s} of the ${c} commits of the range`, { hint: "Run the check again; if it stays so, run `git fsck` in the clone." });
}
async function keepShallow(e, t) {
	const n = join(e.folders.common, "shallow");
	const [r, i] = await Promise.all([readSmallFile(shallowFile(e), MAX_SHALLOW_BYTES), readSmallFile(n, MAX_SHALLOW_BYTES)]);
	if (r === i || i !== void 0 && r?.equals(i)) return;
	try {
		await replace(n, r);
	} catch (e) {
		t.debug(`the clone keeps its depth: ${e instanceof Error ? e.message : e}`);
	}
}
async function replace(e, t) {
	const n = `${e}.lock`;
	const r = await open(n, "wx");
	try {
		await r.writeFile(t ?? "");
		if (t === void 0) await rm(e, { force: true });
		else await rename(n, e);
	} finally {
		await r.close();
		await rm(n, { force: true });
	}
}
const FETCH_TIMEOUT_MS = 6e5;
const CURL_VARIABLES = [
	...[
		"http_proxy",
		"https_proxy",
		"all_proxy",
		"no_proxy"
	],
	...[
		"HTTPS_PROXY",
		"ALL_PROXY",
		"NO_PROXY"
	],
	...[
		"SSL_CERT_FILE",
		"SSL_CERT_DIR",
		"GIT_SSL_CAINFO"
	]
];
const LOOPBACK = new Set([
	"localhost",
	"127.0.0.1",
	"[::1]"
]);
async function allowedRemote(e, { remote: t, offline: n, environment: r }) {
	if (n) return void 0;
	if (t?.token !== void 0 && t.token !== "") return withToken(t, t.token, r);
	const i = e.configuredOrigin;
	const a = i === void 0 ? void 0 : await localProtocol(e, i, r);
	if (i === void 0 || a === void 0) return void 0;
	return {
		url: i,
		env: { GIT_ALLOW_PROTOCOL: a }
	};
}
function originUrl({ configuredOrigin: e }) {
	if (e === void 0 || !URL.canParse(e)) return e;
	const t = new URL(e);
	t.username = t.password = "";
	return t.href;
}
async function localProtocol(e, t, n) {
	const r = URL.canParse(t) ? new URL(t) : void 0;
	if (r?.protocol === "http:" && LOOPBACK.has(r.hostname)) return "http";
	const i = t.startsWith("/") ? t : r?.protocol === "file:" && r.host === "" ? decodeURIComponent(r.pathname) : void 0;
	const a = i === void 0 ? void 0 : await realpath(i).catch(() => void 0);
	if (a === void 0 || isChecked(await checkedFolders(e.root, n), a)) return;
	return "file";
}
function withToken({ serverUrl: e, repository: t }, n, r) {
	const i = URL.canParse(e) ? new URL(e) : void 0;
	const a = i?.protocol.slice(0, -1);
	if (i === void 0 || a !== "https" && a !== "http") throw new UsageError(`The server "${e}" is no http(s) address`);
	if (!/^[\w.-]+\/[\w.-]+$/.test(t)) throw new UsageError(`The repository "${t}" is not of the form owner/name`);
	const o = `${i.origin}${i.pathname.replace(/\/$/, "")}`;
	const s = {
		GIT_ALLOW_PROTOCOL: a,
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: `http.${i.origin}/.extraheader`,
		GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`x-access-token:${n}`).toString("base64")}`
	};
	for (const e of CURL_VARIABLES) {
		const t = r[e];
		if (t !== void 0) s[e] = t;
	}
	return {
		url: `${o}/${t}`,
		env: s
	};
}
async function fetchFrom(e, { url: t, env: n }, r, i) {
	i.debug(`git fetch ${r.options.join(" ")} (${r.refs.length} refs or commits)`);
	const a = await e.run([
		"fetch",
		...[
			"--quiet",
			"--no-tags",
			"--no-write-fetch-head",
			"--no-recurse-submodules"
		],
		...[
			"--upload-pack=git-upload-pack",
			"--stdin",
			...r.options,
			"--end-of-options",
			t
		]
	], {
		env: n,
		input: `${r.refs.join("\n")}\n`,
		timeoutMs: FETCH_TIMEOUT_MS
	});
	if (a.exitCode === 0) await keepShallow(e, i);
	return a;
}
const NEWLINE = 10;
async function* streamObjects(e, t, n) {
	if (t.length === 0) return;
	const r = t.find((e) => !isObjectName(e));
	if (r !== void 0) throw new InternalError(`"${r}" is no object name`);
	const i = e.stream([
		"cat-file",
		"--batch",
		"--buffer"
	], { input: `${t.join("\n")}\n` });
	const a = createObjectReader(n);
	let o = 0;
	let s = false;
	try {
		for await (const e of i.stdout) for (const t of a(asBuffer(e))) {
			o++;
			yield t;
		}
		s = true;
	} finally {
		if (!s) i.kill();
	}
	await requireSuccess(i, "cat-file");
	if (o < t.length) throw new ExternalError(`git cat-file printed ${o} of ${t.length} objects`);
}
function createObjectReader(e) {
	const t = createFieldReader();
	let n;
	let r = 0;
	return function* i(a) {
		t.chunk = a;
		t.at = 0;
		while (t.at < a.length) {
			if (n === void 0) {
				const i = t.field(NEWLINE);
				if (i === void 0) return;
				n = announced(i.toString("latin1"), e);
				r = 0;
			}
			const i = Math.min(n.size - r, a.length - t.at);
			if (n.bytes !== void 0) a.copy(n.bytes, r, t.at, t.at + i);
			r += i;
			t.at += i;
			if (r < n.size || t.at >= a.length) continue;
			t.at++;
			const o = n;
			n = void 0;
			yield o;
		}
	};
}
function announced(e, t) {
	const [n = "", r = "", i] = e.split(" ");
	if (i === void 0) throw new ExternalError(`The object ${n} is ${r} from the clone`, { hint: "Check out again with `fetch-depth: 0` and without `filter`." });
	const a = Number(i);
	return {
		oid: n,
		type: r,
		size: a,
		bytes: a > t ? void 0 : Buffer.allocUnsafe(a)
	};
}
const MAX_LINKS = 10;
const MAX_LINK_BYTES = 4096;
async function followedFileAt(e, t, n, r) {
	const i = `${n} in ${shortName(t)}`;
	const a = n.split("/");
	const o = [];
	let s = 0;
	while (a.length > 0) {
		const n = a.shift();
		if (n === void 0 || n === "" || n === ".") continue;
		if (n === "..") {
			if (o.pop() === void 0) throw new UsageError(`${i} leads out of the repository`);
			continue;
		}
		const c = await entryAt(e, t, [...o, n].join("/"));
		if (c === void 0) {
			if (s === 0) return void 0;
			throw new UsageError(`${i} is a symbolic link to nothing`);
		}
		if (c.mode === "120000") {
			s += 1;
			if (s > MAX_LINKS) throw new UsageError(`${i} is a symbolic link without an end`);
			const t = (await contentOf(e, c, MAX_LINK_BYTES, i)).toString();
			if (t.startsWith("/")) throw new UsageError(`${i} leads out of the repository`);
			a.unshift(...t.split("/"));
		} else if (c.mode === "040000") o.push(n);
		else if (c.mode === "160000" || a.some((e) => e !== "" && e !== ".")) return;
		else return contentOf(e, c, r, i);
	}
	throw new UsageError(`${i} is not a regular file`);
}
async function isInTree(e, t, n) {
	return await entryAt(e, t, n) !== void 0;
}
async function entryAt(e, t, n) {
	const r = [
		"ls-tree",
		"-z",
		"--long",
		"--full-tree",
		t,
		"--",
		n
	];
	for (const t of records(await e.read(r))) {
		const [e = "", , n = "", r] = t.toString("latin1", 0, t.indexOf(9)).split(/ +/);
		return {
			mode: e,
			oid: n,
			size: Number(r) || 0
		};
	}
}
async function contentOf(e, { oid: t, size: n }, r, i) {
	if (n > r) throw new UsageError(`${i} has ${n} bytes; at most ${r} are read`);
	return e.read([
		"cat-file",
		"blob",
		t
	]);
}
const MAX_OBJECT_BYTES = 67108864;
async function* streamMessages(e, t) {
	const n = revisionsOf(t);
	if (n === void 0) return;
	const r = (await e.read(["rev-list", ...n.options], { input: n.input })).toString("latin1").split("\n").filter(Boolean);
	const i = t.kind === "all" ? await annotatedTags(e) : [];
	const a = t.kind === "commits" && t.tag !== void 0 ? [t.tag] : [];
	for await (const { oid: t, type: n, bytes: o } of streamObjects(e, [
		...r,
		...i,
		...a
	], MAX_OBJECT_BYTES)) yield {
		kind: n === "tag" ? "tag" : "commit",
		oid: t,
		message: messageOf(t, o)
	};
}
function messageOf(e, t) {
	if (t === void 0) throw new ExternalError(`The message of ${e} has more than ${MAX_OBJECT_BYTES} bytes`);
	const n = t.indexOf("\n\n");
	return n < 0 ? "" : t.toString("latin1", n + 2);
}
async function annotatedTags(e) {
	const t = (await e.read([
		"for-each-ref",
		"--format=%(objecttype) %(objectname)",
		"refs/tags"
	])).toString("latin1").split("\n");
	return [...new Set(t.filter((e) => e.startsWith("tag ")).map((e) => e.slice(4)))];
}
const STEPS = [
	"--deepen=50",
	"--deepen=200",
	"--deepen=1000",
	"--unshallow"
];
function createHistory(e, t, n) {
	const r = async (r, i) => {
		if (t === void 0) return "nothing may be fetched in this run";
		const a = await fetchFrom(e, t, {
			options: r,
			refs: i
		}, n);
		return a.exitCode === 0 ? "" : a.stderr.trim() || `exit code ${a.exitCode}`;
	};
	const i = async () => await isShallow(e) ? ["--depth=1"] : [];
	let a = "";
	const o = {
		repo: e,
		logger: n,
		canFetch: t !== void 0,
		async obtain(t) {
			const n = await absent(e, t);
			for (const e of n) a = await r(await i(), [e]) || a;
			const o = new Set(n.length === 0 ? [] : await absent(e, n));
			return new Set(t.filter((e) => !o.has(e)));
		},
		async require(e) {
			const t = await o.obtain(e);
			const n = e.find((e) => !t.has(e));
			if (n !== void 0) throw outOfReach$1(`the commit ${shortName(n)}`, a);
		},
		async fetchRefs(e) {
			a = await r(await i(), e);
			return a === "";
		},
		async deepenUntil(t, n, i) {
			for (const o of STEPS) {
				if (!await isShallow(e) || await i()) return;
				a = await r([o], n);
				if (a !== "") throw outOfReach$1(t, a);
			}
			if (await isShallow(e) && !await i()) throw outOfReach$1(t, "the server cut it");
		}
	};
	return o;
}
async function absent(e, t) {
	const n = await findCommits(e, t);
	return t.filter((e, t) => n[t] === void 0);
}
async function cutCommits(e) {
	if (!await isShallow(e)) return new Set();
	const t = await readFile(shallowFile(e), "latin1");
	return new Set(t.split("\n").filter(isObjectName));
}
async function isWholeRange(e, t, n) {
	const r = await cutCommits(e);
	if (r.size === 0) return true;
	const i = [
		t,
		...n.map((e) => `^${e}`),
		""
	].join("\n");
	return !(await e.read(["rev-list", "--stdin"], { input: i })).toString("latin1").split("\n").some((e) => r.has(e));
}
function outOfReach$1(e, t) {
	return new UsageError(`The clone does not hold ${e}, and it could not be fetched`, {
		hint: "Set `fetch-depth: 0` on actions/checkout; on a laptop, run `git fetch --unshallow`.",
		problems: t.split("\n").slice(0, 5)
	});
}
function valueAt(e, t) {
	let n = e.payload;
	for (const e of t.split(".")) {
		if (!isRecord(n) || !Object.hasOwn(n, e)) return void 0;
		n = n[e];
	}
	return n;
}
function textAt(e, t) {
	const n = valueAt(e, t);
	return typeof n === "string" && n !== "" ? n : void 0;
}
function commitAt(e, t) {
	const n = valueAt(e, t);
	if (isObjectName(n)) return n;
	throw new UsageError(`The payload of the event ${e.name} has no commit in ${t}`, { hint: "Name the range yourself with a base and a head, or run on another event." });
}
async function remoteBranches(e) {
	const t = await e.read([
		"for-each-ref",
		"--format=%(objectname) %(refname) %(symref)",
		"refs/remotes"
	]);
	const n = [];
	for (const e of t.toString().split("\n")) {
		const [t = "", r = "", i] = e.split(" ");
		const a = /^refs\/remotes\/[^/]+\/(.+)$/.exec(r)?.[1];
		if (a === void 0 || i !== "" || r.startsWith("refs/remotes/pull/")) continue;
		n.push({
			name: a,
			commit: t
		});
	}
	return n;
}
async function defaultBranch(e, t) {
	const n = t === null ? void 0 : textAt(t, "repository.default_branch");
	if (n !== void 0) return n;
	return (await branchBehind(e, "refs/remotes/origin/HEAD"))?.replace(/^origin\//, "");
}
async function branchBehind(e, t) {
	const n = await e.run([
		"symbolic-ref",
		"--quiet",
		"--short",
		t
	]);
	const r = n.exitCode === 0 ? Buffer.from(n.stdout).toString().trim() : "";
	return r === "" ? void 0 : r;
}
async function defaultTip(e, t) {
	const n = await defaultBranch(e.repo, t);
	return n === void 0 ? void 0 : branchTip(e, n);
}
async function branchTip(e, t) {
	const { repo: n } = e;
	const r = `refs/remotes/origin/${t}`;
	const i = await findCommit(n, r);
	if (i !== void 0) return i;
	if ((await n.run(["check-ref-format", `refs/heads/${t}`])).exitCode !== 0 || !e.canFetch) return void 0;
	await e.fetchRefs([`+refs/heads/${t}:${r}`]);
	return findCommit(n, r);
}
async function changeBase(e, { branch: t, sha: n }, r) {
	const i = createHistory(e, await allowedRemote(e, r), r.logger);
	const a = t ?? (n === void 0 ? await defaultBranch(e, r.event) : void 0);
	const o = a === void 0 ? void 0 : await localTip(e, a, r);
	if (isObjectName(n)) {
		if ((await i.obtain([n])).has(n)) return o !== void 0 && await follows(e, n, o) ? o : n;
		throw outOfReach(`commit ${shortName(n)}`);
	}
	const s = o ?? (a === void 0 ? void 0 : await fetchedTip(i, a)) ?? await defaultCommit(e, r);
	if (s === void 0) throw outOfReach(a === void 0 ? "branch" : `branch ${a}`);
	return s;
}
async function localTip(e, t, { remote: n }) {
	const { configuredOrigin: r } = e;
	if (r === void 0) return findCommit(e, `refs/heads/${t}`);
	const i = repositoryOf(r);
	return i === void 0 || n === null || namesOf(n).includes(i) ? findCommit(e, `refs/remotes/origin/${t}`) : void 0;
}
function namesOf({ serverUrl: e, repository: t }) {
	const n = `/${t.toLowerCase()}`;
	return [n, `${(URL.canParse(e) ? new URL(e).pathname.replace(/\/+$/, "") : "").toLowerCase()}${n}`];
}
function repositoryOf(e) {
	const t = /^[\w.-]+@[\w.-]+:(.+)$/.exec(e)?.[1];
	const n = URL.canParse(e) ? new URL(e) : void 0;
	const r = (t ?? (n === void 0 || n.protocol === "file:" ? void 0 : n.pathname))?.replace(/\/+$/, "").replace(/\.git$/, "");
	return r === void 0 ? void 0 : `/${r}`.replace(/^\/+/, "/").toLowerCase();
}
async function fetchedTip(e, t) {
	const { repo: n } = e;
	if ((await n.run(["check-ref-format", `refs/heads/${t}`])).exitCode !== 0 || !e.canFetch) return void 0;
	const r = `refs/assay/base/${t}`;
	await e.fetchRefs([`+refs/heads/${t}:${r}`]);
	return findCommit(n, r);
}
async function defaultCommit(e, { event: t }) {
	if (t === null || !ON_DEFAULT_BRANCH.has(t.name) || t.sha === void 0) return;
	return isObjectName(t.sha) ? findCommit(e, t.sha) : void 0;
}
const ON_DEFAULT_BRANCH = new Set([
	"issue_comment",
	"workflow_run",
	"check_run",
	"check_suite",
	"status"
]);
async function follows(e, t, n) {
	return await mergeBase(e, t, n) === t;
}
function outOfReach(e) {
	return new ExternalError(`The base of the change can't be read: the clone does not hold ${e}`, { hint: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that it is fetched." });
}
const MAX_ROUNDS = 100;
async function prefetchObjects(e, t, n, r) {
	if (n.kind === "nothing" || !e.partial) return;
	for (let i = 0; i < MAX_ROUNDS; i++) {
		const i = await missingObjects(e, n);
		if (i.length === 0) return;
		if (t === void 0) throw incomplete(i.length, "nothing may be fetched in this run");
		r.info(`Fetching ${i.length} objects that the partial clone left out`);
		const a = await fetchFrom(e, t, {
			options: ["--filter=blob:none"],
			refs: i
		}, r);
		if (a.exitCode !== 0) throw incomplete(i.length, a.stderr.trim());
	}
	throw incomplete((await missingObjects(e, n)).length, "the server did not send them");
}
async function missingObjects(e, t) {
	const n = revisionsOf(t);
	if (n === void 0) return [];
	const r = (t, n) => e.read(["rev-list", ...t], { input: n }).then((e) => e.toString("latin1"));
	const i = ["--objects", "--missing=print"];
	const a = [await r([...i, ...n.options], n.input)];
	const o = (await r(["--boundary", ...n.options], n.input)).split("\n").filter((e) => e.startsWith("-")).map((e) => e.slice(1));
	const s = t.kind === "commits" ? [t.base, t.mergeBase] : [];
	const c = [...new Set([...o, ...s.flatMap((e) => e ?? [])])];
	if (c.length > 0) a.push(await r([
		...i,
		"--no-walk",
		"--stdin"
	], `${c.join("\n")}\n`));
	const l = a.flatMap((e) => e.split("\n")).filter((e) => e.startsWith("?")).map((e) => e.slice(1));
	return [...new Set(l)].sort();
}
function incomplete(e, t) {
	return new UsageError(`${e} objects of the range are missing: the clone is partial`, {
		hint: "Check out without `filter` and `sparse-checkout`, or give the step a token.",
		problems: t.split("\n").slice(0, 5)
	});
}
const ALL_REFS = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
async function between(e, t, n, r) {
	const { repo: i } = e;
	await e.require([n, t]);
	const a = `${shortName(t)}..${shortName(n)}`;
	await e.deepenUntil(`the range ${a}`, [n, t], async () => {
		return await mergeBase(i, t, n) !== void 0 && await isWholeRange(i, n, [t]);
	});
	const o = await mergeBase(i, t, n);
	const s = {
		kind: "commits",
		base: t,
		head: n,
		...o === void 0 ? {} : { mergeBase: o },
		description: `${r}, ${a}`
	};
	return await countCommits(i, s) > 0 ? s : tipOnly(e, n, r);
}
async function tipOnly(e, t, n) {
	const { repo: r } = e;
	await e.deepenUntil(`the parents of ${shortName(t)}`, [t], async () => {
		const n = [...((await r.read([
			"cat-file",
			"commit",
			t
		])).toString("latin1").split("\n\n")[0] ?? "").matchAll(/^parent ([0-9a-f]+)$/gm)];
		const i = await parentsOf(e, t);
		return n.length === i.length;
	});
	const [i, ...a] = await parentsOf(e, t);
	return {
		kind: "commits",
		...i === void 0 ? {} : {
			base: i,
			mergeBase: i
		},
		...a.length === 0 ? {} : { exclude: a },
		head: t,
		description: `${n}, nothing is new, only the tip ${shortName(t)}`
	};
}
async function wholeHistory(e, t, n) {
	const r = () => isWholeRange(e.repo, t, []);
	await e.deepenUntil(`the history of ${shortName(t)}`, [t], r);
	return {
		kind: "commits",
		head: t,
		description: `${n}, whole history of ${shortName(t)}`
	};
}
async function parentsOf({ repo: e }, t) {
	const [, ...n] = (await e.read([
		"rev-list",
		"--parents",
		"--max-count=1",
		t
	])).toString("latin1").trim().split(" ");
	const r = await findCommits(e, n);
	return n.filter((e, t) => r[t] !== void 0);
}
async function tagged(e, t, { ref: n, otherwise: r }) {
	const { repo: i } = e;
	await e.deepenUntil(`the tags before ${n}`, ALL_REFS, async () => false);
	if (r !== void 0) await e.obtain([r]);
	const a = await findCommit(i, n) ?? (r && await findCommit(i, r));
	if (a === void 0 || a === "") throw new UsageError(`The clone does not hold the tag ${n}`, { hint: "Set `fetch-depth: 0` and `fetch-tags: true` on actions/checkout." });
	const o = await sinceEarlier(e, t, a);
	const s = await tagObject(i, n) ?? (r && await tagObject(i, r));
	return s && o.kind === "commits" ? {
		...o,
		tag: s
	} : o;
}
async function sinceEarlier(e, t, n) {
	const { repo: r } = e;
	const i = await previousTag(r, n);
	if (i !== void 0) return between(e, i.commit, n, `tag, since ${i.name}`);
	const a = await defaultTip(e, t);
	const o = a === void 0 ? void 0 : await mergeBase(r, a, n);
	if (a === void 0 || o === void 0 || o === n) return wholeHistory(e, n, "tag without an earlier one");
	return between(e, a, n, `tag, since ${shortName(o)} on the default branch`);
}
async function previousTag(e, t) {
	const n = await e.run([
		"describe",
		"--tags",
		"--abbrev=0",
		`${t}^`
	]);
	if (n.exitCode !== 0) return void 0;
	const r = Buffer.from(n.stdout).toString().trim();
	const i = await findCommit(e, `refs/tags/${r}`);
	return i === void 0 ? void 0 : {
		name: r,
		commit: i
	};
}
async function tagObject(e, t) {
	if (/[\n\r\0]/.test(t)) return void 0;
	const n = await e.read(["cat-file", "--batch-check=%(objecttype) %(objectname)"], { input: `${t}\n` });
	return /^tag ([0-9a-f]+)\n$/.exec(n.toString("latin1"))?.[1];
}
function pullRequest(e, t) {
	const n = commitAt(t, "pull_request.base.sha");
	const r = commitAt(t, "pull_request.head.sha");
	return between(e, n, r, "pull request");
}
function mergeGroup(e, t) {
	const n = commitAt(t, "merge_group.base_sha");
	const r = commitAt(t, "merge_group.head_sha");
	return between(e, n, r, "merge group");
}
function release(e, t) {
	const n = textAt(t, "release.tag_name");
	if (n === void 0) throw new UsageError("The payload of the event release has no release.tag_name");
	const r = `refs/tags/${n}`;
	return tagged(e, t, {
		ref: r,
		otherwise: isObjectName(t.sha) ? t.sha : void 0
	});
}
async function everything(e, t) {
	await e.deepenUntil("the whole history", ALL_REFS, async () => false);
	return {
		kind: "all",
		description: t === void 0 ? "the whole history" : `${t}, the whole history`
	};
}
async function overridden(e, { base: t, head: n = "HEAD" }) {
	const r = await namedCommit(e, t);
	return between(e, r, await namedCommit(e, n), "named range");
}
async function namedCommit(e, t) {
	if (isObjectName(t)) await e.require([t]);
	const n = await findCommit(e.repo, t) ?? await branchTip(e, t);
	if (n !== void 0) return n;
	throw new UsageError(`"${t}" is no commit, tag or branch of this clone`, { hint: "Check the name, and set `fetch-depth: 0` on actions/checkout." });
}
async function push(e, t) {
	if (valueAt(t, "deleted") === true) return deleted(t);
	if (valueAt(t, "after") === void 0) return withoutPayload(e, t);
	const n = commitAt(t, "after");
	if (isNull(n)) return deleted(t);
	if (t.ref?.startsWith("refs/tags/")) return tagged(e, t, {
		ref: t.ref,
		otherwise: n
	});
	const r = valueAt(t, "before") === void 0 ? ZEROS : commitAt(t, "before");
	if (isNull(r)) return newBranch(e, t, n);
	return valueAt(t, "forced") === true ? forcedPush(e, t, r, n) : between(e, r, n, "push");
}
async function withoutPayload(e, t) {
	const { repo: n } = e;
	const r = (t.sha === void 0 ? void 0 : await findCommit(n, t.sha)) ?? await findCommit(n, "HEAD");
	if (r === void 0) return everything(e, "push to a branch without commits");
	return t.ref?.startsWith("refs/tags/") ? tagged(e, t, {
		ref: t.ref,
		otherwise: r
	}) : newBranch(e, t, r, "push whose payload names no commits");
}
function deleted(e) {
	return {
		kind: "nothing",
		description: `push that deleted ${e.ref ?? "a branch"}`
	};
}
async function forcedPush(e, t, n, r) {
	if ((await e.obtain([n])).has(n)) return between(e, n, r, "forced push");
	if (await isShallow(e.repo) && !e.canFetch) throw new UsageError(`The clone does not hold ${shortName(n)}, which this push replaced`, { hint: "Set `fetch-depth: 0` on actions/checkout." });
	return newBranch(e, t, r, "forced push, the old tip is gone");
}
async function newBranch(e, t, n, r = "new branch") {
	const { repo: i } = e;
	await e.require([n]);
	const a = t.ref?.replace(/^refs\/heads\//, "");
	const o = a !== void 0 && a === await defaultBranch(i, t) ? void 0 : await defaultTip(e, t);
	const s = (await remoteBranches(i)).filter(({ name: e }) => e !== a);
	const c = [...new Set([...o ? [o] : [], ...s.map(({ commit: e }) => e)])];
	const [l, ...u] = c;
	if (l === void 0) return wholeHistory(e, n, r);
	await e.deepenUntil(`what ${shortName(n)} adds`, [n, ...c], async () => {
		return await mergeBase(i, l, n) !== void 0 && await isWholeRange(i, n, c);
	});
	const d = await mergeBase(i, l, n);
	const f = {
		kind: "commits",
		base: l,
		exclude: u,
		head: n,
		...d === void 0 ? {} : { mergeBase: d },
		description: `${r}, ${shortName(n)} without other branches`
	};
	if (!await holdsAll(i, f, distinctCommits(t))) return o === void 0 ? wholeHistory(e, n, r) : between(e, o, n, r);
	return await countCommits(i, f) > 0 ? f : tipOnly(e, n, r);
}
function distinctCommits(e) {
	const t = valueAt(e, "commits");
	if (!Array.isArray(t)) return [];
	return t.flatMap((e) => {
		const { id: t, distinct: n } = isRecord(e) ? e : {};
		return n === true && isObjectName(t) ? [t] : [];
	});
}
async function holdsAll(e, t, n) {
	const r = revisionsOf(t);
	if (n.length === 0 || r === void 0) return true;
	const i = await e.read(["rev-list", ...r.options], { input: r.input });
	const a = new Set(i.toString("latin1").split("\n"));
	return n.every((e) => a.has(e));
}
const ROWS = new Map([
	["pull_request", pullRequest],
	["pull_request_target", pullRequest],
	["pull_request_review", pullRequest],
	["pull_request_review_comment", pullRequest],
	["push", push],
	["release", release],
	["merge_group", mergeGroup]
]);
async function resolveRange(e, t) {
	const { event: n, override: r, logger: i } = t;
	const a = await allowedRemote(e, t);
	const o = createHistory(e, a, i);
	const s = n === null ? void 0 : ROWS.get(n.name);
	const c = r !== void 0 ? await overridden(o, r) : n !== null && s !== void 0 ? await s(o, n) : await everything(o, n?.name);
	await prefetchObjects(e, a, c, i);
	return c;
}
const MAX_REF_BYTES = 4096;
const MAX_PACKED_BYTES = 16777216;
const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function checkedOut(e) {
	const t = await readLine(join(e.folders.git, "HEAD"));
	if (OBJECT_NAME.test(t)) return { commit: t };
	const n = /^ref: (refs\/heads\/[^\\]+)$/.exec(t)?.[1];
	const r = n === void 0 || n.includes("..") ? "" : await commitOf(e, n);
	if (n !== void 0 && OBJECT_NAME.test(r)) return {
		commit: r,
		ref: n
	};
	return askGit(e);
}
async function commitOf({ folders: e }, t) {
	const n = join(e.common, t);
	if (await lstat(n).then((e) => !e.isDirectory(), () => false)) return readLine(n);
	const r = (await readSmallFile(join(e.common, "packed-refs"), MAX_PACKED_BYTES))?.toString("utf8") ?? "";
	const i = r.indexOf(` ${t}\n`);
	return i < 0 ? "" : r.slice(r.lastIndexOf("\n", i) + 1, i);
}
async function readLine(e) {
	return (await readSmallFile(e, MAX_REF_BYTES))?.toString("utf8").trim() ?? "";
}
async function askGit(e) {
	const t = await e.run([
		"rev-parse",
		"HEAD",
		"--symbolic-full-name",
		"HEAD"
	]);
	if (t.exitCode !== 0) return {};
	const [n = "", r = ""] = Buffer.from(t.stdout).toString().trim().split("\n");
	return {
		...OBJECT_NAME.test(n) && { commit: n },
		...r.startsWith("refs/") && { ref: r }
	};
}
const SIGNATURE = 1145655875;
const HEADER = 12;
const STATUS = 40;
const MODE_AT = 24;
const GITLINK = 57344;
const FOLDER = 16384;
const EXTENDED = 16384;
const SKIP_WORKTREE = 16384;
const LENGTH = 4095;
const MAX_PATH_BYTES = 268435456;
function readIndexFile(e, t) {
	if (e.length < HEADER + t || e.readUInt32BE(0) !== SIGNATURE) return void 0;
	const n = e.readUInt32BE(4);
	const r = e.readUInt32BE(8);
	const i = e.length - t;
	if (n < 2 || n > 4) return void 0;
	const a = [];
	let o = Buffer.alloc(0);
	let s = 0;
	let c = HEADER;
	for (let l = 0; l < r; l++) {
		const r = c;
		c += STATUS + t + 2;
		if (c > i) return void 0;
		const l = e.readUInt32BE(r + MODE_AT);
		const u = e.readUInt16BE(c - 2);
		const d = (u & EXTENDED) === 0 ? 0 : e.readUInt16BE(c);
		if ((u & EXTENDED) !== 0) c += 2;
		const f = o;
		if (n === 4) {
			const t = readOffset(e, c);
			const n = e.indexOf(0, t.end);
			if (n < 0 || n >= i || t.value > f.length) return void 0;
			const r = f.subarray(0, f.length - t.value);
			o = Buffer.concat([r, e.subarray(t.end, n)]);
			c = n + 1;
		} else {
			const t = u & LENGTH;
			const n = t < LENGTH ? c + t : e.indexOf(0, c);
			if (n < c || n >= i) return void 0;
			o = e.subarray(c, n);
			c = r + (n - r + 8 & -8);
		}
		s += o.length;
		if (l === FOLDER || s > MAX_PATH_BYTES) return void 0;
		if (o.equals(f)) continue;
		const p = l === GITLINK ? "submodule" : (d & SKIP_WORKTREE) !== 0 ? "sparse" : "file";
		a.push({
			path: o,
			kind: p
		});
	}
	return understandsRest(e, c, i) ? a : void 0;
}
function understandsRest(e, t, n) {
	let r = t;
	for (; r + 8 <= n; r += 8 + e.readUInt32BE(r + 4)) {
		const t = e[r] ?? 0;
		if (t < 65 || t > 90) return false;
	}
	return r === n;
}
function readOffset(e, t) {
	let n = t;
	let r = e[n++] ?? 0;
	let i = r & 127;
	while ((r & 128) !== 0 && n < e.length) {
		r = e[n++] ?? 0;
		i = (i + 1) * 128 + (r & 127);
	}
	return {
		value: i,
		end: n
	};
}
const MAX_POINTER_BYTES = 1023;
const ATTRIBUTES = Buffer.from(".gitattributes");
const MAX_ATTRIBUTES_BYTES = 1048576;
const POINTER = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:[0-9a-f]{64}\n(?:[a-z0-9.-]+ [^\n]*\n)*$/;
function isLfsPointer(e) {
	return e.length <= MAX_POINTER_BYTES && POINTER.test(e);
}
async function lfsPointers(e, t) {
	if (!await usesLfs(e, t)) return [];
	const n = Buffer.concat(t.flatMap((e) => [e, Buffer.of(0)]));
	const r = await e.read([
		"check-attr",
		"-z",
		"--stdin",
		"filter"
	], { input: n });
	const i = [...records(r)];
	const a = [];
	for (let t = 0; t + 2 < i.length; t += 3) {
		const [n, r] = [i[t], i[t + 2]];
		if (n === void 0 || r?.toString("latin1") !== "lfs") continue;
		const o = await textOf(e, n, MAX_POINTER_BYTES);
		if (o !== void 0 && isLfsPointer(o)) a.push(decodePath(n));
	}
	return a;
}
async function usesLfs(e, t) {
	const n = t.filter((e) => {
		const t = e.length - ATTRIBUTES.length;
		return t >= 0 && e.subarray(t).equals(ATTRIBUTES);
	});
	const r = e.prefix.split("/").length - 1;
	const i = Array.from({ length: r }, (e, t) => Buffer.concat([Buffer.from("../".repeat(t + 1)), ATTRIBUTES]));
	for (const t of [...i, ...n]) {
		const n = await textOf(e, t, MAX_ATTRIBUTES_BYTES);
		if (n !== void 0 && /\bfilter=lfs\b/.test(n)) return true;
	}
	return false;
}
async function textOf(e, t, n) {
	const r = Buffer.concat([Buffer.from(`${e.root}/`), t]);
	return (await readSmallFile(r, n))?.toString("latin1");
}
const MAX_INDEX_BYTES = 536870912;
async function absentFiles(e) {
	if (e.bare) return [];
	const t = await ownEntries(e) ?? await askedEntries(e);
	const n = [];
	const r = new Map();
	const i = (t) => {
		const n = t.toString("latin1");
		const i = r.get(n) ?? isOnDisk(e, t);
		r.set(n, i);
		return i;
	};
	for (const { path: r, kind: a } of t) {
		if (a === "file") continue;
		if (!(a === "submodule" ? await isOnDisk(e, Buffer.concat([r, Buffer.from("/.git")])) : await i(folderOf(r)) && await isOnDisk(e, r))) n.push({
			path: decodePath(r),
			kind: a
		});
	}
	const a = t.filter(({ kind: e }) => e === "file").map(({ path: e }) => e);
	const o = await lfsPointers(e, a);
	n.push(...o.map((e) => ({
		path: e,
		kind: "lfs"
	})));
	return n.sort((e, t) => e.path < t.path ? -1 : 1);
}
const WHY_ABSENT = {
	sparse: "the sparse checkout leaves it out",
	submodule: "a submodule that is not checked out",
	lfs: "a Git LFS pointer: the content is not in the clone"
};
async function ownEntries(e) {
	const t = await readSmallFile(join(e.folders.git, "index"), MAX_INDEX_BYTES);
	const n = e.objectFormat === "sha256" ? 32 : 20;
	const r = t === void 0 ? void 0 : readIndexFile(t, n);
	if (e.prefix === "") return r;
	const i = Buffer.from(e.prefix);
	return r?.filter(({ path: e }) => e.subarray(0, i.length).equals(i)).map(({ path: e, kind: t }) => ({
		path: e.subarray(i.length),
		kind: t
	}));
}
async function askedEntries(e) {
	const t = [];
	let n;
	for (const r of records(await e.read([
		"ls-files",
		"-z",
		"-t",
		"--stage"
	]))) {
		const e = r.indexOf(9);
		const [i, a] = r.toString("latin1", 0, e).split(" ");
		const o = r.subarray(e + 1);
		if (n?.equals(o)) continue;
		n = o;
		t.push({
			path: o,
			kind: a === "160000" ? "submodule" : i === "S" ? "sparse" : "file"
		});
	}
	return t;
}
function folderOf(e) {
	return e.subarray(0, Math.max(e.lastIndexOf("/"), 0));
}
async function isOnDisk(e, t) {
	return lstat(Buffer.concat([Buffer.from(`${e.root}/`), t])).then(() => true, () => false);
}
export { openRepository as C, findRepository as S, isObjectName as T, findCommit as _, resolveRange as a, mergeBase as b, defaultBranch as c, isInTree as d, originUrl as f, filesAt as g, fileAt as h, checkedOut as i, streamMessages as l, countCommits as m, absentFiles as n, changeBase as o, streamDiff as p, isLfsPointer as r, branchBehind as s, WHY_ABSENT as t, followedFileAt as u, headCommit as v, isolatedVariables as w, resolveCommit as x, isShallow as y };
