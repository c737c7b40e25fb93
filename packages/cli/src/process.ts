import { basename, relative } from "node:path";
import { InternalError } from "@assay/core";
import { reportError, runCli } from "./cli.ts";
import type { Output, Terminal } from "./terminal.ts";

/** The exit code of a program that SIGINT ended, as shells tell it. */
const INTERRUPTED = 130;
/** How long a run that was told to stop may take to do so. */
const GRACE_MS = 5_000;

/** Connects the CLI to Node's process: streams, signals and the exit code. */
export async function runOnProcess(node: NodeJS.Process): Promise<void> {
  const stop = new AbortController();
  const interrupt = () => {
    // The second Ctrl+C is meant: something does not end.
    if (stop.signal.aborted) node.exit(INTERRUPTED);
    stop.abort();
    // What can't be stopped (a read that never ends) must not hold the shell either.
    setTimeout(() => node.exit(INTERRUPTED), GRACE_MS).unref();
  };
  node.on("SIGINT", interrupt);
  node.on("SIGTERM", interrupt);
  const argv = node.argv.slice(2);
  const terminal: Terminal = {
    stdout: output(node.stdout),
    stderr: output(node.stderr),
    environment: node.env,
    cwd: node.cwd(),
    program: programOf(node),
    signal: stop.signal,
  };
  // Node itself would end with code 1, which is the verdict of a policy, or with 13.
  const crash = (thrown: unknown) => node.exit(reportError(thrown, argv, terminal));
  node.on("uncaughtException", crash);
  node.on("unhandledRejection", crash);
  node.once("beforeExit", () =>
    crash(new InternalError("The run waits for something that never comes")),
  );
  const exitCode = await runCli(argv, terminal);
  node.exitCode = stop.signal.aborted ? INTERRUPTED : exitCode;
  await Promise.all([flushed(node.stdout), flushed(node.stderr)]);
  // A kept connection must not hold the shell after the work is done.
  node.exit();
}

/** An installed program has its name; a script is started with Node, by the shorter one of its paths. */
function programOf({ argv, cwd }: NodeJS.Process): string {
  const script = argv[1] ?? "assay";
  if (!/\.[cm]?[jt]s$/.test(script)) return basename(script);
  const near = relative(cwd(), script);
  return `node ${near.length < script.length ? near : script}`;
}

function output(stream: NodeJS.WriteStream): Output {
  // The reader went away (`| head`): nobody misses the rest, and the verdict is still the exit code.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    isTTY: stream.isTTY === true,
    // Some terminals know no width and say 0.
    ...(stream.columns > 0 && { columns: stream.columns }),
    write: (text) => void stream.write(text),
  };
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve();
    else stream.write("", () => resolve());
  });
}
