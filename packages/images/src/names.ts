import { type Platform, platformText } from "@assay/oci";

/** `linux/arm/v7`, and the version of Windows where one is given. */
export function platformName(platform: Platform | undefined): string {
  if (platform === undefined) return "unknown";
  const name = platformText(platform);
  return platform.osVersion === undefined ? name : `${name} (${platform.osVersion})`;
}

/** The first digits of a digest, for people. */
export function shortDigest(digest: string): string {
  return digest.slice(0, digest.indexOf(":") + 13);
}

const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** `12.3 MB`: of 1,000, as registries count. */
export function bytesText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power]}`;
}
