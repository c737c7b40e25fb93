import "./rolldown-runtime.js";
import { C as programsOnPath, D as checkedFolders, M as openWorkspace, Q as UsageError, X as ExternalError, Z as InternalError, k as isChecked, x as isProgram, y as workTreeFiles } from "./core.js";
import { w as isolatedVariables } from "./git.js";
import { i as BUILT_IN, t as IGNORE_FILE } from "./secrets-suppressions-ignore-file.js";
import { t as redacted } from "./secrets-redaction-redacted.js";
import { mkdir, mkdtemp, open, realpath, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { tmpdir } from "node:os";

// packages/tools/src/checked-program.ts
async function refuseCheckedProgram(path, { name, root, environment, pathInput }) {
	const [program, checked] = await Promise.all([realpath(path), realpath(root)]);
	if (!isChecked(await checkedFolders(checked, environment), program)) return;
	throw new UsageError(`The program ${name} lies in the repository that is checked, and nothing of that is ever run`, { hint: `Install ${name} outside of the checkout (on a runner: below RUNNER_TEMP or RUNNER_TOOL_CACHE), and put it on PATH${pathInput === void 0 ? "" : ` or give ${pathInput}`}.` });
}

// packages/tools/src/probe-version.ts
const PROBE_TIMEOUT_MS = 15e3;
const PROBE_BYTES = 65536;
async function probeVersion(path, probe) {
	const { exitCode, stdout, stderr } = await probe.processes.run(path, probe.versionArgs, {
		timeoutMs: PROBE_TIMEOUT_MS,
		maxBytes: PROBE_BYTES,
		env: {
			PATH: probe.environment["PATH"] ?? probe.environment["Path"] ?? "",
			LC_ALL: "C"
		}
	});
	const text = `${Buffer.from(stdout).toString("utf8")}\n${stderr}`;
	if (exitCode !== 0) {
		const said = text.trim().split("\n")[0] ?? "";
		throw new ExternalError(`\`${probe.name} ${probe.versionArgs.join(" ")}\` ended with exit code ${exitCode}${said === "" ? "" : `: ${said.slice(0, 200)}`}`, { hint: `Check that ${probe.name} runs on this machine.` });
	}
	return /(?<![\d.])v?(\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?:-[0-9A-Za-z.-]{1,40})?)(?![\d.])/.exec(text)?.[1];
}

// packages/tools/src/find-tool.ts
async function findTool(request) {
	const path = request.explicitPath === void 0 ? await onPath(request) : await atPath(request, request.explicitPath);
	await refuseCheckedProgram(path, request);
	return {
		path,
		version: await probeVersion(path, request)
	};
}
async function atPath(request, explicit) {
	const path = resolve(request.root, explicit);
	if (await isProgram(path)) return path;
	throw new UsageError(`${request.pathInput ?? `The path of ${request.name}`} is "${explicit}"; no program that may be run is there`, { hint: `Give the path of the ${request.name} program itself, and make it executable.` });
}
async function onPath({ name, environment, install }) {
	for await (const { path } of programsOnPath(name, environment)) return path;
	throw new ExternalError(`The program ${name} was not found on PATH`, { hint: install ?? `Install ${name}, or give its path.` });
}

// packages/secrets/src/rules/as-toml.ts
function builtInRulesAsToml() {
	return `title = "Assay"\n\n${BUILT_IN.filter(({ nativeOnly }) => !nativeOnly).map((rule) => {
		return [...[
			"[[rules]]",
			`id = ${text(rule.id)}`,
			`description = ${text(rule.title)}`,
			`regex = ${text(rule.regex)}`,
			`keywords = ${texts(rule.keywords)}`,
			...rule.entropy === void 0 ? [] : [`entropy = ${rule.entropy}`]
		], ...rule.allow === void 0 ? [] : allowlists(rule.allow)].join("\n");
	}).join("\n\n")}\n`;
}
function allowlists(allow) {
	const one = (key, values) => ["[[rules.allowlists]]", `${key} = ${texts(values)}`];
	return [
		...allow.stopwords === void 0 ? [] : one("stopwords", allow.stopwords),
		...(allow.regexes ?? []).flatMap((regex) => one("regexes", [regex])),
		...(allow.matches ?? []).flatMap((regex) => [...one("regexes", [regex]), "regexTarget = \"match\""]),
		...(allow.paths ?? []).flatMap((path) => one("paths", [path]))
	];
}
function text(value) {
	return JSON.stringify(value);
}
function texts(values) {
	return `[${values.map(text).join(", ")}]`;
}

