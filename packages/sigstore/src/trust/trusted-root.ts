import { createPublicKey, type KeyObject } from "node:crypto";
import { UsageError } from "@assay/core";
import type { X509Certificate } from "@sigstore/core";
import { type ProtoReader, protoReader } from "../bundle/proto-json.ts";
import { lastingCertificate } from "./lasting-certificate.ts";
import { keyHash, logNames, noteKeyId } from "./log-identity.ts";
import { unwrapTrustConfig } from "./trust-config.ts";

/** Both ends are inclusive; no end means "still". */
export interface Window {
  readonly start: Date | undefined;
  readonly end: Date | undefined;
}

export interface TrustedLog {
  /** For messages: its host. */
  readonly name: string;
  readonly baseUrl: string;
  /** What it may sign its checkpoints as: the host of `baseUrl`, alone and with its port. */
  readonly names: readonly string[];
  /** What its entries and SCTs name it by: the ids of the root, or, where it has none of 32 bytes, those of its key. */
  readonly ids: readonly Buffer[];
  /** The first four bytes of `checkpointKeyId`, or of `logId` where there is none: what its checkpoints name its key by. */
  readonly checkpointId: Buffer;
  readonly key: KeyObject;
  readonly window: Window & { readonly start: Date };
  readonly operator: string;
}

export interface TrustedAuthority {
  /** For messages: its URI. */
  readonly name: string;
  /** Leaf or intermediate first; the last one is the trust anchor. */
  readonly chain: readonly X509Certificate[];
  readonly window: Window;
  readonly operator: string;
}

export interface TrustedRoot {
  readonly logs: readonly TrustedLog[];
  readonly certificateLogs: readonly TrustedLog[];
  readonly certificateAuthorities: readonly TrustedAuthority[];
  readonly timestampAuthorities: readonly TrustedAuthority[];
}

const MEDIA_TYPES: readonly string[] = [
  "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
  "application/vnd.dev.sigstore.trustedroot.v0.1+json",
  "application/vnd.dev.sigstore.trustedroot.v0.2+json",
];
const MAX_INSTANCES = 256;
const MAX_CHAIN = 16;
const CHECKPOINT_ID_BYTES = 4;
const LOG_ID_BYTES = 32;
const LOG_FIELDS = [
  "baseUrl",
  "hashAlgorithm",
  "publicKey",
  "logId",
  "checkpointKeyId",
  "operator",
];
const AUTHORITY_FIELDS = ["subject", "uri", "certChain", "validFor", "operator"];

export function covers(window: Window, time: Date): boolean {
  return (
    (window.start === undefined || window.start <= time) &&
    (window.end === undefined || time <= window.end)
  );
}

/**
 * A trusted root (protobuf-specs `sigstore_trustroot.proto`), or the one inside a client trust config.
 *
 * Fails closed: an unknown field, an unreadable key or a log without the start of its validity refuses the whole root.
 *
 * @throws UsageError
 */
export function parseTrustedRoot(bytes: Uint8Array, source: string): TrustedRoot {
  const fail = (path: string, problem: string): never => {
    throw new UsageError(`${source}: ${path} ${problem}`, {
      hint: "Give a Sigstore trusted root, as `cosign trusted-root create` writes it.",
    });
  };
  const json = unwrapTrustConfig(bytes, "trustedRoot", source);
  const root = protoReader(
    json,
    "trustedRoot",
    ["mediaType", "tlogs", "ctlogs", "certificateAuthorities", "timestampAuthorities"],
    fail,
  );
  root.choice("mediaType", MEDIA_TYPES);
  const logs = (name: "tlogs" | "ctlogs") =>
    root.list(name, MAX_INSTANCES, LOG_FIELDS).map((entry) => readLog(entry, name, fail));
  const authorities = (name: string) =>
    root.list(name, MAX_INSTANCES, AUTHORITY_FIELDS).map((entry) => readAuthority(entry, fail));
  return {
    logs: logs("tlogs"),
    certificateLogs: logs("ctlogs"),
    certificateAuthorities: authorities("certificateAuthorities"),
    timestampAuthorities: authorities("timestampAuthorities"),
  };
}

