import { basename, relative } from "node:path";
import { InternalError } from "@assay/core";
import { EXIT_CODES } from "@assay/core/host";
import { reportError, runCli } from "./cli.ts";
import { type ProcessOutput, processOutput } from "./process-output.ts";
import type { Terminal } from "./terminal.ts";

/** The exit codes of programs that these signals ended, as shells have them: 128 and the signal's number. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;
/** How long a run that was told to stop may take to do so. */
const GRACE_MS = 5_000;
/** npm and npx pass on what their whole group got already: two signals at once are one. */
const SAME_SIGNAL_MS = 500;

/** Connects the CLI to Node's process: streams, signals and the exit code. */
export async function runOnProcess(node: NodeJS.Process): Promise<void> {
  const stop = new AbortController();
  let first: { readonly exitCode: number; readonly at: number } | undefined;
  const interrupt = (signal: keyof typeof ENDED_BY) => {
    const exitCode = ENDED_BY[signal];
    if (first !== undefined) {
      // The second Ctrl+C is meant: something does not end.
      if (performance.now() - first.at > SAME_SIGNAL_MS) node.exit(exitCode);
      return;
    }
    first = { exitCode, at: performance.now() };
    stop.abort();
    // What can't be stopped (a read that never ends) must not hold the shell either.
    setTimeout(() => node.exit(exitCode), GRACE_MS).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) node.on(signal, () => interrupt(signal));
  const argv = node.argv.slice(2);
  const stdout = processOutput(node.stdout, "stdout");
  const stderr = processOutput(node.stderr, "stderr");
  const terminal: Terminal = {
    stdout,
    stderr,
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
  const written = await unwritten(stdout, (thrown) => reportError(thrown, argv, terminal));
  node.exitCode = stoppedBy(first?.exitCode, gravest(exitCode, written));
  // Where stderr can't be written either, nobody is left to be told.
  await stderr.flush().catch(() => {});
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

/** A report or document that is cut off must never look like one that passed. @returns The exit code, pass where all is there. */
async function unwritten(
  stdout: ProcessOutput,
  report: (thrown: unknown) => number,
): Promise<number> {
  try {
    await stdout.flush();
    return EXIT_CODES.pass;
  } catch (thrown) {
    return report(thrown);
  }
}

/** A run that was told to stop ends with the error that its report has; a verdict that it reached meanwhile is none. */
function stoppedBy(signal: number | undefined, exitCode: number): number {
  const isVerdict = exitCode === EXIT_CODES.pass || exitCode === EXIT_CODES.policy;
  return signal !== undefined && isVerdict ? signal : exitCode;
}

/** What was wrong before anything was to be written says more than that it was not written. */
function gravest(exitCode: number, written: number): number {
  const isVerdict = exitCode === EXIT_CODES.pass || exitCode === EXIT_CODES.policy;
  return isVerdict && written !== EXIT_CODES.pass ? written : exitCode;
}
