import { isRecord } from "@assay/core";
import { buildPurl } from "@assay/purl";
import type { LockNode } from "../../assemble/parts.ts";
import { publicUrl } from "../../assemble/public-url.ts";
import { textOf } from "../../fields.ts";
import type { PackageArtifact } from "../../graph.ts";

/** Hosts that serve Maven Central under their own names. */
const CENTRAL: ReadonlySet<string> = new Set([
  "repo1.maven.org",
  "repo.maven.apache.org",
  "repo.maven.org",
  "maven-central.storage.googleapis.com",
]);
/** Files beside the package that nothing runs. */
const ASIDE: ReadonlySet<string> = new Set(["sources", "javadoc"]);

/** What other parts of the file say of its packages. */
export interface MavenPlaces {
  /** URLs of repositories by coordinates without a version. */
  readonly places: ReadonlyMap<unknown, readonly string[]>;
  /** Coordinates without a version of what has no file. */
  readonly none: ReadonlySet<unknown>;
}

/** A package with all its files: `group:name[:type]`, and a SHA-256 by classifier. @returns why it is none, where it is not */
export function mavenNode(
  key: string,
  value: unknown,
  line: number | undefined,
  { places, none }: MavenPlaces,
): LockNode | string {
  const [group = "", name = "", type = "jar", ...rest] = key.split(":");
  const version = isRecord(value) ? textOf(value["version"]) : undefined;
  const shasums = isRecord(value) ? value["shasums"] : undefined;
  if (group === "" || name === "" || rest.length > 0) return "it names no package";
  if (version === undefined) return "it has no version";
  if (!isRecord(shasums)) return "it has no object `shasums`";
  const artifacts: PackageArtifact[] = [];
  const classifiers: string[] = [];
  const repositories = new Set<string>();
  let isChecked = true;
  for (const [classifier, sum] of Object.entries(shasums)) {
    if (ASIDE.has(classifier)) continue;
    const coordinates = coordinatesOf(group, name, type, classifier);
    if (none.has(coordinates)) continue;
    const urls = places.get(coordinates) ?? [];
    for (const url of urls) repositories.add(url);
    const value256 =
      typeof sum === "string" && /^[\da-f]{64}$/i.test(sum) ? sum.toLowerCase() : undefined;
    if (value256 === undefined) isChecked = false;
    classifiers.push(classifier);
    const folder = publicUrl(urls[0] ?? "")?.href.replace(/\/*$/, "/");
    const suffix = classifier === "jar" ? "" : `-${classifier}`;
    const fileName = `${name}-${version}${suffix}.${type}`;
    artifacts.push({
      hashes: value256 === undefined ? [] : [{ algorithm: "SHA-256", value: value256 }],
      ...(folder === undefined || folder.startsWith("file:")
        ? { fileName }
        : { url: `${folder}${group.replaceAll(".", "/")}/${name}/${version}/${fileName}` }),
    });
  }
  const [only, other] = classifiers;
  return {
    key,
    name: `${group}:${name}`,
    version,
    line,
    firstParty: false,
    purl: buildPurl({
      type: "maven",
      namespace: group,
      name,
      version,
      qualifiers: {
        ...(type === "jar" ? {} : { type }),
        ...(only === undefined || only === "jar" || other !== undefined
          ? {}
          : { classifier: only }),
        ...elsewhere([...repositories]),
      },
    }),
    artifacts,
    download: artifacts.length === 0 ? undefined : isChecked ? "checked" : "unchecked",
  };
}

function coordinatesOf(group: string, name: string, type: string, classifier: string): string {
  if (classifier !== "jar") return `${group}:${name}:${type}:${classifier}`;
  return type === "jar" ? `${group}:${name}` : `${group}:${name}:${type}`;
}

/** Where it is from, if it is not Maven Central. */
function elsewhere(repositories: readonly string[]): Readonly<Record<string, string>> {
  const urls = repositories.map(publicUrl).filter((url) => url !== undefined);
  const [first] = urls;
  if (
    first === undefined ||
    first.protocol === "file:" ||
    urls.some(({ host }) => CENTRAL.has(host))
  )
    return {};
  return { repository_url: first.href.replace(/\/$/, "") };
}
