import { UsageError } from "@assay/core";

/** What a type looks like once it is in lower case. */
export const TYPE = /^[a-z][a-z0-9.-]*$/;
export const TYPE_ALLOWED = "a letter, then letters, digits, . and -";
export const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;
export const QUALIFIER_KEY_ALLOWED =
  "a lower-case letter, then lower-case letters, digits, ., _ and -";

const PLAIN = /^[A-Za-z0-9._~:-]*$/;
const MAX_SHOWN = 200;

/** The segments of a path; empty ones are dropped. */
export function segments(path: string | undefined): string[] {
  return (path ?? "").split("/").filter((part) => part !== "");
}

export function subpathSegments(path: string | undefined): string[] {
  return segments(path).filter((part) => part !== "." && part !== "..");
}

/** Everything but letters, digits, `.`, `-`, `_`, `~` and `:` as UTF-8 percent codes. */
export function encode(text: string): string {
  if (PLAIN.test(text)) return text;
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%3A", ":");
}

/** @throws UsageError about `whole` when the percent codes are no UTF-8. */
export function decode(whole: string, text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidPurl(whole, `"${shorten(text)}"`, "UTF-8 in percent codes");
  }
}

export function invalidPurl(text: string, part: string, allowed: string): UsageError {
  return new UsageError(`"${shorten(text)}" is no package URL: ${part} must be ${allowed}`, {
    hint: "Write it as pkg:type/namespace/name@version?qualifiers#subpath.",
  });
}

function shorten(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