// packages/secrets/src/gitleaks/arguments.ts
const LEAKS_EXIT_CODE = 42;
function gitleaksArguments(history, files, { maxDecodeDepth, ignoreMarks }) {
	return [
		...history === void 0 ? ["dir", "."] : [
			"git",
			history.place,
			`--log-opts=${logOptions(history.range)}`
		],
		`--config=${files.config}`,
		`--report-path=${files.report}`,
		"--report-format=json",
		`--exit-code=${42}`,
		`--max-decode-depth=${maxDecodeDepth}`,
		...ignoreMarks ? ["--ignore-gitleaks-allow"] : [],
		"--no-banner",
		"--no-color",
		"--log-level=info"
	];
}
function logOptions(range) {
	const safe = [
		"--no-color",
		"--no-ext-diff",
		"--no-textconv",
		"--text",
		"--no-renames",
		"--full-history",
		"--diff-merges=first-parent"
	];
	if (range.kind !== "commits") return [...safe, "--all"].join(" ");
	const { head, base, exclude = [] } = range;
	const left = base === void 0 ? exclude : [base, ...exclude];
	for (const name of [head, ...left]) if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(name)) throw new InternalError("a commit range holds something that is no object name");
	return [
		...safe,
		head,
		...left.map((name) => `^${name}`)
	].join(" ");
}

// packages/secrets/src/gitleaks/report.ts
function readReport(text, prefix, accept = () => true) {
	return parse$1(text).flatMap((row) => {
		const file = textOf(row, "File").replaceAll("\\", "/").replace(/^\.\//, "");
		if (!file.startsWith(prefix)) return [];
		const path = file.slice(prefix.length);
		const match = textOf(row, "Match");
		const question = {
			secret: textOf(row, "Secret"),
			match,
			path,
			text: match,
			start: 0
		};
		const hit = toHit(row, path);
		const decoded = hit.tags.some((tag) => tag.startsWith("decoded:"));
		return accept(hit.ruleId, {
			...question,
			decoded
		}) ? [hit] : [];
	});
}
function parse$1(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		throw unexpected();
	}
	if (!Array.isArray(value) || !value.every((row) => typeof row === "object" && row !== null)) throw unexpected();
	return value;
}
function toHit(row, path) {
	const commit = textOf(row, "Commit");
	const line = numberOf(row, "StartLine");
	const secret = textOf(row, "Secret");
	const date = textOf(row, "Date");
	const inCommit = commit === "" ? {} : { commit };
	return {
		ruleId: textOf(row, "RuleID"),
		path,
		commit,
		line,
		marked: false,
		tags: Array.isArray(row["Tags"]) ? row["Tags"].filter((tag) => typeof tag === "string") : [],
		location: line < 1 ? {
			path,
			...inCommit
		} : {
			path,
			startLine: line,
			endLine: Math.max(line, numberOf(row, "EndLine")),
			...inCommit
		},
		...line < 1 ? {} : { secret: redacted(secret) },
		.../^\d{4}-\d\d-\d\dT[\d:]{8}Z$/.test(date) ? { authoredAt: date } : {}
	};
}
function textOf(row, key) {
	const value = row[key];
	if (value === void 0) return "";
	if (typeof value !== "string") throw unexpected();
	return value;
}
function numberOf(row, key) {
	const value = row[key];
	if (typeof value !== "number") throw unexpected();
	return value;
}
function unexpected() {
	return new ExternalError("gitleaks wrote a report that is not its JSON format", { hint: "Use gitleaks 8.19 or later." });
}
const MAX_REPORT_BYTES = 268435456;
async function readReportFile(path) {
	const file = await open(path, "r").catch(() => void 0);
	if (file === void 0) throw noReport("gitleaks ended and wrote no report");
	try {
		const status = await file.stat();
		if (!status.isFile()) throw noReport("gitleaks left no file where its report should be");
		if (status.size > MAX_REPORT_BYTES) throw noReport(`The report of gitleaks has ${status.size} bytes; at most ${MAX_REPORT_BYTES} are read`);
		return await file.readFile("utf8");
	} finally {
		await file.close();
	}
}
function noReport(message) {
	return new ExternalError(message, { hint: "Check that `gitleaks-path` or the `gitleaks` on PATH is gitleaks 8.19 or later, or use `engine: native`." });
}

