import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** Canonical JSON (OLPC) of what these tests sign: JSON with sorted keys, but for line breaks (of PEM), which stay as they are. */
function canonicalJson(signed: object): Buffer {
  const sorted = (_: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return Buffer.from(JSON.stringify(signed, sorted).replaceAll("\\n", "\n"));
}

export interface TufSigner {
  readonly id: string;
  readonly json: object;
  sign(signed: object): string;
}

/** @param kind `short rsa` has fewer bits than TUF allows. */
export function tufKey(
  kind: "ed25519" | "ecdsa" | "rsa" | "short rsa" = "ed25519",
  id?: string,
): TufSigner {
  const { privateKey, publicKey } = pair(kind);
  const spki = publicKey.export({ format: "der", type: "spki" });
  const pem = publicKey.export({ format: "pem", type: "spki" }).toString();
  const isRsa = kind === "rsa" || kind === "short rsa";
  const [keytype, scheme, text] = {
    ed25519: ["ed25519", "ed25519", spki.subarray(-32).toString("hex")] as const,
    ecdsa: ["ecdsa", "ecdsa-sha2-nistp256", pem] as const,
    rsa: ["rsa", "rsassa-pss-sha256", pem] as const,
  }[kind === "short rsa" ? "rsa" : kind];
  const key = isRsa ? { key: privateKey, padding: 6, saltLength: 32 } : privateKey;
  return {
    id: id ?? createHash("sha256").update(spki).digest("hex"),
    json: { keytype, scheme, keyval: { public: text } },
    sign: (signed) =>
      sign(kind === "ed25519" ? null : "sha256", canonicalJson(signed), key).toString("hex"),
  };
}

function pair(kind: string): { privateKey: KeyObject; publicKey: KeyObject } {
  if (kind === "rsa" || kind === "short rsa")
    return generateKeyPairSync("rsa", { modulusLength: kind === "rsa" ? 2048 : 1024 });
  return kind === "ecdsa"
    ? generateKeyPairSync("ec", { namedCurve: "P-256" })
    : generateKeyPairSync("ed25519");
}

export const TUF_LATER = "2030-01-01T00:00:00Z";

export function tufMetadata(signed: object, signers: readonly TufSigner[]): Buffer {
  const signatures = signers.map((key) => ({ keyid: key.id, sig: key.sign(signed) }));
  return Buffer.from(JSON.stringify({ signed, signatures }));
}

export interface TufRoles {
  readonly root: readonly TufSigner[];
  readonly timestamp: readonly TufSigner[];
  readonly snapshot: readonly TufSigner[];
  readonly targets: readonly TufSigner[];
}

export function tufRoot(
  version: number,
  roles: TufRoles,
  threshold = 1,
  change: object = {},
): object {
  const all = Object.values(roles).flat() as TufSigner[];
  return {
    _type: "root",
    spec_version: "1.0.31",
    version,
    expires: TUF_LATER,
    consistent_snapshot: true,
    "x-unknown": 'with "quotes" and \\',
    keys: Object.fromEntries(all.map((key) => [key.id, key.json])),
    roles: Object.fromEntries(
      Object.entries(roles).map(([name, keys]) => [
        name,
        {
          keyids: (keys as TufSigner[]).map(({ id }) => id),
          threshold: name === "root" ? threshold : 1,
        },
      ]),
    ),
    ...change,
  };
}

export interface TufPublished {
  readonly version: number;
  readonly roles: TufRoles;
  readonly target?: string;
  /** Replaces fields of what is signed. */
  readonly change?: Partial<Record<"timestamp" | "snapshot" | "targets", object>>;
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Timestamp, snapshot, targets and one target, all of one version. */
export function publishTuf(
  files: Map<string, Uint8Array>,
  { version, roles, target = "target", change = {} }: TufPublished,
): void {
  const base = { spec_version: "1.0", version, expires: TUF_LATER };
  const bytes = Buffer.from(target);
  const hash = hashOf(bytes);
  const targets = tufMetadata(
    {
      _type: "targets",
      ...base,
      targets: { "trusted_root.json": { length: bytes.length, hashes: { sha256: hash } } },
      ...change.targets,
    },
    roles.targets,
  );
  const snapshot = tufMetadata(
    {
      _type: "snapshot",
      ...base,
      meta: { "targets.json": { version, hashes: { sha256: hashOf(targets) } } },
      ...change.snapshot,
    },
    roles.snapshot,
  );
  const timestamp = tufMetadata(
    {
      _type: "timestamp",
      ...base,
      meta: {
        "snapshot.json": { version, length: snapshot.length, hashes: { sha256: hashOf(snapshot) } },
      },
      ...change.timestamp,
    },
    roles.timestamp,
  );
  files.set(`targets/${hash}.trusted_root.json`, bytes);
  files.set(`${version}.targets.json`, targets);
  files.set(`${version}.snapshot.json`, snapshot);
  files.set("timestamp.json", timestamp);
}
