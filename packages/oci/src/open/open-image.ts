import { type CommandContext, statusBehind, UsageError } from "@assay/core";
import type { StoredManifest } from "../descriptor.ts";
import { dockerArchive } from "../docker-archive/archive-store.ts";
import { openLayout, openWritableLayout } from "../layout/folder-store.ts";
import { layoutStore } from "../layout/layout-store.ts";
import { tarFiles } from "../layout/tar-files.ts";
import { formatReference, type ImageReference, parseReference } from "../references/reference.ts";
import type { RegistryContext, RegistryOptions } from "../registry/session.ts";
import { openWritableRegistry } from "../registry/write/open.ts";
import type { ImageStore, WritableImageStore } from "../store.ts";
import { layoutRoot, list } from "./layout-root.ts";
import { type ImagePlace, placeOf } from "./place.ts";

/** What of a command's context an image needs. */
export type ImageContext = RegistryContext & Pick<CommandContext, "root">;

export interface OpenImageOptions extends RegistryOptions {
  /** Where tag and digest are given: the tag has to name that digest. Else it is information only. */
  readonly checkTag?: boolean;
}

/** An image that was asked for, and where it lies. */
export interface OpenedImage {
  /** To be closed by whoever opened it. */
  readonly store: ImageStore;
  readonly root: StoredManifest;
  /** Such as `ghcr.io/team/app:1.0@sha256:…` or `oci:PATH:1.0@sha256:…`: opens the same image again. */
  readonly reference: string;
  /** That it was asked for by, or the one that a layout has for it. */
  readonly tag?: string;
}

/** A place that an image is written to. */
export interface ImageTarget {
  readonly store: WritableImageStore;
  /** As it was given, with what its shorthand stands for. */
  readonly reference: string;
  readonly tag?: string;
  readonly digest?: string;
}

/**
 * Opens `[docker://]registry/repository[:tag][@digest]`, `oci:PATH[:tag][@digest]`, `oci-archive:PATH[:tag][@digest]` or
 * `docker-archive:PATH[:tag]`, and reads the manifest that it names. The stores of registries and folders can be written to
 * (`isWritable`).
 *
 * @throws UsageError where it is not there, or names several images; StoreError where that can't be said.
 */
export async function openImage(
  context: ImageContext,
  text: string,
  options: OpenImageOptions = {},
): Promise<OpenedImage> {
  const place = placeOf(context.root, text);
  if (place.kind !== "registry") return await opened(place, await localStore(place), options);
  const reference = parseReference(place.text);
  return await fromRegistry(
    await openWritableRegistry(context, reference, options),
    reference,
    options,
  );
}

/** Whether something can be put into a store: archives are only read. */
export function isWritable(store: ImageStore): store is WritableImageStore {
  return "putReferrer" in store;
}

/** Where an image is copied to: nothing needs to be there yet. No request is sent. */
export async function openImageTarget(
  context: ImageContext,
  text: string,
  options: RegistryOptions = {},
): Promise<ImageTarget> {
  const place = placeOf(context.root, text);
  if (place.kind === "registry") {
    const reference = parseReference(place.text);
    const store = await openWritableRegistry(context, reference, options);
    return { store, reference: formatReference(reference), ...named(reference) };
  }
  const { name: tag, digest } = place;
  return { store: await writableLayout(place), reference: text, ...named({ tag, digest }) };
}

function named({ tag, digest }: { tag?: string | undefined; digest?: string | undefined }) {
  return { ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

type LocalPlace = Exclude<ImagePlace, { kind: "registry" }>;

async function fromRegistry(
  store: ImageStore,
  reference: ImageReference,
  options: OpenImageOptions,
): Promise<OpenedImage> {
  const { tag, digest } = reference;
  const root = await store.manifest(digest ?? tag ?? "latest");
  if (root === undefined) {
    throw new UsageError(`There is no image ${formatReference(reference)}: its registry says so`, {
      hint: "Check repository, tag and digest; a registry may say so also where you may not read it: `docker login` first.",
    });
  }
  if (options.checkTag === true && tag !== undefined && digest !== undefined) {
    await mustAgree(store, tag, digest);
  }
  const full = formatReference({ ...reference, digest: root.descriptor.digest });
  return { store, root, reference: full, ...(tag === undefined ? {} : { tag }) };
}

async function opened(
  place: LocalPlace,
  store: Awaited<ReturnType<typeof localStore>>,
  options: OpenImageOptions,
): Promise<OpenedImage> {
  try {
    const { root, tag } = await rootOf(place, store, options);
    const suffix = `${tag === undefined ? "" : `:${tag}`}${store.isSynthetic === true ? "" : `@${root.descriptor.digest}`}`;
    const reference = `${place.kind}:${place.path}${suffix}`;
    return { store, root, reference, ...(tag === undefined ? {} : { tag }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function rootOf(
  { name, digest }: LocalPlace,
  store: Awaited<ReturnType<typeof localStore>>,
  options: OpenImageOptions,
): Promise<{ readonly root: StoredManifest; readonly tag?: string }> {
  if (name === undefined && digest === undefined) {
    if ("entries" in store) return await layoutRoot(store);
    const [image, second] = store.images;
    if (image !== undefined && second === undefined) return { root: await store.manifestOf(image) };
    const names = store.images.flatMap((one) => one.names);
    throw new UsageError(`${store.name} holds ${store.images.length} images`, {
      ...(names.length === 0 ? {} : { hint: `Name one of them: ${list(names)}.` }),
    });
  }
  const root = await store.manifest(digest ?? name ?? "");
  if (root === undefined) {
    const tags = await store.tags();
    throw new UsageError(`${store.name} holds no image ${digest ?? name}`, {
      ...(tags.length === 0 ? {} : { hint: `It holds: ${list(tags)}.` }),
    });
  }
  if (options.checkTag === true && name !== undefined && digest !== undefined) {
    await mustAgree(store, name, digest);
  }
  return { root, ...(name === undefined ? {} : { tag: name }) };
}

async function mustAgree(store: ImageStore, tag: string, digest: string): Promise<void> {
  const found = (await store.manifest(tag))?.descriptor.digest;
  if (found === digest) return;
  throw new UsageError(
    `The tag ${tag} of ${store.name} is ${found ?? "not there"}; the digest that was given with it is ${digest}`,
    { hint: "Leave out the tag or the digest, or find out who moved the tag." },
  );
}

async function localStore(place: LocalPlace) {
  mustExist(place);
  if (place.kind === "oci") return openLayout(place.path, place.file);
  const files = await tarFiles(place.path, place.file);
  return place.kind === "oci-archive" ? layoutStore(files) : await dockerArchive(files);
}

async function writableLayout(place: LocalPlace) {
  if (place.kind === "oci") return await openWritableLayout(place.path, place.file);
  throw new UsageError(`${place.kind}:${place.path} is an archive, which nothing can be added to`, {
    hint: "Copy the image to a registry or to an OCI layout (`oci:FOLDER`) first: `assay image copy`.",
  });
}

function mustExist({ kind, path, file }: LocalPlace): void {
  const status = statusBehind(file);
  const wanted = kind === "oci" ? "folder" : "file";
  if (kind === "oci" ? status?.isDirectory() : status?.isFile()) return;
  const is = status === undefined ? "does not exist" : `is no ${wanted}`;
  throw new UsageError(`${path} ${is}, and ${kind}: names a ${wanted}`, {
    hint:
      kind === "oci" && status?.isFile()
        ? `Write \`oci-archive:${path}\` for an OCI layout in a tar.`
        : "Check the path; a relative one begins at the working directory.",
  });
}
