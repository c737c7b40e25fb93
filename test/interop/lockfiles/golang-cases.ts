import assert from "node:assert/strict";
import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { InteropCase } from "../suite.ts";
import { GoTruth, ourGoGraph } from "./golang.ts";
import { GO } from "./golang-projects.ts";
import { differences } from "./graph.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

/** Made-up projects that Go locks here, and those of the given folders that have a `go.mod`. */
export function goCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const madeUp = Object.entries(GO).map(([project, { files, commands, folders = [""], last }]) => ({
    name: `go: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      writeProject(folder, files);
      // Copies are not asked for what they leave out.
      process.env["GOFLAGS"] = "-mod=mod";
      for (const below of folders)
        for (const command of commands) run(["go"], command, join(folder, below));
      if (existsSync(join(folder, "go.work"))) process.env["GOFLAGS"] = "-mod=readonly";
      if (last !== undefined) run(["go"], last, folder);
      await compare(folder, true);
    },
  }));
  const real = repositories
    .filter((folder) => existsSync(join(folder, "go.mod")))
    .map((folder) => ({
      name: `go: ${folder}`,
      run: () => {
        delete process.env["GOFLAGS"];
        return compare(folder, false);
      },
    }));
  return [...madeUp, ...real];
}

/** A real project's modules are not all downloaded: of these it is not asked which have packages that are used. */
async function compare(folder: string, isWhole: boolean): Promise<void> {
  const truth = new GoTruth(folder);
  const theirs = truth.graph();
  const ours = await ourGoGraph(folder, truth.cacheFiles());
  const isComplete = !existsSync(join(folder, "vendor"));
  if (isComplete) assert.deepEqual(differences(ours, theirs), []);
  const isWork = existsSync(join(folder, "go.work"));
  if (isWhole && !isWork) {
    const missing = [...truth.used()].filter((each) => !ours.packages.has(each));
    assert.deepEqual(missing, []);
    if (!isComplete) assert.deepEqual([...ours.packages].sort(), [...truth.used()].sort());
  }
  // Without the cache the same modules are known, and only the edges of the project's own.
  const alone = await ourGoGraph(folder, {});
  assert.deepEqual([...alone.packages].sort(), [...ours.packages].sort());
  assert.deepEqual(
    [...alone.edges].filter((each) => !ours.edges.has(each)),
    [],
  );
}
