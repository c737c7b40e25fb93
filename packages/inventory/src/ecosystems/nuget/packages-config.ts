import { UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import type { PackageGraph } from "../../graph.ts";
import { folderOf } from "../../paths.ts";
import { readXml } from "../../xml/read.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { projectFiles } from "./projects.ts";
import { normalizedVersion } from "./versions.ts";

/**
 * The packages of a `packages.config` (https://learn.microsoft.com/nuget/reference/packages-config): a list, which says nothing of what
 * needs what.
 *
 * @throws UsageError when it is no XML, or another file
 */
export async function readPackagesConfig(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path, text } = input;
  const root = readXml(path, text);
  if (root.name !== "packages") throw new UsageError(`${path} is no list of packages`);
  const nodes: LockNode[] = [];
  const problems: LockProblem[] = [];
  for (const { name, line, attributes } of root.children) {
    const id = attributes.get("id")?.trim() ?? "";
    const version = attributes.get("version")?.trim() ?? "";
    if (name !== "package" || id === "" || version === "") {
      problems.push({
        item: id || `line ${line}`,
        line,
        reason: "it is no package with a version",
      });
      continue;
    }
    const normalized = normalizedVersion(version);
    nodes.push({
      key: `${id.toLowerCase()} ${normalized}`,
      name: id,
      version,
      line,
      firstParty: false,
      purl: buildPurl({ type: "nuget", name: id, version: normalized }),
      statedScope: attributes.get("developmentDependency") === "true" ? "development" : "runtime",
      download: "unchecked",
    });
  }
  return [
    assembleGraph({
      path,
      format: "nuget-config",
      ecosystem: "nuget",
      roots: [],
      nodes,
      edges: [],
      edgeCompleteness: "unknown",
      problems,
      covers: projectFiles(input).inFolder(folderOf(path)),
      integrityAdvice:
        "Move to `PackageReference` with `RestorePackagesWithLockFile`: this format has no checksums.",
    }),
  ];
}
