import type { Skipped } from "../../graph.ts";
import type { ImageEvidence } from "../reader.ts";

/** What one entry of a package database says, whatever the distribution. */
export interface OsPackage {
  readonly name: string;
  /** As the distribution's own tools compare it, with the epoch; absent where a broken state has none. */
  readonly version?: string | undefined;
  readonly arch?: string | undefined;
  readonly epoch?: number | undefined;
  /** The licence exactly as the database says it. */
  readonly license?: string | undefined;
  readonly source?: { readonly name: string; readonly version?: string } | undefined;
  /** `upstream` of the purl, where it is not the source's name and version: the file name of a source rpm. */
  readonly upstream?: string | undefined;
  /** Who made it: a hint at the distribution where nothing else names it. */
  readonly vendor?: string | undefined;
  readonly requires?: readonly Requirement[] | undefined;
  /** Other names under which it can be required. */
  readonly provides?: readonly string[] | undefined;
  /** Somebody asked for it by name; `undefined` where the database does not know. */
  readonly direct?: boolean | undefined;
  /** Files that it owns, as the database writes them; separated by line feeds, for there may be 100,000. */
  readonly files?: string | undefined;
  /** Of the purl, where it is not the distribution: a category. */
  readonly namespace?: string | undefined;
  /** Where the record says the purl itself. */
  readonly purl?: string | undefined;
  readonly qualifiers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly properties?: readonly (readonly [name: string, value: string])[] | undefined;
  /** Of its entry, where the database is text. */
  readonly line?: number | undefined;
}

/** Something that one package needs: any one of several. */
export interface Requirement {
  readonly anyOf: readonly string[];
  /** As it is written. */
  readonly text: string;
}

/** The name in a requirement of apk or pacman: `so:libc.so.1` of `so:libc.so.1=1`, `python3` of `python3~3.12@edge`. */
export function requiredName(text: string): string {
  return /^[^<>=~@]+/.exec(text)?.[0] ?? text;
}

/** One version of one database. */
export interface OsDatabase {
  readonly packages: readonly OsPackage[];
  /** What in it was not understood: clauses without a full stop. */
  readonly problems: readonly string[];
}

/** What tells since when a package has been there: all that is kept of versions that are hidden. */
export function keysOnly<T extends OsDatabase>(database: T): T {
  // Parts of a text would keep all of it.
  const own = (text: string | undefined) => text && Buffer.from(text).toString();
  const packages = database.packages.map(({ name, version, arch }) => ({
    name: own(name) ?? "",
    version: own(version),
    arch: own(arch),
  }));
  return { ...database, packages, problems: [] };
}

/** A package of the image, and where it stands. */
export interface PlacedPackage extends OsPackage {
  readonly path: string;
  readonly layer: number;
  readonly since: number;
  readonly evidence?: ImageEvidence;
}

/** What tells two packages of one database apart. */
export function packageKey({ name, version = "", arch = "" }: OsPackage): string {
  return `${name}\n${version}\n${arch}`;
}

/** Of one database: what is broken in a hundred places is broken. */
const MAX_PROBLEMS = 10;

/** A finding for each thing that was not understood in a database; of many the first, and how many more. */
export function unreadable(path: string, problems: readonly string[]): readonly Skipped[] {
  const more = problems.length - MAX_PROBLEMS;
  return [
    ...problems.slice(0, MAX_PROBLEMS),
    ...(more > 0 ? [`${more} more of its entries can't be read`] : []),
  ].map((reason) => ({ kind: "unreadable", item: path, reason }));
}
