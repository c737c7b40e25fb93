import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import type { PackageGraph } from "../../graph.ts";
import { folderOf, isBelow } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { buildOf } from "./build.ts";

const ENTRY = /^([^\s:]+):([^\s:]+):([^\s:]+) \(\d+ constraints: [\da-f]+\)$/;
const HEADER = /^# Run .*gradlew/;

/**
 * The packages of a whole build as the plugin `gradle-consistent-versions` locks them
 * (https://github.com/palantir/gradle-consistent-versions): what production needs, then, below `[Test dependencies]`, what only tests
 * need. The number and the hash of a line are of what asked for it. Other tools write files of this name, and they give nothing.
 */
export async function readVersionsLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path, text } = input;
  const lines = text.split(/\r\n|[\r\n]/).map((line) => line.trim());
  if (!HEADER.test(lines[0] ?? "") && !lines.some((line) => ENTRY.test(line))) return [];
  const nodes: LockNode[] = [];
  const problems: LockProblem[] = [];
  let isTest = false;
  for (const [index, content] of lines.entries()) {
    if (content === "" || content.startsWith("#")) continue;
    if (content === "[Test dependencies]") {
      isTest = true;
      continue;
    }
    const line = index + 1;
    const [, group, name, version] = ENTRY.exec(content) ?? [];
    if (group === undefined || name === undefined || version === undefined) {
      problems.push({ item: `line ${line}`, line, reason: "it is no entry" });
      continue;
    }
    nodes.push({
      key: `${group}:${name}`,
      name: `${group}:${name}`,
      version,
      line,
      firstParty: false,
      purl: buildPurl({ type: "maven", namespace: group, name, version }),
      statedScope: isTest ? "development" : "runtime",
    });
  }
  const { scripts, catalogs, folder } = buildOf(input);
  const own = folderOf(path);
  const graph = assembleGraph({
    path,
    format: "gradle-consistent-versions",
    ecosystem: "gradle",
    roots: [],
    nodes,
    edges: [],
    edgeCompleteness: "unknown",
    problems,
    covers: [...[...scripts.values()].flat(), ...(own === folder ? catalogs : [])].filter((each) =>
      isBelow(each, own),
    ),
  });
  return [nodes.length === 0 ? { ...graph, saysEmpty: true } : graph];
}
