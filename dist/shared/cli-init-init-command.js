import "./rolldown-runtime.js";
import { B as PROJECT_URL, M as openWorkspace, Q as UsageError, V as VERSION, t as wrap, tt as CONFIG_PATHS } from "./core.js";
import { S as nodeProcesses, s as writeInside } from "./runtime.js";
import { t as loadSections } from "./suite.js";
import { n as CHECK_NAMES } from "./suite-check-command.js";
import { r as parseArguments, t as commandLineError } from "./cli-run-command.js";
import { c as visible } from "./cli-help.js";
import { C as openRepository, c as defaultBranch, s as branchBehind, v as headCommit } from "./git.js";
import { a as readInventory, r as workTreeSource } from "./inventory.js";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";

// packages/cli/src/init/config-template.ts
const NEED_LOCKFILES = /* @__PURE__ */ new Set(["sbom", "licenses"]);
const BASELINE = ".github/assay-baseline.json";
function configTemplate(facts, sections) {
	const owner = JSON.stringify(facts.owner ?? "@your-org/security");
	return `# The settings of Assay. Every key is optional; all: ${PROJECT_URL}/blob/main/docs/reference/config.md
${lockfileComment(facts)}
version: 1

checks:
${CHECK_NAMES.map((name) => checkLine(name, facts)).join("\n")}

# The least severity of a finding that fails the run: critical, high, medium, low, info or never.
fail-on: medium

# To start from what is found today without fixing all of it at once: write a report once
# (check . --format json > ${BASELINE}), commit it, and name it here. What is in it is
# reported and does not fail the run, until its fix is due.
# baseline: ${BASELINE}

# Findings that are accepted for a time. An unused or expired entry is a finding itself.
# suppressions:
#   - rule: licenses.denied
#     package: example-package
#     reason: Why it is acceptable.
#     owner: ${owner}
#     expires: "2027-06-30"

# When an answer and when a fix of a finding are due, by severity.
# slo:
#   critical: { answer: 24h, fix: 7d }
#   high: { answer: 48h, fix: 14d }

# report:
#   formats: [json, sarif, html]
${sections.map(commentedSection).join("")}`;
}
function lockfileComment({ lockfiles, unread }) {
	return [lockfiles.length === 0 ? unread.length === 0 ? "No lockfile was found: the checks that need one are switched off below." : "No lockfile was found that this version reads; what is not known is reported." : `Lockfiles that were found: ${lockfiles.slice(0, 20).map(oneLine).join(", ")}.`, ...unread.slice(0, 20).map(({ item, reason }) => `Not read: ${oneLine(item)} (${oneLine(reason)}).`)].map((line) => `# ${line}`).join("\n");
}
function checkLine(name, { lockfiles, unread }) {
	return lockfiles.length > 0 || unread.length > 0 || !NEED_LOCKFILES.has(name) ? `  - ${name}` : `  # - ${name} # needs a lockfile`;
}
function commentedSection({ key, description, example }) {
	const lines = example.trimEnd().split("\n").map((line) => `#   ${line}`.trimEnd());
	return [
		"",
		`# ${description}`,
		`# ${key}:`,
		...lines,
		""
	].join("\n");
}
function oneLine(text) {
	return text.replace(/\p{C}+/gu, " ");
}

