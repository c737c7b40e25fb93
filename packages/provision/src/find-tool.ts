import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { ExternalError, type ProcessRunner, UsageError } from "@assay/core";
import { refuseCheckedProgram } from "./checked-program.ts";
import { probeVersion } from "./probe-version.ts";

export interface ToolRequest {
  /** The program's name, without `.exe`. */
  readonly name: string;
  /** Where the user says that it is; then PATH is not looked at. */
  readonly explicitPath?: string;
  /** The input that `explicitPath` came from, for messages. */
  readonly pathInput?: string;
  /** Only PATH (and PATHEXT on Windows) is read. */
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
  /** `8.30.1`; absent when the program does not tell (a build from source, say). */
  readonly version: string | undefined;
}

/**
 * Finds a program without a shell and asks for its version.
 *
 * What is checked is never run: a program whose real path lies in the checked folder, or in the checkout around it, is
 * refused before it is asked for anything.
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
  const folders = (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter);
  for (const folder of folders) {
    // A relative entry would let the checked repository put its own program first.
    if (!isAbsolute(folder)) continue;
    for (const extension of extensions(environment)) {
      const path = join(folder, `${name}${extension}`);
      if (await isProgram(path)) return path;
    }
  }
  throw new ExternalError(`The program ${name} was not found on PATH`, {
    hint: install ?? `Install ${name}, or give its path.`,
  });
}

/** Windows runs only what has an extension of PATHEXT; scripts for its shell are left out, for there is no shell. */
export function extensions(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): readonly string[] {
  if (platform !== "win32") return [""];
  const listed = (environment["PATHEXT"] ?? ".COM;.EXE")
    .split(";")
    .map((entry) => entry.toLowerCase());
  const programs = listed.filter((entry) => entry === ".exe" || entry === ".com");
  return programs.length === 0 ? [".exe"] : programs;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
