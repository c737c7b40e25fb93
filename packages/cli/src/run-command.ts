import {
  type Command,
  clockFrom,
  type LogLevel,
  silentProgress,
  UsageError,
  VERSION,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import {
  type ExecuteOptions,
  type Execution,
  type ExplicitInputs,
  executeCommand,
  inputError,
  inputsOf,
} from "@assay/runtime";
import { loadSections } from "@assay/suite";
import { type GeneralOptions, parseArguments } from "./arguments.ts";
import { helpOf } from "./help.ts";
import { jobEvent } from "./job-event.ts";
import { readPositionals } from "./positionals.ts";
import { printExecution, stdoutFormat } from "./stdout-format.ts";
import { type Terminal, terminalLogger, terminalProgress } from "./terminal.ts";

/**
 * Runs a command of the suite on this machine and prints its report to stdout.
 *
 * @param words How a person calls it: `sbom`, or `sbom validate` for one below another.
 */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  terminal: Terminal,
  words: readonly string[] = [command.name],
): Promise<number> {
  const parsed = parseArguments(argv, inputsOf(command));
  const { general } = parsed;
  if (general.help) {
    terminal.stdout.write(await helpOf(command, words));
    return 0;
  }
  const positional = await readPositionals(command, parsed, terminal.cwd);
  const format = stdoutFormat(general.format, command, parsed.explicit);
  const problems = [...parsed.problems, ...positional.problems, ...format.problems];
  if (problems.length > 0) throw commandLineError(words.join(" "), problems);
  const execution = await executeHere(
    { ...command, name: words.join(" ") },
    { ...parsed.explicit, ...positional.explicit, ...format.explicit },
    terminal,
    {
      logger: terminalLogger(terminal, leastLevel(general)),
      progress: general.quiet ? silentProgress : terminalProgress(terminal),
      ...(format.report === undefined ? {} : { defaultDocumentDirectory: terminal.cwd }),
    },
  );
  await printExecution(format, execution, terminal);
  return execution.exitCode;
}

/** Runs a command of the suite on this machine, and prints nothing. */
export async function executeHere(
  command: Command,
  explicit: ExplicitInputs,
  { environment, cwd, signal }: Terminal,
  options: Pick<ExecuteOptions, "logger" | "progress" | "defaultDocumentDirectory">,
): Promise<Execution> {
  return executeCommand({
    ...{ command, explicit, environment, host: "cli", cwd },
    ...(await jobEvent(environment, cwd)),
    processes: nodeProcesses(),
    clock: clockFrom(environment),
    ...{ loadSections, version: VERSION, signal },
    ...options,
  });
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
