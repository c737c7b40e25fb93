import { memberAt } from "@assay/core";
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
  const [saidKind, saidVersion] = [memberAt(body, "kind"), memberAt(body, "apiVersion")];
  if (saidKind !== kind || saidVersion !== version) {
    const said = `${describeValue(saidKind)} ${describeValue(saidVersion)}`;
    throw logEntryInvalid("its body is of another kind", `"${kind}" "${version}"`, said);
  }
  const spec = memberAt(body, "spec");
  switch (`${kind} ${version}`) {
    case "hashedrekord 0.0.1":
      return {
        verifier: fromPem(memberAt(spec, "signature", "publicKey", "content")),
        signature: bytes(memberAt(spec, "signature", "content"), "base64"),
        digest: bytes(memberAt(spec, "data", "hash", "value"), "hex"),
        digestOf: "signed",
      };
    case "hashedrekord 0.0.2": {
      const record = memberAt(spec, "hashedRekordV002");
      return {
        verifier: fromRaw(memberAt(record, "signature", "verifier")),
        signature: bytes(memberAt(record, "signature", "content"), "base64"),
        digest: bytes(memberAt(record, "data", "digest"), "base64"),
        digestOf: "signed",
      };
    }
    case "dsse 0.0.1":
      return {
        verifier: fromPem(memberAt(spec, "signatures", "0", "verifier")),
        signature: bytes(memberAt(spec, "signatures", "0", "signature"), "base64"),
        digest: bytes(memberAt(spec, "payloadHash", "value"), "hex"),
        digestOf: "payload",
      };
    case "intoto 0.0.2": {
      const signed = memberAt(spec, "content", "envelope", "signatures", "0");
      // Both are base64 twice.
      const signature = bytes(memberAt(signed, "sig"), "base64").toString("utf8");
      return {
        verifier: fromPem(memberAt(signed, "publicKey")),
        signature: bytes(signature, "base64"),
        digest: bytes(memberAt(spec, "content", "payloadHash", "value"), "hex"),
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
  const certificate = memberAt(verifier, "x509Certificate", "rawBytes");
  const raw = certificate ?? memberAt(verifier, "publicKey", "rawBytes");
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
