import { B as UsageError, b as walkFiles, g as MAX_FILE_BYTES } from "./core.js";
import "./inventory-reachability.js";

// packages/inventory/src/discover.ts
const EXCLUDED_FOLDERS = /* @__PURE__ */ new Map([
	["node_modules", "it lies among installed packages"],
	["bower_components", "it lies among installed packages"],
	["vendor", "it lies among vendored packages"],
	[".git", "it lies in git's own folder"],
	[".github", "it describes CI, not the product"],
	["testdata", "it lies among test data"],
	["fixtures", "it lies among test data"],
	["__fixtures__", "it lies among test data"],
	["examples", "it lies among examples"]
]);
function isInstalled(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return name === "node_modules" || name === "bower_components";
}
function discover(paths, ecosystems) {
	const present = new Set(paths);
	const found = [];
	const skipped = [];
	for (const path of paths) {
		const name = path.slice(path.lastIndexOf("/") + 1);
		const ecosystem = ecosystems.find(({ files }) => files.some((file) => matches(file, name)));
		if (ecosystem === void 0) continue;
		const excluded = exclusion(path) ?? winner(path, name, ecosystem, present);
		if (excluded !== void 0) skipped.push({
			item: path,
			reason: excluded,
			kind: "excluded",
			ecosystem: ecosystem.id
		});
		else if (ecosystem.parse === void 0) {
			const reason = `${ecosystem.title} lockfiles are not read yet by this version`;
			skipped.push({
				item: path,
				reason,
				kind: "unsupported",
				ecosystem: ecosystem.id
			});
		} else found.push({
			path,
			ecosystem
		});
	}
	return {
		found,
		skipped
	};
}
function matches(pattern, name) {
	return typeof pattern === "string" ? pattern === name : pattern.test(name);
}
function exclusion(path) {
	for (const folder of path.split("/").slice(0, -1)) {
		const reason = EXCLUDED_FOLDERS.get(folder);
		if (reason !== void 0) return reason;
	}
}
function winner(path, name, ecosystem, present) {
	if (ecosystem.onePerFolder !== true) return void 0;
	const folder = path.slice(0, path.length - name.length);
	for (const file of ecosystem.files) {
		if (file === name) return void 0;
		if (typeof file === "string" && present.has(folder + file)) return `${file} in the same folder wins over it`;
	}
}

// packages/inventory/src/ecosystems/index.ts
const npm = {
	parse: async (input) => (await import("./inventory-ecosystems-npm.js")).parseNpm(input),
	findUnlocked: async (looked) => (await import("./inventory-ecosystems-npm-unlocked.js")).unlockedManifests(looked)
};
const ECOSYSTEMS = [
	{
		id: "npm",
		title: "npm",
		files: ["npm-shrinkwrap.json", "package-lock.json"],
		onePerFolder: true,
		...npm
	},
	{
		id: "yarn",
		title: "Yarn",
		files: ["yarn.lock"]
	},
	{
		id: "pnpm",
		title: "pnpm",
		files: ["pnpm-lock.yaml"]
	},
	{
		id: "bun",
		title: "Bun",
		files: ["bun.lock", "bun.lockb"]
	},
	{
		id: "deno",
		title: "Deno",
		files: ["deno.lock"]
	},
	{
		id: "uv",
		title: "uv",
		files: ["uv.lock", /\.py\.lock$/]
	},
	{
		id: "poetry",
		title: "Poetry",
		files: ["poetry.lock"]
	},
	{
		id: "pdm",
		title: "PDM",
		files: ["pdm.lock", /^pylock(\.[^.]+)?\.toml$/]
	},
	{
		id: "pipenv",
		title: "Pipenv",
		files: ["Pipfile.lock"]
	},
	{
		id: "pip",
		title: "pip requirements",
		files: [/requirements[^/]*\.txt$/]
	},
	{
		id: "conda",
		title: "Conda",
		files: ["conda-lock.yml", "pixi.lock"]
	},
	{
		id: "golang",
		title: "Go module",
		files: ["go.mod"]
	},
	{
		id: "cargo",
		title: "Cargo",
		files: ["Cargo.lock"]
	},
	{
		id: "gem",
		title: "Bundler",
		files: [
			"Gemfile.lock",
			"Gemfile.next.lock",
			"gems.locked"
		]
	},
	{
		id: "composer",
		title: "Composer",
		files: ["composer.lock"]
	},
	{
		id: "nuget",
		title: "NuGet",
		files: [
			"packages.lock.json",
			"paket.lock",
			"packages.config"
		]
	},
	{
		id: "maven",
		title: "Maven",
		files: ["pom.xml"]
	},
	{
		id: "gradle",
		title: "Gradle",
		files: [/gradle\.lockfile$/]
	},
	{
		id: "sbt",
		title: "sbt",
		files: [/\.sbt\.lock$/]
	},
	{
		id: "hex",
		title: "Mix and Rebar",
		files: ["mix.lock", "rebar.lock"]
	},
	{
		id: "pub",
		title: "Dart pub",
		files: ["pubspec.lock"]
	},
	{
		id: "swift",
		title: "Swift Package Manager",
		files: [/^\.?[Pp]ackage\.resolved$/]
	},
	{
		id: "cocoapods",
		title: "CocoaPods",
		files: ["Podfile.lock"]
	},
	{
		id: "conan",
		title: "Conan",
		files: ["conan.lock"]
	},
	{
		id: "vcpkg",
		title: "vcpkg",
		files: ["vcpkg.json"]
	},
	{
		id: "hackage",
		title: "Haskell",
		files: ["cabal.project.freeze", "stack.yaml.lock"]
	},
	{
		id: "julia",
		title: "Julia",
		files: ["Manifest.toml"]
	},
	{
		id: "cran",
		title: "renv",
		files: ["renv.lock"]
	},
	{
		id: "terraform",
		title: "Terraform",
		files: [".terraform.lock.hcl"]
	},
	{
		id: "nix",
		title: "Nix flake",
		files: ["flake.lock"]
	}
];

