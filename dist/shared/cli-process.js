import "./rolldown-runtime.js";
import { $ as asKnownError, Q as UsageError, V as VERSION, X as ExternalError, Y as EXIT_CODES, Z as InternalError, et as exitCodeOf, n as sourceLines, o as suggestion } from "./core.js";
import "./runtime.js";
import { n as COMMAND_NAMES, r as loadCommand } from "./suite.js";
import { c as visible, n as overview, s as useColour, u as HELPER_COMMANDS } from "./cli-help.js";
import { basename, relative } from "node:path";
import { fstatSync, writeSync } from "node:fs";
function printError(e, t, n) {
	const { stderr: r, environment: i } = t;
	const a = useColour(r, i) ? (e) => `\u001b[1;31m${e}\u001b[0m` : (e) => e;
	const o = r.columns ?? 100;
	const s = (t) => {
		const n = e.places.get(t);
		return n === void 0 ? [] : sourceLines(n, o - 6).map((e) => `      ${e}`);
	};
	const c = [
		e.message,
		...s(e.message),
		...e.problems.flatMap((e) => [`  - ${e}`, ...s(e)]),
		...e.hint === void 0 ? [] : [`hint: ${e.hint}`],
		...n && e.kind === "internal" && e.stack !== void 0 ? [e.stack] : []
	];
	r.write(`${a("error:")} ${c.map(visible).join("\n")}\n`);
}
async function subcommandOf(e, t) {
	if (e.subcommands === void 0 || t === void 0) return void 0;
	return (await e.subcommands()).find(({ name: e }) => e === t);
}
async function runCli(e, t) {
	try {
		return await dispatch(e, t);
	} catch (n) {
		return reportError(n, e, t);
	}
}
function reportError(e, t, n) {
	const r = asKnownError(e);
	const i = t.some((e) => e === "--verbose" || e === "-v");
	printError(r, n, i);
	return exitCodeOf(r);
}
async function dispatch(e, t) {
	const [n, ...r] = e;
	if (n === "--version" || n === "-V" || n === "version") {
		t.stdout.write(`assay ${VERSION}\n`);
		return 0;
	}
	if (n === void 0 || n === "--help" || n === "-h" || n === "help") {
		const [e] = r;
		if (e !== void 0) return dispatch([e, "--help"], t);
		t.stdout.write(await overview());
		return n === void 0 ? 2 : 0;
	}
	const i = HELPER_COMMANDS.find((e) => e.name === n);
	if (i !== void 0) return (await i.load()).run(r, t);
	const a = await loadCommand(n);
	if (a === void 0) {
		if (n.startsWith("-")) throw new UsageError(`The first argument is the command; ${JSON.stringify(n.slice(0, 100))} is none`, { hint: "`assay --help` lists all commands; `assay check .` runs all checks." });
		const e = [...COMMAND_NAMES, ...HELPER_COMMANDS.map((e) => e.name)];
		throw new UsageError(`There is no command \`${n.slice(0, 100)}\`${suggestion(n, e)}`, { hint: "`assay --help` lists all commands." });
	}
	const { runCommand: o } = await import("./cli-run-command2.js");
	const s = await subcommandOf(a, r[0]);
	return s === void 0 ? o(a, r, t) : o(s, r.slice(1), t, [a.name, s.name]);
}
function processOutput(e, t) {
	const n = t === "stdout" ? 1 : 2;
	let r;
	const i = (e) => {
		r ??= e ?? void 0;
	};
	e.on("error", i);
	let a = Promise.resolve();
	const o = (t) => {
		a = new Promise((n) => {
			e.write(t, (e) => {
				i(e);
				n();
			});
		});
	};
	const s = (e) => {
		try {
			writeWhole(n, typeof e === "string" ? Buffer.from(e) : e);
		} catch (e) {
			i(e);
		}
	};
	const c = !e.isTTY && isFile(n) ? s : o;
	return {
		isTTY: e.isTTY === true,
		...e.columns > 0 && { columns: e.columns },
		write: (e) => {
			if (r === void 0) c(e);
		},
		async flush() {
			await a;
			if (r !== void 0) throw notWritten(t, r);
		}
	};
}
function isFile(e) {
	try {
		const t = fstatSync(e);
		return t.isFile() || t.isCharacterDevice();
	} catch {
		return false;
	}
}
function writeWhole(e, t) {
	for (let n = 0; n < t.length;) n += writeSync(e, t, n, t.length - n);
}
function notWritten(e, t) {
	return t.code === "EPIPE" ? new ExternalError(`${e} was closed before everything was written`, {
		hint: "Let the reader read to the end, or write to a file (`--output`, `--report-directory`).",
		cause: t
	}) : new ExternalError(`${e} could not be written: ${t.message}`, {
		hint: "Check that the disk is not full and that the file may be written to.",
		cause: t
	});
}
const ENDED_BY = {
	SIGINT: 130,
	SIGTERM: 143
};
const GRACE_MS = 5e3;
const SAME_SIGNAL_MS = 500;
async function runOnProcess(e) {
	const t = new AbortController();
	let n;
	const r = (r) => {
		const i = ENDED_BY[r];
		if (n !== void 0) {
			if (performance.now() - n.at > SAME_SIGNAL_MS) e.exit(i);
			return;
		}
		n = {
			exitCode: i,
			at: performance.now()
		};
		t.abort();
		setTimeout(() => e.exit(i), GRACE_MS).unref();
	};
	for (const t of ["SIGINT", "SIGTERM"]) e.on(t, () => r(t));
	const i = e.argv.slice(2);
	const a = processOutput(e.stdout, "stdout");
	const o = processOutput(e.stderr, "stderr");
	const s = {
		stdout: a,
		stderr: o,
		environment: e.env,
		cwd: e.cwd(),
		program: programOf(e),
		signal: t.signal
	};
	const c = (t) => e.exit(reportError(t, i, s));
	e.on("uncaughtException", c);
	e.on("unhandledRejection", c);
	e.once("beforeExit", () => c(new InternalError("The run waits for something that never comes")));
	const l = await runCli(i, s);
	const u = await unwritten(a, (e) => reportError(e, i, s));
	e.exitCode = stoppedBy(n?.exitCode, gravest(l, u));
	await o.flush().catch(() => {});
	e.exit();
}
function programOf({ argv: e, cwd: t }) {
	const n = e[1] ?? "assay";
	if (!/\.[cm]?[jt]s$/.test(n)) return basename(n);
	const r = relative(t(), n);
	return `node ${r.length < n.length ? r : n}`;
}
async function unwritten(e, t) {
	try {
		await e.flush();
		return EXIT_CODES.pass;
	} catch (e) {
		return t(e);
	}
}
function stoppedBy(e, t) {
	const n = t === EXIT_CODES.pass || t === EXIT_CODES.policy;
	return e !== void 0 && n ? e : t;
}
function gravest(e, t) {
	return (e === EXIT_CODES.pass || e === EXIT_CODES.policy) && t !== EXIT_CODES.pass ? t : e;
}
export { runOnProcess };
