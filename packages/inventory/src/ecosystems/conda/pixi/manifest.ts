import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import { parseToml, type Table, tableOf } from "../../../toml.ts";
import { normalizeName } from "../../pypi/names.ts";
import type { CondaNeed } from "../package.ts";
import { toNeed } from "../pypi-entry.ts";

/** What a `pixi.toml`, or `tool.pixi` of a `pyproject.toml`, asks for. https://pixi.sh/latest/reference/pixi_manifest/ */
export interface PixiManifest {
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Those that have no name of their own. */
  readonly platforms: readonly string[];
  /** By the environment's name. */
  readonly environments: ReadonlyMap<string, readonly Feature[]>;
  /** Whether a feature takes over what some source package asks for: its manifest may have any form. */
  readonly takesOver: boolean;
}

interface Feature {
  readonly needs: readonly CondaNeed[];
  /** `linux`, `unix`, `osx-arm64`, …: what else it needs there. */
  readonly targets: ReadonlyMap<string, readonly CondaNeed[]>;
}

/** What `requires-python` stands for. */
const PYTHON: CondaNeed = { manager: "conda", name: "python" };
const NONE: Feature = { needs: [], targets: new Map() };

/** @throws UsageError when it is no TOML */
export function readPixiManifest(path: string, text: string): PixiManifest | undefined {
  const toml = parseToml(path, text);
  const isPyproject = path.endsWith("pyproject.toml");
  const tool = tableOf(toml["tool"])["pixi"];
  if (isPyproject && !isRecord(tool)) return undefined;
  const table = isPyproject ? tableOf(tool) : toml;
  const workspace = tableOf(table["workspace"] ?? table["project"]);
  const project = isPyproject ? tableOf(toml["project"]) : {};
  const features = new Map<string, Feature>();
  for (const [name, value] of Object.entries(tableOf(table["feature"])))
    features.set(name, featureOf(tableOf(value)));
  if (isPyproject) addPython(features, toml);
  const own = featureOf(table);
  const base = isPyproject
    ? {
        ...own,
        needs: [
          ...own.needs,
          ...requirements(project["dependencies"]),
          ...(typeof project["requires-python"] === "string" ? [PYTHON] : []),
        ],
      }
    : own;
  const environments = new Map<string, readonly Feature[]>();
  for (const [name, value] of [
    ["default", []],
    ...Object.entries(tableOf(table["environments"])),
  ]) {
    const named = Array.isArray(value) ? value : tableOf(value)["features"];
    const isAlone = tableOf(value)["no-default-feature"] === true;
    environments.set(String(name), [
      ...(isAlone ? [] : [base]),
      ...textsOf(named).map((each) => features.get(each) ?? NONE),
      featureOf(tableOf(value)),
    ]);
  }
  const all = [table, ...Object.values(tableOf(table["feature"])).map(tableOf)];
  return {
    name: textOf(workspace["name"]) ?? textOf(project["name"]),
    version: textOf(workspace["version"]) ?? textOf(project["version"]),
    platforms: textsOf(workspace["platforms"]),
    environments,
    takesOver: all.some(({ dev }) => isRecord(dev)),
  };
}

/** Whether anything is asked for in some environment. @throws UsageError when it is no TOML */
export function pixiAsks(path: string, text: string): boolean {
  const manifest = readPixiManifest(path, text);
  return [...(manifest?.environments.values() ?? [])].some((features) =>
    features.some(({ needs, targets }) => needs.length + targets.size > 0),
  );
}

/** What an environment asks for on a platform. */
export function needsOn(
  features: readonly Feature[],
  platform: string,
  subdir: string,
): readonly CondaNeed[] {
  return features.flatMap(({ needs, targets }) => [
    ...needs,
    ...[...targets].flatMap(([target, more]) => (isOn(target, platform, subdir) ? more : [])),
  ]);
}

function isOn(target: string, platform: string, subdir: string): boolean {
  if (target === platform || target === subdir) return true;
  const [system = ""] = subdir.split("-");
  return target === system || (target === "unix" && /^(?:linux|osx|freebsd)$/.test(system));
}

function featureOf(table: Table): Feature {
  return {
    needs: tableNeeds(table),
    targets: new Map(
      Object.entries(tableOf(table["target"]))
        .map(([target, value]) => [target, tableNeeds(tableOf(value))] as const)
        .filter(([, needs]) => needs.length > 0),
    ),
  };
}

function tableNeeds(table: Table): readonly CondaNeed[] {
  const conda = ["dependencies", "host-dependencies", "build-dependencies"].flatMap((key) =>
    Object.entries(tableOf(table[key])).map(([name, value]) => toCondaNeed(name, value)),
  );
  const pypi = Object.entries(tableOf(table["pypi-dependencies"])).map(([name, value]) => {
    const { extras } = tableOf(value);
    const marker = tableOf(value)["env-markers"];
    return {
      manager: "pypi" as const,
      name: normalizeName(name),
      ...requirementOf(value),
      ...(Array.isArray(extras) ? { extras: textsOf(extras).map(normalizeName) } : {}),
      ...(typeof marker === "string" ? { condition: marker } : {}),
    };
  });
  return [...conda, ...pypi];
}

function toCondaNeed(name: string, value: unknown): CondaNeed {
  const { when, extras } = tableOf(value);
  return {
    manager: "conda",
    name: name.toLowerCase(),
    ...requirementOf(value),
    ...(typeof when === "string" ? { condition: when } : {}),
    ...(Array.isArray(extras) ? { extras: textsOf(extras) } : {}),
  };
}

function requirementOf(value: unknown): { readonly requirement?: string } {
  const text = textOf(value) ?? textOf(tableOf(value)["version"]);
  return text === undefined ? {} : { requirement: text };
}

/** Optional dependencies and dependency groups of a `pyproject.toml` are features of the same name. */
function addPython(features: Map<string, Feature>, toml: Table): void {
  const groups = tableOf(toml["dependency-groups"]);
  const add = (name: string, needs: readonly CondaNeed[]) => {
    const known = features.get(name) ?? NONE;
    features.set(name, { ...known, needs: [...known.needs, ...needs] });
  };
  for (const [name, value] of Object.entries(
    tableOf(tableOf(toml["project"])["optional-dependencies"]),
  ))
    add(name, requirements(value));
  for (const name of Object.keys(groups)) add(name, groupNeeds(groups, name, new Set()));
}

function groupNeeds(groups: Table, name: string, seen: Set<string>): readonly CondaNeed[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const value = groups[name];
  const included = (Array.isArray(value) ? value : []).flatMap(
    (each: unknown) => textOf(tableOf(each)["include-group"]) ?? [],
  );
  return [...requirements(value), ...included.flatMap((each) => groupNeeds(groups, each, seen))];
}

function requirements(value: unknown): readonly CondaNeed[] {
  return textsOf(value)
    .map(toNeed)
    .filter((need) => typeof need !== "string");
}
