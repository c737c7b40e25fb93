/** What made the run start, on any CI. A laptop has none. */
export interface TriggerEvent {
  /** Such as `push`, `pull_request`, `schedule`. */
  readonly name: string;
  /** The webhook payload as it came; nothing in it is trusted to have a shape. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The commit that the run is for. */
  readonly sha?: string;
  /** Such as `refs/heads/main`. */
  readonly ref?: string;
}

/** How to reach the repository's own server, where that is allowed. */
export interface RemoteAccess {
  /** Such as `https://github.com`, without a slash at the end. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Masked before first use; absent where the run has none. */
  readonly token?: string;
}
