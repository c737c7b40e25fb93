import { readVerified, verifiedBytes } from "../content/verified.ts";
import type { Descriptor, StoredManifest } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { MAX_MANIFEST_BYTES } from "../manifests/json.ts";
import { parseManifest } from "../manifests/parse.ts";
import { isDigest } from "../references/digest.ts";
import type { ImageStore } from "../store.ts";
import { cosignKind, entryNamed, namesOf, tagOf } from "./entries.ts";
import type { ContentFiles } from "./files.ts";
import { readIndexFile, readWhole } from "./index-file.ts";

/** An OCI layout, with what only a layout knows. */
export interface LayoutStore extends ImageStore {
  /** What `index.json` lists. */
  entries(): Promise<readonly Descriptor[]>;
}

/** Where a layout keeps the content of a digest. @throws StoreError for what is none, so that no path is made of it. */
export function blobPath(digest: string): string {
  if (isDigest(digest)) return `blobs/${digest.replace(":", "/")}`;
  throw new StoreError("malformed", `"${digest.slice(0, 200)}" is no digest`);
}

/** Reads an OCI layout: https://github.com/opencontainers/image-spec/blob/main/image-layout.md */
export function layoutStore(files: ContentFiles): LayoutStore {
  const place = files.place;
  /** Of each manifest that was read: the digest of its subject. */
  const subjects = new Map<string, string | undefined>();

  const entries = async () => (await readIndexFile(files)).entries;

  const byDigest = async (digest: string, entry?: Descriptor) => {
    const bytes = await readWhole(files, blobPath(digest), MAX_MANIFEST_BYTES);
    if (bytes === undefined) return undefined;
    const { mediaType, size } = entry ?? {};
    return parseManifest(bytes, {
      what: `The manifest ${digest} of ${place}`,
      digest,
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(size === undefined ? {} : { size }),
    });
  };

  const listed = async (entry: Descriptor): Promise<StoredManifest> => {
    const stored = await byDigest(entry.digest, entry);
    if (stored !== undefined) return stored;
    throw new StoreError(
      "truncated",
      `${place} lists a manifest that is not in it: ${entry.digest}`,
    );
  };

  const ifManifest = async (digest: string): Promise<StoredManifest | undefined> => {
    try {
      return await byDigest(digest);
    } catch (error) {
      if (error instanceof StoreError && error.failure === "malformed") return undefined;
      throw error;
    }
  };

  const open = async function* (descriptor: Descriptor): AsyncGenerator<Uint8Array> {
    const path = blobPath(descriptor.digest);
    if ((await files.size(path)) === undefined) {
      throw new StoreError("truncated", `${descriptor.digest} is not in ${place}`, {
        hint: "Write the layout again: a blob that its manifests name is missing.",
      });
    }
    yield* files.stream(path);
  };

  return {
    kind: "oci-layout",
    name: place,
    entries,
    async manifest(reference) {
      if (isDigest(reference)) return await byDigest(reference);
      const entry = entryNamed(await entries(), reference, place);
      return entry === undefined ? undefined : await listed(entry);
    },
    blob: (descriptor) => verifiedBytes(descriptor, place, open(descriptor)),
    readBlob: (descriptor, maxBytes) =>
      readVerified(descriptor, place, maxBytes, () => open(descriptor)),
    async referrers(digest) {
      const found = new Map<string, StoredManifest>();
      const all = await entries();
      const take = async (key: string, read: () => Promise<StoredManifest | undefined>) => {
        if (subjects.has(key) && subjects.get(key) !== digest) return;
        const stored = await read();
        subjects.set(key, stored?.manifest.subject?.digest);
        if (stored?.manifest.subject?.digest === digest) found.set(key, stored);
      };
      for (const entry of all) await take(entry.digest, () => listed(entry));
      for (const one of await unlisted(files, all)) await take(one, () => ifManifest(one));
      const manifests = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
      return { manifests, notices: [] };
    },
    async tags() {
      const all = (await entries()).flatMap((entry) => namesOf(entry).map(tagOf));
      return [...new Set(all)].filter((tag) => tag !== undefined).sort();
    },
    close: () => files.close(),
  };
}

const MAX_UNLISTED_BYTES = 64 * 1024;

/** `cosign save` of version 3 writes bundles with their manifests and does not list them; it finds them among the blobs, and so do we. */
async function unlisted(
  files: ContentFiles,
  listed: readonly Descriptor[],
): Promise<readonly string[]> {
  if (!listed.some((entry) => cosignKind(entry) !== undefined)) return [];
  const known = new Set(listed.map(({ digest }) => digest));
  const found: string[] = [];
  for (const name of await files.list("blobs/sha256")) {
    const digest = `sha256:${name}`;
    if (known.has(digest) || !isDigest(digest)) continue;
    const size = await files.size(`blobs/sha256/${name}`);
    if (size !== undefined && size <= MAX_UNLISTED_BYTES) found.push(digest);
  }
  return found;
}
