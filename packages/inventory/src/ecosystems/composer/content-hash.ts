import { createHash } from "node:crypto";
import { isRecord } from "@assay/core";

/** The keys that decide what is locked: https://github.com/composer/composer/blob/main/src/Composer/Package/Locker.php */
const RELEVANT = [
  "name",
  "version",
  "require",
  "require-dev",
  "conflict",
  "replace",
  "provide",
  "minimum-stability",
  "prefer-stable",
  "repositories",
  "extra",
];

const MAX_DEPTH = 64;
/** A number that JavaScript may write otherwise than PHP. */
const ODD_NUMBER = /[:[,]\s*(?:-?\d+[.eE]|-0|-?\d{16})/;

/**
 * The `content-hash` of a `composer.json`: the MD5 of some of its keys, as PHP writes them. `undefined` where JavaScript can't tell what
 * PHP would write: it loses the order of numeric keys, and how a number was written.
 *
 * @param text the file as it stands there
 */
export function contentHash(
  json: Readonly<Record<string, unknown>>,
  text: string,
): string | undefined {
  if (ODD_NUMBER.test(text)) return undefined;
  const relevant = new Map<string, unknown>();
  for (const key of RELEVANT) if (json[key] !== undefined) relevant.set(key, json[key]);
  const { config } = json;
  const platform = isRecord(config) ? config["platform"] : undefined;
  if (platform !== undefined && platform !== null) relevant.set("config", { platform });
  const sorted = [...relevant].sort(([a], [b]) => (a < b ? -1 : 1));
  const written = sorted.map(([key, value]) => [key, write(value, MAX_DEPTH)] as const);
  if (written.some(([, value]) => value === undefined)) return undefined;
  const parts = written.map(([key, value]) => `${quote(key)}:${value}`);
  const content = parts.length === 0 ? "[]" : `{${parts.join(",")}}`;
  return createHash("md5").update(content).digest("hex");
}

/** As `json_encode` of PHP does it without options. */
function write(value: unknown, depth: number): string | undefined {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    const members = value.map((each) => write(each, depth - 1));
    return members.includes(undefined) ? undefined : `[${members.join(",")}]`;
  }
  const entries = Object.entries(value);
  // PHP has one kind of list.
  if (entries.length === 0) return "[]";
  const members: string[] = [];
  for (const [key, each] of entries) {
    const written = write(each, depth - 1);
    if (written === undefined || /^-?\d+$/.test(key)) return undefined;
    members.push(`${quote(key)}:${written}`);
  }
  return `{${members.join(",")}}`;
}

function quote(text: string): string {
  return JSON.stringify(text)
    .replaceAll("/", "\\/")
    .replaceAll(
      /[\u0080-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
