import type { Hash } from "./graph.ts";

/** By SRI name: the name in CycloneDX and the length in bytes. */
const ALGORITHMS: ReadonlyMap<string, { readonly name: string; readonly length: number }> = new Map(
  [
    ["md5", { name: "MD5", length: 16 }],
    ["sha1", { name: "SHA-1", length: 20 }],
    ["sha256", { name: "SHA-256", length: 32 }],
    ["sha384", { name: "SHA-384", length: 48 }],
    ["sha512", { name: "SHA-512", length: 64 }],
  ],
);

const MAX_HASHES = 64;

/**
 * The hashes of a Subresource Integrity string (https://www.w3.org/TR/SRI/): `algorithm-base64`, several separated by
 * spaces, options after `?` ignored. Sorted, each once. `invalid` says that a part was not understood.
 */
export function parseIntegrity(text: string): {
  readonly hashes: readonly Hash[];
  readonly invalid: boolean;
} {
  // One hash is what nearly every entry has.
  const only = /\s/.test(text) || text === "" ? undefined : parseOne(text);
  if (only !== undefined) return { hashes: [only], invalid: false };
  const hashes = new Map<string, Hash>();
  const parts = text.split(/\s+/).filter((part) => part !== "");
  let invalid = parts.length > MAX_HASHES;
  for (const part of parts.slice(0, MAX_HASHES)) {
    const hash = parseOne(part);
    if (hash === undefined) invalid = true;
    else hashes.set(`${hash.algorithm} ${hash.value}`, hash);
  }
  const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hash]) => hash);
  return { hashes: sorted, invalid };
}

function parseOne(part: string): Hash | undefined {
  const dash = part.indexOf("-");
  const algorithm = ALGORITHMS.get(part.slice(0, Math.max(dash, 0)).toLowerCase());
  const [base64 = ""] = part.slice(dash + 1).split("?", 1);
  if (algorithm === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length !== algorithm.length) return undefined;
  return { algorithm: algorithm.name, value: bytes.toString("hex") };
}
