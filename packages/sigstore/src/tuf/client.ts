import { createHash } from "node:crypto";
import { isRecord } from "@assay/core";
import { tufError } from "./error.ts";
import {
  type FileMeta,
  filesIn,
  type Metadata,
  type RoleName,
  readMetadata,
  requireFresh,
  requireSignatures,
  roleKeys,
  sizeOf,
} from "./metadata.ts";

/** The limits that TUF's clients have in common. */
const LIMITS: Readonly<Record<RoleName, number>> = {
  root: 512_000,
  timestamp: 16_384,
  snapshot: 2_000_000,
  targets: 5_000_000,
};
const MAX_ROTATIONS = 256;

/** Metadata and target as they were last good; a root there is always. */
export interface TufState {
  readonly root: Uint8Array;
  readonly timestamp?: Uint8Array | undefined;
  readonly snapshot?: Uint8Array | undefined;
  readonly targets?: Uint8Array | undefined;
  readonly target?: Uint8Array | undefined;
}

export interface TufUpdate {
  /** The file below the repository's URL; `undefined` where it is not there. @throws where it is larger, or nobody answers. */
  fetch(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** The target that is wanted. */
  readonly target: string;
  /** The start of the update (5.1): one time for all of it. */
  readonly now: Date;
  /**
   * Each root of the chain as soon as it is verified (5.3.8).
   *
   * @param areKeysNew Whether timestamp and snapshot have to be forgotten (5.3.11).
   */
  onRoot?(root: Uint8Array, areKeysNew: boolean): Promise<void>;
}

/**
 * The update of TUF's clients (specification 1.0.34, section 5): root chain, timestamp, snapshot, targets, and one target of the
 * top level. Delegations are not followed. Nothing of the result is to be kept where it throws, but for the roots.
 *
 * @throws ExternalError that says which step did not hold.
 */
export async function updateTuf(state: TufState, update: TufUpdate): Promise<Required<TufState>> {
  if (!isPlainName(update.target))
    throw tufError(`${update.target.slice(0, 100)} is no name of a target`);
  const { bytes: rootBytes, root, areKeysNew } = await updateRoot(state.root, update);
  const trusted: TufState = areKeysNew
    ? { ...state, timestamp: undefined, snapshot: undefined }
    : state;
  const timestamp = await updateTimestamp(root, trusted.timestamp, update);
  const wanted = fileOf(timestamp.metadata, "snapshot.json");
  const isConsistent = root.signed["consistent_snapshot"] === true;
  const from = { root, update, isConsistent };
  const snapshot = await fetchRole("snapshot", wanted, trusted.snapshot, from);
  refuseOlderFiles(trusted.snapshot, snapshot.metadata);
  requireFresh(snapshot.metadata, update.now);
  const of = fileOf(snapshot.metadata, "targets.json");
  const targets = await fetchRole("targets", of, trusted.targets, from);
  requireFresh(targets.metadata, update.now);
  const target = await fetchTarget(targets.metadata, state.target, from);
  return {
    root: rootBytes,
    timestamp: timestamp.bytes,
    snapshot: snapshot.bytes,
    targets: targets.bytes,
    target,
  };
}

/** 5.3: each root is signed by its predecessor's keys and by its own. */
async function updateRoot(first: Uint8Array, { fetch, now, onRoot }: TufUpdate) {
  let bytes = first;
  let root = readMetadata(first, "root");
  requireSignatures(root, roleKeys(root, "root"), "its own");
  let areKeysNew = false;
  for (let rotations = 0; ; rotations++) {
    const version = root.version + 1;
    const found = await fetch(`${version}.root.json`, LIMITS.root);
    if (found === undefined) break;
    if (rotations === MAX_ROTATIONS)
      throw tufError(`there are more than ${MAX_ROTATIONS} new roots`);
    const next = readMetadata(found, "root");
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

interface Trusted {
  readonly bytes: Uint8Array;
  readonly metadata: Metadata;
}

/** 5.4 */
async function updateTimestamp(
  root: Metadata,
  known: Uint8Array | undefined,
  { fetch, now }: TufUpdate,
): Promise<Trusted> {
  const bytes = await fetch("timestamp.json", LIMITS.timestamp);
  if (bytes === undefined) throw tufError("there is no timestamp.json");
  let found: Trusted = { bytes, metadata: readMetadata(bytes, "timestamp") };
  requireSignatures(found.metadata, roleKeys(root, "timestamp"), "timestamp");
  const old = known === undefined ? undefined : readMetadata(known, "timestamp");
  if (known !== undefined && old !== undefined) {
    refuseOlder("timestamp.json", old.version, found.metadata.version);
    // The one that was first counts: it was checked then.
    if (old.version === found.metadata.version) found = { bytes: known, metadata: old };
    const [before, after] = [old, found.metadata].map(
      (each) => fileOf(each, "snapshot.json").version,
    );
    refuseOlder("snapshot.json", before ?? 0, after ?? 0);
  }
  requireFresh(found.metadata, now);
  return found;
}

function refuseOlder(name: string, before: number, after: number): void {
  if (after >= before) return;
  throw tufError(
    `${name} has version ${after}, and ${before} was seen before: the repository was rolled back`,
    "Somebody may be serving an old state on purpose. Nothing was taken over.",
  );
}

function fileOf(metadata: Metadata, name: string): FileMeta {
  const found = filesIn(metadata).get(name);
  if (found === undefined) throw tufError(`${metadata.role}.json does not name ${name}`);
  return found;
}

interface From {
  readonly root: Metadata;
  readonly update: TufUpdate;
  readonly isConsistent: boolean;
}

/** 5.5.1 to 5.5.4, 5.6.1 to 5.6.4: what is kept serves where it is the very file that is meant. */
async function fetchRole(
  role: "snapshot" | "targets",
  meta: FileMeta,
  known: Uint8Array | undefined,
  { root, update, isConsistent }: From,
): Promise<Trusted> {
  const name = `${isConsistent ? `${meta.version}.` : ""}${role}.json`;
  const isKnown =
    known !== undefined &&
    readMetadata(known, role).version === meta.version &&
    sizeProblem(known, meta) === undefined;
  const bytes = isKnown ? known : await update.fetch(name, meta.length ?? LIMITS[role]);
  if (bytes === undefined) throw tufError(`there is no ${name}`);
  const problem = sizeProblem(bytes, meta);
  if (problem !== undefined) throw tufError(`${name} ${problem}`);
  const metadata = readMetadata(bytes, role);
  requireSignatures(metadata, roleKeys(root, role), role);
  if (metadata.version !== meta.version)
    throw tufError(`${name} is of version ${metadata.version}, and ${meta.version} is meant`);
  return { bytes, metadata };
}

/** 5.5.5 */
function refuseOlderFiles(known: Uint8Array | undefined, snapshot: Metadata): void {
  if (known === undefined) return;
  const files = filesIn(snapshot);
  for (const [name, { version }] of filesIn(readMetadata(known, "snapshot"))) {
    const now = files.get(name);
    if (now === undefined) throw tufError(`the new snapshot.json does not name ${name} any more`);
    refuseOlder(name, version, now.version);
  }
}

function sizeProblem(bytes: Uint8Array, { length, hashes }: Pick<FileMeta, "length" | "hashes">) {
  if (length !== undefined && bytes.length > length) return `has more than ${length} bytes`;
  for (const [name, hash] of hashes) {
    if (name !== "sha256" && name !== "sha512") continue;
    if (createHash(name).update(bytes).digest("hex") !== hash) return `has another ${name}`;
  }
  return undefined;
}

/** 5.7 */
async function fetchTarget(
  targets: Metadata,
  known: Uint8Array | undefined,
  { update, isConsistent }: From,
): Promise<Uint8Array> {
  const { target: name } = update;
  const list = targets.signed["targets"];
  const entry = isRecord(list) && Object.hasOwn(list, name) ? list[name] : undefined;
  if (!isRecord(entry)) throw tufError(`targets.json does not name ${name}`);
  const meta = sizeOf(entry, "targets.json");
  const hash = meta.hashes.get("sha256") ?? meta.hashes.get("sha512");
  if (meta.length === undefined || hash === undefined)
    throw tufError(`targets.json gives ${name} no length or no hash that is known`);
  if (known !== undefined && known.length === meta.length && sizeProblem(known, meta) === undefined)
    return known;
  const bytes = await update.fetch(`targets/${isConsistent ? `${hash}.` : ""}${name}`, meta.length);
  if (bytes === undefined) throw tufError(`there is no target ${name}`);
  const problem = sizeProblem(bytes, meta);
  if (problem !== undefined || bytes.length !== meta.length)
    throw tufError(`the target ${name} ${problem ?? `has not ${meta.length} bytes`}`);
  return bytes;
}

/** No folder, no dots alone: it becomes part of a URL and of a path. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/.test(name);
}
