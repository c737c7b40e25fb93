import type { ActRecord } from "@assay/core";
import type { SigningSession } from "./prepare.ts";

/** Who signs, and which services witness it. */
export interface SignerOptions {
  /** A path or `env://NAME`; without it the run signs keyless. */
  readonly key: string | undefined;
  readonly keyPassword: string | undefined;
  /** That of the key, by a CA of one's own: a path, `env://NAME` or PEM text. */
  readonly certificate?: string | undefined;
  readonly identityToken: string | undefined;
  /** Read again for each certificate; relative to the root, or absolute. */
  readonly identityTokenFile?: string | undefined;
  readonly tokenRequestUrl: string | undefined;
  readonly audience: string;
  readonly fulcioUrl: string | undefined;
  readonly rekorUrls: readonly string[];
  readonly rekorVersion: 1 | 2;
  readonly tsaUrl: string | undefined;
  /** Path relative to the root, or absolute. */
  readonly signingConfig: string | undefined;
  readonly trustedRoot: string | undefined;
  readonly allowPublicLog: boolean;
  /** One that is open already: a certificate serves several acts. */
  readonly session?: SigningSession;
}

/** What a signing run is given. */
export interface SignOptions extends SignerOptions {
  readonly files: readonly string[];
  /** A list of checksums that names more files, and what they must be; `-` is stdin. */
  readonly subjectsFromChecksums: string | undefined;
  /** Where a list of checksums of all files is written, and signed with them. */
  readonly checksums: string | undefined;
  readonly dryRun: boolean;
  readonly bundleSuffix: string;
  /** Overwrite bundles of other signers, and attestations, where the own one belongs. */
  readonly replace: boolean;
  /** Makes files of what was signed, where all was, that are signed too; gives their paths. */
  readonly also?: (records: readonly ActRecord[]) => Promise<readonly string[]>;
}
