import { isRecord, UsageError } from "@assay/core";
import { scanJsonKeys } from "./json-keys.ts";
import { lineCounter } from "./line-counter.ts";

export type Json = Readonly<Record<string, unknown>>;

/** @throws UsageError when it is no JSON object; never with text of the file, which may hold a secret */
export function parseObject(path: string, text: string, hint?: string): Json {
  const details = hint === undefined ? {} : { hint };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON`, details);
  }
  if (!isRecord(json)) throw new UsageError(`${path} is no JSON object`, details);
  return json;
}

/** Where keys stand, by the keys above them and themselves. */
export interface KeyLines {
  line(...path: readonly string[]): number | undefined;
  /** Paths that stand in the text more than once: JSON readers take the last. */
  readonly twice: readonly { readonly path: readonly string[]; readonly line: number }[];
}

/** @param maxDepth how deep keys are looked at; lists count as a level and have no key */
export function keyLines(text: string, maxDepth: number): KeyLines {
  const lines = new Map<string, number>();
  const twice: { path: readonly string[]; line: number }[] = [];
  const above: string[] = [];
  scanJsonKeys(text, (key, depth, line) => {
    if (depth > maxDepth) return;
    above.length = Math.min(above.length, depth - 1);
    while (above.length < depth - 1) above.push("");
    above.push(key);
    const joined = above.join("\0");
    if (lines.has(joined) && !above.includes("")) twice.push({ path: [...above], line });
    else lines.set(joined, line);
  });
  return { line: (...path) => lines.get(path.join("\0")), twice };
}

/** The line on which each text of a JSON document stands first, keys included: for lists, whose members have no keys. */
export function textLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const lineAt = lineCounter(text);
  for (const { 0: quoted, index } of text.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const line = lineAt(index);
    const found: unknown = JSON.parse(quoted);
    if (typeof found === "string" && !lines.has(found)) lines.set(found, line);
  }
  return lines;
}

/** The objects of an object, by key; `odd` gets the key of what is none. */
export function members(
  value: unknown,
  odd: (key: string) => void,
): readonly (readonly [string, Json])[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (isRecord(member)) return [[key, member] as const];
    odd(key);
    return [];
  });
}
