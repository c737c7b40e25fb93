import type { PackageUrl } from "./package-url.ts";
import {
  decode,
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
 * The parts of a package URL, with the rules of its type applied.
 *
 * Strict where a loose reader would find another package than the writer meant: an `@` without a name before it, a version with
 * an unencoded slash, and a qualifier's key in upper case are refused. The `@` of a scope may stand unencoded.
 *
 * @throws UsageError when the text is no package URL, or is none of its type.
 */
export function parsePurl(text: string): PackageUrl {
  const { type, path, version, query, subpath } = splitPurl(text);
  const names = segments(path).map((part) => decodeSegment(text, part));
  // The name of a git repository is its whole path on the host.
  const name = type === "git" ? names.splice(1).join("/") : (names.pop() ?? "");
  if (name === "") throw invalidPurl(text, "the name", "at least one character");
  const parts = normalizePurl({
    type,
    namespace: names.length === 0 ? undefined : names.join("/"),
    name,
    version: version === undefined || version === "" ? undefined : decode(text, version),
    qualifiers: query === undefined ? undefined : parseQualifiers(text, query),
    subpath: subpath === undefined ? undefined : parseSubpath(text, subpath),
  });
  const problem = purlTypeProblem(parts);
  if (problem !== undefined) throw invalidPurl(text, problem.part, problem.allowed);
  return parts;
}

/** The parts as they are written, still encoded. */
export interface SplitPurl {
  readonly type: string;
  /** Namespace and name. */
  readonly path: string;
  readonly version?: string | undefined;
  readonly query?: string | undefined;
  readonly subpath?: string | undefined;
}

/** @throws UsageError when the scheme or the type is missing, or nothing stands before the version. */
export function splitPurl(text: string): SplitPurl {
  const [beforeSubpath, subpath] = splitLast(text, "#");
  const [beforeQuery, query] = splitLast(beforeSubpath, "?");
  const colon = beforeQuery.indexOf(":");
  if (beforeQuery.slice(0, Math.max(colon, 0)).toLowerCase() !== "pkg")
    throw invalidPurl(text, "the scheme", "`pkg:`");
  const rest = beforeQuery.slice(colon + 1).replace(/^\/+/, "");
  const slash = rest.indexOf("/");
  const type = rest.slice(0, Math.max(slash, 0)).toLowerCase();
  if (!TYPE.test(type)) throw invalidPurl(text, "the type", TYPE_ALLOWED);
  const written = rest.slice(slash + 1);
  const at = versionStart(written);
  if (at === undefined) return { type, path: written, query, subpath };
  const path = written.slice(0, at);
  if (path === "" || path.endsWith("/"))
    throw invalidPurl(text, "the name", "at least one character");
  const version = written.slice(at + 1);
  if (version.includes("/")) throw invalidPurl(text, "the version", "without an unencoded slash");
  return { type, path, version, query, subpath };
}

/** Where the version's `@` stands: the last one, where it is not the `@` that a scope begins with. */
function versionStart(written: string): number | undefined {
  const at = written.lastIndexOf("@");
  const beginsSegment = at === 0 || written[at - 1] === "/";
  const isScope = beginsSegment && written.indexOf("/", at) > at + 1;
  return at < 0 || isScope ? undefined : at;
}

function parseQualifiers(text: string, query: string): Record<string, string> | undefined {
  const found = new Map<string, string>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const key = pair.slice(0, Math.max(equals, 0));
    if (!QUALIFIER_KEY.test(key))
      throw invalidPurl(
        text,
        `the key of the qualifier "${pair.slice(0, 80)}"`,
        QUALIFIER_KEY_ALLOWED,
      );
    if (found.has(key)) throw invalidPurl(text, `the qualifier "${key}"`, "there once");
    found.set(key, decode(text, pair.slice(equals + 1)));
  }
  const given = [...found].filter(([, value]) => value !== "");
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function parseSubpath(text: string, subpath: string): string | undefined {
  const parts = segments(subpath).map((part) => decodeSegment(text, part));
  return subpathSegments(parts.join("/")).join("/") || undefined;
}

function splitLast(text: string, separator: string): [string, string?] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decodeSegment(whole: string, text: string): string {
  const segment = decode(whole, text);
  if (segment.includes("/"))
    throw invalidPurl(whole, `the segment "${text.slice(0, 80)}"`, "without an encoded slash");
  return segment;
}
