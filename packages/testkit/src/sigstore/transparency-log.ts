import { createHash, sign } from "node:crypto";
import { ecKeys, ed25519Keys, type KeyPair } from "./certificates.ts";
import { inclusionProof, leafHash, treeRoot } from "./merkle.ts";

/** A log with a real Merkle tree and signed checkpoints. */
export interface MiniLog {
  readonly host: string;
  readonly keys: KeyPair;
  /** The full key id: of v2 the checkpoint's, of v1 the hash of the key. */
  readonly id: Buffer;
  /** The index of the body, and whether it was there before. */
  append(body: Buffer): { readonly index: number; readonly isNew: boolean };
  proof(index: number): LogProof;
  body(index: number): Buffer | undefined;
  size(): number;
  /** A tile of C2SP tlog-tiles, or `checkpoint`: `tile/0/000.p/7`. */
  published(name: string): Buffer | undefined;
}

export interface LogProof {
  readonly index: number;
  readonly size: number;
  readonly root: Buffer;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: string;
}

/**
 * @param version v1 signs with ECDSA and names its tree in the origin, v2 with Ed25519 (transparency-dev formats, "note
 * signature": the key id is over name, type and key).
 */
export function createMiniLog(host: string, version: 1 | 2): MiniLog {
  const keys = version === 1 ? ecKeys() : ed25519Keys();
  const origin = version === 1 ? `${host} - 4711` : host;
  const id =
    version === 1
      ? sha256(keys.spki)
      : sha256(Buffer.from(`${host}\n`), Buffer.from([1]), keys.spki.subarray(-32));
  const bodies: Buffer[] = [];
  const places = new Map<string, number>();
  const leaves: Buffer[] = [];
  const checkpoint = (): string => {
    const note = `${origin}\n${leaves.length}\n${treeRoot(leaves).toString("base64")}\n`;
    const digest = version === 1 ? "sha256" : null;
    const signature = sign(digest, Buffer.from(note), keys.privateKey);
    const line = Buffer.concat([id.subarray(0, 4), signature]).toString("base64");
    return `${note}\n\u2014 ${host} ${line}\n`;
  };
  return {
    host,
    keys,
    id,
    append: (body) => {
      const name = sha256(body).toString("hex");
      const known = places.get(name);
      if (known !== undefined) return { index: known, isNew: false };
      places.set(name, bodies.length);
      bodies.push(body);
      leaves.push(leafHash(body));
      return { index: bodies.length - 1, isNew: true };
    },
    body: (index) => bodies[index],
    size: () => bodies.length,
    proof: (index) => ({
      index,
      size: leaves.length,
      root: treeRoot(leaves),
      hashes: inclusionProof(leaves, index),
      checkpoint: checkpoint(),
    }),
    published: (name) => (name === "checkpoint" ? Buffer.from(checkpoint()) : tile(leaves, name)),
  };
}

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  return createHash("sha256").update(Buffer.concat(parts)).digest();
}

/** RFC 8785 for the values that logs hold: strings, whole numbers, lists and objects. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entry]) => `${JSON.stringify(name)}:${canonicalJson(entry)}`);
  return `{${members.join(",")}}`;
}

/** Tiles of a tree of at most 256,000 leaves: their number has one group of digits. */
function tile(leaves: readonly Buffer[], name: string): Buffer | undefined {
  const [, level = "", number = "", partial] =
    /^tile\/(\d)\/(\d{3})(?:\.p\/(\d+))?$/.exec(name) ?? [];
  if (level === "") return undefined;
  const span = 256 ** Number(level);
  const first = Number(number) * 256;
  const width = Math.min(256, Math.floor(leaves.length / span) - first);
  if (width !== Number(partial ?? 256)) return undefined;
  const hashes = Array.from({ length: width }, (_, at) =>
    treeRoot(leaves, (first + at) * span, (first + at + 1) * span),
  );
  return Buffer.concat(hashes);
}
