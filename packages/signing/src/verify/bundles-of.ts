import { readdir } from "node:fs/promises";
import { posix, resolve } from "node:path";
import { addTo, compareText } from "@assay/core";
import { type ParsedBundle, parseBundle, VerificationError } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { bundleSuffixes, holdsLines, isBundleName, subjectsOf } from "../targets/bundle-names.ts";

/** More bundles than a file can need are an attack on the reader. */
export const MAX_BUNDLES = 64;

/** Finds the bundles of each file, and lists each folder once. */
export interface BundleFinder {
  /** Paths, the one that the file's own signature has first: as configured, as the specification has it, then the others. */
  of(path: string): Promise<readonly string[]>;
}

/** The names of bundles by the name of the file that they may be about. */
type Listing = ReadonlyMap<string, readonly string[]>;

export function bundleFinder(root: string, suffix: string): BundleFinder {
  const listings = new Map<string, Promise<Listing | undefined>>();
  return {
    async of(path) {
      const folder = posix.dirname(path);
      const listing = listings.get(folder) ?? bundlesIn(resolve(root, folder), suffix);
      listings.set(folder, listing);
      const own = bundleSuffixes(suffix).map((end) => `${posix.basename(path)}${end}`);
      const listed = await listing;
      // A folder may be closed to listing, and its files not.
      const names =
        listed === undefined ? own : ownFirst(own, listed.get(posix.basename(path)) ?? []);
      return names.map((name) => (folder === "." ? name : `${folder}/${name}`));
    },
  };
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
  for (const name of names) {
    if (!isBundleName(name, suffix)) continue;
    const subjects = subjectsOf(name, suffix).filter((subject) => files.has(subject));
    const [subject] = subjects;
    if (subject !== undefined) addTo(found, subject, name);
  }
  return found;
}

/**
 * The bundles that a file holds: one, or one a line. None where there is no such file.
 *
 * @throws VerificationError when it can't be read or holds too many; the bundles of single lines are judged one by one.
 */
export async function readBundles(
  root: string,
  place: string,
): Promise<readonly (() => ParsedBundle)[]> {
  const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
  if ("problem" in read && read.problem === "absent") return [];
  if ("problem" in read) throw unreadable(place, read);
  if (!holdsLines(place)) return [() => parseBundle(read.bytes)];
  const lines = read.bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length === 0 || lines.length > MAX_BUNDLES) {
    throw new VerificationError("malformed-bundle", `${place} holds ${lines.length} lines`, {
      expected: `1 to ${MAX_BUNDLES} bundles, one a line`,
    });
  }
  return lines.map((line) => () => parseBundle(Buffer.from(line)));
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
