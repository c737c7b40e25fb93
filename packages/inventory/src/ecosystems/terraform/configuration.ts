import { UsageError } from "@assay/core";
import { folderOf, fromLockfileFolder } from "../../paths.ts";
import { type ProviderAddress, providerAddress } from "./address.ts";
import { type HclBlock, type HclValue, readHcl } from "./hcl.ts";

/** What one `.tf` file says of the providers and modules that its folder needs. */
export interface Configuration {
  /** By the name that is used in the folder. */
  readonly required: ReadonlyMap<string, RequiredProvider>;
  /** Whether it sets up a provider, a backend or Terraform's cloud, as only the folder does that Terraform runs in. */
  readonly isRoot: boolean;
  /** Whether it sets up a provider that nothing else may ask for. */
  readonly hasProvider: boolean;
  /** Folders of the modules that it calls, as they are written: `./network`. */
  readonly localModules: readonly string[];
}

export interface RequiredProvider {
  /** Absent where it is written as an expression, or not at all understood. */
  readonly address: ProviderAddress | undefined;
  readonly version: string | undefined;
}

/** Comes with Terraform: nothing is downloaded. */
const BUILT_IN = "terraform.io";

/** @throws UsageError where it is not Terraform's language */
export function readConfiguration(path: string, text: string): Configuration {
  const { blocks } = readHcl(path, text);
  const settings = blocks.filter(({ type }) => type === "terraform");
  const required = new Map<string, RequiredProvider>();
  for (const { body } of settings)
    for (const { attributes } of named(body.blocks, "required_providers").map((each) => each.body))
      for (const [name, value] of attributes) {
        const provider = requiredProvider(name, value);
        if (provider.address?.host !== BUILT_IN) required.set(name, provider);
      }
  const providers = named(blocks, "provider");
  return {
    required,
    isRoot:
      providers.length > 0 ||
      settings.some(({ body }) => body.blocks.some(({ type }) => /^(?:backend|cloud)$/.test(type))),
    hasProvider: providers.some(({ labels }) => labels[0] !== "terraform"),
    localModules: named(blocks, "module").flatMap(({ body }) => {
      const source = body.attributes.get("source");
      return typeof source === "string" && /^\.\.?\//.test(source) ? [source] : [];
    }),
  };
}

function named(blocks: readonly HclBlock[], type: string): readonly HclBlock[] {
  return blocks.filter((each) => each.type === type);
}

/** `{ source = "…", version = "…" }`, or the version alone, as Terraform 0.12 had it. */
function requiredProvider(name: string, value: HclValue): RequiredProvider {
  if (typeof value === "string") return { address: providerAddress(name), version: value };
  if (!(value instanceof Map)) return { address: undefined, version: undefined };
  const source = value.get("source");
  const version = value.get("version");
  return {
    address:
      typeof source === "string"
        ? providerAddress(source)
        : value.has("source")
          ? undefined
          : providerAddress(name),
    version: typeof version === "string" ? version : undefined,
  };
}

export const CONFIGURATION = /\.(?:tf|tofu)$/;

/** The files that are listed, and how their text is read. */
export interface Files {
  readonly paths: readonly string[];
  readText(path: string): Promise<string | undefined>;
}

/** Every folder with configurations, by the files in it; what can't be read is left out. One read for each list of files. */
const KNOWN = new WeakMap<readonly string[], Promise<ReadonlyMap<string, Folder>>>();

export interface Folder {
  readonly files: ReadonlyMap<string, Configuration>;
  /** Another folder has it as a module. */
  isCalled: boolean;
}

export function foldersOf(files: Files): Promise<ReadonlyMap<string, Folder>> {
  const known = KNOWN.get(files.paths);
  if (known !== undefined) return known;
  const made = readFolders(files);
  KNOWN.set(files.paths, made);
  return made;
}

async function readFolders({ paths, readText }: Files): Promise<ReadonlyMap<string, Folder>> {
  const folders = new Map<string, { files: Map<string, Configuration>; isCalled: boolean }>();
  const calls: string[] = [];
  for (const path of paths) {
    if (!CONFIGURATION.test(path)) continue;
    const folder = folderOf(path);
    const known = folders.get(folder) ?? { files: new Map(), isCalled: false };
    folders.set(folder, known);
    try {
      const configuration = readConfiguration(path, (await readText(path)) ?? "");
      known.files.set(path, configuration);
      for (const source of configuration.localModules)
        calls.push(fromLockfileFolder(path, source) ?? "");
    } catch (error) {
      // Whoever reads it for its own sake says so.
      if (!(error instanceof UsageError)) throw error;
    }
  }
  for (const called of calls) {
    const folder = folders.get(called);
    if (folder !== undefined) folder.isCalled = true;
  }
  return folders;
}

/**
 * Whether a file is the one that stands for a folder that needs a lockfile: providers are asked for in it, Terraform runs in it, and no
 * other folder has it as a module. A module that others use has no lockfile of its own, and no provider that is set up.
 */
export async function configurationAsks(
  path: string,
  text: string,
  files: Files,
): Promise<boolean> {
  // What is broken is said of the file itself.
  const own = readConfiguration(path, text);
  if ((own.required.size === 0 && !own.hasProvider) || /(?:^|\/)modules\//.test(path)) return false;
  const folder = (await foldersOf(files)).get(folderOf(path));
  if (folder === undefined || folder.isCalled) return false;
  const all = [...folder.files];
  const asking =
    all.find(([, { required }]) => required.size > 0) ?? all.find(([, each]) => each.hasProvider);
  return asking?.[0] === path && all.some(([, { isRoot }]) => isRoot);
}
