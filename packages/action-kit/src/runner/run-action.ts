import { asKnownError, type Command, InternalError } from "@assay/core";
import { exitCodeOf } from "@assay/core/host";
import { endProcess } from "./end-process.ts";
import { writeOutputs } from "./outputs.ts";
import { printError } from "./print-error.ts";
import { runCommand } from "./run-command.ts";

/**
 * Runs a command as a step of a workflow and ends the process: exit code 0 pass, 1 policy failure, 2 wrong input,
 * 3 a service or tool failed, 70 a defect of Assay. Outputs are written in every case.
 */
export async function runAction(command: Command): Promise<never> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  let outputs: Readonly<Record<string, string>> = { outcome: "error" };
  const fail = (thrown: unknown): number => {
    const error = asKnownError(thrown);
    printError(error);
    return exitCodeOf(error);
  };
  const finish = (exitCode: number): Promise<never> => {
    writeOutputs(command, exitCode > 1 ? { ...outputs, outcome: "error" } : outputs);
    return endProcess(exitCode);
  };
  // What goes wrong while the process ends must not end it a second time, in the middle of the first.
  let ending: Promise<never> | undefined;
  const end = (judge: () => number): Promise<never> => {
    ending ??= finish(judge());
    return ending;
  };
  const crash = (thrown: unknown) => void end(() => fail(thrown));
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
  // Nothing is left that could settle what is waited for: Node would end here with a code of its own and no word.
  process.once("beforeExit", () =>
    crash(new InternalError("The run waits for something that never comes")),
  );
  try {
    const result = await runCommand(command, process.env, stop.signal);
    outputs = result.outputs;
    return await end(() => result.exitCode);
  } catch (thrown) {
    return end(() => fail(thrown));
  }
}
