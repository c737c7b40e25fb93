import { createHash, sign } from "node:crypto";
import {
  type Authority,
  authorityKeyId,
  commonName,
  createAuthority,
  ecKeys,
  extendedKeyUsage,
  KEY_USAGE_SIGN,
  type KeyPair,
  signCertificate,
  subjectKeyId,
  toBeSigned,
} from "./certificates.ts";
import {
  element,
  elements,
  generalizedTime,
  integer,
  NULL,
  octets,
  oid,
  sequence,
  setOf,
} from "./der.ts";

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SHA256 = sequence(oid("2.16.840.1.101.3.4.2.1"), NULL);
const ECDSA_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));
/** Of the leaf: one for each name, for @sigstore/verify tells authorities by it. */
const serialOf = (authority: Buffer): number => 77 + (authority.at(-1) ?? 0);

/** An RFC 3161 authority: a root and a leaf for timestamping. */
export interface MiniTimestampAuthority {
  readonly root: Authority;
  readonly leaf: Buffer;
  /** @param query `TimeStampReq` in DER. @returns `TimeStampResp`. */
  answer(query: Buffer): Buffer;
}

export interface TimestampFaults {
  readonly wrongNonce?: boolean;
  readonly wrongImprint?: boolean;
}

/** The extended key usage of the authority's certificate. */
export interface TimestampUsage {
  readonly critical: boolean;
  readonly oids: readonly string[];
}

const FOR_TIMESTAMPS: TimestampUsage = { critical: true, oids: [TIME_STAMPING] };

export function createMiniTimestampAuthority(
  now: () => Date,
  faults: () => TimestampFaults,
  usage: TimestampUsage = FOR_TIMESTAMPS,
  name = "mini-tsa",
): MiniTimestampAuthority {
  const root = createAuthority(name, now());
  const keys = ecKeys();
  const day = 24 * 3600 * 1000;
  const leaf = signCertificate(
    toBeSigned({
      serial: serialOf(root.name),
      issuer: root.name,
      subject: commonName("mini-tsa leaf"),
      notBefore: new Date(now().getTime() - 300 * day),
      notAfter: new Date(now().getTime() + 300 * day),
      spki: keys.spki,
      extensions: [
        KEY_USAGE_SIGN,
        extendedKeyUsage(usage.critical, ...usage.oids),
        subjectKeyId(keys.spki),
        authorityKeyId(root.keys.spki),
      ],
    }),
    root.keys.privateKey,
  );
  let serial = 0;
  return {
    root,
    leaf,
    answer: (query) => {
      serial += 1;
      const info = timestampInfo(query, serial, now(), faults());
      return sequence(sequence(integer(0)), token(info, root, leaf, keys));
    },
  };
}

/** `TSTInfo` for what the query asks (RFC 3161, section 2.4.2). */
function timestampInfo(query: Buffer, serial: number, time: Date, faults: TimestampFaults): Buffer {
  const [request] = elements(query);
  const [version, imprint, ...rest] = elements(request?.content ?? Buffer.alloc(0));
  if (version?.tag !== 0x02 || imprint?.tag !== 0x30) throw new TypeError("no TimeStampReq");
  const nonce = rest.find(({ tag }) => tag === 0x02);
  const other = sequence(SHA256, octets(createHash("sha256").update("other").digest()));
  return sequence(
    integer(1),
    oid("1.3.6.1.4.1.57264.2"),
    faults.wrongImprint ? other : imprint.encoded,
    integer(serial),
    generalizedTime(time),
    ...(faults.wrongNonce ? [integer(4711)] : nonce === undefined ? [] : [nonce.encoded]),
  );
}

/** CMS `SignedData` over the info (RFC 5652, section 5). */
function token(info: Buffer, root: Authority, leaf: Buffer, keys: KeyPair): Buffer {
  const digest = createHash("sha256").update(info).digest();
  const attributes = [
    sequence(oid(CONTENT_TYPE), setOf(oid(TST_INFO))),
    sequence(oid(MESSAGE_DIGEST), setOf(octets(digest))),
  ];
  const signed = setOf(...attributes);
  const signerInfo = sequence(
    integer(1),
    sequence(root.name, integer(serialOf(root.name))),
    SHA256,
    Buffer.concat([Buffer.from([0xa0]), signed.subarray(1)]),
    ECDSA_SHA256,
    octets(sign("sha256", signed, keys.privateKey)),
  );
  const signedData = sequence(
    integer(3),
    setOf(SHA256),
    sequence(oid(TST_INFO), element(0xa0, octets(info))),
    element(0xa0, leaf),
    setOf(signerInfo),
  );
  return sequence(oid(SIGNED_DATA), element(0xa0, signedData));
}