// packages/inventory/src/lockfile-text.ts
function decodeLockfile(path, bytes) {
	const text = decode(path, bytes);
	if (/^<{7} /m.test(text) && /^>{7} /m.test(text)) throw new UsageError(`${path} holds the markers of a merge conflict`, { hint: "Resolve the conflict and write the lockfile anew." });
	return text;
}
function decode(path, bytes) {
	const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : "utf-8";
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		throw new UsageError(`${path} is not UTF-8 text`, { hint: "Write the lockfile anew with its package manager." });
	}
}

// packages/inventory/src/inventory.ts
const MAX_MANIFEST_BYTES = 4194304;
async function readInventory(source, options = {}) {
	const paths = await source.list();
	const { found, skipped: passed } = discover(paths, ECOSYSTEMS);
	const lockfiles = [];
	const unreadable = await source.unreadable?.() ?? [];
	const skipped = [...passed, ...unreadable.map((folder) => ({
		...folder,
		kind: "unreadable"
	}))];
	for (const each of found) try {
		const graph = await readOne(source, each, options);
		if (graph !== void 0) lockfiles.push(graph);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		skipped.push({
			item: each.path,
			reason: error.hint === void 0 ? error.message : `${error.message}. ${error.hint}`,
			kind: "unreadable",
			ecosystem: each.ecosystem.id
		});
	}
	const looked = {
		paths: paths.filter((path) => exclusion(path) === void 0),
		lockfiles,
		skipped: [...skipped],
		readText: textReader(source, MAX_MANIFEST_BYTES)
	};
	for (const { findUnlocked } of ECOSYSTEMS) if (findUnlocked !== void 0) skipped.push(...await findUnlocked(looked));
	return {
		lockfiles,
		skipped: skipped.sort((a, b) => a.item < b.item ? -1 : 1)
	};
}
async function readOne(source, { path, ecosystem }, { origin }) {
	const readText = textReader(source, MAX_FILE_BYTES);
	const text = await readText(path);
	if (text === void 0) throw new UsageError(`${path} is listed and can't be read`);
	return ecosystem.parse?.({
		path,
		text,
		origin,
		readText
	});
}
function textReader(source, maxBytes) {
	return async (path) => {
		const bytes = await source.read(path, maxBytes);
		return bytes === void 0 ? void 0 : decodeLockfile(path, bytes);
	};
}

// packages/inventory/src/source.ts
function workTreeSource(workspace) {
	const walk = async () => {
		const installed = [];
		const { files, irregular, unreadable } = await walkFiles(workspace.root, (path) => {
			if (!isInstalled(path)) return true;
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

export { readInventory as n, workTreeSource as t };