type Fail = (path: string, problem: string) => never;

function readLog(entry: ProtoReader, kind: "tlogs" | "ctlogs", fail: Fail): TrustedLog {
  if (entry.has("hashAlgorithm")) entry.choice("hashAlgorithm", ["SHA2_256"]);
  const publicKey = entry.object("publicKey", ["rawBytes", "keyDetails", "validFor"]);
  const window = publicKey.has("validFor")
    ? readWindow(publicKey.object("validFor", ["start", "end"]), fail)
    : undefined;
  const start = window?.start;
  if (start === undefined) return fail(`${publicKey.path}.validFor.start`, "is missing");
  const baseUrl = entry.text("baseUrl");
  const names =
    logNames(baseUrl) ?? fail(`${entry.path}.baseUrl`, `is "${baseUrl.slice(0, 200)}", no URL`);
  const key = readKey(publicKey, fail);
  const logId = readKeyId(entry, "logId", fail);
  const checkpointKeyId = readKeyId(entry, "checkpointKeyId", fail);
  const checkpointId = checkpointKeyId ?? logId;
  if (checkpointId === undefined) return fail(`${entry.path}.logId`, "is missing");
  // Four bytes, as recommended for the checkpoint's id, are not what entries and SCTs name a log by.
  const given = [logId, checkpointKeyId].flatMap((id) => (id?.length === LOG_ID_BYTES ? [id] : []));
  const computed = kind === "tlogs" ? names.map((name) => noteKeyId(name, key)) : [];
  return {
    name: names[0] ?? baseUrl,
    baseUrl,
    names,
    ids: given.length > 0 ? given : [keyHash(key), ...computed],
    checkpointId: checkpointId.subarray(0, CHECKPOINT_ID_BYTES),
    key,
    window: { start, end: window?.end },
    operator: entry.has("operator") ? entry.text("operator") : "",
  };
}

function readKeyId(entry: ProtoReader, name: string, fail: Fail): Buffer | undefined {
  if (!entry.has(name)) return undefined;
  const id = entry.object(name, ["keyId"]).bytes("keyId");
  if (id.length >= CHECKPOINT_ID_BYTES) return id;
  return fail(`${entry.path}.${name}`, `has ${id.length} bytes; at least ${CHECKPOINT_ID_BYTES}`);
}

function readKey(publicKey: ProtoReader, fail: Fail): KeyObject {
  const der = publicKey.bytes("rawBytes");
  for (const type of ["spki", "pkcs1"] as const) {
    try {
      return createPublicKey({ key: der, format: "der", type });
    } catch {
      // The other form; PKCS#1 is what older roots hold for RSA.
    }
  }
  return fail(`${publicKey.path}.rawBytes`, "is no readable public key");
}

function readAuthority(entry: ProtoReader, fail: Fail): TrustedAuthority {
  const chain = entry
    .object("certChain", ["certificates"])
    .list("certificates", MAX_CHAIN, ["rawBytes"])
    .map((certificate) => {
      try {
        return lastingCertificate(certificate.bytes("rawBytes") as Buffer<ArrayBuffer>);
      } catch {
        return fail(certificate.path, "is no readable certificate");
      }
    });
  if (chain.length === 0) fail(`${entry.path}.certChain`, "is empty");
  return {
    name: entry.has("uri") ? entry.text("uri") : "(unnamed)",
    chain,
    window: entry.has("validFor")
      ? readWindow(entry.object("validFor", ["start", "end"]), fail)
      : { start: undefined, end: undefined },
    operator: entry.has("operator") ? entry.text("operator") : "",
  };
}

function readWindow(window: ProtoReader, fail: Fail): Window {
  const instant = (name: string): Date | undefined => {
    if (!window.has(name)) return undefined;
    const text = window.text(name);
    const date = new Date(text);
    const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text);
    if (!isInstant || Number.isNaN(date.getTime())) {
      return fail(`${window.path}.${name}`, `is "${text.slice(0, 60)}", no RFC 3339 instant`);
    }
    return date;
  };
  return { start: instant("start"), end: instant("end") };
}
