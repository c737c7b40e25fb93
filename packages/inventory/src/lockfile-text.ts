import { UsageError } from "@assay/core";

/**
 * The text of a lockfile without its byte order mark. UTF-16 with a mark is read too: PowerShell writes it.
 *
 * @throws UsageError when it is neither UTF-8 nor marked UTF-16, or holds the markers of a merge conflict.
 */
export function decodeLockfile(path: string, bytes: Uint8Array): string {
  const text = decode(path, bytes);
  if (/^<{7} /m.test(text) && /^>{7} /m.test(text)) {
    throw new UsageError(`${path} holds the markers of a merge conflict`, {
      hint: "Resolve the conflict and write the lockfile again.",
    });
  }
  return text;
}

function decode(path: string, bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not UTF-8 text`);
  }
}
