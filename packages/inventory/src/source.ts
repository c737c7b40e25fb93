/** Files to take the inventory of: the work tree, or a revision that nobody checked out. */
export interface FileSource {
  /** Every file, relative to the root, sorted. */
  list(): Promise<readonly string[]>;
  /** `undefined` where there is no such file. @throws UsageError over `maxBytes`. */
  read(path: string, maxBytes?: number): Promise<Uint8Array | undefined>;
}
