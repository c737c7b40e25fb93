import type { ActFailure, ActRecord, Evidence } from "@assay/core";

/** The words that every renderer uses for what an act did. None of them is escaped yet. */

/** Who vouches: `release@acme.example (issuer https://accounts.example)`, or the digest of a key; nothing for what is only sent. */
export function signerOf({ signer, destination }: ActRecord): string {
  if (destination !== undefined) return "";
  const { identity, issuer, keySha256 } = signer;
  if (identity !== undefined)
    return issuer === undefined ? identity : `${identity} (issuer ${issuer})`;
  return keySha256 === undefined ? "not known" : `key ${keySha256.slice(0, 16)}…`;
}

/** `2026-11-22T12:00:00Z, says the transparency log`. */
export function timeOf({ time }: ActRecord): string | undefined {
  return time === undefined ? undefined : `${time.at}, says the ${time.source}`;
}

/** `log2025-1.rekor.sigstore.dev, index 12`, for each entry; of Sigstore's public log with the page that shows it. */
export function logsOf({ logEntries }: ActRecord): string | undefined {
  const entries = logEntries.map(({ log, index }) =>
    /^(?:https:\/\/)?rekor\.sigstore\.dev\/?$/.test(log)
      ? `https://search.sigstore.dev/?logIndex=${index}`
      : `${log}, index ${index}`,
  );
  return entries.length === 0 ? undefined : entries.join("; ");
}

/** `sha256:…`, whole: a person compares it with another. */
export function digestsOf({ subject }: ActRecord): string {
  return Object.entries(subject.digests)
    .map(([algorithm, digest]) => `${algorithm}:${digest}`)
    .join(", ");
}

/** What a message does not say already. */
export function evidenceOf({ message, evidence = [] }: ActFailure): readonly Evidence[] {
  return evidence.filter(
    ({ label, value }) => !message.includes(`${label.toLowerCase()} ${value}`),
  );
}
