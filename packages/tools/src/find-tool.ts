import { resolve } from "node:path";
import {
  ExternalError,
  isProgram,
  type ProcessRunner,
  programsOnPath,
  UsageError,
} from "@assay/core";
import { refuseCheckedProgram } from "./checked-program.ts";
import { probeVersion } from "./probe-version.ts";

export interface ToolRequest {
  /** The program's name, without `.exe`. */
  readonly name: string;
  /** Where the user says that it is; then PATH is not looked at. */
  readonly explicitPath?: string;
  /** The input that `explicitPath` came from, for messages. */
  readonly pathInput?: string;
  /** PATH (and PATHEXT on Windows), and `GITHUB_WORKSPACE` and `HOME`, which bound what is checked, are read. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly processes: ProcessRunner;
  /** What makes the program print its version, such as `["version"]`. */
  readonly versionArgs: readonly string[];
  /** Absolute path of the folder that is checked: relative paths begin there, and no program below it is ever run. */
  readonly root: string;
  /** A sentence on how to get it, for the error's hint. */
  readonly install?: string;
}

export interface FoundTool {
  /** Absolute. */
  readonly path: string;
  /** `8.30.1`; absent when the program does not say (a build from source, say). */
  readonly version: string | undefined;
}

/**
 * Finds a program without a shell and asks for its version.
 *
 * What is checked is never run: a program whose real path lies in the checked folder, or in the outermost checkout around it,
 * is refused before it is asked for anything.
 *
 * @throws UsageError when `explicitPath` is no program, or the program belongs to what is checked.
 * @throws ExternalError when it is not on PATH, or does not run.
 */
export async function findTool(request: ToolRequest): Promise<FoundTool> {
  const path =
    request.explicitPath === undefined
      ? await onPath(request)
      : await atPath(request, request.explicitPath);
  await refuseCheckedProgram(path, request);
  return { path, version: await probeVersion(path, request) };
}

async function atPath(request: ToolRequest, explicit: string): Promise<string> {
  const path = resolve(request.root, explicit);
  if (await isProgram(path)) return path;
  throw new UsageError(
    `${request.pathInput ?? `The path of ${request.name}`} is "${explicit}"; no program that may be run is there`,
    { hint: `Give the path of the ${request.name} program itself, and make it executable.` },
  );
}

async function onPath({ name, environment, install }: ToolRequest): Promise<string> {
  for await (const { path } of programsOnPath(name, environment)) return path;
  throw new ExternalError(`The program ${name} was not found on PATH`, {
    hint: install ?? `Install ${name}, or give its path.`,
  });
}
