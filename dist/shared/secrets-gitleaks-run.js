import "./rolldown-runtime.js";
import { Ct as checkedFolders, Dt as openWorkspace, Gt as UsageError, O as isolatedVariables, Ut as ExternalError, Wt as InternalError, gt as workTreeFiles, vt as isProgram, wt as isChecked, yt as programsOnPath } from "./part-base.js";
import { i as BUILT_IN, t as IGNORE_FILE } from "./secrets-suppressions-ignore-file.js";
import { t as redacted } from "./secrets-redaction-redacted.js";
import { mkdir, mkdtemp, open, realpath, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { tmpdir } from "node:os";
async function refuseCheckedProgram(e, { name: t, root: n, environment: r, pathInput: i }) {
	const [a, o] = await Promise.all([realpath(e), realpath(n)]);
	if (!isChecked(await checkedFolders(o, r), a)) return;
	throw new UsageError(`The program ${t} lies in the repository that is checked, and nothing of that is ever run`, { hint: `Install ${t} outside of the checkout (on a runner: below RUNNER_TEMP or RUNNER_TOOL_CACHE), and put it on PATH${i === void 0 ? "" : ` or give ${i}`}.` });
}
const PROBE_TIMEOUT_MS = 15e3;
const PROBE_BYTES = 65536;
async function probeVersion(e, t) {
	const { exitCode: n, stdout: r, stderr: i } = await t.processes.run(e, t.versionArgs, {
		timeoutMs: PROBE_TIMEOUT_MS,
		maxBytes: PROBE_BYTES,
		env: {
			PATH: t.environment["PATH"] ?? t.environment["Path"] ?? "",
			LC_ALL: "C"
		}
	});
	const a = `${Buffer.from(r).toString("utf8")}\n${i}`;
	if (n !== 0) {
		const e = a.trim().split("\n")[0] ?? "";
		throw new ExternalError(`\`${t.name} ${t.versionArgs.join(" ")}\` ended with exit code ${n}${e === "" ? "" : `: ${e.slice(0, 200)}`}`, { hint: `Check that ${t.name} runs on this machine.` });
	}
	return /(?<![\d.])v?(\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?:-[0-9A-Za-z.-]{1,40})?)(?![\d.])/.exec(a)?.[1];
}
async function findTool(e) {
	const t = e.explicitPath === void 0 ? await onPath(e) : await atPath(e, e.explicitPath);
	await refuseCheckedProgram(t, e);
	return {
		path: t,
		version: await probeVersion(t, e)
	};
}
async function atPath(e, t) {
	const n = resolve(e.root, t);
	if (await isProgram(n)) return n;
	throw new UsageError(`${e.pathInput ?? `The path of ${e.name}`} is "${t}"; no program that may be run is there`, { hint: `Give the path of the ${e.name} program itself, and make it executable.` });
}
async function onPath({ name: e, environment: t, install: n }) {
	for await (const { path: n } of programsOnPath(e, t)) return n;
	throw new ExternalError(`The program ${e} was not found on PATH`, { hint: n ?? `Install ${e}, or give its path.` });
}
function builtInRulesAsToml() {
	return `title = "Assay"\n\n${BUILT_IN.filter(({ nativeOnly: e }) => !e).map((e) => {
		return [...[
			"[[rules]]",
			`id = ${text(e.id)}`,
			`description = ${text(e.title)}`,
			`regex = ${text(e.regex)}`,
			`keywords = ${texts(e.keywords)}`,
			...e.entropy === void 0 ? [] : [`entropy = ${e.entropy}`]
		], ...e.allow === void 0 ? [] : allowlists(e.allow)].join("\n");
	}).join("\n\n")}\n`;
}
function allowlists(e) {
	const t = (e, t) => ["[[rules.allowlists]]", `${e} = ${texts(t)}`];
	return [
		...e.stopwords === void 0 ? [] : t("stopwords", e.stopwords),
		...(e.regexes ?? []).flatMap((e) => t("regexes", [e])),
		...(e.matches ?? []).flatMap((e) => [...t("regexes", [e]), "regexTarget = \"match\""]),
		...(e.paths ?? []).flatMap((e) => t("paths", [e]))
	];
}
function text(e) {
	return JSON.stringify(e);
}
function texts(e) {
	return `[${e.map(text).join(", ")}]`;
}
const LEAKS_EXIT_CODE = 42;
function gitleaksArguments(e, t, { maxDecodeDepth: n, ignoreMarks: r }) {
	return [
		...e === void 0 ? ["dir", "."] : [
			"git",
			e.place,
			`--log-opts=${logOptions(e.range)}`
		],
		`--config=${t.config}`,
		`--report-path=${t.report}`,
		"--report-format=json",
		`--exit-code=${42}`,
		`--max-decode-depth=${n}`,
		...r ? ["--ignore-gitleaks-allow"] : [],
		"--no-banner",
		"--no-color",
		"--log-level=info"
	];
}
function logOptions(e) {
	const t = [
		"--no-color",
		"--no-ext-diff",
		"--no-textconv",
		"--text",
		"--no-renames",
		"--full-history",
		"--diff-merges=first-parent"
	];
	if (e.kind !== "commits") return [...t, "--all"].join(" ");
	const { head: n, base: r, exclude: i = [] } = e;
	const a = r === void 0 ? i : [r, ...i];
	for (const e of [n, ...a]) if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e)) throw new InternalError("a commit range holds something that is no object name");
	return [
		...t,
		n,
		...a.map((e) => `^${e}`)
	].join(" ");
}
function readReport(e, t, n = () => true) {
	return parse$1(e).flatMap((e) => {
		const r = textOf(e, "File").replaceAll("\\", "/").replace(/^\.\//, "");
		if (!r.startsWith(t)) return [];
		const i = r.slice(t.length);
		const a = textOf(e, "Match");
		const o = {
			secret: textOf(e, "Secret"),
			match: a,
			path: i,
			text: a,
			start: 0
		};
		const s = toHit(e, i);
		const c = s.tags.some((e) => e.startsWith("decoded:"));
		return n(s.ruleId, {
			...o,
			decoded: c
		}) ? [s] : [];
	});
}
function parse$1(e) {
	let t;
	try {
		t = JSON.parse(e);
	} catch {
		throw unexpected();
	}
	if (!Array.isArray(t) || !t.every((e) => typeof e === "object" && e !== null)) throw unexpected();
	return t;
}
function toHit(e, t) {
	const n = textOf(e, "Commit");
	const r = numberOf(e, "StartLine");
	const i = textOf(e, "Secret");
	const a = textOf(e, "Date");
	const o = n === "" ? {} : { commit: n };
	return {
		ruleId: textOf(e, "RuleID"),
		path: t,
		commit: n,
		line: r,
		marked: false,
		tags: Array.isArray(e["Tags"]) ? e["Tags"].filter((e) => typeof e === "string") : [],
		location: r < 1 ? {
			path: t,
			...o
		} : {
			path: t,
			startLine: r,
			endLine: Math.max(r, numberOf(e, "EndLine")),
			...o
		},
		...r < 1 ? {} : { secret: redacted(i) },
		.../^\d{4}-\d\d-\d\dT[\d:]{8}Z$/.test(a) ? { authoredAt: a } : {}
	};
}
function textOf(e, t) {
	const n = e[t];
	if (n === void 0) return "";
	if (typeof n !== "string") throw unexpected();
	return n;
}
function numberOf(e, t) {
	const n = e[t];
	if (typeof n !== "number") throw unexpected();
	return n;
}
function unexpected() {
	return new ExternalError("gitleaks wrote a report that is not its JSON format", { hint: "Use gitleaks 8.19 or later." });
}
const MAX_REPORT_BYTES = 268435456;
async function readReportFile(e) {
	const t = await open(e, "r").catch(() => void 0);
	if (t === void 0) throw noReport("gitleaks ended and wrote no report");
	try {
		const e = await t.stat();
		if (!e.isFile()) throw noReport("gitleaks left no file where its report should be");
		if (e.size > MAX_REPORT_BYTES) throw noReport(`The report of gitleaks has ${e.size} bytes; at most ${MAX_REPORT_BYTES} are read`);
		return await t.readFile("utf8");
	} finally {
		await t.close();
	}
}
function noReport(e) {
	return new ExternalError(e, { hint: "Check that `gitleaks-path` or the `gitleaks` on PATH is gitleaks 8.19 or later, or use `engine: native`." });
}
function readSummary(e) {
	const t = e.replace(/\x1b\[[0-9;]*m/g, "").split("\n");
	const n = t.filter((e) => /\b(?:WRN|ERR|FTL|PNC)\b/.test(e) && !/\bleaks found: \d+/.test(e));
	const r = t.join("\n");
	return {
		commits: Number(/(\d+) commits scanned/.exec(r)?.[1] ?? 0),
		bytes: Number(/scanned ~(\d+) bytes/.exec(r)?.[1] ?? 0),
		complaints: n
	};
}
const TIMEOUT_MS = 18e5;
const UNSEEN = [["messages of commits and tags", "gitleaks does not read them; `engine: native` does"], ["text in UTF-16, and binary files", "gitleaks does not read them; `engine: native` reads the former"]];
async function runGitleaks(e, t, n, r, i, a) {
	const { root: o, environment: s, processes: c, signal: l } = e;
	await refuseForeignIgnoreFile(n, o);
	const u = await findTool({
		name: "gitleaks",
		pathInput: "`gitleaks-path`",
		environment: s,
		processes: c,
		versionArgs: ["version"],
		root: o,
		install: "Install gitleaks 8.19 or later, give `gitleaks-path`, or use `engine: native`.",
		...t.gitleaksPath === void 0 ? {} : { explicitPath: t.gitleaksPath }
	});
	e.logger.info(`gitleaks ${u.version ?? "of unknown version (built from source)"}`);
	const d = await mkdtemp(join(tmpdir(), "assay-gitleaks-"));
	try {
		const e = {
			config: join(d, "rules.toml"),
			report: join(d, "report.json")
		};
		await writeFile(e.config, r.source?.text ?? builtInRulesAsToml(), { mode: 384 });
		const f = n.kind === "history" ? await historyIn(d, n) : void 0;
		const p = await c.run(u.path, gitleaksArguments(f, e, {
			maxDecodeDepth: t.maxDecodeDepth,
			ignoreMarks: !n.addedMarksCount
		}), {
			cwd: f?.place ?? o,
			env: f?.variables ?? await isolatedVariables(s, o),
			timeoutMs: TIMEOUT_MS,
			signal: l
		});
		if (p.exitCode !== 0 && p.exitCode !== 42) throw failed(`gitleaks ended with exit code ${p.exitCode}`, p.stderr);
		const m = readSummary(p.stderr);
		if (m.complaints.length > 0) throw failed("gitleaks complained", m.complaints.join("\n"));
		i.commits += m.commits;
		i.bytes += m.bytes;
		const h = n.kind === "history" ? n.repo.prefix : "";
		const g = new Map(r.ruleSet.rules.map(({ id: e, accept: t }) => [e, t]));
		let _ = 0;
		const v = readReport(await readReportFile(e.report), h, (e, t) => {
			_ += 1;
			return g.get(e)?.(t) ?? true;
		});
		if (p.exitCode === 42 && h === "" && _ === 0) throw new ExternalError("gitleaks says that it found leaks, and its report is empty");
		for (const [e, t] of UNSEEN) i.skipped.set(e, t);
		if (r.source === void 0) for (const { title: e } of BUILT_IN.filter(({ nativeOnly: e }) => e)) i.skipped.set(e, "gitleaks can't run this rule; `engine: native` does");
		i.files += new Set(v.map((e) => e.path)).size;
		for (const e of v) a(e);
	} finally {
		await rm(d, {
			recursive: true,
			force: true
		});
	}
}
async function historyIn(e, { repo: t, range: n }) {
	const r = join(e, "empty");
	await mkdir(r);
	return {
		range: n,
		place: r,
		variables: t.variables
	};
}
async function refuseForeignIgnoreFile(e, t) {
	if (e.kind !== "tree" || e.baseCommit === void 0) return;
	const n = await workTreeFiles(await openWorkspace(t)).read(IGNORE_FILE);
	if (n === void 0) return;
	if (Buffer.from(n).toString("utf8") === await e.read(".gitleaksignore")) return;
	throw new UsageError(`The change comes from outside, and gitleaks would apply the ${IGNORE_FILE} that it brings`, { hint: "Use `mode: history` or `engine: native`, which read it from the base commit." });
}
function failed(e, t) {
	const n = t.trim().split("\n").slice(0, 5);
	return new ExternalError(`${e}: ${(n[0] ?? "it said nothing").slice(0, 300)}`, {
		problems: n.slice(1).map((e) => e.slice(0, 300)),
		hint: "Run it by hand with the same configuration, or use `engine: native`."
	});
}
export { runGitleaks };
