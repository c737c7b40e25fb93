import { isRecord } from "@assay/core";
import type { ImageManifest, Platform } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { isDigest } from "../references/digest.ts";
import type { ImageStore } from "../store.ts";
import { optionalText, readPlatform } from "./descriptor.ts";
import { MAX_MANIFEST_BYTES, strictJson } from "./json.ts";

/** What an image says of itself: https://github.com/opencontainers/image-spec/blob/main/config.md */
export interface ImageConfig {
  readonly platform?: Platform;
  /** As it is written. */
  readonly created?: string;
  /** Of the uncompressed layers, the oldest first; as many as there are layers. */
  readonly diffIds: readonly string[];
  /** The oldest first. One with `emptyLayer` has no layer. */
  readonly history: readonly ImageHistory[];
  /** `NAME=value`. */
  readonly env: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly user?: string;
  readonly workingDir?: string;
}

export interface ImageHistory {
  readonly created?: string;
  readonly createdBy?: string;
  readonly comment?: string;
  readonly emptyLayer: boolean;
}

/**
 * The config of an image.
 *
 * @throws StoreError where it can't be read, is no config, or names another number of layers than the manifest.
 */
export async function readImageConfig(
  store: ImageStore,
  { config, layers }: ImageManifest,
): Promise<ImageConfig> {
  const what = `The config ${config.digest} of ${store.name}`;
  const malformed = (reason: string) => new StoreError("malformed", `${what} ${reason}`);
  const json = strictJson(await store.readBlob(config, MAX_MANIFEST_BYTES), what);
  const { rootfs, history, os, architecture } = json;
  const own = isRecord(json["config"]) ? json["config"] : {};
  const diffIds = texts(isRecord(rootfs) ? rootfs["diff_ids"] : undefined);
  if (diffIds.length !== layers.length || !diffIds.every(isDigest))
    throw malformed(`names ${diffIds.length} layers, and the manifest ${layers.length}`);
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const [user, workingDir] = [text(own["User"]), text(own["WorkingDir"])];
  const created = optionalText(json["created"], "created", malformed);
  return {
    ...(typeof os === "string" && typeof architecture === "string"
      ? { platform: readPlatform(json, "the config", malformed) }
      : {}),
    ...(created === undefined ? {} : { created }),
    diffIds,
    history: (Array.isArray(history) ? history.filter(isRecord) : []).map((each): ImageHistory => {
      const { created: at, created_by: by, comment } = each;
      return {
        ...(typeof at === "string" && { created: at }),
        ...(typeof by === "string" && { createdBy: by }),
        ...(typeof comment === "string" && { comment }),
        emptyLayer: each["empty_layer"] === true,
      };
    }),
    env: texts(own["Env"]),
    labels: Object.fromEntries(
      Object.entries(isRecord(own["Labels"]) ? own["Labels"] : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
    entrypoint: texts(own["Entrypoint"]),
    cmd: texts(own["Cmd"]),
    ...(user ? { user } : {}),
    ...(workingDir ? { workingDir } : {}),
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
