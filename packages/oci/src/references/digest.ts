import { createHash, type Hash } from "node:crypto";
import { UsageError } from "@assay/core";

const HEX_DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha512: 128 };

/**
 * Whether a text is a digest that can be checked here: `sha256:` or `sha512:` and lower-case hex.
 * https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
export function isDigest(text: string): boolean {
  const [, algorithm = "", hex = ""] = /^(sha256|sha512):([0-9a-f]+)$/.exec(text) ?? [];
  return hex.length > 0 && hex.length === HEX_DIGITS[algorithm];
}

/** What is wrong with a text that should be a digest, to follow "is <text>: "; `undefined` where nothing is. */
export function digestProblem(text: string): string | undefined {
  if (isDigest(text)) return undefined;
  const [, algorithm = "", hex = ""] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  const digits = HEX_DIGITS[algorithm];
  if (digits === undefined) return "a digest starts with `sha256:` or `sha512:`";
  if (/^[0-9a-fA-F]+$/.test(hex) && /[A-F]/.test(hex))
    return "the hexadecimal digits of a digest are lower-case";
  return `${algorithm} has ${digits} hexadecimal digits; ${hex.length} characters were found`;
}

/** @throws UsageError */
export function checkDigest(text: string): string {
  const problem = digestProblem(text);
  if (problem === undefined) return text;
  throw new UsageError(`The digest is "${text}": ${problem}`, {
    hint: "Write it as `sha256:<64 lower-case hexadecimal digits>`.",
  });
}

/** The hash of a digest's algorithm. @param digest One that `isDigest` takes. */
export function hashFor(digest: string): Hash {
  return createHash(digest.slice(0, digest.indexOf(":")));
}

/** The digest of bytes, by the algorithm of another digest or by SHA-256. */
export function digestOf(bytes: Uint8Array, like = "sha256:"): string {
  return `${like.slice(0, like.indexOf(":"))}:${hashFor(like).update(bytes).digest("hex")}`;
}
