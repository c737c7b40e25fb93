import { appendFile } from "node:fs/promises";
import { setOutput, warning } from "@actions/core";
import { COMMON_OUTPUTS, type Command } from "@assay/core";

/**
 * Writes every declared output, an empty text for what the run does not know: a workflow then reads the same names after
 * a failure as after a success.
 */
export function writeOutputs(command: Command, outputs: Readonly<Record<string, string>>): void {
  for (const name of Object.keys({ ...COMMON_OUTPUTS, ...command.outputs })) {
    const value = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
    try {
      setOutput(name, value ?? "");
    } catch (cause) {
      // Without its file the runner takes no output at all: one line says so, and the verdict stays.
      warning(`Outputs could not be written: ${cause instanceof Error ? cause.message : cause}`);
      return;
    }
  }
}

/** Adds to the job summary; a runner without one, or one that can't be written, costs a warning and nothing else. */
export async function writeSummary(path: string | undefined, markdown: string): Promise<void> {
  if (path === undefined || path === "") return;
  try {
    await appendFile(path, markdown, "utf8");
  } catch (cause) {
    warning(`The summary could not be written: ${cause instanceof Error ? cause.message : cause}`);
  }
}
