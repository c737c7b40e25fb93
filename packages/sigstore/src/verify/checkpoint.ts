import { type KeyObject, verify } from "node:crypto";
import type { TrustedLog } from "../trust/trusted-root.ts";

export interface Checkpoint {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Buffer;
  /** The note: what is signed, with its last line break. */
  readonly signed: string;
  /** This log's name, as it stands in its own line, and its signature. */
  readonly name: string;
  readonly signature: Buffer;
}

const MAX_CHECKPOINT = 64 * 1024;
const SIGNATURE_PREFIX = "\u2014 ";

/**
 * A checkpoint as a signed note (C2SP tlog-checkpoint.md and signed-note.md), with one valid signature of this log. Lines of
 * witnesses are ignored.
 *
 * @returns `undefined` when it is malformed or no line is this log's: name and origin must be one and the same name of it.
 */
export function openCheckpoint(envelope: string, log: TrustedLog): Checkpoint | undefined {
  const split = envelope.indexOf("\n\n");
  // No control characters but line breaks.
  if (envelope.length > MAX_CHECKPOINT || split < 0 || /[^\n -\uffff]/.test(envelope))
    return undefined;
  const signed = envelope.slice(0, split + 1);
  const lines = envelope.slice(split + 2).split("\n");
  // A note ends with a line break, and every line behind the blank one is a signature.
  if (lines.pop() !== "" || !lines.every((line) => line.startsWith(SIGNATURE_PREFIX)))
    return undefined;
  const [own] = lines.flatMap((line) => ownSignature(line, signed, log));
  if (own === undefined) return undefined;
  const [origin = "", size = "", root = ""] = signed.split("\n");
  const hash = Buffer.from(root, "base64");
  if (!isOriginOf(origin, own.name)) return undefined;
  if (!/^(0|[1-9][0-9]{0,18})$/.test(size) || hash.length !== 32) return undefined;
  return { origin, size: BigInt(size), root: hash, signed, ...own };
}

/** The log's name; Rekor v1 adds the number of its tree: `rekor.sigstore.dev - 1193050959916656506`. */
function isOriginOf(origin: string, name: string): boolean {
  return (
    origin === name ||
    (origin.startsWith(`${name} - `) && /^[0-9]+$/.test(origin.slice(name.length + 3)))
  );
}

/** The parts of a signature line, where it is this log's and holds. */
function ownSignature(
  line: string,
  signed: string,
  log: TrustedLog,
): readonly Pick<Checkpoint, "name" | "signature">[] {
  const [name = "", encoded = "", ...rest] = line.slice(SIGNATURE_PREFIX.length).split(" ");
  if (!log.names.includes(name) || rest.length > 0) return [];
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.toString("base64") !== encoded) return [];
  if (bytes.length < 5 || !bytes.subarray(0, 4).equals(log.checkpointId)) return [];
  const signature = bytes.subarray(4);
  return isValid(log.key, signed, signature) ? [{ name, signature }] : [];
}

function isValid(key: KeyObject, signed: string, signature: Buffer): boolean {
  try {
    const digest = key.asymmetricKeyType === "ed25519" ? null : "sha256";
    return verify(digest, Buffer.from(signed, "utf8"), key, signature);
  } catch {
    return false;
  }
}
