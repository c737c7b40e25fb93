import { devNull } from "node:os";
import { delimiter } from "node:path";
import {
  checkedFolders,
  ExternalError,
  isChecked,
  pathFolders,
  programsOnPath,
  realPath,
} from "@assay/core";

type Variables = Readonly<Record<string, string | undefined>>;

/** Without these Windows starts no program at all. */
const WINDOWS_NEEDS = ["SystemRoot", "PATHEXT", "TEMP", "TMP"] as const;

/** The git of this machine, and the variables that every process of it gets. */
export interface IsolatedGit {
  /** Absolute. */
  readonly program: string;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * The whole environment of a git process, or of a program that may start one: no HOME, no inherited `GIT_*`, no user or system
 * configuration. No protocol is allowed, so that no git process reaches the network by itself (a partial clone would fetch
 * missing objects on its own). No folder is taken for a repository because of where the process starts: `GIT_DIR` names none.
 *
 * @param root Absolute real path of the folder that is looked at.
 */
export async function isolatedVariables(
  environment: Variables,
  root: string,
): Promise<Readonly<Record<string, string>>> {
  const variables: Record<string, string> = {
    PATH: await foreignPath(environment, await checkedFolders(root, environment)),
    LC_ALL: "C",
    GIT_DIR: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_GRAFT_FILE: devNull,
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
  };
  for (const name of WINDOWS_NEEDS) {
    const value = environment[name];
    if (value !== undefined) variables[name] = value;
  }
  return variables;
}

/**
 * The first git on PATH that is no part of what is checked.
 *
 * @param root Absolute real path of the folder that is looked at.
 * @throws ExternalError when there is none.
 */
export async function isolatedGit(environment: Variables, root: string): Promise<IsolatedGit> {
  const checked = await checkedFolders(root, environment);
  for await (const { path, real } of programsOnPath("git", environment)) {
    if (isChecked(checked, real)) continue;
    return { program: path, variables: await isolatedVariables(environment, root) };
  }
  throw new ExternalError("The program git was not found", {
    hint: "Install git and put it on PATH; in a container job, install it in the image before the checkout.",
  });
}

/** PATH without relative entries and without folders of what is checked: git looks there for programs of its own. */
async function foreignPath(environment: Variables, checked: readonly string[]): Promise<string> {
  const folders = pathFolders(environment);
  const real = folders.map((folder) => realPath(folder) ?? folder);
  return folders
    .filter((folder, index) => !isChecked(checked, real[index] ?? folder))
    .join(delimiter);
}
