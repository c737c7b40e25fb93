import { buildPurl } from "@assay/purl";
import { publicUrl } from "../../assemble/public-url.ts";

/** What the place of a conda archive says: `https://host/channel/subdir/name-version-build.conda`. */
export interface CondaPlace {
  readonly name?: string;
  readonly version?: string;
  readonly build?: string;
  readonly subdir?: string;
  readonly fileName: string;
  /** Without credentials; absent for a file of the repository, or of somebody's machine. */
  readonly url?: string;
  readonly channel?: string;
  /** The server, where it is none of Anaconda's own. */
  readonly server?: string;
}

/** Name and version are ended by the last two hyphens: https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/packages.html */
const ARCHIVE = /^(.+)-([^-]+)-([^-]+)\.(?:conda|tar\.bz2)$/;
const SUBDIR = /^(?:noarch|[a-z]+-[a-z0-9_]+)$/;

/** Reads a URL or a path; `undefined` where it leads to no archive. */
export function condaPlace(location: string): CondaPlace | undefined {
  const url = publicUrl(location);
  // Anaconda's tokens stand in the path: https://host/t/<token>/channel.
  if (url !== undefined) url.pathname = url.pathname.replace(/^\/t\/[^/]+(?=\/)/, "");
  const parts = decoded(url?.pathname ?? location).split("/");
  const fileName = parts.pop() ?? "";
  if (!/\.(?:conda|tar\.bz2)$/.test(fileName)) return undefined;
  const [, name, version, build] = ARCHIVE.exec(fileName) ?? [];
  const subdir = parts.at(-1);
  const isPlatform = subdir !== undefined && SUBDIR.test(subdir);
  const archive = {
    fileName,
    ...(name === undefined || version === undefined || build === undefined
      ? {}
      : { name, version, build }),
    ...(isPlatform ? { subdir } : {}),
  };
  if (url === undefined || url.protocol === "file:") return archive;
  const channel = parts.slice(1, isPlatform ? -1 : undefined).join("/");
  const isOwn = url.host === "repo.anaconda.com";
  return {
    ...archive,
    url: url.href,
    channel: isOwn ? channel.replace(/^pkgs\//, "") : channel,
    ...(isOwn || url.host === "conda.anaconda.org" ? {} : { server: url.origin }),
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** https://github.com/package-url/purl-spec/blob/main/types-doc/conda-definition.md */
export function condaPurl(
  name: string,
  version: string | undefined,
  { build, channel, subdir, fileName, server }: Omit<CondaPlace, "name" | "version">,
): string {
  const type = fileName.endsWith(".conda") ? "conda" : "tar.bz2";
  return buildPurl({
    type: "conda",
    name,
    version,
    qualifiers: { build, channel: channel || undefined, subdir, type, repository_url: server },
  });
}

/**
 * The package that a match specification asks for: `python >=3.10`, `channel::name=1`, `name[version='1']`. `undefined` where it names
 * none. https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#package-match-specifications
 */
export function specName(spec: string): string | undefined {
  return /^\s*(?:[^\s[:]*::)?([\w.-]+)(?=$|[\s=<>!~[@;])/.exec(spec)?.[1]?.toLowerCase();
}
