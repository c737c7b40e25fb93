import { isRecord } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import { textOf } from "../../fields.ts";
import type { PackageArtifact } from "../../graph.ts";
import type { Json } from "../../json-object.ts";

/** Where a package of a lockfile comes from. */
export interface RSource {
  /** Absent where nobody can say which registry it is from. */
  readonly purl?: string;
  readonly artifacts?: readonly PackageArtifact[];
  readonly download?: "checked" | "unchecked";
  /** The folder that it lies in, as the lockfile writes it. */
  readonly path?: string;
  readonly problem?: string;
}

/** Names under which CRAN is served, by itself or by others in its stead. */
const CRAN = /^(?:CRAN|RSPM|PPM|P3M|Posit|cloud)\b/i;
const CRAN_HOSTS =
  /(?:^|\.)(?:r-project\.org|rstudio\.com|posit\.co|p3m\.dev|rstudio\.org|crandb\.r-pkg\.org)$/;

/** What a lockfile says of its repositories. */
export interface Repositories {
  /** Addresses by name. */
  readonly urls: ReadonlyMap<string, string>;
  /** Of Bioconductor, where it is used. */
  readonly bioconductor: string | undefined;
}

export function repositoriesOf({ R, Bioconductor }: Json): Repositories {
  const stated = isRecord(R) ? R["Repositories"] : undefined;
  const pairs = Array.isArray(stated)
    ? stated.filter(isRecord).map((each) => [each["Name"], each["URL"]] as const)
    : Object.entries(isRecord(stated) ? stated : {});
  const urls = new Map<string, string>();
  for (const [name, url] of pairs)
    if (typeof name === "string" && typeof url === "string") urls.set(name, url);
  const version = isRecord(Bioconductor) ? textOf(Bioconductor["Version"]) : undefined;
  return { urls, bioconductor: version };
}

/** By `Source`, `Repository` and the `Remote` fields: https://rstudio.github.io/renv/reference/lockfiles.html */
export function sourceOf(
  name: string,
  version: string | undefined,
  record: Json,
  repositories: Repositories,
): RSource {
  const stated =
    textOf(record["Source"]) ?? (record["Repository"] === undefined ? "" : "Repository");
  const repository = textOf(record["Repository"]) ?? "";
  const source = (/[/\\]/.test(stated) ? "local" : stated).toLowerCase();
  const purl = (repository_url?: string) =>
    buildPurl({ type: "cran", name, version, qualifiers: { repository_url } });
  switch (source) {
    case "bioconductor":
      return { purl: purl(bioconductor(repository, repositories)), download: "unchecked" };
    case "cran":
    case "repository":
    case "standard": {
      if (/^bioc/i.test(repository))
        return { purl: purl(bioconductor(repository, repositories)), download: "unchecked" };
      const url = publicUrl(repositories.urls.get(repository) ?? repository);
      if (repository === "" || CRAN.test(repository) || CRAN_HOSTS.test(url?.hostname ?? ""))
        return { purl: purl(), download: "unchecked" };
      if (url === undefined || url.protocol === "file:") return { download: "unchecked" };
      return { purl: purl(url.href.replace(/\/$/, "")), download: "unchecked" };
    }
    case "local":
      return { path: textOf(record["RemoteUrl"]) ?? (/[/\\]/.test(stated) ? stated : "") };
    case "url": {
      const url = publicUrl(textOf(record["RemoteUrl"]) ?? "");
      if (url === undefined || url.protocol === "file:")
        return { download: "unchecked", problem: "its archive has no URL, or lies on one machine" };
      const qualifiers = { download_url: url.href };
      return {
        purl: buildPurl({ type: "generic", name, version, qualifiers }),
        artifacts: [{ hashes: [], url: url.href }],
        download: "unchecked",
      };
    }
    default:
      return gitSource(name, version, record, source);
  }
}

function bioconductor(repository: string, { bioconductor: own }: Repositories): string {
  const version = /\b\d+\.\d+\b/.exec(repository)?.[0] ?? own;
  return `https://bioconductor.org${version === undefined ? "" : `/packages/${version}`}`;
}

function gitSource(
  name: string,
  version: string | undefined,
  record: Json,
  source: string,
): RSource {
  const text = (field: string) => textOf(record[`Remote${field}`]);
  const [owner, repo, commit, subdir] = [
    text("Username"),
    text("Repo"),
    text("Sha"),
    text("Subdir"),
  ];
  const host = hostOf(source, text("Host"));
  const url =
    owner !== undefined && repo !== undefined && host !== undefined
      ? `https://${host}/${owner}/${repo}`
      : (text("Url") ?? "");
  const vcs_url = repositoryUrl(url, commit);
  if (vcs_url === undefined)
    return { problem: "where it comes from was not understood", download: "unchecked" };
  const isExact = isCommit(commit);
  const purl =
    host === "github.com" && owner !== undefined && repo !== undefined
      ? buildPurl({
          type: "github",
          namespace: owner,
          name: repo,
          version: commit,
          subpath: subdir,
        })
      : buildPurl({ type: "generic", name, version, qualifiers: { vcs_url }, subpath: subdir });
  return {
    purl,
    artifacts: [{ hashes: [], url: vcs_url }],
    download: isExact ? "checked" : "unchecked",
    ...(isExact ? {} : { problem: "no full git commit is named" }),
  };
}

/** The web server of a host's interface (`api.github.com`). */
function hostOf(source: string, host: string | undefined): string | undefined {
  const known = { github: "github.com", gitlab: "gitlab.com", bitbucket: "bitbucket.org" }[source];
  if (known === undefined) return undefined;
  const [name = known] = host?.replace(/^https?:\/\//, "").split("/", 1) ?? [known];
  return /^[\w.-]+(?::\d+)?$/.test(name)
    ? name.replace(/^api\.(?=github\.com$|bitbucket\.org$)/, "")
    : undefined;
}
