/*
 * Strict readers for proto3 JSON: lowerCamelCase keys, enums by name, padded standard base64, int64 as decimal text.
 * The generated readers of protobuf-specs take almost anything, so the shape is checked before they see it.
 */

import { describeValue } from "./describe-value.ts";

type Fail = (path: string, problem: string) => never;

export interface ProtoReader {
  readonly path: string;
  /** The field names that are there and not null. */
  readonly present: readonly string[];
  has(name: string): boolean;
  text(name: string): string;
  /** @returns `fallback` when the field is absent; proto3 leaves zero values out. */
  integer(name: string, fallback?: bigint): bigint;
  bytes(name: string, maxBytes?: number): Buffer;
  choice(name: string, allowed: readonly string[]): string;
  object(name: string, allowed: readonly string[]): ProtoReader;
  list(name: string, maximum: number, allowed: readonly string[]): readonly ProtoReader[];
  byteList(name: string, maximum: number): readonly Buffer[];
}

const MAX_INT64 = 2n ** 63n - 1n;

export function protoReader(
  value: unknown,
  path: string,
  allowed: readonly string[],
  fail: Fail,
): ProtoReader {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return fail(path, "is no object");
  }
  for (const name of Object.keys(value)) {
    if (!allowed.includes(name)) {
      fail(`${path}.${name.slice(0, 60)}`, `is no known field; there are ${allowed.join(", ")}`);
    }
  }
  const fields = new Map(Object.entries(value).filter(([, entry]) => entry !== null));
  const at = (name: string): string => `${path}.${name}`;
  const required = (name: string): unknown =>
    fields.has(name) ? fields.get(name) : fail(at(name), "is missing");
  const list = (name: string, maximum: number): readonly unknown[] => {
    const found = fields.get(name) ?? [];
    if (!Array.isArray(found)) return fail(at(name), "is no list");
    if (found.length > maximum) {
      return fail(at(name), `has ${found.length} entries; at most ${maximum} are allowed`);
    }
    return found;
  };
  return {
    path,
    present: [...fields.keys()],
    has: (name) => fields.has(name),
    text: (name) => {
      const found = required(name);
      return typeof found === "string" ? found : fail(at(name), "is no string");
    },
    integer: (name, fallback) => {
      if (!fields.has(name) && fallback !== undefined) return fallback;
      const found = required(name);
      // protojson also takes numbers; beyond 2^53 JSON has rounded them already.
      const text = Number.isSafeInteger(found) ? String(found) : found;
      if (typeof text !== "string" || !/^(0|[1-9][0-9]{0,18})$/.test(text)) {
        return fail(at(name), "is no decimal integer from 0");
      }
      const integer = BigInt(text);
      return integer <= MAX_INT64 ? integer : fail(at(name), "is beyond 64 bits");
    },
    bytes: (name, maxBytes) => decode(required(name), at(name), maxBytes, fail),
    choice: (name, choices) => {
      const found = required(name);
      if (typeof found === "string" && choices.includes(found)) return found;
      return fail(at(name), `is ${describeValue(found)}; ${choices.join(", ")} are allowed`);
    },
    object: (name, keys) => protoReader(required(name), at(name), keys, fail),
    list: (name, maximum, keys) =>
      list(name, maximum).map((entry, index) =>
        protoReader(entry, `${at(name)}[${index}]`, keys, fail),
      ),
    byteList: (name, maximum) =>
      list(name, maximum).map((entry, index) =>
        decode(entry, `${at(name)}[${index}]`, undefined, fail),
      ),
  };
}

function decode(value: unknown, path: string, maxBytes: number | undefined, fail: Fail): Buffer {
  if (
    typeof value !== "string" ||
    value.length % 4 !== 0 ||
    !/^[A-Za-z0-9+/]*={0,2}$/.test(value)
  ) {
    return fail(path, "is no padded standard base64");
  }
  const bytes = Buffer.from(value, "base64");
  if (bytes.length === 0) return fail(path, "is empty");
  // Stray bits in the last character: two texts for the same bytes.
  const tail = bytes.subarray(bytes.length - (bytes.length % 3 || 3));
  if (tail.toString("base64") !== value.slice(-4)) {
    return fail(path, "is no canonical base64");
  }
  if (maxBytes !== undefined && bytes.length > maxBytes) {
    return fail(path, `has ${bytes.length} bytes; at most ${maxBytes} are allowed`);
  }
  return bytes;
}
