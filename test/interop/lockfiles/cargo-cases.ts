import assert from "node:assert/strict";
import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { InteropCase } from "../suite.ts";
import { cargoGraph, ourCargoGraph } from "./cargo.ts";
import { CARGO, GIT_CRATES, GIT_SERVER } from "./cargo-projects.ts";
import { differences } from "./graph.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

/** Made-up projects that Cargo locks here, and those of the given folders that have a `Cargo.lock`. */
export function cargoCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const madeUp = Object.entries(CARGO).map(([project, files]) => ({
    name: `cargo: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      writeProject(folder, files);
      leadGitTo(gitServer(scratch()));
      run(["cargo"], ["generate-lockfile"], folder);
      await compare(folder);
    },
  }));
  const real = repositories
    .filter((folder) => existsSync(join(folder, "Cargo.lock")))
    .map((folder) => ({ name: `cargo: ${folder}`, run: () => compare(folder) }));
  return [...madeUp, ...real];
}

async function compare(folder: string): Promise<void> {
  assert.deepEqual(differences(await ourCargoGraph(folder), cargoGraph(folder)), []);
}

let served: string | undefined;

/** A folder with the git repository, made once. */
function gitServer(scratch: string): string {
  if (served !== undefined) return served;
  const folder = mkdtempSync(join(scratch, "git-"));
  const repository = join(folder, "crates");
  writeProject(repository, GIT_CRATES);
  const identity = ["-c", "user.name=x", "-c", "user.email=x@example.test"];
  run(["git"], ["init", "--quiet", "--initial-branch=feat/x"], repository);
  run(["git"], ["add", "."], repository);
  run(["git"], [...identity, "commit", "--quiet", "--message=x"], repository);
  served = folder;
  return folder;
}

function leadGitTo(folder: string): void {
  process.env["CARGO_NET_GIT_FETCH_WITH_CLI"] = "true";
  process.env["GIT_CONFIG_COUNT"] = "1";
  process.env["GIT_CONFIG_KEY_0"] = `url.file://${folder}/.insteadOf`;
  process.env["GIT_CONFIG_VALUE_0"] = GIT_SERVER;
}
