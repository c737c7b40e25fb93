import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageGraph } from "../../../packages/inventory/src/index.ts";
import type { InteropCase } from "../suite.ts";
import { COMPOSER } from "./composer-projects.ts";
import { differences, type NamedGraph } from "./graph.ts";
import { onlyGraph } from "./only-graph.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

const QUIET = ["--no-interaction", "--no-plugins"];

/** Made-up projects that Debian's Composer locks here, and those of the given folders that have a `composer.lock`. Needs PHP. */
export function composerCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const madeUp = Object.entries(COMPOSER).map(([project, files]) => ({
    name: `composer: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      writeProject(folder, files);
      process.env["COMPOSER_ALLOW_SUPERUSER"] = "1";
      run(["composer"], ["update", "--no-install", "--no-scripts", ...QUIET], folder);
      await compare(folder);
    },
  }));
  const real = repositories
    .filter((folder) => existsSync(join(folder, "composer.lock")))
    .map((folder) => ({ name: `composer: ${folder}`, run: () => compare(folder) }));
  return [...madeUp, ...real];
}

async function compare(folder: string): Promise<void> {
  const graph = await onlyGraph(folder, /^composer\.(?:json|lock)$/);
  assert.deepEqual(
    graph.gaps.filter(({ kind }) => kind === "orphan"),
    [],
  );
  assert.deepEqual(differences(byName(graph), theirs(folder)), []);
  const runtime = graph.components.filter(
    ({ id, scope }) => !graph.roots.includes(id) && scope === "runtime",
  );
  assert.deepEqual(
    new Set(runtime.map(({ name, version }) => `${name}@${version}`)),
    locked(folder, ["--no-dev"]),
  );
}

interface Tree {
  readonly name: string;
  readonly requires?: readonly Tree[];
}

/** What Composer shows of its lockfile. A name that others stand for is a leaf there, and no edge of these. */
function theirs(folder: string): NamedGraph {
  const packages = locked(folder, []);
  const names = new Map([...packages].map((each) => [each.slice(0, each.indexOf("@", 1)), each]));
  const edges = new Set<string>();
  const walk = ({ name, requires = [] }: Tree) => {
    for (const child of requires) {
      if (names.has(child.name)) edges.add(`${names.get(name)} > ${names.get(child.name)}`);
      walk(child);
    }
  };
  const told = run(["composer"], ["show", "--locked", "--tree", "--format=json", ...QUIET], folder);
  for (const tree of (JSON.parse(told) as { installed: readonly Tree[] }).installed) walk(tree);
  const manifest = JSON.parse(readFileSync(join(folder, "composer.json"), "utf8")) as Readonly<
    Record<"require" | "require-dev", Readonly<Record<string, string>> | undefined>
  >;
  for (const name of Object.keys({ ...manifest.require, ...manifest["require-dev"] }))
    if (names.has(name)) edges.add(`. > ${names.get(name)}`);
  return { packages, edges };
}

function locked(folder: string, flags: readonly string[]): ReadonlySet<string> {
  const told = run(["composer"], ["show", "--locked", "--format=json", ...flags, ...QUIET], folder);
  const { locked: all = [] } = JSON.parse(told) as {
    locked?: readonly { readonly name: string; readonly version: string }[];
  };
  // A branch is followed by its commit.
  return new Set(all.map(({ name, version }) => `${name}@${version.split(" ", 1)[0]}`));
}

function byName({ components, edges, roots }: PackageGraph): NamedGraph {
  const names = new Map(
    components.map(({ id, name, version }) => [
      id,
      roots.includes(id) ? "." : `${name}@${version}`,
    ]),
  );
  return {
    packages: new Set([...names.values()].filter((each) => each !== ".")),
    edges: new Set(
      edges
        .filter(({ alias }) => alias === undefined)
        .map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`),
    ),
  };
}
