import { UsageError } from "@assay/core";
import type { Platform } from "../descriptor.ts";

const ALIASES: Readonly<Record<string, readonly [string, string?]>> = {
  x86_64: ["amd64"],
  "x86-64": ["amd64"],
  aarch64: ["arm64"],
  armhf: ["arm", "v7"],
  armel: ["arm", "v6"],
  i386: ["386"],
  i686: ["386"],
};
/** What a machine is where nobody says its variant, and the least one that is asked for. */
const USUAL: Readonly<Record<string, readonly [usual: number, least: number]>> = {
  amd64: [1, 1],
  arm: [7, 5],
  arm64: [8, 8],
};
/** Every amd64 runs it, and nothing else fits worse. */
const LAST_RESORT = 900;

/**
 * `os[(version)]/architecture[/variant]`, as https://github.com/containerd/platforms reads it: `linux/arm/v7`, `windows(10.0.17763)/amd64`.
 *
 * @throws UsageError
 */
export function parsePlatform(text: string): Platform {
  const [, os, osVersion, machine, own] =
    /^([a-z0-9]+)(?:\(([\w.-]+)\))?\/([a-z0-9_-]+)(?:\/([a-z0-9.]+))?$/.exec(
      text.trim().toLowerCase(),
    ) ?? [];
  if (os === undefined || machine === undefined) {
    throw new UsageError(`"${text.slice(0, 100)}" is no platform`, {
      hint: "Write it as `os/architecture[/variant]`, such as `linux/amd64` or `linux/arm/v7`.",
    });
  }
  const [architecture, implied] = ALIASES[machine] ?? [machine];
  const variant = own ?? implied;
  return {
    os,
    architecture,
    ...(variant === undefined ? {} : { variant }),
    ...(osVersion === undefined ? {} : { osVersion }),
  };
}

/** `linux/arm/v7`: what `parsePlatform` reads, without the version of Windows. */
export function platformText({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant ? [variant] : [])].join("/");
}

/** In one way only: `linux/arm64/v8` is `linux/arm64`, and `linux/arm` is `linux/arm/v7`. */
export function normalPlatform(platform: Platform): string {
  const { variant: own, ...rest } = normal(platform);
  const usual = `v${USUAL[rest.architecture]?.[0]}`;
  const variant = rest.architecture === "arm" ? (own ?? usual) : own === usual ? undefined : own;
  return platformText(variant === undefined ? rest : { ...rest, variant });
}

/**
 * How well an image's platform serves for a wanted one: 0 where it is that, more where a machine of the wanted kind runs it too (an older
 * variant; 386 on amd64), `undefined` where it does not.
 */
function platformDistance(wanted: Platform, given: Platform): number | undefined {
  const own = normal(given);
  const goal = normal(wanted);
  const isWindows = (wanted.osVersion ?? "") !== "";
  if (goal.os !== own.os || (isWindows && build(wanted) !== build(given))) return undefined;
  if (wanted.osFeatures?.some((feature) => given.osFeatures?.includes(feature) !== true))
    return undefined;
  if (goal.architecture !== own.architecture)
    return goal.architecture === "amd64" && own.architecture === "386" ? LAST_RESORT : undefined;
  const usual = USUAL[goal.architecture];
  if (usual === undefined) return (goal.variant ?? own.variant) === own.variant ? 0 : undefined;
  const level = (variant: string | undefined) =>
    variant === undefined ? usual[0] : Number(/^v(\d+(?:\.\d+)?)$/.exec(variant)?.[1]);
  const [most, found] = [level(goal.variant), level(own.variant)];
  if (Number.isNaN(most) || Number.isNaN(found))
    return goal.variant === own.variant ? 0 : undefined;
  if (found <= most) return found < usual[1] ? undefined : most - found;
  // Whoever names no variant may have a newer machine than the usual one: better than nothing.
  return goal.variant === undefined ? 100 + found : undefined;
}

/** The items that serve best for a platform, in their order; several where an image is there twice, such as with gzip and zstd. */
export function bestPlatforms<T>(
  wanted: Platform,
  items: readonly T[],
  platformOf: (item: T) => Platform | undefined,
): readonly T[] {
  const distances = items.map((item) => {
    const platform = platformOf(item);
    return (platform && platformDistance(wanted, platform)) ?? Number.POSITIVE_INFINITY;
  });
  const least = Math.min(...distances);
  return Number.isFinite(least) ? items.filter((_, at) => distances[at] === least) : [];
}

function normal({ os, architecture, variant }: Platform) {
  const machine = architecture.toLowerCase();
  const [name, implied] = ALIASES[machine] ?? [machine];
  const own = (variant ?? "") === "" ? implied : variant?.toLowerCase().replace(/^(\d)/, "v$1");
  return { os: os.toLowerCase(), architecture: name, variant: own };
}

/** Of Windows, where a revision of the same build serves. */
function build({ osVersion = "" }: Platform): string {
  return osVersion.split(".").slice(0, 3).join(".");
}
