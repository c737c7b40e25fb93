import type { PackageUrl } from "./package-url.ts";
import {
  encode,
  invalidPurl,
  QUALIFIER_KEY,
  QUALIFIER_KEY_ALLOWED,
  segments,
  subpathSegments,
  TYPE,
  TYPE_ALLOWED,
} from "./syntax.ts";
import { normalizePurl, purlTypeProblem } from "./types.ts";

/**
 * The canonical text of a package URL, with the rules of its type applied.
 *
 * @throws UsageError when a part is not allowed, or its type asks for one that is missing.
 */
export function buildPurl(parts: PackageUrl): string {
  const normalized = normalizePurl({ ...parts, type: parts.type.toLowerCase() });
  const { type, namespace, name, version, qualifiers, subpath } = normalized;
  if (!TYPE.test(type)) throw invalidPurl(type, "the type", TYPE_ALLOWED);
  if (name === "") throw invalidPurl(`pkg:${type}/`, "the name", "at least one character");
  const problem = purlTypeProblem(normalized);
  // The name of a git repository is its whole path on the host.
  const names = type === "git" ? segments(name) : [name];
  const path = [type, ...segments(namespace).map(encode), ...names.map(encode)].join("/");
  if (problem !== undefined) throw invalidPurl(`pkg:${path}`, problem.part, problem.allowed);
  const query = qualifiers === undefined ? "" : buildQualifiers(qualifiers);
  const inside = subpathSegments(subpath).map(encode).join("/");
  return [
    `pkg:${path}`,
    version === undefined || version === "" ? "" : `@${encode(version)}`,
    query === "" ? "" : `?${query}`,
    inside === "" ? "" : `#${inside}`,
  ].join("");
}

function buildQualifiers(qualifiers: NonNullable<PackageUrl["qualifiers"]>): string {
  return Object.entries(qualifiers)
    .filter(([, value]) => value !== undefined && value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value = ""]) => {
      if (!QUALIFIER_KEY.test(key))
        throw invalidPurl(key, "a qualifier's key", QUALIFIER_KEY_ALLOWED);
      return `${key}=${encode(value)}`;
    })
    .join("&");
}
