import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { PackageGraph } from "../../../packages/inventory/src/index.ts";
import { type PeerName, peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";
import { differences, type NamedGraph } from "./graph.ts";
import { onlyGraph } from "./only-graph.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

/** What a recipe or the project itself asks for. */
interface Asks {
  readonly requires: readonly string[];
  readonly tools?: readonly string[];
}

interface Project {
  /** Recipes by `name/version`, those that ask for nothing first. */
  readonly recipes: Readonly<Record<string, Asks>>;
  readonly app: Asks;
}

const TWO_CONTEXTS = "ranges, tools and two contexts";
const NONE: Asks = { requires: [] };

const PROJECTS: Readonly<Record<string, Project>> = {
  [TWO_CONTEXTS]: {
    recipes: {
      "zlib/1.2.11": NONE,
      "zlib/1.3.1": NONE,
      "tool/2.0": { requires: ["zlib/1.3.1"] },
      "png/1.6": { requires: ["zlib/[>=1.2 <1.3]"], tools: ["tool/2.0"] },
    },
    app: { requires: ["png/[>=1 <2]", "zlib/[~1.2]"], tools: ["tool/[>=1]"] },
  },
  ...Object.fromEntries([1, 2, 3, 4, 5].map((seed) => [`at random, ${seed}`, random(seed)])),
};

/** Twenty recipes, of which each asks for some of those before it. */
function random(seed: number): Project {
  let state = seed;
  const upTo = (max: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % max;
  };
  const some = (count: number, below: number) => [
    ...new Set(Array.from({ length: count }, () => `pk${upTo(below)}/1.0.${seed}`)),
  ];
  const recipes: Record<string, Asks> = {};
  for (let n = 0; n < 20; n++) {
    const name = `pk${n}/1.0.${seed}`;
    recipes[name] =
      n === 0 ? NONE : { requires: some(upTo(3), n), tools: some(upTo(4) === 0 ? 1 : 0, n) };
  }
  return { recipes, app: { requires: some(4, 20), tools: some(1, 20) } };
}

/** Recipes that Conan 2 and Conan 1 lock here, against the graph that Conan 2 makes of them. */
export function conanCases(scratch: () => string): readonly InteropCase[] {
  return Object.entries(PROJECTS).flatMap(([name, project]) => [
    { name: `conan: ${name}`, run: () => compare(scratch(), project, "conan") },
    // Conan 1 has one version of a recipe for what runs and what builds.
    ...(name === TWO_CONTEXTS
      ? []
      : [{ name: `conan-1: ${name}`, run: () => compare(scratch(), project, "conan-1") }]),
  ]);
}

async function compare(scratch: string, project: Project, by: PeerName): Promise<void> {
  const folder = mkdtempSync(join(scratch, "project-"));
  process.env["CONAN_HOME"] = join(folder, "home");
  process.env["CONAN_USER_HOME"] = join(folder, "home-1");
  const conan = [peer("conan")];
  run(conan, ["profile", "detect", "--force"], folder);
  for (const [reference, asks] of Object.entries(project.recipes)) {
    const recipe = reference.replace("/", "-");
    writeProject(folder, { [`${recipe}/conanfile.py`]: recipeOf(reference, asks) });
    for (const each of new Set(["conan", by] as const))
      run([peer(each)], ["export", recipe], folder);
  }
  writeProject(folder, { "app/conanfile.txt": conanfileOf(project.app) });
  const app = join(folder, "app");
  if (by === "conan") run(conan, ["lock", "create", ".", "-nr"], app);
  else run([peer(by)], ["lock", "create", "conanfile.txt", "--build"], app);
  const theirs = graphOf(
    run(conan, ["graph", "info", ".", "-nr", "--lockfile=", "--format=json"], app),
  );
  const ours = named(await onlyGraph(app, /^conan(?:\.lock|file\.txt)$/));
  // The lists of Conan 2 have no more than the edges of the project itself.
  const expected = new Set(
    [...theirs.edges].filter((edge) => by !== "conan" || edge.startsWith(". ")),
  );
  assert.ok(expected.size > 1);
  assert.deepEqual(differences(ours, { packages: theirs.packages, edges: expected }), []);
}

function recipeOf(reference: string, { requires, tools = [] }: Asks): string {
  const [name, version] = reference.split("/");
  const list = (all: readonly string[]) => all.map((each) => `"${each}",`).join(" ");
  return `from conan import ConanFile

class Recipe(ConanFile):
    name = "${name}"
    version = "${version}"
    requires = (${list(requires)})
    tool_requires = (${list(tools)})
`;
}

function conanfileOf({ requires, tools = [] }: Asks): string {
  return ["[requires]", ...requires, "[tool_requires]", ...tools, ""].join("\n");
}

interface Node {
  readonly ref: string;
  readonly dependencies: Readonly<Record<string, { readonly direct: boolean }>>;
}

function graphOf(told: string): NamedGraph {
  const { graph } = JSON.parse(told) as { graph: { nodes: Readonly<Record<string, Node>> } };
  const nameOf = (id: string) => (id === "0" ? "." : withoutRevision(graph.nodes[id]?.ref ?? ""));
  return {
    packages: new Set(
      Object.keys(graph.nodes)
        .filter((id) => id !== "0")
        .map(nameOf),
    ),
    edges: new Set(
      Object.entries(graph.nodes).flatMap(([id, { dependencies }]) =>
        Object.entries(dependencies)
          .filter(([, { direct }]) => direct)
          .map(([to]) => `${nameOf(id)} > ${nameOf(to)}`),
      ),
    ),
  };
}

function withoutRevision(reference: string): string {
  return reference.replace(/#.*$/, "");
}

function named({ components, edges, roots }: PackageGraph): NamedGraph {
  const names = new Map(
    components.map(({ id, name, version }) => [
      id,
      roots.includes(id) ? "." : `${name}/${version}`,
    ]),
  );
  return {
    packages: new Set([...names.values()].filter((each) => each !== ".")),
    edges: new Set(edges.map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`)),
  };
}
