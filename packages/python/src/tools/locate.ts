import { resolve } from "node:path";
import {
  type CheckContext,
  checkedFolders,
  comesFromOutside,
  ExternalError,
  isChecked,
  isProgram,
  realPath,
  UsageError,
} from "@assay/core";
import { openRepository, trackedFiles } from "@assay/git";
import { findTool, probeVersion } from "@assay/tools";
import type { PythonOptions } from "../command.ts";
import { type Tool, type ToolName, toolVariables } from "./tool.ts";

const WINDOWS = process.platform === "win32";

/**
 * Finds a tool: provisioned, in the virtual environment that the user names, or on PATH.
 *
 * @throws UsageError when the environment is part of what is checked. @throws ExternalError when the tool is not there.
 */
export async function locateTool(
  context: CheckContext,
  options: PythonOptions,
  name: ToolName,
): Promise<Tool> {
  if (options.provision) {
    const { provisioned } = await import("../provision/provision.ts");
    const program = await provisioned(context, options);
    const prefix = ["-I", "-X", "utf8", "-m", name];
    const version = await probe(context, name, program, prefix);
    return { name, program, prefix, version };
  }
  const install = `Install ${options.tools.join(" and ")} (\`pip install ${options.tools.join(" ")}\`), name a virtual environment by \`venv\`, or set \`provision: true\`.`;
  if (options.venv === undefined) {
    const { environment, processes, root } = context;
    const versionArgs = ["--version"];
    const found = await findTool({
      ...{ name, environment, processes, versionArgs, root, install },
      pathInput: "`venv`",
    });
    return { name, program: found.path, prefix: [], version: found.version };
  }
  const program = environmentProgram(context, options.venv, name);
  await refuseForeign(context, options.venv, program);
  if (!(await isProgram(program))) {
    throw new ExternalError(`${name} is not in the virtual environment ${options.venv}`, {
      hint: `Install it there: \`python -m pip install ${name}\`.`,
    });
  }
  return { name, program, prefix: [], version: await probe(context, name, program, []) };
}

/** A program of a virtual environment, wherever the system puts it. */
export function environmentProgram(
  { root }: Pick<CheckContext, "root">,
  folder: string,
  name: string,
): string {
  return resolve(root, folder, WINDOWS ? "Scripts" : "bin", WINDOWS ? `${name}.exe` : name);
}

/** An environment inside of the checkout was made by the workflow, or came with the change: git tells. */
export async function refuseForeign(
  context: CheckContext,
  folder: string,
  program: string,
): Promise<void> {
  const place = realPath(resolve(context.root, folder));
  if (place === undefined) {
    throw new UsageError(`\`venv\` is "${folder}"; no folder is there`, {
      hint: "Make it first: `python -m venv <folder>`.",
    });
  }
  const checked = await checkedFolders(context.root, context.environment);
  const isInside = isChecked(checked, place) || isChecked(checked, realPath(program) ?? place);
  if (!isInside) return;
  const hint = "Make it outside of the checkout (below RUNNER_TEMP), or set `provision: true`.";
  if (comesFromOutside(context.event)) {
    throw new UsageError(
      `The virtual environment ${folder} lies in the checkout of a change from outside, and nothing of that is ever run`,
      { hint },
    );
  }
  if (await isTracked(context, place)) {
    throw new UsageError(
      `The virtual environment ${folder} is part of the repository, and nothing of that is ever run`,
      { hint },
    );
  }
}

async function isTracked(context: CheckContext, root: string): Promise<boolean> {
  try {
    return (await trackedFiles(await openRepository({ ...context, root }))).length > 0;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

async function probe(
  context: CheckContext,
  name: string,
  program: string,
  prefix: readonly string[],
): Promise<string | undefined> {
  const { processes } = context;
  const environment = await toolVariables(context);
  return probeVersion(program, {
    name,
    environment,
    processes,
    versionArgs: [...prefix, "--version"],
  });
}
