import type { Hash, PackageArtifact } from "../../graph.ts";
import { readXml, type XmlElement } from "../../xml/read.ts";
import type { ReaderInput } from "../ecosystem.ts";

/** What a build says its packages' files must be: https://docs.gradle.org/current/userguide/dependency_verification.html */
export interface Verification {
  /** Relative to the root. */
  readonly path: string;
  /** Whether what has no checksum must have a signature. */
  readonly checksSignatures: boolean;
  /** By `group:name:version`. */
  readonly packages: ReadonlyMap<string, VerifiedPackage>;
}

export interface VerifiedPackage {
  /** The archives: not descriptions, sources and documentation. One file may have several contents that are trusted. */
  readonly artifacts: readonly PackageArtifact[];
  /** Whether any file of it has a checksum that can't be forged: a package may be nothing but its description. */
  readonly isChecked: boolean;
}

const FILE = "gradle/verification-metadata.xml";
const NO_ARCHIVE = /\.(?:pom|module|xml|asc|toml)$|-(?:sources|javadoc)\.jar$/;
/** MD5 and SHA-1 may stand there too. */
const ALGORITHMS: ReadonlyMap<string, Pick<Hash, "algorithm"> & { readonly digits: number }> =
  new Map([
    ["sha256", { algorithm: "SHA-256", digits: 64 }],
    ["sha512", { algorithm: "SHA-512", digits: 128 }],
  ]);

/**
 * Reads `gradle/verification-metadata.xml`. It names every file that was ever looked at, so that it tells nothing of what is used.
 *
 * @throws UsageError when it is no XML
 */
export async function readVerification(
  prefix: string,
  readText: ReaderInput["readText"],
): Promise<Verification | undefined> {
  const path = `${prefix}${FILE}`;
  const text = await readText(path);
  if (text === undefined) return undefined;
  const root = readXml(path, text);
  const signatures = childrenOf(childrenOf([root], "configuration"), "verify-signatures");
  const packages = new Map<string, VerifiedPackage>();
  for (const { attributes, children } of childrenOf(
    childrenOf([root], "components"),
    "component",
  )) {
    const key = ["group", "name", "version"].map((each) => attributes.get(each) ?? "").join(":");
    const artifacts: PackageArtifact[] = [];
    let isChecked = false;
    for (const artifact of children) {
      const fileName = artifact.attributes.get("name") ?? "";
      const files = contentsOf(artifact, fileName);
      if (files.length > 0) isChecked = true;
      if (!NO_ARCHIVE.test(fileName)) artifacts.push(...files);
    }
    packages.set(key, { artifacts, isChecked });
  }
  return {
    path,
    checksSignatures: signatures.some(({ text: value }) => value.trim() === "true"),
    packages,
  };
}

/** The content that is named, with all its checksums, and each that is trusted in its place. */
function contentsOf({ children }: XmlElement, fileName: string): readonly PackageArtifact[] {
  const hashes: Hash[] = [];
  const others: Hash[] = [];
  for (const child of children) {
    const algorithm = ALGORITHMS.get(child.name);
    if (algorithm === undefined) continue;
    hashes.push(...hashOf(child, algorithm));
    for (const each of childrenOf([child], "also-trust")) others.push(...hashOf(each, algorithm));
  }
  return [hashes, ...others.map((hash) => [hash])]
    .filter(({ length }) => length > 0)
    .map((each) => ({ hashes: each, fileName }));
}

function hashOf(
  { attributes }: XmlElement,
  { algorithm, digits }: Pick<Hash, "algorithm"> & { readonly digits: number },
): readonly Hash[] {
  const value = attributes.get("value")?.toLowerCase() ?? "";
  return value.length === digits && /^[\da-f]+$/.test(value) ? [{ algorithm, value }] : [];
}

function childrenOf(elements: readonly XmlElement[], name: string): readonly XmlElement[] {
  return elements.flatMap(({ children }) => children.filter((child) => child.name === name));
}
