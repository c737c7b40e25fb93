import { compareText, isRecord } from "@assay/core";
import { tufError } from "./error.ts";

/**
 * Canonical JSON as TUF signs it (OLPC): sorted keys, no white space, in texts only quotation marks and backslashes escaped, no
 * fractions. Of the value as it was received, so that fields which nobody knows here are signed too.
 */
export function canonicalJson(value: unknown): Buffer {
  return Buffer.from(textOf(value), "utf8");
}

function textOf(value: unknown): string {
  if (typeof value === "string") return `"${value.replace(/["\\]/g, "\\$&")}"`;
  if (value === null || typeof value === "boolean") return String(value);
  if (Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join(",")}]`;
  if (!isRecord(value)) throw tufError("metadata holds a number that nobody can sign");
  const names = Object.keys(value).sort(compareText);
  return `{${names.map((name) => `${textOf(name)}:${textOf(value[name])}`).join(",")}}`;
}
