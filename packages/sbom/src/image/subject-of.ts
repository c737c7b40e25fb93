import { basename } from "node:path";
import type { PlatformImages, ReadPlatformImage } from "@assay/inventory/image";
import type { OpenedImage } from "@assay/oci";
import type { ImageSubject } from "./subject.ts";

type Named = Pick<ImageSubject, "name" | "repository">;

/** What the image is called: by its repository, or the one that it will be in; one of a layout or an archive by its file's name. */
export function nameOfImage(of: OpenedImage | string, imageName: string | undefined): Named {
  if (typeof of === "string") return { name: imageName ?? of };
  const { store, reference } = of;
  const repository = imageName ?? (store.kind === "registry" ? store.name : undefined);
  if (repository !== undefined) return { name: lastPart(repository), repository };
  const path = reference.replace(/^[a-z-]+:/, "").replace(/@sha(?:256|512):[0-9a-f]+$/, "");
  return { name: lastPart(basename(path).replace(/(?:\.tar(?:\.\w+)?)?(?::[^:]*)?$/, "")) };
}

function lastPart(text: string): string {
  return text.split("/").at(-1)?.toLowerCase() || "image";
}

/** The image of one platform. */
export function subjectOfImage(
  name: Named,
  { digest, mediaType, manifest, config, platform, base }: ReadPlatformImage,
): ImageSubject {
  return {
    ...name,
    ...{ digest, mediaType, platform },
    annotations: manifest?.annotations,
    created: config?.created,
    labels: config?.labels,
    configDigest: manifest?.config.digest,
    base: base && { ...base, layers: base.layers?.count },
  };
}

/** The image of all platforms. */
export function subjectOfIndex(name: Named, index: NonNullable<PlatformImages["index"]>) {
  const { digest, mediaType, annotations } = index;
  return { ...name, digest, mediaType, annotations } satisfies ImageSubject;
}
