/** One thing that was there and was not looked at. */
export interface Skipped {
  /** A path, package or commit. */
  readonly item: string;
  /** Why, as a clause without a full stop. */
  readonly reason: string;
}

/** What was looked at and what was not: without it "no findings" says nothing. */
export interface Coverage {
  /** Counts by unit (`files`, `packages`, `commits`, `bytes`, `artifacts`), in the order in which they are told. */
  readonly inspected: Readonly<Record<string, number>>;
  readonly skipped: readonly Skipped[];
  /** One sentence: what this run covered ("3 lockfiles, whole tree"). */
  readonly summary: string;
  /**
   * `change`: only what a push or pull request touched was looked at, so that a suppression or baseline entry without a
   * finding says nothing. `all` where it is not given.
   */
  readonly scope?: "all" | "change";
  /**
   * Why looking at nothing is right here, as a clause ("the push deleted a branch"). Without it an empty look is an error,
   * never a pass.
   */
  readonly nothingToDo?: string;
}
