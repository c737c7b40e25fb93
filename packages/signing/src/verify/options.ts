import type { CertificateClaims, VerifiedBundle } from "@assay/sigstore";

/** What a verifying run is given. */
export interface VerifyRunOptions {
  /** Where the files lie: absolute; the working directory where it is not given. */
  readonly folder?: string;
  /** Takes what every verified file was verified with. */
  readonly seen?: Map<string, VerifiedBundle>;
  readonly files: readonly string[];
  /** A file that says who may sign what, instead of what stands below. */
  readonly policy: string | undefined;
  /** The bundle of the one file, where it does not lie beside it. */
  readonly bundle: string | undefined;
  readonly bundleSuffix: string;
  /** A path, `env://NAME` or PEM text. */
  readonly key: string | undefined;
  /** More keys, each of which may have signed in its place. */
  readonly otherKeys?: readonly string[];
  /** SHA-256 of keys that nothing may be signed with. */
  readonly revokedKeys?: readonly string[];
  readonly certificateIdentity: string | undefined;
  readonly certificateIdentityPattern: string | undefined;
  /** `*` and `**`; the one above is a regular expression. */
  readonly certificateIdentityWildcard: string | undefined;
  readonly certificateOidcIssuer: string | undefined;
  /** What the certificate's extensions must say; placeholders are not filled yet. */
  readonly claims: CertificateClaims;
  /** What attestations must say, and `tag` also what `{tag}` stands for. */
  readonly predicateTypes: readonly string[];
  readonly source: string | undefined;
  readonly tag: string | undefined;
  readonly builder: string | undefined;
  /** How many different signers there must be. */
  readonly minSignatures: number;
  readonly trustedRoot: string | undefined;
  /** A TUF repository and the file of its first root, in place of it; `public`, `github`, or the URL of a trusted root itself. */
  readonly tufUrl: string | undefined;
  readonly tufRoot: string | undefined;
  /** In days. */
  readonly trustMaxAge?: number | undefined;
  /** Where it is not given the trusted root decides. */
  readonly requireLog: boolean | undefined;
}
