import type { ActFailure, ActRecord, ActSigner } from "@assay/core";
import { memberAt } from "@assay/core";
import type { ImageStore } from "@assay/oci";
import { VerificationError, type VerifiedBundle, type VerifyOptions } from "@assay/sigstore";
import { keySigner, recordOf } from "../act/record.ts";
import { checkStatement, isPredicate, type StatementDemand } from "../verify/statement-demand.ts";
import { withoutRef } from "../verify/verify-file.ts";
import { describedDigests, isSbomType } from "./described.ts";
import { type Attempt, failure, failureOf, failureOfAttempts, ImageProblem } from "./failures.ts";
import { type Held, judge, type Refused } from "./judge.ts";
import { digestsOf } from "./make-all.ts";
import { signaturesOf } from "./signatures.ts";
import { SIGN_TYPE } from "./statement.ts";
import type { ImageSubject } from "./subjects.ts";

/** What one manifest must have. */
export interface SubjectDemand extends VerifyOptions {
  readonly requireSignature: boolean;
  readonly minSignatures: number;
  readonly annotations: Readonly<Record<string, string>>;
  /** An attestation each. */
  readonly attestations: readonly StatementDemand[];
}

export interface SubjectVerdict {
  readonly record?: ActRecord;
  readonly failures: readonly ActFailure[];
  readonly notices: readonly string[];
}

/** Verifies what is attached to one manifest; every cause that it fails for is a failure of its own. */
export async function verifySubject(
  store: ImageStore,
  subject: ImageSubject,
  demand: SubjectDemand,
): Promise<SubjectVerdict> {
  const { name, stored } = subject;
  try {
    const found = await signaturesOf(store, stored.descriptor.digest);
    const held: Held[] = [];
    const refused: Refused[] = found.swapped.map(({ place, of }) => ({
      ...{ place, error: swapped(name, of), type: undefined },
    }));
    for await (const one of found.each()) {
      if ("error" in one) {
        refused.push({ ...one, type: undefined });
        continue;
      }
      const judged = await judge(one, subject, demand);
      if ("held" in judged) held.push(judged.held);
      else refused.push(judged.refused);
    }
    const signature = demand.requireSignature ? signed(name, held, refused, demand) : { by: [] };
    const attestations = demand.attestations.map((one) => attested(subject, held, refused, one));
    const failures = [signature, ...attestations].flatMap(({ failure: one }) =>
      one === undefined ? [] : [ofPlatform(one, subject)],
    );
    const notices = [...found.notices, ...ignored(name, refused)];
    if (failures.length > 0) return { failures, notices };
    const proofs = [...signature.by, ...attestations.flatMap((one) => one.by)];
    return { record: recordFor(subject, proofs), failures, notices };
  } catch (error) {
    return { failures: [ofPlatform(failureOf(name, error, "verified"), subject)], notices: [] };
  }
}

/** Nobody knows the platforms by their digests. */
function ofPlatform(failed: ActFailure, { name, platform }: ImageSubject): ActFailure {
  if (platform === undefined) return failed;
  return { ...failed, message: failed.message.replace(name, `${name} (${platform})`) };
}

interface Proof {
  readonly by: readonly Held[];
  readonly failure?: ActFailure;
}

function signed(
  name: string,
  held: readonly Held[],
  refused: readonly Refused[],
  { annotations, minSignatures }: SubjectDemand,
): Proof {
  const signers = new Map<string, Held>();
  const attempts: Attempt[] = refused.filter(({ type = SIGN_TYPE }) => type === SIGN_TYPE);
  for (const one of held) {
    if (one.type !== SIGN_TYPE) continue;
    const lacks = Object.entries(annotations).find(
      ([key, value]) => one.annotations[key] !== value,
    );
    if (lacks === undefined) {
      const who = signerName(one.verified);
      if (!signers.has(who)) signers.set(who, one);
    } else attempts.push({ place: one.place, error: annotationError(one, lacks) });
  }
  const by = [...signers.values()];
  if (by.length >= minSignatures) return { by };
  if (by.length > 0) {
    const reason = `${by.length} of ${minSignatures} different signers signed it (${[...signers.keys()].join(", ")})`;
    return { by, failure: failure("image.too-few-signers", name, reason) };
  }
  const types = [...new Set([...held, ...refused].flatMap(({ type }) => type ?? []))];
  const others = types.filter((type) => type !== SIGN_TYPE);
  const reason =
    others.length === 0
      ? "nothing is attached to it that is a signature"
      : `what is attached to it is no signature: ${others.join(", ")}`;
  return { by, failure: failureOfAttempts(name, attempts, "image.unsigned", reason) };
}

