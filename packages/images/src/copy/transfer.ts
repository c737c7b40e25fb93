import type { CommandContext } from "@assay/core";
import {
  type Descriptor,
  type ImageStore,
  isKeptElsewhere,
  type StoredManifest,
  StoreError,
  type WritableImageStore,
} from "@assay/oci";
import type { Closure } from "./closure.ts";

/** So many blobs are on their way at once; each takes some MB of memory. */
const AT_ONCE = 2;

const AGAIN = { hint: "Run it again: what is there already is not sent again." };

export interface Transfer {
  /** Bytes of blobs that were read and sent; the rest was there already or was mounted. */
  readonly sentBytes: number;
  /** Blobs that the source leaves elsewhere (base layers of Windows). */
  readonly leftOut: readonly Descriptor[];
}

/**
 * Copies blobs, then manifests, then tags; the image's own tag is moved by the caller, when all of it was looked at in the target.
 *
 * @throws StoreError; what was copied until then stays, and another run goes on from there.
 */
export async function transfer(
  { progress, signal }: Pick<CommandContext, "progress" | "signal">,
  store: ImageStore,
  target: WritableImageStore,
  closure: Closure,
): Promise<Transfer> {
  const { manifests, blobs, tags } = closure;
  const total = blobs.reduce((sum, { size }) => sum + size, 0);
  const leftOut: Descriptor[] = [];
  let [done, sentBytes] = [0, 0];

  const copyBlob = async (descriptor: Descriptor): Promise<void> => {
    if (signal.aborted) throw new StoreError("failed", "The run was stopped", AGAIN);
    let isSent = false;
    const open = () => {
      isSent = true;
      return store.blob(descriptor);
    };
    try {
      await target.putBlob(descriptor, open, store);
      if (isSent) sentBytes += descriptor.size;
    } catch (error) {
      if (!isKeptElsewhere(store, descriptor.mediaType, error)) throw error;
      leftOut.push(descriptor);
    }
    done += descriptor.size;
    progress.update(`Copying ${store.name}`, done, total);
  };

  try {
    await eachAtOnce(blobs, AT_ONCE, copyBlob);
    for (const stored of manifests) {
      const { descriptor, bytes, manifest } = stored;
      if (manifest.subject !== undefined) await target.putReferrer(bytes, descriptor.mediaType);
      else await putUnlisted(target, stored, tags);
    }
  } finally {
    progress.finish();
  }
  return { sentBytes, leftOut };
}

/** Under the tag of older tools where it has one. */
async function putUnlisted(
  target: WritableImageStore,
  { descriptor, bytes }: StoredManifest,
  tags: Closure["tags"],
): Promise<void> {
  const own = [...tags].filter(([, digest]) => digest === descriptor.digest);
  if (own.length === 0) await target.putManifest(bytes, descriptor.mediaType, descriptor.digest);
  for (const [tag] of own) await target.putManifest(bytes, descriptor.mediaType, tag);
}

/**
 * Looks at the target as somebody who pulls from there does: every manifest, blob and list of referrers.
 *
 * @throws StoreError for what is not as it should be.
 */
export async function checkCopy(
  target: WritableImageStore,
  { manifests, blobs, tags, attached }: Closure,
  leftOut: readonly Descriptor[],
): Promise<void> {
  const lacks = (what: string) =>
    new StoreError("failed", `${target.name} took ${what}, and does not have it now`, {
      hint: "Run this again; where it stays so, ask whoever runs the registry.",
    });
  for (const { descriptor } of manifests) {
    if ((await target.manifest(descriptor.digest)) === undefined) {
      throw lacks(`the manifest ${descriptor.digest}`);
    }
  }
  const left = new Set(leftOut);
  await eachAtOnce(blobs, AT_ONCE, async (blob) => {
    if (!left.has(blob) && !(await target.hasBlob(blob))) throw lacks(`the blob ${blob.digest}`);
  });
  for (const [tag, digest] of tags) await mustName(target, tag, digest);
  const subjects = new Set(
    attached.filter(({ by }) => by === "referrer").map((one) => one.subject),
  );
  for (const subject of subjects) {
    const { manifests: listed } = await target.referrers(subject);
    const found = new Set(listed.map(({ descriptor }) => descriptor.digest));
    const lost = attached.find(
      (one) => one.by === "referrer" && one.subject === subject && !found.has(one.digest),
    );
    if (lost !== undefined) throw lacks(`the referrer ${lost.digest} of ${subject}`);
  }
}

/** @throws StoreError where a tag names something else. */
export async function mustName(store: ImageStore, tag: string, digest: string): Promise<void> {
  const found = (await store.manifest(tag))?.descriptor.digest;
  if (found === digest) return;
  throw new StoreError(
    "failed",
    `The tag ${tag} of ${store.name} is ${found ?? "not there"}, and was put there as ${digest}`,
    { hint: "Somebody else may have moved it at the same time: run this again." },
  );
}

async function eachAtOnce<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  let isStopped = false;
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined && !isStopped; item = waiting.shift()) {
      await work(item).catch((error: unknown) => {
        isStopped = true;
        throw error;
      });
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: limit }, worker));
  const failed = workers.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}
