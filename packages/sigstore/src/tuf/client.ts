import { createHash } from "node:crypto";
import { isRecord } from "@assay/core";
import { findTargets } from "./delegations.ts";
import { tufError } from "./error.ts";
import {
  type FileMeta,
  filesIn,
  type Metadata,
  type RoleKeys,
  type RoleName,
  readMetadata,
  requireFresh,
  requireSignatures,
  roleKeys,
  sizeOf,
} from "./metadata.ts";
import { updateRoot } from "./root-chain.ts";

/** The limits that TUF's clients have in common, of metadata and of a target: what metadata says is larger is not asked for. */
const LIMITS: Readonly<Record<Exclude<RoleName, "root">, number>> = {
  timestamp: 16_384,
  snapshot: 2_000_000,
  targets: 5_000_000,
};

/** Metadata and target as they were last good; a root there is always. */
export interface TufState {
  readonly root: Uint8Array;
  readonly timestamp?: Uint8Array | undefined;
  readonly snapshot?: Uint8Array | undefined;
  readonly targets?: Uint8Array | undefined;
  /** Metadata of the delegated roles that were asked for the target, by name. */
  readonly delegated?: ReadonlyMap<string, Uint8Array> | undefined;
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
 * The update of TUF's clients (specification 1.0.34, section 5): root chain, timestamp, snapshot, targets with those that they delegate
 * to, and one target. Nothing of the result is to be kept where it throws, but for the roots.
 *
 * @throws ExternalError that says which step did not hold.
 */
export async function updateTuf(
  state: TufState,
  update: TufUpdate,
): Promise<TufState & { readonly target: Uint8Array }> {
  if (!isPlainPath(update.target))
    throw tufError(`${update.target.slice(0, 100)} is no name of a target`);
  const { bytes: rootBytes, root, areKeysNew } = await updateRoot(state.root, update);
  const trusted: TufState = areKeysNew
    ? { ...state, timestamp: undefined, snapshot: undefined }
    : state;
  const timestamp = await updateTimestamp(root, trusted.timestamp, update);
  const wanted = fileOf(timestamp.metadata, "snapshot.json");
  const isConsistent = root.signed["consistent_snapshot"] === true;
  const from = { update, isConsistent };
  const snapshot = await fetchRole(
    { role: "snapshot", meta: wanted, keys: roleKeys(root, "snapshot") },
    trusted.snapshot,
    from,
  );
  refuseOlderFiles(trusted.snapshot, snapshot.metadata);
  requireFresh(snapshot.metadata, update.now);
  const fetchTargets = async (name: string, keys: RoleKeys, known: Uint8Array | undefined) => {
    const meta = fileOf(snapshot.metadata, `${name}.json`);
    const found = await fetchRole({ role: "targets", name, meta, keys }, known, from);
    requireFresh(found.metadata, update.now);
    return found;
  };
  const targets = await fetchTargets("targets", roleKeys(root, "targets"), trusted.targets);
  const delegated = new Map<string, Uint8Array>();
  const named = await findTargets(targets.metadata, update.target, async ({ name, keys }) => {
    const found = await fetchTargets(name, keys(), trusted.delegated?.get(name));
    delegated.set(name, found.bytes);
    return found.metadata;
  });
  if (named === undefined)
    throw tufError(`neither targets.json nor who it delegates to names ${update.target}`);
  const target = await fetchTarget(named, state.target, from);
  return {
    root: rootBytes,
    timestamp: timestamp.bytes,
    snapshot: snapshot.bytes,
    targets: targets.bytes,
    delegated,
    target,
  };
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
  readonly update: TufUpdate;
  readonly isConsistent: boolean;
}

interface WantedRole {
  readonly role: "snapshot" | "targets";
  /** Of a delegated role. */
  readonly name?: string;
  readonly meta: FileMeta;
  readonly keys: RoleKeys;
}

/** 5.5.1 to 5.5.4, 5.6.1 to 5.6.4: what is kept serves where it is the very file that is meant. */
async function fetchRole(
  { role, name = role, meta, keys }: WantedRole,
  known: Uint8Array | undefined,
  { update, isConsistent }: From,
): Promise<Trusted> {
  const file = `${isConsistent ? `${meta.version}.` : ""}${name}.json`;
  const isKnown =
    known !== undefined &&
    readMetadata(known, role, name).version === meta.version &&
    sizeProblem(known, meta) === undefined;
  const limit = LIMITS[role];
  // Whoever delegates to a role chooses its name: it is one segment of the path, whatever stands in it.
  const bytes = isKnown
    ? known
    : await update.fetch(encodeURIComponent(file), Math.min(meta.length ?? limit, limit));
  if (bytes === undefined) throw tufError(`there is no ${file}`);
  const problem = sizeProblem(bytes, meta);
  if (problem !== undefined) throw tufError(`${file} ${problem}`);
  const metadata = readMetadata(bytes, role, name);
  requireSignatures(metadata, keys, name);
  if (metadata.version !== meta.version)
    throw tufError(`${file} is of version ${metadata.version}, and ${meta.version} is meant`);
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
  const where = `${targets.name}.json`;
  const list = targets.signed["targets"];
  const entry = isRecord(list) && Object.hasOwn(list, name) ? list[name] : undefined;
  if (!isRecord(entry)) throw tufError(`${where} does not name ${name}`);
  const meta = sizeOf(entry, where);
  const hash = meta.hashes.get("sha256") ?? meta.hashes.get("sha512");
  if (meta.length === undefined || hash === undefined)
    throw tufError(`${where} gives ${name} no length or no hash that is known`);
  if (meta.length > LIMITS.targets)
    throw tufError(`${name} has ${meta.length} bytes, and at most ${LIMITS.targets} are read`);
  if (known !== undefined && known.length === meta.length && sizeProblem(known, meta) === undefined)
    return known;
  const slash = name.lastIndexOf("/") + 1;
  const file = isConsistent ? `${name.slice(0, slash)}${hash}.${name.slice(slash)}` : name;
  const path = file.split("/").map(encodeURIComponent).join("/");
  const bytes = await update.fetch(`targets/${path}`, meta.length);
  if (bytes === undefined) throw tufError(`there is no target ${name}`);
  const problem = sizeProblem(bytes, meta);
  if (problem !== undefined || bytes.length !== meta.length)
    throw tufError(`the target ${name} ${problem ?? `has not ${meta.length} bytes`}`);
  return bytes;
}

/** No dots alone, nothing that a URL or a path reads otherwise. */
function isPlainPath(path: string): boolean {
  return path
    .split("/")
    .every((segment) => /^[A-Za-z0-9_@-][A-Za-z0-9._@+-]{0,199}$/.test(segment));
}
