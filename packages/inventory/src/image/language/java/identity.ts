import { purlOf } from "../../purl.ts";
import type { RecordedPackage } from "../record.ts";
import type { ArchivedPom, JavaArchive } from "./archive.ts";
import type { JarManifest } from "./manifest.ts";

/** The package that an archive is. */
export interface JarIdentity {
  readonly said: RecordedPackage;
  /** Its own POM, where it has one. */
  readonly pom: ArchivedPom | undefined;
  readonly evidence: "archive" | "file-name" | "installed";
  readonly properties: readonly (readonly [string, string])[];
}

const EXTENSION = /\.([a-z]+)$/i;
/** No file system has longer ones. */
const MAX_NAME = 255;
/** `name-1.2.3-classifier`. */
const NAMED = /^(.+?)-(\d[\w.+-]*)$/;

/**
 * The POM that is the archive's own: others are of packages that were copied into it. It is the one that the file is called after; a
 * file that is called after no version was renamed, and then a single POM is its own.
 */
function ownPom({ fileName, poms, manifest }: JavaArchive): ArchivedPom | undefined {
  const stem = stemOf(fileName);
  const [called] = poms
    .filter((pom) => isCalled(stem, pom))
    .sort((a, b) => b.artifact.length - a.artifact.length);
  if (called !== undefined) return called;
  const titled = poms.filter(
    ({ group, artifact }) =>
      manifest.symbolicName === `${group}.${artifact}` ||
      manifest.symbolicName === artifact ||
      (manifest.group === group && poms.length === 1),
  );
  if (titled.length === 1) return titled[0];
  return poms.length === 1 && namedVersion(stem).version === undefined ? poms[0] : undefined;
}

function isCalled(stem: string, { group, artifact, version }: ArchivedPom): boolean {
  return [artifact, `${group}.${artifact}`].some((name) => {
    const rest = stem.startsWith(name) ? stem.slice(name.length) : undefined;
    return rest === "" || (/^[-_]/.test(rest ?? "") && isVersion(rest?.slice(1) ?? "", version));
  });
}

/** `name-core-1.0` is not called after `name`. */
function isVersion(text: string, version: string): boolean {
  return text.startsWith(version) || /^\d/.test(text);
}

export function stemOf(fileName: string): string {
  return fileName.replace(EXTENSION, "");
}

/** `name` and `version` of a file that is called so; a classifier behind the version that the manifest has is none of it. */
export function namedVersion(stem: string, stated?: string) {
  const [, named = stem, version] = stem.length > MAX_NAME ? [] : (NAMED.exec(stem) ?? []);
  return { named, version: version?.startsWith(`${stated}-`) ? stated : version };
}

/** @param groupOf The group by which others call an artifact, where all of them call it the same. */
export function identityOf(
  archive: JavaArchive,
  groupOf?: (artifact: string) => string | undefined,
): JarIdentity {
  const { fileName, manifest } = archive;
  const extension = EXTENSION.exec(fileName)?.[1]?.toLowerCase() ?? "jar";
  const stem = stemOf(fileName);
  const pom = ownPom(archive);
  const isApplication = manifest.isApplication || extension === "war" || extension === "ear";
  const kind = isApplication ? ("application" as const) : ("library" as const);
  if (pom !== undefined)
    return {
      said: withLicense({ ...packageOf(pom, extension, classifierOf(stem, pom)), kind }, manifest),
      pom,
      evidence: "installed",
      properties: [],
    };
  const { named, version } = namedVersion(stem, manifest.version);
  const stated = version ?? manifest.version;
  const { symbolicName, module, license } = manifest;
  const group =
    manifest.group ?? archive.knownGroup ?? groupOf?.(named) ?? groupIn(manifest, named);
  const properties = [
    ...(symbolicName === undefined ? [] : [["assay:image:symbolic-name", symbolicName] as const]),
    ...(module === undefined ? [] : [["assay:image:module-name", module] as const]),
  ];
  return {
    said: {
      key: `${named}@${stated ?? ""}`,
      name: group === undefined ? named : `${group}:${named}`,
      version: stated,
      ecosystem: "maven",
      kind,
      // A group that nobody states would be that of another package, or of none.
      purl:
        group === undefined
          ? undefined
          : purlOf({ type: "maven", namespace: group, name: named, version: stated }),
      declaredLicense: license,
    },
    pom: undefined,
    evidence: version === undefined && stated !== undefined ? "archive" : "file-name",
    properties,
  };
}

/**
 * The group in the name of a bundle, where only one can be: `org.a.a-b` or `org.a.b` for `a-b` of `org.a`. For an artifact without a hyphen there
 * are two.
 */
function groupIn({ symbolicName = "", isNamedByMaven }: JarManifest, artifact: string) {
  if (!isNamedByMaven || !artifact.includes("-")) return undefined;
  if (symbolicName.endsWith(`.${artifact}`)) return symbolicName.slice(0, -artifact.length - 1);
  for (let at = symbolicName.indexOf("."); at > 0; at = symbolicName.indexOf(".", at + 1)) {
    const group = symbolicName.slice(0, at);
    const last = group.slice(group.lastIndexOf(".") + 1);
    if (`${last}-${symbolicName.slice(at + 1)}` === artifact) return group;
  }
  return undefined;
}

/** What a POM has from its parent is not in the archive. */
function withLicense(said: RecordedPackage, { license }: JarManifest): RecordedPackage {
  return said.declaredLicense === undefined ? { ...said, declaredLicense: license } : said;
}

/** Whoever lists several licences leaves the choice: https://maven.apache.org/pom.html#Licenses */
export function packageOf(
  { group, artifact, version, licenses }: ArchivedPom,
  extension = "jar",
  classifier?: string,
): RecordedPackage {
  const isJar = !["war", "ear", "rar"].includes(extension);
  const qualifiers = { classifier, type: isJar ? undefined : extension };
  const [license, ...others] = licenses;
  return {
    key: `${group}:${artifact}@${version}`,
    name: `${group}:${artifact}`,
    version,
    ecosystem: "maven",
    purl: purlOf({ type: "maven", namespace: group, name: artifact, version, qualifiers }),
    declaredLicense: others.length === 0 ? license : licenses,
  };
}

/** `linux-x86_64` of `netty-1.0-linux-x86_64`. */
function classifierOf(stem: string, { artifact, version }: ArchivedPom): string | undefined {
  const start = `${artifact}-${version}-`;
  return stem.startsWith(start) && /^[\w.-]+$/.test(stem.slice(start.length))
    ? stem.slice(start.length)
    : undefined;
}
