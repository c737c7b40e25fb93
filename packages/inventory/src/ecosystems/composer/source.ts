import { isRecord } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import type { PackageArtifact } from "../../graph.ts";

/** Hosts of the public registry. */
const PACKAGIST: ReadonlySet<string> = new Set(["packagist.org", "repo.packagist.org"]);

/** Where a locked package comes from. */
export interface ComposerSource {
  readonly purl?: string;
  readonly artifacts: readonly PackageArtifact[];
  readonly download?: "checked" | "unchecked";
  /** The folder that it is linked or copied from, as the lockfile writes it. */
  readonly path?: string;
  readonly problem?: string;
}

/** By `dist` (an archive), `source` (a repository) and `notification-url`, which only a registry has. */
export function composerSource(
  name: string,
  version: string | undefined,
  entry: Readonly<Record<string, unknown>>,
): ComposerSource {
  const dist = isRecord(entry["dist"]) ? entry["dist"] : undefined;
  const source = isRecord(entry["source"]) ? entry["source"] : undefined;
  if (dist?.["type"] === "path") return { artifacts: [], path: textOf(dist["url"]) ?? "" };
  const repository = repositoryOf(source);
  const archive = dist === undefined ? undefined : publicUrl(textOf(dist["url"]) ?? "");
  const isLocal = archive?.protocol === "file:";
  const archiveUrl = isLocal ? undefined : archive?.href;
  const qualifiers = isPublic(entry)
    ? {}
    : repository === undefined
      ? { download_url: archiveUrl }
      : { vcs_url: repository };
  const [namespace = "", own = ""] = name.split("/", 2);
  const hasOrigin = isPublic(entry) || Object.values(qualifiers).some((each) => each !== undefined);
  const purl = hasOrigin
    ? buildPurl({ type: "composer", namespace, name: own, version, qualifiers })
    : undefined;
  const known = { ...(purl === undefined ? {} : { purl }) };
  if (dist === undefined && source === undefined)
    return entry["type"] === "metapackage"
      ? { ...known, artifacts: [] }
      : { ...known, artifacts: [], problem: "it has neither `dist` nor `source`" };
  if (dist === undefined) {
    const isExact = isCommit(textOf(source?.["reference"]));
    return {
      ...known,
      artifacts: repository === undefined ? [] : [{ hashes: [], url: repository }],
      download: isExact ? "checked" : "unchecked",
      ...(isExact ? {} : { problem: "no full commit of its repository is named" }),
    };
  }
  const shasum = dist["shasum"] === null ? "" : (dist["shasum"] ?? "");
  const isSha1 = typeof shasum === "string" && /^[0-9a-f]{40}$/i.test(shasum);
  const problem =
    archiveUrl === undefined
      ? "its archive has no URL, or lies on one machine"
      : shasum !== "" && !isSha1
        ? "`shasum` is no SHA-1"
        : undefined;
  const hashes = isSha1 ? [{ algorithm: "SHA-1", value: shasum.toLowerCase() }] : [];
  return {
    ...known,
    artifacts: archiveUrl === undefined ? [] : [{ hashes, url: archiveUrl }],
    download: isSha1 ? "checked" : "unchecked",
    ...(problem === undefined ? {} : { problem }),
  };
}

function isPublic(entry: Readonly<Record<string, unknown>>): boolean {
  const url = publicUrl(textOf(entry["notification-url"]) ?? "");
  return url !== undefined && PACKAGIST.has(url.host);
}

function repositoryOf(source: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const type = textOf(source?.["type"]) ?? "";
  if (!/^(?:git|hg|svn|fossil)$/.test(type)) return undefined;
  return repositoryUrl(textOf(source?.["url"]) ?? "", textOf(source?.["reference"]), type);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
