import { isUtf8 } from "node:buffer";

const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const ALL_ZEROS = /^(?:0{40}|0{64})$/;

/** How an event says that there is no commit. */
export const ZEROS = "0".repeat(40);

/** Whether a value from outside is a full object name in lower case. */
export function isObjectName(value: unknown): value is string {
  return typeof value === "string" && OBJECT_NAME.test(value);
}

/** Whether it is the name that stands for "no object". */
export function isNull(name: string): boolean {
  return ALL_ZEROS.test(name);
}

/** The first ten characters, for people. */
export function shortName(name: string): string {
  return name.slice(0, 10);
}

const ESCAPE = 0xdc00;

/**
 * A path as text. Git's paths are bytes: those that are no UTF-8 become U+DC80..U+DCFF, one each, so that two different paths
 * never become one, and `encodePath` finds the way back (Python's PEP 383 does the same). Written as UTF-8 they turn into U+FFFD.
 */
export function decodePath(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(text)) return text.toString("utf8");
  let path = "";
  for (let at = 0; at < text.length; ) {
    const length = characterLength(text, at);
    path +=
      length === 0
        ? String.fromCharCode(ESCAPE + (text[at] ?? 0))
        : text.toString("utf8", at, at + length);
    at += Math.max(length, 1);
  }
  return path;
}

/** The bytes of the UTF-8 character at `at`; 0 where none stands there. */
function characterLength(text: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= text.length; length++) {
    if (isUtf8(text.subarray(at, at + length))) return length;
  }
  return 0;
}

export function encodePath(path: string): Buffer {
  const parts = path
    .split(/([\udc80-\udcff])/)
    .map((part) =>
      /^[\udc80-\udcff]$/.test(part)
        ? Buffer.of(part.charCodeAt(0) - ESCAPE)
        : Buffer.from(part, "utf8"),
    );
  return Buffer.concat(parts);
}
