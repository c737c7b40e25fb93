import { isRecord, UsageError } from "@assay/core";
import { textOf } from "../../../fields.ts";
import type { PackageGraph } from "../../../graph.ts";
import { type Json, keyLines, parseObject } from "../../../json-object.ts";
import { folderOf } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { nugetGraph } from "../graph.ts";
import { readManifests } from "../manifests.ts";
import type { NuGetProblem } from "../parts.ts";
import { baseName, projectFiles } from "../projects.ts";
import { readAssetTargets } from "./targets.ts";

const VERSIONS: readonly unknown[] = [3, 4];

/**
 * The graph of a `project.assets.json` of version 3 or 4: what a restore found, with the project's own references
 * (https://github.com/NuGet/NuGet.Client/tree/dev/src/NuGet.Core/NuGet.ProjectModel/LockFile). Nothing where the project has a
 * `packages.lock.json`: that says the same, and it is what was committed.
 *
 * @throws UsageError when it is no JSON, or of a version that is not known
 */
export async function readNuGetAssets(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path, text, paths } = input;
  const json = parseObject(path, text);
  const { version, targets, libraries, project } = json;
  if (!VERSIONS.includes(version))
    throw new UsageError(
      `${path} is of the version ${JSON.stringify(version)?.slice(0, 50)}; 3 and 4 are known`,
    );
  if (!isRecord(targets) || !isRecord(libraries) || !isRecord(project))
    throw new UsageError(`${path} has no objects \`targets\`, \`libraries\` and \`project\``);
  const restore = isRecord(project["restore"]) ? project["restore"] : {};
  const projects = projectFiles(input);
  const name = textOf(restore["projectName"]);
  const file = projectFile(input, textOf(restore["projectPath"]), () =>
    name === undefined ? undefined : projects.named(name),
  );
  const folder = file === undefined ? folderOf(folderOf(path)) : folderOf(file);
  const lock = folder === "" ? "packages.lock.json" : `${folder}/packages.lock.json`;
  if (paths.includes(lock)) return [];
  const manifests = await readManifests(input, file);
  const lines = keyLines(text, 3);
  const read = readAssetTargets(json, project, lines);
  const twice = lines.twice.filter(({ path: [top] }) => top === "targets" || top === "libraries");
  return [
    nugetGraph(input, {
      format: "nuget-assets",
      name: name ?? (file === undefined ? "project" : baseName(file)),
      version: textOf(project["version"]),
      folder,
      targets: read.targets,
      problems: [
        ...read.problems,
        ...twice.map(({ path: keys, line }) => ({
          item: keys.at(-1) ?? "",
          line,
          reason: "it stands in the file twice",
        })),
        ...restoreProblems(json),
      ],
      manifests,
      projects,
      covers: manifests.paths,
    }),
  ];
}

/** The project's file: its path is that of the machine where it was restored, and only its name says something here. */
function projectFile(
  { path, paths }: ReaderInput,
  projectPath: string | undefined,
  byName: () => string | undefined,
): string | undefined {
  const name = projectPath?.split(/[\\/]/).at(-1);
  const folder = folderOf(folderOf(path));
  const beside = folder === "" ? name : `${folder}/${name}`;
  return beside !== undefined && paths.includes(beside) ? beside : byName();
}

/** A restore that failed leaves packages out. */
function restoreProblems({ logs }: Json): readonly NuGetProblem[] {
  if (!Array.isArray(logs)) return [];
  return logs.flatMap((log: unknown) => {
    if (!isRecord(log) || log["level"] !== "Error") return [];
    const code = /^NU\d{4}$/.exec(String(log["code"]))?.[0] ?? "an error";
    const item = textOf(log["libraryId"]);
    return [{ ...(item === undefined ? {} : { item }), reason: `the restore ended with ${code}` }];
  });
}
