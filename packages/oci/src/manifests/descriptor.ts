import { isRecord } from "@assay/core";
import type { Descriptor, Platform } from "../descriptor.ts";
import { digestProblem } from "../references/digest.ts";

/** An error of the caller's, from the reason. */
export type Malformed = (reason: string) => Error;

const MAX_TEXT = 4096;
const MEDIA_TYPE = /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}(?:\s*;.{1,500})?$/;

/** @param place Such as `layers.3`, for messages. */
export function readDescriptor(value: unknown, place: string, malformed: Malformed): Descriptor {
  if (!isRecord(value)) throw malformed(`has no descriptor at ${place}`);
  const { mediaType, digest, size } = value;
  if (typeof mediaType !== "string" || !MEDIA_TYPE.test(mediaType))
    throw malformed(`has no media type in ${place}`);
  if (typeof digest !== "string") throw malformed(`has no digest in ${place}`);
  const problem = digestProblem(digest);
  if (problem !== undefined)
    throw malformed(`has the digest "${digest.slice(0, 200)}" in ${place}: ${problem}`);
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0)
    throw malformed(
      `has the size ${JSON.stringify(size)} in ${place}; it must be a number of bytes`,
    );
  const artifactType = optionalText(value["artifactType"], `${place}.artifactType`, malformed);
  const { annotations, platform, urls } = value;
  return {
    mediaType,
    digest,
    size,
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(annotations === undefined || annotations === null
      ? {}
      : { annotations: readAnnotations(annotations, `${place}.annotations`, malformed) }),
    ...(isRecord(platform)
      ? { platform: readPlatform(platform, `${place}.platform`, malformed) }
      : {}),
    ...(Array.isArray(urls) ? { urls: readTexts(urls, `${place}.urls`, malformed) } : {}),
  };
}

export function readAnnotations(value: unknown, place: string, malformed: Malformed) {
  if (value === undefined || value === null) return {};
  const entries = isRecord(value) ? Object.entries(value) : [["", value]];
  if (entries.some(([, text]) => typeof text !== "string"))
    throw malformed(`has ${place} that are not texts by name`);
  // A name such as `__proto__` is an entry like any other.
  return Object.fromEntries(entries) as Readonly<Record<string, string>>;
}

/** Also of a config, whose fields have the same names. */
export function readPlatform(
  value: Readonly<Record<string, unknown>>,
  place: string,
  malformed: Malformed,
): Platform {
  const { os, architecture } = value;
  if (typeof os !== "string" || typeof architecture !== "string")
    throw malformed(`has no os and architecture in ${place}`);
  const variant = optionalText(value["variant"], `${place}.variant`, malformed);
  const osVersion = optionalText(value["os.version"], `${place}.os.version`, malformed);
  const features = value["os.features"];
  return {
    os,
    architecture,
    ...(variant === undefined || variant === "" ? {} : { variant }),
    ...(osVersion === undefined || osVersion === "" ? {} : { osVersion }),
    ...(Array.isArray(features) && features.length > 0
      ? { osFeatures: readTexts(features, `${place}.os.features`, malformed) }
      : {}),
  };
}

export function optionalText(
  value: unknown,
  place: string,
  malformed: Malformed,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string" || value.length > MAX_TEXT)
    throw malformed(`has no text of at most ${MAX_TEXT} characters in ${place}`);
  return value;
}

function readTexts(values: readonly unknown[], place: string, malformed: Malformed) {
  return values.map((value) => {
    if (typeof value !== "string") throw malformed(`has something else than texts in ${place}`);
    return value;
  });
}
