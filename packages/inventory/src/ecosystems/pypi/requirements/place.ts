import { isPackageName, normalizeName } from "../names.ts";
import {
  archiveSource,
  fileSource,
  folderSource,
  gitSource,
  type PythonSource,
} from "../source.ts";

/** A package that is named by where it lies and not by a version. */
export interface PlacedPackage {
  /** Normalised; absent where the place does not tell. */
  readonly name?: string;
  readonly version?: string;
  readonly source: PythonSource;
}

const ARCHIVE = /\.(?:whl|zip|tar\.(?:gz|bz2|xz)|tgz|egg)$/i;

/** Whether a line names a place: a URL, a path, or an archive. */
export function isPlace(text: string): boolean {
  const [bare = ""] = text.split(/[\s;[]/, 1);
  return (
    /^(?:[a-z][a-z\d+.-]*:|[./~\\]|[A-Za-z]:\\)/i.test(bare) ||
    bare.includes("/") ||
    ARCHIVE.test(bare)
  );
}

/** Reads `git+https://host/r.git@ref#egg=name&subdirectory=x`, the URL of an archive, or the path of an archive or a folder. */
export function readPlace(text: string, isEditable: boolean): PlacedPackage {
  const end = text.search(/;|\s@/);
  const [place = "", fragment = ""] = (end < 0 ? text : text.slice(0, end).trimEnd()).split("#", 2);
  const parameters = new URLSearchParams(fragment);
  const egg = parameters.get("egg")?.replace(/\[.*$/s, "") ?? "";
  const subdirectory = parameters.get("subdirectory") ?? undefined;
  const named = isPackageName(egg) ? { name: normalizeName(egg) } : {};
  if (/^(?:git\+|git:)/.test(place)) {
    const { repository, reference } = splitReference(place);
    return { ...named, source: gitSource(repository, reference, subdirectory) };
  }
  if (/^(?:hg|svn|bzr)\+/.test(place)) {
    const problem = "it comes from a version control system other than git";
    return { ...named, source: { kind: "git", problem } };
  }
  const path = place.replace(/\[[^\]]*\]$/, "").replace(/^file:(?:\/\/)?(?!\/)/, "");
  if (/^https?:/.test(path))
    return { ...named, ...fromFileName(path), source: archiveSource(path) };
  if (/^[a-z][a-z\d+.-]+:/i.test(path))
    return { ...named, source: { kind: "file", problem: "it is a file outside the repository" } };
  if (ARCHIVE.test(path)) return { ...named, ...fromFileName(path), source: fileSource(path) };
  return { ...named, source: folderSource(path, isEditable) };
}

/** The reference stands behind the last `@` of the path: one before it belongs to the user. */
function splitReference(place: string) {
  const at = place.lastIndexOf("@");
  const path = place.indexOf("/", place.indexOf("://") + 3);
  return at > path && path > 0
    ? { repository: place.slice(0, at), reference: place.slice(at + 1) }
    : { repository: place, reference: undefined };
}

/** `name-version-tags.whl` or `name-version.tar.gz`. */
function fromFileName(path: string): { readonly name?: string; readonly version?: string } {
  const [file = ""] = path.slice(path.lastIndexOf("/") + 1).split("?", 1);
  const stem = file.replace(ARCHIVE, "");
  const parts = stem.split("-");
  const isWheel = /\.whl$/i.test(file);
  const name = isWheel ? (parts[0] ?? "") : parts.slice(0, -1).join("-");
  const version = (isWheel ? parts[1] : parts.at(-1)) ?? "";
  if (!isPackageName(name) || !/^\d/.test(version)) return {};
  return { name: normalizeName(name), version: version.replaceAll("%2B", "+") };
}
