import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { type Table, tableOf } from "../../../toml.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { Need } from "../entry.ts";
import { folderName } from "../manifests.ts";
import { isPackageName, normalizeName } from "../names.ts";
import { readDeclarations } from "../pyproject.ts";
import type { Requirement } from "../requirement.ts";
import { folderSource } from "../source.ts";
import { type PoetryDependency, readDependencies } from "./dependency.ts";
import type { PoetryEntry } from "./entries.ts";
import { type Resolve, toNeed } from "./needs.ts";

/** The project itself: its entry, what it asks for, and what it asks for in vain. */
export interface PoetryRoot {
  readonly entry: PoetryEntry;
  readonly needs: readonly Need[];
  /** Each as `name constraint`. */
  readonly missing: readonly string[];
}

interface Asked {
  readonly dependency: PoetryDependency;
  readonly extra?: string;
  readonly group?: string;
}

/** The lockfile has no entry for the project: its manifest says what it is and what it asks for. */
export function readRoot(pyproject: Table, resolve: Resolve, input: ReaderInput): PoetryRoot {
  const project = tableOf(pyproject["project"]);
  const poetry = tableOf(tableOf(pyproject["tool"])["poetry"]);
  const named = textOf(project["name"]) ?? textOf(poetry["name"]) ?? "";
  const entry: PoetryEntry = {
    key: ".",
    name: isPackageName(named) ? normalizeName(named) : folderName(input),
    version: textOf(project["version"]) ?? textOf(poetry["version"]),
    line: undefined,
    path: fromLockfileFolder(input.path, "pyproject.toml") ?? "pyproject.toml",
    source: folderSource(".", true),
    artifacts: [],
    marker: undefined,
    dependencies: [],
    extras: new Map(),
  };
  const needs: Need[] = [];
  const missing = new Set<string>();
  for (const { dependency, extra, group } of [
    ...fromProject(pyproject, poetry),
    ...fromPoetry(poetry, project),
  ]) {
    // The project may ask for its own extras: they are listed beside it.
    if (dependency.name === entry.name) continue;
    const found = resolve(dependency, entry);
    if (found.length === 0 && dependency.marker === undefined)
      missing.add(`${dependency.name} ${dependency.constraint}`.replace(/ \*$/, ""));
    needs.push(...found.map((to) => toNeed(entry.key, to, dependency, extra, group)));
  }
  return { entry, needs, missing: [...missing] };
}

/** The standard lists, with the extras that Poetry's own section adds to a dependency of the same name. */
function fromProject(pyproject: Table, poetry: Table): readonly Asked[] {
  const added = tableOf(poetry["dependencies"]);
  return readDeclarations(pyproject).declared.map(({ requirement, ...part }) => {
    const own = Object.entries(added).find(
      ([name]) => normalizeName(name) === requirement.name,
    )?.[1];
    const extras = isRecord(own) ? textsOf(own["extras"]).map(normalizeName) : [];
    return { dependency: fromRequirement(requirement, extras), ...part };
  });
}

function fromRequirement(
  { name, specifier, marker, extras }: Requirement,
  more: readonly string[],
): PoetryDependency {
  return {
    name,
    constraint: specifier === "" ? "*" : specifier,
    marker,
    extras: [...new Set([...extras, ...more])],
    optional: false,
    extrasInMarker: [],
  };
}

/** Poetry's own lists. Where the standard lists are there its `dependencies` only add to them. */
function fromPoetry(poetry: Table, project: Table): readonly Asked[] {
  const hasStandard =
    project["dependencies"] !== undefined || project["optional-dependencies"] !== undefined;
  const extras = Object.entries(tableOf(poetry["extras"])).map(
    ([extra, names]) => [normalizeName(extra), new Set(textsOf(names).map(normalizeName))] as const,
  );
  const main = hasStandard ? [] : dependenciesIn(poetry["dependencies"]);
  return [
    ...main.flatMap((dependency): readonly Asked[] =>
      dependency.optional
        ? extras
            .filter(([, names]) => names.has(dependency.name))
            .map(([extra]) => ({ dependency, extra }))
        : [{ dependency }],
    ),
    ...dependenciesIn(poetry["dev-dependencies"]).map((dependency) => ({
      dependency,
      group: "dev",
    })),
    ...Object.entries(tableOf(poetry["group"])).flatMap(([group, table]) =>
      dependenciesIn(tableOf(table)["dependencies"]).map((dependency) => ({ dependency, group })),
    ),
  ];
}

function dependenciesIn(table: unknown): readonly PoetryDependency[] {
  return Object.entries(tableOf(table))
    .filter(([name]) => name !== "python")
    .flatMap(([name, value]) => readDependencies(name, value) ?? []);
}
