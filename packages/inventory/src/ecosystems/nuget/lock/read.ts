import { isRecord, UsageError } from "@assay/core";
import { projectName } from "../../../assemble/project-node.ts";
import { textOf } from "../../../fields.ts";
import type { PackageGraph } from "../../../graph.ts";
import { type Json, type KeyLines, keyLines, members, parseObject } from "../../../json-object.ts";
import { folderOf } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { nugetGraph } from "../graph.ts";
import { globalIds, readManifests } from "../manifests.ts";
import type { NuGetEntry, NuGetProblem, NuGetTarget } from "../parts.ts";
import { baseName, projectFiles } from "../projects.ts";
import { ranges } from "../ranges.ts";

const VERSIONS: readonly unknown[] = [1, 2, 3];
const TYPES = new Set(["Direct", "Transitive", "CentralTransitive", "Project"]);

/**
 * The graph of a `packages.lock.json` of version 1, 2 or 3
 * (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies).
 *
 * @throws UsageError when it is no JSON, or of a version that is not known
 */
export async function readNuGetLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path, text } = input;
  const json = parseObject(path, text);
  const { version, dependencies } = json;
  if (!VERSIONS.includes(version) || !isRecord(dependencies))
    throw new UsageError(
      VERSIONS.includes(version)
        ? `${path} has no object \`dependencies\``
        : `${path} is of the version ${JSON.stringify(version)?.slice(0, 50)}; 1, 2 and 3 are known`,
    );
  const folder = folderOf(path);
  const projects = projectFiles(input);
  const own = ownProjects(path, projects.inFolder(folder));
  const [project] = own.length === 1 ? own : [];
  const manifests = await readManifests(input, project);
  const { targets, problems } = readTargets(text, dependencies, globalIds(manifests));
  const set = [manifests.project, ...manifests.shared].find((each) => each?.lockfile)?.lockfile;
  if (set !== undefined && !path.endsWith(set.replace(/^.*\//s, "")))
    problems.push({
      item: path,
      reason: `another lockfile is used: NuGetLockFilePath is ${set.slice(0, 100)}`,
    });
  return [
    nugetGraph(input, {
      format: "nuget-lock",
      name: project === undefined ? projectName(input) : baseName(project),
      folder,
      targets,
      problems,
      manifests,
      projects,
      covers: [...own, ...manifests.paths],
    }),
  ];
}

/** The projects that a lockfile in their folder is of: `packages.<project>.lock.json` names one. */
function ownProjects(path: string, beside: readonly string[]): readonly string[] {
  const name = /packages\.(.+)\.lock\.json$/.exec(path.slice(path.lastIndexOf("/") + 1))?.[1];
  return name === undefined
    ? beside
    : beside.filter((each) => baseName(each).toLowerCase() === name.toLowerCase());
}

function readTargets(text: string, dependencies: Json, globals: ReadonlySet<string>) {
  const lines = keyLines(text, 4);
  const problems: NuGetProblem[] = lines.twice.map(({ path, line }) => ({
    item: path.at(-1) ?? "",
    line,
    reason: "it stands in the file twice",
  }));
  const odd = (item: string) => problems.push({ item, reason: "it is no object" });
  const targets = members(dependencies, odd).map(([name, section]): NuGetTarget => {
    // Version 3 may have the framework beside the packages: the key is then a name of the project's own.
    const isNamed = typeof section["framework"] === "string" && isRecord(section["dependencies"]);
    const above = isNamed ? ["dependencies", name, "dependencies"] : ["dependencies", name];
    const entries = new Map<string, NuGetEntry>();
    for (const [id, member] of members(isNamed ? section["dependencies"] : section, odd)) {
      const line = lineOf(lines, [...above, id]);
      if (entries.has(id.toLowerCase()))
        problems.push({ item: id, line, reason: `it stands in ${name} twice` });
      if (!TYPES.has(String(member["type"])))
        problems.push({ item: id, line, reason: "its type is not known" });
      entries.set(id.toLowerCase(), toEntry(id, member, line, globals));
    }
    const slash = name.indexOf("/");
    return slash < 0 ? { name, entries } : { name, framework: name.slice(0, slash), entries };
  });
  return { targets, problems };
}

function lineOf(lines: KeyLines, path: readonly string[]): number | undefined {
  return lines.line(...path);
}

function toEntry(
  id: string,
  member: Json,
  line: number | undefined,
  globals: ReadonlySet<string>,
): NuGetEntry {
  const kind = globals.has(id.toLowerCase()) ? "development" : "runtime";
  return {
    id,
    version: textOf(member["resolved"]),
    isProject: member["type"] === "Project",
    line,
    dependencies: ranges(member["dependencies"]),
    contentHash: textOf(member["contentHash"]),
    ...(member["type"] === "Direct"
      ? { asked: { kind, requirement: textOf(member["requested"]) } }
      : {}),
  };
}
