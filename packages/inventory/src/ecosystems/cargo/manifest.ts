import { UsageError } from "@assay/core";
import { textOf, textsOf } from "../../fields.ts";
import type { EdgeKind } from "../../graph.ts";
import { folderOf, placeOf } from "../../paths.ts";
import { parseToml, type Table, tableOf } from "../../toml.ts";

/** One line of a table of dependencies. */
export interface CargoDependency {
  /** The name in the manifest, and the package's own. */
  readonly key: string;
  readonly name: string;
  readonly kind: EdgeKind & ("runtime" | "development" | "build");
  readonly isOptional: boolean;
  /** `cfg(windows)` or a triple, as it is written. */
  readonly condition: string | undefined;
  readonly requirement: string | undefined;
  /** Features of the package that it turns on. */
  readonly features: readonly string[];
  /** Of a path dependency, relative to the root of the inventory; `null` where it leads out of that. */
  readonly path: string | null | undefined;
}

/** What a `Cargo.toml` says, with what it has from its workspace. */
export interface CargoManifest {
  /** Relative to the root of the inventory. */
  readonly path: string;
  readonly folder: string;
  readonly table: Table;
  readonly name: string | undefined;
  /** `undefined` where the workspace does not say it either. */
  readonly version: string | undefined;
  readonly license: string | undefined;
  readonly dependencies: readonly CargoDependency[];
}

/** @throws UsageError when it is no TOML */
export function parseManifest(
  path: string,
  text: string,
  workspace?: { readonly path: string; readonly table: Table },
): CargoManifest {
  const table = parseToml(path, text);
  const shared = workspace ?? { path, table };
  const common = tableOf(shared.table["workspace"]);
  const own = tableOf(table["package"] ?? table["project"]);
  const field = (name: string) => {
    const value = own[name];
    const isShared = tableOf(value)["workspace"] === true;
    return textOf(isShared ? tableOf(common["package"])[name] : value);
  };
  return {
    path,
    folder: folderOf(path),
    table,
    name: textOf(own["name"]),
    version: field("version") ?? (own["version"] === undefined ? "0.0.0" : undefined),
    license: field("license"),
    dependencies: [...dependenciesOf(table, undefined, path), ...targetsOf(table, path)].map(
      (each) =>
        each.isShared
          ? inherited(each, tableOf(common["dependencies"])[each.key], shared.path)
          : each,
    ),
  };
}

interface Written extends CargoDependency {
  readonly isShared: boolean;
}

const GROUPS = [
  ["dependencies", "runtime"],
  ["dev-dependencies", "development"],
  ["dev_dependencies", "development"],
  ["build-dependencies", "build"],
  ["build_dependencies", "build"],
] as const;

function dependenciesOf(
  table: Table,
  condition: string | undefined,
  manifest: string,
): readonly Written[] {
  return GROUPS.flatMap(([group, kind]) =>
    Object.entries(tableOf(table[group])).map(([key, value]) => ({
      ...described(key, value, manifest),
      kind,
      isOptional: tableOf(value)["optional"] === true,
      condition,
      isShared: tableOf(value)["workspace"] === true,
    })),
  );
}

function targetsOf(table: Table, manifest: string): readonly Written[] {
  return Object.entries(tableOf(table["target"])).flatMap(([condition, target]) =>
    dependenciesOf(tableOf(target), condition, manifest),
  );
}

function described(key: string, value: unknown, manifest: string) {
  const table = tableOf(value);
  const path = textOf(table["path"]);
  return {
    key,
    name: textOf(table["package"]) ?? key,
    requirement: textOf(typeof value === "string" ? value : table["version"]),
    features: textsOf(table["features"]),
    path: path === undefined ? undefined : placeOf(manifest, path),
  };
}

/** What `workspace = true` takes from the workspace; paths there start at its folder. */
function inherited(own: Written, value: unknown, manifest: string): CargoDependency {
  const shared = described(own.key, value, manifest);
  return { ...own, ...shared, features: [...own.features, ...shared.features] };
}

/**
 * Keys of the optional dependencies that a manifest's default features turn on, and those that others ask for
 * (https://doc.rust-lang.org/cargo/reference/features.html).
 */
export function enabledDependencies(
  { table }: CargoManifest,
  asked: Iterable<string> = [],
): ReadonlySet<string> {
  const features = tableOf(table["features"]);
  const seen = new Set<string>();
  const keys = new Set<string>();
  const pending = ["default", ...asked];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    // Without a feature of the name it is an optional dependency's own.
    if (!Object.hasOwn(features, name)) keys.add(name);
    for (const item of textsOf(features[name])) {
      const [dependency = "", inside] = item.split("/");
      if (item.startsWith("dep:")) keys.add(item.slice("dep:".length));
      else if (inside === undefined) pending.push(item);
      else if (!dependency.endsWith("?")) keys.add(dependency);
    }
  }
  return keys;
}

/** Whether a `Cargo.toml` asks for packages. @throws UsageError when it is no TOML */
export function cargoAsks(text: string): boolean {
  const manifest = parseManifest("it", text);
  if (manifest.name === undefined && manifest.table["workspace"] === undefined)
    throw new UsageError("it has neither a package nor a workspace");
  return manifest.dependencies.length > 0;
}
