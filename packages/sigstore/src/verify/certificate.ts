import { X509Certificate as NodeCertificate } from "node:crypto";
import { EXTENSION_OID_SCT, type X509Certificate } from "@sigstore/core";
import { VerificationError } from "../error.ts";
import { carriedCertificate } from "../trust/lasting-certificate.ts";

/** In the place of the OIDC issuer, for certificates of a CA of one's own, which names none: Fulcio's always do. */
export const NO_ISSUER = "none";

/** What a Fulcio leaf says about who asked for it. */
export interface CertificateIdentity {
  readonly subject: string;
  readonly issuer: string;
}

const OID_KEY_USAGE = "2.5.29.15";
const OID_SUBJECT_ALT_NAME = "2.5.29.17";
const OID_BASIC_CONSTRAINTS = "2.5.29.19";
const OID_EXTENDED_KEY_USAGE = "2.5.29.37";
const OID_CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
const OID_TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const OID_ISSUER_V1 = "1.3.6.1.4.1.57264.1.1";
const OID_ISSUER_V2 = "1.3.6.1.4.1.57264.1.8";
const OID_OTHER_NAME = "1.3.6.1.4.1.57264.1.7";
const UNDERSTOOD: ReadonlySet<string> = new Set([
  OID_KEY_USAGE,
  OID_SUBJECT_ALT_NAME,
  OID_BASIC_CONSTRAINTS,
  OID_EXTENDED_KEY_USAGE,
  EXTENSION_OID_SCT,
]);

/** @throws VerificationError `malformed-bundle` */
export function parseCertificate(der: Uint8Array): X509Certificate {
  try {
    const certificate = carriedCertificate(der);
    // Two parsers must be able to read it; the one that is worked with does so on demand.
    void new NodeCertificate(der);
    void [certificate.publicKey, certificate.issuer, certificate.extensions];
    void [certificate.notBefore.toISOString(), certificate.notAfter.toISOString()];
    return certificate;
  } catch (cause) {
    throw new VerificationError("malformed-bundle", "the certificate is unreadable", { cause });
  }
}

/** A certificate that names itself as its issuer. */
export function isRootCertificate(certificate: X509Certificate): boolean {
  return certificate.issuer.equals(certificate.subject);
}

/**
 * The leaf profile of Fulcio (certificate-specification.md): no CA, for code signing and nothing else, with one name.
 * @sigstore/verify checks the path, and nothing of this.
 *
 * @throws VerificationError `untrusted-certificate`
 */
export function checkLeafProfile(certificate: X509Certificate): void {
  const problem = profileProblem(certificate);
  if (problem !== undefined) {
    throw new VerificationError("untrusted-certificate", `the certificate ${problem}`);
  }
}

function profileProblem(certificate: X509Certificate): string | undefined {
  try {
    if (certificate.version !== "v3") return "is not X.509 v3";
    if (certificate.extBasicConstraints?.isCA === true) return "is that of a CA";
    if (certificate.extKeyUsage?.digitalSignature !== true) return "is not for digital signatures";
    const usages = extendedKeyUsages(certificate);
    if (usages.length !== 1 || usages[0] !== OID_CODE_SIGNING) {
      return `has the extended key usages ${usages.join(", ") || "(none)"} instead of code signing alone`;
    }
    const oids = certificate.extensions.map((extension) => extension.subs[0]?.toOID() ?? "");
    if (new Set(oids).size !== oids.length) return "has an extension twice";
    const strange = oids.find(
      (oid) => certificate.extension(oid)?.critical === true && !UNDERSTOOD.has(oid),
    );
    return strange === undefined ? undefined : `has the unknown critical extension ${strange}`;
  } catch {
    return "has an unreadable extension";
  }
}

/** The profile of a timestamp authority's leaf (RFC 3161, section 2.3). */
export function isTimestampingLeaf(certificate: X509Certificate): boolean {
  try {
    const usages = extendedKeyUsages(certificate);
    return (
      certificate.extBasicConstraints?.isCA !== true &&
      usages.length === 1 &&
      usages[0] === OID_TIME_STAMPING &&
      certificate.extension(OID_EXTENDED_KEY_USAGE)?.critical === true
    );
  } catch {
    return false;
  }
}

function extendedKeyUsages(certificate: X509Certificate): readonly string[] {
  const list = certificate.extension(OID_EXTENDED_KEY_USAGE)?.valueObj.subs[0]?.subs ?? [];
  return list.map((usage) => usage.toOID());
}

/**
 * The one subject alternative name and the OIDC issuer of a leaf, decoded as UTF-8. @sigstore/core decodes names as
 * ASCII and drops the eighth bit, so that different names look the same.
 *
 * @throws VerificationError `untrusted-certificate`
 */
export function certificateIdentity(certificate: X509Certificate): CertificateIdentity {
  try {
    const names = certificate.extension(OID_SUBJECT_ALT_NAME)?.valueObj.subs[0]?.subs ?? [];
    const [name] = names;
    if (names.length !== 1 || name === undefined)
      throw new TypeError(`${names.length} subject alternative names`);
    const issuer = certificate.extension(OID_ISSUER_V2)?.valueObj.subs[0]?.value;
    const issuerV1 = certificate.extension(OID_ISSUER_V1)?.value;
    if (issuer !== undefined && issuerV1 !== undefined && utf8(issuer) !== utf8(issuerV1)) {
      throw new TypeError(`the issuers ${utf8(issuer)} and ${utf8(issuerV1)}`);
    }
    const said = issuer ?? issuerV1;
    const text = said === undefined ? NO_ISSUER : utf8(said);
    if (said !== undefined && text === NO_ISSUER) throw new TypeError(`the issuer ${text}`);
    return { subject: nameText(name), issuer: text };
  } catch (cause) {
    throw new VerificationError(
      "untrusted-certificate",
      "the certificate does not say who asked for it",
      {
        cause,
        expected:
          "one subject alternative name (address, URI, DNS name or Fulcio's user name), one issuer",
        found: cause instanceof Error ? cause.message : "something unreadable",
      },
    );
  }
}

type Name = X509Certificate["extensions"][number];

/**
 * A policy compares texts, whatever kind of name they stand in: so an address must look like one, and a URI too. An
 * e-mail address never passes for a workflow, nor the other way round.
 */
function nameText(name: Name): string {
  if (name.tag.isContextSpecific(1)) {
    const address = utf8(name.value);
    if (/^[^\s@:]+@[^\s@:/]+$/.test(address)) return address;
    throw new TypeError(`the address ${address}`);
  }
  if (name.tag.isContextSpecific(6)) {
    const uri = utf8(name.value);
    if (/^[a-z][a-z0-9+.-]*:/i.test(uri)) return uri;
    throw new TypeError(`the URI ${uri}`);
  }
  if (name.tag.isContextSpecific(2)) {
    const host = utf8(name.value);
    if (/^[\w*-]+(?:\.[\w-]+)*$/.test(host)) return host;
    throw new TypeError(`the DNS name ${host}`);
  }
  if (name.tag.isContextSpecific(0) && name.subs[0]?.toOID() === OID_OTHER_NAME) {
    const user = utf8(name.subs[1]?.subs[0]?.value);
    if (/^[^\s@:/!]+![^\s@/!]+$/.test(user)) return user;
    throw new TypeError(`the user name ${user}`);
  }
  throw new TypeError("a subject alternative name of another kind");
}

function utf8(bytes: Uint8Array | undefined): string {
  if (bytes === undefined || bytes.length === 0) throw new TypeError("an empty name or issuer");
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
