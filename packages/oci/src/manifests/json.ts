import { isUtf8 } from "node:buffer";
import { repeatedField } from "@assay/core";
import { StoreError } from "../error.ts";

/** Bytes of a manifest that are read: the specification asks registries to take 4 MiB at least. */
export const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;
const MAX_DEPTH = 64;

/**
 * A JSON object that came from outside: UTF-8, no field twice (of which one reader sees the first and another the last), at most 64
 * levels.
 *
 * @param what For messages: "the manifest sha256:… of registry.example/app".
 * @throws StoreError `malformed`
 */
export function strictJson(bytes: Uint8Array, what: string): Readonly<Record<string, unknown>> {
  const malformed = (reason: string) => new StoreError("malformed", `${what} ${reason}`);
  if (bytes.length > MAX_MANIFEST_BYTES)
    throw malformed(`has ${bytes.length} bytes; at most ${MAX_MANIFEST_BYTES} are read`);
  if (!isUtf8(bytes)) throw malformed("is no UTF-8 text");
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  // JSON.parse itself recurses, so depth is counted first.
  if (depthOf(text) > MAX_DEPTH) throw malformed(`is nested more than ${MAX_DEPTH} levels deep`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("is no JSON");
  }
  const twice = repeatedField(text);
  if (twice !== undefined)
    throw malformed(`has the field "${twice.slice(0, 100)}" twice in one object`);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw malformed("is no JSON object");
  return value as Readonly<Record<string, unknown>>;
}

function depthOf(text: string): number {
  let [depth, deepest, isQuoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isQuoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) isQuoted = false;
    } else if (code === 0x22) isQuoted = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return deepest;
}
