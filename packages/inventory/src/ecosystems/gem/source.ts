import { buildPurl } from "@assay/purl";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import type { PackageArtifact } from "../../graph.ts";
import type { GemSource, GemSpec } from "./parse.ts";

/** Hosts that serve rubygems.org's gems under their own names. */
const PUBLIC_HOSTS: ReadonlySet<string> = new Set(["rubygems.org", "www.rubygems.org"]);

/** What a gem's source says of it. */
export interface GemOrigin {
  /** Absent where nobody can say which registry it is from. */
  readonly purl?: string;
  readonly artifacts: readonly PackageArtifact[];
  readonly download?: "checked" | "unchecked";
  /** Why it was not understood. */
  readonly problem?: string;
}

/** A gem of a registry, without its checksum; of a repository; or of a source that a plugin knows. Not one of a folder. */
export function gemOrigin({ name, version, platform }: GemSpec, source: GemSource): GemOrigin {
  const purl = (qualifiers: Readonly<Record<string, string>>) =>
    buildPurl({
      type: "gem",
      name,
      version,
      qualifiers: { ...qualifiers, ...(platform === undefined ? {} : { platform }) },
    });
  if (source.remotes.length === 0) return { artifacts: [], problem: "its source names no remote" };
  if (source.type === "GIT") return gitOrigin(source, purl);
  const remotes = source.remotes.map(publicUrl);
  const [only] = remotes;
  const isPublic = remotes.some((url) => url !== undefined && PUBLIC_HOSTS.has(url.host));
  if (source.type === "GEM" && isPublic)
    return { purl: purl({}), artifacts: [], download: "unchecked" };
  // Which of them a gem is from stands nowhere.
  if (new Set(source.remotes).size > 1) return { artifacts: [], download: "unchecked" };
  if (only === undefined || only.protocol === "file:")
    return source.type === "GEM"
      ? { artifacts: [], download: "unchecked", problem: "the URL of its source can't be read" }
      : { artifacts: [], download: "unchecked" };
  const repository_url = only.href.replace(/\/$/, "");
  return { purl: purl({ repository_url }), artifacts: [], download: "unchecked" };
}

function gitOrigin(
  { remotes: [remote = ""], options }: GemSource,
  purl: (qualifiers: Readonly<Record<string, string>>) => string,
): GemOrigin {
  const revision = options.get("revision");
  const url = repositoryUrl(remote, revision);
  if (url === undefined)
    return { artifacts: [], problem: "its repository is a local folder, or no URL" };
  const known: GemOrigin = {
    purl: purl({ vcs_url: url }),
    artifacts: [{ hashes: [], url }],
    download: "checked",
  };
  return isCommit(revision)
    ? known
    : { ...known, download: "unchecked", problem: "no full git commit is named" };
}
