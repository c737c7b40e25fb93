/** A package URL in its parts, decoded: https://github.com/package-url/purl-spec. */
export interface PackageUrl {
  /** In lower case. */
  readonly type: string;
  /** Segments separated by `/`. */
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  /** Empty values count as absent. */
  readonly qualifiers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Segments separated by `/`; empty ones, `.` and `..` are dropped. */
  readonly subpath?: string | undefined;
}
