import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { differences, type NamedGraph } from "../lockfiles/graph.ts";
import { type ProjectFiles, writeProject } from "../lockfiles/projects.ts";
import { run } from "../lockfiles/run.ts";
import { type PeerName, peer } from "../peers.ts";
import type { InteropCase, InteropSuite } from "../suite.ts";
import { ours } from "./ours.ts";
import { graph as pdmGraph } from "./pdm.ts";
import { inspect, pipenv, graph as pipGraph, pylock, writePipfile } from "./pip.ts";
import { graph as poetryGraph } from "./poetry.ts";
import { COMMON, REQUIREMENTS, TARGETS, UNIVERSAL, UV } from "./projects.ts";
import { graph as uvGraph } from "./uv.ts";

const COMPILERS = {
  "pip-compile": ["--quiet", "--generate-hashes", "--strip-extras", "--output-file"],
  uv: ["pip", "compile", "--quiet", "--generate-hashes", "--output-file"],
} as const;

let scratch = "";

/** Packages and edges of Python's lockfiles, as the tools that wrote them tell them. */
export const pythonSuite: InteropSuite = {
  name: "python",
  setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-python-"));
  },
  cases: [
    ...locked("uv", { ...COMMON, ...UNIVERSAL, ...UV }, [["lock", "--quiet"]], uvGraph),
    ...locked("poetry", { ...COMMON, ...UNIVERSAL }, [["lock"]], poetryGraph),
    ...locked("pdm", COMMON, [["lock", "-G", ":all"]], pdmGraph),
    ...locked(
      "pdm",
      { "two versions of one package": TARGETS },
      [
        ["lock", "-G", ":all", "--python", "==3.9.*"],
        ["lock", "-G", ":all", "--append", "--python", ">=3.10"],
      ],
      pdmGraph,
    ),
    ...Object.entries(REQUIREMENTS).flatMap(([name, text]) => ofRequirements(name, text)),
    { name: "uv: what is installed is found where it lies", run: installed },
  ],
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};

function locked(
  tool: PeerName,
  projects: Readonly<Record<string, ProjectFiles>>,
  commands: readonly (readonly string[])[],
  graph: (folder: string, tool: string) => NamedGraph,
): readonly InteropCase[] {
  return Object.entries(projects).map(([name, files]) => ({
    name: `${tool}: ${name}`,
    run: async () => {
      const folder = newFolder();
      writeProject(folder, files);
      for (const command of commands) run([peer(tool)], command, folder);
      const theirs = graph(folder, peer(tool));
      assert.ok(theirs.edges.size > 0);
      assert.deepEqual(differences(await ours(folder), theirs), []);
    },
  }));
}

function ofRequirements(name: string, text: string): readonly InteropCase[] {
  const compiled = (Object.keys(COMPILERS) as (keyof typeof COMPILERS)[]).map((tool) => ({
    name: `${tool}: compiled requirements, ${name}`,
    run: async () => {
      const folder = newFolder();
      writeFileSync(join(folder, "requirements.in"), text);
      run([peer(tool)], [...COMPILERS[tool], "requirements.txt", "requirements.in"], folder);
      const theirs = pipGraph(folder, peer("pip-compile"), "requirements.txt", "requirements.in");
      assert.deepEqual(differences(await ours(folder), theirs), []);
    },
  }));
  return [
    ...compiled,
    {
      name: `pylock.toml: ${name}`,
      run: async () => {
        const folder = newFolder();
        const args = ["pip", "compile", "--quiet", "--format", "pylock.toml"];
        writeFileSync(join(folder, "requirements.in"), text);
        run([peer("uv")], [...args, "--output-file", "pylock.toml", "requirements.in"], folder);
        rmSync(join(folder, "requirements.in"));
        const theirs = pylock(folder, peer("pip-compile"), "pylock.toml");
        assert.ok(theirs.packages.size > 0);
        assert.deepEqual(differences(await ours(folder), theirs), []);
      },
    },
    ...(name.includes("URL") ? [] : [{ name: `pipenv: ${name}`, run: () => ofPipenv(text) }]),
  ];
}

/** Its lockfile has no edges: only who is asked for by the Pipfile is known. */
async function ofPipenv(text: string): Promise<void> {
  const folder = newFolder();
  writePipfile(folder, text);
  run([peer("pipenv")], ["lock"], folder);
  const { packages } = await ours(folder);
  const theirs = pipenv(folder, peer("pipenv"));
  const listed = new Set([...packages].filter((each) => each !== "."));
  assert.deepEqual(differences({ packages: listed, edges: new Set() }, theirs), []);
}

async function installed(): Promise<void> {
  const folder = newFolder();
  writeProject(folder, COMMON["extras, groups and markers"] ?? {});
  run([peer("uv")], ["sync", "--quiet", "--all-extras", "--all-groups"], folder);
  const { graph } = await ours(folder);
  const found = new Map(
    graph.components.map(({ name, version, installPath }) => [`${name}@${version}`, installPath]),
  );
  const inspected = inspect(folder, peer("pip-compile"));
  assert.ok(inspected.size > 20);
  for (const [name, place] of inspected) assert.equal(found.get(name), place);
}

function newFolder(): string {
  return mkdtempSync(join(scratch, "project-"));
}
