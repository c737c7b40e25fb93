/** What other files with signatures look like: field names by which one is known, and what it is. */
const FORMATS: readonly (readonly [fields: readonly string[], what: string])[] = [
  [["base64Signature"], "cosign's own bundle of before version 3"],
  [["payload", "payloadType", "signatures"], "a DSSE envelope alone, without key and proofs"],
  [["_type", "predicateType"], "an in-toto statement, which nobody has signed"],
  [["attestations"], "an answer of GitHub's attestations API, which holds bundles"],
  [["SignedEntryTimestamp", "Payload"], "a log entry alone, as Rekor gives it"],
  [["signed", "signatures"], "TUF metadata"],
];

/** What a JSON document is that is no Sigstore bundle, where it is a known kind of signature file. */
export function otherFormat(json: unknown): string | undefined {
  if (typeof json !== "object" || json === null || "mediaType" in json) return undefined;
  return FORMATS.find(([fields]) => fields.every((field) => Object.hasOwn(json, field)))?.[1];
}
