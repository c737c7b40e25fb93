import { UsageError } from "@assay/core";
import { packageMetadata } from "../../installed/metadata.ts";
import { readXml, type XmlElement } from "../../xml/read.ts";
import type { InstalledPackage } from "../ecosystem.ts";

export interface Coordinates {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

/** POMs above one: no chain that is meant is as long. */
const MAX_PARENTS = 12;

/**
 * The POM of these coordinates and its parents, as far as they are there; nothing where the POM is of another package.
 *
 * @param read the text of a POM, where there is one
 */
export async function pomChain(
  coordinates: Coordinates,
  read: (coordinates: Coordinates) => Promise<string | undefined>,
): Promise<readonly XmlElement[]> {
  const chain: XmlElement[] = [];
  let next: Coordinates | undefined = coordinates;
  while (next !== undefined && chain.length < MAX_PARENTS) {
    const pom = parsePom((await read(next)) ?? "");
    if (pom === undefined || !isOf(pom, next)) break;
    chain.push(pom);
    next = parentOf(pom);
  }
  return chain;
}

function parsePom(text: string): XmlElement | undefined {
  try {
    // Some have a declaration of a document type, which says nothing.
    return readXml("pom", text.replace(/^\uFEFF/, "").replace(/<!DOCTYPE\s+project\s*>/, ""));
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** Group and version may be the parent's. */
function isOf(pom: XmlElement, { group, artifact, version }: Coordinates): boolean {
  const parent = child(pom, "parent");
  const own = (name: string) => said(pom, name) ?? (parent && said(parent, name)) ?? "";
  const fits = (text: string, wanted: string) => text === wanted || text.includes("${");
  return (
    said(pom, "artifactId") === artifact &&
    fits(own("groupId"), group) &&
    fits(own("version"), version)
  );
}

function parentOf(pom: XmlElement): Coordinates | undefined {
  const parent = child(pom, "parent");
  const [group, artifact, version] = ["groupId", "artifactId", "version"].map(
    (name) => parent && said(parent, name),
  );
  return group && artifact && version ? { group, artifact, version } : undefined;
}

/**
 * What a POM says of its package. Licences, people, organization, URL and SCM are inherited whole; the description and the name are its
 * own (https://maven.apache.org/ref/3-LATEST/maven-model-builder/#inheritance-assembly).
 */
export function saidByPoms(
  chain: readonly XmlElement[],
): Omit<InstalledPackage, "name" | "version"> {
  const first = (...path: readonly string[]) => {
    for (const pom of chain) {
      const found = path.reduce<XmlElement | undefined>((at, name) => at && child(at, name), pom);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const licenses = first("licenses")?.children.flatMap(
    (each) => said(each, "name") ?? said(each, "url") ?? [],
  );
  const [own] = chain;
  const people = first("developers")?.children.map((each) => ({
    name: said(each, "name") ?? said(each, "id"),
    email: said(each, "email"),
  }));
  return {
    manifest: licenses === undefined || licenses.length === 0 ? {} : { licenses },
    metadata: packageMetadata({
      authors: people,
      publisher: first("organization", "name")?.text,
      description: own && (said(own, "description") ?? said(own, "name")),
      homepage: first("url")?.text,
      repository: first("scm", "url")?.text,
    }),
  };
}

function child({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((each) => each.name === name);
}

/** Its text; nothing where it is empty or made of a property, which this does not resolve. */
function said(element: XmlElement, name: string): string | undefined {
  const text = child(element, name)?.text.trim() ?? "";
  return text === "" || text.includes("${") ? undefined : text;
}
