import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NamedGraph } from "./graph.ts";
import { run } from "./run.ts";

/** A package where Yarn would put it; a shadow stands for one that Node finds further up. */
interface Tree {
  readonly name: string;
  readonly shadow?: boolean;
  readonly children?: readonly Tree[];
}

interface Event {
  readonly type: string;
  readonly data: { readonly trees?: readonly Tree[] };
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly workspaces?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * What `yarn list` says: the tree that it would install, in which Node's own resolution leads from each package to what it needs. What
 * the project and its members need by themselves is in their manifests.
 */
export function graph(folder: string, yarn: readonly string[]): NamedGraph {
  const trees = run(yarn, ["list", "--json"], folder)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Event)
    .flatMap(({ type, data }) => (type === "tree" ? (data.trees ?? []) : []));
  const own = membersIn(folder, yarn);
  const nameOf = namesIn(folder, own);
  const packages = new Set<string>(own.values());
  const edges = new Set<string>();
  const possible = new Set<string>();
  const walk = (tree: Tree, above: readonly (readonly Tree[])[]) => {
    const from = nameOf(tree.name);
    packages.add(from);
    const children = tree.children ?? [];
    const scopes = [children.filter(({ shadow }) => shadow !== true), ...above];
    for (const child of children) {
      const to = child.shadow === true ? find(packageName(child.name), scopes) : child;
      if (to === undefined) throw new Error(`${child.name} of ${tree.name} is nowhere`);
      const target = nameOf(to.name);
      // What lies in a package's own folder may be there for one that lies in it too.
      if (from !== target) (child.shadow === true ? edges : possible).add(`${from} > ${target}`);
      if (child.shadow !== true) walk(child, scopes);
    }
  };
  for (const tree of trees) walk(tree, [trees]);
  const root = manifestIn(folder);
  const groups = [root.dependencies, root.devDependencies, root.optionalDependencies];
  for (const name of groups.flatMap((group) => Object.keys(group ?? {}))) {
    const to = find(name, [trees]);
    if (to !== undefined) edges.add(`. > ${nameOf(to.name)}`);
  }
  return { packages, edges, possible };
}

function find(name: string, scopes: readonly (readonly Tree[])[]): Tree | undefined {
  for (const scope of scopes) {
    const found = scope.find((tree) => packageName(tree.name) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function packageName(selector: string): string {
  return selector.slice(0, selector.indexOf("@", 1));
}

/** By `name@version`: the folders of the project and its members. */
function membersIn(folder: string, yarn: readonly string[]): ReadonlyMap<string, string> {
  const { name, version, workspaces } = manifestIn(folder);
  const told =
    workspaces === undefined ? "{}" : run(yarn, ["--silent", "workspaces", "info"], folder);
  const members = JSON.parse(told) as Readonly<Record<string, { readonly location: string }>>;
  return new Map([
    [`${name}@${version}`, "."],
    ...Object.entries(members).map(([member, { location }]): [string, string] => [
      `${member}@${manifestIn(join(folder, location)).version}`,
      location,
    ]),
  ]);
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/** Yarn lists an alias under its own name. */
function namesIn(folder: string, own: ReadonlyMap<string, string>): (listed: string) => string {
  const text = readFileSync(join(folder, "yarn.lock"), "utf8");
  const aliases = new Map(
    [...text.matchAll(/["\s]([^@"\s,]+|@[^@"\s,]+)@npm:(@?[^@"\s,]+)@/g)].map(
      ([, alias = "", name = ""]) => [alias, name] as const,
    ),
  );
  return (listed) => {
    const at = listed.indexOf("@", 1);
    const name = listed.slice(0, at);
    return own.get(listed) ?? `${aliases.get(name) ?? name}${listed.slice(at)}`;
  };
}
