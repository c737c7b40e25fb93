import { At as suppressionToPaste, D as openRepository, Dt as openWorkspace, Gt as UsageError, It as catalog, K as buildPurl, Rt as fingerprint, S as headCommit, St as globMatcher, Tt as MAX_FILE_BYTES, Ut as ExternalError, _t as walkFiles, a as WHY_ABSENT, dn as isRecord, g as originUrl, o as absentFiles, ut as plural } from "./part-base.js";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
const cargo = {
	id: "cargo",
	title: "Cargo",
	formats: [{
		id: "cargo-lock",
		title: "Cargo",
		files: ["Cargo.lock"],
		rewrite: "cargo generate-lockfile",
		load: async () => (await import("./inventory-ecosystems-cargo-read.js")).readCargoLock
	}],
	manifests: [{
		files: ["Cargo.toml"],
		asks: async (e) => (await import("./inventory-ecosystems-cargo-manifest.js")).cargoAsks(e),
		lockAdvice: "Commit its `Cargo.lock` (`cargo generate-lockfile` writes one), or make it a member of a workspace that has one."
	}],
	installFolders: [/^(?:index\.crates\.io|github\.com)-[0-9a-f]{16}$/],
	installed: {
		file: "Cargo.toml",
		read: async (e) => (await import("./inventory-ecosystems-cargo-vendored.js")).readVendoredManifest(e),
		slashIsOr: true
	},
	installAdvice: "Run `cargo vendor` and commit the configuration that it prints"
};
const composer = {
	id: "composer",
	title: "Composer",
	formats: [{
		id: "composer",
		title: "Composer",
		files: ["composer.lock"],
		rewrite: "composer update --lock",
		load: async () => (await import("./inventory-ecosystems-composer-read.js")).readComposerLock
	}],
	manifests: [{
		files: ["composer.json"],
		asks: async (e) => (await import("./inventory-ecosystems-composer-manifest.js")).composerAsks(e),
		lockAdvice: "Commit its `composer.lock` (`composer update --no-install` writes one)."
	}]
};
const LOCK_ADVICE$2 = "Commit its `Gemfile.lock` (`bundle lock` writes one).";
const gem = {
	id: "gem",
	title: "Bundler",
	formats: [{
		id: "bundler",
		title: "Bundler",
		files: [/^(?:Gemfile|.+\.gemfile)(?:[._-][\w.-]+)?\.lock$/, "gems.locked"],
		rewrite: "bundle lock",
		load: async () => (await import("./inventory-ecosystems-gem-read.js")).readGemfileLock
	}],
	manifests: [{
		files: [
			"Gemfile",
			"gems.rb",
			/\.gemfile$/
		],
		asks: (e) => /^[^#\n]*\b(?:gem|eval_gemfile)[ \t(]/m.test(e),
		lockAdvice: LOCK_ADVICE$2
	}, {
		files: [/\.gemspec$/],
		asks: (e) => /^[^#\n]*\.add_(?:runtime_|development_)?dependency\b/m.test(e),
		lockAdvice: LOCK_ADVICE$2
	}],
	installFolders: [".bundle"]
};
const golang = {
	id: "golang",
	title: "Go",
	formats: [
		{
			id: "go-mod",
			title: "Go module",
			files: ["go.mod"],
			rewrite: "go mod tidy",
			load: async () => (await import("./inventory-ecosystems-golang-read.js")).readGoMod
		},
		{
			id: "go-work",
			title: "Go workspace",
			files: ["go.work"],
			rewrite: "go work sync",
			load: async () => (await import("./inventory-ecosystems-golang-read.js")).readGoWork
		},
		{
			id: "go-dep",
			title: "dep",
			files: ["Gopkg.lock"]
		}
	],
	installFolders: [/@v\d+\.\d+\.\d+/]
};
function readInstalledManifest(e) {
	let t;
	try {
		t = JSON.parse(e);
	} catch {
		return "it is not valid JSON";
	}
	if (!isRecord(t)) return "it is no JSON object";
	return {
		name: t["name"],
		version: t["version"],
		manifest: t
	};
}
const ASKS = [
	"dependencies",
	"devDependencies",
	"optionalDependencies"
];
function asksForPackages(e) {
	const t = JSON.parse(e);
	return isRecord(t) && ASKS.some((e) => {
		const n = t[e];
		return isRecord(n) && Object.keys(n).length > 0;
	});
}
const REWRITE = "npm install --package-lock-only";
const npm = {
	id: "npm",
	title: "npm",
	formats: [
		{
			id: "package-lock",
			title: "npm",
			files: ["npm-shrinkwrap.json", "package-lock.json"],
			onePerFolder: true,
			rewrite: REWRITE,
			load: async () => (await import("./inventory-ecosystems-npm-package-lock-read.js")).readPackageLock
		},
		{
			id: "yarn-lock",
			title: "Yarn",
			files: ["yarn.lock"],
			rewrite: "yarn install",
			load: async () => (await import("./inventory-ecosystems-npm-yarn-lock.js")).readYarnLock
		},
		{
			id: "pnpm-lock",
			title: "pnpm",
			files: [
				"pnpm-lock.yaml",
				"shrinkwrap.yaml",
				/^pnpm-lock\.[^/]+\.yaml$/
			],
			onePerFolder: true,
			rewrite: "pnpm install --lockfile-only",
			load: async () => (await import("./inventory-ecosystems-npm-pnpm-lock-read.js")).readPnpmLock
		},
		{
			id: "bun-lock",
			title: "Bun",
			files: ["bun.lock", "bun.lockb"],
			onePerFolder: true,
			rewrite: "bun install --save-text-lockfile --lockfile-only",
			load: async () => (await import("./inventory-ecosystems-npm-bun-lock-read.js")).readBunLock
		},
		{
			id: "deno-lock",
			title: "Deno",
			files: ["deno.lock"]
		}
	],
	manifests: [{
		files: ["package.json"],
		asks: asksForPackages,
		lockAdvice: `Commit a lockfile for it (\`${REWRITE}\` writes one), or make it a workspace of a project that has one.`
	}],
	installFolders: ["node_modules", "bower_components"],
	installed: {
		file: "package.json",
		read: readInstalledManifest
	},
	installAdvice: "Run `npm ci` (with pnpm `pnpm install --frozen-lockfile`)",
	noLicensesAdvice,
	properties: npmProperties
};
function noLicensesAdvice(e) {
	if (e === "package-lock") return "Some versions of npm (10.4 to 10.7 among them) left licences out, see npm/cli#7384; a later `npm install` adds none, but a lockfile written from nothing has them.";
	if (e === "yarn-lock" || e === "bun-lock") return "Lockfiles of Yarn and Bun name neither licences nor the places where packages are installed: clarifications in the config file say what is known.";
}
function npmProperties({ scope: e, flags: t, installPaths: n }) {
	const r = [];
	if (e === "development") r.push(["cdx:npm:package:development", "true"]);
	if (t.includes("bundled")) r.push(["cdx:npm:package:bundled", "true"]);
	if (t.includes("extraneous")) r.push(["cdx:npm:package:extraneous", "true"]);
	for (const e of n) r.push(["cdx:npm:package:path", e]);
	return r;
}
const LOCK_ADVICE$1 = "Set `RestorePackagesWithLockFile` to `true` and commit the `packages.lock.json` that `dotnet restore` writes.";
const nuget = {
	id: "nuget",
	title: "NuGet",
	formats: [
		{
			id: "nuget-lock",
			title: "NuGet",
			files: [/^packages(?:\..+)?\.lock\.json$/],
			rewrite: "dotnet restore --force-evaluate",
			load: async () => (await import("./inventory-ecosystems-nuget-lock-read.js")).readNuGetLock
		},
		{
			id: "nuget-assets",
			title: "NuGet's restored assets",
			files: ["project.assets.json"],
			rewrite: "dotnet restore --force-evaluate",
			load: async () => (await import("./inventory-ecosystems-nuget-assets-read.js")).readNuGetAssets
		},
		{
			id: "nuget-config",
			title: "packages.config",
			files: [/^packages(?:\..+)?\.config$/],
			load: async () => (await import("./inventory-ecosystems-nuget-packages-config.js")).readPackagesConfig
		},
		{
			id: "paket",
			title: "Paket",
			files: ["paket.lock"]
		}
	],
	manifests: [{
		files: [/\.(?:cs|fs|vb)proj$/],
		asks: async (e) => (await import("./inventory-ecosystems-nuget-project.js")).projectAsks(e),
		lockAdvice: LOCK_ADVICE$1
	}, {
		files: [
			"Directory.Build.props",
			"Directory.Build.targets",
			"Directory.Packages.props"
		],
		asks: async (e) => (await import("./inventory-ecosystems-nuget-project.js")).projectAsks(e),
		lockAdvice: LOCK_ADVICE$1
	}]
};
function folderOf(e) {
	return e.slice(0, Math.max(e.lastIndexOf("/"), 0));
}
function isBelow(e, t) {
	return t === "" || e.startsWith(`${t}/`);
}
const NEEDS_CARE = /(?:^|\/)\.{0,2}(?:\/|$)/;
function fromLockfileFolder(e, t) {
	if (!e.includes("/") && !NEEDS_CARE.test(t)) return t;
	const n = e.split("/").slice(0, -1);
	for (const e of t.split("/")) if (e === "..") {
		if (n.pop() === void 0) return void 0;
	} else if (e !== "" && e !== ".") n.push(e);
	return n.join("/");
}
const LICENSES = new Map([
	["Blue Oak Model License (BlueOak-1.0.0)", "BlueOak-1.0.0"],
	["Boost Software License 1.0 (BSL-1.0)", "BSL-1.0"],
	["CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0"],
	["Eclipse Public License 1.0 (EPL-1.0)", "EPL-1.0"],
	["Eclipse Public License 2.0 (EPL-2.0)", "EPL-2.0"],
	["European Union Public Licence 1.1 (EUPL 1.1)", "EUPL-1.1"],
	["European Union Public Licence 1.2 (EUPL 1.2)", "EUPL-1.2"],
	["GNU Affero General Public License v3", "AGPL-3.0-only"],
	["GNU Affero General Public License v3 or later (AGPLv3+)", "AGPL-3.0-or-later"],
	["GNU General Public License v2 (GPLv2)", "GPL-2.0-only"],
	["GNU General Public License v2 or later (GPLv2+)", "GPL-2.0-or-later"],
	["GNU General Public License v3 (GPLv3)", "GPL-3.0-only"],
	["GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later"],
	["GNU Lesser General Public License v2 (LGPLv2)", "LGPL-2.0-only"],
	["GNU Lesser General Public License v2 or later (LGPLv2+)", "LGPL-2.0-or-later"],
	["GNU Lesser General Public License v3 (LGPLv3)", "LGPL-3.0-only"],
	["GNU Lesser General Public License v3 or later (LGPLv3+)", "LGPL-3.0-or-later"],
	["ISC License (ISCL)", "ISC"],
	["MIT License", "MIT"],
	["MIT No Attribution License (MIT-0)", "MIT-0"],
	["Mozilla Public License 1.0 (MPL)", "MPL-1.0"],
	["Mozilla Public License 1.1 (MPL 1.1)", "MPL-1.1"],
	["Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"],
	["The Unlicense (Unlicense)", "Unlicense"],
	["Universal Permissive License (UPL)", "UPL-1.0"],
	["zlib/libpng License", "Zlib"]
]);
function licenseOfClassifiers(e) {
	const t = e.filter((e) => e.startsWith("License ::")).map((e) => e.slice(e.lastIndexOf("::") + 2).trim()).filter((e) => e !== "OSI Approved");
	const [n] = t;
	if (n === void 0) return void 0;
	return t.length === 1 ? LICENSES.get(n) ?? n : t.join("; ");
}
const NAME = /^[a-z\d](?:[a-z\d._-]*[a-z\d])?$/i;
const MAX_NAME = 256;
function isPackageName(e) {
	return e.length <= MAX_NAME && NAME.test(e);
}
function normalizeName(e) {
	return e.toLowerCase().replace(/[-_.]+/g, "-");
}
function groupByName(e) {
	const t = new Map();
	for (const n of e) {
		const e = t.get(n.name);
		if (e === void 0) t.set(n.name, [n]);
		else e.push(n);
	}
	return t;
}
const ENVIRONMENTS = [".venv", "venv"];
async function installedFolders({ path: e, readText: t }) {
	for (const n of ENVIRONMENTS) {
		const r = fromLockfileFolder(e, n);
		const i = r === void 0 ? void 0 : await t(`${r}/pyvenv.cfg`);
		const [, a] = /^version(?:_info)?\s*=\s*(\d+\.\d+)/m.exec(i ?? "") ?? [];
		if (a !== void 0) return foldersBelow(`${r}/lib/python${a}/site-packages`);
	}
}
function foldersBelow(e) {
	return { folderOf: ({ name: t, version: n = "", artifacts: r }) => {
		return `${e}/${r.map(wheelStem).find((e) => e !== void 0) ?? `${t.replaceAll("-", "_")}-${n}`}.dist-info`;
	} };
}
function wheelStem({ url: e, fileName: t }) {
	const n = t ?? e?.slice(e.lastIndexOf("/") + 1);
	if (n?.endsWith(".whl") !== true) return void 0;
	return /^[^-/]+-[^-/]+(?=-)/.exec(decodeURIComponent(n.replaceAll(/%(?![\da-f]{2})/gi, "")))?.[0];
}
function readInstalledMetadata(e) {
	const t = readFields(e);
	const n = t.get("name")?.[0];
	const r = t.get("version")?.[0];
	if (n === void 0 || r === void 0) return "it names no package and version";
	const i = licenseOf(t);
	return {
		name: normalizeName(n),
		version: r,
		manifest: i === void 0 ? {} : { license: i }
	};
}
const MAX_LICENSE = 200;
function licenseOf(e) {
	const t = e.get("license-expression")?.[0];
	if (t) return t;
	const n = e.get("license")?.[0] ?? "";
	const r = n !== "" && n.length <= MAX_LICENSE && !n.includes("\n");
	const i = licenseOfClassifiers(e.get("classifier") ?? []);
	return r && n.toLowerCase() !== "unknown" ? n : i;
}
function readFields(e) {
	const t = new Map();
	let n;
	for (const r of e.split(/\r?\n/)) {
		if (r === "") break;
		const e = /^([A-Za-z][A-Za-z-]*):\s*(.*)$/.exec(r);
		if (e !== null) {
			const r = (e[1] ?? "").toLowerCase();
			n = t.get(r) ?? [];
			n.push(e[2] ?? "");
			t.set(r, n);
		} else if (n !== void 0) n.push(`${n.pop()}\n${r.trim()}`);
	}
	return t;
}
const LOCK_ADVICE = "Commit a lockfile for it (`uv lock`, `poetry lock` or `pdm lock` writes one; `pip-compile` writes a requirements file).";
const rules = () => import("./inventory-ecosystems-pypi-manifests.js");
const MANIFESTS = [
	{
		files: ["pyproject.toml"],
		asks: async (e) => (await rules()).pyprojectAsks(e),
		lockAdvice: LOCK_ADVICE
	},
	{
		files: ["setup.cfg"],
		asks: async (e) => (await rules()).setupConfigAsks(e),
		lockAdvice: LOCK_ADVICE
	},
	{
		files: ["setup.py"],
		asks: async (e) => (await rules()).setupScriptAsks(e),
		lockAdvice: LOCK_ADVICE
	},
	{
		files: ["Pipfile"],
		asks: async (e) => (await rules()).pipfileAsks(e),
		lockAdvice: "Commit its `Pipfile.lock` (`pipenv lock` writes one)."
	},
	{
		files: [/requirements[^/]*\.in$/, /(?:^|\/)requirements\/[^/]+\.in$/],
		asks: (e) => /^\s*[^#\s-]/m.test(e),
		lockAdvice: "Commit what it resolves to (`pip-compile` or `uv pip compile` writes it)."
	}
];
const pypi = {
	id: "pypi",
	title: "Python",
	formats: [
		{
			id: "uv",
			title: "uv",
			files: ["uv.lock", /\.py\.lock$/],
			rewrite: "uv lock",
			load: async () => (await import("./inventory-ecosystems-pypi-uv-read.js")).readUvLock
		},
		{
			id: "poetry",
			title: "Poetry",
			files: ["poetry.lock"],
			rewrite: "poetry lock",
			load: async () => (await import("./inventory-ecosystems-pypi-poetry-read.js")).readPoetryLock
		},
		{
			id: "pdm",
			title: "PDM",
			files: ["pdm.lock"],
			rewrite: "pdm lock",
			load: async () => (await import("./inventory-ecosystems-pypi-pdm-read.js")).readPdmLock
		},
		{
			id: "pylock",
			title: "pylock.toml",
			files: [/^pylock(\.[^.]+)?\.toml$/],
			load: async () => (await import("./inventory-ecosystems-pypi-pylock-read.js")).readPylock
		},
		{
			id: "pipenv",
			title: "Pipenv",
			files: ["Pipfile.lock"],
			rewrite: "pipenv lock",
			load: async () => (await import("./inventory-ecosystems-pypi-pipenv-read.js")).readPipfileLock
		},
		{
			id: "requirements",
			title: "pip requirements",
			files: [/requirements[^/]*\.txt$/, /(?:^|\/)requirements\/[^/]+\.txt$/],
			rewrite: "pip-compile",
			load: async () => (await import("./inventory-ecosystems-pypi-requirements-read.js")).readRequirements
		}
	],
	manifests: MANIFESTS,
	installFolders: [
		".venv",
		"venv",
		"site-packages",
		"__pypackages__",
		".tox",
		".nox"
	],
	installed: {
		file: "METADATA",
		read: readInstalledMetadata
	},
	installAdvice: "Install the packages into `.venv` beside the lockfile (`uv sync`, `poetry install`, `python -m venv`)"
};
function known(e, t, ...n) {
	return {
		id: e,
		title: t,
		files: n
	};
}
function unread(e, t, n, ...r) {
	return {
		id: e,
		title: t,
		formats: n,
		manifests: r.map((e) => ({ files: [e] }))
	};
}
const ECOSYSTEMS = [
	npm,
	pypi,
	unread("conda", "Conda", [known("conda-lock", "conda-lock", "conda-lock.yml"), known("pixi", "Pixi", "pixi.lock")], "pixi.toml"),
	golang,
	cargo,
	gem,
	composer,
	nuget,
	unread("maven", "Maven", [], "pom.xml"),
	unread("gradle", "Gradle", [known("gradle", "Gradle", /gradle\.lockfile$/)], "build.gradle", "build.gradle.kts"),
	unread("sbt", "sbt", [known("sbt", "sbt", /\.sbt\.lock$/)], "build.sbt"),
	unread("hex", "Mix and Rebar", [known("mix", "Mix", "mix.lock"), known("rebar", "Rebar", "rebar.lock")], "mix.exs", "rebar.config"),
	unread("pub", "Dart pub", [known("pub", "Dart pub", "pubspec.lock")], "pubspec.yaml"),
	unread("swift", "Swift Package Manager", [known("swift", "Swift Package Manager", /^\.?[Pp]ackage\.resolved$/)], "Package.swift"),
	unread("cocoapods", "CocoaPods", [known("cocoapods", "CocoaPods", "Podfile.lock")], "Podfile"),
	unread("conan", "Conan", [known("conan", "Conan", "conan.lock")], "conanfile.txt", "conanfile.py"),
	unread("vcpkg", "vcpkg", [], "vcpkg.json"),
	unread("hackage", "Haskell", [known("cabal", "Cabal", "cabal.project.freeze"), known("stack", "Stack", "stack.yaml.lock")], /\.cabal$/),
	unread("julia", "Julia", [known("julia", "Julia", "Manifest.toml")]),
	unread("cran", "renv", [known("renv", "renv", "renv.lock")]),
	unread("terraform", "Terraform", [known("terraform", "Terraform", ".terraform.lock.hcl")]),
	unread("nix", "Nix flake", [known("nix-flake", "Nix flake", "flake.lock")], "flake.nix")
];
function ecosystemOf(e) {
	return ECOSYSTEMS.find((t) => t.id === e);
}
function knowsAllPackages({ graphs: e, skipped: t }) {
	const n = ({ kind: e }) => e === "entry" || e === "stale";
	return t.every(({ kind: e }) => e === "excluded") && e.every(({ gaps: e }) => !e.some(n));
}
function isIncomplete({ kind: e }) {
	return e !== "no-integrity";
}
const EXCLUDED_FOLDERS = new Map([
	["vendor", "it lies among vendored packages"],
	[".git", "it lies in git's own folder"],
	[".github", "it describes CI, not the product"],
	["testdata", "it lies among test data"],
	["fixtures", "it lies among test data"],
	["__fixtures__", "it lies among test data"],
	["examples", "it lies among examples"]
]);
const INSTALL_PATTERNS = ECOSYSTEMS.flatMap(({ installFolders: e = [] }) => e);
const INSTALL_FOLDERS = new Set(INSTALL_PATTERNS);
const INSTALL_EXPRESSIONS = INSTALL_PATTERNS.filter((e) => e instanceof RegExp);
function isInstallFolder(e) {
	const t = fileName(e).toLowerCase();
	return INSTALL_FOLDERS.has(t) || INSTALL_EXPRESSIONS.some((e) => e.test(t));
}
function exclusion(e) {
	for (const t of e.split("/").slice(0, -1)) {
		if (isInstallFolder(t)) return "it lies among installed packages";
		const e = EXCLUDED_FOLDERS.get(t.toLowerCase());
		if (e !== void 0) return e;
	}
}
function discover(e, t, n = exclusion) {
	const r = new Set(e);
	const i = [];
	const a = [];
	for (const o of e) {
		const e = formatOf(o, t);
		if (e === void 0) continue;
		const { ecosystem: s, format: c } = e;
		const l = n(o) ?? superseded(o, c, r);
		if (l !== void 0) a.push({
			item: o,
			reason: l,
			kind: "excluded",
			ecosystem: s.id
		});
		else if (c.load === void 0) {
			const e = `${c.title} lockfiles are not read by this version`;
			a.push({
				item: o,
				reason: e,
				kind: "unsupported",
				ecosystem: s.id
			});
		} else i.push({
			path: o,
			ecosystem: s,
			format: c
		});
	}
	return {
		found: i,
		skipped: a
	};
}
function fileName(e) {
	return e.slice(e.lastIndexOf("/") + 1);
}
function formatOf(e, t) {
	for (const n of t) {
		const t = n.formats.find(({ files: t }) => matchesFile(t, e));
		if (t !== void 0) return {
			ecosystem: n,
			format: t
		};
	}
}
function matchesFile(e, t) {
	const n = fileName(t);
	return e.some((e) => typeof e === "string" ? e === n : e.test(n) || e.test(t));
}
function superseded(e, t, n) {
	if (t.onePerFolder !== true) return void 0;
	const r = fileName(e);
	const i = e.slice(0, e.length - r.length);
	const a = t.files.find((e) => typeof e === "string" && n.has(i + e));
	return a === r || typeof a !== "string" ? void 0 : `${a} in the same folder wins over it`;
}
const ADVICE = {
	sparse: "Check it out: add its folder to the sparse checkout (`sparse-checkout` of actions/checkout).",
	lfs: "Check it out with its content (`lfs: true` of actions/checkout, or `git lfs pull`).",
	submodule: "Check it out (`submodules: true` of actions/checkout)."
};
function absentLockfiles(e, t, n) {
	return e.flatMap(({ path: e, kind: r }) => {
		const i = WHY_ABSENT[r];
		if (r === "submodule") return [{
			item: e,
			reason: i,
			kind: "excluded"
		}];
		const a = formatOf(e, t);
		if (a === void 0 || n(e) !== void 0) return [];
		const o = a.ecosystem.id;
		return [{
			item: e,
			reason: i,
			kind: "absent",
			advice: ADVICE[r],
			ecosystem: o
		}];
	});
}
function withoutCredentials(e) {
	return e.includes("://") ? withoutUsers(e).replace(/\?[^#\s"'<>]*/g, "") : e;
}
function withoutUsers(e) {
	return e.replace(/:\/\/(?!git@)[^/\s"'<>]*@/g, "://");
}
function graphWithoutCredentials(e) {
	const t = publicIds(e.components);
	const n = (e) => t.get(e) ?? withoutCredentials(e);
	return {
		...e,
		roots: e.roots.map(n),
		components: e.components.map((e) => publicComponent(e, n)),
		edges: e.edges.map((e) => ({
			...e,
			...publicTexts(e, [
				"requirement",
				"alias",
				"condition"
			]),
			from: n(e.from),
			to: n(e.to)
		})),
		gaps: e.gaps.map((e) => publicGap(e, n))
	};
}
function publicIds(e) {
	const t = new Set(e.map(({ id: e }) => e));
	const n = new Map();
	for (const { id: r } of e) {
		const e = withoutCredentials(r);
		if (e === r) continue;
		let i = e;
		for (let n = 2; t.has(i); n++) i = `${e}#${n}`;
		t.add(i);
		n.set(r, i);
	}
	return n;
}
function publicComponent(e, t) {
	const { id: n, name: r, purl: i, declaredLicense: a, aliases: o, artifacts: s, ...c } = e;
	return {
		...c,
		...publicTexts(e, [
			"name",
			"version",
			"installPath"
		]),
		id: t(n),
		name: withoutCredentials(r),
		...i === void 0 || isSecret(i) ? {} : { purl: i },
		...a === void 0 ? {} : { declaredLicense: typeof a === "string" ? withoutCredentials(a) : a },
		aliases: o.map(withoutCredentials),
		artifacts: s.map((e) => ({
			...e,
			...publicTexts(e, ["url", "fileName"])
		}))
	};
}
function isSecret(e) {
	const t = e.replace(/%3a/gi, ":").replace(/%2f/gi, "/").replace(/%40/g, "@");
	return withoutUsers(t) !== t;
}
function publicGap(e, t) {
	return {
		...e,
		...publicTexts(e, [
			"reason",
			"identity",
			"advice"
		]),
		item: withoutCredentials(e.item),
		...e.componentId === void 0 ? {} : { componentId: t(e.componentId) }
	};
}
function publicTexts(e, t) {
	const n = {};
	for (const r of t) {
		const t = e[r];
		if (t !== void 0) n[r] = withoutCredentials(t);
	}
	return n;
}
function decodeLockfile(e, t) {
	const n = decode(e, t);
	if (/^<{7} /m.test(n) && /^>{7} /m.test(n)) throw new UsageError(`${e} holds the markers of a merge conflict`, { hint: "Resolve the conflict and write the lockfile again." });
	return n;
}
function decode(e, t) {
	const n = t[0] === 255 && t[1] === 254 ? "utf-16le" : t[0] === 254 && t[1] === 255 ? "utf-16be" : "utf-8";
	try {
		return new TextDecoder(n, { fatal: true }).decode(t);
	} catch {
		throw new UsageError(`${e} is not UTF-8 text`);
	}
}
const STEPS = [
	["runtime", new Set(["runtime", "peer"])],
	["optional", new Set([
		"runtime",
		"peer",
		"optional"
	])],
	["development", new Set([
		"runtime",
		"peer",
		"optional",
		"development",
		"build",
		"test"
	])]
];
function scopesFrom(e, t) {
	const n = edgesBySource(t);
	const r = new Map(e.map((e) => [e, "runtime"]));
	for (const [e, t] of STEPS) {
		const i = [...r.keys()];
		for (let a = i.pop(); a !== void 0; a = i.pop()) for (const o of n.get(a) ?? []) {
			if (!t.has(o.kind) || r.has(o.to)) continue;
			r.set(o.to, e);
			i.push(o.to);
		}
	}
	return r;
}
function edgesBySource(e) {
	const t = new Map();
	for (const n of e) {
		const e = t.get(n.from);
		if (e === void 0) t.set(n.from, [n]);
		else e.push(n);
	}
	return t;
}
function orphanHeads(e) {
	const { roots: t, components: n, edges: r, edgeCompleteness: i } = e;
	if (i !== "complete" || t.length === 0) return [];
	const a = edgesBySource(r);
	const o = new Set();
	const s = (e) => {
		const t = o.size;
		const n = [e];
		for (let e = n.pop(); e !== void 0; e = n.pop()) {
			if (o.has(e)) continue;
			o.add(e);
			for (const { to: t } of a.get(e) ?? []) n.push(t);
		}
		return o.size - t;
	};
	for (const e of t) s(e);
	const c = n.filter(({ id: e }) => !o.has(e));
	if (c.length === 0) return [];
	const l = new Set(r.map(({ to: e }) => e));
	const u = [...c.filter(({ id: e }) => !l.has(e)), ...c.filter(({ id: e }) => l.has(e))];
	const d = [];
	for (const e of u) if (!o.has(e.id)) d.push({
		component: e,
		below: s(e.id) - 1
	});
	return d;
}
function orphanGaps(e) {
	const t = e.orphanNote === void 0 ? "" : `; ${e.orphanNote}`;
	return orphanHeads(e).map(({ component: n, below: r }) => {
		const i = r === 0 ? "" : `, nor to the ${plural(r, "package")} below it`;
		return {
			kind: "orphan",
			item: n.id.slice(e.path.length + 1),
			reason: `no dependency in the lockfile leads to it${i}${t}`,
			identity: "",
			location: n.location,
			componentId: n.id
		};
	});
}
async function unlockedManifests(e, { paths: t, graphs: n, skipped: r, readText: i }) {
	const a = new Set(n.filter((t) => t.ecosystem === e.id).flatMap(({ covers: e }) => e));
	const o = r.filter((t) => t.kind !== "excluded" && t.ecosystem === e.id).map(({ item: e }) => folderOf(e));
	const s = t.flatMap((t) => {
		const n = e.manifests?.find(({ files: e }) => matchesFile(e, t));
		if (n === void 0 || a.has(t)) return [];
		return o.some((e) => isBelow(t, e)) ? [] : [{
			path: t,
			manifest: n
		}];
	});
	if (!isRead(e)) return unreadManifests(e, s);
	const c = [];
	for (const { path: t, manifest: n } of s) {
		const r = await whyUnlocked(n, () => i(t));
		if (r === void 0) continue;
		c.push({
			item: t,
			reason: r,
			kind: "unlocked",
			ecosystem: e.id,
			...n.lockAdvice === void 0 ? {} : { advice: n.lockAdvice }
		});
	}
	return c;
}
function isRead({ formats: e }) {
	return e.some(({ load: e }) => e !== void 0);
}
function unreadManifests({ id: e, title: t }, n) {
	const [r, ...i] = n.map(({ path: e }) => e).sort((e, t) => depth(e) - depth(t) || (e < t ? -1 : 1));
	if (r === void 0) return [];
	return [{
		item: r,
		reason: `${t} projects are not read by this version${i.length === 0 ? "" : `, nor ${plural(i.length, "other file")} like it`}`,
		kind: "unsupported",
		ecosystem: e,
		...i.length === 0 ? {} : { others: i }
	}];
}
async function whyUnlocked({ asks: e }, t) {
	try {
		const n = await t();
		if (n === void 0 || await e?.(n) === false) return void 0;
		return "it asks for packages, and no lockfile says which versions those are";
	} catch (e) {
		if (!(e instanceof UsageError) && !(e instanceof SyntaxError)) throw e;
		const t = e instanceof UsageError ? e.message : "it is no valid text of its format";
		return `no lockfile covers it, and what it asks for is not known: ${withoutCredentials(t)}`;
	}
}
function depth(e) {
	return e.split("/").length;
}
const MAX_MANIFEST_BYTES = 4194304;
async function readInventory(e, t = {}) {
	const { ecosystems: n = ECOSYSTEMS } = t;
	const r = (e) => exclusion(e) ?? t.excluded?.(e);
	const i = t.absent ?? [];
	const a = new Set(i.map(({ path: e }) => e));
	const o = (await e.list()).filter((e) => !a.has(e));
	const { found: s, skipped: c } = discover(o, n, r);
	const l = await e.unreadable?.() ?? [];
	const u = [
		...c,
		...absentLockfiles(i, n, r),
		...l.map((e) => ({
			...e,
			kind: "unreadable"
		}))
	];
	const d = o.filter((e) => r(e) === void 0);
	const f = [];
	for (const n of s) try {
		f.push(...await readOne(e, n, {
			paths: d,
			everyPath: o
		}, t));
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		u.push(broken(n, e));
	}
	const p = textReader(e, MAX_MANIFEST_BYTES);
	const m = {
		paths: d,
		graphs: f,
		skipped: [...u],
		readText: p
	};
	for (const e of n) u.push(...await unlockedManifests(e, m));
	return {
		graphs: f,
		skipped: u.sort((e, t) => e.item < t.item ? -1 : 1)
	};
}
function broken({ path: e, ecosystem: t, format: n }, r) {
	const i = n.rewrite === void 0 ? "Write it again with its package manager" : `Write it again with \`${n.rewrite}\``;
	return {
		item: e,
		reason: withoutCredentials(r.message),
		advice: r.hint ?? `${i} and commit it.`,
		kind: "unreadable",
		ecosystem: t.id
	};
}
async function readOne(e, { path: t, format: n }, r, { origin: i, compareManifests: a = true }) {
	const o = textReader(e, MAX_FILE_BYTES);
	const s = await o(t);
	if (s === void 0) throw new UsageError(`${t} is listed and can't be read`);
	const c = await n.load?.();
	const l = (t) => e.read(t, MAX_FILE_BYTES);
	const u = {
		path: t,
		text: s,
		origin: i,
		compareManifests: a,
		...r,
		readText: o,
		readBytes: l
	};
	return (await c?.(u) ?? []).map((e) => graphWithoutCredentials({
		...e,
		gaps: [...e.gaps, ...orphanGaps(e)]
	}));
}
function textReader(e, t) {
	return async (n) => {
		const r = await e.read(n, t);
		return r === void 0 ? void 0 : decodeLockfile(n, r);
	};
}
async function lockfilesAbove(e, t) {
	const n = [];
	const r = t.split("/").filter((e) => e !== "");
	for (let t = r.length - 1; t >= 0; t--) {
		const i = r.slice(0, t).join("/");
		const a = await readdir(resolve(e, "../".repeat(r.length - t))).catch(() => []);
		for (const e of a.sort()) {
			const t = formatOf(e, ECOSYSTEMS);
			if (t === void 0) continue;
			const r = i === "" ? e : `${i}/${e}`;
			n.push({
				path: r,
				ecosystem: t.ecosystem.id
			});
		}
	}
	return n;
}
function withLockfilesAbove(e, t) {
	const n = e.skipped.map((e) => {
		const n = t.find(({ ecosystem: t }) => t === e.ecosystem);
		return e.kind !== "unlocked" || n === void 0 ? e : {
			...e,
			reason: `no lockfile of the working directory covers it; ${n.path} lies above`,
			advice: aboveAdvice(n)
		};
	});
	return {
		...e,
		skipped: n
	};
}
function aboveAdvice({ path: e }) {
	const t = e.lastIndexOf("/");
	return `Look at the project as a whole: set \`working-directory\` to ${t < 0 ? "the root of the repository" : `\`${e.slice(0, t)}\``}, where ${e.slice(t + 1)} lies.`;
}
const ACCEPT = "Every finding shows the entry of the config file that accepts it, and only it.";
const INVENTORY_RULES = catalog([
	{
		id: "inventory.nothing-found",
		title: "No packages were found",
		description: "There is no lockfile and no manifest that this version knows, so nothing is known of what the project is made of.",
		help: `Set \`working-directory\` to the folder that holds the project. If the project has no dependencies, accept the finding. ${ACCEPT}`,
		severity: "high",
		tags: ["completeness"]
	},
	{
		id: "inventory.broken-lockfile",
		title: "A lockfile that can't be read",
		description: "The file has a lockfile's name and no readable content: it is cut off, has merge-conflict markers, is too large or of an unknown version. Its packages are in no document and no audit.",
		help: `Write the lockfile again with its package manager and commit it. ${ACCEPT}`,
		severity: "high",
		tags: ["completeness"]
	},
	{
		id: "inventory.not-checked-out",
		title: "A lockfile that is not in the work tree",
		description: "Git tracks the lockfile, and a sparse checkout leaves it out, or a pointer of Git LFS stands in its place. Its packages are in no document and no audit.",
		help: `Check the file out with its content. ${ACCEPT}`,
		severity: "high",
		tags: ["completeness"]
	},
	{
		id: "inventory.unreadable-folder",
		title: "A folder that can't be listed",
		description: "Lockfiles in it, if there are any, are not known.",
		help: `Look at the folder's permissions, and whether its name is UTF-8. ${ACCEPT}`,
		severity: "high",
		tags: ["completeness"]
	},
	{
		id: "inventory.stale-lockfile",
		title: "A lockfile that does not fit its manifest",
		description: "The manifest asks for other packages than the lockfile says. What is installed next is not what was looked at.",
		help: `Write the lockfile again with its package manager and commit it together with the manifest. ${ACCEPT}`,
		severity: "high",
		tags: ["completeness"]
	},
	{
		id: "inventory.unread-ecosystem",
		title: "Packages that this version does not read",
		description: "The repository has packages of an ecosystem, or a lockfile of a package manager, that this version knows by name only. They are in no document and no audit.",
		help: `Look at that part with another tool, and accept the finding once that is settled. ${ACCEPT}`,
		severity: "medium",
		tags: ["completeness"]
	},
	{
		id: "inventory.unlocked-manifest",
		title: "A manifest that no lockfile covers",
		description: "The manifest asks for packages, and no lockfile says which versions those are. They are in no document and no audit.",
		help: `Commit a lockfile for it, or make it a member of a workspace that has one. ${ACCEPT}`,
		severity: "medium",
		tags: ["completeness"]
	},
	{
		id: "inventory.incomplete",
		title: "An entry that could not be understood",
		description: "An entry of the lockfile is broken, or a dependency that is asked for is not locked. Packages may be missing.",
		help: `Write the lockfile again with its package manager and commit it. ${ACCEPT}`,
		severity: "medium",
		tags: ["completeness"]
	},
	{
		id: "inventory.missing-peer",
		title: "Peer dependencies that are not locked",
		description: "A package asks for a peer dependency that the lockfile does not have. No package that is installed is missing, only who needs what is not all known.",
		help: `Add the peer dependency, or accept the finding. ${ACCEPT}`,
		severity: "low",
		tags: ["completeness"]
	},
	{
		id: "inventory.orphan",
		title: "A locked package that nothing asks for",
		description: "No dependency in the lockfile leads to the package. It is looked at like any other, and it may be left over from before, or put there by hand.",
		help: `Write the lockfile again with its package manager. ${ACCEPT}`,
		severity: "low",
		tags: ["completeness"]
	},
	{
		id: "inventory.missing-integrity",
		title: "Locked packages without a checksum",
		description: "The lockfile does not say what the package's file must be, so another file under the same version would be installed without notice.",
		help: `Write the lockfile again with a package manager that records checksums. ${ACCEPT}`,
		severity: "low",
		tags: ["integrity"]
	},
	{
		id: "inventory.no-components",
		title: "A lockfile without packages",
		description: "The lockfile was read and lists nothing but the project itself. That is right for a project without dependencies and a sign of a stale lockfile for any other.",
		help: `Nothing has to be done if the project has no dependencies. ${ACCEPT}`,
		severity: "low",
		tags: ["completeness"]
	}
]);
function inventoryFindings(e, t, n = []) {
	const { graphs: r, skipped: i } = e;
	const a = i.filter(({ kind: e }) => e !== "excluded");
	return [
		...r.length + a.length === 0 ? [nothingFound(i, n)] : [],
		...a.map(leftOut),
		...r.flatMap((e) => onePeerGap(e.gaps).map((t) => gapFinding(e, t))),
		...r.filter(isEmpty).map(noComponents)
	].map((e) => withEntry(e, t));
}
function withEntry(e, t) {
	const n = INVENTORY_RULES[e.ruleId]?.severity ?? "medium";
	return {
		...e,
		severity: n,
		evidence: [suppressionToPaste(e, t)]
	};
}
function nothingFound(e, [t]) {
	const n = e.length;
	return {
		ruleId: "inventory.nothing-found",
		message: `No lockfile and no manifest was found${n === 0 ? "" : `; ${n} lie where they are left out on purpose (see the coverage)`}`,
		fingerprint: fingerprint("inventory.nothing-found"),
		remediation: t === void 0 ? "Set `working-directory` to the folder that holds the project, or, if it has no dependencies, accept this with the entry to paste." : aboveAdvice(t)
	};
}
const LEFT_OUT = {
	excluded: "inventory.unread-ecosystem",
	unsupported: "inventory.unread-ecosystem",
	unreadable: "inventory.broken-lockfile",
	unlocked: "inventory.unlocked-manifest",
	absent: "inventory.not-checked-out"
};
function leftOut({ item: e, reason: t, kind: n, ecosystem: r, others: i, advice: a }) {
	const o = n === "unreadable" && r === void 0 ? "inventory.unreadable-folder" : LEFT_OUT[n];
	const s = n === "unsupported" ? "Look at these packages with another tool" : a?.replace(/\.$/, "") ?? "Make it readable";
	return {
		ruleId: o,
		message: `The packages of ${e} are not known: ${t}`,
		location: { path: e },
		...i === void 0 ? {} : { relatedLocations: i.map((e) => ({ path: e })) },
		fingerprint: fingerprint(o, e, n === "unreadable" ? t : ""),
		remediation: `${s}, or accept this with the entry to paste.`
	};
}
const MAX_NAMED = 5;
function onePeerGap(e) {
	const t = e.filter(({ kind: e }) => e === "missing-peer");
	const [n, r] = t;
	if (n === void 0 || r === void 0) return e;
	const i = t.map(({ item: e, reason: t }) => `${e}: ${t}`);
	const a = i.length > MAX_NAMED ? `; and ${i.length - MAX_NAMED} more` : "";
	const o = `${plural(i.length, "peer requirement")} not met: ${i.slice(0, MAX_NAMED).join("; ")}${a}`;
	const s = {
		...n,
		item: "",
		reason: o,
		identity: i.join("\n")
	};
	return [...e.filter(({ kind: e }) => e !== "missing-peer"), s];
}
const GAP_RULES = {
	entry: "inventory.incomplete",
	stale: "inventory.stale-lockfile",
	"missing-peer": "inventory.missing-peer",
	orphan: "inventory.orphan",
	"no-integrity": "inventory.missing-integrity"
};
function gapFinding({ path: e, ecosystem: t, format: n, components: r }, i) {
	const { kind: a, item: o, reason: s, location: c, componentId: l, advice: u } = i;
	const d = GAP_RULES[a];
	const f = o === e || o === "" ? e : `${o} in ${e}`;
	const p = a === "orphan" ? r.find(({ id: e }) => e === l) : void 0;
	const m = ecosystemOf(t)?.formats.find(({ id: e }) => e === n)?.rewrite;
	const h = `Write the lockfile again${m === void 0 ? "" : ` with \`${m}\``} and commit it`;
	return {
		ruleId: d,
		message: `${f}: ${s}`,
		location: c ?? { path: e },
		...p === void 0 ? {} : { subject: {
			name: p.name,
			ecosystem: t,
			...p.version === void 0 ? {} : { version: p.version },
			...p.purl === void 0 ? {} : { purl: p.purl }
		} },
		fingerprint: fingerprint(d, e, o, i.identity ?? s),
		remediation: `${u?.replace(/\.$/, "") ?? h}, or accept this with the entry to paste.`
	};
}
function isEmpty({ components: e, gaps: t }) {
	return t.length === 0 && e.every(({ firstParty: e }) => e);
}
function noComponents({ path: e }) {
	return {
		ruleId: "inventory.no-components",
		message: `${e} lists no package but the project's own`,
		location: { path: e },
		fingerprint: fingerprint("inventory.no-components", e),
		remediation: "Nothing has to be done if the project has no dependencies."
	};
}
async function readRepositoryFacts(e) {
	const { root: t, processes: n, environment: r, signal: i, remote: a } = e;
	let o = "";
	let s;
	let c;
	let l = [];
	const u = [];
	try {
		const e = await openRepository({
			root: t,
			processes: n,
			environment: r,
			signal: i
		});
		o = e.prefix.replace(/\/$/, "");
		[s, l, c] = await Promise.all([
			headCommit(e),
			absentFiles(e),
			a === null ? originUrl(e) : void 0
		]);
	} catch (e) {
		if (e instanceof ExternalError) u.push(`The commit is not known: ${e.message}.`);
		else if (!(e instanceof UsageError)) throw e;
	}
	const d = a ?? readRepositoryUrl(c ?? "");
	return {
		origin: d === void 0 ? void 0 : {
			serverUrl: d.serverUrl,
			repository: d.repository,
			...s === void 0 ? {} : { revision: s.sha },
			folder: o
		},
		folder: o,
		head: s,
		absent: l,
		notices: u
	};
}
function readRepositoryUrl(e) {
	const t = /^(?:[^@/\s]+@)?([A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]+):(?!\/)(.+)$/.exec(e);
	const n = t === null ? e : `ssh://${t[1]}/${t[2]}`;
	if (!/^(?:https?|ssh|git(?:\+\w+)?):\/\//.test(n) || !URL.canParse(n)) return void 0;
	const { protocol: r, hostname: i, host: a, pathname: o } = new URL(n);
	const s = o.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
	if (!/^[^/\s]+(?:\/[^/\s]+)+$/.test(s) || i === "") return void 0;
	return {
		serverUrl: r === "http:" ? `http://${a}` : `https://${r === "https:" ? a : i}`,
		repository: s
	};
}
function namedOrigin({ origin: e, folder: t, head: n }, { repository: r, ref: i }) {
	if (i !== void 0 && (i === "" || /[\s\p{Cc}]/u.test(i))) throw new UsageError("The ref is no commit and no tag: it is empty or holds blanks", { hint: "Write the full commit, or a tag such as `v1.2.0`." });
	const a = r === void 0 ? e : readRepository(r, e);
	const o = i ?? n?.sha;
	return a === void 0 ? void 0 : {
		serverUrl: a.serverUrl,
		repository: a.repository,
		...o === void 0 ? {} : { revision: o },
		folder: t
	};
}
function readRepository(e, t) {
	if (/^\w[\w.-]*\/\w[\w.-]*$/.test(e)) return {
		serverUrl: t?.serverUrl ?? "https://github.com",
		repository: e
	};
	const n = readRepositoryUrl(e);
	if (n !== void 0) return n;
	throw new UsageError("The repository is neither `owner/name` nor the URL of one", { hint: "Write `acme/app`, or `https://git.example/acme/app`." });
}
function withOrigin(e, t) {
	const n = (e) => {
		if (!e.firstParty) return e;
		const { name: n, version: r, installPath: i = "" } = e;
		return {
			...e,
			purl: firstPartyPurl(t, n, r, i)
		};
	};
	return {
		...e,
		graphs: e.graphs.map((e) => ({
			...e,
			components: e.components.map(n)
		}))
	};
}
function firstPartyPurl(e, t, n, r) {
	const i = [e?.folder ?? "", r].filter((e) => e !== "").join("/");
	const [a, o, ...s] = e?.repository.split("/") ?? [];
	if (e?.serverUrl.toLowerCase() === "https://github.com" && a !== void 0 && o !== void 0 && s.length === 0) return buildPurl({
		type: "github",
		namespace: a,
		name: o,
		version: e.revision,
		subpath: i
	});
	const c = t.lastIndexOf("/");
	return buildPurl({
		type: "generic",
		namespace: t.slice(0, Math.max(c, 0)),
		name: t.slice(c + 1),
		version: n,
		subpath: i
	});
}
function workTreeSource(e) {
	const t = async () => {
		const t = [];
		const { files: n, irregular: r, unreadable: i } = await walkFiles(e.root, (e) => {
			if (!isInstallFolder(e)) return true;
			t.push(e);
			return false;
		});
		return {
			listed: [...n, ...r].sort(),
			unlisted: t.sort().map((e) => ({
				item: e,
				reason: "it holds installed packages"
			})),
			unreadable: i.map(({ path: e }) => ({
				item: e || ".",
				reason: "the folder can't be listed; look at its permissions, and whether its name is UTF-8"
			}))
		};
	};
	let n;
	const r = () => {
		n ??= t();
		return n;
	};
	return {
		list: async () => (await r()).listed,
		read: (t, n) => e.readIfPresent(t, n),
		unlisted: async () => (await r()).unlisted,
		unreadable: async () => (await r()).unreadable
	};
}
function inventoryOf(e) {
	return e.materials.once("inventory", () => readMaterial(e));
}
async function readMaterial(e) {
	const t = workTreeSource(await openWorkspace(e.root));
	const [n] = await Promise.all([readRepositoryFacts(e), t.list()]);
	const r = await readInventory(t, {
		origin: n.origin,
		absent: n.absent,
		...exclusionOf(e.config)
	});
	e.signal.throwIfAborted();
	const i = r.graphs.length === 0 || r.skipped.some(({ kind: e }) => e === "unlocked") ? await lockfilesAbove(e.root, n.folder) : [];
	const a = withLockfilesAbove(r, i);
	const o = await t.unlisted?.() ?? [];
	const s = [...a.skipped.filter(({ kind: e }) => e === "excluded"), ...o].map(({ item: e, reason: t }) => ({
		item: e,
		reason: t
	}));
	return {
		inventory: a,
		repository: n,
		result: {
			check: "inventory",
			title: "Inventory",
			findings: inventoryFindings(a, e.clock.wall(), i),
			artifacts: [],
			coverage: {
				inspected: {
					lockfiles: a.graphs.length,
					packages: packageCount(a)
				},
				skipped: s.sort((e, t) => e.item < t.item ? -1 : 1),
				summary: `${plural(packageCount(a), "package")} in ${plural(a.graphs.length, "lockfile")}`
			},
			notices: scopeNotices(a)
		}
	};
}
function exclusionOf(e) {
	const { exclude: t = [] } = e?.section("inventory") ?? {};
	if (t.length === 0) return {};
	const n = globMatcher(t);
	return { excluded: (e) => n(e) ? "the config file leaves it out (`inventory.exclude`)" : void 0 };
}
function packageCount({ graphs: e }) {
	const t = e.flatMap(({ components: e }) => e.filter((e) => !e.firstParty));
	return new Set(t.map(({ purl: e, id: t }) => e ?? t)).size;
}
function scopeNotices({ graphs: e }) {
	const t = e.flatMap(({ components: e }) => e).filter(({ flags: e }) => e.includes("scopeMismatch")).length;
	return t === 0 ? [] : [`Lockfile entries whose dev or optional flags the dependencies contradict: ${t}; the dependencies count.`];
}
export { isBelow as S, groupByName as _, namedOrigin as a, folderOf as b, readInventory as c, scopesFrom as d, withoutCredentials as f, installedFolders as g, ecosystemOf as h, firstPartyPurl as i, orphanHeads as l, knowsAllPackages as m, inventoryOf as n, withOrigin as o, isIncomplete as p, workTreeSource as r, INVENTORY_RULES as s, exclusionOf as t, edgesBySource as u, isPackageName as v, fromLockfileFolder as x, normalizeName as y };
