import { isRecord } from "@assay/core";
import { textOf } from "../../../fields.ts";
import { type Json, type KeyLines, members } from "../../../json-object.ts";
import type { NuGetEntry, NuGetProblem, NuGetTarget } from "../parts.ts";
import { ranges } from "../ranges.ts";

/** What each target gets: `targets`, with what `libraries` and `project` say of its members. */
export function readAssetTargets(json: Json, project: Json, lines: KeyLines) {
  const problems: NuGetProblem[] = [];
  const odd = (item: string) => problems.push({ item, reason: "it is no object" });
  const libraries = new Map(members(json["libraries"], odd));
  const groups = isRecord(json["projectFileDependencyGroups"])
    ? json["projectFileDependencyGroups"]
    : {};
  const references = ownReferences(project);
  const targets = members(json["targets"], odd).map(([name, section]): NuGetTarget => {
    const slash = name.indexOf("/");
    const framework = slash < 0 ? name : name.slice(0, slash);
    const asked = groups[framework];
    if (!Array.isArray(asked))
      problems.push({ item: name, reason: "what the project itself asks for is not known for it" });
    // `Newtonsoft.Json >= 13.0.3`; projects stand among them.
    const names = new Set(
      (Array.isArray(asked) ? asked : []).map((each) =>
        String(each).split(" ", 1)[0]?.toLowerCase(),
      ),
    );
    const entries = new Map<string, NuGetEntry>();
    for (const [key, member] of members(section, odd)) {
      const entry = toEntry(key, member, libraries.get(key), lines);
      const id = entry.id.toLowerCase();
      if (entries.has(id))
        problems.push({
          item: key,
          line: entry.line,
          reason: `${entry.id} stands in ${name} twice`,
        });
      if (!libraries.has(key))
        problems.push({ item: key, reason: "it is not among the libraries" });
      if (member["type"] !== "package" && member["type"] !== "project")
        problems.push({ item: key, line: entry.line, reason: "its type is not known" });
      const reference = references.get(id);
      const kind = reference?.isPrivate === true ? "development" : "runtime";
      const isAsked = names.has(id);
      entries.set(
        id,
        isAsked ? { ...entry, asked: { kind, requirement: reference?.requirement } } : entry,
      );
    }
    for (const id of names)
      if (id !== undefined && !entries.has(id))
        problems.push({ item: id, reason: `it is asked for and not there for ${name}` });
    return slash < 0 ? { name, entries } : { name, framework, entries };
  });
  return { targets, problems };
}

function toEntry(
  key: string,
  member: Json,
  library: Json | undefined,
  lines: KeyLines,
): NuGetEntry {
  const slash = key.indexOf("/");
  const isProject = member["type"] === "project";
  const path = textOf(library?.["path"]);
  return {
    id: slash < 0 ? key : key.slice(0, slash),
    version: slash < 0 ? undefined : key.slice(slash + 1) || undefined,
    isProject,
    line: lines.line("libraries", key),
    dependencies: ranges(member["dependencies"]),
    contentHash: textOf(library?.["sha512"]),
    ...(isProject && path !== undefined ? { projectPath: path.replaceAll("\\", "/") } : {}),
  };
}

interface OwnReference {
  readonly requirement: string | undefined;
  /** For the project alone, in every framework: a tool. */
  readonly isPrivate: boolean;
}

/** The project's references to packages, by id in lower case. */
function ownReferences(project: Json): ReadonlyMap<string, OwnReference> {
  const references = new Map<string, OwnReference>();
  for (const [, framework] of members(project["frameworks"], () => undefined)) {
    for (const [id, reference] of members(framework["dependencies"], () => undefined)) {
      const known = references.get(id.toLowerCase());
      references.set(id.toLowerCase(), {
        requirement: textOf(reference["version"]),
        isPrivate: reference["suppressParent"] === "All" && known?.isPrivate !== false,
      });
    }
  }
  return references;
}
