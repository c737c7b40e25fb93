import type { Descriptor, ImageIndex, ImageManifest, StoredManifest } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { digestOf } from "../references/digest.ts";
import { optionalText, readAnnotations, readDescriptor } from "./descriptor.ts";
import { strictJson } from "./json.ts";
import { kindOf, MEDIA_TYPES } from "./media-types.ts";

export interface ManifestSource {
  /** For messages: "The manifest 1.2 of ghcr.io/team/app". */
  readonly what: string;
  /** What it was called where it was found: the `Content-Type`, or the media type of the descriptor. */
  readonly mediaType?: string;
  /** What it was asked for by. */
  readonly digest?: string;
  /** Bytes, as the descriptor that led here says. */
  readonly size?: number;
}

const MAX_LAYERS = 1000;
const MAX_CHILDREN = 10_000;

/**
 * Reads the bytes of a manifest or index of either family, and holds them against what led to them.
 *
 * @throws StoreError `digest-mismatch`, `truncated` or `malformed`
 */
export function parseManifest(bytes: Uint8Array, source: ManifestSource): StoredManifest {
  const { what } = source;
  const malformed = (reason: string) => new StoreError("malformed", `${what} ${reason}`);
  if (source.size !== undefined && bytes.length !== source.size) {
    throw new StoreError(
      bytes.length < source.size ? "truncated" : "digest-mismatch",
      `${what} has ${bytes.length} bytes; its descriptor says ${source.size}`,
    );
  }
  const digest = digestOf(bytes, source.digest);
  if (source.digest !== undefined && digest !== source.digest)
    throw new StoreError("digest-mismatch", `${what} has the digest ${digest}`);
  const json = strictJson(bytes, what);
  const mediaType = mediaTypeOf(json, source.mediaType, malformed);
  const manifest = kindOf(mediaType) === "index" ? readIndex : readImage;
  return {
    descriptor: { mediaType, digest, size: bytes.length },
    bytes,
    manifest: manifest(json, mediaType, malformed),
  };
}

type Json = Readonly<Record<string, unknown>>;
type Reject = (reason: string) => StoreError;

/** The field and the place must agree: what one reader takes for an image must not be an index to the next. */
function mediaTypeOf(json: Json, stated: string | undefined, malformed: Reject): string {
  const outside = stated?.split(";")[0]?.trim().toLowerCase();
  const inside = optionalText(json["mediaType"], "mediaType", malformed);
  const isOld =
    json["schemaVersion"] === 1 ||
    /^application\/vnd\.docker\.distribution\.manifest\.v1\+/.test(outside ?? "");
  if (isOld) {
    throw malformed(
      "is a Docker manifest of schema 1, which is not supported: push the image again with a current builder",
    );
  }
  if (json["schemaVersion"] !== 2)
    throw malformed(`has the schemaVersion ${JSON.stringify(json["schemaVersion"])}; it must be 2`);
  const isNamed = outside !== undefined && kindOf(outside) !== undefined;
  if (inside !== undefined && isNamed && inside !== outside)
    throw malformed(`says that it is ${inside}, and came as ${outside}`);
  const hasChildren = json["manifests"] !== undefined;
  const hasLayers = json["layers"] !== undefined;
  if (hasChildren && hasLayers) throw malformed("has both manifests and layers");
  const guess = hasChildren ? MEDIA_TYPES.index : hasLayers ? MEDIA_TYPES.manifest : undefined;
  const mediaType = inside ?? (isNamed ? outside : guess);
  const kind = kindOf(mediaType ?? "");
  if (mediaType === undefined) throw malformed("has neither manifests nor layers");
  if (kind === undefined)
    throw malformed(`is of the type ${mediaType}, which is no manifest of an image`);
  if (kind === "index" ? !hasChildren || json["config"] !== undefined : hasChildren)
    throw malformed(`is of the type ${mediaType}, and has the fields of another`);
  return mediaType;
}

function readIndex(json: Json, mediaType: string, malformed: Reject): ImageIndex {
  // An empty list of Go (ociregistry, zot).
  const listed = json["manifests"] === null ? [] : json["manifests"];
  const manifests = descriptors(listed, "manifests", MAX_CHILDREN, malformed);
  const artifactType = optionalText(json["artifactType"], "artifactType", malformed);
  return {
    kind: "index",
    mediaType,
    ...(artifactType === undefined ? {} : { artifactType }),
    manifests,
    ...subjectOf(json, malformed),
    annotations: readAnnotations(json["annotations"], "annotations", malformed),
  };
}

function readImage(json: Json, mediaType: string, malformed: Reject): ImageManifest {
  const config = readDescriptor(json["config"], "config", malformed);
  const layers = descriptors(json["layers"], "layers", MAX_LAYERS, malformed);
  // https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers; "empty" says nothing.
  const artifactType = [
    optionalText(json["artifactType"], "artifactType", malformed),
    config.artifactType,
    config.mediaType,
    layers[0]?.mediaType,
  ].find((type) => type !== undefined && type !== "" && type !== MEDIA_TYPES.empty);
  return {
    kind: "image",
    mediaType,
    ...(artifactType === undefined ? {} : { artifactType }),
    config,
    layers,
    ...subjectOf(json, malformed),
    annotations: readAnnotations(json["annotations"], "annotations", malformed),
  };
}

function subjectOf(json: Json, malformed: Reject): { readonly subject?: Descriptor } {
  const { subject } = json;
  return subject === undefined || subject === null
    ? {}
    : { subject: readDescriptor(subject, "subject", malformed) };
}

function descriptors(value: unknown, field: string, limit: number, malformed: Reject) {
  if (!Array.isArray(value)) throw malformed(`has no list of ${field}`);
  if (value.length > limit)
    throw malformed(`has ${value.length} ${field}; at most ${limit} are read`);
  return value.map((item, at) => readDescriptor(item, `${field}.${at}`, malformed));
}
