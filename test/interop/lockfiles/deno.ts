import assert from "node:assert/strict";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";
import { differences, type NamedGraph } from "./graph.ts";
import { onlyGraph } from "./only-graph.ts";
import { COMMON, type ProjectFiles, writeProject } from "./projects.ts";
import { run } from "./run.ts";

const { "archives and folders": unknownToDeno, ...common } = COMMON;

const PROJECTS: Readonly<Record<string, ProjectFiles>> = {
  ...common,
  "a workspace with both kinds of manifests": {
    "deno.json": {
      workspace: ["./a", "./b"],
      imports: { chalk: "npm:chalk@^5.0.0", old: "npm:string-width@4" },
    },
    "a/deno.json": { name: "@acme/a", version: "1.0.0", imports: { wrap: "npm:wrap-ansi@8.1.0" } },
    "b/package.json": { name: "b", dependencies: { react: "18.3.1", "react-dom": "18.3.1" } },
  },
  "peers in two versions": {
    "deno.json": {
      imports: {
        a: "npm:react-dom@18.3.1",
        b: "npm:react-dom@17.0.2",
        c: "npm:react@17.0.2",
        d: "npm:use-sync-external-store@1.2.0",
        e: "npm:@vitejs/plugin-vue@5.2.1",
      },
    },
  },
};

/** Projects that Deno locks here, against what it says of the packages of npm. */
export function denoCases(scratch: () => string): readonly InteropCase[] {
  return Object.entries(PROJECTS).map(([project, files]) => ({
    name: `deno: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      process.env["DENO_DIR"] = join(scratch(), "deno-dir");
      writeProject(folder, files);
      run([peer("deno")], ["install", "--lockfile-only"], folder);
      const ours = await onlyGraph(folder, /^(?:deno\.(?:json|lock)|package\.json)$/);
      const own = new Set(ours.roots);
      const names = new Map(
        ours.components.map(({ id, name, version }) => [id, `${name}@${version}`]),
      );
      const named: NamedGraph = {
        packages: new Set([...names].filter(([id]) => !own.has(id)).map(([, name]) => name)),
        edges: new Set(
          ours.edges
            .filter(({ from }) => !own.has(from))
            .map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`),
        ),
      };
      assert.ok(ours.edges.some(({ from }) => own.has(from)));
      assert.deepEqual(differences(named, theirs(folder)), []);
    },
  }));
}

interface Info {
  readonly npmPackages: Readonly<
    Record<string, { name: string; version: string; dependencies: readonly string[] }>
  >;
}

function theirs(folder: string): NamedGraph {
  if (!existsSync(join(folder, "main.ts"))) writeFileSync(join(folder, "main.ts"), "export {};\n");
  const told = run(
    [peer("deno")],
    ["info", "--json", "--node-modules-dir=none", "main.ts"],
    folder,
  );
  const { npmPackages } = JSON.parse(told) as Info;
  const nameOf = (id: string) => {
    const found = npmPackages[id];
    assert.ok(found !== undefined, id);
    return `${found.name}@${found.version}`;
  };
  return {
    packages: new Set(Object.keys(npmPackages).map(nameOf)),
    edges: new Set(
      Object.entries(npmPackages).flatMap(([id, { dependencies }]) =>
        dependencies.map((to) => `${nameOf(id)} > ${nameOf(to)}`),
      ),
    ),
  };
}
