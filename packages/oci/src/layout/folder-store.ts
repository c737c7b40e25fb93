import { readdirSync } from "node:fs";
import { isAbsent, isRecord, UsageError } from "@assay/core";
import { releasing } from "../compression/feeding.ts";
import { verifiedBytes } from "../content/verified.ts";
import type { Descriptor } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { isImageConfig, MEDIA_TYPES } from "../manifests/media-types.ts";
import { parseManifest } from "../manifests/parse.ts";
import { isDigest } from "../references/digest.ts";
import type { WritableImageStore } from "../store.ts";
import { writeAtomically } from "./atomic.ts";
import { namesOf, REF_NAME } from "./entries.ts";
import { folderFiles } from "./folder-files.ts";
import { readIndexFile } from "./index-file.ts";
import { blobPath, type LayoutStore, layoutStore } from "./layout-store.ts";

const EMPTY_INDEX = { schemaVersion: 2, mediaType: MEDIA_TYPES.index, manifests: [] };

export type WritableLayout = LayoutStore & WritableImageStore;

/**
 * An OCI layout in a folder; begun where the folder is empty or not there.
 *
 * @throws UsageError where the folder holds something else.
 */
export async function openWritableLayout(place: string, folder: string): Promise<WritableLayout> {
  if (isEmpty(folder)) {
    await writeAtomically(folder, "index.json", json(EMPTY_INDEX));
    await writeAtomically(folder, "oci-layout", json({ imageLayoutVersion: "1.0.0" }));
  }
  await readIndexFile(folderFiles(place, folder));
  return openLayout(place, folder);
}

/**
 * An OCI layout in a folder that is there, to read from and to write to.
 *
 * `index.json` lists what has a tag, what has a subject, and what is put without a tag until an index that names it is put: tools that
 * want one image in a layout must not find its platforms beside it.
 */
export function openLayout(place: string, folder: string): WritableLayout {
  const files = folderFiles(place, folder);
  const store = layoutStore(files);

  /** Written or read whole by this run. */
  const sound = new Set<string>();
  /** A file of the right name and length may be damaged: it is read once, and written again where it is. */
  const hasBlob = async (descriptor: Descriptor): Promise<boolean> => {
    const { digest, size } = descriptor;
    if ((await files.size(blobPath(digest))) !== size) return false;
    if (sound.has(digest)) return true;
    try {
      for await (const _ of store.blob(descriptor));
    } catch (error) {
      if (error instanceof StoreError && error.failure === "digest-mismatch") return false;
      throw error;
    }
    sound.add(digest);
    return true;
  };

  const putBytes = async (bytes: Uint8Array, mediaType: string, digest?: string) => {
    const what = `The manifest that is to be put into ${place}`;
    const source = { what, mediaType, ...(digest === undefined ? {} : { digest }) };
    const { descriptor, manifest } = parseManifest(bytes, source);
    if (!(await hasBlob(descriptor))) {
      await writeAtomically(folder, blobPath(descriptor.digest), bytes);
      sound.add(descriptor.digest);
    }
    const { artifactType } = manifest;
    const isArtifact = artifactType !== undefined && !isImageConfig(artifactType);
    return { manifest, descriptor: { ...descriptor, ...(isArtifact ? { artifactType } : {}) } };
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other: each begins with the list as it is by then. */
  const change = (next: (entries: readonly unknown[]) => readonly unknown[]) => {
    const done = last.then(async () => {
      const { bytes } = await readIndexFile(files);
      const index = JSON.parse(Buffer.from(bytes).toString("utf8")) as Record<string, unknown>;
      const manifests = Array.isArray(index["manifests"]) ? index["manifests"] : [];
      await writeAtomically(folder, "index.json", json({ ...index, manifests: next(manifests) }));
    });
    last = done.catch(() => {});
    return done;
  };

  /** What this run listed without a tag, and no index has named yet. */
  const loose = new Set<string>();

  const writable: WritableLayout = {
    ...store,
    hasBlob,
    async putBlob(descriptor, open, from) {
      if (await hasBlob(descriptor)) return;
      const bytes = verifiedBytes(descriptor, from?.name ?? "its source", open());
      // What a store hands out is nobody else's.
      const content = from === undefined ? bytes : releasing(bytes);
      await writeAtomically(folder, blobPath(descriptor.digest), content);
    },
    async putManifest(bytes, mediaType, name) {
      const [tag, digest] = name !== undefined && isDigest(name) ? [undefined, name] : [name];
      const { descriptor, manifest } = await putBytes(bytes, mediaType, digest);
      const children = manifest.kind === "index" ? manifest.manifests : [];
      const named = children.map(({ digest }) => digest).filter((digest) => loose.has(digest));
      for (const digest of named) loose.delete(digest);
      await change((entries) => {
        const others = entries
          .filter((entry) => !isLoose(entry, named))
          .map((entry) => (tag === undefined ? entry : withoutName(entry, tag)));
        if (tag !== undefined) {
          const rest = others.filter((entry) => !isLoose(entry, [descriptor.digest]));
          return [...rest, { ...descriptor, annotations: { [REF_NAME]: tag } }];
        }
        if (others.some((entry) => isRecord(entry) && entry["digest"] === descriptor.digest)) {
          return others;
        }
        if (manifest.subject === undefined) loose.add(descriptor.digest);
        return [...others, descriptor];
      });
      return descriptor;
    },
    putReferrer: (bytes, mediaType) => writable.putManifest(bytes, mediaType),
  };
  return writable;
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (cause) {
    if (isAbsent(cause)) return true;
    throw new UsageError(`${folder} can't be listed, so that no OCI layout is written there`, {
      hint: "Name a folder that is empty, not there yet, or an OCI layout.",
      cause,
    });
  }
}

/** An entry of one of these digests that nothing names. */
function isLoose(entry: unknown, digests: readonly string[]): boolean {
  const descriptor = entry as Descriptor;
  return digests.includes(descriptor.digest) && namesOf(descriptor).length === 0;
}

/** A tag that moves leaves what it named before without a name. */
function withoutName(entry: unknown, tag: string): unknown {
  const { annotations, ...rest } = entry as Descriptor;
  if (annotations?.[REF_NAME] !== tag) return entry;
  const { [REF_NAME]: _moved, ...others } = annotations;
  return Object.keys(others).length === 0 ? rest : { ...rest, annotations: others };
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
