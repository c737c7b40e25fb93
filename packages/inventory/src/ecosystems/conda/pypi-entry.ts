import { buildPurl } from "@assay/purl";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { isPackageName, normalizeName } from "../pypi/names.ts";
import { parseRequirement } from "../pypi/requirement.ts";
import {
  archiveSource,
  fileSource,
  folderSource,
  indexSource,
  type PythonSource,
} from "../pypi/source.ts";
import { digests } from "./digests.ts";
import { gitLocation } from "./git-location.ts";
import type { CondaEntry, CondaNeed } from "./package.ts";

export interface PypiFields {
  /** A URL or a path, as it is written. */
  readonly location: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly index?: string | undefined;
  readonly sha256: string | undefined;
  readonly md5?: string | undefined;
  readonly line: number;
  /** Its own needs, where they were read otherwise. */
  readonly needs?: readonly CondaNeed[];
  /** Its own needs, as requirements. */
  readonly requirements?: readonly string[];
}

const ARCHIVE = /\.(?:whl|zip|tar|tgz|tbz|tar\.\w+)$/;
const PUBLIC_FILES = "files.pythonhosted.org";

/** A package of PyPI in a lockfile of conda's tools; `undefined` where the name is none. */
export function pypiEntry(input: ReaderInput, fields: PypiFields): CondaEntry | undefined {
  const { location, version, line } = fields;
  if (!isPackageName(fields.name)) return undefined;
  const name = normalizeName(fields.name);
  const source = sourceOf(location, fields.index);
  const folder =
    source.kind === "folder" && source.path !== undefined
      ? fromLockfileFolder(input.path, source.path)
      : undefined;
  const isFile = source.kind === "registry" || source.kind === "archive";
  const isOutside =
    source.kind === "folder" && source.problem === undefined && folder === undefined;
  const purl =
    folder !== undefined
      ? firstPartyPurl(input.origin, name, version, folder)
      : source.kind === "file" || source.kind === "folder"
        ? undefined
        : buildPurl({ type: "pypi", name, version, qualifiers: source.qualifiers });
  const origin =
    folder ?? source.path ?? (source.qualifiers === undefined ? undefined : (source.url ?? purl));
  const key = [name, version, origin].filter(Boolean).join(" ");
  // A folder and a repository have no archive, whatever is written there.
  const { hashes, problem: badHash } = digests(isFile || source.kind === "file" ? fields : {});
  const url = isFile ? archiveUrl(location) : source.url;
  const problem = isOutside ? "it is a folder outside the repository" : source.problem;
  const needs = fields.needs ?? (fields.requirements ?? []).map(toNeed);
  const node = {
    key,
    name,
    version,
    line,
    ecosystem: "pypi",
    firstParty: folder !== undefined,
    purl,
    ...(folder ? { installPath: folder } : {}),
    download: isFile
      ? hashes.length > 0
        ? ("checked" as const)
        : ("unchecked" as const)
      : undefined,
  };
  return {
    key,
    node,
    name,
    manager: "pypi",
    provides: [],
    needs: needs.filter((each) => typeof each !== "string"),
    ...(url === undefined && source.kind !== "file"
      ? {}
      : {
          artifact: {
            hashes,
            ...(url === undefined ? { fileName: source.path ?? "" } : { url }),
          },
        }),
    problems: [
      ...[problem, badHash].flatMap((reason) => (reason === undefined ? [] : [{ node, reason }])),
      ...needs.flatMap((each) =>
        typeof each === "string"
          ? [{ node, reason: `what it asks for can't be read: ${each}` }]
          : [],
      ),
    ],
  };
}

/** What is asked for, or the text itself where it is no requirement. */
export function toNeed(text: string): CondaNeed | string {
  const requirement = parseRequirement(text);
  if (requirement === undefined) return text.slice(0, 200);
  const { name, extras, specifier, url, marker } = requirement;
  const ofExtras = [...(marker ?? "").matchAll(/\bextra\s*==\s*["']([^"']+)["']/g)].map(
    ([, extra = ""]) => normalizeName(extra),
  );
  return {
    manager: "pypi",
    name,
    ...(specifier || url ? { requirement: specifier || url || "" } : {}),
    ...(marker === undefined ? {} : { condition: marker }),
    ...(extras.length === 0 ? {} : { extras }),
    ...(ofExtras.length === 0 ? {} : { ofExtras }),
  };
}

function sourceOf(location: string, index: string | undefined): PythonSource {
  if (location.startsWith("git+")) return gitLocation(location.slice(4));
  if (location.startsWith("direct+")) return archiveSource(location.slice(7));
  if (/^https?:/i.test(location)) {
    if (index !== undefined) return indexSource(index);
    const isPublic = URL.canParse(location) && new URL(location).host === PUBLIC_FILES;
    return isPublic ? indexSource(undefined) : archiveSource(location);
  }
  if (/^[a-z][a-z\d+]+:/i.test(location) && !location.startsWith("file:"))
    return archiveSource(location);
  const path = location.replace(/^file:(?:\/\/)?/, "");
  return ARCHIVE.test(path) ? fileSource(path) : folderSource(path, true);
}

/** Without credentials. */
function archiveUrl(location: string): string | undefined {
  return archiveSource(location.replace(/^direct\+/, "")).url;
}
