import { type Location, UsageError } from "@assay/core";
import { type PackageSelector, packageSelector } from "@assay/purl";
import type { Justification } from "../vex/statement.ts";
import type { Vulnerability } from "../vulnerability.ts";

/** An entry of the config file, `dependencies.ignores`. */
export interface IgnoreEntry {
  /** Any id of the advisory's alias group. */
  readonly id: string;
  /** `name`, `name@version`, `name@range` or a purl; every package where it is not given. */
  readonly package?: string | undefined;
  /** Globs of lockfiles; every one where it is not given. */
  readonly paths?: readonly string[] | undefined;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`; holds through the end of that day in UTC. */
  readonly expires: string;
  /** Of OpenVEX: why it does not affect the project; without it the risk is accepted. */
  readonly justification?: Justification | undefined;
  /** Who agreed beside the owner. */
  readonly "approved-by"?: readonly string[] | undefined;
}

/** An ignore, of whatever file. */
export interface Ignore {
  /** As the entry says it, for people: the advisory's id, or the package. */
  readonly id: string;
  /** Where it stands. */
  readonly source: Location;
  readonly isOwn: boolean;
  readonly reason?: string | undefined;
  readonly owner?: string | undefined;
  readonly justification?: Justification | undefined;
  /** The first instant at which it no longer holds, in milliseconds since 1970. */
  readonly endsAt?: number | undefined;
  readonly approvedBy?: readonly string[] | undefined;
  /** An id of the alias group that it is about, in lower case; every advisory where it is not given. */
  readonly advisory?: string | undefined;
  /** Whether it is about this package in this lockfile. */
  matches(vulnerability: Vulnerability): boolean;
}

/** A selector that collects its error, and then means nothing. */
export function selectorOf(text: string, key: string, problems: string[]): PackageSelector {
  try {
    return packageSelector(text, key);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(error.message);
    return () => false;
  }
}

/** The last day, UTC, that is before an instant. */
export function lastDay(endsAt: number): string {
  return new Date(endsAt - 1).toISOString().slice(0, 10);
}
