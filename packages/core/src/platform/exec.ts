import { ExternalError } from "./errors.ts";

export interface ProcessOptions {
  readonly cwd?: string;
  /** The whole environment of the child: nothing is inherited that is not named here. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly timeoutMs?: number;
  /** Bytes of stdout that `run` keeps; more is an error. 64 MiB where it is not given. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

export interface ProcessResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

export interface ProcessStream {
  /** Read it to its end: the child waits while nobody reads. */
  readonly stdout: AsyncIterable<Uint8Array>;
  /** Settles when the child has ended. Rejects as `run` does. */
  readonly ended: Promise<{ readonly exitCode: number; readonly stderr: string }>;
  kill(): void;
}

/** Starts programs without a shell. */
export interface ProcessRunner {
  /**
   * @throws ExternalError when the program can't be started, runs over its time, is killed, or prints more than `maxBytes`.
   * A non-zero exit code is a result, not an error.
   */
  run(program: string, args: readonly string[], options?: ProcessOptions): Promise<ProcessResult>;
  stream(program: string, args: readonly string[], options?: ProcessOptions): ProcessStream;
}

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const MAX_STDERR = 1024 * 1024;

/** The runner on Node's own `spawn`: argument arrays, no shell, bounded output. */
export function nodeProcesses(): ProcessRunner {
  return { run, stream };
}

function stream(
  program: string,
  args: readonly string[],
  options: ProcessOptions = {},
): ProcessStream {
  // Loaded by the first run that starts a program: many start none.
  const { spawn } = process.getBuiltinModule("node:child_process");
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
    shell: false,
    windowsHide: true,
    killSignal: "SIGKILL",
    signal: options.signal,
  });
  // A child that ends before it has read its input is judged by its exit code, not by EPIPE.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input);
  const stderr: Buffer[] = [];
  let stderrBytes = 0;
  child.stderr.on("data", (chunk: Buffer) => {
    if (stderrBytes < MAX_STDERR) stderr.push(chunk);
    stderrBytes += chunk.length;
  });
  // What a program started may live on and hold its output open: nobody waits for that.
  const close = () => {
    for (const output of [child.stdout, child.stderr]) output.destroy();
  };
  // Node's own time ends with the program, and not with what that started.
  let isOverTime = false;
  const stop = () => {
    isOverTime = true;
    child.kill("SIGKILL");
    close();
  };
  const timer = options.timeoutMs === undefined ? undefined : setTimeout(stop, options.timeoutMs);
  const ended = new Promise<{ exitCode: number; stderr: string }>((resolve, reject) => {
    child.on("error", (cause) => {
      clearTimeout(timer);
      const isAborted = options.signal?.aborted === true;
      reject(isAborted ? stoppedError(program, cause) : startError(program, cause));
    });
    child.on("close", (exitCode, signal) => {
      clearTimeout(timer);
      if (isOverTime || exitCode === null)
        reject(killedError(program, signal, isOverTime, options));
      else resolve({ exitCode, stderr: Buffer.concat(stderr).toString("utf8") });
    });
  });
  // The caller may stop reading before it awaits `ended`; that must not end the process as unhandled.
  ended.catch(() => {});
  child.on("exit", (_, signal) => {
    if (signal !== null) close();
  });
  return {
    stdout: untilKilled(child.stdout, ended),
    ended,
    kill: () => child.kill("SIGKILL"),
  };
}

/** Output that was cut off is not why a process ended. */
async function* untilKilled(
  output: AsyncIterable<Buffer>,
  ended: Promise<unknown>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* output;
  } catch (cause) {
    await ended;
    throw cause;
  }
}

async function run(
  program: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<ProcessResult> {
  const child = stream(program, args, options);
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of child.stdout) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      child.kill();
      throw new ExternalError(`${program} printed more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  const { exitCode, stderr } = await child.ended;
  return { exitCode, stdout: Buffer.concat(chunks), stderr };
}

function startError(program: string, cause: Error): ExternalError {
  const missing = "code" in cause && cause.code === "ENOENT";
  return new ExternalError(
    missing
      ? `The program ${program} was not found`
      : `${program} could not be started: ${cause.message}`,
    { cause, ...(missing ? { hint: `Install ${program} or put it on PATH.` } : {}) },
  );
}

function stoppedError(program: string, cause: Error): ExternalError {
  return new ExternalError(`${program} was stopped with the run`, { cause });
}

function killedError(
  program: string,
  signal: string | null,
  isOverTime: boolean,
  { timeoutMs }: ProcessOptions,
): ExternalError {
  return isOverTime
    ? new ExternalError(`${program} did not end within ${timeoutMs} ms and was stopped`)
    : new ExternalError(`${program} was stopped by ${signal ?? "a signal"}`, {
        hint: "Where nobody stopped it, look at whether the machine ran out of memory.",
      });
}
