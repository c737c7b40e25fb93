/** A package that is accepted for a time, under the one licence that it was looked at with. */
export interface ExceptionEntry {
  /** `name`, `name@version`, `name@range` or a purl; `*` stands for any characters. */
  readonly package: string;
  /** The licence as the package declares it. */
  readonly license: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`; holds through the end of that day in UTC. */
  readonly expires: string;
}

/** What a person found out about a package's licence, bound to the files in which it stands. */
export interface ClarificationEntry {
  /** As in an exception. */
  readonly package: string;
  /** An SPDX expression. */
  readonly license: string;
  readonly files: readonly {
    /** Relative to the package's folder. */
    readonly path: string;
    /** Lower-case hex. */
    readonly sha256: string;
  }[];
  readonly reason: string;
}

/** The part of the config file that is no input. */
export interface LicensesConfig {
  readonly exceptions?: readonly ExceptionEntry[];
  readonly clarifications?: readonly ClarificationEntry[];
}
