import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckContext, ExternalError } from "@assay/core";
import type { PythonOptions } from "../command.ts";
import { environmentProgram, refuseForeign } from "../tools/locate.ts";
import { lastLines, runTool, type Tool, toolFailure } from "../tools/tool.ts";
import { isAtLeastVersion } from "../tools/version.ts";
import { copyName, type MypyConfig, textForCopy } from "./config.ts";
import { type MypyMessage, readMypy } from "./output.ts";

export interface MypyRun {
  readonly messages: readonly MypyMessage[];
  /** It stopped at an error and looked at nothing more. */
  readonly stopped: boolean;
  readonly notices: readonly string[];
}

/** So that a configuration can't change the form of what is read, nor install anything. */
const FORM = [
  "--no-error-summary",
  "--no-pretty",
  "--no-color-output",
  "--show-error-codes",
  "--show-column-numbers",
  "--hide-error-context",
  "--no-install-types",
];

/**
 * Runs `mypy --strict` on a copy of the configuration, without a cache.
 *
 * @param targets relative to the root; none: those that the configuration names
 * @throws ExternalError whenever it can't be told what mypy found, or mypy ignored its configuration.
 */
export async function runMypy(
  context: CheckContext,
  tool: Tool,
  options: PythonOptions,
  config: MypyConfig | undefined,
  targets: readonly string[],
): Promise<MypyRun> {
  const folder = await mkdtemp(join(tmpdir(), "assay-mypy-"));
  try {
    const copy = config === undefined ? "" : join(folder, copyName(config));
    if (config !== undefined) await writeFile(copy, textForCopy(config, context.root));
    const isJson = isAtLeastVersion(tool.version, "1.11");
    const args = [
      ...["--strict", ...FORM, `--cache-dir=${devNull}`, `--config-file=${copy}`],
      ...(isJson ? ["-O", "json"] : []),
      ...(options.pythonVersion === undefined ? [] : [`--python-version=${options.pythonVersion}`]),
      ...(await interpreter(context, options)),
      ...["--", ...targets.map((path) => (path === "." ? path : `./${path}`))],
    ];
    const { exitCode, stdout, stderr } = await runTool(context, tool, args, options.timeout);
    const said = `${stdout}\n${stderr}`;
    if (![0, 1, 2].includes(exitCode) || said.includes("INTERNAL ERROR")) {
      throw toolFailure("mypy", `ended with exit code ${exitCode}`, said);
    }
    const complaints = lastLines(stderr, 50);
    const ignored = complaints.filter((line) => copy !== "" && line.startsWith(`${copy}:`));
    if (ignored.length > 0) throw ignoredConfig(config?.path ?? "", copy, ignored);
    const { messages, others } = readMypy(context.root, stdout, isJson);
    const errors = messages.filter(({ severity }) => severity === "error");
    const isPlaced = errors.some(({ path }) => path !== undefined);
    if (exitCode === 2 && !isPlaced) throw toolFailure("mypy", "ended with exit code 2", said);
    if (exitCode === 1 && errors.length === 0) {
      throw toolFailure("mypy", "says that it found errors, and names none", said);
    }
    if (exitCode === 0 && errors.length > 0) {
      throw toolFailure("mypy", "names errors, and its exit code says that there are none");
    }
    const notices = [...lastLines(others.join("\n"), 5), ...complaints.slice(0, 5)];
    const stopped = exitCode === 2;
    const plain = (line: string) =>
      copy === "" ? line : line.replaceAll(copy, config?.path ?? "");
    return { messages, stopped, notices: notices.map((line) => `mypy: ${plain(line)}`) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The environment that the user names goes before the one that the configuration names. */
async function interpreter(
  context: CheckContext,
  { venv }: PythonOptions,
): Promise<readonly string[]> {
  if (venv === undefined) return [];
  const program = environmentProgram(context, venv, "python");
  await refuseForeign(context, venv, environmentProgram(context, venv, "mypy"));
  return [`--python-executable=${program}`];
}

function ignoredConfig(path: string, copy: string, lines: readonly string[]): ExternalError {
  const plain = lines.map((line) => line.replaceAll(copy, path));
  return new ExternalError(`mypy went on without a part of its configuration: ${plain[0]}`, {
    problems: plain.slice(1, 10),
    hint: `Fix ${path}.`,
  });
}
