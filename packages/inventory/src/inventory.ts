import { expectInput, MAX_FILE_BYTES, UsageError } from "@assay/core";
import { type AbsentFile, absentLockfiles } from "./absent.ts";
import { graphWithoutCredentials, withoutCredentials } from "./credentials.ts";
import {
  type Choice,
  discover,
  type Exclusion,
  exclusion,
  type FoundLockfile,
} from "./discover.ts";
import { type Ecosystem, type ReaderInput, rewriteOf } from "./ecosystems/ecosystem.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";
import type { Inventory, PackageGraph, Skipped } from "./graph.ts";
import { decodeLockfile } from "./lockfile-text.ts";
import type { Origin } from "./origin.ts";
import { orphanGaps } from "./orphans.ts";
import { isBelow } from "./paths.ts";
import { recorded, type SeenLockfiles, seenBefore } from "./seen.ts";
import { concerns } from "./selection/member.ts";
import type { FileSource } from "./source.ts";
import { unlockedManifests, withoutNeeds } from "./unlocked.ts";

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

export interface InventoryOptions {
  /** What first-party packages are called after. */
  readonly origin?: Origin | undefined;
  /** Which files are left out, beyond those of installed packages, fixtures and the like. */
  readonly choice?: Partial<Choice>;
  /** The only lockfiles that are read, wherever they lie. */
  readonly lockfiles?: readonly FoundLockfile[] | undefined;
  /** Read only what may say something of the packages of this folder, relative to the root. */
  readonly within?: string | undefined;
  /** What git tracks and is not in the work tree, or only as a pointer. */
  readonly absent?: readonly AbsentFile[];
  /** Whether lockfiles are compared with the manifests that they were made from; yes where it is not given. */
  readonly compareManifests?: boolean;
  /** Filled with what is read; where manifests are not compared, taken from. */
  readonly seen?: SeenLockfiles;
  /** Those that products are made of where it is not given. */
  readonly ecosystems?: readonly Ecosystem[];
}

/**
 * Reads every lockfile of the source. A lockfile that is broken or of an ecosystem without a reader is in `skipped`, like a
 * folder that can't be listed; it never stops the others.
 */
export async function readInventory(
  source: FileSource,
  options: InventoryOptions = {},
): Promise<Inventory> {
  const { ecosystems = ECOSYSTEMS, choice = {}, lockfiles, within, absent = [] } = options;
  const isAboutCi = ecosystems.some(({ about }) => about === "ci");
  const excluded: Exclusion = (path) => exclusion(path, isAboutCi) ?? choice.excluded?.(path);
  // A pointer of Git LFS stands where the lockfile would.
  const isAbsent = new Set(absent.map(({ path }) => path));
  const all = (await source.list()).filter((path) => !isAbsent.has(path));
  const paths = all.filter((path) => excluded(path) === undefined);
  const { found, skipped } =
    lockfiles === undefined
      ? await lookFor(source, all, { ...options, choice: { ...choice, excluded } })
      : await named(source, all, { ...options, lockfiles });
  const readText = textReader(source, MAX_MANIFEST_BYTES);
  const graphs: PackageGraph[] = [];
  for (const each of found) {
    try {
      for (const graph of await readOrSeen(source, each, { paths, everyPath: all }, options))
        graphs.push(await withoutNeeds(graph, { paths, readText }));
    } catch (error) {
      skipped.push(broken(each, asUsageError(each.path, error)));
    }
  }
  const looked = { graphs, skipped: [...skipped], readText };
  for (const ecosystem of lockfiles === undefined ? ecosystems : []) {
    const asked = paths.filter(
      (path) =>
        (within === undefined || isBelow(path, within)) &&
        choice.unselected?.(path, ecosystem.id) === undefined,
    );
    skipped.push(...(await unlockedManifests(ecosystem, { ...looked, paths: asked })));
  }
  // A workspace has modules among its examples: what a graph covers was looked at.
  const covered = new Set(graphs.flatMap(({ covers }) => covers));
  const left = skipped.filter(({ item, kind }) => kind !== "excluded" || !covered.has(item));
  return { graphs, skipped: left.sort((a, b) => (a.item < b.item ? -1 : 1)) };
}

