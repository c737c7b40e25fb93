import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { PythonEntry } from "./entry.ts";

/** Where the packages of one virtual environment lie. */
export interface InstalledFolders {
  /** The folder of a package's metadata, relative to the root of the inventory, whether or not it is there. */
  folderOf(entry: PythonEntry): string;
}

const ENVIRONMENTS = [".venv", "venv"];

/** The virtual environment beside a lockfile, by its own `pyvenv.cfg` (https://docs.python.org/3/library/venv.html). */
export async function installedFolders({
  path,
  readText,
}: Pick<ReaderInput, "path" | "readText">): Promise<InstalledFolders | undefined> {
  for (const name of ENVIRONMENTS) {
    const folder = fromLockfileFolder(path, name);
    const config = folder === undefined ? undefined : await readText(`${folder}/pyvenv.cfg`);
    const [, version] = /^version(?:_info)?\s*=\s*(\d+\.\d+)/m.exec(config ?? "") ?? [];
    if (version !== undefined) return foldersBelow(`${folder}/lib/python${version}/site-packages`);
  }
  return undefined;
}

/**
 * The folder is called as the wheel was (`PyYAML-6.0.2`); where no wheel is locked, as builders write it today (`pyyaml-6.0.2`):
 * https://packaging.python.org/en/latest/specifications/recording-installed-packages/.
 */
function foldersBelow(packages: string): InstalledFolders {
  return {
    folderOf: ({ name, version = "", artifacts }) => {
      const wheel = artifacts.map(wheelStem).find((stem) => stem !== undefined);
      return `${packages}/${wheel ?? `${name.replaceAll("-", "_")}-${version}`}.dist-info`;
    },
  };
}

function wheelStem({ url, fileName }: PythonEntry["artifacts"][number]): string | undefined {
  const file = fileName ?? url?.slice(url.lastIndexOf("/") + 1);
  if (file?.endsWith(".whl") !== true) return undefined;
  return /^[^-/]+-[^-/]+(?=-)/.exec(
    decodeURIComponent(file.replaceAll(/%(?![\da-f]{2})/gi, "")),
  )?.[0];
}
