import type { TufUpdate } from "./client.ts";
import { tufError } from "./error.ts";
import {
  type Metadata,
  ROLES,
  type RoleName,
  readMetadata,
  requireFresh,
  requireSignatures,
  roleKeys,
} from "./metadata.ts";

const MAX_ROOT_BYTES = 512_000;
const MAX_ROTATIONS = 256;

/** 5.3: each root is signed by its predecessor's keys and by its own. */
export async function updateRoot(
  first: Uint8Array,
  { fetch, now, onRoot }: Pick<TufUpdate, "fetch" | "now" | "onRoot">,
): Promise<{
  readonly bytes: Uint8Array;
  readonly root: Metadata;
  /** Whether timestamp and snapshot have to be forgotten (5.3.11). */
  readonly areKeysNew: boolean;
}> {
  let bytes = first;
  let root = readRoot(first);
  requireSignatures(root, roleKeys(root, "root"), "its own");
  let areKeysNew = false;
  for (let rotations = 0; ; rotations++) {
    const version = root.version + 1;
    const found = await fetch(`${version}.root.json`, MAX_ROOT_BYTES);
    if (found === undefined) break;
    if (rotations === MAX_ROTATIONS)
      throw tufError(`there are more than ${MAX_ROTATIONS} new roots`);
    const next = readRoot(found);
    requireSignatures(next, roleKeys(root, "root"), `root ${root.version}`);
    requireSignatures(next, roleKeys(next, "root"), "its own");
    if (next.version !== version)
      throw tufError(`${version}.root.json is of version ${next.version}`);
    // 5.3.11: what a stolen key had put far ahead is forgotten with that key.
    areKeysNew ||= (["timestamp", "snapshot"] as const).some(
      (role) => identities(root, role) !== identities(next, role),
    );
    [bytes, root] = [found, next];
    await onRoot?.(found, areKeysNew);
  }
  requireFresh(root, now);
  return { bytes, root, areKeysNew };
}

function identities(root: Metadata, role: RoleName): string {
  const { keys } = roleKeys(root, role);
  return [...keys.values()]
    .map(({ identity }) => identity)
    .sort()
    .join(" ");
}

/** One that leaves out a role would be the last: nothing could be signed any more. */
function readRoot(bytes: Uint8Array): Metadata {
  const root = readMetadata(bytes, "root");
  for (const role of ROLES) roleKeys(root, role);
  return root;
}
