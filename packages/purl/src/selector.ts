import { matchesWildcard, type Subject, UsageError } from "@assay/core";
import type { PackageUrl } from "./package-url.ts";
import { parsePurl, splitPurl } from "./parse.ts";
import { decode, invalidPurl, segments } from "./syntax.ts";
import { normalizePurl } from "./types.ts";
import { type VersionTest, versionSelector } from "./version-selector.ts";

/** Whether a package is meant. What has no package is never meant. */
export type PackageSelector = (subject: Subject | undefined) => boolean;

/**
 * The one way in which a person names packages: in suppressions, exceptions, clarifications and ignores.
 *
 * `name`, `name@version`, `name@range`, or a purl with or without version, qualifiers and subpath; what is not given stands for
 * all. `*` stands for any characters, `*` alone for every package. The `@` of a purl's scope may stand unencoded. Names are
 * compared as the package's ecosystem writes them. An entry with an exact version means no other version.
 *
 * @param key where the pattern stands, such as `licenses.exceptions[2].package`
 * @throws UsageError when the pattern is empty, a purl or a range that can't be read
 */
export function packageSelector(pattern: string, key: string): PackageSelector {
  const text = pattern.trim();
  if (text === "") {
    throw new UsageError(`${key} is empty`, {
      hint: "Write a name, `name@version`, a package URL, or `*` for every package.",
    });
  }
  return /^pkg:/i.test(text) ? purlSelector(text, key) : nameSelector(text, key);
}

function nameSelector(text: string, key: string): PackageSelector {
  const at = text.lastIndexOf("@");
  // The first @ of a name is its scope's.
  const isVersioned = at > 0 && at > text.lastIndexOf("/");
  const name = isVersioned ? text.slice(0, at) : text;
  const isVersion = isVersioned ? versionSelector(text.slice(at + 1), undefined, key) : ANY;
  return (subject) => {
    if (subject === undefined) return false;
    const type = typeOf(subject);
    const isName =
      matchesWildcard(name, subject.name) ||
      matchesWildcard(pathAsWritten(name, type), pathAsWritten(subject.name, type));
    return isName && isVersion(subject.version, type);
  };
}

const ANY: VersionTest = () => true;

function purlSelector(text: string, key: string): PackageSelector {
  const { type, path, version, qualifiers, subpath } = readPattern(text, key);
  const isVersion = version ? versionSelector(version, type, key) : ANY;
  return (subject) => {
    const parts = partsOf(subject);
    if (parts?.type !== type) return false;
    const { namespace, name } = parts;
    return (
      matchesWildcard(path, namespace === undefined ? name : `${namespace}/${name}`) &&
      isVersion(parts.version, type) &&
      qualifiers.every(([k, value]) => matchesWildcard(value, parts.qualifiers?.[k] ?? "")) &&
      (subpath === undefined || matchesWildcard(subpath, parts.subpath ?? ""))
    );
  };
}

/** The parts of a purl in which `*` may stand, decoded. */
function readPattern(text: string, key: string) {
  try {
    const { type, path, version, query, subpath } = splitPurl(text);
    const names = segments(path).map((part) => decode(text, part));
    if (names.length === 0) throw invalidPurl(text, "the name", "at least one character");
    return {
      type,
      path: pathAsWritten(names.join("/"), type),
      version: version === undefined ? undefined : decode(text, version),
      qualifiers: readQualifiers(text, query),
      subpath: subpath === undefined ? undefined : decode(text, subpath),
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${key}: ${error.message}`, { hint: error.hint });
  }
}

function readQualifiers(text: string, query: string | undefined): (readonly [string, string])[] {
  const pairs = (query ?? "").split("&").filter((pair) => pair !== "");
  return pairs.map((pair) => {
    const equals = pair.indexOf("=");
    if (equals <= 0) throw invalidPurl(text, "each qualifier", "`key=value`");
    return [pair.slice(0, equals), decode(text, pair.slice(equals + 1))];
  });
}

/** Namespace and name as the type writes them; `*` is left as it is. */
function pathAsWritten(path: string, type: string | undefined): string {
  if (type === undefined) return path;
  const slash = path.lastIndexOf("/");
  const folded = (part: "namespace" | "name", text: string) =>
    text
      .split("*")
      .map((piece) => normalizePurl({ type, name: "", [part]: piece })[part] ?? "")
      .join("*");
  const name = folded("name", path.slice(slash + 1));
  return slash < 0 ? name : `${folded("namespace", path.slice(0, slash))}/${name}`;
}

function typeOf({ purl, ecosystem }: Subject): string | undefined {
  return /^pkg:([^/]+)\//.exec(purl ?? "")?.[1] ?? ecosystem;
}

function partsOf(subject: Subject | undefined): PackageUrl | undefined {
  if (subject?.purl === undefined) return undefined;
  try {
    return parsePurl(subject.purl);
  } catch {
    return undefined;
  }
}
