/** What to change in the project so that a package is at a version without known advisories. */
export interface FixSuggestion {
  /** The lockfile, relative to the root. */
  readonly path: string;
  readonly format: string;
  readonly ecosystem: string;
  readonly name: string;
  /** The version that is locked. */
  readonly from: string;
  readonly purl?: string;
  /** The smallest version that is clean by every advisory of the package; absent where none is known. */
  readonly to?: string;
  /** Why there is no such version: a clause without a full stop. */
  readonly noFix?: string;
  readonly updateType?: "major" | "minor" | "patch" | "other";
  /** The same major version, below 1.0 the same minor one: an update that should break nothing. */
  readonly safe?: boolean;
  readonly direct: boolean;
  /** The shortest way from a root, as `name@version`. */
  readonly dependencyPath: readonly string[];
  /**
   * Whether everything that asks for the package takes the new version: `lockfile`: a refresh of the lockfile is enough;
   * `requirement`: a manifest of the project has to ask for it; `override`: other packages hold it back, and the project has to
   * overrule them. Absent without a known fix.
   */
  readonly needs?: "lockfile" | "requirement" | "override";
  /** Who holds it back, as `name@version asks for ^1.2`. */
  readonly heldBy: readonly string[];
  /** Display ids of the groups that it fixes, and all their aliases. */
  readonly fixes: readonly string[];
  readonly ids: readonly string[];
  /** The worst of them; `unknown` counts as high. */
  readonly severity: string;
  /** Advisories of which nobody can tell whether they affect the new version: display ids. */
  readonly undetermined: readonly string[];
  readonly edits: readonly FixEdit[];
  /** Writes the lockfile anew once the edits are made. Every argument is quoted for a POSIX shell. */
  readonly commands: readonly string[];
  /** What a person has to look up or to decide: a sentence. */
  readonly note?: string;
}

/** One thing to write. Nothing is written by itself. */
export type FixEdit =
  | {
      readonly kind: "line";
      readonly file: string;
      readonly line: number;
      /** The line as it is and as it has to be, without indent. */
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: "entries";
      readonly file: string;
      /** Where in the file, such as `overrides`, `pnpm.overrides`, `[tool.uv]`. */
      readonly at: string;
      /** Merged with those of other suggestions; a list becomes one of a TOML array. */
      readonly entries: FixEntries;
    }
  | { readonly kind: "text"; readonly file: string; readonly text: string };

export interface FixEntries {
  readonly [key: string]: string | readonly string[] | FixEntries;
}