// packages/secrets/src/gitleaks/summary.ts
function readSummary(stderr) {
	const lines = stderr.replace(/\x1b\[[0-9;]*m/g, "").split("\n");
	const complaints = lines.filter((line) => /\b(?:WRN|ERR|FTL|PNC)\b/.test(line) && !/\bleaks found: \d+/.test(line));
	const text = lines.join("\n");
	return {
		commits: Number(/(\d+) commits scanned/.exec(text)?.[1] ?? 0),
		bytes: Number(/scanned ~(\d+) bytes/.exec(text)?.[1] ?? 0),
		complaints
	};
}

// packages/secrets/src/gitleaks/run.ts
const TIMEOUT_MS = 18e5;
const UNSEEN = [["messages of commits and tags", "gitleaks does not read them; `engine: native` does"], ["text in UTF-16, and binary files", "gitleaks does not read them; `engine: native` reads the former"]];
async function runGitleaks(context, options, target, rules, stats, found) {
	const { root, environment, processes, signal } = context;
	await refuseForeignIgnoreFile(target, root);
	const tool = await findTool({
		name: "gitleaks",
		pathInput: "`gitleaks-path`",
		environment,
		processes,
		versionArgs: ["version"],
		root,
		install: "Install gitleaks 8.19 or later, give `gitleaks-path`, or use `engine: native`.",
		...options.gitleaksPath === void 0 ? {} : { explicitPath: options.gitleaksPath }
	});
	context.logger.info(`gitleaks ${tool.version ?? "of unknown version (built from source)"}`);
	const folder = await mkdtemp(join(tmpdir(), "assay-gitleaks-"));
	try {
		const files = {
			config: join(folder, "rules.toml"),
			report: join(folder, "report.json")
		};
		await writeFile(files.config, rules.source?.text ?? builtInRulesAsToml(), { mode: 384 });
		const history = target.kind === "history" ? await historyIn(folder, target) : void 0;
		const result = await processes.run(tool.path, gitleaksArguments(history, files, {
			maxDecodeDepth: options.maxDecodeDepth,
			ignoreMarks: !target.addedMarksCount
		}), {
			cwd: history?.place ?? root,
			env: history?.variables ?? await isolatedVariables(environment, root),
			timeoutMs: TIMEOUT_MS,
			signal
		});
		if (result.exitCode !== 0 && result.exitCode !== 42) throw failed(`gitleaks ended with exit code ${result.exitCode}`, result.stderr);
		const summary = readSummary(result.stderr);
		if (summary.complaints.length > 0) throw failed("gitleaks complained", summary.complaints.join("\n"));
		stats.commits += summary.commits;
		stats.bytes += summary.bytes;
		const prefix = target.kind === "history" ? target.repo.prefix : "";
		const accepts = new Map(rules.ruleSet.rules.map(({ id, accept }) => [id, accept]));
		let reported = 0;
		const hits = readReport(await readReportFile(files.report), prefix, (id, question) => {
			reported += 1;
			return accepts.get(id)?.(question) ?? true;
		});
		if (result.exitCode === 42 && prefix === "" && reported === 0) throw new ExternalError("gitleaks says that it found leaks, and its report is empty");
		for (const [what, reason] of UNSEEN) stats.skipped.set(what, reason);
		if (rules.source === void 0) for (const { title } of BUILT_IN.filter(({ nativeOnly }) => nativeOnly)) stats.skipped.set(title, "gitleaks can't run this rule; `engine: native` does");
		stats.files += new Set(hits.map((hit) => hit.path)).size;
		for (const hit of hits) found(hit);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function historyIn(folder, { repo, range }) {
	const place = join(folder, "empty");
	await mkdir(place);
	return {
		range,
		place,
		variables: repo.variables
	};
}
async function refuseForeignIgnoreFile(target, root) {
	if (target.kind !== "tree" || target.baseCommit === void 0) return;
	const own = await workTreeFiles(await openWorkspace(root)).read(IGNORE_FILE);
	if (own === void 0) return;
	if (Buffer.from(own).toString("utf8") === await target.read(".gitleaksignore")) return;
	throw new UsageError(`The change comes from outside, and gitleaks would apply the ${IGNORE_FILE} that it brings`, { hint: "Use `mode: history` or `engine: native`, which read it from the base commit." });
}
function failed(what, stderr) {
	const lines = stderr.trim().split("\n").slice(0, 5);
	return new ExternalError(`${what}: ${(lines[0] ?? "it said nothing").slice(0, 300)}`, {
		problems: lines.slice(1).map((line) => line.slice(0, 300)),
		hint: "Run it by hand with the same configuration, or use `engine: native`."
	});
}

export { runGitleaks };