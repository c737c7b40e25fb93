import { isCommit, publicUrl, withScheme } from "../../assemble/public-url.ts";
/** Where one package came from. */
export interface PythonSource {
  /** `folder`: a project that is built where it lies; `file`: an archive in the repository or on somebody's machine. */
  readonly kind: "registry" | "git" | "archive" | "file" | "folder";
  /** Of the archive or the repository, without credentials. */
  readonly url?: string;
  /** What tells this package from the one of the same name on pypi.org, as purl qualifiers. */
  readonly qualifiers?: Readonly<Record<string, string>>;
  /** As the lockfile writes it, relative to its folder. */
  readonly path?: string;
  /** Developed where it lies: the project itself, a member of its workspace, or installed as editable. */
  readonly isOwn?: boolean;
  /** Why it was not understood. */
  readonly problem?: string;
}

/** Hosts that serve pypi.org's packages under their own names. */
const PUBLIC_INDEXES: ReadonlySet<string> = new Set([
  "pypi.org",
  "pypi.python.org",
  "files.pythonhosted.org",
]);

/**
 * An index by its URL. Without one it is pypi.org. What lies in a folder may be anybody's: it gets no purl of pypi.org.
 */
export function indexSource(index: string | undefined): PythonSource {
  // As nearly every lockfile writes it.
  if (index === undefined || index === "https://pypi.org/simple") return { kind: "registry" };
  const url = publicUrl(index);
  if (url === undefined || url.protocol === "file:") return { kind: "file" };
  if (PUBLIC_INDEXES.has(url.host)) return { kind: "registry" };
  return {
    kind: "registry",
    qualifiers: { repository_url: url.href.replace(/\/$/, "") },
  };
}

/** An archive by its own URL. */
export function archiveSource(text: string): PythonSource {
  const url = publicUrl(text);
  if (url === undefined) return { kind: "archive", problem: "its URL can't be read" };
  if (url.protocol === "file:") return { kind: "file", problem: OUTSIDE };
  return { kind: "archive", url: url.href, qualifiers: { download_url: url.href } };
}

const OUTSIDE = "it is a file outside the repository";

/** An archive by its path. */
export function fileSource(path: string): PythonSource {
  return isAbsolute(path) ? { kind: "file", problem: OUTSIDE } : { kind: "file", path };
}

/** A folder by its path. */
export function folderSource(path: string, isOwn: boolean): PythonSource {
  return isAbsolute(path)
    ? { kind: "folder", problem: "it is a folder outside the repository" }
    : { kind: "folder", path, isOwn };
}

/** A repository and the commit in it, as far as the lockfile names one. */
export function gitSource(
  repository: string,
  commit: string | undefined,
  subdirectory?: string,
): PythonSource {
  const url = publicUrl(withScheme(repository.replace(/^git\+/, "")));
  if (url === undefined) return { kind: "git", problem: "the URL of its repository can't be read" };
  if (url.protocol === "file:")
    return { kind: "file", problem: "its repository is a local folder" };
  const base = `git+${url.href}${commit === undefined ? "" : `@${commit}`}`;
  return {
    kind: "git",
    url: subdirectory === undefined ? base : `${base}#subdirectory=${encodeURI(subdirectory)}`,
    qualifiers: { vcs_url: base },
    ...(isCommit(commit) ? {} : { problem: "no full git commit is named" }),
  };
}

function isAbsolute(path: string): boolean {
  return /^(?:[/~\\]|[A-Za-z]:)/.test(path);
}
