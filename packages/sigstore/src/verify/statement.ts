import { memberAt, repeatedField } from "@assay/core";
import { VerificationError } from "../error.ts";
import type { DigestName } from "../keys/algorithm.ts";

const TYPES: readonly string[] = [
  "https://in-toto.io/Statement/v1",
  // cosign still writes this one.
  "https://in-toto.io/Statement/v0.1",
];
const MAX_SUBJECTS = 1024;
const MAX_DIGESTS = 32;
const HEX_LENGTH: Readonly<Record<DigestName, number>> = { sha256: 64, sha384: 96, sha512: 128 };

export interface Statement {
  readonly predicateType: string;
  /** Of each subject, the digests in the algorithms that we compute, as lower-case hex. */
  readonly subjects: readonly ReadonlyMap<DigestName, string>[];
  /** All of it, as it was read. */
  readonly json: unknown;
}

/**
 * An in-toto statement (in-toto attestation framework v1, "Statement").
 *
 * @throws VerificationError `malformed-bundle`
 */
export function parseStatement(payload: Uint8Array): Statement {
  let json: unknown;
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(payload);
    json = JSON.parse(text);
  } catch {
    throw malformed("is no JSON in UTF-8");
  }
  if (repeatedField(text) !== undefined) throw malformed("gives a field twice");
  const type = memberAt(json, "_type");
  if (typeof type !== "string" || !TYPES.includes(type)) throw malformed("has an unknown `_type`");
  const predicateType = memberAt(json, "predicateType");
  if (typeof predicateType !== "string" || predicateType === "") {
    throw malformed("has no `predicateType`");
  }
  const subjects = memberAt(json, "subject");
  if (!Array.isArray(subjects) || subjects.length === 0) throw malformed("has no subject");
  if (subjects.length > MAX_SUBJECTS) {
    throw malformed(`has ${subjects.length} subjects; at most ${MAX_SUBJECTS} are allowed`);
  }
  return { predicateType, subjects: subjects.map((subject) => digestsOf(subject)), json };
}

function digestsOf(subject: unknown): ReadonlyMap<DigestName, string> {
  const set = memberAt(subject, "digest");
  if (typeof set !== "object" || set === null) throw malformed("has a subject without `digest`");
  const entries = Object.entries(set);
  if (entries.length === 0 || entries.length > MAX_DIGESTS) {
    throw malformed(`has a subject with ${entries.length} digests`);
  }
  const known = new Map<DigestName, string>();
  for (const [name, value] of entries) {
    if (name !== "sha256" && name !== "sha384" && name !== "sha512") continue;
    if (
      typeof value !== "string" ||
      value.length !== HEX_LENGTH[name] ||
      !/^[0-9a-f]+$/.test(value)
    ) {
      throw malformed(`has a subject whose ${name} is no lower-case hex digest`);
    }
    known.set(name, value);
  }
  return known;
}

/** Whether a subject is the artifact: every digest that both have is equal, and there is at least one. */
export function hasSubject(
  statement: Statement,
  digests: ReadonlyMap<DigestName, Buffer>,
): boolean {
  return statement.subjects.some((subject) => {
    const both = [...subject].filter(([name]) => digests.has(name));
    return (
      both.length > 0 && both.every(([name, hex]) => digests.get(name)?.toString("hex") === hex)
    );
  });
}

function malformed(problem: string): VerificationError {
  return new VerificationError("malformed-bundle", `the statement ${problem}`);
}
