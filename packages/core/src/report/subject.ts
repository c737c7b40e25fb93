/** What a report is about: which sources were looked at, and what made the run start. What the run does not know is left out. */
export interface ReportSubject {
  /** The server that has the repository, such as `https://github.com`, without a slash at the end. */
  readonly server?: string;
  /** `owner/name`. */
  readonly repository?: string;
  /** The commit that the run is for, as full hex; for a pull request, the merge of both sides that CI checks out. */
  readonly commit?: string;
  /** The tip of the pull request's own branch, as full hex. */
  readonly headCommit?: string;
  /** Such as `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref?: string;
  /** Such as `push`, `pull_request`, `schedule`. A laptop has none. */
  readonly event?: string;
  /** The pull request's number. */
  readonly pullRequest?: number;
  /** The page of the run that wrote the report. */
  readonly runUrl?: string;
  /**
   * The folder that was looked at, relative to the root of the checkout, with `/`; `.` for the root. Paths in the report are
   * relative to it.
   */
  readonly workingDirectory: string;
}
