import { isRecord, UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { textOf } from "../../fields.ts";
import type { Hash, PackageArtifact, PackageGraph, Scope } from "../../graph.ts";
import { scanJsonKeys } from "../../json-keys.ts";
import { type Json, parseObject } from "../../json-object.ts";
import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";

const HINT = "Write it again with `sbt dependencyLockWrite` (sbt-dependency-lock 1.x).";
/** Configurations of sbt by how their packages are needed. Any other may be a part of what is shipped. */
const CONFIGURATIONS: ReadonlyMap<string, Scope> = new Map([
  ["provided", "optional"],
  ["optional", "optional"],
  ["compile-internal", "optional"],
  ["runtime-internal", "optional"],
  ["test", "development"],
  ["test-internal", "development"],
  ["it", "development"],
  ["plugin", "development"],
  ["scalafix", "development"],
  ["scala-tool", "development"],
  ["scala-doc-tool", "development"],
  ["docs", "development"],
  ["sources", "development"],
]);

/**
 * The packages of a `build.sbt.lock`, version 1: https://stringbean.github.io/sbt-dependency-lock/file-formats/version-1.html. It says
 * which configurations have which package, and not who needs it.
 *
 * @throws UsageError when it is no JSON object, of another version, or has no list of dependencies
 */
export async function readSbtLock({
  path,
  text,
  paths,
}: ReaderInput): Promise<readonly PackageGraph[]> {
  const json = parseObject(path, text, HINT);
  const { lockVersion, dependencies } = json;
  if (lockVersion !== 1)
    throw new UsageError(
      `${path} is of the version ${JSON.stringify(lockVersion)?.slice(0, 20)}; 1 is known`,
      { hint: HINT },
    );
  if (!Array.isArray(dependencies))
    throw new UsageError(`${path} has no list \`dependencies\``, { hint: HINT });
  const lines: number[] = [];
  scanJsonKeys(text, (key, depth, line) => {
    if (depth === 3 && key === "org") lines.push(line);
  });
  const problems: LockProblem[] = [];
  const nodes: LockNode[] = [];
  let named = 0;
  for (const [index, member] of dependencies.entries()) {
    const entry = isRecord(member) ? member : {};
    const line = "org" in entry ? lines[named++] : undefined;
    const [group, name, version] = [
      textOf(entry["org"]),
      textOf(entry["name"]),
      textOf(entry["version"]),
    ];
    if (group === undefined || name === undefined)
      problems.push({ item: `dependencies[${index}]`, line, reason: "it names no package" });
    else nodes.push(toNode(group, name, version, line, entry, problems));
  }
  // Of two keys with one name the first is lost.
  if (lines.length !== named)
    problems.push({
      item: "dependencies",
      reason: "keys stand in it twice: packages may be hidden",
    });
  const graph = assembleGraph({
    path,
    format: "sbt",
    ecosystem: "sbt",
    roots: [],
    nodes,
    edges: [],
    edgeCompleteness: "unknown",
    problems,
    covers: buildFile(path, paths),
    integrityAdvice: HINT,
  });
  return [nodes.length === 0 ? { ...graph, saysEmpty: true } : graph];
}

function toNode(
  group: string,
  name: string,
  version: string | undefined,
  line: number | undefined,
  entry: Json,
  problems: LockProblem[],
): LockNode {
  const key = `${group}:${name}`;
  const fail = (reason: string) => problems.push({ item: key, line, reason });
  if (version === undefined) fail("it has no version");
  const files = listOf(entry["artifacts"]);
  const configurations = listOf(entry["configurations"])?.filter(
    (each) => typeof each === "string",
  );
  if (files === undefined) fail("`artifacts` is no list");
  if (configurations === undefined || configurations.length === 0)
    fail("it names no configuration");
  const artifacts = (files ?? []).flatMap((file) => artifactOf(file, fail));
  return {
    key,
    name: key,
    version,
    line,
    firstParty: false,
    purl: buildPurl({ type: "maven", namespace: group, name, version }),
    artifacts,
    statedScope: scopeOf(configurations ?? []),
    // A package may be nothing but its description.
    download:
      files?.length === 0
        ? undefined
        : artifacts.length === files?.length
          ? "checked"
          : "unchecked",
  };
}

function artifactOf(file: unknown, fail: (reason: string) => void): readonly PackageArtifact[] {
  const fileName = isRecord(file) ? textOf(file["name"]) : undefined;
  const hash = isRecord(file) ? textOf(file["hash"]) : undefined;
  const [, value] = /^sha1:([\da-f]{40})$/.exec(hash?.toLowerCase() ?? "") ?? [];
  if (value === undefined) {
    fail("one of its artifacts has no checksum that is understood");
    return [];
  }
  const hashes: readonly Hash[] = [{ algorithm: "SHA-1", value }];
  return [{ hashes, ...(fileName === undefined ? {} : { fileName }) }];
}

function scopeOf(configurations: readonly string[]): Scope {
  const scopes = configurations.map((name) => CONFIGURATIONS.get(name) ?? "runtime");
  if (scopes.length === 0 || scopes.includes("runtime")) return "runtime";
  return scopes.includes("optional") ? "optional" : "development";
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** The nearest build file at or above a lockfile: it may describe the projects below it. */
function buildFile(path: string, paths: readonly string[]): readonly string[] {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const file = folder === "" ? "build.sbt" : `${folder}/build.sbt`;
    if (paths.includes(file)) return [file];
    if (folder === "") return [];
  }
}
