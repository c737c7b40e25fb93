import { exec } from "@actions/exec";
import {
  asKnownError,
  ExternalError,
  type ProcessOptions,
  type ProcessResult,
  type ProcessRunner,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Programs on the runner. Short plain runs go through `@actions/exec`, which finds `.cmd` programs on Windows and tells
 * the command in the debug log. It can neither stop a program, nor bound what it prints, nor feed one that does not read:
 * a run that asks for any of these, and every stream, goes through core's own runner.
 */
export function actionProcesses(debug: (message: string) => void): ProcessRunner {
  const native = nodeProcesses();
  return {
    stream: native.stream,
    run: (program, args, options = {}) =>
      isPlain(options)
        ? runWithToolkit(program, args, options, debug)
        : native.run(program, args, options),
  };
}

function isPlain({ input, timeoutMs, maxBytes, signal }: ProcessOptions): boolean {
  return [input, timeoutMs, maxBytes, signal].every((option) => option === undefined);
}

async function runWithToolkit(
  program: string,
  args: readonly string[],
  options: ProcessOptions,
  debug: (message: string) => void,
): Promise<ProcessResult> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let bytes = 0;
  const keep = (chunks: Buffer[]) => (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MAX_BYTES) chunks.push(chunk);
  };
  try {
    const exitCode: number | null = await exec(quoted(program), [...args], {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...options.env },
      // Closes stdin: a program that reads it would wait for ever.
      input: Buffer.alloc(0),
      ignoreReturnCode: true,
      // What a program prints must not reach the log as it is: the runner would obey commands in it.
      silent: true,
      listeners: { stdout: keep(stdout), stderr: keep(stderr), debug },
    });
    if (bytes > MAX_BYTES)
      throw new ExternalError(`${program} printed more than ${MAX_BYTES} bytes`);
    if (exitCode === null) throw new ExternalError(`${program} was stopped by a signal`);
    return {
      exitCode,
      stdout: Buffer.concat(stdout),
      stderr: Buffer.concat(stderr).toString("utf8"),
    };
  } catch (cause) {
    const error = asKnownError(cause);
    if (error.kind !== "internal") throw error;
    throw new ExternalError(`${program} could not be started: ${error.message}`, {
      hint: `Install ${program} or put it on PATH.`,
      cause,
    });
  }
}

/** `exec` takes a command line: the quotes make one argument of it. */
function quoted(program: string): string {
  return `"${program.replace(/[\\"]/g, "\\$&")}"`;
}
