import {
  type ActFailure,
  type ActRecord,
  type ActResult,
  type CommandContext,
  plural,
} from "@assay/core";
import { identityToken } from "@assay/sigstore/sign";
import { dryRun } from "../act/dry-run.ts";
import { recordOf } from "../act/record.ts";
import { stoppedFailure } from "../act/stopped.ts";
import { failureOf, missingFailures } from "../sign/failures.ts";
import { openSession, type SignerCredential, type SigningSession } from "../sign/prepare.ts";
import { rateLimit } from "../sign/rate-limit.ts";
import { watchedSink } from "../sign/room.ts";
import { noticesFor } from "../sign/run-sign.ts";
import { signerOf } from "../sign/sign-file.ts";
import { tokenSource } from "../sign/token-source.ts";
import { findTargets, type Targets } from "../targets/find-targets.ts";
import { mapPool } from "../targets/pool.ts";
import { type Attested, attestStatement, type Unit } from "./attest-statement.ts";
import { attestationVerification } from "./attest-with.ts";
import type { AttestOptions } from "./options.ts";
import { placesOf } from "./places.ts";
import { claimedPredicate, type Predicate, readPredicate, requireDocument } from "./predicate.ts";
import { requireSameBuild, UNCONFIRMED } from "./provenance.ts";
import { type Subject, sharded, statementBytes } from "./statement.ts";
import { subjectsOf } from "./subjects.ts";
import { notUploaded, uploadAttestation } from "./upload.ts";

const SUFFIX = ".sigstore.json";
const CONCURRENCY = 16;

interface UnitResult {
  readonly unit: Unit;
  readonly attested?: Attested;
  /** Where it was uploaded to. */
  readonly url?: string;
  readonly failures: readonly ActFailure[];
}

/** Attests every file that `files` or a checksums file names; each ends in a record or in a failure. */
export async function runAttest(
  context: CommandContext,
  options: AttestOptions,
): Promise<ActResult> {
  const { predicate: path, predicateType } = options;
  if (path === undefined) requireDocument(predicateType);
  const given = path === undefined ? undefined : await readPredicate(context, predicateType, path);
  const targets = await findTargets(context.root, options.files, SUFFIX);
  const { subjects, unreadable } = await subjectsOf(context, options, targets.files);
  const missing =
    subjects.length > 0 && targets.files.length === 0 && options.files.length === 0
      ? []
      : missingFailures(targets, "attest");
  const failed = [...missing, ...unreadable];
  if (subjects.length === 0) return result(targets, [], [], failed);
  if (options.dryRun) {
    const statements = sharded(subjects, options.perSubject);
    const { name } = given?.kind ?? { name: "provenance" };
    const places = placesOf(statements, name, options);
    const planned = statements.map(([first, ...more], at) => ({
      what: `${name} of ${first?.name}${more.length === 0 ? "" : ` and ${more.length} more`}`,
      place: places[at] ?? "",
    }));
    return await dryRun("attest", context, options, planned, failed);
  }
  const session = options.session ?? (await openSession(context, options));
  const claims = given === undefined ? await claimsOf(context, options, session) : undefined;
  const predicate = given ?? claimedPredicate(claims, context.environment["GITHUB_SERVER_URL"]);
  const units = unitsOf(subjects, predicate, options);
  const results = await attestAll(context, units, session, options, (credential) => {
    if (given === undefined) requireCertified(predicate, credential);
  });
  const isConfirmed = given !== undefined || session.claims !== undefined;
  const records = results.flatMap((one) => recordsOf(one, predicate, isConfirmed));
  const notices = noticesFor(session);
  const { key } = await session.credential();
  const isForCosign = key.publicKey.algorithm.digest === "sha256";
  const verifyWith = attestationVerification(options, session, predicate, records, isForCosign);
  return { ...result(targets, records, results, failed), notices, verifyWith };
}

/** With a key the CI is asked for a token all the same: it alone knows what is built. */
async function claimsOf(
  context: CommandContext,
  options: AttestOptions,
  session: SigningSession,
): Promise<SigningSession["claims"]> {
  const source = tokenSource(options, context.root);
  const isThere = source.token || source.tokenFile || source.requestUrl;
  if (session.claims !== undefined || !isThere) return session.claims;
  return (await identityToken(context, source)).claims;
}

