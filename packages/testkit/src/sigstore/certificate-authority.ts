import { createHash, createPublicKey, sign, verify } from "node:crypto";
import {
  type Authority,
  authorityKeyId,
  createAuthority,
  ecKeys,
  extendedKeyUsage,
  extension,
  IS_CA,
  KEY_USAGE_SIGN,
  type KeyPair,
  signCertificate,
  subjectKeyId,
  toBeSigned,
} from "./certificates.ts";
import { element, octets, sequence, utf8 } from "./der.ts";

const CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
const LIFETIME_MS = 10 * 60 * 1000;

/** A Fulcio with its certificate log. */
export interface MiniAuthority {
  readonly root: Authority;
  readonly logKeys: KeyPair;
  issue(request: LeafRequest): Buffer;
}

export interface LeafRequest {
  readonly spki: Buffer;
  readonly subject: { readonly email: string } | { readonly uri: string };
  readonly issuer: string;
  /** For certificates that a verifier must refuse. */
  readonly extendedKeyUsages?: readonly string[];
  readonly withoutLogEntry?: boolean;
  readonly isCa?: boolean;
  /** Other names instead of `subject`: GeneralName tag (1 address, 2 DNS, 6 URI) and text. */
  readonly names?: readonly (readonly [tag: 1 | 2 | 6, text: string])[];
  /** As a CA that is no Fulcio issues it: nothing of OIDC. */
  readonly withoutIssuer?: boolean;
  /** What the newer of the two issuer extensions says instead. */
  readonly otherIssuer?: string;
  /** Fulcio's other extensions by their last arc: bare text below 8, a UTF-8 string from there. */
  readonly claims?: Readonly<Record<number, string>>;
  /** The certificate log's signature is over something else. */
  readonly wrongLogEntry?: boolean;
}

/**
 * @param lifetimeMs How long its certificates are valid.
 * @param isIntermediate Whether its own certificate is one that somebody else issued.
 */
export function createMiniAuthority(
  now: () => Date,
  lifetimeMs = LIFETIME_MS,
  isIntermediate = false,
): MiniAuthority {
  const root = createAuthority("mini-sigstore", now(), isIntermediate);
  const logKeys = ecKeys();
  let serial = 100;
  return {
    root,
    logKeys,
    issue: (request) => {
      serial += 1;
      const time = now();
      const fields = {
        serial,
        issuer: root.name,
        subject: sequence(),
        notBefore: new Date(Math.floor(time.getTime() / 1000) * 1000),
        notAfter: new Date(Math.floor(time.getTime() / 1000) * 1000 + lifetimeMs),
        spki: request.spki,
        extensions: leafExtensions(request, root),
      };
      const entry = request.withoutLogEntry
        ? []
        : [
            scheduledEntry(
              toBeSigned(request.wrongLogEntry ? { ...fields, serial: 1 } : fields),
              root,
              logKeys,
              time,
            ),
          ];
      const tbs = toBeSigned({ ...fields, extensions: [...fields.extensions, ...entry] });
      return signCertificate(tbs, root.keys.privateKey);
    },
  };
}

function leafExtensions(request: LeafRequest, root: Authority): readonly Buffer[] {
  const { subject } = request;
  const names = request.names ?? [
    "email" in subject ? ([1, subject.email] as const) : ([6, subject.uri] as const),
  ];
  const generalNames = names.map(([tag, text]) => element(0x80 + tag, Buffer.from(text)));
  return [
    ...(request.isCa ? [IS_CA] : []),
    KEY_USAGE_SIGN,
    extendedKeyUsage(false, ...(request.extendedKeyUsages ?? [CODE_SIGNING])),
    subjectKeyId(request.spki),
    authorityKeyId(root.keys.spki),
    extension("2.5.29.17", sequence(...generalNames), true),
    ...(request.withoutIssuer
      ? []
      : [
          extension("1.3.6.1.4.1.57264.1.1", Buffer.from(request.issuer)),
          extension("1.3.6.1.4.1.57264.1.8", utf8(request.otherIssuer ?? request.issuer)),
        ]),
    ...Object.entries(request.claims ?? {}).map(([arc, text]) =>
      extension(`1.3.6.1.4.1.57264.1.${arc}`, Number(arc) < 8 ? Buffer.from(text) : utf8(text)),
    ),
  ];
}

/** The SCT list extension over the precertificate (RFC 6962, sections 3.2 and 3.3). */
function scheduledEntry(tbs: Buffer, root: Authority, log: KeyPair, time: Date): Buffer {
  const timestamp = Buffer.alloc(8);
  timestamp.writeBigUInt64BE(BigInt(time.getTime()));
  const length = Buffer.alloc(3);
  length.writeUIntBE(tbs.length, 0, 3);
  const issuerKeyHash = createHash("sha256").update(root.keys.spki).digest();
  const signed = Buffer.concat([
    Buffer.from([0, 0]),
    timestamp,
    Buffer.from([0, 1]),
    issuerKeyHash,
    length,
    tbs,
    Buffer.from([0, 0]),
  ]);
  const signature = sign("sha256", signed, log.privateKey);
  const logId = createHash("sha256").update(log.spki).digest();
  const sct = Buffer.concat([
    Buffer.from([0]),
    logId,
    timestamp,
    Buffer.from([0, 0, 4, 3]),
    u16(signature.length),
    signature,
  ]);
  const list = Buffer.concat([u16(sct.length + 2), u16(sct.length), sct]);
  return extension("1.3.6.1.4.1.11129.2.4.2", octets(list));
}

function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

/** Whether `proof` is a signature over `subject` by the key in `pem`; its DER. */
export function provenKey(pem: string, subject: string, proof: string): Buffer | undefined {
  const key = createPublicKey(pem);
  const isProven = verify("sha256", Buffer.from(subject), key, Buffer.from(proof, "base64"));
  return isProven ? key.export({ format: "der", type: "spki" }) : undefined;
}
