import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import {
  bits,
  boolean,
  element,
  generalizedTime,
  integer,
  octets,
  oid,
  sequence,
  utf8,
} from "./der.ts";

const ECDSA_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Buffer;
}

export interface Authority {
  readonly keys: KeyPair;
  readonly name: Buffer;
  readonly certificate: Buffer;
}

export function ecKeys(namedCurve = "P-256"): KeyPair {
  const keys = generateKeyPairSync("ec", { namedCurve });
  return { ...keys, spki: keys.publicKey.export({ format: "der", type: "spki" }) };
}

export function ed25519Keys(): KeyPair {
  const keys = generateKeyPairSync("ed25519");
  return { ...keys, spki: keys.publicKey.export({ format: "der", type: "spki" }) };
}

export function extension(id: string, value: Uint8Array, critical = false): Buffer {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));
}

export const commonName = (text: string): Buffer =>
  sequence(element(0x31, sequence(oid("2.5.4.3"), utf8(text))));

export const KEY_USAGE_SIGN = extension("2.5.29.15", bits(Buffer.from([0x80]), 7), true);
const KEY_USAGE_CA = extension("2.5.29.15", bits(Buffer.from([0x06]), 1), true);
export const IS_CA = extension("2.5.29.19", sequence(boolean(true)), true);
export const extendedKeyUsage = (critical: boolean, ...usages: readonly string[]): Buffer =>
  extension("2.5.29.37", sequence(...usages.map(oid)), critical);

const keyId = (spki: Buffer): Buffer => createHash("sha1").update(spki).digest();
export const subjectKeyId = (spki: Buffer): Buffer => extension("2.5.29.14", octets(keyId(spki)));
export const authorityKeyId = (spki: Buffer): Buffer =>
  extension("2.5.29.35", sequence(element(0x80, keyId(spki))));

export interface CertificateFields {
  readonly serial: number;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Buffer;
  readonly extensions: readonly Buffer[];
}

/** `TBSCertificate` (RFC 5280, section 4.1). */
export function toBeSigned(fields: CertificateFields): Buffer {
  return sequence(
    element(0xa0, integer(2)),
    integer(fields.serial),
    ECDSA_SHA256,
    fields.issuer,
    sequence(generalizedTime(fields.notBefore), generalizedTime(fields.notAfter)),
    fields.subject,
    fields.spki,
    element(0xa3, sequence(...fields.extensions)),
  );
}

export function signCertificate(tbs: Buffer, key: KeyObject): Buffer {
  return sequence(tbs, ECDSA_SHA256, bits(sign("sha256", tbs, key)));
}

/** A self-signed CA, valid for ten years around `now`. */
/** @param isIntermediate Whether somebody else issued it, who is not to be had. */
export function createAuthority(text: string, now: Date, isIntermediate = false): Authority {
  const keys = ecKeys();
  const name = commonName(text);
  const day = 24 * 3600 * 1000;
  const tbs = toBeSigned({
    serial: 1,
    issuer: isIntermediate ? commonName("elsewhere") : name,
    subject: name,
    notBefore: new Date(now.getTime() - 365 * day),
    notAfter: new Date(now.getTime() + 9 * 365 * day),
    spki: keys.spki,
    extensions: [IS_CA, KEY_USAGE_CA, subjectKeyId(keys.spki)],
  });
  return {
    keys,
    name,
    certificate: signCertificate(tbs, (isIntermediate ? ecKeys() : keys).privateKey),
  };
}
