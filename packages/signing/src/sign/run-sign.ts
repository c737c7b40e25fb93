import {
  type ActFailure,
  type ActRecord,
  type ActResult,
  type CommandContext,
  plural,
  UsageError,
} from "@assay/core";
import { dryRun } from "../act/dry-run.ts";
import { stoppedFailure } from "../act/stopped.ts";
import { placeholderNotices, signingVerification } from "../act/verify-with.ts";
import { readChecksums } from "../targets/checksums.ts";
import { findTargets, type Targets } from "../targets/find-targets.ts";
import { mapPool } from "../targets/pool.ts";
import { checksumsList } from "./checksums.ts";
import { failureOf, missingFailures } from "./failures.ts";
import type { SignOptions } from "./options.ts";
import { openSession, type SigningSession } from "./prepare.ts";
import { rateLimit } from "./rate-limit.ts";
import { watchedSink } from "./room.ts";
import { type SignFileOptions, signFile } from "./sign-file.ts";

/** Rekor v2 answers a whole batch with one checkpoint: many uploads in flight wait as long as one. */
const CONCURRENCY = { 1: 16, 2: 64 } as const;

type FileResult =
  | { readonly record: ActRecord }
  | { readonly failure: ActFailure }
  | { readonly stopped: string };

/**
 * Signs every file that `files` names; each ends as a record or a failure. A bundle is on disk as soon as it is verified: a
 * run that ends early is taken up by the next one.
 */
export async function runSign(context: CommandContext, options: SignOptions): Promise<ActResult> {
  const suffix = checkedSuffix(options.bundleSuffix);
  const { subjectsFromChecksums, checksums, replace } = options;
  const listed =
    subjectsFromChecksums === undefined
      ? []
      : await readChecksums(context.root, subjectsFromChecksums);
  const named = [...options.files, ...listed.map(({ name }) => `./${name}`)];
  const targets = await targetsWithout(context.root, named, suffix, checksums);
  const missing = missingFailures(targets);
  const list =
    checksums === undefined
      ? undefined
      : await checksumsList(context.root, checksums, targets.files, replace);
  const paths = list === undefined ? targets.files : [...targets.files, list.path];
  if (options.dryRun && targets.files.length > 0) {
    const planned = paths.map((path) => ({ what: path, place: `${path}${suffix}` }));
    return await dryRun("sign", context, options, planned, missing);
  }
  if (targets.files.length === 0) return result(targets, [], missing, []);
  const session = options.session ?? (await openSession(context, options));
  // Fails early and once, before any file is read, when there is no certificate to be had.
  await session.credential();
  const expected = new Map(listed.map(({ name, digests }) => [name, digests]));
  const how = { suffix, replace, expected };
  const results = await signAll(context, targets.files, session, { ...how, list });
  const files = result(targets, results, missing, noticesFor(session));
  const unwritten = await list?.write(context.products, files.records, files.failures);
  const isWhole = files.failures.length === 0;
  const more =
    list === undefined
      ? (isWhole && (await options.also?.(files.records))) || []
      : unwritten?.length === 0
        ? [list.path]
        : [];
  const signed =
    more.length === 0
      ? { ...files, failures: [...files.failures, ...(unwritten ?? [])] }
      : result(
          { ...targets, files: [...targets.files, ...more] },
          [...results, ...(await signAll(context, more, session, how))],
          missing,
          noticesFor(session),
        );
  const verifyWith = signingVerification(options, session, targets, signed.records);
  const notices = [...(signed.notices ?? []), ...placeholderNotices(options, verifyWith)];
  return { ...signed, verifyWith, notices };
}

function checkedSuffix(suffix: string): string {
  if (/^\.[A-Za-z0-9._-]{1,60}$/.test(suffix)) return suffix;
  throw new UsageError(
    `\`bundle-suffix\` is "${suffix}"; a dot, then letters, digits, dots and dashes are allowed`,
  );
}

/** A list that the run writes is not one of the files that it lists. */
async function targetsWithout(
  root: string,
  patterns: readonly string[],
  suffix: string,
  list: string | undefined,
): Promise<Targets> {
  const targets = await findTargets(root, patterns, suffix);
  return { ...targets, files: targets.files.filter((path) => path !== list) };
}

interface SignAll extends Pick<SignFileOptions, "suffix" | "replace" | "list"> {
  readonly expected: ReadonlyMap<string, NonNullable<SignFileOptions["expected"]>>;
}

async function signAll(
  context: CommandContext,
  files: readonly string[],
  session: SigningSession,
  { expected, ...how }: SignAll,
): Promise<readonly FileResult[]> {
  const { signal, logger, progress } = context;
  const version = session.plan.logs.some((log) => log.version === 1) ? 1 : 2;
  const products = watchedSink(context.products);
  const permit = rateLimit(session.plan.logs.map(({ url }) => url));
  let done = 0;
  const results = await mapPool(files, CONCURRENCY[version], signal, async (path) => {
    try {
      const record = await signFile(session, context, {
        ...{ ...how, path, permit, products },
        expected: expected.get(path),
      });
      logger.info(lineOf(record));
      return { record };
    } catch (error) {
      return signal.aborted ? { stopped: path } : { failure: failureOf(path, error) };
    } finally {
      done += 1;
      progress.update("Signing", done, files.length);
    }
  });
  progress.finish();
  const begun = results.length;
  return begun === files.length ? results : [...results, ...files.slice(begun).map(asStopped)];
}

function asStopped(path: string): FileResult {
  return { stopped: path };
}

function lineOf({ act, subject, logEntries }: ActRecord): string {
  if (act === "kept")
    return `${subject.name}: its bundle is valid for this content and signer; kept`;
  const index = logEntries[0]?.index;
  return `${subject.name}: signed${index === undefined ? "" : `, log index ${index}`}`;
}

export function noticesFor({ plan, trustedRoot }: SigningSession): readonly string[] {
  if (trustedRoot !== undefined) return [];
  if (plan.certificateAuthority !== undefined) {
    return [
      "Without `trusted-root` only the signatures were checked after signing, not the certificate, log entries and timestamps.",
    ];
  }
  const isWitnessed = plan.logs.length + plan.timestampUrls.length > 0;
  return isWitnessed
    ? ["Without `trusted-root` the log entries and timestamps were not checked after signing."]
    : [];
}

function result(
  targets: Targets,
  results: readonly FileResult[],
  missing: readonly ActFailure[],
  notices: readonly string[],
): ActResult {
  const records = results.flatMap((file) => ("record" in file ? [file.record] : []));
  const failed = results.flatMap((file) => ("failure" in file ? [file.failure] : []));
  const undone = results.flatMap((file) => ("stopped" in file ? [file.stopped] : []));
  const signed = records.filter(({ act }) => act === "signed").length;
  const kept = records.length - signed;
  return {
    act: "sign",
    records,
    failures: [...missing, ...failed, ...stoppedFailure("sign.failed", undone, "signed")],
    coverage: {
      inspected: { files: targets.files.length, signed, kept },
      skipped: [
        ...targets.skipped,
        ...targets.leftovers,
        ...targets.bundles.map((item) => ({ item, reason: "it is a bundle" })),
      ],
      summary: summaryOf(signed, kept, failed.length + undone.length),
    },
    notices,
  };
}

function summaryOf(signed: number, kept: number, failed: number): string {
  if (signed + kept + failed === 0) return "There was no file to sign";
  return [
    `${plural(signed, "file")} signed`,
    ...(kept === 0 ? [] : [`${kept} had a valid signature already`]),
    ...(failed === 0 ? [] : [`${plural(failed, "file")} not signed`]),
  ].join(", ");
}
