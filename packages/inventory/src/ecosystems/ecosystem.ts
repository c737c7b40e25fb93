import type { Component, PackageGraph } from "../graph.ts";
import type { InstalledFiles } from "../installed/files.ts";
import type { PackageMetadata } from "../installed/metadata.ts";
import type { Origin } from "../origin.ts";

/** What a reader gets: the file that it was called for, and the tree that it stands in. */
export interface ReaderInput {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
  readonly origin: Origin | undefined;
  /** Whether the file is to be compared with the manifests that it was made from. */
  readonly compareManifests: boolean;
  /** Every file outside excluded folders, relative to the root, sorted. */
  readonly paths: readonly string[];
  /** Those inside excluded folders too: members of a workspace may lie there. */
  readonly everyPath: readonly string[];
  /** The text of a file, relative to the root; `undefined` where there is none. @throws UsageError when it can't be read. */
  readText(path: string): Promise<string | undefined>;
  /** Its bytes. @throws UsageError when it can't be read. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
}

/**
 * Reads one file: a graph for each set of roots in it.
 *
 * @throws UsageError when nothing of the file can be understood.
 */
export type Reader = (input: ReaderInput) => Promise<readonly PackageGraph[]>;

/** A file's name, or what its name or its path (relative to the root) matches. */
export type FilePattern = string | RegExp;

/** One kind of file that says which versions a project uses. */
export interface LockFormat {
  /** `package-lock`; `PackageGraph.format` of what is read from it. */
  readonly id: string;
  /** For people: "pnpm". */
  readonly title: string;
  readonly files: readonly FilePattern[];
  /** Only the first of the names in `files` that is present in a folder is read, and all that expressions match. */
  readonly onePerFolder?: boolean;
  /** The command that makes a file fit its manifest again and leaves other versions alone where the tool can, for advice; by path. */
  readonly rewrite?: string | ((path: string) => string);
  /** Loads the reader; absent where the file is known and not read by this version. */
  readonly load?: () => Promise<Reader>;
}

export function rewriteOf(format: LockFormat | undefined, path: string): string | undefined {
  const rewrite = format?.rewrite;
  return typeof rewrite === "function" ? rewrite(path) : rewrite;
}

/** The manifest, and the files that it stands among. */
export type ManifestFile = Pick<ReaderInput, "path" | "paths" | "readText">;

/** A file in which a project asks for packages without saying which versions it gets. */
export interface ManifestFormat {
  readonly files: readonly FilePattern[];
  /** Whether it asks for anything; every such file does where it is not given. @throws UsageError or SyntaxError when it is broken. */
  readonly asks?: (text: string, file: ManifestFile) => boolean | Promise<boolean>;
  /** How its lockfile is written, for advice: a sentence. */
  readonly lockAdvice?: string;
  /** The folder of the build that a manifest is a part of, among all files: those of one build are reported together. */
  readonly build?: (path: string, present: ReadonlySet<string>) => string;
}

/** What an installed package says of itself. */
export interface InstalledPackage {
  readonly name: unknown;
  readonly version: unknown;
  /** The manifest as far as it can hold a licence; absent where the ecosystem's manifests hold none. */
  readonly manifest?: object;
  readonly metadata?: PackageMetadata;
}

export interface FoundPackage extends InstalledPackage {
  /** Its manifest, relative to where it was looked for. */
  readonly path: string;
  /** Where the texts of its licence may lie. */
  readonly folders: readonly string[];
  /** The archive that it was unpacked from, where that would be kept. */
  readonly archive?: string;
}

/**
 * Looks for a package below a folder of `files`: those that may be it, of which the caller takes the one with its name and version.
 */
export type SearchInstalled = (
  component: Component,
  files: InstalledFiles,
  folder: string,
) => Promise<readonly FoundPackage[]>;

/** Where packages are found once they are installed. */
export interface InstalledPackages {
  /** The file below `Component.installPath` that names the package and its licence, where there is one. */
  readonly file?: string;
  /** @returns a clause that says why it can't be used, where it can't. */
  readonly read?: (text: string) => InstalledPackage | string | Promise<InstalledPackage | string>;
  /** Whether licences that are joined by a slash are a choice. */
  readonly slashIsOr?: boolean;
  /** Where else packages lie, relative to the folder of a lockfile. */
  readonly folders?: readonly string[];
  /** Absolute folders of the user that hold packages of every project. */
  readonly caches?: (
    environment: Readonly<Record<string, string | undefined>>,
    home: string,
  ) => readonly (string | undefined)[];
  readonly search?: () => Promise<SearchInstalled>;
}

/** The text at a URL of the registry; `undefined` where there is none. */
export type AskRegistry = (url: string) => Promise<string | undefined>;

/** The public registry of an ecosystem, which says of a version what its manifest says. */
export interface PackageRegistry {
  readonly host: string;
  /** Hosts of its archives: a package that lies elsewhere is none of its. Any where it is not given. */
  readonly archives?: readonly string[];
  /** Milliseconds between two requests, where the registry asks for it. */
  readonly interval?: number;
  readonly load: () => Promise<
    (component: Component, ask: AskRegistry) => Promise<InstalledPackage | undefined>
  >;
}

/** What `properties` is told of a package: all its entries in one document. */
export interface PackageFacts {
  readonly scope: Component["scope"];
  readonly flags: readonly string[];
  readonly installPaths: readonly string[];
}

/** Everything that is known of one ecosystem. Only its own folder knows more. */
export interface Ecosystem {
  /** `npm`, `pypi`: what findings and documents say. */
  readonly id: string;
  /** For people: "Python". */
  readonly title: string;
  /** Where names are made of two parts: the first one (an npm scope, a Maven group) at the start, and what stands behind it. */
  readonly names?: { readonly group: RegExp; readonly separator: string };
  /** What builds and tests the product: no part of it, and read only where it is asked for. */
  readonly about?: "ci";
  readonly formats: readonly LockFormat[];
  readonly manifests?: readonly ManifestFormat[];
  /** Other ecosystems of whose packages its lockfiles hold some: they cover manifests of those too. */
  readonly alsoLocks?: readonly string[];
  /** Folders that hold installed packages, by their names in lower case: they are never walked into. */
  readonly installFolders?: readonly FilePattern[];
  readonly installed?: InstalledPackages;
  readonly registry?: PackageRegistry;
  /** How packages are installed as they are locked, for advice: "Run `npm ci`". */
  readonly installAdvice?: string;
  /** Why a file may name no licences, and what helps: a sentence. */
  readonly noLicensesAdvice?: (format: string) => string | undefined;
  /** Properties of CycloneDX's registered taxonomies (https://github.com/CycloneDX/cyclonedx-property-taxonomy). */
  readonly properties?: (facts: PackageFacts) => readonly (readonly [string, string])[];
}
