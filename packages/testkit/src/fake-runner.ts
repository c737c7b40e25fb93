import { mkdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import type { GitRepository } from "./git-repository.ts";
import { type Network, networkGuard } from "./network-guard.ts";
import { runNode } from "./run-node.ts";
import { inputVariables, runnerVariables, stepFiles } from "./runner-environment.ts";
import {
  type LoggedAnnotation,
  parseAnnotations,
  parseFileCommand,
  parseMasks,
} from "./runner-files.ts";
import { type Files, temporaryFolder, writeFiles } from "./temporary.ts";

export interface ActionRunOptions {
  /** Folder that holds the action's `action.yml`, absolute. */
  readonly actionFolder: string;
  /** What stands under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** The checked-out repository: files of a plain folder, or a git repository. */
  readonly files?: Files;
  readonly repository?: GitRepository;
  /** On top of the runner's own variables; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the action may reach; `loopback` where it is not given. Anything else fails the test. */
  readonly network?: Network;
  /** What `${{ github.token }}` stands for; empty where it is not given. */
  readonly token?: string;
}

export interface ActionRun {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly LoggedAnnotation[];
  readonly masks: readonly string[];
  /** Everything on stdout. */
  readonly log: string;
  readonly stderr: string;
  readonly workspace: string;
  readonly runnerTemp: string;
}

/**
 * Runs a built action as the runner would: its `runs.main`, its inputs with their defaults, the files and variables of a
 * step, and nothing of this machine's environment.
 *
 * @throws Error when it reached for the network.
 */
export async function runBuiltAction(options: ActionRunOptions): Promise<ActionRun> {
  const folder = await temporaryFolder();
  const workspace = options.repository?.root ?? join(folder, "workspace");
  await writeFiles(workspace, { ...options.files });
  await mkdir(workspace, { recursive: true });
  const action = await readAction(options.actionFolder);
  const paths = await stepFiles(folder, options.event?.payload ?? {});
  await Promise.all(["home", "runner-temp", "tool-cache"].map((name) => mkdir(join(folder, name))));
  const guard = await networkGuard(folder, options.network ?? "loopback");
  const env = {
    ...runnerVariables(folder, workspace, options.event),
    ...(await revision(options.repository)),
    ...paths,
    ...inputVariables(action.defaults, options.inputs ?? {}, options.token ?? ""),
  };
  const { exitCode, stdout, stderr } = await runNode([...guard.nodeArgs, action.main], {
    cwd: workspace,
    env: withoutUndefined({ ...env, ...options.env }),
  });
  const attempts = await guard.attempts();
  if (attempts.length > 0) throw new Error(`The action reached out: ${attempts.join(", ")}`);
  const text = (path: string) => readFile(path, "utf8");
  return {
    exitCode,
    outputs: parseFileCommand(await text(paths.GITHUB_OUTPUT)),
    state: parseFileCommand(await text(paths.GITHUB_STATE)),
    summary: await text(paths.GITHUB_STEP_SUMMARY),
    annotations: parseAnnotations(stdout),
    masks: parseMasks(stdout),
    log: stdout,
    stderr,
    workspace,
    runnerTemp: env.RUNNER_TEMP,
  };
}

interface ActionMetadata {
  readonly runs: { readonly main: string };
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
}

async function readAction(folder: string) {
  const path = join(folder, "action.yml");
  const metadata: ActionMetadata = parse(await readFile(path, "utf8"));
  const defaults = Object.entries(metadata.inputs ?? {}).map(([name, input]): [string, string] => [
    name,
    String(input?.default ?? ""),
  ]);
  return { main: resolve(dirname(path), metadata.runs.main), defaults: new Map(defaults) };
}

/** `GITHUB_SHA` of a push: the commit that is checked out. */
async function revision(repository: GitRepository | undefined) {
  if (repository === undefined) return {};
  return { GITHUB_SHA: await repository.git("rev-parse", "HEAD") };
}

function withoutUndefined(env: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
