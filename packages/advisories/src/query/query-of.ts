import { parsePurl } from "@assay/purl";
import type { PackageQuery } from "../match.ts";
import { distributionQuery } from "./distributions.ts";
import { normalName, repositoryName } from "./names.ts";

/** A component of an inventory, or what is known of one. */
export interface QuerySubject {
  readonly purl?: string;
  readonly name: string;
  readonly version?: string;
  readonly ecosystem: string;
  readonly flags?: readonly string[];
  readonly artifacts?: readonly { readonly url?: string }[];
}

/** OSV's ecosystem for each purl type: https://ossf.github.io/osv-schema/#defined-ecosystems. */
const ECOSYSTEMS: ReadonlyMap<string, string> = new Map([
  ["npm", "npm"],
  ["pypi", "PyPI"],
  ["golang", "Go"],
  ["cargo", "crates.io"],
  ["maven", "Maven"],
  ["nuget", "NuGet"],
  ["gem", "RubyGems"],
  ["composer", "Packagist"],
  ["pub", "Pub"],
  ["hex", "Hex"],
  ["swift", "SwiftURL"],
  ["cran", "CRAN"],
  ["hackage", "Hackage"],
  ["julia", "Julia"],
  ["conan", "ConanCenter"],
  ["opam", "opam"],
  ["bitnami", "Bitnami"],
  ["githubactions", "GitHub Actions"],
  ["vscode-extension", "VSCode"],
]);
const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ["maven", ":"],
  ["vscode-extension", "."],
]);
const COMMIT = /[@#]([0-9a-f]{40}|[0-9a-f]{64})$/;

/** How advisories name a component; `undefined` where OSV has no ecosystem for it and it is from no repository. */
export function queryOf(subject: QuerySubject): PackageQuery | undefined {
  const { purl = "", name, artifacts = [] } = subject;
  const parts = purl === "" ? undefined : readPurl(purl);
  if (parts === undefined) return undefined;
  const { type, namespace } = parts;
  const vcs =
    parts.qualifiers?.["vcs_url"] ?? artifacts.find(({ url }) => url?.startsWith("git+"))?.url;
  const source = vcs === undefined ? {} : sourceOf(vcs);
  const version = subject.version ?? parts.version;
  if (type === "github" || type === "generic" || type === "bitbucket") {
    const repository =
      type === "generic"
        ? source.repository
        : `${type === "github" ? "github.com" : "bitbucket.org"}/${namespace}/${parts.name}`;
    if (repository === undefined) return undefined;
    const isCommit = COMMIT.test(`@${version}`);
    return {
      ecosystem: "GIT",
      name: repositoryName(repository),
      repository: repositoryName(repository),
      ...source,
      ...(version === undefined ? {} : isCommit ? { commit: version } : { version }),
    };
  }
  const distribution = distributionQuery(parts, version);
  if (distribution !== undefined) return distribution;
  const ecosystem = ECOSYSTEMS.get(type);
  if (ecosystem === undefined) return undefined;
  const whole = `${namespace ? `${namespace}${SEPARATORS.get(type) ?? "/"}` : ""}${parts.name}`;
  const query = {
    ecosystem,
    // The purl of a Go module is in lower case, and its name is not.
    name: normalName(ecosystem, whole === name.toLowerCase() ? name : whole),
    ...source,
  };
  if (type === "githubactions") return { ...query, ...actionVersion(version, subject.flags ?? []) };
  if (version === undefined) return query;
  return { ...query, version: type === "golang" ? version.replace(/^go(?=\d)/, "") : version };
}

/** A commit's version is what its comment says of it; a tag of one or two numbers moves. */
function actionVersion(version: string | undefined, flags: readonly string[]) {
  const claim = flags.find((flag) => flag.startsWith("claimedVersion="))?.slice(15);
  if (claim !== undefined) return { version: claim, claimed: true };
  if (version === undefined) return {};
  return { version, ...(/^v?\d+(?:\.\d+)?$/.test(version) ? { claimed: true } : {}) };
}

function sourceOf(url: string): Pick<PackageQuery, "repository" | "commit"> {
  const commit = COMMIT.exec(url)?.[1];
  const place = url.replace(/#.*$/, "").replace(/@[^@/:]*$/, "");
  return { repository: repositoryName(place), ...(commit === undefined ? {} : { commit }) };
}

function readPurl(purl: string): ReturnType<typeof parsePurl> | undefined {
  try {
    return parsePurl(purl);
  } catch {
    // What names no package is in no advisory.
    return undefined;
  }
}
