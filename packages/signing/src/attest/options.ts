import type { SignerOptions } from "../sign/options.ts";
import type { PlaceOptions } from "./places.ts";

/** What an attesting run is given. */
export interface AttestOptions extends SignerOptions, PlaceOptions {
  readonly files: readonly string[];
  /** A checksums file whose names and digests are the subjects; `-` is stdin. */
  readonly subjectsFromChecksums: string | undefined;
  /** A kind or an https URI. */
  readonly predicateType: string;
  /** Path of the JSON document. */
  readonly predicate: string | undefined;
  readonly perSubject: boolean;
  readonly replace: boolean;
  readonly githubAttestation: boolean;
  readonly dryRun: boolean;
}
