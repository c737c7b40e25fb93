import {
  type ActFailure,
  type ActRecord,
  type ActResult,
  type CommandContext,
  plural,
} from "@assay/core";
import { identityToken } from "@assay/sigstore/sign";
import { requireSameBuild, UNCONFIRMED } from "../attest/provenance.ts";
import type { SignerOptions } from "../sign/options.ts";
import { openSession, type SignerCredential, type SigningSession } from "../sign/prepare.ts";
import { noticesFor } from "../sign/run-sign.ts";
import { tokenSource } from "../sign/token-source.ts";
import { unit, unitsFor } from "./attest-units.ts";
import { plannedResult } from "./dry-run.ts";
import { makeAll, type Unit } from "./make-all.ts";
import type { ImageAttestOptions, ImageStatement } from "./options.ts";
import { tagNotices } from "./sign-image.ts";
import {
  type FoundImage,
  type ImageSubject,
  type ImageSubjects,
  subjectsOf,
  writableStore,
} from "./subjects.ts";
import { printedVerification } from "./verify-with.ts";

/**
 * Attests an image: provenance and documents of every kind are attached to the index and to each platform, a bill of materials to the
 * manifest that it describes.
 *
 * @throws UsageError for an image that can't be attested or a document that is none; KnownError as `signImage`.
 */
export async function attestImage(
  context: CommandContext,
  target: FoundImage,
  options: ImageAttestOptions,
): Promise<ActResult> {
  writableStore(target);
  const { all } = await subjectsOf(target);
  const needsClaims = options.predicates.length === 0 && options.predicateType === "provenance";
  const session =
    options.session ?? (options.dryRun ? undefined : await openSession(context, options));
  const claims =
    session === undefined || !needsClaims ? undefined : await claimsOf(context, options, session);
  const { units, failures } = await unitsFor(context, all, options, claims, session === undefined);
  if (session === undefined) {
    const planned = await plannedResult("attest", context, options, units);
    return { ...planned, failures: [...failures, ...planned.failures] };
  }
  const isConfirmed = !needsClaims || session.claims !== undefined;
  const noted = isConfirmed ? units : units.map((unit) => ({ ...unit, notes: [UNCONFIRMED] }));
  const whole = { ...target, all };
  return await attested(context, whole, options, session, noted, failures, needsClaims);
}

/** The same for what is in memory: each statement about a manifest of the image. */
export async function attestStatements(
  context: CommandContext,
  target: FoundImage,
  statements: readonly ImageStatement[],
  options: Omit<ImageAttestOptions, "predicateType" | "predicates" | "platforms">,
): Promise<ActResult> {
  const { all } = await subjectsOf(target);
  const units = statements.flatMap(({ predicate, digest }) =>
    all.flatMap((subject) =>
      subject.stored.descriptor.digest === digest ? [unit(subject, predicate)] : [],
    ),
  );
  if (options.dryRun) return await plannedResult("attest", context, options, units);
  const session = options.session ?? (await openSession(context, options));
  return await attested(context, { ...target, all }, options, session, units, [], false);
}

async function attested(
  context: CommandContext,
  target: FoundImage & Pick<ImageSubjects, "all">,
  options: Omit<ImageAttestOptions, "predicateType" | "predicates" | "platforms">,
  session: SigningSession,
  units: readonly Unit[],
  given: readonly ActFailure[],
  isClaimed: boolean,
): Promise<ActResult> {
  const [first] = units;
  const check = (credential: SignerCredential) => {
    if (isClaimed && first !== undefined) requireCertified(first.predicate.text, credential);
  };
  const how = { ...options, absent: [], act: "attest", check } as const;
  const made = await makeAll(context, session, writableStore(target), units, how);
  const failures = [...given, ...made.failures];
  const count = made.records.filter(({ act }) => act === "signed").length;
  const kept = made.records.length - count;
  return {
    act: "attest",
    records: made.records,
    failures,
    coverage: {
      inspected: { attestations: units.length, attested: count, kept },
      skipped: [],
      summary: [
        `${plural(count, "attestation")} made`,
        ...(kept === 0 ? [] : [`${kept} were there already`]),
        ...(failures.length === 0 ? [] : [`${failures.length} not made`]),
      ].join(", "),
    },
    notices: [...tagNotices(target), ...noticesFor(session)],
    verifyWith: attestedVerification(options, session, target, made.records, units),
  };
}

/** The whole where each manifest has each attestation, else the index alone, else the manifest that has the first. */
function attestedVerification(
  options: SignerOptions,
  session: SigningSession,
  target: FoundImage & Pick<ImageSubjects, "all">,
  records: readonly ActRecord[],
  units: readonly Unit[],
) {
  const types = [...new Set(units.map(({ predicate }) => predicate.kind.type))];
  const typesOf = (name: string | undefined) =>
    types.filter((type) =>
      units.some((each) => each.subject.name === name && each.predicate.kind.type === type),
    );
  const hasAll = ({ name }: ImageSubject) => typesOf(name).length === types.length;
  const { all, root, store } = target;
  const [record] = records;
  const isWhole = all.every(hasAll);
  if (isWhole || all.some((each) => each.stored === root && hasAll(each)))
    return printedVerification(options, session, target, records, { types, isWhole });
  const one = all.find(({ name }) => name === record?.subject.name);
  if (one === undefined) return [];
  const reference = referenceTo(target, one);
  return printedVerification(options, session, { store, root: one.stored, reference }, records, {
    types: typesOf(one.name),
    isWhole: true,
  });
}

function referenceTo({ store, reference }: FoundImage, { name, stored }: ImageSubject): string {
  if (store.kind === "registry") return name;
  const [, place = reference] = /^([a-z-]+:[^@]*?)(?::[\w.-]+)?@/.exec(reference) ?? [];
  return `${place}@${stored.descriptor.digest}`;
}

/** With a key the CI is asked for a token all the same: it alone knows what is built. */
async function claimsOf(
  context: CommandContext,
  options: ImageAttestOptions,
  session: SigningSession,
): Promise<SigningSession["claims"]> {
  if (session.claims !== undefined) return session.claims;
  const source = tokenSource(options, context.root);
  const isThere = source.token || source.tokenFile || source.requestUrl;
  return isThere ? (await identityToken(context, source)).claims : undefined;
}

function requireCertified(provenance: string, { certificate }: SignerCredential): void {
  if (certificate === undefined) return;
  const { identity, claims } = certificate;
  requireSameBuild(provenance, { ...claims, subject: identity.subject });
}
