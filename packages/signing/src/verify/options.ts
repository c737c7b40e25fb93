/** What a verifying run is given. */
export interface VerifyRunOptions {
  readonly files: readonly string[];
  /** The bundle of the one file, where it does not lie beside it. */
  readonly bundle: string | undefined;
  readonly bundleSuffix: string;
  /** A path, `env://NAME` or PEM text. */
  readonly key: string | undefined;
  readonly certificateIdentity: string | undefined;
  readonly certificateIdentityPattern: string | undefined;
  readonly certificateOidcIssuer: string | undefined;
  readonly trustedRoot: string | undefined;
  /** Where it is not given the trusted root decides. */
  readonly requireLog: boolean | undefined;
}
