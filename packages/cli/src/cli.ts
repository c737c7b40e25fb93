import { asKnownError, suggestion, UsageError, VERSION } from "@assay/core";
import { exitCodeOf } from "@assay/core/host";
import { COMMAND_NAMES } from "@assay/suite";
import { loadCommand } from "./commands.ts";
import { overview } from "./help.ts";
import { HELPER_COMMANDS } from "./helper-commands.ts";
import { printError } from "./print-error.ts";
import { subcommandOf } from "./subcommands.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Runs one command line.
 *
 * @param argv Without the program and the script.
 * @returns The exit code: 0 pass, 1 policy failure, 2 usage, 3 external, 70 internal.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(argv, terminal);
  } catch (thrown) {
    return reportError(thrown, argv, terminal);
  }
}

/** Tells an error on stderr, with its stack where `--verbose` asks for it. @returns Its exit code. */
export function reportError(thrown: unknown, argv: readonly string[], terminal: Terminal): number {
  const error = asKnownError(thrown);
  const verbose = argv.some((argument) => argument === "--verbose" || argument === "-v");
  printError(error, terminal, verbose);
  return exitCodeOf(error);
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-V" || name === "version") {
    terminal.stdout.write(`assay ${VERSION}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    if (rest.length > 0) return dispatch([...rest, "--help"], terminal);
    terminal.stdout.write(await overview());
    return name === undefined ? 2 : 0;
  }
  const helper = HELPER_COMMANDS.find((one) => one.name === name);
  if (helper !== undefined) return (await helper.load()).run(rest, terminal);
  const command = await loadCommand(name);
  if (command === undefined) {
    if (name.startsWith("-")) {
      throw new UsageError(
        `The first argument is the command; ${JSON.stringify(name.slice(0, 100))} is none`,
        { hint: "`assay --help` lists all commands; `assay check .` runs all checks." },
      );
    }
    const names = [...COMMAND_NAMES, ...HELPER_COMMANDS.map((one) => one.name)];
    throw new UsageError(
      `There is no command \`${name.slice(0, 100)}\`${suggestion(name, names)}`,
      {
        hint: "`assay --help` lists all commands.",
      },
    );
  }
  const { runCommand } = await import("./run-command.ts");
  const below = await subcommandOf(command, rest[0], terminal.cwd);
  return below === undefined
    ? runCommand(command, rest, terminal)
    : runCommand(below, rest.slice(1), terminal, [command.name, below.name]);
}
