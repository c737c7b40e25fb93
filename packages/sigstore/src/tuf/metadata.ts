import { isRecord, repeatedField } from "@assay/core";
import { canonicalJson } from "./canonical.ts";
import { tufError } from "./error.ts";
import { keyOf, type TufKey } from "./keys.ts";

export const ROLES = ["root", "timestamp", "snapshot", "targets"] as const;
export type RoleName = (typeof ROLES)[number];

/** Metadata of a role, its form checked and its signatures not yet. */
export interface Metadata {
  readonly role: RoleName;
  /** As files are called: the role's, or that of a delegated one. */
  readonly name: string;
  readonly version: number;
  readonly expires: Date;
  /** Everything that is signed, unknown fields too. */
  readonly signed: Readonly<Record<string, unknown>>;
  /** By key id; slots that nobody has signed are left out. */
  readonly signatures: ReadonlyMap<string, Buffer>;
}

export interface RoleKeys {
  readonly threshold: number;
  readonly keys: ReadonlyMap<string, TufKey>;
}

/** What one role's metadata says of a file of another: a version, or a length with hashes. */
export interface FileMeta {
  readonly version: number;
  readonly length: number | undefined;
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Metadata of TUF 1.0 (specification 1.0.34, section 4).
 *
 * @throws ExternalError
 */
export function readMetadata(bytes: Uint8Array, role: RoleName, name: string = role): Metadata {
  const fail = (problem: string): never => {
    throw tufError(`${name}.json ${problem}`);
  };
  let text = "";
  let json: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    json = JSON.parse(text);
  } catch {
    return fail("is no JSON in UTF-8");
  }
  if (repeatedField(text) !== undefined) fail("gives a field twice");
  const signed = isRecord(json) ? json["signed"] : undefined;
  const list = isRecord(json) ? json["signatures"] : undefined;
  if (!isRecord(signed) || !Array.isArray(list)) return fail("has no `signed` and `signatures`");
  if (signed["_type"] !== role) fail(`is of type ${JSON.stringify(signed["_type"])?.slice(0, 40)}`);
  if (!/^1\.\d+(?:\.\d+)?$/.test(String(signed["spec_version"])))
    fail("is of another version of TUF");
  const signatures = new Map<string, Buffer>();
  const ids = new Set<string>();
  for (const entry of list) {
    const [keyid, sig] = isRecord(entry) ? [entry["keyid"], entry["sig"]] : [];
    if (typeof keyid !== "string" || typeof sig !== "string" || !/^(?:[0-9a-f]{2})*$/.test(sig))
      return fail("has a signature of another form");
    if (ids.has(keyid)) fail("has two signatures of one key id");
    ids.add(keyid);
    if (sig !== "") signatures.set(keyid, Buffer.from(sig, "hex"));
  }
  return {
    role,
    name,
    version: positive(signed["version"]) ?? fail("has no version from 1"),
    expires: instant(signed["expires"]) ?? fail("says of no instant that it expires then"),
    signed,
    signatures,
  };
}

/** In UTC alone: what another reader takes for local time is no instant. */
function instant(value: unknown): Date | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value))
    return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function positive(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** The keys of a role, as a root names them. */
export function roleKeys(root: Metadata, role: RoleName): RoleKeys {
  const { roles, keys } = root.signed;
  return keysOf(
    keys,
    isRecord(roles) ? roles[role] : undefined,
    `root.json has no usable role ${role}`,
  );
}

/**
 * The keys of a role, as a root or whoever delegates to it names them. Two ids of one key are one key: what counts is who signed.
 *
 * @param keys What `entry` names by id.
 */
export function keysOf(keys: unknown, entry: unknown, problem: string): RoleKeys {
  const ids = isRecord(entry) ? entry["keyids"] : undefined;
  const threshold = isRecord(entry) ? positive(entry["threshold"]) : undefined;
  if (!Array.isArray(ids) || threshold === undefined || new Set(ids).size !== ids.length)
    throw tufError(problem);
  const found = new Map<string, TufKey>();
  for (const id of ids) {
    const key =
      isRecord(keys) && Object.hasOwn(keys, String(id)) ? keyOf(keys[String(id)]) : undefined;
    if (key !== undefined) found.set(String(id), key);
  }
  return { threshold, keys: found };
}

/** @throws ExternalError where fewer different keys than the threshold signed. */
export function requireSignatures(
  metadata: Metadata,
  { threshold, keys }: RoleKeys,
  by: string,
): void {
  const signed = canonicalJson(metadata.signed);
  const signers = new Set<string>();
  for (const [id, signature] of metadata.signatures) {
    const key = keys.get(id);
    if (key?.verify(signed, signature) === true) signers.add(key.identity);
  }
  if (signers.size >= threshold) return;
  throw tufError(
    `${metadata.name}.json of version ${metadata.version} is signed by ${signers.size} of the keys of ${by}, and ${threshold} are needed`,
  );
}

/** @throws ExternalError for metadata that is over at the start of the update. */
export function requireFresh({ name, version, expires }: Metadata, now: Date): void {
  if (now < expires) return;
  throw tufError(`${name}.json of version ${version} expired at ${expires.toISOString()}`);
}

/** What `metadata` says of files; a name without a version, or with strange hashes, refuses all of it. */
export function filesIn(metadata: Metadata): ReadonlyMap<string, FileMeta> {
  const { meta } = metadata.signed;
  if (!isRecord(meta)) throw tufError(`${metadata.name}.json names no files`);
  return new Map(
    Object.entries(meta).map(([name, value]) => {
      const version = isRecord(value) ? positive(value["version"]) : undefined;
      if (!isRecord(value) || version === undefined)
        throw tufError(`${metadata.name}.json gives ${name.slice(0, 60)} no version`);
      return [name, { version, ...sizeOf(value, `${metadata.name}.json`) }];
    }),
  );
}

/** Length and hashes of a file, each where it is given. */
export function sizeOf(
  value: Readonly<Record<string, unknown>>,
  where: string,
): Pick<FileMeta, "length" | "hashes"> {
  const { length, hashes = {} } = value;
  const entries = isRecord(hashes) ? Object.entries(hashes) : undefined;
  const isSize = length === undefined || (Number.isSafeInteger(length) && Number(length) >= 0);
  const areHashes = entries?.every(
    ([, hash]) => typeof hash === "string" && /^[0-9a-f]+$/.test(hash),
  );
  if (!isSize || areHashes !== true) throw tufError(`${where} has a strange length or hash`);
  return {
    length: length === undefined ? undefined : Number(length),
    hashes: new Map(entries?.map(([name, hash]) => [name, String(hash)])),
  };
}
