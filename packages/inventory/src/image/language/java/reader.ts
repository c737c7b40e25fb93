import { groupBy, UsageError } from "@assay/core";
import type { Edge, PackageArtifact, Skipped } from "../../../graph.ts";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import type { ImageComponent, ImageContent, ImageFact, ImageReader } from "../../reader.ts";
import { baseName, componentOf } from "../record.ts";
import { zipEntries } from "../zip.ts";
import {
  type ArchivedPom,
  isJavaArchive,
  type JavaArchive,
  type JavaFile,
  readJavaArchive,
} from "./archive.ts";
import { identityOf, packageOf } from "./identity.ts";
import { type JdkRelease, jdkComponent, readRelease } from "./release.ts";

type Fact = JavaFile | JdkRelease;

/** An archive, or a script in front of one; Java looks for the end of one alone, whatever stands in front of it. */
async function isZip(content: ImageContent): Promise<boolean> {
  const [first, second, third] = await content.read(0, 3);
  if ((first === 0x50 && second === 0x4b && third === 3) || (first === 0x23 && second === 0x21))
    return true;
  try {
    return (await zipEntries(content, () => false)).count > 0;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/** Java's archives with what is nested in them or was copied into them, and its runtimes. */
export const javaInstalled: ImageReader<Fact> = {
  id: "java",
  wants: ({ path, head }) =>
    isJavaArchive(path) || (baseName(path) === "release" && Buffer.from(head).includes("JAVA_")),
  extract: async (file) => {
    const { path, content } = file;
    if (!isJavaArchive(path)) return readRelease(file);
    return (await isZip(content)) ? readJavaArchive(path, content) : undefined;
  },
  assemble: async (facts) => {
    const archives = facts.filter((each): each is ImageFact<JavaFile> => "archives" in each.fact);
    const groupOf = groupsByArtifact(archives.flatMap(({ fact }) => fact.archives));
    const files = archives.map((each) => filePackages(each, groupOf));
    const runtimes = facts.flatMap((each) =>
      "java" in each.fact ? jdkComponent(each, each.fact) : [],
    );
    const packages = files.flatMap((each) => each.packages);
    return {
      components: [...packages.map(({ component }) => component), ...runtimes],
      edges: sortedEdges([...files.flatMap(({ edges }) => edges), ...needs(packages)]),
      // An archive without a POM may need anything.
      withoutEdges: packages
        .filter(({ pom }) => pom === undefined)
        .map(({ component }) => component.component.id),
      skipped: files.flatMap(({ skipped }) => skipped),
      // Programs and libraries of a runtime.
      explained: facts.flatMap(({ path, fact }) => ("java" in fact ? [`${folderOf(path)}/`] : [])),
    };
  },
};

interface JavaPackage {
  readonly component: ImageComponent;
  readonly pom: ArchivedPom | undefined;
  /** What is loaded together: the archives of one folder, on disk or inside of an archive. */
  readonly classPath: string;
}

type GroupOf = (artifact: string) => string | undefined;

/** Packages without a POM by what the POMs of others call them: the group, where all call it the same. */
function groupsByArtifact(archives: readonly JavaArchive[]): GroupOf {
  const groups = new Map<string, string>();
  for (const { poms } of archives)
    for (const { names } of poms)
      for (const name of names) {
        const [group = "", artifact = ""] = name.split(":");
        groups.set(artifact, (groups.get(artifact) ?? group) === group ? group : "");
      }
  return (artifact) => groups.get(artifact) || undefined;
}

function filePackages(fact: ImageFact<JavaFile>, groupOf: GroupOf) {
  const packages: JavaPackage[] = [];
  const edges: Edge[] = [];
  const own = new Map<string, string>();
  const { archives, problems } = fact.fact;
  for (const archive of archives) {
    const found = packagesOf(fact, archive, groupOf);
    packages.push(...found);
    const [main = "", ...copies] = found.map(({ component }) => component.component.id);
    const parent = own.get(archive.parent ?? "");
    own.set(archive.inside, main);
    for (const to of copies) edges.push({ from: main, to, kind: "runtime" });
    if (parent !== undefined && archive.inside !== "")
      edges.push({ from: parent, to: main, kind: "runtime" });
  }
  const skipped = problems.map(
    ([inside, reason]): Skipped => ({
      kind: "unreadable",
      item: inside === "" ? fact.path : `${fact.path}!/${inside}`,
      reason,
      ecosystem: "maven",
    }),
  );
  return { packages, edges, skipped };
}

/** The archive's own package first, then what was copied into it. */
function packagesOf(
  fact: ImageFact<JavaFile>,
  archive: JavaArchive,
  groupOf: GroupOf,
): readonly JavaPackage[] {
  const { inside, fileName, poms } = archive;
  const place = inside === "" ? [] : [["assay:image:archive-path", inside] as const];
  const keyOf = (key = "") => (inside === "" ? key : `${inside}!${key}`);
  const identity = identityOf(archive, groupOf);
  const classPath = folderOf(inside === "" ? fact.path : `${fact.path}!/${inside}`);
  const artifact: PackageArtifact = {
    fileName,
    hashes: inside === "" ? [{ algorithm: "SHA-256", value: fact.sha256 }] : [],
  };
  const main = componentOf(
    fact,
    { ...identity.said, key: keyOf(identity.said.key), artifacts: [artifact] },
    identity.evidence,
    [...place, ...identity.properties],
  );
  const copies = poms
    .filter((pom) => pom !== identity.pom)
    .map((pom) => {
      const said = packageOf(pom);
      // Its classes may have been renamed, or left out in part.
      const bundled = { ...said, key: keyOf(said.key), flags: ["bundled"] };
      const component = componentOf(fact, bundled, "archive", place);
      return { component, pom, classPath };
    });
  return [{ component: main, pom: identity.pom, classPath }, ...copies];
}

/** What POMs say that they need, of the packages that are loaded together. */
function needs(packages: readonly JavaPackage[]): readonly Edge[] {
  const edges: Edge[] = [];
  for (const together of groupBy(packages, ({ classPath }) => classPath).values()) {
    const byName = new Map(together.map(({ component: { component: c } }) => [c.name, c.id]));
    for (const { component, pom } of together)
      for (const name of pom?.needs ?? []) {
        const to = byName.get(name);
        const from = component.component.id;
        if (to !== undefined && to !== from) edges.push({ from, to, kind: "runtime" });
      }
  }
  return edges;
}
