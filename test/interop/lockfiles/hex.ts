import assert from "node:assert/strict";
import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { PackageGraph } from "../../../packages/inventory/src/index.ts";
import type { InteropCase } from "../suite.ts";
import { differences, type NamedGraph } from "./graph.ts";
import {
  ERLANG_REPOSITORIES,
  ERLANG_SERVER,
  MIX,
  READ_MIX,
  READ_REBAR,
  REBAR,
} from "./hex-projects.ts";
import { onlyGraph } from "./only-graph.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

/**
 * Made-up projects of Mix, whose files Elixir reads, and of Rebar, which locks them here; and those of the given folders. Needs Debian's
 * `elixir` and `rebar3`. The files are code and are run: nothing but tests may do that.
 */
export function hexCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const projects = (tool: string, all: typeof MIX, compare: (folder: string) => Promise<void>) =>
    Object.entries(all).map(([project, files]) => ({
      name: `${tool}: ${project}`,
      run: async () => {
        const folder = mkdtempSync(join(scratch(), "project-"));
        writeProject(folder, files);
        await compare(folder);
      },
    }));
  const real = (tool: string, file: string, compare: (folder: string) => Promise<void>) =>
    repositories
      .filter((folder) => existsSync(join(folder, file)))
      .map((folder) => ({ name: `${tool}: ${folder}`, run: () => compare(folder) }));
  return [
    ...projects("mix", MIX, compareMix),
    ...real("mix", "mix.lock", compareMix),
    ...projects("rebar", REBAR, async (folder) => {
      leadGitTo(erlangServer(scratch()));
      run(["rebar3"], ["lock"], folder);
      await compareRebar(folder);
    }),
    ...real("rebar", "rebar.lock", compareRebar),
  ];
}

async function compareMix(folder: string): Promise<void> {
  const graph = await onlyGraph(folder, /^mix\.(?:exs|lock)$/);
  const lines = run(["elixir"], ["-e", READ_MIX], folder).trim().split("\n");
  const isKnown = graph.roots.length > 0;
  const of = (kind: string) =>
    lines.filter((line) => line.startsWith(kind)).map((line) => line.slice(kind.length).trim());
  const isOwn = (line: string) => /^(?:\.|apps\/[^@]+)(?: |$)/.test(line);
  const theirs: NamedGraph = {
    packages: new Set(of("package ").filter((each) => isKnown || !isOwn(each))),
    edges: new Set(of("edge ").filter((each) => isKnown || !isOwn(each))),
  };
  assert.deepEqual(differences(named(graph), theirs), []);
}

function named({ components, edges }: PackageGraph): NamedGraph {
  const labels = new Map(
    components.map(({ id, name, version = "", firstParty, installPath = "." }) => [
      id,
      firstParty ? installPath : `${name}@${version}`,
    ]),
  );
  return {
    packages: new Set(labels.values()),
    edges: new Set(
      edges.map(({ from, to, condition = "" }) =>
        `${labels.get(from)} > ${labels.get(to)} ${condition.replace("only ", "")}`.trim(),
      ),
    ),
  };
}

async function compareRebar(folder: string): Promise<void> {
  const graph = await onlyGraph(folder, /^rebar\.(?:lock|config)$|\.app\.src$/);
  const theirs = run(["erl"], ["-noshell", "-eval", READ_REBAR], folder).trim().split("\n");
  const ours = graph.components
    .filter(({ firstParty }) => !firstParty)
    .map(({ name, version = "", direct }) => `${name}@${version} ${direct}`);
  assert.deepEqual(
    ours.sort(),
    theirs.map((line) => line.replace(/ (\d+)$/, (_, level) => ` ${level === "0"}`)).sort(),
  );
}

let served: string | undefined;

/** A folder with the git repositories, made once. */
function erlangServer(scratch: string): string {
  if (served !== undefined) return served;
  const folder = mkdtempSync(join(scratch, "git-"));
  const identity = ["-c", "user.name=x", "-c", "user.email=x@example.test"];
  for (const [name, files] of Object.entries(ERLANG_REPOSITORIES)) {
    const repository = join(folder, name);
    writeProject(repository, files);
    run(["git"], ["init", "--quiet", "--initial-branch=main"], repository);
    run(["git"], ["add", "."], repository);
    run(["git"], [...identity, "commit", "--quiet", "--message=x"], repository);
  }
  served = folder;
  return folder;
}

function leadGitTo(folder: string): void {
  process.env["GIT_CONFIG_COUNT"] = "1";
  process.env["GIT_CONFIG_KEY_0"] = `url.file://${folder}/.insteadOf`;
  process.env["GIT_CONFIG_VALUE_0"] = ERLANG_SERVER;
}