/** By the first attestation that says what is asked for. */
function attested(
  { name, stored }: ImageSubject,
  held: readonly Held[],
  refused: readonly Refused[],
  demand: StatementDemand,
): Proof {
  const { types: [wanted = ""] = [] } = demand;
  const attempts: Attempt[] = refused.filter(
    ({ type }) => type === undefined || isPredicate(wanted, type),
  );
  for (const one of held) {
    if (!isPredicate(wanted, one.type)) continue;
    try {
      checkStatement(one.verified, demand);
      requireOwnSbom(one, stored.descriptor.digest);
      return { by: [one] };
    } catch (error) {
      attempts.push({ place: one.place, error });
    }
  }
  const reason = `it has no attestation of type ${wanted}`;
  return {
    by: [],
    failure: failureOfAttempts(name, attempts, "image.attestation-missing", reason),
  };
}

/** @throws ImageProblem where the document says that it is of another manifest. */
function requireOwnSbom({ type, verified }: Held, digest: string): void {
  if (!isSbomType(type)) return;
  const said = describedDigests(memberAt(verified.statement, "predicate"));
  if (said.size === 0 || said.has(digest)) return;
  const problem = `its bill of materials describes ${[...said].join(", ")}`;
  throw new ImageProblem("image.sbom-of-another", problem);
}

function annotationError({ annotations }: Held, [key, value]: readonly [string, string]) {
  const found = annotations[key];
  const said = typeof found === "string" ? `"${found.slice(0, 100)}"` : "none";
  const problem = `its signature has not the annotation ${key}="${value}" (found ${said})`;
  return new ImageProblem("image.wrong-annotation", problem);
}

function swapped(name: string, of: string): VerificationError {
  return new VerificationError("digest-mismatch", "what is attached to it is of another image", {
    expected: name.slice(name.lastIndexOf("@") + 1),
    found: of,
  });
}

/** What did not count, for people: somebody attached it, and it is not of this image, or nobody could read it. */
function ignored(name: string, refused: readonly Refused[]): readonly string[] {
  return refused.flatMap(({ place, error }) => {
    if (!(error instanceof Error)) return [];
    const isOther = error instanceof VerificationError && error.code === "digest-mismatch";
    if (error instanceof VerificationError && !isOther) return [];
    const found = isOther && error.found !== undefined ? ` (${error.found})` : "";
    const why = isOther ? `it is of another image${found}` : error.message;
    return [`${place}, attached to ${name}, was ignored: ${why}.`.replaceAll("..", ".")];
  });
}

function signerName({ identity, key }: VerifiedBundle): string {
  if (key !== undefined) return `the key ${keySigner(key).keySha256}`;
  return `${withoutRef(identity?.subject)} (${identity?.issuer})`;
}

function recordFor({ name, stored, platform }: ImageSubject, proofs: readonly Held[]): ActRecord {
  const [first] = proofs;
  const { verified } = first ?? {};
  const by: ActSigner =
    verified?.key !== undefined
      ? keySigner(verified.key)
      : {
          identity: verified?.identity?.subject ?? "",
          issuer: verified?.identity?.issuer ?? "",
        };
  const notes = [
    ...(platform === undefined ? [] : [`Platform ${platform}.`]),
    ...proofs.map(({ type, place, verified: own }) => {
      const what = type === SIGN_TYPE ? "Signature" : `Attestation of type ${type}`;
      // The record itself says by whom the first one is.
      const isSame = verified !== undefined && signerName(own) === signerName(verified);
      return `${what}${isSame ? "" : ` by ${signerName(own)}`}: ${place}.`;
    }),
    ...(proofs.some((one) => one.verified.unchecked > 0)
      ? ["Who made its log entries and timestamps was not checked: no trusted root was given."]
      : []),
  ];
  const facts = { times: verified?.times ?? [], logEntries: verified?.logEntries ?? [], notes };
  const digests = digestsOf(stored.descriptor.digest);
  const { product: _none, ...record } = recordOf("verified", name, digests, by, "", facts);
  return record;
}
