/**
 * What a format of lockfile can tell, for `docs/support.md`. Each ecosystem's folder says it of its formats in `support.ts`, which nothing
 * but the generator of that page loads.
 */
export interface FormatSupport {
  /** Names of its files as people write them, where the declaration has expressions: `*.py.lock`. */
  readonly files?: readonly string[];
  /** Which versions of the format are read, and what happens with others: "5.0 to 9.0; another one is incomplete". */
  readonly versions?: string;
  /**
   * Who needs what: `all` edges as the file resolves them, `some` (the notes say which), or `none`, and then they are said to be
   * unknown.
   */
  readonly edges: "all" | "some" | "none";
  /** Where it is known from what the project asks for itself. */
  readonly direct: "lockfile" | "manifest" | "unknown";
  /** Where it is known from whether a package is needed at run time. */
  readonly scopes: "lockfile" | "manifest" | "reachability" | "unknown";
  /** Of the archive that is downloaded: `all` packages that have one, `some` (as far as the file has them), or `none`. */
  readonly hashes: "all" | "some" | "none";
  /** Whether the file itself states licences. */
  readonly licenses: boolean;
  /** Whether each component has its line. */
  readonly lines: boolean;
  /** What is read beside it, and what can't be known from it: sentences. */
  readonly notes?: readonly string[];
}

/** By the format's id. */
export type EcosystemSupport = Readonly<Record<string, FormatSupport>>;
