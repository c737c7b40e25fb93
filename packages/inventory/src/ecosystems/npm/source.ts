import { isCommit } from "../../assemble/public-url.ts";
/** Where one package came from, by the `resolved` of its entry. */
export interface NpmSource {
  readonly kind: "registry" | "git" | "archive" | "file";
  /** Without credentials. */
  readonly url?: string;
  /** What tells this package from the one of the same name in the public registry, as purl qualifiers. */
  readonly qualifiers?: Readonly<Record<string, string>>;
  /** Why `resolved` was not understood. */
  readonly problem?: string;
}

/** Hosts that serve the public registry under its own names. */
const PUBLIC_REGISTRIES: ReadonlySet<string> = new Set([
  "registry.npmjs.org",
  "registry.yarnpkg.com",
]);

/** Of characters and folders that a URL keeps as they are: it drops `.` and `..`. */
const PLAIN = /^(?!.*\/\.\.?\/)[\w@/.~:-]+$/;

const HOSTED: ReadonlyMap<string, string> = new Map([
  ["github", "github.com"],
  ["gitlab", "gitlab.com"],
  ["bitbucket", "bitbucket.org"],
]);

/**
 * Reads `resolved`. Absent, it is the registry's (`omit-lockfile-registry-resolved`). Credentials are dropped: the user part
 * of a URL (but for ssh's nameless `git@`) and, where it is no git URL, its query, which holds the tokens of signed URLs.
 */
export function readResolved(
  name: string,
  resolved: string | undefined,
  version?: string | undefined,
): NpmSource {
  if (resolved === undefined) return { kind: "registry" };
  // Nearly every entry is of this form, and a URL takes long to take apart.
  if (
    resolved === `https://registry.npmjs.org${archivePath(name, version)}` &&
    PLAIN.test(resolved)
  )
    return { kind: "registry", url: resolved };
  if (resolved.startsWith("file:")) return fileSource(resolved);
  if (/^git\+file:/.test(resolved)) return OUTSIDE_REPOSITORY;
  const url = parseUrl(resolved);
  if (url === undefined) return { kind: "archive", problem: "`resolved` is no URL" };
  url.password = "";
  if (url.protocol.startsWith("git") || url.protocol === "ssh:") return gitSource(url);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { kind: "archive", problem: `\`resolved\` has the unknown scheme ${url.protocol}` };
  url.username = "";
  url.search = "";
  url.hash = "";
  return archiveSource(name, url, version);
}

/** Where the public registry has the archive of a version; what builds add to the version is not in it. */
function archivePath(name: string, version = ""): string {
  return `/${name}/-/${name.slice(name.indexOf("/") + 1)}-${version.split("+", 1)[0]}.tgz`;
}

/**
 * What the public registry's archive is of, where that is another package or version than the entry names: what is downloaded is installed
 * under the entry's name, and no package manager compares them.
 */
function otherPackage(path: string, name: string, version: string | undefined): string | undefined {
  const [, found = "", rest = ""] = /^\/((?:@[^/]+\/)?[^/]+)\/-\/(.+)$/.exec(path) ?? [];
  if (found === "" || path === archivePath(name, version)) return undefined;
  const file = found.slice(found.indexOf("/") + 1);
  const isNamed = rest.startsWith(`${file}-`) && rest.endsWith(".tgz");
  const other = isNamed ? rest.slice(file.length + 1, -".tgz".length) : rest;
  return version === undefined && found === name && isNamed
    ? undefined
    : `\`resolved\` is the archive of ${`${found} ${other}`.slice(0, 200)} until the entry is removed`;
}

/** A repository on the machine where the lockfile was written: its path says nothing to anybody else. */
const OUTSIDE_REPOSITORY: NpmSource = {
  kind: "file",
  problem: "it comes from a git repository that is a folder on one machine",
};

function gitSource(url: URL): NpmSource {
  if (url.username !== "git") url.username = "";
  url.search = "";
  const commit = url.hash.slice(1);
  const repository = new URL(url);
  repository.hash = "";
  const base = `${repository.protocol.startsWith("git") ? "" : "git+"}${repository.href}`;
  return {
    kind: "git",
    url: url.href,
    qualifiers: { vcs_url: commit === "" ? base : `${base}@${commit}` },
    ...(isCommit(commit) ? {} : { problem: "`resolved` names no full git commit" }),
  };
}

/** A registry serves `<registry>/<name>/-/<file>.tgz` (GitHub: `/download/<name>/…`); anything else is a plain download. */
function archiveSource(name: string, url: URL, version: string | undefined): NpmSource {
  const path = url.pathname.replaceAll("%2f", "/").replaceAll("%2F", "/").replaceAll("%40", "@");
  const isPublic = PUBLIC_REGISTRIES.has(url.host);
  const problem = isPublic ? otherPackage(path, name, version) : undefined;
  const found = problem === undefined ? {} : { problem };
  const at = path.indexOf(`/${name}/-/`);
  if (at >= 0) {
    const registry = `${url.origin}${path.slice(0, at)}`;
    return {
      kind: "registry",
      url: url.href,
      ...(isPublic ? found : { qualifiers: { repository_url: registry } }),
    };
  }
  if (url.host === "npm.pkg.github.com" && path.startsWith(`/download/${name}/`))
    return { kind: "registry", url: url.href, qualifiers: { repository_url: url.origin } };
  const repository = hostedRepository(url);
  if (repository !== undefined)
    return { kind: "git", url: url.href, qualifiers: { vcs_url: repository } };
  return { kind: "archive", url: url.href, qualifiers: { download_url: url.href }, ...found };
}

/** Where git hosts serve the files of one commit; what npm's own clients write for a dependency on a repository. */
const COMMIT_ARCHIVES: ReadonlyMap<string, readonly [host: string, path: RegExp]> = new Map([
  ["codeload.github.com", ["github.com", /^\/([^/]+\/[^/]+)\/tar\.gz\/([0-9a-f]{40,64})$/]],
  ["gitlab.com", ["gitlab.com", /^\/(.+?)\/-\/archive\/([0-9a-f]{40,64})\/[^/]+$/]],
  ["bitbucket.org", ["bitbucket.org", /^\/([^/]+\/[^/]+)\/get\/([0-9a-f]{40,64})\.tar\.gz$/]],
]);

/** The repository and the commit that an archive holds, as a `vcs_url`. */
function hostedRepository({ host, pathname }: URL): string | undefined {
  const [server, pattern] = COMMIT_ARCHIVES.get(host) ?? [];
  const [, repository, commit] = pattern?.exec(pathname) ?? [];
  return commit === undefined ? undefined : `git+https://${server}/${repository}@${commit}`;
}

/** A path of this project, as long as it names no place on somebody's machine. */
function fileSource(resolved: string): NpmSource {
  const path = resolved.slice("file:".length);
  const absolute = path.startsWith("/") || path.startsWith("~") || /^[A-Za-z]:/.test(path);
  return absolute
    ? { kind: "file", problem: "`resolved` is a file outside the repository" }
    : { kind: "file", url: resolved };
}

function parseUrl(text: string): URL | undefined {
  const hosted = /^(github|gitlab|bitbucket):([^/#]+\/[^#]+)(#.*)?$/.exec(text);
  const host = HOSTED.get(hosted?.[1] ?? "");
  if (host !== undefined)
    return parseUrl(`git+ssh://git@${host}/${hosted?.[2]}.git${hosted?.[3] ?? ""}`);
  // git's short form has a colon before the path, where a URL has the port.
  const url = text.replace(/^((?:git\+)?ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/, "$1/");
  return URL.canParse(url) ? new URL(url) : undefined;
}
