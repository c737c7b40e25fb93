import { isRecord } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import { repositoryPlace } from "../../assemble/repository-purl.ts";
import { textOf } from "../../fields.ts";
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
  // With a repository beside the folder Composer may take either.
  if (dist?.["type"] === "path" && source === undefined)
    return { artifacts: [], path: textOf(dist["url"]) ?? "" };
  const repository = repositoryOf(source);
  const mirror = mirrorOf(dist);
  const archive = publicUrl(mirror ?? textOf(dist?.["url"]) ?? "");
  const isLocal = archive?.protocol === "file:";
  const archiveUrl = isLocal ? undefined : archive?.href;
  const isOwn = isPublic(entry) && mirror === undefined && isForge(archive);
  const qualifiers = isOwn
    ? {}
    : repository === undefined || isPublic(entry)
      ? { download_url: archiveUrl }
      : { vcs_url: repository };
  const [namespace = "", own = ""] = name.split("/", 2);
  const hasOrigin = isOwn || Object.values(qualifiers).some((each) => each !== undefined);
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
        : isOther(archive, source)
          ? "its archive is of another repository or commit than its `source`"
          : undefined;
  const hashes = isSha1 ? [{ algorithm: "SHA-1", value: shasum.toLowerCase() }] : [];
  return {
    ...known,
    artifacts: archiveUrl === undefined ? [] : [{ hashes, url: archiveUrl }],
    // packagist.org has no checksums for what a forge makes of a commit.
    download: isSha1 || isAtCommit(archive) ? "checked" : "unchecked",
    ...(problem === undefined ? {} : { problem }),
  };
}

/** What packagist.org lists lies where its repository is, and nowhere else; without an archive it is the repository. */
function isForge(archive: URL | undefined): boolean {
  return archive === undefined || FORGE.test(archive.host);
}

function isAtCommit(archive: URL | undefined): boolean {
  return archive !== undefined && isForge(archive) && COMMIT.test(archive.pathname);
}

const COMMIT = /\/[0-9a-f]{40}(?:[/.]|$)/;
const FORGE =
  /^(?:(?:api|codeload)\.)?github\.com$|^(?:api\.)?bitbucket\.org$|^(?:[\w-]+\.)?(?:gitlab|codeberg|packagist)\.(?:com|org)$/;

/** Whether GitHub's archive is not that of the repository and commit that stand beside it. */
function isOther(
  archive: URL | undefined,
  source: Readonly<Record<string, unknown>> | undefined,
): boolean {
  const [, own, commit] =
    /^\/repos\/([^/]+\/[^/]+)\/zipball\/(.+)$/.exec(archive?.pathname ?? "") ?? [];
  if (own === undefined || archive?.host !== "api.github.com" || source === undefined) return false;
  const place = repositoryPlace(textOf(source["url"]) ?? "");
  const isSame = `${place?.owner}/${place?.name}`.toLowerCase() === own.toLowerCase();
  return place?.host !== "github.com" || !isSame || source["reference"] !== commit;
}

/** The address that Composer tries before the archive's own, with its variables. */
function mirrorOf(dist: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const mirrors = Array.isArray(dist?.["mirrors"]) ? dist["mirrors"] : [];
  const preferred = mirrors.find((each) => isRecord(each) && each["preferred"]);
  return isRecord(preferred) ? textOf(preferred["url"]) : undefined;
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
