import { isRecord, UsageError } from "@assay/core";
import { StoreError } from "../error.ts";
import type { ContentFiles } from "../layout/files.ts";
import { readWhole } from "../layout/index-file.ts";
import { MAX_MANIFEST_BYTES, strictJson } from "../manifests/json.ts";

/** An image of an archive, as `manifest.json` lists it. Paths are those of the archive. */
export interface ArchivedImage {
  readonly config: string;
  /** Such as `app:1.0`. */
  readonly names: readonly string[];
  /** The oldest first. */
  readonly layers: readonly string[];
}

const MAX_LAYERS = 1000;

/**
 * Reads the list that `docker save` writes. Its format is described with the tool only:
 * https://github.com/moby/docker-image-spec/blob/main/spec.md#combined-image-json--filesystem-changeset-format
 *
 * @throws UsageError where there is none.
 */
export async function readManifestFile(files: ContentFiles): Promise<readonly ArchivedImage[]> {
  const bytes = await readWhole(files, "manifest.json", MAX_MANIFEST_BYTES);
  if (bytes === undefined) {
    const isLayout = (await files.size("index.json")) !== undefined;
    throw new UsageError(`${files.place} is no archive of Docker: it has no manifest.json`, {
      hint: isLayout
        ? "It holds an OCI layout: name it as `oci-archive:PATH`."
        : "Write it with `docker save` of Docker 1.10 or later.",
    });
  }
  const what = `manifest.json of ${files.place}`;
  const wrapped = Buffer.concat([Buffer.from('{"images":'), bytes, Buffer.from("}")]);
  const { images } = strictJson(wrapped, what);
  const malformed = () =>
    new StoreError("malformed", `${what} is no list of images with Config and Layers`);
  if (!Array.isArray(images)) throw malformed();
  return images.map((image: unknown) => {
    const { Config: config, RepoTags: names, Layers: layers } = isRecord(image) ? image : {};
    if (typeof config !== "string" || !areTexts(layers) || layers.length > MAX_LAYERS) {
      throw malformed();
    }
    return { config, names: areTexts(names) ? names : [], layers };
  });
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
