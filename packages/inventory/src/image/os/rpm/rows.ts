import { asKnownError } from "@assay/core";
import { type RpmPackage, readPackage } from "./package.ts";

/** The packages of one database while its rows are read; problems are clauses without a full stop. */
export interface Rows {
  readonly packages: Map<number, RpmPackage>;
  /** Rows that are keys and no packages. */
  readonly others: Set<number>;
  readonly problems: string[];
  add(row: number, blob: Uint8Array): void;
}

/**
 * One broken package takes no other with it.
 *
 * @param isHidden What tells packages apart is enough: a newer version of the database is what counts.
 */
export function collectRows(isHidden = false): Rows {
  const packages = new Map<number, RpmPackage>();
  const others = new Set<number>();
  const problems: string[] = [];
  return {
    packages,
    others,
    problems,
    add(row, blob) {
      try {
        const read = readPackage(blob, isHidden);
        if (read === undefined) others.add(row);
        else packages.set(row, read.entry);
        if (read?.isCut) problems.push(`not all files of ${read.entry.name} can be read`);
      } catch (error) {
        problems.push(`package ${row} is broken: ${asKnownError(error).message}`);
      }
    },
  };
}
