import {
  type Command,
  clockFrom,
  type LogLevel,
  silentProgress,
  UsageError,
  VERSION,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { type ExplicitInputs, executeCommand, inputError, inputsOf } from "@assay/runtime";
import { loadSections } from "@assay/suite";
import { type GeneralOptions, type ParsedArguments, parseArguments } from "./arguments.ts";
import { helpOf, positionalOf } from "./help.ts";
import { printExecution, stdoutFormat } from "./stdout-format.ts";
import { type Terminal, terminalLogger, terminalProgress } from "./terminal.ts";

/** Runs a command of the suite on this machine and prints its report to stdout. */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const parsed = parseArguments(argv, inputsOf(command));
  const { general } = parsed;
  if (general.help) {
    terminal.stdout.write(helpOf(command));
    return 0;
  }
  const positional = readPositionals(command, parsed);
  const format = stdoutFormat(general.format ?? "text", command, parsed.explicit);
  const problems = [...parsed.problems, ...positional.problems, ...format.problems];
  if (problems.length > 0) throw commandLineError(command.name, problems);
  const { environment, cwd, signal } = terminal;
  const execution = await executeCommand({
    command,
    explicit: { ...parsed.explicit, ...positional.explicit, ...format.explicit },
    environment,
    face: "cli",
    cwd,
    event: null,
    remote: null,
    logger: terminalLogger(terminal, leastLevel(general)),
    progress: general.quiet ? silentProgress : terminalProgress(terminal),
    processes: nodeProcesses(),
    clock: clockFrom(environment),
    loadSections,
    version: VERSION,
    signal,
  });
  printExecution(format, execution, terminal);
  return execution.exitCode;
}

/** What stands on the command line without an option: the folder to look at, or the files. */
export function readPositionals(
  command: Command,
  { explicit, positionals, problems: unclear }: ParsedArguments,
): { readonly explicit: ExplicitInputs; readonly problems: readonly string[] } {
  const [first, second] = positionals;
  // After an unknown option nobody can tell its value from a positional.
  if (first === undefined || unclear.length > 0) return { explicit: {}, problems: [] };
  const name = positionalOf(command);
  if (explicit[name] !== undefined) {
    const problem = `${JSON.stringify(first)} and \`--${name}\` mean the same input; give one of them`;
    return { explicit: {}, problems: [problem] };
  }
  if (name === "files") return { explicit: { files: positionals }, problems: [] };
  return {
    explicit: { [name]: first },
    problems:
      second === undefined
        ? []
        : [
            `One folder is looked at, ${JSON.stringify(first)}; ${JSON.stringify(second)} is too much`,
          ],
  };
}

/** All that is wrong with a command line, at once. */
export function commandLineError(command: string, problems: readonly string[]): UsageError {
  const error = inputError(problems);
  return new UsageError(error.message, {
    problems: error.problems,
    hint: `\`assay ${command} --help\` lists its options.`,
  });
}

function leastLevel({ verbose, quiet }: GeneralOptions): LogLevel {
  if (quiet) return "error";
  return verbose ? "debug" : "notice";
}
