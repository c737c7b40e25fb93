import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import {
  collectTree,
  type DependencyTree,
  type TreeEdge,
  type TreeNode,
} from "../../../packages/inventory/src/ecosystems/maven/collect.ts";
import { mavenModels } from "../../../packages/inventory/src/ecosystems/maven/models.ts";
import { pomTree } from "../../../packages/inventory/src/ecosystems/maven/tree.ts";
import type { InteropCase } from "../suite.ts";
import { differences, type NamedGraph } from "./graph.ts";
import { MAVEN } from "./maven-projects.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

const TREE = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:tree";
const OUTPUT = "assay-tree.txt";

/**
 * What Maven resolves for every module, from made-up projects and those of the given folders that have a `pom.xml`, against what is
 * collected from the POMs that Maven has left in its local repository. Needs Maven and Maven Central.
 */
export function mavenCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const madeUp = Object.entries(MAVEN).map(([project, files]) => ({
    name: `maven: ${project}`,
    run: () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      writeProject(folder, files);
      return compare(folder);
    },
  }));
  const real = repositories
    .filter((folder) => existsSync(join(folder, "pom.xml")))
    .map((folder) => ({ name: `maven: ${folder}`, run: () => compare(folder) }));
  return [...madeUp, ...real];
}

async function compare(folder: string): Promise<void> {
  run(["mvn"], ["-q", "-B", TREE, "-Dverbose", `-DoutputFile=${OUTPUT}`], folder);
  const paths = files(folder, "");
  const readText = async (path: string) => textOf(join(folder, path));
  const input = {
    path: "pom.xml",
    text: (await readText("pom.xml")) ?? "",
    origin: undefined,
    compareManifests: true,
    paths,
    everyPath: paths,
    readText,
    readBytes: async () => undefined,
  };
  const tree = await pomTree(input);
  const models = await mavenModels("pom.xml", tree, input, {
    repository: inLocalRepository,
    jdk: /Java version: ([^,\s]+)/.exec(run(["mvn"], ["-v"], folder))?.[1],
  });
  const found: string[] = [];
  for (const { file } of tree.reactors.get("pom.xml")?.members ?? []) {
    const pom = tree.poms.get(file);
    const told = textOf(join(folder, file.replace(/[^/]+$/, ""), OUTPUT));
    // A module of a profile that is not active.
    if (pom === undefined || told === undefined) continue;
    const ours = await collectTree(await models.effective(pom), models);
    const { conditional, ...graph } = named(ours);
    for (const each of differences(graph, theirs(told)))
      if (!conditional.has(each.replace(/^false \w+ /, ""))) found.push(`${file}: ${each}`);
  }
  assert.deepEqual(found, []);
}

async function inLocalRepository(groupId: string, artifactId: string, version: string) {
  const folder = join(homedir(), ".m2/repository", groupId.replaceAll(".", "/"), artifactId);
  return textOf(join(folder, version, `${artifactId}-${version}.pom`));
}

/** Packages with their scopes. Some are there only with a certain JDK: these may be on either side. */
function named({ nodes, edges, scopes }: DependencyTree): NamedGraph & Conditional {
  const [root] = nodes;
  const name = ({ groupId, artifactId, extension, classifier, version }: TreeNode) =>
    [groupId, artifactId, extension, ...(classifier === "" ? [] : [classifier]), version].join(":");
  const toEdge = ({ from, to }: TreeEdge) => `${from === root ? "." : name(from)} > ${name(to)}`;
  const isSure = new Set(root === undefined ? [] : [root]);
  for (const at of isSure)
    for (const { from, to, condition } of edges)
      if (from === at && condition === undefined) isSure.add(to);
  const label = (each: TreeNode) => `${name(each)}:${scopes.get(each)}`;
  const others = nodes.filter((each) => each !== root);
  return {
    packages: new Set(others.map(label)),
    edges: new Set(edges.filter(({ to }) => to !== root).map(toEdge)),
    conditional: new Set([
      ...others.filter((each) => !isSure.has(each)).map(label),
      ...edges
        .filter(({ from, condition }) => condition !== undefined || !isSure.has(from))
        .map(toEdge),
    ]),
  };
}

interface Conditional {
  readonly conditional: ReadonlySet<string>;
}

/** What is left out because it stands elsewhere is in parentheses, with the version that it has there. */
function theirs(text: string): NamedGraph {
  const packages = new Set<string>();
  const edges = new Set<string>();
  const above: string[] = [];
  for (const line of text.split("\n").slice(1)) {
    const [, indent = "", open = "", coordinates = ""] = /^([|+\\ -]*)(\(?)(\S+)/.exec(line) ?? [];
    if (coordinates === "" || line.includes("omitted for cycle")) continue;
    const depth = indent.length / 3;
    // The type's file is a jar like any other.
    const parts = coordinates.replace(":test-jar:", ":jar:").split(":");
    if (open === "") packages.add(parts.join(":"));
    const other = /omitted for conflict with ([^\s)]+)/.exec(line)?.[1];
    const name = [...parts.slice(0, -2), other ?? parts.at(-2)].join(":");
    edges.add(`${depth === 1 ? "." : above[depth - 1]} > ${name}`);
    above[depth] = name;
  }
  return { packages, edges };
}

function files(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter(({ name }) => name !== ".git" && name !== "target" && name !== "node_modules")
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? files(folder, path) : [path];
    })
    .sort();
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
