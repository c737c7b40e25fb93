import { UsageError } from "@assay/core";
import { ASN1Obj } from "@sigstore/core";

/** OpenSSL asks for 2048, others for a million; ten million take seconds. */
const MAX_ITERATIONS = 10_000_000n;
/** N·r·p of scrypt: eight times what cosign asks for. */
const MAX_SCRYPT = 4n * 1024n * 1024n;
const OID_SCRYPT = "1.3.6.1.4.1.11591.4.11";

/**
 * Refuses an encrypted PKCS#8 key (RFC 5958, section 3) whose password derivation would keep the machine busy for
 * minutes or hours: OpenSSL does whatever the file asks for, and can't be interrupted.
 *
 * @param der `EncryptedPrivateKeyInfo`. What can't be read is left to OpenSSL, which refuses it.
 * @throws UsageError
 */
export function checkDerivationCost(der: Uint8Array, source: string): void {
  const cost = parametersOf(der);
  const isScrypt = cost.oids.includes(OID_SCRYPT);
  const found = isScrypt
    ? cost.integers.slice(0, 3).reduce((product, factor) => product * factor, 1n)
    : cost.integers.reduce((most, count) => (count > most ? count : most), 0n);
  const allowed = isScrypt ? MAX_SCRYPT : MAX_ITERATIONS;
  if (found <= allowed) return;
  const what = isScrypt ? "an scrypt cost (N·r·p) of" : "password iterations:";
  throw new UsageError(`${source} asks for ${what} ${found}; at most ${allowed} are allowed`, {
    hint: "Encrypt the key again with `openssl pkcs8 -topk8`.",
  });
}

interface Parameters {
  readonly oids: readonly string[];
  readonly integers: readonly bigint[];
}

function parametersOf(der: Uint8Array): Parameters {
  try {
    const algorithm = ASN1Obj.parseBuffer(Buffer.from(der)).subs[0];
    return algorithm === undefined ? { oids: [], integers: [] } : collect(algorithm);
  } catch {
    return { oids: [], integers: [] };
  }
}

function collect(object: ASN1Obj): Parameters {
  if (object.tag.isOID()) return { oids: [object.toOID()], integers: [] };
  if (object.tag.isInteger()) return { oids: [], integers: [object.toInteger()] };
  // The salt is bytes, whatever they look like.
  const inner = object.tag.isOctetString() ? [] : object.subs.map(collect);
  return {
    oids: inner.flatMap(({ oids }) => oids),
    integers: inner.flatMap(({ integers }) => integers),
  };
}
