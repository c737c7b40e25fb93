import { UsageError } from "@assay/core";
import { fromLockfileFolder } from "../../../paths.ts";
import { readYaml } from "../../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, type YamlMap } from "../../../yaml/value.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { LockProblem } from "../lock-graph/node.ts";
import { type Registries, registriesFrom, registryUrl } from "../lock-graph/registries.ts";
import { splitAtVersion } from "../package-name.ts";

/** What packages need in addition to what they say themselves, by the project's settings. */
export interface PackageExtension {
  readonly name: string;
  /** Of versions. */
  readonly range: string;
  readonly dependencies: ReadonlyMap<string, string>;
  readonly peers: ReadonlyMap<string, string>;
  readonly optionalPeers: ReadonlySet<string>;
}

/** The parts of a `.yarnrc.yml` (https://yarnpkg.com/configuration/yarnrc) that decide what is resolved to what. */
export interface BerrySettings {
  readonly registries: Registries;
  readonly extensions: readonly PackageExtension[];
  /** The range of a package in a catalog, whose name is empty for the one without. */
  catalogRange(catalog: string, name: string): string | undefined;
}

export async function readBerrySettings(
  input: ReaderInput,
  problems: LockProblem[],
): Promise<BerrySettings> {
  const top = await readSettingsFile(input, problems);
  return {
    registries: registriesFrom(registriesIn(top)),
    extensions: extensionsIn(mapAt(top, "packageExtensions")),
    catalogRange: (catalog, name) =>
      textAt(catalog === "" ? mapAt(top, "catalog") : mapAt(mapAt(top, "catalogs"), catalog), name),
  };
}

async function readSettingsFile(
  input: ReaderInput,
  problems: LockProblem[],
): Promise<YamlMap | undefined> {
  const path = fromLockfileFolder(input.path, ".yarnrc.yml");
  if (path === undefined) return undefined;
  try {
    const text = await input.readText(path);
    const value = text === undefined ? undefined : readYaml(path, text).documents[0]?.value;
    return isYamlMap(value) ? value : undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push({ reason: `what Yarn's settings change is not known: ${error.message}` });
    return undefined;
  }
}

function registriesIn(top: YamlMap | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (scope: string, map: YamlMap | undefined) => {
    const registry = registryUrl(textAt(map, "npmRegistryServer") ?? "");
    if (registry !== undefined) found.set(scope, registry);
  };
  add("", top);
  const scopes = mapAt(top, "npmScopes");
  for (const scope of scopes?.entries.keys() ?? []) add(`@${scope}`, mapAt(scopes, scope));
  return found;
}

function extensionsIn(stated: YamlMap | undefined): readonly PackageExtension[] {
  return [...(stated?.entries.keys() ?? [])].flatMap((selector) => {
    const extension = mapAt(stated, selector);
    const { name, rest } = splitAtVersion(selector) ?? { name: selector, rest: "*" };
    const meta = mapAt(extension, "peerDependenciesMeta");
    const optional = [...(meta?.entries.keys() ?? [])].filter(
      (peer) => textAt(mapAt(meta, peer), "optional") === "true",
    );
    return [
      {
        name,
        range: rest.replace(/^npm:/, ""),
        dependencies: textsIn(mapAt(extension, "dependencies")),
        peers: textsIn(mapAt(extension, "peerDependencies")),
        optionalPeers: new Set(optional),
      },
    ];
  });
}

function textsIn(map: YamlMap | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of map?.entries ?? [])
    if (typeof value === "string") found.set(name, value);
  return found;
}
