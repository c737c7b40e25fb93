import type { DigestName } from "@assay/sigstore/keys";
import type { Predicate } from "./predicate.ts";

/** What a statement is about: a name for people, and digests in lower-case hex by algorithm. */
export interface Subject {
  readonly name: string;
  readonly digests: ReadonlyMap<DigestName, Buffer>;
}

/** Readers take no more subjects in one statement (sigstore-go, actions/attest). */
export const MAX_SUBJECTS = 1024;

/** One statement over these subjects (in-toto attestation framework v1), as the bytes that are signed. */
export function statementBytes(subjects: readonly Subject[], { kind, text }: Predicate): Buffer {
  const subject = subjects.map(({ name, digests }) => ({
    name,
    digest: Object.fromEntries([...digests].map(([key, hash]) => [key, hash.toString("hex")])),
  }));
  const head = { _type: "https://in-toto.io/Statement/v1", subject, predicateType: kind.type };
  return Buffer.from(`${JSON.stringify(head).slice(0, -1)},"predicate":${text}}`);
}

/** One each, or as many as a statement holds. */
export function sharded(
  subjects: readonly Subject[],
  perSubject: boolean,
): readonly (readonly Subject[])[] {
  const size = perSubject ? 1 : MAX_SUBJECTS;
  return Array.from({ length: Math.ceil(subjects.length / size) }, (_, at) =>
    subjects.slice(at * size, (at + 1) * size),
  );
}
