import type { AdvisoryRecord } from "./record.ts";

/** A package as advisories name it. */
export interface AdvisoryPackage {
  /** An OSV ecosystem, with its suffix where it has one: `npm`, `Debian:12`. `GIT` for what only its repository names. */
  readonly ecosystem: string;
  /** As the ecosystem compares names. */
  readonly name: string;
}

/** A record, and what the whole data knows of its alias group. */
export interface StoredAdvisory {
  readonly record: AdvisoryRecord;
  readonly group: GroupFacts;
}

/** What all records of one alias group say together, those of other packages and withdrawn ones' ids too. */
export interface GroupFacts {
  /** All ids that name it, its own and aliases, sorted. */
  readonly ids: readonly string[];
  /** Every vector and label of the group that is not withdrawn, with the record that has it. */
  readonly vectors: readonly {
    readonly type: string;
    readonly score: string;
    readonly from: string;
  }[];
  readonly labels: readonly { readonly label: string; readonly from: string }[];
  /** A record of the group that is not withdrawn, or a `MAL-` id without a record, says so. */
  readonly malware?: true;
}

/** The advisories of one place, open for reading. */
export interface AdvisoryData {
  readonly info: DataInfo;
  /**
   * The records that name a package, withdrawn ones included, by `packageKey`.
   *
   * @throws ExternalError when the data can't be read or is not what its manifest says.
   */
  lookup(
    packages: readonly AdvisoryPackage[],
  ): Promise<ReadonlyMap<string, readonly StoredAdvisory[]>>;
}

/** Where the data is from, and how old it is: said in every report. */
export interface DataInfo {
  readonly source: "bucket" | "snapshot" | "api" | "memory";
  /** For people: the folder, file or host. */
  readonly place: string;
  /** By OSV base ecosystem; one that is not here has no data. */
  readonly ecosystems: Readonly<Record<string, EcosystemData>>;
  /** ISO 8601: when the oldest ecosystem's data was taken from its source. */
  readonly takenAt?: string;
  /** Who signed it, where that was verified. */
  readonly signer?: string;
  /** What the report has to say of it: an update that failed, records that can't be read. */
  readonly notices?: readonly string[];
}

export interface EcosystemData {
  readonly records: number;
  /** When it was taken from its source. */
  readonly takenAt: string;
  /** The newest `modified` of its records. */
  readonly newest?: string;
  /** Records of the source that can't be read and are left out: no answer is sure where there are some. */
  readonly unreadable?: number;
  /** By database (the first part of ids, `GHSA`): how many records, for attribution. */
  readonly databases?: Readonly<Record<string, number>>;
}

/** The key of a package in an answer of `lookup`: all releases of an ecosystem (`Debian:12`) are asked for together. */
export function packageKey({ ecosystem, name }: AdvisoryPackage): string {
  return `${ecosystem.split(":", 1)[0]}\0${name}`;
}