interface Found {
  readonly found: readonly FoundLockfile[];
  readonly skipped: Skipped[];
}

async function lookFor(
  source: FileSource,
  all: readonly string[],
  { ecosystems = ECOSYSTEMS, within, absent = [], choice = {} }: InventoryOptions,
): Promise<Found> {
  const isNear = (path: string) => within === undefined || concerns(path, within);
  const { found, skipped } = discover(all.filter(isNear), ecosystems, choice);
  const near = absent.filter(({ path }) => isNear(path));
  const unreadable = (await source.unreadable?.()) ?? [];
  return {
    found,
    skipped: [
      ...skipped,
      ...absentLockfiles(near, ecosystems, choice),
      ...unreadable
        .filter(({ item }) => isNear(`${item}/`))
        .map((folder) => ({ ...folder, kind: "unreadable" as const })),
    ],
  };
}

/** The lockfiles that a person names. @throws UsageError for one that is not there. */
async function named(
  source: FileSource,
  all: readonly string[],
  { lockfiles = [], ecosystems = ECOSYSTEMS, absent = [] }: InventoryOptions,
): Promise<Found> {
  const isNamed = new Set(lockfiles.map(({ path }) => path));
  const skipped = [
    ...absentLockfiles(
      absent.filter(({ path }) => isNamed.has(path)),
      ecosystems,
    ),
  ];
  const gone = new Set(skipped.map(({ item }) => item));
  const found = lockfiles.filter(({ path }) => !gone.has(path));
  for (const { path } of found) {
    if (!all.includes(path) && (await source.read(path, MAX_FILE_BYTES)) === undefined) {
      throw new UsageError(`There is no lockfile ${JSON.stringify(path)}`, {
        hint: "Check the path; a relative one begins at the working directory.",
      });
    }
  }
  return { found, skipped };
}

/** What is nested so deeply that no reader gets to its end can't be read, like what is broken in another way. */
function asUsageError(path: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  if (error instanceof RangeError)
    return new UsageError(`${path} is nested too deeply, or too large, to be read`);
  throw error;
}

function broken({ path, ecosystem, format }: FoundLockfile, error: UsageError): Skipped {
  const command = rewriteOf(format, path);
  const rewrite = `Write it again with ${command === undefined ? "its package manager" : `\`${command}\``}`;
  return {
    item: path,
    reason: withoutCredentials(error.message),
    advice: error.hint ?? `${rewrite} and commit it.`,
    kind: "unreadable",
    ecosystem: ecosystem.id,
  };
}

async function readOrSeen(
  source: FileSource,
  each: FoundLockfile,
  listed: Pick<ReaderInput, "paths" | "everyPath">,
  options: InventoryOptions,
): Promise<readonly PackageGraph[]> {
  const { seen, compareManifests = true } = options;
  const lockfile = { ecosystem: each.ecosystem.id, path: each.path, listed };
  const read = (from: FileSource) => readOne(from, each, listed, options);
  if (seen === undefined) return read(source);
  if (compareManifests) return recorded(seen, lockfile, source, read);
  return (await seenBefore(seen, lockfile, source)) ?? read(source);
}

async function readOne(
  source: FileSource,
  { path, format }: FoundLockfile,
  listed: Pick<ReaderInput, "paths" | "everyPath">,
  { origin, compareManifests = true }: InventoryOptions,
): Promise<readonly PackageGraph[]> {
  const readText = textReader(source, MAX_FILE_BYTES);
  const text = await readText(path);
  if (text === undefined) throw new UsageError(`${path} is listed and can't be read`);
  expectInput(text.length);
  const read = await format.load?.();
  const readBytes = (file: string) => source.read(file, MAX_FILE_BYTES);
  const input = { path, text, origin, compareManifests, ...listed, readText, readBytes };
  const graphs = (await read?.(input)) ?? [];
  return graphs.map((graph) =>
    graphWithoutCredentials({ ...graph, gaps: [...graph.gaps, ...orphanGaps(graph)] }),
  );
}

function textReader(source: FileSource, maxBytes: number) {
  return async (path: string): Promise<string | undefined> => {
    const bytes = await source.read(path, maxBytes);
    return bytes === undefined ? undefined : decodeLockfile(path, bytes);
  };
}
