import { UsageError } from "@assay/core";
import { textOf } from "../../fields.ts";
import { packageMetadata } from "../../installed/metadata.ts";
import { fromLockfileFolder } from "../../paths.ts";
import { parseToml, tableOf } from "../../toml.ts";
import type { InstalledPackage, ReaderInput } from "../ecosystem.ts";
import type { CargoEntry } from "./lockfile.ts";
import { parseManifest } from "./manifest.ts";

/** Where the copy of a crate lies, relative to the root of the inventory, whether or not it is there. */
export type FolderOf = (entry: CargoEntry) => string | undefined;

const CONFIGS = [".cargo/config.toml", ".cargo/config"];

/**
 * The folder that `cargo vendor` filled, by the configuration that names it. Of several versions of one crate the highest has the
 * plain name; with `--versioned-dirs` every name has its version.
 */
export async function vendoredFolders(
  input: ReaderInput,
  entries: readonly CargoEntry[],
): Promise<FolderOf> {
  const folder = await vendorFolder(input);
  const locked = entries.filter(({ source }) => source.kind !== "local");
  const [first] = locked;
  if (folder === undefined || first === undefined) return () => undefined;
  const versioned = await input.readText(`${folder}/${first.name}-${first.version}/Cargo.toml`);
  const highest = new Map<string, CargoEntry>();
  for (const entry of locked) {
    const known = highest.get(entry.name);
    if (known === undefined || isHigher(entry.version, known.version))
      highest.set(entry.name, entry);
  }
  const isAlone = locked.filter(({ name }) => name === first.name).length === 1;
  const isVersioned = versioned !== undefined && (isAlone || highest.get(first.name) === first);
  return (entry) => {
    if (entry.source.kind === "local") return undefined;
    const isPlain = !isVersioned && highest.get(entry.name) === entry;
    return `${folder}/${entry.name}${isPlain ? "" : `-${entry.version}`}`;
  };
}

async function vendorFolder({ path, readText }: ReaderInput): Promise<string | undefined> {
  for (const name of CONFIGS) {
    const config = fromLockfileFolder(path, name);
    const text = config === undefined ? undefined : await readText(config);
    if (config === undefined || text === undefined) continue;
    const sources = Object.values(tableOf(parsed(config, text)["source"]));
    const directory = sources.map((each) => textOf(tableOf(each)["directory"])).find(Boolean);
    return directory === undefined ? undefined : fromLockfileFolder(path, directory);
  }
  return undefined;
}

/** A broken configuration says nothing of the lockfile. */
function parsed(path: string, text: string) {
  try {
    return parseToml(path, text);
  } catch (error) {
    if (error instanceof UsageError) return {};
    throw error;
  }
}

function isHigher(a: string, b: string): boolean {
  const numbers = (version: string) => version.split(/[-+]/, 1)[0]?.split(".").map(Number) ?? [];
  const [one, other] = [numbers(a), numbers(b)];
  for (const [index, number] of one.entries()) {
    const difference = number - (other[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return b.includes("-") && !a.includes("-");
}

/** What the `Cargo.toml` of a copy says; a clause where it says nothing. */
export function readVendoredManifest(text: string): InstalledPackage | string {
  try {
    const { name, version, license, table } = parseManifest("Cargo.toml", text);
    const { authors, ...others } = tableOf(table["package"] ?? table["project"]);
    const metadata = packageMetadata({ authors, ...others });
    return { name, version, manifest: license === undefined ? {} : { license }, metadata };
  } catch (error) {
    if (error instanceof UsageError) return "it is no TOML";
    throw error;
  }
}
