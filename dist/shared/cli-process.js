import "./rolldown-runtime.js";
import { B as UsageError, H as exitCodeOf, S as VERSION, V as asKnownError, o as suggestion, z as InternalError } from "./core.js";
import "./runtime.js";
import { n as COMMAND_NAMES, r as loadCommand } from "./suite.js";
import { c as visible, n as overview, s as useColour, u as HELPER_COMMANDS } from "./cli-help.js";

// packages/cli/src/print-error.ts
function printError(error, terminal, verbose) {
	const { stderr, environment } = terminal;
	const paint = useColour(stderr, environment) ? (text) => `\u001b[1;31m${text}\u001b[0m` : (text) => text;
	const lines = [
		error.message,
		...error.problems.map((problem) => `  - ${problem}`),
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

// packages/cli/src/process.ts
const INTERRUPTED = 130;
const GRACE_MS = 5e3;
async function runOnProcess(node) {
	const stop = new AbortController();
	const interrupt = () => {
		if (stop.signal.aborted) node.exit(INTERRUPTED);
		stop.abort();
		setTimeout(() => node.exit(INTERRUPTED), GRACE_MS).unref();
	};
	node.on("SIGINT", interrupt);
	node.on("SIGTERM", interrupt);
	const argv = node.argv.slice(2);
	const terminal = {
		stdout: output(node.stdout),
		stderr: output(node.stderr),
		environment: node.env,
		cwd: node.cwd(),
		signal: stop.signal
	};
	const crash = (thrown) => node.exit(reportError(thrown, argv, terminal));
	node.on("uncaughtException", crash);
	node.on("unhandledRejection", crash);
	node.once("beforeExit", () => crash(new InternalError("The run waits for something that never comes")));
	const exitCode = await runCli(argv, terminal);
	node.exitCode = stop.signal.aborted ? INTERRUPTED : exitCode;
	await Promise.all([flushed(node.stdout), flushed(node.stderr)]);
	node.exit();
}
function output(stream) {
	stream.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
	});
	return {
		isTTY: stream.isTTY === true,
		...stream.columns > 0 && { columns: stream.columns },
		write: (text) => void stream.write(text)
	};
}
function flushed(stream) {
	return new Promise((resolve) => {
		if (stream.destroyed || stream.writableLength === 0) resolve();
		else stream.write("", () => resolve());
	});
}

export { runOnProcess };