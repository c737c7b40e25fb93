const MAX_NAME = 4096;
const MAX_COMPONENTS = 256;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text of bytes that should be UTF-8; where they are not, what is not ASCII is written `\xe9`. */
export function decodeName(bytes: Buffer): string {
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] as number) >= 0x80) return decodeWide(bytes);
  }
  return bytes.toString("latin1");
}

function decodeWide(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes
      .toString("latin1")
      .replace(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
  }
}

/** The bytes up to the first NUL. */
export function field(block: Buffer, start: number, length: number): Buffer {
  let end = start;
  while (end < start + length && block[end] !== 0) end++;
  return block.subarray(start, end);
}

const NEEDS_CLEANING = /^\/|\/\/|(?:^|\/)\.\.?(?:\/|$)|\/$|\0/;

/**
 * A path without `/` at either end, `//` and `.`: all of them mean the same file.
 *
 * @returns `refused`: why it can be no path of an image, as a clause
 */
export function cleanPath(name: string): { readonly path: string; readonly refused?: string } {
  if (name.length > MAX_NAME) return refused(name.slice(0, 200), "its name is over 4,096 bytes");
  if (!NEEDS_CLEANING.test(name)) return deep(name) ?? { path: name };
  if (name.includes("\0")) return refused(name, "its name has a NUL byte");
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  // A name that leaves the root, or only seems to, has no honest use: it isn't guessed where it was to lead.
  if (parts.includes("..")) return refused(name, "its name has `..`");
  const path = parts.join("/");
  return deep(path) ?? { path };
}

function deep(path: string) {
  if (path.length < MAX_COMPONENTS) return undefined;
  return path.split("/").length > MAX_COMPONENTS
    ? refused(path.slice(0, 200), "its name has over 256 folders")
    : undefined;
}

function refused(path: string, reason: string) {
  return { path, refused: reason };
}
