import "./rolldown-runtime.js";
import "./action-kit-suite-index.js";
import { _ as UsageError } from "./core-command-nearest.js";
import { t as CHECK_NAMES } from "./action-kit-suite-members.js";
import { b as CONFIG_PATHS, i as nodeProcesses, r as VERSION, s as writeInside, y as openWorkspace } from "./core.js";
import { t as loadSections } from "./action-kit-suite-sections2.js";
import { i as parseArguments, t as commandLineError } from "./cli-run-command.js";
import { i as visible } from "./cli-terminal.js";
import { c as headCommit, i as defaultBranch, l as openRepository, r as branchBehind } from "./git.js";
import { n as readInventory, t as workTreeSource } from "./inventory.js";
import { resolve } from "node:path";

// packages/cli/src/init/config-template.ts
function configTemplate(facts, sections) {
	const owner = JSON.stringify(facts.owner ?? "@your-org/security");
	return `# The settings of Assay (https://github.com/assay-ci/assay). Every key is optional; docs/reference/config.md explains them.
${lockfileComment(facts)}
version: 1

checks:
${CHECK_NAMES.map((name) => `  - ${name}`).join("\n")}

# The least severity of a finding that fails the run: critical, high, medium, low, info or never.
fail-on: medium

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
	return [lockfiles.length === 0 ? "No lockfile was found: sbom and licenses have nothing to look at yet." : `Lockfiles that were found: ${lockfiles.slice(0, 20).map(oneLine).join(", ")}.`, ...unread.slice(0, 20).map(({ item, reason }) => `Not read: ${oneLine(item)}, for ${oneLine(reason)}.`)].map((line) => `# ${line}`).join("\n");
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
		lockfiles: inventory.lockfiles.map(({ path }) => path),
		unread: inventory.skipped.filter(({ kind }) => kind !== "excluded"),
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
async function ownPin(terminal) {
	const home = await openIfRepository(import.meta.dirname, terminal);
	const action = await home?.run(["show", "HEAD:action.yml"], { maxBytes: 1048576 });
	if (home === void 0 || action?.exitCode !== 0) return void 0;
	if (!Buffer.from(action.stdout).toString().includes("\nname: \"Assay\"\n")) return void 0;
	const head = await headCommit(home);
	const tags = await home.run([
		"tag",
		"--points-at",
		"HEAD"
	]);
	const label = Buffer.from(tags.stdout).toString().split("\n").includes(`v${"0.1.0"}`) ? `v${VERSION}` : `${VERSION}, not released`;
	return head === void 0 ? void 0 : {
		commit: head.sha,
		label
	};
}

// packages/cli/src/init/workflow-template.ts
const ACTION = "assay-ci/assay";
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
      - uses: ${ACTION}@${pin.commit} # ${pin.label}
        with:
          comment: true
          # upload-sarif: true
`;
}

// packages/cli/src/init/init-command.ts
const USAGE = `Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${ACTION} that the workflow uses.
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
const UNKNOWN_PIN = {
	commit: "<full commit SHA>",
	label: `v${VERSION}`
};
async function initCommand(argv, terminal) {
	const { explicit, general, positionals, problems } = parseArguments(argv, OPTIONS);
	const { stdout } = terminal;
	if (general.help) {
		stdout.write(USAGE);
		return 0;
	}
	const [folder = ".", second] = positionals;
	const surplus = second === void 0 ? [] : [`One folder is set up; ${JSON.stringify(second)} is too much`];
	if (problems.length + surplus.length > 0) throw commandLineError("init", [...problems, ...surplus]);
	const force = explicit["force"] === "true";
	const pin = readPin(explicit["pin"]) ?? await ownPin(terminal) ?? UNKNOWN_PIN;
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
	for (const { path, text, there } of files) {
		if (there && !force) {
			stdout.write(`kept ${path}: it is there already; --force replaces it\n`);
			continue;
		}
		await writeInside(workspace.root, path, text);
		stdout.write(`wrote ${path}\n`);
	}
	stdout.write(`\nfound: default branch ${visible(defaultBranch)}, ${countOf(facts.lockfiles)}\n`);
	for (const { item, reason } of facts.unread) stdout.write(`${visible(`not read: ${item} (${reason})`)}\n`);
	if (pin === UNKNOWN_PIN) stdout.write(`\nPut the full commit of the ${ACTION} release that you trust where ${WORKFLOW} says ${UNKNOWN_PIN.commit}, or run init with --pin.\n`);
	stdout.write("\nNext: assay check .\n");
	return 0;
}
function readPin(pin) {
	if (pin === void 0) return void 0;
	if (typeof pin === "string" && /^[0-9a-f]{40}$/.test(pin)) return {
		commit: pin,
		label: `v${VERSION}`
	};
	throw new UsageError(`\`--pin\` is ${JSON.stringify(pin)}; it must be a full commit`, { hint: "Give all 40 hex digits: a tag or a short commit can be moved to other code." });
}
async function firstPresent(workspace, paths) {
	for (const path of paths) if (await workspace.readIfPresent(path) !== void 0) return path;
}
function countOf(lockfiles) {
	if (lockfiles.length === 0) return "no lockfile";
	return `${lockfiles.length} lockfile${lockfiles.length === 1 ? "" : "s"} (${visible(lockfiles.slice(0, 5).join(", "))})`;
}

export { initCommand };