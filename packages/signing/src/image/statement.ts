import type { StoredManifest } from "@assay/oci";
import type { Predicate } from "../attest/predicate.ts";

/** What cosign v3 calls a signature: an attestation that says nothing but that somebody signed. */
export const SIGN_TYPE = "https://sigstore.dev/cosign/sign/v1";

export const SIGNATURE: Predicate = { kind: { name: "signature", type: SIGN_TYPE }, text: "{}" };

/**
 * A statement (in-toto attestation framework v1) about a manifest, as the bytes that are signed. As cosign has it: the subject has
 * no name, for a repository is not what is signed.
 */
export function imageStatement(
  { descriptor }: StoredManifest,
  { kind, text }: Predicate,
  annotations: Readonly<Record<string, string>> = {},
): Buffer {
  const subject = {
    digest: digestSet(descriptor.digest),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
  const head = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [subject],
    predicateType: kind.type,
  };
  return Buffer.from(`${JSON.stringify(head).slice(0, -1)},"predicate":${text}}`);
}

export function digestSet(digest: string): Readonly<Record<string, string>> {
  const end = digest.indexOf(":");
  return { [digest.slice(0, end)]: digest.slice(end + 1) };
}
