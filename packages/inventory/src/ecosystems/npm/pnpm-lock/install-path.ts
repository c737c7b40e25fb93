import { fromLockfileFolder } from "../../../paths.ts";
import type { Snapshot } from "./lockfile.ts";

/** pnpm shortens longer names to this, with a hash that differs between its versions. */
const MAX_LENGTH = 120;

/**
 * Where pnpm puts a package unless its settings say otherwise: `node_modules/.pnpm/<key>/node_modules/<name>`. `undefined` where
 * the name of that folder holds a hash: for long keys, and for those with capitals, which some file systems do
 * not tell apart.
 */
export function installPath(
  { key, name, version, suffix }: Snapshot,
  lockfile: string,
): string | undefined {
  // An address may hold what must not be shown.
  if (version === undefined || key.includes("://")) return undefined;
  // Version 5 has slashes where the later ones have `@` and parentheses, and hosts of other registries before them.
  if (!key.includes("@", 1) && !key.startsWith("/")) return undefined;
  const whole = key.startsWith("/") ? `${name}@${version}${suffix}` : key;
  const folder = whole
    .replaceAll(/[\\/:*?"<>|#]/g, "+")
    .replace(/\)$/, "")
    .replaceAll(/\)\(|[()]/g, "_");
  if (folder.length > MAX_LENGTH || folder !== folder.toLowerCase()) return undefined;
  return fromLockfileFolder(lockfile, `node_modules/.pnpm/${folder}/node_modules/${name}`);
}
