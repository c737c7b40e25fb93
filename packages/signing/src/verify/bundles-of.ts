import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { posix, resolve } from "node:path";
import { addTo, compareText, statusAt } from "@assay/core";
import { type ParsedBundle, type SignedArtifact, VerificationError } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { detachedSignature, readSignatures } from "@assay/sigstore/older";
import {
  bundleSuffixes,
  holdsLines,
  isBundleName,
  isSharedName,
  subjectsOf,
} from "../targets/bundle-names.ts";
import { CERTIFICATE_ENDS, olderNames } from "../targets/older-names.ts";

/** More bundles than a file can need are an attack on the reader. */
export const MAX_BUNDLES = 64;

/** Finds the bundles of each file, and lists each folder once. */
export interface BundleFinder {
  /**
   * Paths, the one that the file's own signature has first: as configured, as the specification has it, then the others, and
   * signatures in older formats last.
   */
  of(path: string, artifact: SignedArtifact): Promise<readonly string[]>;
}

/** A signature of a file: a bundle, or what becomes one when it is opened. */
export interface HeldBundle {
  /** Of its bytes as they lie there, in hex. */
  readonly sha256: string;
  open(artifact: SignedArtifact): Promise<ParsedBundle>;
}

interface Listing {
  readonly names: readonly string[];
  /** The names of bundles by the name of the file that they may be about. */
  readonly bundles: ReadonlyMap<string, readonly string[]>;
  /** Bundles that are named after no file: they may be about any. */
  readonly shared: readonly string[];
}

export function bundleFinder(root: string, suffix: string): BundleFinder {
  const listings = new Map<string, Promise<Listing | undefined>>();
  return {
    async of(path, artifact) {
      const folder = posix.dirname(path);
      const listing = listings.get(folder) ?? bundlesIn(resolve(root, folder), suffix);
      listings.set(folder, listing);
      const own = bundleSuffixes(suffix).map((end) => `${posix.basename(path)}${end}`);
      const listed = await listing;
      // A folder may be closed to listing, and its files not.
      const names =
        listed === undefined
          ? own
          : [
              ...ownFirst(own, listed.bundles.get(posix.basename(path)) ?? []),
              ...listed.shared,
              ...(await older(posix.basename(path), artifact, listed.names)),
            ];
      return names.map((name) => (folder === "." ? name : `${folder}/${name}`));
    },
  };
}

/** The digest is asked for only where a name may hold it. */
async function older(
  name: string,
  artifact: SignedArtifact,
  there: readonly string[],
): Promise<readonly string[]> {
  const isByDigest = there.some((each) => each.startsWith("sha256"));
  const digests = isByDigest ? await artifact.digests(["sha256"]) : undefined;
  return olderNames(name, digests?.get("sha256")?.toString("hex") ?? "", there);
}

function ownFirst(own: readonly string[], there: readonly string[]): readonly string[] {
  return [
    ...own.filter((name) => there.includes(name)),
    ...there.filter((name) => !own.includes(name)),
  ];
}

/** A whole name that is a file's goes before one with a kind. `undefined` where the folder can't be listed. */
async function bundlesIn(folder: string, suffix: string): Promise<Listing | undefined> {
  const names = (await readdir(folder).catch(() => undefined))?.sort(compareText);
  if (names === undefined) return undefined;
  const files = new Set(names);
  const found = new Map<string, string[]>();
  const shared: string[] = [];
  for (const name of names) {
    if (!isBundleName(name, suffix)) continue;
    const subjects = subjectsOf(name, suffix).filter((subject) => files.has(subject));
    const [subject] = subjects;
    if (subject !== undefined) addTo(found, subject, name);
    else if (isSharedName(name)) shared.push(name);
  }
  return { names, bundles: found, shared };
}

/**
 * The bundles that a file holds: one, several, or some a line. None where there is no such file.
 *
 * @throws VerificationError when it can't be read or holds too many; the bundles of single lines are judged one by one.
 */
export async function readBundles(root: string, place: string): Promise<readonly HeldBundle[]> {
  const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
  if ("problem" in read && read.problem === "absent") return [];
  if ("problem" in read) throw unreadable(place, read);
  if (place.endsWith(".sig") && read.bytes[0] !== 0x7b) {
    const beside = await Promise.all(
      CERTIFICATE_ENDS.map((end) => statusAt(resolve(root, place.replace(/\.sig$/, end)))),
    );
    const hasCertificate = beside.some((status) => status !== undefined);
    return [{ sha256: sha256(read.bytes), open: detachedSignature(read.bytes, hasCertificate) }];
  }
  if (!holdsLines(place)) return held(read.bytes);
  const lines = read.bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length === 0 || lines.length > MAX_BUNDLES) {
    throw new VerificationError("malformed-bundle", `${place} holds ${lines.length} lines`, {
      expected: `1 to ${MAX_BUNDLES} bundles, one a line`,
    });
  }
  return lines.flatMap((line) => {
    const bytes = Buffer.from(line);
    try {
      return held(bytes);
    } catch (error) {
      return [{ sha256: sha256(bytes), open: async () => Promise.reject(error) }];
    }
  });
}

function held(bytes: Buffer): readonly HeldBundle[] {
  return readSignatures(bytes).map((open) => ({ sha256: sha256(bytes), open }));
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function unreadable(
  place: string,
  read: { readonly problem: "irregular" } | { readonly problem: "large"; readonly size: number },
): VerificationError {
  if (read.problem === "irregular") {
    return new VerificationError("unreadable", `${place} is a link or no regular file`);
  }
  return new VerificationError("malformed-bundle", `${place} is too large`, {
    expected: `at most ${MAX_BUNDLE_BYTES} bytes`,
    found: `${read.size} bytes`,
  });
}
