export interface DiffOptions {
  /**
   * The same commits, files and hunks that gitleaks 8.30.1 reads, holes included: the whole repository, no merges, renames
   * followed, binary files without text, no deleted files, a hunk with empty text where lines were only removed.
   */
  readonly gitleaksCompatible?: boolean;
  /** Only these paths (relative to the root folder, taken literally). */
  readonly paths?: readonly string[];
}
