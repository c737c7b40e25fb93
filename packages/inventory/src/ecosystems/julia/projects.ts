import { UsageError } from "@assay/core";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectName } from "../../assemble/project-node.ts";
import { manifestText, unknownFit } from "../../assemble/stale.ts";
import type { EdgeKind } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type JuliaProject, readProject } from "./project.ts";

export const PROJECTS = ["JuliaProject.toml", "Project.toml"];
const MAX_MEMBERS = 200;

/** A `Project.toml` that a manifest belongs to. */
export interface Project {
  readonly path: string;
  readonly node: LockNode;
  readonly project: JuliaProject;
  /** What its own packages are needed for. */
  readonly kind: EdgeKind;
}

/** The project beside the manifest and, in breadth, those of its workspace. */
export async function readProjects(input: ReaderInput) {
  const found: Project[] = [];
  const problems: LockProblem[] = [];
  const folders = [""];
  for (const folder of folders) {
    const path = PROJECTS.map((name) => fromLockfileFolder(input.path, `${folder}/${name}`)).find(
      (each) => each !== undefined && input.paths.includes(each),
    );
    if (path === undefined) continue;
    const { text, problems: unread } = await manifestText(path, input);
    problems.push(...unread);
    if (text === undefined) continue;
    try {
      const project = readProject(path, text);
      const isTest = project.name === undefined && folder.split("/").at(-1) === "test";
      found.push({
        path,
        project,
        node: projectNode(input, folder, project),
        kind: isTest ? "test" : "runtime",
      });
      for (const more of project.workspace) {
        const next = [folder, more].filter((part) => part !== "").join("/");
        if (!folders.includes(next) && folders.length < MAX_MEMBERS) folders.push(next);
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(unknownFit(path, error.message));
    }
  }
  return { found, problems };
}

function projectNode(
  input: ReaderInput,
  folder: string,
  { name, version }: JuliaProject,
): LockNode {
  const isRoot = folder === "";
  const own = name ?? (isRoot ? projectName(input) : (folder.split("/").at(-1) ?? folder));
  const path = fromLockfileFolder(input.path, folder) ?? "";
  return {
    key: isRoot ? "." : `./${folder}`,
    name: own,
    version,
    kind: isRoot ? "application" : "library",
    line: 1,
    firstParty: true,
    purl: firstPartyPurl(input.origin, own, version, path),
    installPath: path,
  };
}
