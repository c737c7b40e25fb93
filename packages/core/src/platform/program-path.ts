import { accessSync, constants, realpathSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { statusBehind } from "./file-status.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** The folders of PATH. Relative ones are left out: they would let the checked repository put its own program first. */
export function pathFolders(environment: Variables): readonly string[] {
  return (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter).filter(isAbsolute);
}

/** The files that a name may stand for on PATH, in their order. No shell is asked. */
export async function* programsOnPath(
  name: string,
  environment: Variables,
): AsyncGenerator<{ readonly path: string; readonly real: string }> {
  for (const folder of pathFolders(environment)) {
    for (const extension of programExtensions(environment)) {
      const path = join(folder, `${name}${extension}`);
      if (await isProgram(path)) yield { path, real: realpathSync.native(path) };
    }
  }
}

/** Windows runs only what has an extension of PATHEXT; scripts for its shell are left out, for there is no shell. */
export function programExtensions(
  environment: Variables,
  platform: NodeJS.Platform = process.platform,
): readonly string[] {
  if (platform !== "win32") return [""];
  const listed = (environment["PATHEXT"] ?? ".COM;.EXE")
    .split(";")
    .map((entry) => entry.toLowerCase());
  const programs = listed.filter((entry) => entry === ".exe" || entry === ".com");
  return programs.length === 0 ? [".exe"] : programs;
}

/** Whether a regular file that may be run is at a path. */
export async function isProgram(path: string): Promise<boolean> {
  // Most folders of PATH do not have it.
  if (statusBehind(path)?.isFile() !== true) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
