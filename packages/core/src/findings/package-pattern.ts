import type { Subject } from "./finding.ts";
import { matchesWildcard } from "./wildcard.ts";

/**
 * Whether a finding's package matches `name`, `name@version` or a purl, with `*` for any characters.
 *
 * A purl without version, qualifiers or subpath stands for all of them (`pkg:npm/left-pad` covers every version). Case
 * matters, as in purls and in most registries.
 */
export function packageMatcher(pattern: string): (subject: Subject | undefined) => boolean {
  const names = pattern.startsWith("pkg:") ? purlForms : nameForms;
  return (subject) =>
    subject !== undefined && names(subject).some((name) => matchesWildcard(pattern, name));
}

function nameForms({ name, version }: Subject): readonly string[] {
  return version === undefined ? [name] : [name, `${name}@${version}`];
}

/** `pkg:type/namespace/name@version?qualifiers#subpath`: as it is, then shorter and shorter. */
function purlForms({ purl }: Subject): readonly string[] {
  if (purl === undefined) return [];
  const withoutSubpath = cut(purl, purl.indexOf("#"));
  const plain = cut(withoutSubpath, withoutSubpath.indexOf("?"));
  // A scope is written %40 in a purl, but some tools leave the @: the version's @ is the last one behind the last slash.
  const at = plain.lastIndexOf("@");
  return [purl, withoutSubpath, plain, at > plain.lastIndexOf("/") ? cut(plain, at) : plain];
}

function cut(text: string, end: number): string {
  return end < 0 ? text : text.slice(0, end);
}
