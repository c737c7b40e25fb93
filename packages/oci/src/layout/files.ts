/** The files of an OCI layout or an archive of Docker, wherever these lie: in a folder or in a tar. */
export interface ContentFiles {
  /** For people: the path. */
  readonly place: string;
  /** Bytes of a regular file; `undefined` where there is none. @throws UsageError where a link leads out. */
  size(path: string): Promise<number | undefined>;
  /** Names of what lies right in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The bytes of a file that is there, from the first to the last. */
  stream(path: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}
