import type { Hash } from "../../graph.ts";
import type { GemChecksum } from "./parse.ts";

/** By the name in the lockfile: the name in CycloneDX and the length in hex digits. */
const ALGORITHMS: ReadonlyMap<string, readonly [name: string, digits: number]> = new Map([
  ["md5", ["MD5", 32]],
  ["sha1", ["SHA-1", 40]],
  ["sha256", ["SHA-256", 64]],
  ["sha384", ["SHA-384", 96]],
  ["sha512", ["SHA-512", 128]],
]);

/** The digests of a `.gem` file: `sha256=<hex>,sha512=<hex>`. `undefined` where a part was not understood. */
export function readDigests({ digests }: GemChecksum): readonly Hash[] | undefined {
  if (digests === undefined) return [];
  const hashes: Hash[] = [];
  for (const part of digests.split(",")) {
    const [algorithm = "", value = ""] = part.split("=", 2);
    const [name, digits] = ALGORITHMS.get(algorithm) ?? [];
    if (name === undefined || value.length !== digits || !/^[0-9a-f]+$/i.test(value))
      return undefined;
    hashes.push({ algorithm: name, value: value.toLowerCase() });
  }
  return hashes;
}
