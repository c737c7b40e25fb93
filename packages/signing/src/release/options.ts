import type { RemoteAccess } from "@assay/core";
import type { SignerOptions } from "../sign/options.ts";
import type { VerifyRunOptions } from "../verify/options.ts";

/** What a releasing run is given. */
export interface ReleaseOptions extends SignerOptions {
  /** Where the release belongs, with the token that may write there. */
  readonly remote: RemoteAccess;
  readonly tag: string;
  readonly files: readonly string[];
  /** Bills of materials: attached, signed, and attested of every file; one a kind. */
  readonly sboms: readonly string[];
  readonly provenance: boolean;
  /** The folder for what the run makes beside signatures. */
  readonly outputDirectory: string;
  readonly title: string | undefined;
  /** Path of a Markdown file. */
  readonly notes: string | undefined;
  readonly prerelease: boolean;
  /** Let publishing make the tag. */
  readonly createTag: boolean;
  /** Take a draft that something else made. */
  readonly adopt: boolean;
  readonly replace: boolean;
  readonly publish: boolean;
  readonly dryRun: boolean;
}

/** What a run that verifies a release is given. */
export interface VerifyReleaseOptions extends VerifyRunOptions {
  /** `owner/name` */
  readonly repository: string;
  readonly releaseTag: string;
  readonly token: string | undefined;
  readonly requireCommit: boolean;
  readonly githubAttestations: boolean;
  /** Of all assets. */
  readonly maxBytes: number;
}
