/** Which part of a project an inventory is taken of, by the inputs of a run; all of the work tree where nothing is given. */
export interface Selection {
  /** The only lockfiles that are read, each as `path` or `format=path`, relative to the root. */
  readonly lockfiles?: readonly string[] | undefined;
  /** The folder of a workspace's member, relative to the root. */
  readonly workspace?: string | undefined;
  /** A commit or tag whose files are read from git; only a name where git does not have it. */
  readonly ref?: string | undefined;
}

/** What makes two selections the same: nothing where all is selected. */
export function selectionKey({ lockfiles = [], workspace, ref }: Selection): string {
  const parts = [lockfiles, workspace ?? "", ref ?? ""];
  return parts.every(({ length }) => length === 0) ? "" : JSON.stringify(parts);
}
