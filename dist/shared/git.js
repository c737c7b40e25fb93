import "./rolldown-runtime.js";
import { C as programsOnPath, Ct as isRecord, D as checkedFolders, Q as UsageError, S as pathFolders, X as ExternalError, Z as InternalError, j as isInside, k as isChecked } from "./core.js";
import { access, copyFile, lstat, open, readFile, readdir, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { delimiter, dirname, join, relative, resolve, sep } from "node:path";
import { constants as constants$1, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import { devNull, tmpdir } from "node:os";

// packages/git/src/objects/names.ts
const OBJECT_NAME$1 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const ALL_ZEROS = /^(?:0{40}|0{64})$/;
const ZEROS = "0".repeat(40);
function isObjectName(value) {
	return typeof value === "string" && OBJECT_NAME$1.test(value);
}
function isNull(name) {
	return ALL_ZEROS.test(name);
}
function shortName(name) {
	return name.slice(0, 10);
}
const ESCAPE = 56320;
function decodePath(bytes) {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	if (isUtf8(text)) return text.toString("utf8");
	let path = "";
	for (let at = 0; at < text.length;) {
		const length = characterLength(text, at);
		path += length === 0 ? String.fromCharCode(ESCAPE + (text[at] ?? 0)) : text.toString("utf8", at, at + length);
		at += Math.max(length, 1);
	}
	return path;
}
function characterLength(text, at) {
	for (let length = 1; length <= 4 && at + length <= text.length; length++) if (isUtf8(text.subarray(at, at + length))) return length;
	return 0;
}

// packages/git/src/repository/quiet.ts
function stoppedWhenQuiet(child, quietMs, what) {
	let failure;
	const waitFor = async (event) => {
		let timer;
		const quiet = new Promise((_, reject) => {
			timer = setTimeout(() => {
				failure = new ExternalError(`${what} printed nothing for ${Math.round(quietMs / 1e3)} s and was stopped`, { hint: "Run `git fsck` in the clone, and check that its disk answers." });
				child.kill();
				reject(failure);
			}, quietMs);
		});
		try {
			return await Promise.race([event, quiet]);
		} catch (cause) {
			throw failure ?? cause;
		} finally {
			clearTimeout(timer);
		}
	};
	async function* stdout() {
		const chunks = child.stdout[Symbol.asyncIterator]();
		try {
			for (;;) {
				const { done, value } = await waitFor(chunks.next());
				if (done === true) return;
				yield value;
			}
		} finally {
			if (failure === void 0) await chunks.return?.();
		}
	}
	let ended;
	return {
		stdout: stdout(),
		get ended() {
			ended ??= waitFor(child.ended);
			return ended;
		},
		kill: () => child.kill()
	};
}

// packages/git/src/repository/git-processes.ts
const MAX_OUTPUT_BYTES = 1073741824;
const QUIET_MS = 6e5;
function createGitProcesses({ program, variables }, { root, processes, signal, quietMs = QUIET_MS }) {
	const settings = ({ env, ...options }) => ({
		...options,
		cwd: root,
		env: {
			...variables,
			...env
		},
		...signal === void 0 ? {} : { signal }
	});
	const run = (args, options = {}) => processes.run(program, ["--no-pager", ...args], {
		maxBytes: MAX_OUTPUT_BYTES,
		timeoutMs: quietMs,
		...settings(options)
	});
	return {
		run,
		read: async (args, options) => {
			const result = await run(args, options);
			if (result.exitCode !== 0) throw gitFailure(args[0] ?? "git", result);
			return Buffer.from(result.stdout);
		},
		stream: (args, options = {}) => stoppedWhenQuiet(processes.stream(program, ["--no-pager", ...args], settings(options)), quietMs, `git ${args[0] ?? ""}`)
	};
}
function gitFailure(command, { exitCode, stderr }) {
	const said = stderr.trim().split("\n").slice(0, 5);
	return new ExternalError(`git ${command} ${exitCode === 0 ? "complained" : `ended with exit code ${exitCode}`}: ${said[0] || "it said nothing"}`, {
		problems: said.slice(1),
		hint: "Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing."
	});
}

// packages/git/src/repository/config-file.ts
const SECTION = /^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/;
const NAME = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*/;
const ESCAPES = {
	n: "\n",
	t: "	",
	b: "\b"
};
function parseConfigFile(text) {
	const settings = [];
	let rest = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
	let section = "";
	for (;;) {
		rest = rest.replace(/^(?:\s+|[#;][^\n]*)+/, "");
		if (rest === "") return settings;
		const header = SECTION.exec(rest);
		if (header !== null) {
			const [whole, name = "", subsection] = header;
			const below = subsection === void 0 ? "" : `.${subsection.replace(/\\(.)/g, "$1")}`;
			section = `${name.toLowerCase()}${below}`;
			rest = rest.slice(whole.length);
			continue;
		}
		const name = NAME.exec(rest);
		if (name === null || section === "") return settings;
		rest = rest.slice(name[0].length);
		const key = `${section}.${(name[1] ?? "").toLowerCase()}`;
		if (!rest.startsWith("=")) {
			settings.push({
				key,
				value: "true"
			});
			continue;
		}
		const { value, length } = readValue(rest.slice(1));
		settings.push({
			key,
			value
		});
		rest = rest.slice(1 + length);
	}
}
function readValue(text) {
	let value = "";
	let kept = 0;
	let quoted = false;
	let at = 0;
	for (; at < text.length && text[at] !== "\n"; at++) {
		const character = text[at] ?? "";
		if (character === "\"") {
			quoted = !quoted;
			kept = value.length;
		} else if (character === "\\") {
			const next = text[++at] ?? "";
			if (next !== "\n") value += ESCAPES[next] ?? next;
			kept = value.length;
		} else if (!quoted && (character === "#" || character === ";")) {
			const end = text.indexOf("\n", at);
			return {
				value: value.slice(0, kept),
				length: end < 0 ? text.length : end
			};
		} else if (quoted || value !== "" || !/\s/.test(character)) {
			value += character;
			if (quoted || !/\s/.test(character)) kept = value.length;
		}
	}
	return {
		value: value.slice(0, kept),
		length: at
	};
}

// packages/git/src/repository/small-file.ts
async function readSmallFile(path, maxBytes) {
	const flags = constants$1.O_RDONLY | (constants$1.O_NONBLOCK ?? 0);
	const file = await open(path, flags).catch(() => void 0);
	if (file === void 0) return void 0;
	try {
		const status = await file.stat();
		if (!status.isFile() || status.size > maxBytes) return void 0;
		return await file.readFile();
	} catch {
		return;
	} finally {
		await file.close();
	}
}

// packages/git/src/repository/format.ts
const MAX_CONFIG_BYTES = 16777216;
const WITHOUT_MEANING = /* @__PURE__ */ new Set([...[
	"noop",
	"noop-v1",
	"preciousobjects",
	"relativeworktrees",
	"worktreeconfig"
]]);
async function readFormat(commonFolder) {
	const bytes = await readSmallFile(join(commonFolder, "config"), MAX_CONFIG_BYTES);
	const settings = parseConfigFile(bytes?.toString("utf8") ?? "");
	const values = new Map(settings.map(({ key, value }) => [key, value]));
	const version = Number(values.get("core.repositoryformatversion") ?? 0);
	const format = {
		objectFormat: values.get("extensions.objectformat") ?? "sha1",
		refStorage: (values.get("extensions.refstorage") ?? "files").replace(/:.*$/s, "")
	};
	const foreign = settings.find(({ key }) => version > 0 && key.startsWith("extensions.") && !isKnown(key));
	if (!((version === 0 || version === 1) && (format.objectFormat === "sha1" || format.objectFormat === "sha256") && (format.refStorage === "files" || format.refStorage === "reftable")) || foreign !== void 0) throw new ExternalError(`The repository has a format that is not known: ${foreign?.key ?? `version ${version}, ${format.objectFormat}, ${format.refStorage}`}`, { hint: "Check it out again with git's default format, or update Assay." });
	return {
		objectFormat: format.objectFormat === "sha256" ? "sha256" : "sha1",
		refStorage: format.refStorage === "reftable" ? "reftable" : "files",
		partial: settings.some(({ key, value }) => key === "extensions.partialclone" || /^remote\..*\.promisor$/s.test(key) && !/^(?:false|no|off|0)$/i.test(value)),
		origin: values.get("remote.origin.url")
	};
}
function isKnown(key) {
	const name = key.slice(11);
	return WITHOUT_MEANING.has(name) || [
		"objectformat",
		"compatobjectformat",
		"refstorage",
		"partialclone"
	].includes(name);
}

// packages/git/src/repository/isolation.ts
const WINDOWS_NEEDS = [
	"SystemRoot",
	"PATHEXT",
	"TEMP",
	"TMP"
];
async function isolatedVariables(environment, root) {
	const variables = {
		PATH: await foreignPath(environment, await checkedFolders(root, environment)),
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
	for (const name of WINDOWS_NEEDS) {
		const value = environment[name];
		if (value !== void 0) variables[name] = value;
	}
	return variables;
}
async function isolatedGit(environment, root) {
	const checked = await checkedFolders(root, environment);
	for await (const { path, real } of programsOnPath("git", environment)) {
		if (isChecked(checked, real)) continue;
		return {
			program: path,
			variables: await isolatedVariables(environment, root)
		};
	}
	throw new ExternalError("The program git was not found", { hint: "Install git and put it on PATH; in a container job, install it in the image before the checkout." });
}
async function foreignPath(environment, checked) {
	const folders = pathFolders(environment);
	const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
	return folders.filter((folder, index) => !isChecked(checked, real[index] ?? folder)).join(delimiter);
}

// packages/git/src/repository/locate.ts
const MAX_PATH_BYTES$1 = 65536;
const OWN_ENTRIES = /^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;
async function locateRepository(root, workspace) {
	for (let at = root;; at = dirname(at)) {
		const marked = await status(join(at, ".git"), lstat);
		if (marked !== void 0) return locationOf(at, marked.isFile());
		if (dirname(at) === at) break;
	}
	if (!(workspace !== void 0 && workspace !== root && isInside(workspace, root)) && await isGitFolder(root)) {
		if ((await readdir(root)).find((name) => !OWN_ENTRIES.test(name)) === void 0) return {
			gitFolder: root,
			commonFolder: root
		};
	}
}
function prefixIn({ workTree = "" }, root) {
	const path = workTree === "" ? "" : relative(workTree, root).split(sep).join("/");
	return path === "" ? "" : `${path}/`;
}
async function locationOf(workTree, isFile) {
	const gitFolder = isFile ? await namedFolder(workTree) : join(workTree, ".git");
	const real = await realpath(gitFolder).catch(() => void 0);
	if (real === void 0 || isPartOf(workTree, real)) throw broken(workTree);
	const link = await readSmallFile(join(real, "commondir"), MAX_PATH_BYTES$1);
	const common = link === void 0 ? real : resolve(real, line(link));
	const commonFolder = await realpath(common).catch(() => void 0);
	if (commonFolder === void 0 || isPartOf(workTree, commonFolder)) throw broken(workTree);
	if (!await isGitFolder(commonFolder)) throw broken(workTree);
	return {
		gitFolder: real,
		commonFolder,
		workTree
	};
}
async function namedFolder(workTree) {
	const bytes = await readSmallFile(join(workTree, ".git"), MAX_PATH_BYTES$1);
	const path = /^gitdir: (.+)$/s.exec(bytes === void 0 ? "" : line(bytes))?.[1];
	if (path === void 0) throw broken(workTree);
	return resolve(workTree, path);
}
function isPartOf(workTree, folder) {
	return isInside(workTree, folder) && !relative(workTree, folder).split(sep).includes(".git");
}
async function isGitFolder(folder) {
	const [head, objects, refs] = await Promise.all([
		"HEAD",
		"objects",
		"refs"
	].map((name) => status(join(folder, name), stat)));
	return head?.isFile() === true && objects?.isDirectory() === true && refs?.isDirectory() === true;
}
function status(path, ask) {
	return ask(path).catch(() => void 0);
}
function line(bytes) {
	return bytes.toString("utf8").replace(/\r?\n$/, "");
}
function broken(workTree) {
	return new UsageError(`There is a \`.git\` in ${workTree}, and no git repository behind it`, { hint: "Check the repository out again, or remove the `.git`." });
}

// packages/git/src/repository/private-folder.ts
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
async function makePrivateFolder({ gitFolder, commonFolder, workTree }, format) {
	const head = (await readSmallFile(join(gitFolder, "HEAD"), MAX_HEAD_BYTES))?.toString("utf8");
	if (head === void 0 || !HEAD.test(head)) throw new UsageError("The repository's HEAD names neither a branch nor a commit", { hint: "Check the repository out again." });
	if (format.refStorage === "reftable" && gitFolder !== commonFolder) throw new ExternalError("The repository is a linked work tree with reftable, which is not read", { hint: "Run in the main work tree, or clone with `--ref-format=files`." });
	const folder = newFolder();
	const shallow = await readSmallFile(join(commonFolder, "shallow"), MAX_SHALLOW_BYTES);
	const folders = [
		"refs",
		"worktrees",
		...format.refStorage === "reftable" ? ["reftable"] : []
	];
	const own = await readdir(gitFolder);
	const common = gitFolder === commonFolder ? own : await readdir(commonFolder);
	await Promise.all([
		writeFile(join(folder, "config"), configText(format, workTree === void 0)),
		writeFile(join(folder, "HEAD"), head),
		...shallow === void 0 ? [] : [writeFile(join(folder, "shallow"), shallow)],
		...folders.filter((name) => common.includes(name)).map((name) => symlink(join(commonFolder, name), join(folder, name), "junction")),
		...common.includes("packed-refs") ? [linkFile(commonFolder, folder, "packed-refs")] : [],
		...own.filter((name) => name.startsWith("sharedindex.")).map((name) => linkFile(gitFolder, folder, name))
	]);
	return {
		GIT_DIR: folder,
		GIT_OBJECT_DIRECTORY: join(commonFolder, "objects"),
		...workTree === void 0 ? {} : {
			GIT_WORK_TREE: workTree,
			GIT_INDEX_FILE: join(gitFolder, "index")
		}
	};
}
function configText(format, bare) {
	return [
		...SETTINGS,
		[
			"core",
			"bare",
			String(bare)
		],
		[
			"core",
			"repositoryFormatVersion",
			"1"
		],
		[
			"extensions",
			"objectFormat",
			format.objectFormat
		],
		...format.refStorage === "files" ? [] : [[
			"extensions",
			"refStorage",
			format.refStorage
		]],
		...format.partial ? [[
			"extensions",
			"partialClone",
			"origin"
		], [
			"remote \"origin\"",
			"promisor",
			"true"
		]] : []
	].map(([section, name, value]) => `[${section}]\n\t${name} = "${escaped(value)}"\n`).join("");
}
function escaped(value) {
	return value.replace(/[\\"]/g, "\\$&");
}
let parent;
let count = 0;
function newFolder() {
	if (parent === void 0) {
		const made = mkdtempSync(join(tmpdir(), "assay-git-"));
		process.once("exit", () => rmSync(made, {
			recursive: true,
			force: true
		}));
		parent = made;
	}
	const folder = join(parent, String(count++));
	mkdirSync(folder);
	return folder;
}
async function linkFile(from, to, name) {
	await symlink(join(from, name), join(to, name), "file").catch(() => copyFile(join(from, name), join(to, name)));
}

// packages/git/src/repository/version.ts
const OLDEST = {
	major: 2,
	minor: 32
};
const TIMEOUT_MS = 6e4;
const asked = /* @__PURE__ */ new WeakMap();
function requireVersion(git, { processes, signal }) {
	const known = asked.get(processes) ?? /* @__PURE__ */ new Map();
	asked.set(processes, known);
	const answer = known.get(git.program) ?? askVersion(git, processes, signal);
	known.set(git.program, answer);
	return answer;
}
async function askVersion({ program, variables }, processes, signal) {
	const { stdout } = await processes.run(program, ["version"], {
		env: variables,
		timeoutMs: TIMEOUT_MS,
		...signal === void 0 ? {} : { signal }
	});
	const text = Buffer.from(stdout).toString().trim();
	const version = /(\d+)\.(\d+)/.exec(text);
	const [major, minor] = [Number(version?.[1] ?? 0), Number(version?.[2] ?? 0)];
	if (major > OLDEST.major || major === OLDEST.major && minor >= OLDEST.minor) return;
	throw new ExternalError(`"${text}" is too old`, { hint: `Install git ${OLDEST.major}.${OLDEST.minor} or later: older ones can't be kept apart from the machine's configuration.` });
}

// packages/git/src/repository/repository.ts
async function openRepository(options) {
	const repo = await findRepository(options);
	if (repo !== void 0) return repo;
	throw new UsageError("The folder belongs to no git repository", { hint: "Run actions/checkout before this step, and check `working-directory`." });
}
async function findRepository(options) {
	const root = await realpath(options.root).catch(() => void 0);
	if (root === void 0 || !(await stat(root)).isDirectory()) throw new UsageError(`The folder ${options.root} does not exist`);
	const workspace = options.environment["GITHUB_WORKSPACE"] ?? "";
	const location = await locateRepository(root, await realpath(workspace).catch(() => void 0));
	if (location === void 0) return void 0;
	const format = await readFormat(location.commonFolder);
	const git = await isolatedGit(options.environment, root);
	const own = makePrivateFolder(location, format);
	own.catch(() => {});
	await requireVersion(git, options);
	const variables = {
		...git.variables,
		...await own
	};
	return {
		...createGitProcesses({
			...git,
			variables
		}, {
			...options,
			root
		}),
		root,
		prefix: prefixIn(location, root),
		bare: location.workTree === void 0,
		objectFormat: format.objectFormat,
		partial: format.partial,
		configuredOrigin: format.origin,
		folders: {
			git: location.gitFolder,
			common: location.commonFolder
		},
		variables
	};
}
function shallowFile(repo) {
	return join(repo.variables["GIT_DIR"] ?? repo.folders.common, "shallow");
}

// packages/git/src/revisions/revision.ts
async function headCommit(repo) {
	const answer = await repo.run([
		"log",
		"-1",
		"--no-patch",
		"--format=%H %ct",
		"HEAD",
		"--"
	]);
	if (answer.exitCode !== 0) {
		if (await findCommit(repo, "HEAD") === void 0) return void 0;
		throw gitFailure("log", answer);
	}
	const [sha = "", seconds = ""] = Buffer.from(answer.stdout).toString().trim().split(" ");
	return {
		sha,
		committedAt: fromSeconds(seconds)
	};
}
function fromSeconds(seconds) {
	return (/* @__PURE__ */ new Date(/^-?\d{1,12}$/.test(seconds) ? Number(seconds) * 1e3 : 0)).toISOString().replace(/\.\d+Z$/, "Z");
}
async function findCommit(repo, revision) {
	const [commit] = await findCommits(repo, [revision]);
	return commit;
}
async function findCommits(repo, revisions) {
	const lines = revisions.map((revision) => /[\n\r\0]|@\{/.test(revision) || revision === "" ? "^{commit}" : `${revision}^{commit}`);
	const answers = (await repo.read(["cat-file", "--batch-check=%(objecttype) %(objectname)"], { input: `${lines.join("\n")}\n` })).toString().split("\n");
	return revisions.map((_, index) => /^commit ([0-9a-f]+)$/.exec(answers[index] ?? "")?.[1]);
}
async function resolveCommit(repo, revision) {
	const commit = await findCommit(repo, revision);
	if (commit !== void 0) return commit;
	throw new UsageError(`The clone has no commit "${revision}"`, { hint: "Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout." });
}
async function mergeBase(repo, a, b) {
	const result = await repo.run([
		"merge-base",
		"--end-of-options",
		a,
		b
	]);
	if (result.exitCode === 0) return Buffer.from(result.stdout).toString().trim();
	if (result.exitCode === 1 && result.stderr === "") return void 0;
	if (/not a valid|bad object/i.test(result.stderr)) throw new UsageError(`No merge-base of ${shortName(a)} and ${shortName(b)}: a commit is missing`, { hint: "Set `fetch-depth: 0` on actions/checkout." });
	throw gitFailure("merge-base", result);
}
async function isShallow(repo) {
	return access(shallowFile(repo)).then(() => true, () => false);
}

// packages/git/src/objects/tree.ts
const MAX_FILE_BYTES = 104857600;
const trees = /* @__PURE__ */ new WeakMap();
async function filesAt(repo, revision) {
	return [...(await treeAt(repo, revision)).keys()].sort();
}
async function fileAt(repo, revision, path, maxBytes = MAX_FILE_BYTES) {
	const entry = (await treeAt(repo, revision)).get(path);
	if (entry === void 0) return void 0;
	if (entry.size > maxBytes) throw new UsageError(`${path} in ${revision} has ${entry.size} bytes; at most ${maxBytes} are read`);
	return repo.read([
		"cat-file",
		"blob",
		entry.oid
	]);
}
async function treeAt(repo, revision) {
	const commit = await resolveCommit(repo, revision);
	const known = trees.get(repo) ?? /* @__PURE__ */ new Map();
	trees.set(repo, known);
	const tree = known.get(commit) ?? listTree(repo, commit);
	known.delete(commit);
	known.set(commit, tree);
	for (const oldest of [...known.keys()].slice(0, -4)) known.delete(oldest);
	return tree;
}
async function listTree(repo, commit) {
	const tree = /* @__PURE__ */ new Map();
	for (const record of records(await repo.read([
		"ls-tree",
		"-r",
		"-z",
		"--long",
		commit
	]))) {
		if (!isRegular(record)) continue;
		const tab = record.indexOf(9);
		const [, , oid = "", size] = record.toString("latin1", 0, tab).split(/ +/);
		tree.set(decodePath(record.subarray(tab + 1)), {
			oid,
			size: Number(size)
		});
	}
	return tree;
}
function isRegular(record) {
	return record.toString("latin1", 0, 3) === "100";
}
function* records(output) {
	for (let from = 0; from < output.length;) {
		const end = output.indexOf(0, from);
		if (end < 0) return;
		yield output.subarray(from, end);
		from = end + 1;
	}
}

// packages/git/src/diff/changes.ts
const STATUS$1 = /* @__PURE__ */ new Map([
	["A", "added"],
	["D", "deleted"],
	["M", "modified"],
	["T", "type-changed"]
]);
function statusOf(letter) {
	return STATUS$1.get(letter) ?? "modified";
}
function relativeOption(repo) {
	return repo.prefix === "" ? "--no-relative" : "--relative";
}

// packages/git/src/revisions/revisions.ts
function revisionsOf(range) {
	if (range.kind === "nothing") return void 0;
	if (range.kind === "all") return {
		options: ["--all"],
		input: ""
	};
	const left = [...range.base === void 0 ? [] : [range.base], ...range.exclude ?? []];
	const bad = [range.head, ...left].find((name) => !isObjectName(name));
	if (bad !== void 0) throw new InternalError(`A range holds "${bad}", which is no object name`);
	return {
		options: ["--stdin"],
		input: [
			range.head,
			...left.map((sha) => `^${sha}`),
			""
		].join("\n")
	};
}
async function countCommits(repo, range, paths = []) {
	const revisions = revisionsOf(range);
	if (revisions === void 0) return 0;
	const count = await repo.read([
		"rev-list",
		"--count",
		"--full-history",
		...revisions.options,
		"--",
		...paths
	], { input: revisions.input });
	return Number(count.toString().trim());
}

// packages/git/src/diff/view.ts
const EVERYTHING = {
	commitFormat: "--format=%x01%H%n%P%n%an%n%ae%n%at%n%B",
	options: ["--text", "--no-renames"],
	inFolder: true,
	merges: true,
	emptyHunks: false,
	deletedFiles: true,
	typeChanges: () => true,
	hunkBytes: 16777216,
	authorOf: (text) => text,
	messageOf: (text) => text
};

// packages/git/src/diff/process.ts
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
function diffOptions(repo, { view = EVERYTHING }) {
	const relative = view.inFolder ? relativeOption(repo) : "--no-relative";
	return [
		...DIFF_OPTIONS,
		relative,
		...view.options
	];
}
function logOptions(repo, options) {
	const { view = EVERYTHING } = options;
	const merges = view.merges && !combinesMerges(repo, options) ? "first-parent" : "off";
	return [
		"log",
		"--full-history",
		...[view.commitFormat, `--diff-merges=${merges}`],
		...diffOptions(repo, options)
	];
}
function mergeOptions(repo, options) {
	const { view = EVERYTHING } = options;
	return [
		"log",
		...[
			"--full-history",
			"--merges",
			view.commitFormat,
			"--diff-merges=combined"
		],
		...diffOptions(repo, options),
		"-U1"
	];
}
function combinesMerges(repo, { view = EVERYTHING }) {
	return repo.prefix === "" && view.merges;
}
function pathOptions(options) {
	return options.paths === void 0 ? [] : ["--", ...options.paths];
}

// packages/git/src/repository/output.ts
const HARMLESS = [
	"exhaustive rename detection was skipped",
	"inexact rename detection was skipped",
	"only found copies from modified paths",
	"you may want to set your diff.renameLimit",
	"See \"git help gc\" for manual housekeeping",
	"Auto packing the repository in background for optimum performance"
];
async function requireSuccess(child, command) {
	const end = await child.ended;
	const complaints = end.stderr.split("\n").filter((line) => line.trim() !== "").filter((line) => !HARMLESS.some((known) => line.includes(known)));
	if (end.exitCode !== 0) throw gitFailure(command, end);
	if (complaints.length > 0) throw gitFailure(command, {
		...end,
		stderr: complaints.join("\n")
	});
}
function unreadable(what) {
	return new ExternalError(`git printed something that can't be read: ${what}`, { hint: "Report this with the version of git: nothing is scanned past such a place." });
}
function asBuffer(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

// packages/git/src/objects/fields.ts
const MAX_FIELD_BYTES = 268435456;
function createFieldReader() {
	let carry = [];
	let carried = 0;
	const reader = {
		chunk: Buffer.alloc(0),
		at: 0,
		field(terminator) {
			const { chunk, at } = reader;
			const found = chunk.indexOf(terminator, at);
			const bytes = chunk.subarray(at, found < 0 ? chunk.length : found);
			reader.at = found < 0 ? chunk.length : found + 1;
			if (found >= 0 && carried === 0) return bytes;
			carry.push(bytes);
			carried += bytes.length;
			if (carried > MAX_FIELD_BYTES) throw unreadable(`a field of more than ${MAX_FIELD_BYTES} bytes`);
			if (found < 0) return void 0;
			const whole = Buffer.concat(carry);
			carry = [];
			carried = 0;
			return whole;
		},
		get isInside() {
			return carried > 0;
		}
	};
	return reader;
}

// packages/git/src/diff/combined-hunk.ts
const SPACE = 32;
const PLUS$1 = 43;
const MINUS$1 = 45;
const BACKSLASH$1 = 92;
const LINE_END = Buffer.from("\n");
function isCombinedLine(byte) {
	return byte === SPACE || byte === PLUS$1 || byte === MINUS$1 || byte === BACKSLASH$1;
}
function createCombinedHunk(text, emit) {
	let columns = 0;
	let lineNumber = 1;
	const add = (bytes, from, ends) => {
		const full = text.add(bytes, from, bytes.length, ends);
		if (full !== void 0) emit(full);
	};
	return {
		begin(header, parents) {
			const marks = "@".repeat(parents + 1);
			const ranges = ` -\\d+(?:,\\d+)?`.repeat(parents);
			const match = new RegExp(`^${marks}${ranges} \\+(\\d+)(?:,\\d+)? ${marks}`).exec(header);
			if (match === null) throw unreadable(`the hunk header ${JSON.stringify(header)}`);
			columns = parents;
			lineNumber = Number(match[1]);
			text.begin(lineNumber);
		},
		line(line) {
			if (line[0] === BACKSLASH$1) return;
			let added = 0;
			let isRemoved = false;
			for (let at = 0; at < columns; at++) {
				const byte = line[at];
				if (byte === PLUS$1) added++;
				else if (byte === MINUS$1) isRemoved = true;
				else if (byte !== SPACE) throw unreadable("a line of a merge without a mark for each parent");
			}
			if (added === columns) {
				if (text.isEmpty) text.begin(lineNumber);
				add(line, columns, false);
				add(LINE_END, 0, true);
			} else if (!text.isEmpty && !isRemoved) emit(text.take());
			if (!isRemoved) lineNumber++;
		}
	};
}

// packages/git/src/diff/hunk-text.ts
const NEWLINE$2 = 10;
function createHunkText(limit) {
	let buffer = Buffer.allocUnsafe(65536);
	let length = 0;
	let startLine = 1;
	let lines = 0;
	const take = () => {
		const hunk = {
			startLine,
			addedText: buffer.toString("latin1", 0, length)
		};
		startLine += lines;
		length = lines = 0;
		return hunk;
	};
	return {
		begin(line) {
			startLine = line;
			length = lines = 0;
		},
		add(chunk, from, to, ends) {
			const more = to - from;
			if (length + more > buffer.length) buffer = grown(buffer, length, more);
			chunk.copy(buffer, length, from, to);
			length += more;
			if (ends) lines++;
			if (length < limit) return void 0;
			if (ends) return take();
			return length < 4 * limit ? void 0 : {
				...take(),
				cut: true
			};
		},
		dropNewline() {
			if (length > 0 && buffer[length - 1] === NEWLINE$2) length--;
		},
		take,
		get isEmpty() {
			return length === 0;
		}
	};
}
function grown(buffer, used, more) {
	const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, used + more));
	buffer.copy(larger, 0, 0, used);
	return larger;
}

// packages/git/src/diff/patch-header.ts
function parseRawEntry(record) {
	if (record[1] === COLON$1) return parseMergeEntry(record);
	const [, mode, oid, letter] = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(record.toString("latin1")) ?? [];
	if (mode === void 0 || oid === void 0 || letter === void 0) throw unknownRecord(record);
	const renamed = letter === "R" || letter === "C";
	return {
		status: renamed ? "renamed" : letter === "U" ? "unmerged" : statusOf(letter),
		mode,
		blob: mode === "000000" ? void 0 : oid,
		blocks: letter === "T" ? 2 : letter === "U" ? 0 : 1,
		paths: renamed ? 2 : 1,
		parents: 1
	};
}
const COLON$1 = 58;
function parseMergeEntry(record) {
	const [, colons = "", rest = ""] = /^(:+)(.*)$/.exec(record.toString("latin1")) ?? [];
	const parents = colons.length;
	const fields = rest.split(" ");
	const [mode, oid, letters] = [
		fields[parents],
		fields[2 * parents + 1],
		fields.at(-1)
	];
	if (!(fields.length === 2 * parents + 3 && fields.slice(0, parents + 1).every((field) => /^\d{6}$/.test(field)) && fields.slice(parents + 1, -1).every((field) => /^[0-9a-f]+$/.test(field)) && letters?.length === parents && /^[AMDT]+$/.test(letters)) || mode === void 0 || letters === void 0) throw unknownRecord(record);
	return {
		status: letters === letters.charAt(0).repeat(parents) ? statusOf(letters.charAt(0)) : "modified",
		mode,
		blob: mode === "000000" ? void 0 : oid,
		blocks: 1,
		paths: 1,
		parents
	};
}
function unknownRecord(record) {
	return unreadable(`the record ${JSON.stringify(record.toString("latin1", 0, 80))}`);
}
function filePatch(entry, path) {
	const { status, mode, blob } = entry;
	return {
		path: decodePath(path),
		status,
		mode,
		...blob === void 0 ? {} : { blob }
	};
}
function parseCommit(header, view) {
	const lines = header.toString("utf8").split("\n");
	const [sha = "", parents = "", authorName = "", authorEmail = "", seconds = ""] = lines;
	const message = lines.slice(5).join("\n");
	return {
		sha,
		parents: parents === "" ? [] : parents.split(" "),
		authorName: view.authorOf(authorName),
		authorEmail: view.authorOf(authorEmail),
		authoredAt: fromSeconds(seconds),
		message: view.messageOf(message)
	};
}
function parseHunkHeader(text) {
	const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text);
	if (match === null) throw unreadable(`the hunk header ${JSON.stringify(text)}`);
	return {
		removed: Number(match[1] ?? 1),
		startLine: Number(match[2]),
		added: Number(match[3] ?? 1)
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
function isFileHeader(line) {
	return FILE_HEADERS.some((known) => line.startsWith(known));
}

// packages/git/src/diff/pieces.ts
const PIECE_LENGTH = 4194304;
function createPieces() {
	let ready = [];
	let commit;
	let files = [];
	let open;
	let length = 0;
	let begun = false;
	const emitFile = () => {
		if (open === void 0 || open.reported && open.hunks.length === 0) return;
		files.push({
			...open.file,
			binary: open.binary,
			hunks: open.hunks
		});
		open.reported = true;
		open.hunks = [];
	};
	const emitPiece = (complete) => {
		ready.push({
			commit,
			files,
			complete
		});
		files = [];
		length = 0;
	};
	const end = () => {
		emitFile();
		open = void 0;
		if (begun || files.length > 0) emitPiece(true);
		begun = false;
	};
	return {
		beginCommit(next) {
			end();
			commit = next;
			begun = true;
		},
		beginFile(file) {
			emitFile();
			begun = true;
			open = {
				file,
				binary: false,
				hunks: [],
				reported: false
			};
		},
		markBinary() {
			if (open !== void 0) open.binary = true;
		},
		addHunk(hunk) {
			open?.hunks.push(hunk);
			length += hunk.addedText.length;
			if (length < PIECE_LENGTH) return;
			emitFile();
			emitPiece(false);
		},
		end,
		take() {
			const taken = ready;
			ready = [];
			return taken;
		}
	};
}

// packages/git/src/diff/patch-parser.ts
const NUL = 0;
const MARK = 1;
const NEWLINE$1 = 10;
const PLUS = 43;
const MINUS = 45;
const COLON = 58;
const BACKSLASH = 92;
function createPatchParser({ view = EVERYTHING, typeChanges = true } = {}, text = createHunkText(view.hunkBytes)) {
	const pieces = createPieces();
	const input = createFieldReader();
	let state = "start";
	let entry;
	let pathsLeft = 0;
	let awaited = [];
	let current = 0;
	let muted = false;
	let removedLeft = 0;
	let addedLeft = 0;
	let lastWasAdded = false;
	let wasCut = false;
	let parents = 1;
	const emitHunk = (hunk) => {
		if (!muted) pieces.addHunk(hunk);
	};
	const combined = createCombinedHunk(text, emitHunk);
	const endHunk = () => {
		if (!text.isEmpty || view.emptyHunks && !wasCut) emitHunk(text.take());
		state = "block";
	};
	const endFiles = () => {
		const missing = awaited[current];
		if (missing !== void 0) throw unreadable(`no patch for ${JSON.stringify(String(missing.path))}`);
		awaited = [];
		current = 0;
	};
	const beginBlock = () => {
		const next = awaited[current];
		if (next === void 0) throw unreadable("a patch for a file that it did not name");
		const { status, blocks } = next.entry;
		next.blocksLeft--;
		parents = next.entry.parents;
		if (next.blocksLeft === 0) current++;
		muted = next.blocksLeft > 0 || status === "deleted" && !view.deletedFiles || blocks === 2 && !typeChanges;
		if (!muted) pieces.beginFile(filePatch(next.entry, next.path));
	};
	const readHeader = (line) => {
		state = "block";
		const head = line.toString("latin1", 0, 100);
		if (head.startsWith("@@ ")) {
			const hunk = parseHunkHeader(head);
			removedLeft = hunk.removed;
			addedLeft = hunk.added;
			lastWasAdded = wasCut = false;
			text.begin(hunk.startLine);
			state = "lines";
		} else if (head.startsWith("@@@") && parents > 1) {
			combined.begin(line.toString("latin1"), parents);
			state = "combined";
		} else if (head.startsWith("diff --git ") || head.startsWith("diff --combined ")) beginBlock();
		else if (head.startsWith("Binary files ")) {
			if (!muted) pieces.markBinary();
		} else if (!isFileHeader(head)) throw unreadable(JSON.stringify(head.slice(0, 80)));
	};
	const readContent = (added) => {
		const { chunk, at } = input;
		const found = chunk.indexOf(NEWLINE$1, at);
		const end = found < 0 ? chunk.length : found + 1;
		input.at = end;
		if (added) {
			const full = text.add(chunk, at, end, found >= 0);
			if (full !== void 0) {
				wasCut = true;
				emitHunk(full);
			}
		}
		if (found < 0) return;
		if (added) addedLeft--;
		else removedLeft--;
		lastWasAdded = added;
		state = "lines";
	};
	const beginLine = (byte) => {
		if (byte === BACKSLASH) state = "no-newline";
		else if (removedLeft + addedLeft === 0) return endHunk();
		else if (byte === PLUS && addedLeft > 0) state = "added";
		else if (byte === MINUS && removedLeft > 0) state = "removed";
		else throw unreadable("a hunk with fewer lines than its header says");
		input.at++;
	};
	const step = () => {
		const byte = input.chunk[input.at];
		switch (state) {
			case "start":
			case "block":
				if (byte === MARK) {
					endFiles();
					state = "commit";
					input.at++;
				} else if (state === "block") state = "header";
				else if (byte === NEWLINE$1 || byte === NUL) input.at++;
				else if (byte === COLON) state = "record";
				else throw unreadable(`byte ${byte} where a commit begins`);
				return;
			case "commit": {
				const header = input.field(NUL);
				if (header === void 0) return;
				pieces.beginCommit(parseCommit(header, view));
				state = "start";
				return;
			}
			case "record": {
				const record = input.field(NUL);
				if (record === void 0) return;
				if (record.length === 0) {
					state = "block";
					return;
				}
				entry = parseRawEntry(record);
				pathsLeft = entry.paths;
				state = "path";
				return;
			}
			case "path": {
				const path = input.field(NUL);
				if (path === void 0 || entry === void 0 || --pathsLeft > 0) return;
				if (entry.blocks === 0) pieces.beginFile(filePatch(entry, path));
				else awaited.push({
					entry,
					path,
					blocksLeft: entry.blocks
				});
				state = "record";
				return;
			}
			case "header": {
				const line = input.field(NEWLINE$1);
				if (line !== void 0) readHeader(line);
				return;
			}
			case "no-newline":
				if (input.field(NEWLINE$1) === void 0) return;
				if (lastWasAdded) text.dropNewline();
				state = "lines";
				return;
			case "lines": return beginLine(byte);
			case "combined":
				if (isCombinedLine(byte)) state = "combined-line";
				else endHunk();
				return;
			case "combined-line": {
				const line = input.field(NEWLINE$1);
				if (line === void 0) return;
				combined.line(line);
				state = "combined";
				return;
			}
			case "added":
			case "removed": return readContent(state === "added");
		}
	};
	return {
		push(chunk) {
			input.chunk = chunk;
			input.at = 0;
			while (input.at < chunk.length) step();
			return pieces.take();
		},
		end() {
			if (state === "combined" || state === "lines" && removedLeft + addedLeft === 0) endHunk();
			if (state !== "start" && state !== "block" || input.isInside) throw unreadable("it stops in the middle");
			endFiles();
			pieces.end();
			return pieces.take();
		}
	};
}

// packages/git/src/diff/read-patches.ts
async function* readPatches(repo, args, { input = "" }, options) {
	const child = repo.stream(args, { input });
	const parser = createPatchParser(options);
	let ended = false;
	try {
		for await (const chunk of child.stdout) yield* parser.push(asBuffer(chunk));
		ended = true;
		await requireSuccess(child, args[0] ?? "log");
		yield* parser.end();
	} finally {
		if (!ended) child.kill();
	}
}

// packages/git/src/diff/merges.ts
function createMergePatches(repo, revisions, options) {
	const args = [
		...mergeOptions(repo, options),
		...revisions.options,
		...pathOptions(options)
	];
	const patches = readPatches(repo, args, revisions, options);
	let begun = false;
	const next = async () => {
		begun = true;
		const { done, value } = await patches.next();
		return done === true ? void 0 : value;
	};
	return {
		async *of(commit) {
			for (let complete = false; !complete;) {
				const piece = await next();
				if (piece?.commit?.sha !== commit.sha) throw outOfStep(commit.sha, piece);
				complete = piece.complete;
				const hidden = piece.files.filter(({ binary }) => binary);
				if (hidden.length > 0) yield* hiddenText(repo, commit, hidden, options);
				yield {
					commit,
					files: piece.files.filter(({ binary }) => !binary),
					complete
				};
			}
		},
		async end() {
			const more = begun ? await next() : void 0;
			if (more !== void 0) throw outOfStep("no merge", more);
		},
		stop: async () => {
			await patches.return(void 0);
		}
	};
}
function outOfStep(expected, piece) {
	const shown = piece?.commit?.sha ?? "nothing";
	return new ExternalError(`git log showed ${shown} in the place of ${expected}`, { hint: "Run the check again: the branches may have moved meanwhile." });
}
const MAX_PATHS_LENGTH = 8e3;
async function* hiddenText(repo, commit, hidden, options) {
	const [parent] = commit.parents;
	if (parent === void 0) throw new ExternalError(`git showed no text of ${commit.sha}`);
	const paths = new Set(hidden.map(({ path }) => path));
	const joined = [...paths].join("\n");
	const limit = joined.length > MAX_PATHS_LENGTH || /[\udc80-\udcff]/u.test(joined) ? [] : [...paths];
	const args = [
		"diff-tree",
		"-r",
		...diffOptions(repo, options),
		parent,
		commit.sha
	];
	for await (const { files } of readPatches(repo, [
		...args,
		"--",
		...limit
	], {}, options)) yield {
		commit,
		files: files.filter(({ path }) => paths.has(path)),
		complete: false
	};
}

// packages/git/src/diff/diff.ts
async function* streamDiff(repo, range, options = {}) {
	const revisions = revisionsOf(range);
	if (revisions === void 0) return;
	const args = [
		...logOptions(repo, options),
		...revisions.options,
		...pathOptions(options)
	];
	const { view = EVERYTHING } = options;
	const merges = combinesMerges(repo, options) ? createMergePatches(repo, revisions, options) : void 0;
	let seen = 0;
	try {
		const reading = {
			view,
			typeChanges: view.typeChanges(range)
		};
		for await (const { commit, ...piece } of readPatches(repo, args, revisions, reading)) {
			if (commit === void 0) throw new ExternalError("git log showed a diff without its commit");
			if (piece.complete) seen++;
			if (merges !== void 0 && commit.parents.length > 1) yield* merges.of(commit);
			else yield {
				commit,
				...piece
			};
		}
		await merges?.end();
	} finally {
		await merges?.stop();
	}
	const expected = await countCommits(repo, range, options.paths);
	if (seen < expected) throw new ExternalError(`git log showed ${seen} of the ${expected} commits of the range`, { hint: "Run the check again; if it stays so, run `git fsck` in the clone." });
}

// packages/git/src/fetch/keep-shallow.ts
async function keepShallow(repo, logger) {
	const target = join(repo.folders.common, "shallow");
	const [now, before] = await Promise.all([readSmallFile(shallowFile(repo), MAX_SHALLOW_BYTES), readSmallFile(target, MAX_SHALLOW_BYTES)]);
	if (now === before || before !== void 0 && now?.equals(before)) return;
	try {
		await replace(target, now);
	} catch (cause) {
		logger.debug(`the clone keeps its depth: ${cause instanceof Error ? cause.message : cause}`);
	}
}
async function replace(target, content) {
	const lock = `${target}.lock`;
	const file = await open(lock, "wx");
	try {
		await file.writeFile(content ?? "");
		if (content === void 0) await rm(target, { force: true });
		else await rename(lock, target);
	} finally {
		await file.close();
		await rm(lock, { force: true });
	}
}

// packages/git/src/fetch/remote.ts
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
const LOOPBACK = /* @__PURE__ */ new Set([
	"localhost",
	"127.0.0.1",
	"[::1]"
]);
async function allowedRemote(repo, { remote, offline, environment }) {
	if (offline) return void 0;
	if (remote?.token !== void 0 && remote.token !== "") return withToken(remote, remote.token, environment);
	const url = repo.configuredOrigin;
	const protocol = url === void 0 ? void 0 : await localProtocol(repo, url, environment);
	if (url === void 0 || protocol === void 0) return void 0;
	return {
		url,
		env: { GIT_ALLOW_PROTOCOL: protocol }
	};
}
function originUrl({ configuredOrigin: url }) {
	if (url === void 0 || !URL.canParse(url)) return url;
	const parsed = new URL(url);
	parsed.username = parsed.password = "";
	return parsed.href;
}
async function localProtocol(repo, url, environment) {
	const parsed = URL.canParse(url) ? new URL(url) : void 0;
	if (parsed?.protocol === "http:" && LOOPBACK.has(parsed.hostname)) return "http";
	const path = url.startsWith("/") ? url : parsed?.protocol === "file:" && parsed.host === "" ? decodeURIComponent(parsed.pathname) : void 0;
	const real = path === void 0 ? void 0 : await realpath(path).catch(() => void 0);
	if (real === void 0 || isChecked(await checkedFolders(repo.root, environment), real)) return;
	return "file";
}
function withToken({ serverUrl, repository }, token, environment) {
	const server = URL.canParse(serverUrl) ? new URL(serverUrl) : void 0;
	const protocol = server?.protocol.slice(0, -1);
	if (server === void 0 || protocol !== "https" && protocol !== "http") throw new UsageError(`The server "${serverUrl}" is no http(s) address`);
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new UsageError(`The repository "${repository}" is not of the form owner/name`);
	const base = `${server.origin}${server.pathname.replace(/\/$/, "")}`;
	const env = {
		GIT_ALLOW_PROTOCOL: protocol,
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: `http.${server.origin}/.extraheader`,
		GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`
	};
	for (const name of CURL_VARIABLES) {
		const value = environment[name];
		if (value !== void 0) env[name] = value;
	}
	return {
		url: `${base}/${repository}`,
		env
	};
}
async function fetchFrom(repo, { url, env }, args, logger) {
	logger.debug(`git fetch ${args.options.join(" ")} (${args.refs.length} refs or commits)`);
	const result = await repo.run([
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
			...args.options,
			"--end-of-options",
			url
		]
	], {
		env,
		input: `${args.refs.join("\n")}\n`,
		timeoutMs: FETCH_TIMEOUT_MS
	});
	if (result.exitCode === 0) await keepShallow(repo, logger);
	return result;
}

// packages/git/src/objects/objects.ts
const NEWLINE = 10;
async function* streamObjects(repo, names, maxBytes) {
	if (names.length === 0) return;
	const bad = names.find((name) => !isObjectName(name));
	if (bad !== void 0) throw new InternalError(`"${bad}" is no object name`);
	const child = repo.stream([
		"cat-file",
		"--batch",
		"--buffer"
	], { input: `${names.join("\n")}\n` });
	const read = createObjectReader(maxBytes);
	let seen = 0;
	let ended = false;
	try {
		for await (const chunk of child.stdout) for (const object of read(asBuffer(chunk))) {
			seen++;
			yield object;
		}
		ended = true;
	} finally {
		if (!ended) child.kill();
	}
	await requireSuccess(child, "cat-file");
	if (seen < names.length) throw new ExternalError(`git cat-file printed ${seen} of ${names.length} objects`);
}
function createObjectReader(maxBytes) {
	const input = createFieldReader();
	let object;
	let filled = 0;
	return function* read(chunk) {
		input.chunk = chunk;
		input.at = 0;
		while (input.at < chunk.length) {
			if (object === void 0) {
				const header = input.field(NEWLINE);
				if (header === void 0) return;
				object = announced(header.toString("latin1"), maxBytes);
				filled = 0;
			}
			const take = Math.min(object.size - filled, chunk.length - input.at);
			if (object.bytes !== void 0) chunk.copy(object.bytes, filled, input.at, input.at + take);
			filled += take;
			input.at += take;
			if (filled < object.size || input.at >= chunk.length) continue;
			input.at++;
			const whole = object;
			object = void 0;
			yield whole;
		}
	};
}
function announced(header, maxBytes) {
	const [oid = "", type = "", length] = header.split(" ");
	if (length === void 0) throw new ExternalError(`The object ${oid} is ${type} from the clone`, { hint: "Check out again with `fetch-depth: 0` and without `filter`." });
	const size = Number(length);
	return {
		oid,
		type,
		size,
		bytes: size > maxBytes ? void 0 : Buffer.allocUnsafe(size)
	};
}

// packages/git/src/objects/followed-file.ts
const MAX_LINKS = 10;
const MAX_LINK_BYTES = 4096;
async function followedFileAt(repo, commit, path, maxBytes) {
	const shown = `${path} in ${shortName(commit)}`;
	const ahead = path.split("/");
	const done = [];
	let links = 0;
	while (ahead.length > 0) {
		const part = ahead.shift();
		if (part === void 0 || part === "" || part === ".") continue;
		if (part === "..") {
			if (done.pop() === void 0) throw new UsageError(`${shown} leads out of the repository`);
			continue;
		}
		const entry = await entryAt(repo, commit, [...done, part].join("/"));
		if (entry === void 0) {
			if (links === 0) return void 0;
			throw new UsageError(`${shown} is a symbolic link to nothing`);
		}
		if (entry.mode === "120000") {
			links += 1;
			if (links > MAX_LINKS) throw new UsageError(`${shown} is a symbolic link without an end`);
			const target = (await contentOf(repo, entry, MAX_LINK_BYTES, shown)).toString();
			if (target.startsWith("/")) throw new UsageError(`${shown} leads out of the repository`);
			ahead.unshift(...target.split("/"));
		} else if (entry.mode === "040000") done.push(part);
		else if (entry.mode === "160000" || ahead.some((rest) => rest !== "" && rest !== ".")) return;
		else return contentOf(repo, entry, maxBytes, shown);
	}
	throw new UsageError(`${shown} is not a regular file`);
}
async function isInTree(repo, commit, path) {
	return await entryAt(repo, commit, path) !== void 0;
}
async function entryAt(repo, commit, path) {
	const args = [
		"ls-tree",
		"-z",
		"--long",
		"--full-tree",
		commit,
		"--",
		path
	];
	for (const record of records(await repo.read(args))) {
		const [mode = "", , oid = "", size] = record.toString("latin1", 0, record.indexOf(9)).split(/ +/);
		return {
			mode,
			oid,
			size: Number(size) || 0
		};
	}
}
async function contentOf(repo, { oid, size }, maxBytes, shown) {
	if (size > maxBytes) throw new UsageError(`${shown} has ${size} bytes; at most ${maxBytes} are read`);
	return repo.read([
		"cat-file",
		"blob",
		oid
	]);
}

// packages/git/src/objects/messages.ts
const MAX_OBJECT_BYTES = 67108864;
async function* streamMessages(repo, range) {
	const revisions = revisionsOf(range);
	if (revisions === void 0) return;
	const commits = (await repo.read(["rev-list", ...revisions.options], { input: revisions.input })).toString("latin1").split("\n").filter(Boolean);
	const tags = range.kind === "all" ? await annotatedTags(repo) : [];
	const tag = range.kind === "commits" && range.tag !== void 0 ? [range.tag] : [];
	for await (const { oid, type, bytes } of streamObjects(repo, [
		...commits,
		...tags,
		...tag
	], MAX_OBJECT_BYTES)) yield {
		kind: type === "tag" ? "tag" : "commit",
		oid,
		message: messageOf(oid, bytes)
	};
}
function messageOf(oid, bytes) {
	if (bytes === void 0) throw new ExternalError(`The message of ${oid} has more than ${MAX_OBJECT_BYTES} bytes`);
	const end = bytes.indexOf("\n\n");
	return end < 0 ? "" : bytes.toString("latin1", end + 2);
}
async function annotatedTags(repo) {
	const lines = (await repo.read([
		"for-each-ref",
		"--format=%(objecttype) %(objectname)",
		"refs/tags"
	])).toString("latin1").split("\n");
	return [...new Set(lines.filter((line) => line.startsWith("tag ")).map((line) => line.slice(4)))];
}

// packages/git/src/fetch/history.ts
const STEPS = [
	"--deepen=50",
	"--deepen=200",
	"--deepen=1000",
	"--unshallow"
];
function createHistory(repo, remote, logger) {
	const fetch = async (options, refs) => {
		if (remote === void 0) return "nothing may be fetched in this run";
		const result = await fetchFrom(repo, remote, {
			options,
			refs
		}, logger);
		return result.exitCode === 0 ? "" : result.stderr.trim() || `exit code ${result.exitCode}`;
	};
	const depth = async () => await isShallow(repo) ? ["--depth=1"] : [];
	let refusal = "";
	const history = {
		repo,
		logger,
		canFetch: remote !== void 0,
		async obtain(names) {
			const missing = await absent(repo, names);
			for (const name of missing) refusal = await fetch(await depth(), [name]) || refusal;
			const still = new Set(missing.length === 0 ? [] : await absent(repo, missing));
			return new Set(names.filter((name) => !still.has(name)));
		},
		async require(names) {
			const present = await history.obtain(names);
			const missing = names.find((name) => !present.has(name));
			if (missing !== void 0) throw outOfReach$1(`the commit ${shortName(missing)}`, refusal);
		},
		async fetchRefs(refs) {
			refusal = await fetch(await depth(), refs);
			return refusal === "";
		},
		async deepenUntil(what, refs, isWhole) {
			for (const step of STEPS) {
				if (!await isShallow(repo) || await isWhole()) return;
				refusal = await fetch([step], refs);
				if (refusal !== "") throw outOfReach$1(what, refusal);
			}
			if (await isShallow(repo) && !await isWhole()) throw outOfReach$1(what, "the server cut it");
		}
	};
	return history;
}
async function absent(repo, names) {
	const found = await findCommits(repo, names);
	return names.filter((_, index) => found[index] === void 0);
}
async function cutCommits(repo) {
	if (!await isShallow(repo)) return /* @__PURE__ */ new Set();
	const text = await readFile(shallowFile(repo), "latin1");
	return new Set(text.split("\n").filter(isObjectName));
}
async function isWholeRange(repo, head, left) {
	const cut = await cutCommits(repo);
	if (cut.size === 0) return true;
	const input = [
		head,
		...left.map((name) => `^${name}`),
		""
	].join("\n");
	return !(await repo.read(["rev-list", "--stdin"], { input })).toString("latin1").split("\n").some((name) => cut.has(name));
}
function outOfReach$1(what, why) {
	return new UsageError(`The clone does not hold ${what}, and it could not be fetched`, {
		hint: "Set `fetch-depth: 0` on actions/checkout; on a laptop, run `git fetch --unshallow`.",
		problems: why.split("\n").slice(0, 5)
	});
}

// packages/git/src/range/payload.ts
function valueAt(event, path) {
	let value = event.payload;
	for (const key of path.split(".")) {
		if (!isRecord(value) || !Object.hasOwn(value, key)) return void 0;
		value = value[key];
	}
	return value;
}
function textAt(event, path) {
	const value = valueAt(event, path);
	return typeof value === "string" && value !== "" ? value : void 0;
}
function commitAt(event, path) {
	const value = valueAt(event, path);
	if (isObjectName(value)) return value;
	throw new UsageError(`The payload of the event ${event.name} has no commit in ${path}`, { hint: "Name the range yourself with a base and a head, or run on another event." });
}

// packages/git/src/revisions/branches.ts
async function remoteBranches(repo) {
	const list = await repo.read([
		"for-each-ref",
		"--format=%(objectname) %(refname) %(symref)",
		"refs/remotes"
	]);
	const branches = [];
	for (const line of list.toString().split("\n")) {
		const [commit = "", ref = "", symref] = line.split(" ");
		const name = /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref)?.[1];
		if (name === void 0 || symref !== "" || ref.startsWith("refs/remotes/pull/")) continue;
		branches.push({
			name,
			commit
		});
	}
	return branches;
}
async function defaultBranch(repo, event) {
	const named = event === null ? void 0 : textAt(event, "repository.default_branch");
	if (named !== void 0) return named;
	return (await branchBehind(repo, "refs/remotes/origin/HEAD"))?.replace(/^origin\//, "");
}
async function branchBehind(repo, ref) {
	const answer = await repo.run([
		"symbolic-ref",
		"--quiet",
		"--short",
		ref
	]);
	const branch = answer.exitCode === 0 ? Buffer.from(answer.stdout).toString().trim() : "";
	return branch === "" ? void 0 : branch;
}
async function defaultTip(history, event) {
	const name = await defaultBranch(history.repo, event);
	return name === void 0 ? void 0 : branchTip(history, name);
}
async function branchTip(history, name) {
	const { repo } = history;
	const ref = `refs/remotes/origin/${name}`;
	const known = await findCommit(repo, ref);
	if (known !== void 0) return known;
	if ((await repo.run(["check-ref-format", `refs/heads/${name}`])).exitCode !== 0 || !history.canFetch) return void 0;
	await history.fetchRefs([`+refs/heads/${name}:${ref}`]);
	return findCommit(repo, ref);
}

// packages/git/src/range/change-base.ts
async function changeBase(repo, { branch: named, sha }, options) {
	const history = createHistory(repo, await allowedRemote(repo, options), options.logger);
	const branch = named ?? (sha === void 0 ? await defaultBranch(repo, options.event) : void 0);
	const tip = branch === void 0 ? void 0 : await localTip(repo, branch, options);
	if (isObjectName(sha)) {
		if ((await history.obtain([sha])).has(sha)) return tip !== void 0 && await follows(repo, sha, tip) ? tip : sha;
		throw outOfReach(`commit ${shortName(sha)}`);
	}
	const found = tip ?? (branch === void 0 ? void 0 : await fetchedTip(history, branch)) ?? await defaultCommit(repo, options);
	if (found === void 0) throw outOfReach(branch === void 0 ? "branch" : `branch ${branch}`);
	return found;
}
async function localTip(repo, branch, { remote }) {
	const { configuredOrigin } = repo;
	if (configuredOrigin === void 0) return findCommit(repo, `refs/heads/${branch}`);
	const name = repositoryOf(configuredOrigin);
	return name === void 0 || remote === null || namesOf(remote).includes(name) ? findCommit(repo, `refs/remotes/origin/${branch}`) : void 0;
}
function namesOf({ serverUrl, repository }) {
	const name = `/${repository.toLowerCase()}`;
	return [name, `${(URL.canParse(serverUrl) ? new URL(serverUrl).pathname.replace(/\/+$/, "") : "").toLowerCase()}${name}`];
}
function repositoryOf(origin) {
	const ssh = /^[\w.-]+@[\w.-]+:(.+)$/.exec(origin)?.[1];
	const url = URL.canParse(origin) ? new URL(origin) : void 0;
	const plain = (ssh ?? (url === void 0 || url.protocol === "file:" ? void 0 : url.pathname))?.replace(/\/+$/, "").replace(/\.git$/, "");
	return plain === void 0 ? void 0 : `/${plain}`.replace(/^\/+/, "/").toLowerCase();
}
async function fetchedTip(history, branch) {
	const { repo } = history;
	if ((await repo.run(["check-ref-format", `refs/heads/${branch}`])).exitCode !== 0 || !history.canFetch) return void 0;
	const ref = `refs/assay/base/${branch}`;
	await history.fetchRefs([`+refs/heads/${branch}:${ref}`]);
	return findCommit(repo, ref);
}
async function defaultCommit(repo, { event }) {
	if (event === null || !ON_DEFAULT_BRANCH.has(event.name) || event.sha === void 0) return;
	return isObjectName(event.sha) ? findCommit(repo, event.sha) : void 0;
}
const ON_DEFAULT_BRANCH = /* @__PURE__ */ new Set([
	"issue_comment",
	"workflow_run",
	"check_run",
	"check_suite",
	"status"
]);
async function follows(repo, commit, tip) {
	return await mergeBase(repo, commit, tip) === commit;
}
function outOfReach(what) {
	return new ExternalError(`The base of the change can't be read: the clone does not hold ${what}`, { hint: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that it is fetched." });
}

// packages/git/src/fetch/partial-clone.ts
const MAX_ROUNDS = 100;
async function prefetchObjects(repo, remote, range, logger) {
	if (range.kind === "nothing" || !repo.partial) return;
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const missing = await missingObjects(repo, range);
		if (missing.length === 0) return;
		if (remote === void 0) throw incomplete(missing.length, "nothing may be fetched in this run");
		logger.info(`Fetching ${missing.length} objects that the partial clone left out`);
		const result = await fetchFrom(repo, remote, {
			options: ["--filter=blob:none"],
			refs: missing
		}, logger);
		if (result.exitCode !== 0) throw incomplete(missing.length, result.stderr.trim());
	}
	throw incomplete((await missingObjects(repo, range)).length, "the server did not send them");
}
async function missingObjects(repo, range) {
	const revisions = revisionsOf(range);
	if (revisions === void 0) return [];
	const list = (options, input) => repo.read(["rev-list", ...options], { input }).then((output) => output.toString("latin1"));
	const walk = ["--objects", "--missing=print"];
	const texts = [await list([...walk, ...revisions.options], revisions.input)];
	const edge = (await list(["--boundary", ...revisions.options], revisions.input)).split("\n").filter((line) => line.startsWith("-")).map((line) => line.slice(1));
	const named = range.kind === "commits" ? [range.base, range.mergeBase] : [];
	const old = [.../* @__PURE__ */ new Set([...edge, ...named.flatMap((name) => name ?? [])])];
	if (old.length > 0) texts.push(await list([
		...walk,
		"--no-walk",
		"--stdin"
	], `${old.join("\n")}\n`));
	const missing = texts.flatMap((text) => text.split("\n")).filter((line) => line.startsWith("?")).map((line) => line.slice(1));
	return [...new Set(missing)].sort();
}
function incomplete(count, why) {
	return new UsageError(`${count} objects of the range are missing: the clone is partial`, {
		hint: "Check out without `filter` and `sparse-checkout`, or give the step a token.",
		problems: why.split("\n").slice(0, 5)
	});
}

// packages/git/src/range/between.ts
const ALL_REFS = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
async function between(history, base, head, what) {
	const { repo } = history;
	await history.require([head, base]);
	const span = `${shortName(base)}..${shortName(head)}`;
	await history.deepenUntil(`the range ${span}`, [head, base], async () => {
		return await mergeBase(repo, base, head) !== void 0 && await isWholeRange(repo, head, [base]);
	});
	const common = await mergeBase(repo, base, head);
	const range = {
		kind: "commits",
		base,
		head,
		...common === void 0 ? {} : { mergeBase: common },
		description: `${what}, ${span}`
	};
	return await countCommits(repo, range) > 0 ? range : tipOnly(history, head, what);
}
async function tipOnly(history, head, what) {
	const { repo } = history;
	await history.deepenUntil(`the parents of ${shortName(head)}`, [head], async () => {
		const parents = [...((await repo.read([
			"cat-file",
			"commit",
			head
		])).toString("latin1").split("\n\n")[0] ?? "").matchAll(/^parent ([0-9a-f]+)$/gm)];
		const known = await parentsOf(history, head);
		return parents.length === known.length;
	});
	const [base, ...exclude] = await parentsOf(history, head);
	return {
		kind: "commits",
		...base === void 0 ? {} : {
			base,
			mergeBase: base
		},
		...exclude.length === 0 ? {} : { exclude },
		head,
		description: `${what}, nothing is new, only the tip ${shortName(head)}`
	};
}
async function wholeHistory(history, head, what) {
	const whole = () => isWholeRange(history.repo, head, []);
	await history.deepenUntil(`the history of ${shortName(head)}`, [head], whole);
	return {
		kind: "commits",
		head,
		description: `${what}, whole history of ${shortName(head)}`
	};
}
async function parentsOf({ repo }, commit) {
	const [, ...parents] = (await repo.read([
		"rev-list",
		"--parents",
		"--max-count=1",
		commit
	])).toString("latin1").trim().split(" ");
	const found = await findCommits(repo, parents);
	return parents.filter((_, index) => found[index] !== void 0);
}

// packages/git/src/range/tag.ts
async function tagged(history, event, { ref, otherwise }) {
	const { repo } = history;
	await history.deepenUntil(`the tags before ${ref}`, ALL_REFS, async () => false);
	if (otherwise !== void 0) await history.obtain([otherwise]);
	const head = await findCommit(repo, ref) ?? (otherwise && await findCommit(repo, otherwise));
	if (head === void 0 || head === "") throw new UsageError(`The clone does not hold the tag ${ref}`, { hint: "Set `fetch-depth: 0` and `fetch-tags: true` on actions/checkout." });
	const range = await sinceEarlier(history, event, head);
	const tag = await tagObject(repo, ref) ?? (otherwise && await tagObject(repo, otherwise));
	return tag && range.kind === "commits" ? {
		...range,
		tag
	} : range;
}
async function sinceEarlier(history, event, head) {
	const { repo } = history;
	const previous = await previousTag(repo, head);
	if (previous !== void 0) return between(history, previous.commit, head, `tag, since ${previous.name}`);
	const main = await defaultTip(history, event);
	const common = main === void 0 ? void 0 : await mergeBase(repo, main, head);
	if (main === void 0 || common === void 0 || common === head) return wholeHistory(history, head, "tag without an earlier one");
	return between(history, main, head, `tag, since ${shortName(common)} on the default branch`);
}
async function previousTag(repo, head) {
	const answer = await repo.run([
		"describe",
		"--tags",
		"--abbrev=0",
		`${head}^`
	]);
	if (answer.exitCode !== 0) return void 0;
	const name = Buffer.from(answer.stdout).toString().trim();
	const commit = await findCommit(repo, `refs/tags/${name}`);
	return commit === void 0 ? void 0 : {
		name,
		commit
	};
}
async function tagObject(repo, revision) {
	if (/[\n\r\0]/.test(revision)) return void 0;
	const answer = await repo.read(["cat-file", "--batch-check=%(objecttype) %(objectname)"], { input: `${revision}\n` });
	return /^tag ([0-9a-f]+)\n$/.exec(answer.toString("latin1"))?.[1];
}

// packages/git/src/range/events.ts
function pullRequest(history, event) {
	const base = commitAt(event, "pull_request.base.sha");
	const head = commitAt(event, "pull_request.head.sha");
	return between(history, base, head, "pull request");
}
function mergeGroup(history, event) {
	const base = commitAt(event, "merge_group.base_sha");
	const head = commitAt(event, "merge_group.head_sha");
	return between(history, base, head, "merge group");
}
function release(history, event) {
	const tag = textAt(event, "release.tag_name");
	if (tag === void 0) throw new UsageError("The payload of the event release has no release.tag_name");
	const ref = `refs/tags/${tag}`;
	return tagged(history, event, {
		ref,
		otherwise: isObjectName(event.sha) ? event.sha : void 0
	});
}
async function everything(history, what) {
	await history.deepenUntil("the whole history", ALL_REFS, async () => false);
	return {
		kind: "all",
		description: what === void 0 ? "the whole history" : `${what}, the whole history`
	};
}

// packages/git/src/range/override.ts
async function overridden(history, { base, head = "HEAD" }) {
	const from = await namedCommit(history, base);
	return between(history, from, await namedCommit(history, head), "named range");
}
async function namedCommit(history, name) {
	if (isObjectName(name)) await history.require([name]);
	const commit = await findCommit(history.repo, name) ?? await branchTip(history, name);
	if (commit !== void 0) return commit;
	throw new UsageError(`"${name}" is no commit, tag or branch of this clone`, { hint: "Check the name, and set `fetch-depth: 0` on actions/checkout." });
}

// packages/git/src/range/push.ts
async function push(history, event) {
	if (valueAt(event, "deleted") === true) return deleted(event);
	if (valueAt(event, "after") === void 0) return withoutPayload(history, event);
	const after = commitAt(event, "after");
	if (isNull(after)) return deleted(event);
	if (event.ref?.startsWith("refs/tags/")) return tagged(history, event, {
		ref: event.ref,
		otherwise: after
	});
	const before = valueAt(event, "before") === void 0 ? ZEROS : commitAt(event, "before");
	if (isNull(before)) return newBranch(history, event, after);
	return valueAt(event, "forced") === true ? forcedPush(history, event, before, after) : between(history, before, after, "push");
}
async function withoutPayload(history, event) {
	const { repo } = history;
	const after = (event.sha === void 0 ? void 0 : await findCommit(repo, event.sha)) ?? await findCommit(repo, "HEAD");
	if (after === void 0) return everything(history, "push to a branch without commits");
	return event.ref?.startsWith("refs/tags/") ? tagged(history, event, {
		ref: event.ref,
		otherwise: after
	}) : newBranch(history, event, after, "push whose payload names no commits");
}
function deleted(event) {
	return {
		kind: "nothing",
		description: `push that deleted ${event.ref ?? "a branch"}`
	};
}
async function forcedPush(history, event, before, after) {
	if ((await history.obtain([before])).has(before)) return between(history, before, after, "forced push");
	if (await isShallow(history.repo) && !history.canFetch) throw new UsageError(`The clone does not hold ${shortName(before)}, which this push replaced`, { hint: "Set `fetch-depth: 0` on actions/checkout." });
	return newBranch(history, event, after, "forced push, the old tip is gone");
}
async function newBranch(history, event, after, what = "new branch") {
	const { repo } = history;
	await history.require([after]);
	const own = event.ref?.replace(/^refs\/heads\//, "");
	const main = own !== void 0 && own === await defaultBranch(repo, event) ? void 0 : await defaultTip(history, event);
	const others = (await remoteBranches(repo)).filter(({ name }) => name !== own);
	const left = [.../* @__PURE__ */ new Set([...main ? [main] : [], ...others.map(({ commit }) => commit)])];
	const [base, ...exclude] = left;
	if (base === void 0) return wholeHistory(history, after, what);
	await history.deepenUntil(`what ${shortName(after)} adds`, [after, ...left], async () => {
		return await mergeBase(repo, base, after) !== void 0 && await isWholeRange(repo, after, left);
	});
	const common = await mergeBase(repo, base, after);
	const narrow = {
		kind: "commits",
		base,
		exclude,
		head: after,
		...common === void 0 ? {} : { mergeBase: common },
		description: `${what}, ${shortName(after)} without other branches`
	};
	if (!await holdsAll(repo, narrow, distinctCommits(event))) return main === void 0 ? wholeHistory(history, after, what) : between(history, main, after, what);
	return await countCommits(repo, narrow) > 0 ? narrow : tipOnly(history, after, what);
}
function distinctCommits(event) {
	const commits = valueAt(event, "commits");
	if (!Array.isArray(commits)) return [];
	return commits.flatMap((commit) => {
		const { id, distinct } = isRecord(commit) ? commit : {};
		return distinct === true && isObjectName(id) ? [id] : [];
	});
}
async function holdsAll(repo, range, commits) {
	const revisions = revisionsOf(range);
	if (commits.length === 0 || revisions === void 0) return true;
	const list = await repo.read(["rev-list", ...revisions.options], { input: revisions.input });
	const held = new Set(list.toString("latin1").split("\n"));
	return commits.every((commit) => held.has(commit));
}

// packages/git/src/range/range.ts
const ROWS = /* @__PURE__ */ new Map([
	["pull_request", pullRequest],
	["pull_request_target", pullRequest],
	["pull_request_review", pullRequest],
	["pull_request_review_comment", pullRequest],
	["push", push],
	["release", release],
	["merge_group", mergeGroup]
]);
async function resolveRange(repo, options) {
	const { event, override, logger } = options;
	const remote = await allowedRemote(repo, options);
	const history = createHistory(repo, remote, logger);
	const row = event === null ? void 0 : ROWS.get(event.name);
	const range = override !== void 0 ? await overridden(history, override) : event !== null && row !== void 0 ? await row(history, event) : await everything(history, event?.name);
	await prefetchObjects(repo, remote, range, logger);
	return range;
}

// packages/git/src/revisions/checked-out.ts
const MAX_REF_BYTES = 4096;
const MAX_PACKED_BYTES = 16777216;
const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function checkedOut(repo) {
	const head = await readLine(join(repo.folders.git, "HEAD"));
	if (OBJECT_NAME.test(head)) return { commit: head };
	const ref = /^ref: (refs\/heads\/[^\\]+)$/.exec(head)?.[1];
	const commit = ref === void 0 || ref.includes("..") ? "" : await commitOf(repo, ref);
	if (ref !== void 0 && OBJECT_NAME.test(commit)) return {
		commit,
		ref
	};
	return askGit(repo);
}
async function commitOf({ folders }, ref) {
	const path = join(folders.common, ref);
	if (await lstat(path).then((status) => !status.isDirectory(), () => false)) return readLine(path);
	const lines = (await readSmallFile(join(folders.common, "packed-refs"), MAX_PACKED_BYTES))?.toString("utf8") ?? "";
	const end = lines.indexOf(` ${ref}\n`);
	return end < 0 ? "" : lines.slice(lines.lastIndexOf("\n", end) + 1, end);
}
async function readLine(path) {
	return (await readSmallFile(path, MAX_REF_BYTES))?.toString("utf8").trim() ?? "";
}
async function askGit(repo) {
	const answer = await repo.run([
		"rev-parse",
		"HEAD",
		"--symbolic-full-name",
		"HEAD"
	]);
	if (answer.exitCode !== 0) return {};
	const [commit = "", ref = ""] = Buffer.from(answer.stdout).toString().trim().split("\n");
	return {
		...OBJECT_NAME.test(commit) && { commit },
		...ref.startsWith("refs/") && { ref }
	};
}

// packages/git/src/work-tree/index-file.ts
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
function readIndexFile(file, nameBytes) {
	if (file.length < HEADER + nameBytes || file.readUInt32BE(0) !== SIGNATURE) return void 0;
	const version = file.readUInt32BE(4);
	const count = file.readUInt32BE(8);
	const end = file.length - nameBytes;
	if (version < 2 || version > 4) return void 0;
	const entries = [];
	let path = Buffer.alloc(0);
	let pathBytes = 0;
	let at = HEADER;
	for (let n = 0; n < count; n++) {
		const start = at;
		at += STATUS + nameBytes + 2;
		if (at > end) return void 0;
		const mode = file.readUInt32BE(start + MODE_AT);
		const flags = file.readUInt16BE(at - 2);
		const more = (flags & EXTENDED) === 0 ? 0 : file.readUInt16BE(at);
		if ((flags & EXTENDED) !== 0) at += 2;
		const before = path;
		if (version === 4) {
			const cut = readOffset(file, at);
			const stop = file.indexOf(0, cut.end);
			if (stop < 0 || stop >= end || cut.value > before.length) return void 0;
			const kept = before.subarray(0, before.length - cut.value);
			path = Buffer.concat([kept, file.subarray(cut.end, stop)]);
			at = stop + 1;
		} else {
			const length = flags & LENGTH;
			const stop = length < LENGTH ? at + length : file.indexOf(0, at);
			if (stop < at || stop >= end) return void 0;
			path = file.subarray(at, stop);
			at = start + (stop - start + 8 & -8);
		}
		pathBytes += path.length;
		if (mode === FOLDER || pathBytes > MAX_PATH_BYTES) return void 0;
		if (path.equals(before)) continue;
		const kind = mode === GITLINK ? "submodule" : (more & SKIP_WORKTREE) !== 0 ? "sparse" : "file";
		entries.push({
			path,
			kind
		});
	}
	return understandsRest(file, at, end) ? entries : void 0;
}
function understandsRest(file, from, end) {
	let at = from;
	for (; at + 8 <= end; at += 8 + file.readUInt32BE(at + 4)) {
		const first = file[at] ?? 0;
		if (first < 65 || first > 90) return false;
	}
	return at === end;
}
function readOffset(file, from) {
	let at = from;
	let byte = file[at++] ?? 0;
	let value = byte & 127;
	while ((byte & 128) !== 0 && at < file.length) {
		byte = file[at++] ?? 0;
		value = (value + 1) * 128 + (byte & 127);
	}
	return {
		value,
		end: at
	};
}

// packages/git/src/work-tree/lfs.ts
const MAX_POINTER_BYTES = 1023;
const ATTRIBUTES = Buffer.from(".gitattributes");
const MAX_ATTRIBUTES_BYTES = 1048576;
const POINTER = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:[0-9a-f]{64}\n(?:[a-z0-9.-]+ [^\n]*\n)*$/;
function isLfsPointer(text) {
	return text.length <= MAX_POINTER_BYTES && POINTER.test(text);
}
async function lfsPointers(repo, paths) {
	if (!await usesLfs(repo, paths)) return [];
	const input = Buffer.concat(paths.flatMap((path) => [path, Buffer.of(0)]));
	const output = await repo.read([
		"check-attr",
		"-z",
		"--stdin",
		"filter"
	], { input });
	const fields = [...records(output)];
	const pointers = [];
	for (let at = 0; at + 2 < fields.length; at += 3) {
		const [path, value] = [fields[at], fields[at + 2]];
		if (path === void 0 || value?.toString("latin1") !== "lfs") continue;
		const text = await textOf(repo, path, MAX_POINTER_BYTES);
		if (text !== void 0 && isLfsPointer(text)) pointers.push(decodePath(path));
	}
	return pointers;
}
async function usesLfs(repo, paths) {
	const below = paths.filter((path) => {
		const start = path.length - ATTRIBUTES.length;
		return start >= 0 && path.subarray(start).equals(ATTRIBUTES);
	});
	const depth = repo.prefix.split("/").length - 1;
	const above = Array.from({ length: depth }, (_, n) => Buffer.concat([Buffer.from("../".repeat(n + 1)), ATTRIBUTES]));
	for (const path of [...above, ...below]) {
		const text = await textOf(repo, path, MAX_ATTRIBUTES_BYTES);
		if (text !== void 0 && /\bfilter=lfs\b/.test(text)) return true;
	}
	return false;
}
async function textOf(repo, path, maxBytes) {
	const place = Buffer.concat([Buffer.from(`${repo.root}/`), path]);
	return (await readSmallFile(place, maxBytes))?.toString("latin1");
}

// packages/git/src/work-tree/absent-files.ts
const MAX_INDEX_BYTES = 536870912;
async function absentFiles(repo) {
	if (repo.bare) return [];
	const entries = await ownEntries(repo) ?? await askedEntries(repo);
	const absent = [];
	const there = /* @__PURE__ */ new Map();
	const isThere = (folder) => {
		const key = folder.toString("latin1");
		const known = there.get(key) ?? isOnDisk(repo, folder);
		there.set(key, known);
		return known;
	};
	for (const { path, kind } of entries) {
		if (kind === "file") continue;
		if (!(kind === "submodule" ? await isOnDisk(repo, Buffer.concat([path, Buffer.from("/.git")])) : await isThere(folderOf(path)) && await isOnDisk(repo, path))) absent.push({
			path: decodePath(path),
			kind
		});
	}
	const files = entries.filter(({ kind }) => kind === "file").map(({ path }) => path);
	const pointers = await lfsPointers(repo, files);
	absent.push(...pointers.map((path) => ({
		path,
		kind: "lfs"
	})));
	return absent.sort((a, b) => a.path < b.path ? -1 : 1);
}
const WHY_ABSENT = {
	sparse: "the sparse checkout leaves it out",
	submodule: "a submodule that is not checked out",
	lfs: "a Git LFS pointer: the content is not in the clone"
};
async function ownEntries(repo) {
	const file = await readSmallFile(join(repo.folders.git, "index"), MAX_INDEX_BYTES);
	const nameBytes = repo.objectFormat === "sha256" ? 32 : 20;
	const entries = file === void 0 ? void 0 : readIndexFile(file, nameBytes);
	if (repo.prefix === "") return entries;
	const prefix = Buffer.from(repo.prefix);
	return entries?.filter(({ path }) => path.subarray(0, prefix.length).equals(prefix)).map(({ path, kind }) => ({
		path: path.subarray(prefix.length),
		kind
	}));
}
async function askedEntries(repo) {
	const entries = [];
	let last;
	for (const record of records(await repo.read([
		"ls-files",
		"-z",
		"-t",
		"--stage"
	]))) {
		const tab = record.indexOf(9);
		const [tag, mode] = record.toString("latin1", 0, tab).split(" ");
		const path = record.subarray(tab + 1);
		if (last?.equals(path)) continue;
		last = path;
		entries.push({
			path,
			kind: mode === "160000" ? "submodule" : tag === "S" ? "sparse" : "file"
		});
	}
	return entries;
}
function folderOf(path) {
	return path.subarray(0, Math.max(path.lastIndexOf("/"), 0));
}
async function isOnDisk(repo, path) {
	return lstat(Buffer.concat([Buffer.from(`${repo.root}/`), path])).then(() => true, () => false);
}

export { openRepository as C, findRepository as S, isObjectName as T, findCommit as _, resolveRange as a, mergeBase as b, defaultBranch as c, isInTree as d, originUrl as f, filesAt as g, fileAt as h, checkedOut as i, streamMessages as l, countCommits as m, absentFiles as n, changeBase as o, streamDiff as p, isLfsPointer as r, branchBehind as s, WHY_ABSENT as t, followedFileAt as u, headCommit as v, isolatedVariables as w, resolveCommit as x, isShallow as y };