import type { Files } from "../../../assemble/test/graphs.ts";
import type { PackageGraph } from "../../../graph.ts";
import { memorySource, readInventory } from "../../../index.ts";
import { readMavenPom } from "../read.ts";

/** A `pom.xml`; coordinates as `group:artifact:version`, each part may be empty. */
export function pom(coordinates: string, ...content: readonly string[]): string {
  return `<project>\n<modelVersion>4.0.0</modelVersion>\n${names(coordinates)}\n${content.join("\n")}\n</project>\n`;
}

export function parent(coordinates: string, more = ""): string {
  return `<parent>${names(coordinates)}${more}</parent>`;
}

/** Coordinates and further elements of each, on a line of its own. */
export function dependencies(...all: readonly (readonly [string, string?])[]): string {
  const each = all.map(([gav, more = ""]) => `<dependency>${names(gav)}${more}</dependency>`);
  return `<dependencies>\n${each.join("\n")}\n</dependencies>`;
}

export function managed(...all: readonly (readonly [string, string?])[]): string {
  return `<dependencyManagement>${dependencies(...all)}</dependencyManagement>`;
}

export function modules(...paths: readonly string[]): string {
  return `<packaging>pom</packaging><modules>${paths.map((each) => `<module>${each}</module>`).join("\n")}</modules>`;
}

export function properties(all: Readonly<Record<string, string>>): string {
  const each = Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<properties>${each.join("")}</properties>`;
}

export function profile(id: string, activation: string, ...content: readonly string[]): string {
  return `<profile><id>${id}</id><activation>${activation}</activation>${content.join("")}</profile>`;
}

export const BOM = "<type>pom</type><scope>import</scope>";
export const TEST = "<scope>test</scope>";

function names(coordinates: string): string {
  const [groupId, artifactId, version] = coordinates.split(":");
  const element = (name: string, text = "") => (text === "" ? "" : `<${name}>${text}</${name}>`);
  return [
    element("groupId", groupId),
    element("artifactId", artifactId),
    element("version", version),
  ].join("");
}

/** The graph of the reactor at the root; `repository` has these POMs by `group:artifact:version`. */
export async function graphWith(files: Files, repository?: Files): Promise<PackageGraph> {
  const paths = Object.keys(files).sort();
  const [graph] = await readMavenPom(
    {
      path: "pom.xml",
      text: files["pom.xml"] ?? "",
      origin: undefined,
      compareManifests: true,
      paths,
      everyPath: paths,
      readText: async (path) => files[path],
      readBytes: async () => undefined,
    },
    repository && {
      repository: async (groupId, artifactId, version) =>
        repository[`${groupId}:${artifactId}:${version}`],
    },
  );
  if (graph === undefined) throw new TypeError("pom.xml is a module of another one");
  return graph;
}

/** `path: roots` of every graph. */
export async function rootsOf(files: Files): Promise<readonly string[]> {
  const { graphs } = await readInventory(memorySource(files));
  return graphs.map(
    ({ path, roots }) => `${path}: ${roots.map((id) => id.slice(path.length + 1)).join(" ")}`,
  );
}
