import { UsageError } from "@assay/core";
import { readXml, type XmlElement } from "../../xml/read.ts";

/** A dependency or an entry of `dependencyManagement`, as it is written: expressions are not resolved. */
export interface PomDependency {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string | undefined;
  readonly type: string;
  readonly classifier: string;
  readonly scope: string | undefined;
  readonly isOptional: boolean | undefined;
  /** `groupId:artifactId`, each may be `*`. */
  readonly exclusions: readonly string[];
  /** The file that it stands in, as `Pom.file`. */
  readonly file: string;
  readonly line: number;
}

/** What a profile changes, and a POM itself has. */
export interface PomBase {
  readonly properties: ReadonlyMap<string, string>;
  readonly dependencies: readonly PomDependency[];
  readonly management: readonly PomDependency[];
  /** As they are written; `undefined` where there is no such element. */
  readonly modules: readonly PomModule[] | undefined;
}

export interface PomModule {
  readonly path: string;
  readonly line: number;
}

export interface PomProfile extends PomBase {
  readonly id: string;
  readonly activation: XmlElement | undefined;
}

export interface PomParent {
  readonly groupId: string | undefined;
  readonly artifactId: string | undefined;
  readonly version: string | undefined;
  /** `undefined` where it is not given; `""` sends to the repository. */
  readonly relativePath: string | undefined;
  readonly line: number;
}

/** What was not understood. */
export interface PomProblem {
  readonly file: string;
  readonly line: number;
  readonly item: string;
  readonly reason: string;
}

/** One `pom.xml` as it is written (https://maven.apache.org/ref/current/maven-model/maven.html). */
export interface Pom extends PomBase {
  /** Relative to the root; of a repository's POM its coordinates. */
  readonly file: string;
  /** Whether it lies in the tree: only then paths in it mean something. */
  readonly isLocal: boolean;
  readonly line: number;
  readonly modelVersion: string | undefined;
  readonly groupId: string | undefined;
  readonly artifactId: string;
  readonly version: string | undefined;
  readonly packaging: string;
  readonly parent: PomParent | undefined;
  readonly profiles: readonly PomProfile[];
  /** Names, or URLs where they have none. */
  readonly licenses: readonly string[];
  /** Of `distributionManagement`: where the artifact has moved to. */
  readonly relocation:
    | Readonly<Partial<Record<"groupId" | "artifactId" | "version", string>>>
    | undefined;
  readonly problems: readonly PomProblem[];
}

/** @throws UsageError when it is no XML, or no project of Maven */
export function readPom(file: string, text: string, isLocal = true): Pom {
  const root = readXml(file, text);
  const artifactId = textOf(root, "artifactId");
  if (root.name !== "project" || artifactId === undefined)
    throw new UsageError(`${file} is no project of Maven: it has no artifactId`, {
      hint: "Repair it, or leave it out with `inventory.exclude` if it is a template.",
    });
  const problems: PomProblem[] = [];
  const parent = child(root, "parent");
  const relocation = child(child(root, "distributionManagement"), "relocation");
  return {
    file,
    isLocal,
    line: root.line,
    modelVersion:
      textOf(root, "modelVersion") ?? root.attributes.get("xmlns")?.match(/\d[\d.]+$/)?.[0],
    groupId: textOf(root, "groupId"),
    artifactId,
    version: textOf(root, "version"),
    packaging: textOf(root, "packaging") ?? "jar",
    parent: parent && {
      groupId: textOf(parent, "groupId"),
      artifactId: textOf(parent, "artifactId"),
      version: textOf(parent, "version"),
      relativePath: child(parent, "relativePath")?.text.trim(),
      line: parent.line,
    },
    ...readBase(root, file, problems),
    profiles: childrenOf(root, "profiles", "profile").map((each) => ({
      id: textOf(each, "id") ?? "default",
      activation: child(each, "activation"),
      ...readBase(each, file, problems),
    })),
    licenses: childrenOf(root, "licenses", "license").flatMap(
      (each) => textOf(each, "name") ?? textOf(each, "url") ?? [],
    ),
    relocation: relocation && {
      ...pick(relocation, "groupId"),
      ...pick(relocation, "artifactId"),
      ...pick(relocation, "version"),
    },
    problems,
  };
}

function readBase(element: XmlElement, file: string, problems: PomProblem[]): PomBase {
  const management = all(element, "dependencyManagement");
  const modules = [...all(element, "modules"), ...all(element, "subprojects")];
  const properties = all(element, "properties").flatMap(({ children }) => children);
  return {
    properties: new Map(properties.map(({ name, text }) => [name, text.trim()])),
    dependencies: readDependencies([element], file, problems),
    management: readDependencies(management, file, problems),
    modules:
      modules.length === 0
        ? undefined
        : modules.flatMap(({ children }) =>
            children.map(({ text, line }) => ({ path: text.trim(), line })),
          ),
  };
}

function readDependencies(
  parents: readonly XmlElement[],
  file: string,
  problems: PomProblem[],
): readonly PomDependency[] {
  const found = parents
    .flatMap((each) => all(each, "dependencies"))
    .flatMap(({ children }) => children);
  return found.flatMap((each) => {
    const { name, line } = each;
    const artifactId = textOf(each, "artifactId");
    if (name !== "dependency" || artifactId === undefined) {
      const item = textOf(each, "groupId") ?? `line ${line}`;
      problems.push({ file, line, item, reason: "it is no dependency with an artifactId" });
      return [];
    }
    const optional = textOf(each, "optional");
    return {
      // Maven 4 takes that of the module with this artifactId.
      groupId: textOf(each, "groupId") ?? "",
      artifactId,
      version: textOf(each, "version"),
      type: textOf(each, "type") ?? "jar",
      classifier: textOf(each, "classifier") ?? "",
      scope: textOf(each, "scope"),
      isOptional: optional === undefined ? undefined : optional === "true",
      exclusions: childrenOf(each, "exclusions", "exclusion").map(
        (one) => `${textOf(one, "groupId") ?? "*"}:${textOf(one, "artifactId") ?? "*"}`,
      ),
      file,
      line,
    };
  });
}

/** The text of an element's child; `undefined` for none and for an empty one. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text.trim() || undefined;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

function all({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((each) => each.name === name);
}

function childrenOf(element: XmlElement, list: string, name: string): readonly XmlElement[] {
  return all(element, list).flatMap((each) => all(each, name));
}

function pick<K extends string>(element: XmlElement, name: K): Partial<Record<K, string>> {
  const text = textOf(element, name);
  return text === undefined ? {} : ({ [name]: text } as Record<K, string>);
}
