import type { TransparencyLogEntry } from "@sigstore/bundle";
import { describeValue } from "../bundle/describe-value.ts";
import { logEntryInvalid } from "../error.ts";
import { pemBlocks } from "../keys/pem.ts";

/** The key or certificate that a log entry must name: as DER, the one that the bundle holds. */
export interface Verifier {
  readonly der: Buffer;
  readonly isCertificate: boolean;
}

/** What a log entry's canonical body says was signed, how, and by what. */
export interface LogBody {
  readonly verifier: Verifier | undefined;
  readonly signature: Buffer;
  readonly digest: Buffer;
  /** Whether the digest is that of an envelope's payload, or of the bytes that were signed. */
  readonly digestOf: "payload" | "signed";
}

/**
 * Reads the canonical body of the kinds of entry that are known.
 *
 * @throws VerificationError `log-entry-invalid`
 */
export function readLogBody(entry: TransparencyLogEntry): LogBody {
  let body: unknown;
  try {
    body = JSON.parse(entry.canonicalizedBody.toString("utf8"));
  } catch {
    throw logEntryInvalid("its body is unreadable", "JSON", "something else");
  }
  const { kind, version } = entry.kindVersion;
  const [saidKind, saidVersion] = [member(body, "kind"), member(body, "apiVersion")];
  if (saidKind !== kind || saidVersion !== version) {
    const said = `${describeValue(saidKind)} ${describeValue(saidVersion)}`;
    throw logEntryInvalid("its body is of another kind", `"${kind}" "${version}"`, said);
  }
  const spec = member(body, "spec");
  switch (`${kind} ${version}`) {
    case "hashedrekord 0.0.1":
      return {
        verifier: fromPem(member(spec, "signature", "publicKey", "content")),
        signature: bytes(member(spec, "signature", "content"), "base64"),
        digest: bytes(member(spec, "data", "hash", "value"), "hex"),
        digestOf: "signed",
      };
    case "hashedrekord 0.0.2": {
      const record = member(spec, "hashedRekordV002");
      return {
        verifier: fromRaw(member(record, "signature", "verifier")),
        signature: bytes(member(record, "signature", "content"), "base64"),
        digest: bytes(member(record, "data", "digest"), "base64"),
        digestOf: "signed",
      };
    }
    case "dsse 0.0.1":
      return {
        verifier: fromPem(member(spec, "signatures", "0", "verifier")),
        signature: bytes(member(spec, "signatures", "0", "signature"), "base64"),
        digest: bytes(member(spec, "payloadHash", "value"), "hex"),
        digestOf: "payload",
      };
    case "intoto 0.0.2": {
      const signed = member(spec, "content", "envelope", "signatures", "0");
      // Both are base64 twice.
      const signature = bytes(member(signed, "sig"), "base64").toString("utf8");
      return {
        verifier: fromPem(member(signed, "publicKey")),
        signature: bytes(signature, "base64"),
        digest: bytes(member(spec, "content", "payloadHash", "value"), "hex"),
        digestOf: "payload",
      };
    }
    default:
      throw logEntryInvalid(
        "it is of a kind that is not supported",
        "hashedrekord 0.0.1 or 0.0.2, dsse 0.0.1 or intoto 0.0.2",
        `${kind} ${version}`.slice(0, 100),
      );
  }
}

function fromRaw(verifier: unknown): Verifier | undefined {
  const certificate = member(verifier, "x509Certificate", "rawBytes");
  const raw = certificate ?? member(verifier, "publicKey", "rawBytes");
  if (typeof raw !== "string") return undefined;
  return { der: Buffer.from(raw, "base64"), isCertificate: certificate !== undefined };
}

function fromPem(encoded: unknown): Verifier | undefined {
  const [block] = pemBlocks(bytes(encoded, "base64").toString("utf8"));
  if (block === undefined) return undefined;
  return { der: block.bytes, isCertificate: block.label === "CERTIFICATE" };
}

function bytes(value: unknown, encoding: "base64" | "hex"): Buffer {
  return Buffer.from(typeof value === "string" ? value : "", encoding);
}

function member(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name))
      return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}