function unitsOf(
  subjects: readonly Subject[],
  predicate: Predicate,
  options: AttestOptions,
): readonly Unit[] {
  const statements = sharded(subjects, options.perSubject);
  const places = placesOf(statements, predicate.kind.name, options);
  return statements.map((each, at) => ({
    subjects: each,
    statement: () => statementBytes(each, predicate),
    predicateType: predicate.kind.type,
    place: places[at] ?? "",
  }));
}

function requireCertified({ text }: Predicate, { certificate }: SignerCredential): void {
  if (certificate === undefined) return;
  const { identity, claims } = certificate;
  requireSameBuild(text, { ...claims, subject: identity.subject });
}

async function attestAll(
  context: CommandContext,
  units: readonly Unit[],
  session: SigningSession,
  { replace, githubAttestation }: AttestOptions,
  check: (credential: SignerCredential) => void,
): Promise<readonly UnitResult[]> {
  const { signal, logger, progress } = context;
  // Fails early and once when there is no certificate to be had.
  check(await session.credential());
  const permit = rateLimit(session.plan.logs.map(({ url }) => url));
  const products = watchedSink(context.products);
  const written = new Set<string>();
  const [first, second] = units;
  // Lines of one file are written one after the other.
  const limit = second !== undefined && first?.place === second.place ? 1 : CONCURRENCY;
  let done = 0;
  const results = await mapPool(units, limit, signal, async (unit): Promise<UnitResult> => {
    try {
      const attested = await attestStatement(session, context, unit, {
        ...{ replace, permit, products, written, check },
      });
      const index = attested.facts.logEntries[0]?.index;
      logger.info(
        `${unit.place}: ${attested.act}${index === undefined ? "" : `, log index ${index}`}`,
      );
      if (!githubAttestation) return { unit, attested, failures: [] };
      return { unit, attested, ...(await uploaded(context, unit, attested)) };
    } catch (error) {
      if (signal.aborted) return { unit, failures: [] };
      return { unit, failures: unit.subjects.map(({ name }) => failureOf(name, error, "attest")) };
    } finally {
      done += 1;
      progress.update("Attesting", done, units.length);
    }
  });
  progress.finish();
  return [...results, ...units.slice(results.length).map((unit) => ({ unit, failures: [] }))];
}

/** What is written is a record, whether GitHub takes it or not. */
async function uploaded(
  context: CommandContext,
  { place }: Unit,
  { bundle }: Attested,
): Promise<Pick<UnitResult, "url" | "failures">> {
  try {
    return { url: await uploadAttestation(context, bundle), failures: [] };
  } catch (error) {
    return { failures: [notUploaded(place, error)] };
  }
}

function recordsOf(
  { unit, attested, url }: UnitResult,
  { kind }: Predicate,
  isConfirmed: boolean,
): readonly ActRecord[] {
  if (attested === undefined) return [];
  const { act, facts, credential } = attested;
  const notes = [
    `An attestation of kind ${kind.name} (${kind.type}).`,
    ...(isConfirmed ? [] : [UNCONFIRMED]),
    ...facts.notes,
  ];
  return unit.subjects.map(({ name, digests }) => ({
    ...recordOf(act, name, digests, signerOf(credential), unit.place, { ...facts, notes }),
    ...(url === undefined ? {} : { destination: url }),
  }));
}

function result(
  targets: Targets,
  records: readonly ActRecord[],
  results: readonly UnitResult[],
  missing: readonly ActFailure[],
): ActResult {
  const undone = results.filter(
    ({ attested, failures }) => attested === undefined && failures.length === 0,
  );
  const names = undone.flatMap(({ unit }) => unit.subjects.map(({ name }) => name));
  const failed = results.flatMap(({ failures }) => failures);
  const attested = records.filter(({ act }) => act === "signed").length;
  const kept = records.length - attested;
  const files = results.flatMap(({ unit }) => unit.subjects).length;
  return {
    act: "attest",
    records,
    failures: [...missing, ...failed, ...stoppedFailure("attest.failed", names, "attested")],
    coverage: {
      inspected: { files, attested, kept },
      skipped: [
        ...targets.skipped,
        ...targets.leftovers,
        ...targets.bundles.map((item) => ({ item, reason: "it is a bundle" })),
      ],
      summary: [
        `${plural(attested, "file")} attested`,
        ...(kept === 0 ? [] : [`${kept} had this attestation already`]),
        ...(failed.length + names.length === 0
          ? []
          : [`${plural(failed.length + names.length, "file")} not attested`]),
      ].join(", "),
    },
  };
}
