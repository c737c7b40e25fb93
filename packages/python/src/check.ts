import {
  asKnownError,
  type CheckContext,
  type CheckResult,
  ExternalError,
  type KnownError,
  openWorkspace,
} from "@assay/core";
import { expectCheckout } from "@assay/inventory";
import { type BanditRun, runBandit } from "./bandit/run.ts";
import { changeOf } from "./change/change.ts";
import type { PythonOptions } from "./command.ts";
import { conclude, skippedFolders } from "./conclude.ts";
import { type PythonFiles, pythonFiles, type Targets, targetsOf } from "./files.ts";
import { type MypyConfig, mypyConfig, namesTargets } from "./mypy/config.ts";
import { type MypyRun, runMypy } from "./mypy/run.ts";
import { sourcesOf } from "./sources.ts";
import { locateTool } from "./tools/locate.ts";
import type { Tool, ToolName } from "./tools/tool.ts";
import { expectVersion } from "./tools/version.ts";

export interface PythonCheck {
  readonly result: CheckResult;
  readonly versions: Partial<Record<ToolName, string>>;
}

/**
 * @throws UsageError for wrong inputs. @throws ExternalError when a tool is not there, or it can't be told what it found.
 */
export async function checkPython(
  context: CheckContext,
  options: PythonOptions,
): Promise<PythonCheck> {
  await expectCheckout(context);
  const files = await pythonFiles(context);
  const targets = await targetsOf(context.root, options.paths, files.python);
  if (files.python.length + files.absent.length + targets.missing.length === 0)
    return nothingToDo(files);
  const change = await changeOf(context, options.base);
  const config = options.tools.includes("mypy") ? await mypyConfig(context, options) : undefined;
  const ran = await runTools(context, options, { files, targets, config });
  const sources = sourcesOf(await openWorkspace(context.root));
  const versions = Object.fromEntries(
    ran.tools.map(({ name, version = "unknown" }) => [name, version]),
  );
  const looked = { files, targets, configPath: config?.path, change, sources, ...ran };
  return { result: await conclude(context, options, looked), versions };
}

interface Plan {
  readonly files: PythonFiles;
  readonly targets: Targets;
  readonly config: MypyConfig | undefined;
}

interface Ran {
  readonly tools: readonly Tool[];
  readonly bandit?: BanditRun;
  readonly mypy?: MypyRun;
  /** Of mypy, where those of bandit are others. */
  readonly mypyTargets: Targets;
}

/** Both at once. Where one fails the run does; what the other one says against it is told too. */
async function runTools(context: CheckContext, options: PythonOptions, plan: Plan): Promise<Ran> {
  const { files, targets, config } = plan;
  const located = (name: ToolName) => async () => {
    const tool = await locateTool(context, options, name);
    expectVersion(tool, name === "bandit" ? options.banditVersion : options.mypyVersion);
    context.logger.info(`${name} ${tool.version ?? "of unknown version"} (${tool.program})`);
    return tool;
  };
  const byConfig =
    options.mypyPaths.length === 0 && options.paths.join() === "." && namesTargets(config);
  const mypyTargets =
    options.mypyPaths.length === 0
      ? targets
      : await targetsOf(context.root, options.mypyPaths, files.python);
  const bandit = async () => {
    if (!options.tools.includes("bandit")) return undefined;
    const tool = await located("bandit")();
    if (targets.present.length === 0) return { tool };
    return { tool, run: await runBandit(context, tool, options, targets.present, files.installed) };
  };
  const mypy = async () => {
    if (!options.tools.includes("mypy")) return undefined;
    const tool = await located("mypy")();
    if (mypyTargets.present.length === 0 && !byConfig) return { tool };
    return {
      tool,
      run: await runMypy(context, tool, options, config, byConfig ? [] : mypyTargets.present),
    };
  };
  const [ofBandit, ofMypy] = await Promise.allSettled([bandit(), mypy()]);
  const failures = [ofBandit, ofMypy].flatMap((each) =>
    each.status === "rejected" ? [asKnownError(each.reason)] : [],
  );
  const [first, second] = failures;
  if (first !== undefined) {
    throw second === undefined || second.message === first.message ? first : both(first, second);
  }
  const left = ofBandit.status === "fulfilled" ? ofBandit.value : undefined;
  const right = ofMypy.status === "fulfilled" ? ofMypy.value : undefined;
  return {
    tools: [left, right].flatMap((each) => each?.tool ?? []),
    ...(left?.run !== undefined && { bandit: left.run }),
    ...(right?.run !== undefined && { mypy: right.run }),
    mypyTargets: byConfig ? { present: [], missing: [], empty: [] } : mypyTargets,
  };
}

function both(first: KnownError, second: KnownError): ExternalError {
  return new ExternalError(`${first.message}; ${second.message}`, {
    problems: [...first.problems, ...second.problems],
    ...(first.hint !== undefined && { hint: first.hint }),
    cause: first,
  });
}

/** Without Python there is nothing to run, and no tool is asked for. */
function nothingToDo({ installed }: PythonFiles): PythonCheck {
  const why = "there is no Python file";
  const coverage = {
    inspected: { files: 0 },
    skipped: skippedFolders(installed),
    summary: why,
    nothingToDo: why,
  };
  return { result: { check: "python", findings: [], artifacts: [], coverage }, versions: {} };
}
