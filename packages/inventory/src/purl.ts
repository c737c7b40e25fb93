import { UsageError } from "@assay/core";
import { normalizePurl } from "./purl-types.ts";

/** A package URL in its parts, decoded: https://github.com/package-url/purl-spec. */
export interface PackageUrl {
  readonly type: string;
  /** Segments separated by `/`. */
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  /** Empty values count as absent. */
  readonly qualifiers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Segments separated by `/`; empty ones, `.` and `..` are dropped. */
  readonly subpath?: string | undefined;
}

const TYPE = /^[a-z][a-z0-9.-]*$/;
const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;

/**
 * The canonical text of a package URL, with the rules of its type applied.
 *
 * @throws UsageError when the type, the name or a qualifier's key is not allowed.
 */
export function buildPurl(parts: PackageUrl): string {
  const { type, namespace, name, version, qualifiers, subpath } = normalizePurl({
    ...parts,
    type: parts.type.toLowerCase(),
  });
  if (!TYPE.test(type)) throw invalid(type, "the type", "a letter, then letters, digits, . and -");
  if (name === "") throw invalid(`pkg:${type}/`, "the name", "at least one character");
  const way = [type, ...segments(namespace).map(encode), encode(name)].join("/");
  const query = Object.entries(qualifiers ?? {})
    .map(([key, value]) => [key.toLowerCase(), value ?? ""] as const)
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      if (!QUALIFIER_KEY.test(key))
        throw invalid(key, "a qualifier's key", "a letter, then letters, digits, ., _ and -");
      return `${key}=${encode(value)}`;
    })
    .join("&");
  const path = cleanSubpath(subpath).map(encode).join("/");
  return [
    `pkg:${way}`,
    version === undefined || version === "" ? "" : `@${encode(version)}`,
    query === "" ? "" : `?${query}`,
    path === "" ? "" : `#${path}`,
  ].join("");
}

/**
 * The parts of a package URL, with the rules of its type applied.
 *
 * @throws UsageError when the text is no package URL.
 */
export function parsePurl(text: string): PackageUrl {
  const [beforeSubpath, subpath] = splitLast(text, "#");
  const [beforeQuery, query] = splitLast(beforeSubpath, "?");
  const colon = beforeQuery.indexOf(":");
  if (beforeQuery.slice(0, colon).toLowerCase() !== "pkg")
    throw invalid(text, "the scheme", "`pkg:`");
  const rest = beforeQuery.slice(colon + 1).replace(/^\/+/, "");
  const slash = rest.indexOf("/");
  const type = rest.slice(0, Math.max(slash, 0)).toLowerCase();
  if (!TYPE.test(type)) throw invalid(text, "the type", "a letter, then letters, digits, . and -");
  const [way, version] = splitLast(trimSlashes(rest.slice(slash + 1)), "@", "/");
  const names = segments(way).map((part) => decodeSegment(text, part));
  const name = names.pop() ?? "";
  if (name === "") throw invalid(text, "the name", "at least one character");
  return normalizePurl({
    type,
    namespace: names.length === 0 ? undefined : names.join("/"),
    name,
    version: version === undefined || version === "" ? undefined : decode(text, version),
    qualifiers: query === undefined ? undefined : parseQualifiers(text, query),
    subpath:
      subpath === undefined
        ? undefined
        : cleanSubpath(
            segments(subpath)
              .map((part) => decodeSegment(text, part))
              .join("/"),
          ).join("/") || undefined,
  });
}

function parseQualifiers(text: string, query: string): Record<string, string> | undefined {
  const found = new Map<string, string>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const key = pair.slice(0, Math.max(equals, 0)).toLowerCase();
    const value = decode(text, pair.slice(equals + 1));
    if (!QUALIFIER_KEY.test(key) || found.has(key))
      throw invalid(text, `the qualifier "${pair}"`, "unique `key=value` pairs");
    if (value !== "") found.set(key, value);
  }
  return found.size === 0 ? undefined : Object.fromEntries(found);
}

/** At the last `separator`; where `notBefore` is given, only after its last occurrence. */
function splitLast(text: string, separator: string, notBefore?: string): [string, string?] {
  const at = text.lastIndexOf(separator);
  if (at < 0 || (notBefore !== undefined && at < text.lastIndexOf(notBefore))) return [text];
  return [text.slice(0, at), text.slice(at + 1)];
}

function segments(path: string | undefined): string[] {
  return (path ?? "").split("/").filter((part) => part !== "");
}

function cleanSubpath(path: string | undefined): string[] {
  return segments(path).filter((part) => part !== "." && part !== "..");
}

function trimSlashes(text: string): string {
  return segments(text).join("/");
}

/** Everything but letters, digits, `.`, `-`, `_`, `~` and `:` as UTF-8 percent codes. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%3A", ":");
}

function decode(whole: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(whole, `"${text}"`, "UTF-8 in percent codes");
  }
}

function decodeSegment(whole: string, text: string): string {
  const segment = decode(whole, text);
  if (segment.includes("/")) throw invalid(whole, `the segment "${text}"`, "no encoded slash");
  return segment;
}

function invalid(text: string, part: string, allowed: string): UsageError {
  return new UsageError(`"${text}" is no package URL: ${part} must be ${allowed}`, {
    hint: "Write it as pkg:type/namespace/name@version?qualifiers#subpath.",
  });
}
