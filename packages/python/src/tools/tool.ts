import {
  type CheckContext,
  clip,
  ExternalError,
  escapeControlCharacters,
  type ProcessResult,
  UsageError,
} from "@assay/core";
import { isolatedVariables } from "@assay/git";

export type ToolName = "bandit" | "mypy";

/** A program that may be run, and what stands before its arguments (`-m bandit`). */
export interface Tool {
  readonly name: ToolName;
  readonly program: string;
  readonly prefix: readonly string[];
  readonly version: string | undefined;
}

/**
 * The whole environment of a tool: nothing that makes Python import from the checked tree, no PYTHONPATH, no HOME, and a PATH
 * without folders of the checkout.
 */
export async function toolVariables({
  environment,
  root,
}: Pick<CheckContext, "environment" | "root">): Promise<Readonly<Record<string, string>>> {
  return {
    ...(await isolatedVariables(environment, root)),
    PYTHONUTF8: "1",
    PYTHONIOENCODING: "utf-8:backslashreplace",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONSAFEPATH: "1",
  };
}

/** @throws ExternalError when it can't be started, is killed, or takes longer. */
export async function runTool(
  context: CheckContext,
  tool: Tool,
  args: readonly string[],
  seconds: number,
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  const { processes, root, signal } = context;
  const result: ProcessResult = await processes.run(tool.program, [...tool.prefix, ...args], {
    cwd: root,
    env: await toolVariables(context),
    timeoutMs: seconds * 1000,
    maxBytes: 256 * 1024 * 1024,
    signal,
  });
  return { ...result, stdout: new TextDecoder().decode(result.stdout) };
}

/** An error with the last lines that a tool printed: there Python says why. */
export function toolFailure(name: ToolName, what: string, output = ""): ExternalError {
  const lines = lastLines(output, 5);
  return new ExternalError(`${name} ${what}${lines.length === 0 ? "" : `: ${lines.at(-1)}`}`, {
    problems: lines.slice(0, -1),
    hint: `Run ${name} by hand with the same configuration.`,
  });
}

/** The bytes of a file that an input names. @throws UsageError when nothing is there. */
export async function namedFile(
  { settings }: Pick<CheckContext, "settings">,
  input: string,
  path: string,
): Promise<Uint8Array> {
  const bytes = await settings.read(path, { named: true });
  if (bytes !== undefined) return bytes;
  throw new UsageError(`\`${input}\` is "${path}"; no file is there`, {
    hint: "Give its path relative to the working directory.",
  });
}

/** What a tool printed, as lines for people: bounded, visible. */
export function lastLines(output: string, count: number): readonly string[] {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.slice(-count).map((line) => clip(escapeControlCharacters(line.trim()), 300));
}
