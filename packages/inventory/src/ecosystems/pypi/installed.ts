import { fromLockfileFolder } from "../../paths.ts";
import type { InstalledPackage, ReaderInput } from "../ecosystem.ts";
import { licenseOfClassifiers } from "./classifiers.ts";
import type { PythonEntry } from "./entry.ts";
import { normalizeName } from "./names.ts";

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

/**
 * What the `METADATA` of an installed package says (https://packaging.python.org/en/latest/specifications/core-metadata/). Its licence
 * is `License-Expression`, else the short text of `License`, else what the classifiers mean.
 */
export function readInstalledMetadata(text: string): InstalledPackage | string {
  const fields = readFields(text);
  const name = fields.get("name")?.[0];
  const version = fields.get("version")?.[0];
  if (name === undefined || version === undefined) return "it names no package and version";
  const license = licenseOf(fields);
  return {
    name: normalizeName(name),
    version,
    manifest: license === undefined ? {} : { license },
  };
}

/** A whole licence text is no name of one. */
const MAX_LICENSE = 200;

function licenseOf(fields: ReadonlyMap<string, readonly string[]>) {
  const expression = fields.get("license-expression")?.[0];
  if (expression) return expression;
  const named = fields.get("license")?.[0] ?? "";
  const isName = named !== "" && named.length <= MAX_LICENSE && !named.includes("\n");
  const classified = licenseOfClassifiers(fields.get("classifier") ?? []);
  return isName && named.toLowerCase() !== "unknown" ? named : classified;
}

/** Header fields in lower case, each with its values; the description behind them is left out. */
function readFields(text: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line === "") break;
    const field = /^([A-Za-z][A-Za-z-]*):\s*(.*)$/.exec(line);
    if (field !== null) {
      const name = (field[1] ?? "").toLowerCase();
      last = fields.get(name) ?? [];
      last.push(field[2] ?? "");
      fields.set(name, last);
    } else if (last !== undefined) {
      last.push(`${last.pop()}\n${line.trim()}`);
    }
  }
  return fields;
}
