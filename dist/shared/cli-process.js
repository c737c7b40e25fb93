import "./rolldown-runtime.js";
import { $ as asKnownError, Q as UsageError, V as VERSION, X as ExternalError, Y as EXIT_CODES, Z as InternalError, et as exitCodeOf, n as sourceLines, o as suggestion } from "./core.js";
import "./runtime.js";
import { n as COMMAND_NAMES, r as loadCommand } from "./suite.js";
import { c as visible, n as overview, s as useColour, u as HELPER_COMMANDS } from "./cli-help.js";
import { basename, relative } from "node:path";
import { fstatSync, writeSync } from "node:fs";

// packages/cli/src/print-error.ts
function printError(error, terminal, verbose) {
	const { stderr, environment } = terminal;
	const paint = useColour(stderr, environment) ? (text) => `\u001b[1;31m${text}\u001b[0m` : (text) => text;
	const width = stderr.columns ?? 100;
	const quote = (problem) => {
		const place = error.places.get(problem);
		return place === void 0 ? [] : sourceLines(place, width - 6).map((line) => `      ${line}`);
	};
	const lines = [
		error.message,
		...quote(error.message),
		...error.problems.flatMap((problem) => [`  - ${problem}`, ...quote(problem)]),
		...error.hint === void 0 ? [] : [`hint: ${error.hint}`],
		...verbose && error.kind === "internal" && error.stack !== void 0 ? [error.stack] : []
	];
	stderr.write(`${paint("error:")} ${lines.map(visible).join("\n")}\n`);
}

// packages/cli/src/subcommands.ts
async function subcommandOf(command, word) {
	if (command.subcommands === void 0 || word === void 0) return void 0;
	return (await command.subcommands()).find(({ name }) => name === word);
}

// packages/cli/src/cli.ts
async function runCli(argv, terminal) {
	try {
		return await dispatch(argv, terminal);
	} catch (thrown) {
		return reportError(thrown, argv, terminal);
	}
}
function reportError(thrown, argv, terminal) {
	const error = asKnownError(thrown);
	const verbose = argv.some((argument) => argument === "--verbose" || argument === "-v");
	printError(error, terminal, verbose);
	return exitCodeOf(error);
}
async function dispatch(argv, terminal) {
	const [name, ...rest] = argv;
	if (name === "--version" || name === "-V" || name === "version") {
		terminal.stdout.write(`assay ${VERSION}\n`);
		return 0;
	}
	if (name === void 0 || name === "--help" || name === "-h" || name === "help") {
		const [topic] = rest;
		if (topic !== void 0) return dispatch([topic, "--help"], terminal);
		terminal.stdout.write(await overview());
		return name === void 0 ? 2 : 0;
	}
	const helper = HELPER_COMMANDS.find((one) => one.name === name);
	if (helper !== void 0) return (await helper.load()).run(rest, terminal);
	const command = await loadCommand(name);
	if (command === void 0) {
		if (name.startsWith("-")) throw new UsageError(`The first argument is the command; ${JSON.stringify(name.slice(0, 100))} is none`, { hint: "`assay --help` lists all commands; `assay check .` runs all checks." });
		const names = [...COMMAND_NAMES, ...HELPER_COMMANDS.map((one) => one.name)];
		throw new UsageError(`There is no command \`${name.slice(0, 100)}\`${suggestion(name, names)}`, { hint: "`assay --help` lists all commands." });
	}
	const { runCommand } = await import("./cli-run-command2.js");
	const below = await subcommandOf(command, rest[0]);
	return below === void 0 ? runCommand(command, rest, terminal) : runCommand(below, rest.slice(1), terminal, [command.name, below.name]);
}