// packages/cli/src/init/existing-tools.ts
const FILES = [
	[".gitleaks.toml", "The secrets check reads it as gitleaks does: keep it."],
	[".gitleaksignore", "The secrets check reads it as gitleaks does: keep it."],
	[".github/dependency-review-config.yml", "Its `allow-licenses` is `licenses.allow` here; `allow-dependencies-licenses` becomes entries of `licenses.exceptions`."]
];
const ACTIONS = [
	["gitleaks/gitleaks-action", "the secrets check does the same"],
	["actions/dependency-review-action", "the licences check does its part on licences"],
	["anchore/sbom-action", "the SBOM check does the same"],
	["sigstore/cosign-installer", "`actions/sign` makes bundles that cosign verifies"],
	["sigstore/gh-action-sigstore-python", "`actions/sign` makes bundles that sigstore verifies"]
];
const MAX_WORKFLOWS = 100;
const MAX_WORKFLOW_BYTES = 1048576;
async function existingTools(workspace) {
	const found = [];
	for (const [path, advice] of FILES) if (await readIfPossible(workspace, path) !== void 0) found.push({
		path,
		advice
	});
	for (const path of await workflows(workspace.root)) {
		const used = [...(await readIfPossible(workspace, path) ?? "").matchAll(/^\s*(?:-\s*)?uses:\s*["']?([^\s"'@#]+)/gm)];
		for (const [name, what] of ACTIONS) {
			if (!used.some(([, action]) => action === name || action?.startsWith(`${name}/`))) continue;
			const advice = `It uses ${name}: ${what}. Remove that step once both agree.`;
			found.push({
				path,
				advice
			});
		}
	}
	return found;
}
async function workflows(root) {
	const folder = ".github/workflows";
	return (await readdir(join(root, folder)).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort().slice(0, MAX_WORKFLOWS).map((name) => `${folder}/${name}`);
}
async function readIfPossible(workspace, path) {
	const bytes = await workspace.readIfPresent(path, MAX_WORKFLOW_BYTES).catch(() => void 0);
	return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
}

// packages/cli/src/init/detect.ts
const CODEOWNERS = [
	".github/CODEOWNERS",
	"CODEOWNERS",
	"docs/CODEOWNERS"
];
async function detectRepository(folder, terminal) {
	const workspace = await openWorkspace(folder);
	const inventory = await readInventory(workTreeSource(workspace));
	const owner = await defaultOwner(workspace);
	return {
		workspace,
		defaultBranch: await mainBranch(workspace.root, terminal),
		lockfiles: inventory.graphs.map(({ path }) => path),
		unread: inventory.skipped.filter(({ kind }) => kind !== "excluded"),
		existing: await existingTools(workspace),
		...owner !== void 0 && { owner }
	};
}
async function mainBranch(root, terminal) {
	const repository = await openIfRepository(root, terminal);
	if (repository === void 0) return "main";
	return await defaultBranch(repository, null) ?? await branchBehind(repository, "HEAD") ?? "main";
}
async function openIfRepository(root, { environment, signal }) {
	try {
		return await openRepository({
			root,
			processes: nodeProcesses(),
			environment,
			signal
		});
	} catch (error) {
		if (error instanceof UsageError) return void 0;
		throw error;
	}
}
async function defaultOwner(workspace) {
	for (const path of CODEOWNERS) {
		const bytes = await workspace.readIfPresent(path);
		if (bytes === void 0) continue;
		return new TextDecoder().decode(bytes).split("\n").map((line) => line.trim().split(/\s+/)).filter(([pattern]) => pattern === "*").at(-1)?.slice(1).find((owner) => /^@[\w-]+(\/[\w.-]+)?$/.test(owner));
	}
}

// packages/cli/src/init/pin.ts
const ACTION = new URL(PROJECT_URL).pathname.slice(1);
const RELEASES = `${PROJECT_URL}/releases`;
const PLACEHOLDER = "<full commit SHA>";
async function choosePin(given, terminal) {
	if (given !== void 0) return readPin(given);
	return await ownPin(terminal) ?? {
		commit: PLACEHOLDER,
		label: `v${"0.1.0"}`,
		doubt: `This workflow does not run yet: replace ${PLACEHOLDER} by that of a release, see ${RELEASES}.`
	};
}
function readPin(pin) {
	if (typeof pin === "string" && /^[0-9a-f]{40}$/.test(pin)) return { commit: pin };
	throw new UsageError(`\`--pin\` is ${JSON.stringify(pin)}; it must be a full commit`, { hint: "Give all 40 hex digits: a tag or a short commit can be moved to other code." });
}
async function ownPin(terminal) {
	const home = await openIfRepository(import.meta.dirname, terminal);
	const action = await home?.run(["show", "HEAD:action.yml"], { maxBytes: 1048576 });
	if (home === void 0 || action?.exitCode !== 0) return void 0;
	if (!Buffer.from(action.stdout).toString().includes("\nname: \"Assay\"\n")) return void 0;
	const head = await headCommit(home);
	if (head === void 0) return void 0;
	const tags = await home.run([
		"tag",
		"--points-at",
		"HEAD"
	]);
	const label = `v${VERSION}`;
	if (Buffer.from(tags.stdout).toString().split("\n").includes(label)) return {
		commit: head.sha,
		label
	};
	return {
		commit: head.sha,
		doubt: `This commit is the one of the clone of Assay that wrote this file; it is not a release. The workflow runs only if ${ACTION} has it on GitHub; releases: ${RELEASES}.`
	};
}

// packages/cli/src/init/workflow-template.ts
function workflowTemplate({ defaultBranch, pin }) {
	return `name: Assay

on:
  push:
    branches: [${JSON.stringify(defaultBranch)}]
  pull_request:
  merge_group:

permissions: {}

concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  assay:
    name: Assay
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read # to read the repository
      pull-requests: write # to keep one comment on the pull request
      # security-events: write # for upload-sarif
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
          fetch-depth: 0 # the secrets check reads every commit of a change
${comment(pin.doubt)}      - uses: ${ACTION}@${pin.commit}${pin.label === void 0 ? "" : ` # ${pin.label}`}
        with:
          comment: true
          # upload-sarif: true
`;
}
function comment(text) {
	if (text === void 0) return "";
	return wrap(text, 92, 0).map((line) => `      # ${line}\n`).join("");
}

// packages/cli/src/init/init-command.ts
const INIT_USAGE = `Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${ACTION} that the workflow uses. Without it: that of the
                  clone of Assay that runs, where it is one.
`;
const OPTIONS = {
	force: {
		type: "boolean",
		default: false,
		description: "Replace files that are there."
	},
	pin: {
		type: "string",
		description: "The full commit of Assay that the workflow uses."
	}
};
const WORKFLOW = ".github/workflows/assay.yml";
async function initCommand(argv, terminal) {
	const { explicit, general, positionals, problems } = parseArguments(argv, OPTIONS);
	const { stdout } = terminal;
	if (general.help) {
		stdout.write(INIT_USAGE);
		return 0;
	}
	const [folder = ".", second] = positionals;
	const surplus = second === void 0 ? [] : [`One folder is set up; ${JSON.stringify(second)} is too much`];
	if (problems.length + surplus.length > 0) throw commandLineError("init", [...problems, ...surplus]);
	const force = explicit["force"] === "true";
	const pin = await choosePin(explicit["pin"], terminal);
	const facts = await detectRepository(resolve(terminal.cwd, folder), terminal);
	const { workspace, defaultBranch } = facts;
	const existing = await firstPresent(workspace, CONFIG_PATHS);
	const config = configTemplate(facts, await loadSections());
	const files = [{
		path: existing ?? "assay.yml",
		text: config,
		there: existing !== void 0
	}, {
		path: WORKFLOW,
		text: workflowTemplate({
			defaultBranch,
			pin
		}),
		there: await firstPresent(workspace, [WORKFLOW]) !== void 0
	}];
	const written = /* @__PURE__ */ new Set();
	for (const { path, text, there } of files) {
		if (there && !force) {
			stdout.write(`kept ${path}: it is there already; --force replaces it\n`);
			continue;
		}
		await writeInside(workspace.root, path, text);
		written.add(path);
		stdout.write(`wrote ${path}\n`);
	}
	stdout.write(`\nfound: default branch ${visible(defaultBranch)}, ${countOf(facts.lockfiles)}\n`);
	for (const { item, reason } of facts.unread) stdout.write(`${visible(`not read: ${item} (${reason})`)}\n`);
	if (written.has(WORKFLOW) && pin.doubt !== void 0) stdout.write(`\nwarning: ${WORKFLOW}: ${pin.doubt}\n`);
	for (const { path, advice } of facts.existing) stdout.write(`${visible(`found: ${path}. ${advice}`)}\n`);
	const check = `${terminal.program} check ${folder}`;
	stdout.write(`\nNext: ${visible(check)}\n`);
	stdout.write(`If that finds more than you can fix now: ${visible(`${check} --format json > ${join(folder, BASELINE)}`)}, then \`baseline: ${BASELINE}\` in ${existing ?? "assay.yml"}.\n`);
	return 0;
}
async function firstPresent(workspace, paths) {
	for (const path of paths) if (await workspace.readIfPresent(path) !== void 0) return path;
}
function countOf(lockfiles) {
	if (lockfiles.length === 0) return "no lockfile";
	return `${lockfiles.length} lockfile${lockfiles.length === 1 ? "" : "s"} (${visible(lockfiles.slice(0, 5).join(", "))})`;
}

export { INIT_USAGE, initCommand };