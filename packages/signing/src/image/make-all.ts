import type { ActFailure, ActRecord, ActResult, CommandContext } from "@assay/core";
import type { WritableImageStore } from "@assay/oci";
import type { DigestName } from "@assay/sigstore/keys";
import { recordOf } from "../act/record.ts";
import type { Predicate } from "../attest/predicate.ts";
import type { SignerCredential, SigningSession } from "../sign/prepare.ts";
import { rateLimit } from "../sign/rate-limit.ts";
import { signerOf } from "../sign/sign-file.ts";
import { failureOf, ImageProblem } from "./failures.ts";
import { legacyWriter } from "./legacy.ts";
import { type Made, makeAttached } from "./make-attached.ts";
import { putEmptyConfig } from "./push-bundle.ts";
import { digestSet, SIGN_TYPE } from "./statement.ts";
import type { AbsentSubject, ImageSubject } from "./subjects.ts";

/** Something that is signed of a manifest. */
export interface Unit {
  readonly subject: ImageSubject;
  readonly predicate: Predicate;
  readonly annotations: Readonly<Record<string, string>>;
  readonly statement: Buffer;
  /** Sentences that qualify the record. */
  readonly notes?: readonly string[];
}

export interface MakeAllOptions {
  readonly act: "sign" | "attest";
  readonly legacy: boolean;
  readonly absent: readonly AbsentSubject[];
  readonly check?: (credential: SignerCredential) => void;
}

/** One after the other: several writers of one list of referrers lose each other's entries. */
export async function makeAll(
  context: CommandContext,
  session: SigningSession,
  store: WritableImageStore,
  units: readonly Unit[],
  { act, legacy, absent, check }: MakeAllOptions,
): Promise<Pick<ActResult, "records" | "failures">> {
  const { signal, logger, progress, clock, environment } = context;
  const participle = act === "sign" ? "signed" : "attested";
  const records: ActRecord[] = [];
  const failures: ActFailure[] = absent.map((one) => failureOf(one.name, missing(one), participle));
  // Fails early, before anything is signed and logged: no certificate, no right to write.
  check?.(await session.credential());
  const writer = legacy ? await legacyWriter(session, store) : undefined;
  if (units.length > 0) await putEmptyConfig(store);
  const permit = rateLimit(session.plan.logs.map(({ url }) => url));
  const at = madeAt(clock.wall(), environment["SOURCE_DATE_EPOCH"]);
  for (const [done, unit] of units.entries()) {
    const { subject, statement, predicate } = unit;
    if (signal.aborted) {
      failures.push(failureOf(subject.name, stopped(), participle));
      continue;
    }
    try {
      const how = { permit, at, ...(check === undefined ? {} : { check }) };
      const { type } = predicate.kind;
      const made = await makeAttached(session, store, subject, statement, type, how);
      const older = await writer?.write(unit, at);
      records.push(recordFor(unit, made, older, store.name));
      logger.info(`${subject.name}: ${made.act === "kept" ? "kept" : participle}`);
    } catch (error) {
      failures.push(failureOf(subject.name, signal.aborted ? stopped() : error, participle));
    }
    progress.update(act === "sign" ? "Signing" : "Attesting", done + 1, units.length);
  }
  progress.finish();
  return { records, failures };
}

function missing({ platform, mediaType }: AbsentSubject): ImageProblem {
  const of = platform === undefined ? "" : ` (${platform})`;
  const why =
    mediaType === undefined ? "and the store has none" : `as ${mediaType}, which is no manifest`;
  return new ImageProblem("image.not-signed", `the index lists it${of}, ${why}`);
}

function stopped(): ImageProblem {
  return new ImageProblem("image.not-signed", "the run was stopped before it was done");
}

/** As `SOURCE_DATE_EPOCH` has it, in seconds. */
function madeAt(now: Date, epoch: string | undefined): Date {
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : now;
}

function recordFor(
  { subject, predicate, notes = [] }: Unit,
  { act, facts, credential, place }: Made,
  older: string | undefined,
  store: string,
): ActRecord {
  const { name, platform, stored } = subject;
  const { kind } = predicate;
  const all = [
    ...(platform === undefined ? [] : [`Platform ${platform}.`]),
    ...(kind.type === SIGN_TYPE ? [] : [`An attestation of kind ${kind.name} (${kind.type}).`]),
    ...notes,
    ...(older === undefined ? [] : [`Also under ${older}, in the older form.`]),
    ...facts.notes,
  ];
  const digests = digestsOf(stored.descriptor.digest);
  const record = recordOf(act, name, digests, signerOf(credential), "", { ...facts, notes: all });
  const { product: _none, ...rest } = record;
  return { ...rest, destination: place.startsWith("sha") ? `${store}@${place}` : place };
}

export function digestsOf(digest: string): ReadonlyMap<DigestName, Buffer> {
  return new Map(
    Object.entries(digestSet(digest)).map(([name, hex]) => [
      name as DigestName,
      Buffer.from(hex, "hex"),
    ]),
  );
}
