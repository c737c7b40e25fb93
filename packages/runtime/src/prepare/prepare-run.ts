import { resolve } from "node:path";
import type { Command, ConfigSection, InputSpecs, InputValues } from "@assay/core";
import {
  ACT_INPUTS,
  COMMON_INPUTS,
  type ConfigFile,
  NO_CONFIG,
  openWorkspace,
  type SettingsFiles,
  UsageError,
  type Workspace,
  workTreeFiles,
} from "@assay/core";
import { loadConfig } from "../config/load.ts";
import { quoting } from "../config/quote-problems.ts";
import { knownRules, optionProblems } from "../settings/rule-levels.ts";
import {
  type Environment,
  type ExplicitInputs,
  inputError,
  resolveInputs,
  type ValueSource,
} from "./resolve.ts";

/** All inputs of a command: its own, and those that every command of its kind has. */
export function inputsOf({ kind, inputs }: Pick<Command, "kind" | "inputs">): InputSpecs {
  return { ...(kind === "act" ? ACT_INPUTS : COMMON_INPUTS), ...inputs };
}

export interface PrepareOptions {
  readonly command: Command;
  readonly explicit: ExplicitInputs;
  readonly environment: Environment;
  readonly host: "action" | "cli";
  /** What `working-directory` is relative to; the process's own where it is not given. */
  readonly cwd?: string;
  readonly loadSections: () => Promise<readonly ConfigSection[]>;
}

/** What is known before a command starts. */
export interface Preparation {
  readonly workspace: Workspace;
  readonly config: ConfigFile;
  readonly inputs: InputValues<InputSpecs> &
    InputValues<typeof ACT_INPUTS> &
    Partial<InputValues<Pick<typeof COMMON_INPUTS, "fail-on" | "rule" | "baseline">>>;
  readonly sources: Readonly<Record<string, ValueSource>>;
  /** Absolute path of the folder that the run starts in. */
  readonly cwd: string;
}

/** What is known before any setting was read. */
export interface OpenedRun {
  readonly workspace: Workspace;
  /** Absolute path of the working directory as it was given, links not followed. */
  readonly folder: string;
  /** Absolute path of the folder that the run starts in. */
  readonly cwd: string;
  /** What the host was given, without what it left out. */
  readonly explicit: ExplicitInputs;
  /** The config file that an input names. */
  readonly configPath: string | undefined;
}

/**
 * Opens the working directory.
 *
 * @throws UsageError when it does not exist.
 */
export async function openRun(options: PrepareOptions): Promise<OpenedRun> {
  const cwd = resolve(options.cwd ?? ".");
  // A host that was not given an input says `undefined` or leaves it out: both mean the same.
  const explicit = given(options.explicit, () => true);
  const { "working-directory": place, config } = COMMON_INPUTS;
  const early = earlyInputs({ "working-directory": place }, { ...options, explicit }, cwd);
  const folder = resolve(cwd, early["working-directory"]);
  const workspace = await openWorkspace(folder);
  const { config: configPath } = earlyInputs({ config }, { ...options, explicit }, workspace.root);
  return { workspace, folder, cwd, explicit, configPath };
}

/**
 * Reads the config file from `files` and resolves the command's inputs.
 *
 * @throws UsageError that names all mistakes of the config file and of the inputs at once.
 */
export async function prepareWith(
  files: SettingsFiles,
  { workspace, cwd, explicit, configPath }: OpenedRun,
  options: PrepareOptions,
): Promise<Preparation> {
  const { environment, host, loadSections } = options;
  const { root } = workspace;
  const specs = inputsOf(options.command);
  let config: ConfigFile;
  try {
    config = await loadConfig(files, configPath, loadSections);
  } catch (error) {
    const named = Object.entries(specs).filter(([name]) => Object.hasOwn(explicit, name));
    const others = problemsOf(() =>
      earlyInputs(Object.fromEntries(named), { ...options, explicit }, root),
    );
    throw withProblems(error, others);
  }
  const { values, sources } = quoting(config, () =>
    resolveInputs(specs, {
      explicit,
      environment,
      config,
      host,
      root,
      positional: options.command.positional,
    }),
  );
  // `specs` holds the common inputs; a command may word one anew and not change its type.
  const inputs = values as Preparation["inputs"];
  const { rule = [] } = inputs;
  if (rule.length > 0) {
    const problems = optionProblems(rule, knownRules(await loadSections()));
    if (problems.length > 0) throw inputError(problems);
  }
  return { workspace, config, inputs, sources, cwd };
}

/** `openRun` and `prepareWith` on the work tree. */
export async function prepareRun(options: PrepareOptions): Promise<Preparation> {
  const opened = await openRun(options);
  return prepareWith(workTreeFiles(opened.workspace), opened, options);
}

/** Inputs that are needed before the config file is known. */
function earlyInputs<I extends InputSpecs>(
  specs: I,
  { explicit, environment, host }: Pick<PrepareOptions, "explicit" | "environment" | "host">,
  root: string,
): InputValues<I> {
  const named = given(explicit, (name) => Object.hasOwn(specs, name));
  return resolveInputs(specs, { explicit: named, environment, config: NO_CONFIG, host, root })
    .values;
}

function given(explicit: ExplicitInputs, keep: (name: string) => boolean): ExplicitInputs {
  return Object.fromEntries(
    Object.entries(explicit).filter(([name, value]) => value !== undefined && keep(name)),
  );
}

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof UsageError) return linesOf(error);
    throw error;
  }
}

function withProblems(error: unknown, problems: readonly string[]): unknown {
  if (!(error instanceof UsageError)) return error;
  const lines = linesOf(error);
  // The `config` input itself may be what is wrong: its problem then stands in both.
  const others = problems.filter((problem) => !lines.includes(problem));
  return others.length === 0 ? error : inputError([...lines, ...others], error.places);
}

function linesOf(error: UsageError): readonly string[] {
  return error.problems.length > 0 ? error.problems : [error.message];
}
