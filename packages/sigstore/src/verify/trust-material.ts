import type { KeyObject } from "node:crypto";
import type { X509Certificate } from "@sigstore/core";
import type { TrustMaterial } from "@sigstore/verify";
import type { TrustedAuthority, TrustedLog, TrustedRoot, Window } from "../trust/trusted-root.ts";
import { isRootCertificate } from "./certificate.ts";

/** Both ends of JavaScript's time. */
const EARLIEST = new Date(-8_640_000_000_000_000);
const LATEST = new Date(8_640_000_000_000_000);

/** A trusted root in the shape that @sigstore/verify takes. Its own loader lets a missing start pass as "always". */
export function trustMaterial(
  root: TrustedRoot,
  timestampSigners: readonly TrustedAuthority[],
  key: KeyObject | undefined,
): TrustMaterial {
  return {
    certificateAuthorities: root.certificateAuthorities.map(authority),
    timestampAuthorities: timestampSigners.map(authority),
    tlogs: root.logs.flatMap(log),
    ctlogs: root.certificateLogs.flatMap(log),
    // The caller's key decides, not the bundle's hint.
    publicKey: () => {
      if (key === undefined) throw new TypeError("no key is trusted");
      return { publicKey: key, validFor: () => true };
    },
  };
}

function authority({ chain, window }: TrustedAuthority) {
  return { certChain: chain.map(anchor), validFor: range(window) };
}

/** The last certificate is trusted, whoever issued it; @sigstore/verify ends its paths at one that issued itself. */
function anchor(
  certificate: X509Certificate,
  at: number,
  { length }: readonly X509Certificate[],
): X509Certificate {
  if (at < length - 1 || isRootCertificate(certificate)) return certificate;
  return Object.create(certificate, {
    issuer: { value: certificate.subject },
    verify: { value: () => true },
  });
}

function log({ ids, names, key, window }: TrustedLog) {
  // The longest name holds the others; a checkpoint's name is compared exactly elsewhere.
  const baseURL = names.at(-1) ?? "";
  return ids.map((logID) => ({ logID, baseURL, publicKey: key, validFor: range(window) }));
}

function range({ start, end }: Window) {
  return { start: start ?? EARLIEST, end: end ?? LATEST };
}
