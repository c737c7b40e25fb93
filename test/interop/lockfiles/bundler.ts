import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageGraph } from "../../../packages/inventory/src/index.ts";
import type { InteropCase } from "../suite.ts";
import {
  BUILD_REGISTRY,
  BUNDLER,
  GEMS,
  GIT_GEM,
  GIT_SERVER,
  READ_LOCKFILE,
} from "./bundler-projects.ts";
import { differences, type NamedGraph } from "./graph.ts";
import { onlyGraph } from "./only-graph.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

const PLATFORMS = ["x86_64-linux", "arm64-darwin", "java", "ruby"];

/** What Bundler makes of a lockfile. */
interface Read {
  readonly specs: readonly (readonly [
    name: string,
    version: string,
    platform: string,
    needs: readonly string[],
  ])[];
  readonly asked: readonly string[];
  /** Of each platform of the lockfile. */
  readonly chosen: readonly (readonly (readonly [
    name: string,
    version: string,
    platform: string,
  ])[])[];
}

/** Made-up projects that Debian's Bundler locks here, and those of the given folders that have a `Gemfile.lock`. Needs Ruby. */
export function bundlerCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const madeUp = Object.entries(BUNDLER).map(([project, files]) => ({
    name: `bundler: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      const server = registryIn(scratch());
      const registry = `file://${server}`;
      process.env["GIT_CONFIG_COUNT"] = "1";
      process.env["GIT_CONFIG_KEY_0"] = `url.file://${server}/git/.insteadOf`;
      process.env["GIT_CONFIG_VALUE_0"] = GIT_SERVER;
      const named = Object.entries(files).map(([path, text]) => [
        path,
        text.replace("REGISTRY", registry),
      ]);
      writeProject(folder, Object.fromEntries(named));
      const platforms = PLATFORMS.flatMap((each) => ["--add-platform", each]);
      run(["bundle"], ["lock", ...platforms], folder);
      // As if the registry were the public one.
      for (const name of ["Gemfile", "Gemfile.lock"]) {
        const text = readFileSync(join(folder, name), "utf8");
        writeFileSync(
          join(folder, name),
          text.replaceAll(/file:\/\/\S+?\/?(?=["\n])/g, "https://rubygems.org/"),
        );
      }
      await compare(folder);
    },
  }));
  const real = repositories
    .filter((folder) => existsSync(join(folder, "Gemfile.lock")))
    .map((folder) => ({ name: `bundler: ${folder}`, run: () => compare(folder) }));
  return [...madeUp, ...real];
}

async function compare(folder: string): Promise<void> {
  const read = JSON.parse(run(["ruby"], ["-e", READ_LOCKFILE], folder)) as Read;
  const graph = await onlyGraph(folder, /^(?:Gemfile.*|.*\.gemspec|.*\.gemfile)$/);
  const label = labels(graph);
  const [root = ""] = graph.roots;
  // A gem that is the project itself asks for what its Gemfile asks for too.
  const isGem = graph.components.some(({ id, version }) => id === root && version !== undefined);
  const project = (isGem ? label.get(root) : undefined) ?? "project";
  if (!isGem) label.set(root, project);
  assert.deepEqual(differences(byName(graph, label, project), theirs(read, project)), []);
  // What Bundler chooses for a platform is what our edges lead to, and variants are told apart.
  const reached = new Set(graph.components.map(({ id }) => label.get(id)));
  for (const spec of read.chosen.flat()) assert.ok(reached.has(fullName(spec)), fullName(spec));
}

/** Edges to names: which variant of a gem it is depends on the machine. */
function theirs({ specs, asked }: Read, project: string): NamedGraph {
  const known = new Set(specs.map(([name]) => name));
  const edges = specs.flatMap((spec) => spec[3].map((need) => [fullName(spec), need] as const));
  const own = asked.map((name) => [project, name] as const);
  return {
    packages: new Set(specs.map(fullName)),
    edges: new Set(
      [...edges, ...own]
        .filter(([from, to]) => known.has(to) && !from.startsWith(`${to}@`))
        .map((ends) => ends.join(" > ")),
    ),
  };
}

function byName(
  graph: PackageGraph,
  label: ReadonlyMap<string, string>,
  project: string,
): NamedGraph {
  const names = new Map(graph.components.map(({ id, name }) => [id, name]));
  return {
    packages: new Set([...label.values()].filter((each) => each !== project || each.includes("@"))),
    edges: new Set(graph.edges.map(({ from, to }) => `${label.get(from)} > ${names.get(to)}`)),
  };
}

function labels({ components }: PackageGraph): Map<string, string> {
  return new Map(
    components.map(({ id, name, version = "", purl = "" }) => {
      const platform = /[?&]platform=([^&#]+)/.exec(purl)?.[1] ?? "ruby";
      // Bundler 2.3 cuts this off when it reads a lockfile of a later one.
      const short = decodeURIComponent(platform).replace(/-linux-gnu$/, "-linux");
      return [id, fullName([name, version, short])];
    }),
  );
}

function fullName([name, version, platform]: readonly [
  string,
  string,
  string,
  ...unknown[],
]): string {
  return `${name}@${version}@${platform}`;
}

let served: string | undefined;

/** A folder with the registry and the git repository, made once. */
function registryIn(scratch: string): string {
  if (served !== undefined) return served;
  const folder = mkdtempSync(join(scratch, "gems-"));
  writeFileSync(join(folder, "universe.json"), JSON.stringify(GEMS));
  run(["ruby"], ["-e", BUILD_REGISTRY], folder);
  const repository = join(folder, "git", "tool");
  writeProject(repository, GIT_GEM);
  const identity = ["-c", "user.name=x", "-c", "user.email=x@example.test"];
  run(["git"], ["init", "--quiet", "--initial-branch=feat/x"], repository);
  run(["git"], ["add", "."], repository);
  run(["git"], [...identity, "commit", "--quiet", "--message=x"], repository);
  served = folder;
  return folder;
}
