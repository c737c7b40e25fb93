import { A as MAX_FILE_BYTES, Ct as isRecord, E as globMatcher, F as suppressionToPaste, G as fingerprint, H as catalog, M as openWorkspace, Q as UsageError, b as walkFiles, i as plural } from "./core.js";
import { n as readInstalledMetadata } from "./inventory-ecosystems-pypi-installed.js";
import { t as WHY_ABSENT } from "./git.js";
import { n as withoutCredentials, t as graphWithoutCredentials } from "./inventory-credentials.js";
import { t as edgesBySource } from "./inventory-reachability.js";
import { r as isBelow, t as folderOf } from "./inventory-paths.js";
import { r as readRepositoryFacts } from "./inventory-origin.js";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";

// packages/inventory/src/ecosystems/cargo/index.ts
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
		asks: async (text) => (await import("./inventory-ecosystems-cargo-manifest.js")).cargoAsks(text),
		lockAdvice: "Commit its `Cargo.lock` (`cargo generate-lockfile` writes one), or make it a member of a workspace that has one."
	}],
	installFolders: [/^(?:index\.crates\.io|github\.com)-[0-9a-f]{16}$/],
	installed: {
		file: "Cargo.toml",
		read: async (text) => (await import("./inventory-ecosystems-cargo-vendored.js")).readVendoredManifest(text),
		slashIsOr: true
	},
	installAdvice: "Run `cargo vendor` and commit the configuration that it prints"
};

// packages/inventory/src/ecosystems/composer/index.ts
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
		asks: async (text) => (await import("./inventory-ecosystems-composer-manifest2.js")).composerAsks(text),
		lockAdvice: "Commit its `composer.lock` (`composer update --no-install` writes one)."
	}]
};

// packages/inventory/src/ecosystems/gem/index.ts
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
		asks: (text) => /^[^#\n]*\b(?:gem|eval_gemfile)[ \t(]/m.test(text),
		lockAdvice: LOCK_ADVICE$2
	}, {
		files: [/\.gemspec$/],
		asks: (text) => /^[^#\n]*\.add_(?:runtime_|development_)?dependency\b/m.test(text),
		lockAdvice: LOCK_ADVICE$2
	}],
	installFolders: [".bundle"]
};

// packages/inventory/src/ecosystems/golang/index.ts
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

// packages/inventory/src/ecosystems/npm/installed.ts
function readInstalledManifest(text) {
	let manifest;
	try {
		manifest = JSON.parse(text);
	} catch {
		return "it is not valid JSON";
	}
	if (!isRecord(manifest)) return "it is no JSON object";
	return {
		name: manifest["name"],
		version: manifest["version"],
		manifest
	};
}

// packages/inventory/src/ecosystems/npm/manifest.ts
const ASKS = [
	"dependencies",
	"devDependencies",
	"optionalDependencies"
];
function asksForPackages(text) {
	const json = JSON.parse(text);
	return isRecord(json) && ASKS.some((field) => {
		const asked = json[field];
		return isRecord(asked) && Object.keys(asked).length > 0;
	});
}

// packages/inventory/src/ecosystems/npm/index.ts
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
function noLicensesAdvice(format) {
	if (format === "package-lock") return "Some versions of npm (10.4 to 10.7 among them) left licences out, see npm/cli#7384; a later `npm install` adds none, but a lockfile written from nothing has them.";
	if (format === "yarn-lock" || format === "bun-lock") return "Lockfiles of Yarn and Bun name neither licences nor the places where packages are installed: clarifications in the config file say what is known.";
}
function npmProperties({ scope, flags, installPaths }) {
	const properties = [];
	if (scope === "development") properties.push(["cdx:npm:package:development", "true"]);
	if (flags.includes("bundled")) properties.push(["cdx:npm:package:bundled", "true"]);
	if (flags.includes("extraneous")) properties.push(["cdx:npm:package:extraneous", "true"]);
	for (const path of installPaths) properties.push(["cdx:npm:package:path", path]);
	return properties;
}

