import { uncheckedProblems } from "../../assemble/gaps.ts";
import type { Hash } from "../../graph.ts";
import type { Problem, PythonEntry } from "./entry.ts";

/** By the name in Python's lockfiles: the name in CycloneDX and the length in hex digits. */
const ALGORITHMS: ReadonlyMap<string, readonly [name: string, digits: number]> = new Map([
  ["md5", ["MD5", 32]],
  ["sha1", ["SHA-1", 40]],
  ["sha224", ["SHA-224", 56]],
  ["sha256", ["SHA-256", 64]],
  ["sha384", ["SHA-384", 96]],
  ["sha512", ["SHA-512", 128]],
  ["sha3_256", ["SHA3-256", 64]],
  ["sha3_384", ["SHA3-384", 96]],
  ["sha3_512", ["SHA3-512", 128]],
  ["blake2b", ["BLAKE2b-512", 128]],
]);

/** `sha256:<hex>`; `undefined` where it is no hash that is known. */
export function parseHash(text: string): Hash | undefined {
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : toHash(text.slice(0, colon), text.slice(colon + 1));
}

/** A hash by the algorithm's name in Python's hashlib. */
export function toHash(algorithm: string, hex: string): Hash | undefined {
  const [name, digits] = ALGORITHMS.get(algorithm.toLowerCase()) ?? [];
  if (name === undefined || hex.length !== digits || !/^[0-9a-f]+$/i.test(hex)) return undefined;
  return { algorithm: name, value: hex.toLowerCase() };
}

/** How many packages of an index or a server have no checksum, as one problem at the first of them. A git commit is one. */
export function integrityProblems(
  entries: readonly PythonEntry[],
  advice?: string,
): readonly Problem[] {
  // Of what has no version yet no file is known that a hash could be of.
  const downloaded = entries.filter(
    ({ source: { kind }, version }) =>
      (kind === "registry" && version !== undefined) || kind === "archive",
  );
  const isChecked = ({ artifacts }: PythonEntry) =>
    artifacts.some(({ hashes }) => hashes.length > 0);
  const path = downloaded.find((each) => !isChecked(each))?.path;
  return uncheckedProblems(downloaded, isChecked, "packages that are downloaded have no hash").map(
    (problem) => ({
      ...problem,
      ...(path === undefined ? {} : { path }),
      ...(advice === undefined ? {} : { advice }),
    }),
  );
}