// packages/cli/src/process-output.ts
function processOutput(stream, name) {
	const fd = name === "stdout" ? 1 : 2;
	let failure;
	const fail = (error) => {
		failure ??= error ?? void 0;
	};
	stream.on("error", fail);
	let last = Promise.resolve();
	const queue = (content) => {
		last = new Promise((resolve) => {
			stream.write(content, (error) => {
				fail(error);
				resolve();
			});
		});
	};
	const direct = (content) => {
		try {
			writeWhole(fd, typeof content === "string" ? Buffer.from(content) : content);
		} catch (error) {
			fail(error);
		}
	};
	const write = !stream.isTTY && isFile(fd) ? direct : queue;
	return {
		isTTY: stream.isTTY === true,
		...stream.columns > 0 && { columns: stream.columns },
		write: (content) => {
			if (failure === void 0) write(content);
		},
		async flush() {
			await last;
			if (failure !== void 0) throw notWritten(name, failure);
		}
	};
}
function isFile(fd) {
	try {
		const status = fstatSync(fd);
		return status.isFile() || status.isCharacterDevice();
	} catch {
		return false;
	}
}
function writeWhole(fd, bytes) {
	for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at);
}
function notWritten(name, cause) {
	return cause.code === "EPIPE" ? new ExternalError(`${name} was closed before everything was written`, {
		hint: "Let the reader read to the end, or write to a file (`--output`, `--report-directory`).",
		cause
	}) : new ExternalError(`${name} could not be written: ${cause.message}`, {
		hint: "Check that the disk is not full and that the file may be written to.",
		cause
	});
}

// packages/cli/src/process.ts
const ENDED_BY = {
	SIGINT: 130,
	SIGTERM: 143
};
const GRACE_MS = 5e3;
const SAME_SIGNAL_MS = 500;
async function runOnProcess(node) {
	const stop = new AbortController();
	let first;
	const interrupt = (signal) => {
		const exitCode = ENDED_BY[signal];
		if (first !== void 0) {
			if (performance.now() - first.at > SAME_SIGNAL_MS) node.exit(exitCode);
			return;
		}
		first = {
			exitCode,
			at: performance.now()
		};
		stop.abort();
		setTimeout(() => node.exit(exitCode), GRACE_MS).unref();
	};
	for (const signal of ["SIGINT", "SIGTERM"]) node.on(signal, () => interrupt(signal));
	const argv = node.argv.slice(2);
	const stdout = processOutput(node.stdout, "stdout");
	const stderr = processOutput(node.stderr, "stderr");
	const terminal = {
		stdout,
		stderr,
		environment: node.env,
		cwd: node.cwd(),
		program: programOf(node),
		signal: stop.signal
	};
	const crash = (thrown) => node.exit(reportError(thrown, argv, terminal));
	node.on("uncaughtException", crash);
	node.on("unhandledRejection", crash);
	node.once("beforeExit", () => crash(new InternalError("The run waits for something that never comes")));
	const exitCode = await runCli(argv, terminal);
	const written = await unwritten(stdout, (thrown) => reportError(thrown, argv, terminal));
	node.exitCode = stoppedBy(first?.exitCode, gravest(exitCode, written));
	await stderr.flush().catch(() => {});
	node.exit();
}
function programOf({ argv, cwd }) {
	const script = argv[1] ?? "assay";
	if (!/\.[cm]?[jt]s$/.test(script)) return basename(script);
	const near = relative(cwd(), script);
	return `node ${near.length < script.length ? near : script}`;
}
async function unwritten(stdout, report) {
	try {
		await stdout.flush();
		return EXIT_CODES.pass;
	} catch (thrown) {
		return report(thrown);
	}
}
function stoppedBy(signal, exitCode) {
	const isVerdict = exitCode === EXIT_CODES.pass || exitCode === EXIT_CODES.policy;
	return signal !== void 0 && isVerdict ? signal : exitCode;
}
function gravest(exitCode, written) {
	return (exitCode === EXIT_CODES.pass || exitCode === EXIT_CODES.policy) && written !== EXIT_CODES.pass ? written : exitCode;
}

export { runOnProcess };