import { isRecord, UsageError } from "@assay/core";
import { release } from "../compression/feeding.ts";
import type { Descriptor } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { MAX_MANIFEST_BYTES } from "../manifests/json.ts";
import { MEDIA_TYPES } from "../manifests/media-types.ts";
import { parseManifest } from "../manifests/parse.ts";
import type { ContentFiles } from "./files.ts";

const LARGE_BYTES = 64 * 1024;

/** A small file, whole. @throws StoreError over `maxBytes` */
export async function readWhole(
  files: ContentFiles,
  path: string,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const size = await files.size(path);
  if (size === undefined) return undefined;
  if (size > maxBytes) {
    throw new StoreError(
      "malformed",
      `${path} of ${files.place} has ${size} bytes; at most ${maxBytes} are read`,
    );
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.stream(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface IndexFile {
  readonly bytes: Uint8Array;
  readonly entries: readonly Descriptor[];
}

/** What was read last: it is read again each time, for others may write it, and parsed where it is another. */
const known = new WeakMap<ContentFiles, IndexFile>();

/**
 * What `index.json` lists: https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 *
 * @throws UsageError where it is no OCI layout.
 */
export async function readIndexFile(files: ContentFiles): Promise<IndexFile> {
  const marker = await readWhole(files, "oci-layout", 4096);
  const bytes = await readWhole(files, "index.json", MAX_MANIFEST_BYTES);
  if (marker === undefined || bytes === undefined) {
    const missing = marker === undefined ? "oci-layout" : "index.json";
    throw new UsageError(`${files.place} is no OCI layout: it has no file ${missing}`, {
      hint: "Name the folder or archive that `index.json` lies in; what `docker save` wrote is `docker-archive:PATH`.",
    });
  }
  const before = known.get(files);
  if (before !== undefined && bytes.equals(before.bytes)) {
    // Never part of Node's shared pool: left to the garbage collector, a thousand lists of a thousand entries would pile up.
    if (bytes.length > LARGE_BYTES) release(bytes);
    return before;
  }
  const version = layoutVersion(marker);
  if (version === undefined || !version.startsWith("1.")) {
    throw new UsageError(
      `${files.place} is an OCI layout of version ${version ?? "that can't be read"}; 1.0.0 is known`,
    );
  }
  const what = `index.json of ${files.place}`;
  const { manifest } = parseManifest(bytes, { what, mediaType: MEDIA_TYPES.index });
  if (manifest.kind === "index") {
    const read = { bytes, entries: manifest.manifests };
    known.set(files, read);
    return read;
  }
  throw new StoreError("malformed", `index.json of ${files.place} is no image index`);
}

function layoutVersion(marker: Buffer): string | undefined {
  try {
    const value: unknown = JSON.parse(marker.toString("utf8"));
    return isRecord(value) && typeof value["imageLayoutVersion"] === "string"
      ? value["imageLayoutVersion"]
      : undefined;
  } catch {
    return undefined;
  }
}