// packages/inventory/src/ecosystems/nuget/index.ts
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
		asks: async (text) => (await import("./inventory-ecosystems-nuget-project.js")).projectAsks(text),
		lockAdvice: LOCK_ADVICE$1
	}, {
		files: [
			"Directory.Build.props",
			"Directory.Build.targets",
			"Directory.Packages.props"
		],
		asks: async (text) => (await import("./inventory-ecosystems-nuget-project.js")).projectAsks(text),
		lockAdvice: LOCK_ADVICE$1
	}]
};

// packages/inventory/src/ecosystems/pypi/index.ts
const LOCK_ADVICE = "Commit a lockfile for it (`uv lock`, `poetry lock` or `pdm lock` writes one; `pip-compile` writes a requirements file).";
const rules = () => import("./inventory-ecosystems-pypi-manifests2.js");
const MANIFESTS = [
	{
		files: ["pyproject.toml"],
		asks: async (text) => (await rules()).pyprojectAsks(text),
		lockAdvice: LOCK_ADVICE
	},
	{
		files: ["setup.cfg"],
		asks: async (text) => (await rules()).setupConfigAsks(text),
		lockAdvice: LOCK_ADVICE
	},
	{
		files: ["setup.py"],
		asks: async (text) => (await rules()).setupScriptAsks(text),
		lockAdvice: LOCK_ADVICE
	},
	{
		files: ["Pipfile"],
		asks: async (text) => (await rules()).pipfileAsks(text),
		lockAdvice: "Commit its `Pipfile.lock` (`pipenv lock` writes one)."
	},
	{
		files: [/requirements[^/]*\.in$/, /(?:^|\/)requirements\/[^/]+\.in$/],
		asks: (text) => /^\s*[^#\s-]/m.test(text),
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

// packages/inventory/src/ecosystems/index.ts
function known(id, title, ...files) {
	return {
		id,
		title,
		files
	};
}
function unread(id, title, formats, ...manifests) {
	return {
		id,
		title,
		formats,
		manifests: manifests.map((file) => ({ files: [file] }))
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
function ecosystemOf(id) {
	return ECOSYSTEMS.find((ecosystem) => ecosystem.id === id);
}

// packages/inventory/src/graph.ts
function knowsAllPackages({ graphs, skipped }) {
	const hidesPackages = ({ kind }) => kind === "entry" || kind === "stale";
	return skipped.every(({ kind }) => kind === "excluded") && graphs.every(({ gaps }) => !gaps.some(hidesPackages));
}
function isIncomplete({ kind }) {
	return kind !== "no-integrity";
}

// packages/inventory/src/discover.ts
const EXCLUDED_FOLDERS = /* @__PURE__ */ new Map([
	["vendor", "it lies among vendored packages"],
	[".git", "it lies in git's own folder"],
	[".github", "it describes CI, not the product"],
	["testdata", "it lies among test data"],
	["fixtures", "it lies among test data"],
	["__fixtures__", "it lies among test data"],
	["examples", "it lies among examples"]
]);
const INSTALL_PATTERNS = ECOSYSTEMS.flatMap(({ installFolders = [] }) => installFolders);
const INSTALL_FOLDERS = new Set(INSTALL_PATTERNS);
const INSTALL_EXPRESSIONS = INSTALL_PATTERNS.filter((each) => each instanceof RegExp);
function isInstallFolder(path) {
	const name = fileName(path).toLowerCase();
	return INSTALL_FOLDERS.has(name) || INSTALL_EXPRESSIONS.some((each) => each.test(name));
}
function exclusion(path) {
	for (const folder of path.split("/").slice(0, -1)) {
		if (isInstallFolder(folder)) return "it lies among installed packages";
		const reason = EXCLUDED_FOLDERS.get(folder.toLowerCase());
		if (reason !== void 0) return reason;
	}
}
function discover(paths, ecosystems, excluded = exclusion) {
	const present = new Set(paths);
	const found = [];
	const skipped = [];
	for (const path of paths) {
		const match = formatOf(path, ecosystems);
		if (match === void 0) continue;
		const { ecosystem, format } = match;
		const reason = excluded(path) ?? superseded(path, format, present);
		if (reason !== void 0) skipped.push({
			item: path,
			reason,
			kind: "excluded",
			ecosystem: ecosystem.id
		});
		else if (format.load === void 0) {
			const why = `${format.title} lockfiles are not read by this version`;
			skipped.push({
				item: path,
				reason: why,
				kind: "unsupported",
				ecosystem: ecosystem.id
			});
		} else found.push({
			path,
			ecosystem,
			format
		});
	}
	return {
		found,
		skipped
	};
}
function fileName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function formatOf(path, ecosystems) {
	for (const ecosystem of ecosystems) {
		const format = ecosystem.formats.find(({ files }) => matchesFile(files, path));
		if (format !== void 0) return {
			ecosystem,
			format
		};
	}
}
function matchesFile(files, path) {
	const name = fileName(path);
	return files.some((file) => typeof file === "string" ? file === name : file.test(name) || file.test(path));
}
function superseded(path, format, present) {
	if (format.onePerFolder !== true) return void 0;
	const name = fileName(path);
	const folder = path.slice(0, path.length - name.length);
	const first = format.files.find((file) => typeof file === "string" && present.has(folder + file));
	return first === name || typeof first !== "string" ? void 0 : `${first} in the same folder wins over it`;
}

// packages/inventory/src/absent.ts
const ADVICE = {
	sparse: "Check it out: add its folder to the sparse checkout (`sparse-checkout` of actions/checkout).",
	lfs: "Check it out with its content (`lfs: true` of actions/checkout, or `git lfs pull`).",
	submodule: "Check it out (`submodules: true` of actions/checkout)."
};
function absentLockfiles(absent, ecosystems, excluded) {
	return absent.flatMap(({ path, kind }) => {
		const reason = WHY_ABSENT[kind];
		if (kind === "submodule") return [{
			item: path,
			reason,
			kind: "excluded"
		}];
		const match = formatOf(path, ecosystems);
		if (match === void 0 || excluded(path) !== void 0) return [];
		const ecosystem = match.ecosystem.id;
		return [{
			item: path,
			reason,
			kind: "absent",
			advice: ADVICE[kind],
			ecosystem
		}];
	});
}

// packages/inventory/src/lockfile-text.ts
function decodeLockfile(path, bytes) {
	const text = decode(path, bytes);
	if (/^<{7} /m.test(text) && /^>{7} /m.test(text)) throw new UsageError(`${path} holds the markers of a merge conflict`, { hint: "Resolve the conflict and write the lockfile again." });
	return text;
}
function decode(path, bytes) {
	const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : "utf-8";
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		throw new UsageError(`${path} is not UTF-8 text`);
	}
}

// packages/inventory/src/orphans.ts
function orphanHeads(graph) {
	const { roots, components, edges, edgeCompleteness } = graph;
	if (edgeCompleteness !== "complete" || roots.length === 0) return [];
	const outgoing = edgesBySource(edges);
	const reached = /* @__PURE__ */ new Set();
	const reach = (start) => {
		const before = reached.size;
		const pending = [start];
		for (let id = pending.pop(); id !== void 0; id = pending.pop()) {
			if (reached.has(id)) continue;
			reached.add(id);
			for (const { to } of outgoing.get(id) ?? []) pending.push(to);
		}
		return reached.size - before;
	};
	for (const root of roots) reach(root);
	const orphans = components.filter(({ id }) => !reached.has(id));
	if (orphans.length === 0) return [];
	const asked = new Set(edges.map(({ to }) => to));
	const inOrder = [...orphans.filter(({ id }) => !asked.has(id)), ...orphans.filter(({ id }) => asked.has(id))];
	const heads = [];
	for (const component of inOrder) if (!reached.has(component.id)) heads.push({
		component,
		below: reach(component.id) - 1
	});
	return heads;
}
function orphanGaps(graph) {
	const note = graph.orphanNote === void 0 ? "" : `; ${graph.orphanNote}`;
	return orphanHeads(graph).map(({ component, below }) => {
		const more = below === 0 ? "" : `, nor to the ${plural(below, "package")} below it`;
		return {
			kind: "orphan",
			item: component.id.slice(graph.path.length + 1),
			reason: `no dependency in the lockfile leads to it${more}${note}`,
			identity: "",
			location: component.location,
			componentId: component.id
		};
	});
}

// packages/inventory/src/unlocked.ts
async function unlockedManifests(ecosystem, { paths, graphs, skipped, readText }) {
	const covered = new Set(graphs.filter((graph) => graph.ecosystem === ecosystem.id).flatMap(({ covers }) => covers));
	const reported = skipped.filter((each) => each.kind !== "excluded" && each.ecosystem === ecosystem.id).map(({ item }) => folderOf(item));
	const open = paths.flatMap((path) => {
		const manifest = ecosystem.manifests?.find(({ files }) => matchesFile(files, path));
		if (manifest === void 0 || covered.has(path)) return [];
		return reported.some((folder) => isBelow(path, folder)) ? [] : [{
			path,
			manifest
		}];
	});
	if (!isRead(ecosystem)) return unreadManifests(ecosystem, open);
	const unlocked = [];
	for (const { path, manifest } of open) {
		const reason = await whyUnlocked(manifest, () => readText(path));
		if (reason === void 0) continue;
		unlocked.push({
			item: path,
			reason,
			kind: "unlocked",
			ecosystem: ecosystem.id,
			...manifest.lockAdvice === void 0 ? {} : { advice: manifest.lockAdvice }
		});
	}
	return unlocked;
}
function isRead({ formats }) {
	return formats.some(({ load }) => load !== void 0);
}
function unreadManifests({ id, title }, open) {
	const [first, ...others] = open.map(({ path }) => path).sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
	if (first === void 0) return [];
	return [{
		item: first,
		reason: `${title} projects are not read by this version${others.length === 0 ? "" : `, nor ${plural(others.length, "other file")} like it`}`,
		kind: "unsupported",
		ecosystem: id,
		...others.length === 0 ? {} : { others }
	}];
}
async function whyUnlocked({ asks }, read) {
	try {
		const text = await read();
		if (text === void 0 || await asks?.(text) === false) return void 0;
		return "it asks for packages, and no lockfile says which versions those are";
	} catch (error) {
		if (!(error instanceof UsageError) && !(error instanceof SyntaxError)) throw error;
		const why = error instanceof UsageError ? error.message : "it is no valid text of its format";
		return `no lockfile covers it, and what it asks for is not known: ${withoutCredentials(why)}`;
	}
}
function depth(path) {
	return path.split("/").length;
}

// packages/inventory/src/inventory.ts
const MAX_MANIFEST_BYTES = 4194304;
async function readInventory(source, options = {}) {
	const { ecosystems = ECOSYSTEMS } = options;
	const excluded = (path) => exclusion(path) ?? options.excluded?.(path);
	const absent = options.absent ?? [];
	const isAbsent = new Set(absent.map(({ path }) => path));
	const all = (await source.list()).filter((path) => !isAbsent.has(path));
	const { found, skipped: passed } = discover(all, ecosystems, excluded);
	const unreadable = await source.unreadable?.() ?? [];
	const skipped = [
		...passed,
		...absentLockfiles(absent, ecosystems, excluded),
		...unreadable.map((folder) => ({
			...folder,
			kind: "unreadable"
		}))
	];
	const paths = all.filter((path) => excluded(path) === void 0);
	const graphs = [];
	for (const each of found) try {
		graphs.push(...await readOne(source, each, {
			paths,
			everyPath: all
		}, options));
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		skipped.push(broken(each, error));
	}
	const readText = textReader(source, MAX_MANIFEST_BYTES);
	const looked = {
		paths,
		graphs,
		skipped: [...skipped],
		readText
	};
	for (const ecosystem of ecosystems) skipped.push(...await unlockedManifests(ecosystem, looked));
	return {
		graphs,
		skipped: skipped.sort((a, b) => a.item < b.item ? -1 : 1)
	};
}
function broken({ path, ecosystem, format }, error) {
	const rewrite = format.rewrite === void 0 ? "Write it again with its package manager" : `Write it again with \`${format.rewrite}\``;
	return {
		item: path,
		reason: withoutCredentials(error.message),
		advice: error.hint ?? `${rewrite} and commit it.`,
		kind: "unreadable",
		ecosystem: ecosystem.id
	};
}
async function readOne(source, { path, format }, listed, { origin, compareManifests = true }) {
	const readText = textReader(source, MAX_FILE_BYTES);
	const text = await readText(path);
	if (text === void 0) throw new UsageError(`${path} is listed and can't be read`);
	const read = await format.load?.();
	const readBytes = (file) => source.read(file, MAX_FILE_BYTES);
	const input = {
		path,
		text,
		origin,
		compareManifests,
		...listed,
		readText,
		readBytes
	};
	return (await read?.(input) ?? []).map((graph) => graphWithoutCredentials({
		...graph,
		gaps: [...graph.gaps, ...orphanGaps(graph)]
	}));
}
function textReader(source, maxBytes) {
	return async (path) => {
		const bytes = await source.read(path, maxBytes);
		return bytes === void 0 ? void 0 : decodeLockfile(path, bytes);
	};
}

// packages/inventory/src/lockfiles-above.ts
async function lockfilesAbove(root, folder) {
	const found = [];
	const parts = folder.split("/").filter((part) => part !== "");
	for (let depth = parts.length - 1; depth >= 0; depth--) {
		const above = parts.slice(0, depth).join("/");
		const names = await readdir(resolve(root, "../".repeat(parts.length - depth))).catch(() => []);
		for (const name of names.sort()) {
			const match = formatOf(name, ECOSYSTEMS);
			if (match === void 0) continue;
			const path = above === "" ? name : `${above}/${name}`;
			found.push({
				path,
				ecosystem: match.ecosystem.id
			});
		}
	}
	return found;
}
function withLockfilesAbove(inventory, above) {
	const skipped = inventory.skipped.map((each) => {
		const lockfile = above.find(({ ecosystem }) => ecosystem === each.ecosystem);
		return each.kind !== "unlocked" || lockfile === void 0 ? each : {
			...each,
			reason: `no lockfile of the working directory covers it; ${lockfile.path} lies above`,
			advice: aboveAdvice(lockfile)
		};
	});
	return {
		...inventory,
		skipped
	};
}
function aboveAdvice({ path }) {
	const slash = path.lastIndexOf("/");
	return `Look at the project as a whole: set \`working-directory\` to ${slash < 0 ? "the root of the repository" : `\`${path.slice(0, slash)}\``}, where ${path.slice(slash + 1)} lies.`;
}

// packages/inventory/src/rules.ts
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

// packages/inventory/src/gaps.ts
function inventoryFindings(inventory, today, above = []) {
	const { graphs, skipped } = inventory;
	const left = skipped.filter(({ kind }) => kind !== "excluded");
	return [
		...graphs.length + left.length === 0 ? [nothingFound(skipped, above)] : [],
		...left.map(leftOut),
		...graphs.flatMap((graph) => onePeerGap(graph.gaps).map((gap) => gapFinding(graph, gap))),
		...graphs.filter(isEmpty).map(noComponents)
	].map((facts) => withEntry(facts, today));
}
function withEntry(facts, today) {
	const severity = INVENTORY_RULES[facts.ruleId]?.severity ?? "medium";
	return {
		...facts,
		severity,
		evidence: [suppressionToPaste(facts, today)]
	};
}
function nothingFound(skipped, [first]) {
	const excluded = skipped.length;
	return {
		ruleId: "inventory.nothing-found",
		message: `No lockfile and no manifest was found${excluded === 0 ? "" : `; ${excluded} lie where they are left out on purpose (see the coverage)`}`,
		fingerprint: fingerprint("inventory.nothing-found"),
		remediation: first === void 0 ? "Set `working-directory` to the folder that holds the project, or, if it has no dependencies, accept this with the entry to paste." : aboveAdvice(first)
	};
}
const LEFT_OUT = {
	excluded: "inventory.unread-ecosystem",
	unsupported: "inventory.unread-ecosystem",
	unreadable: "inventory.broken-lockfile",
	unlocked: "inventory.unlocked-manifest",
	absent: "inventory.not-checked-out"
};
function leftOut({ item, reason, kind, ecosystem, others, advice }) {
	const ruleId = kind === "unreadable" && ecosystem === void 0 ? "inventory.unreadable-folder" : LEFT_OUT[kind];
	const what = kind === "unsupported" ? "Look at these packages with another tool" : advice?.replace(/\.$/, "") ?? "Make it readable";
	return {
		ruleId,
		message: `The packages of ${item} are not known: ${reason}`,
		location: { path: item },
		...others === void 0 ? {} : { relatedLocations: others.map((path) => ({ path })) },
		fingerprint: fingerprint(ruleId, item, kind === "unreadable" ? reason : ""),
		remediation: `${what}, or accept this with the entry to paste.`
	};
}
const MAX_NAMED = 5;
function onePeerGap(gaps) {
	const peers = gaps.filter(({ kind }) => kind === "missing-peer");
	const [first, second] = peers;
	if (first === void 0 || second === void 0) return gaps;
	const all = peers.map(({ item, reason }) => `${item}: ${reason}`);
	const more = all.length > MAX_NAMED ? `; and ${all.length - MAX_NAMED} more` : "";
	const reason = `${plural(all.length, "peer requirement")} not met: ${all.slice(0, MAX_NAMED).join("; ")}${more}`;
	const merged = {
		...first,
		item: "",
		reason,
		identity: all.join("\n")
	};
	return [...gaps.filter(({ kind }) => kind !== "missing-peer"), merged];
}
const GAP_RULES = {
	entry: "inventory.incomplete",
	stale: "inventory.stale-lockfile",
	"missing-peer": "inventory.missing-peer",
	orphan: "inventory.orphan",
	"no-integrity": "inventory.missing-integrity"
};
function gapFinding({ path, ecosystem, format, components }, gap) {
	const { kind, item, reason, location, componentId, advice } = gap;
	const ruleId = GAP_RULES[kind];
	const place = item === path || item === "" ? path : `${item} in ${path}`;
	const orphan = kind === "orphan" ? components.find(({ id }) => id === componentId) : void 0;
	const rewrite = ecosystemOf(ecosystem)?.formats.find(({ id }) => id === format)?.rewrite;
	const again = `Write the lockfile again${rewrite === void 0 ? "" : ` with \`${rewrite}\``} and commit it`;
	return {
		ruleId,
		message: `${place}: ${reason}`,
		location: location ?? { path },
		...orphan === void 0 ? {} : { subject: {
			name: orphan.name,
			ecosystem,
			...orphan.version === void 0 ? {} : { version: orphan.version },
			...orphan.purl === void 0 ? {} : { purl: orphan.purl }
		} },
		fingerprint: fingerprint(ruleId, path, item, gap.identity ?? reason),
		remediation: `${advice?.replace(/\.$/, "") ?? again}, or accept this with the entry to paste.`
	};
}
function isEmpty({ components, gaps }) {
	return gaps.length === 0 && components.every(({ firstParty }) => firstParty);
}
function noComponents({ path }) {
	return {
		ruleId: "inventory.no-components",
		message: `${path} lists no package but the project's own`,
		location: { path },
		fingerprint: fingerprint("inventory.no-components", path),
		remediation: "Nothing has to be done if the project has no dependencies."
	};
}

// packages/inventory/src/source.ts
function workTreeSource(workspace) {
	const walk = async () => {
		const installed = [];
		const { files, irregular, unreadable } = await walkFiles(workspace.root, (path) => {
			if (!isInstallFolder(path)) return true;
			installed.push(path);
			return false;
		});
		return {
			listed: [...files, ...irregular].sort(),
			unlisted: installed.sort().map((item) => ({
				item,
				reason: "it holds installed packages"
			})),
			unreadable: unreadable.map(({ path }) => ({
				item: path || ".",
				reason: "the folder can't be listed; look at its permissions, and whether its name is UTF-8"
			}))
		};
	};
	let walked;
	const once = () => {
		walked ??= walk();
		return walked;
	};
	return {
		list: async () => (await once()).listed,
		read: (path, maxBytes) => workspace.readIfPresent(path, maxBytes),
		unlisted: async () => (await once()).unlisted,
		unreadable: async () => (await once()).unreadable
	};
}

// packages/inventory/src/material.ts
function inventoryOf(context) {
	return context.materials.once("inventory", () => readMaterial(context));
}
async function readMaterial(context) {
	const source = workTreeSource(await openWorkspace(context.root));
	const [repository] = await Promise.all([readRepositoryFacts(context), source.list()]);
	const read = await readInventory(source, {
		origin: repository.origin,
		absent: repository.absent,
		...exclusionOf(context.config)
	});
	context.signal.throwIfAborted();
	const above = read.graphs.length === 0 || read.skipped.some(({ kind }) => kind === "unlocked") ? await lockfilesAbove(context.root, repository.folder) : [];
	const inventory = withLockfilesAbove(read, above);
	const unlisted = await source.unlisted?.() ?? [];
	const skipped = [...inventory.skipped.filter(({ kind }) => kind === "excluded"), ...unlisted].map(({ item, reason }) => ({
		item,
		reason
	}));
	return {
		inventory,
		repository,
		result: {
			check: "inventory",
			title: "Inventory",
			findings: inventoryFindings(inventory, context.clock.wall(), above),
			artifacts: [],
			coverage: {
				inspected: {
					lockfiles: inventory.graphs.length,
					packages: packageCount(inventory)
				},
				skipped: skipped.sort((a, b) => a.item < b.item ? -1 : 1),
				summary: `${plural(packageCount(inventory), "package")} in ${plural(inventory.graphs.length, "lockfile")}`
			},
			notices: scopeNotices(inventory)
		}
	};
}
function exclusionOf(config) {
	const { exclude = [] } = config?.section("inventory") ?? {};
	if (exclude.length === 0) return {};
	const matches = globMatcher(exclude);
	return { excluded: (path) => matches(path) ? "the config file leaves it out (`inventory.exclude`)" : void 0 };
}
function packageCount({ graphs }) {
	const packages = graphs.flatMap(({ components }) => components.filter((each) => !each.firstParty));
	return new Set(packages.map(({ purl, id }) => purl ?? id)).size;
}
function scopeNotices({ graphs }) {
	const wrong = graphs.flatMap(({ components }) => components).filter(({ flags }) => flags.includes("scopeMismatch")).length;
	return wrong === 0 ? [] : [`Lockfile entries whose dev or optional flags the dependencies contradict: ${wrong}; the dependencies count.`];
}

export { readInventory as a, knowsAllPackages as c, INVENTORY_RULES as i, ecosystemOf as l, inventoryOf as n, orphanHeads as o, workTreeSource as r, isIncomplete as s, exclusionOf as t };