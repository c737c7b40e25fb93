import { ExternalError } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import type { Repository } from "../repository/repository.ts";
import { revisionsOf } from "../revisions/revisions.ts";
import { decodePath } from "./names.ts";
import { streamObjects } from "./objects.ts";

export interface Blob {
  readonly oid: string;
  readonly size: number;
  /** `undefined` when `size` is over the bound: report it as skipped. */
  readonly bytes: Uint8Array | undefined;
}

export interface BlobOptions {
  /** Larger blobs come without bytes; 100 MiB where it is not given. */
  readonly maxBytes?: number;
}

const MAX_BLOB_BYTES = 100 * 1024 * 1024;

/**
 * The contents of blobs, in the order of `names` (repeated names come again), or of every blob in the object store (`"all"`,
 * in any order, unreachable ones too).
 *
 * @throws ExternalError when an object is missing, unreadable or no blob, or git fails.
 */
export async function* streamBlobs(
  repo: Repository,
  names: Iterable<string> | "all",
  { maxBytes = MAX_BLOB_BYTES }: BlobOptions = {},
): AsyncGenerator<Blob> {
  const { small, large } =
    names === "all" ? await storedBlobs(repo, maxBytes) : { small: [...names], large: [] };
  yield* large;
  for await (const { oid, type, size, bytes } of streamObjects(repo, small, maxBytes)) {
    if (type !== "blob") throw new ExternalError(`The object ${oid} is a ${type}, not a blob`);
    yield { oid, size, bytes };
  }
}

/** Every blob in the object store in the order of its packs, which is the order that is quick to read. */
async function storedBlobs(
  repo: Repository,
  maxBytes: number,
): Promise<{ readonly small: readonly string[]; readonly large: readonly Blob[] }> {
  const format = "--batch-check=%(objecttype) %(objectname) %(objectsize)";
  const list = await repo.read(["cat-file", format, "--batch-all-objects", "--unordered"]);
  const small: string[] = [];
  const large: Blob[] = [];
  for (const line of list.toString("latin1").split("\n")) {
    const [type, oid = "", length] = line.split(" ");
    if (type !== "blob") continue;
    const size = Number(length);
    if (size > maxBytes) large.push({ oid, size, bytes: undefined });
    else small.push(oid);
  }
  return { small, large };
}

/**
 * Every blob that the commits of a range brought, with one path that it had, from the top of the work tree. A path with a line
 * break ends before it: git prints no more.
 */
export async function listBlobs(
  repo: Repository,
  range: CommitRange,
): Promise<ReadonlyMap<string, string>> {
  const blobs = new Map<string, string>();
  const revisions = revisionsOf(range);
  if (revisions === undefined) return blobs;
  const list = await repo.read(
    ["rev-list", "--objects", "--filter=object:type=blob", ...revisions.options],
    { input: revisions.input },
  );
  for (let from = 0; from < list.length; ) {
    const end = list.indexOf(0x0a, from);
    const line = list.subarray(from, end < 0 ? list.length : end);
    // Commits stand there too, without a path.
    const space = line.indexOf(0x20);
    if (space > 0)
      blobs.set(line.toString("latin1", 0, space), decodePath(line.subarray(space + 1)));
    from += line.length + 1;
  }
  return blobs;
}
