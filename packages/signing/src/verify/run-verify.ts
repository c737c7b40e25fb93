import {
  type ActFailure,
  type ActRecord,
  type ActResult,
  type CommandContext,
  type Skipped,
  UsageError,
} from "@assay/core";
import type { VerifiedBundle } from "@assay/sigstore";
import { stoppedFailure } from "../act/stopped.ts";
import { verifyingVerification } from "../act/verify-with.ts";
import { subjectsOf } from "../targets/bundle-names.ts";
import type { Targets } from "../targets/find-targets.ts";
import { mapPool } from "../targets/pool.ts";
import { type BundleFinder, bundleFinder } from "./bundles-of.ts";
import { missingFailures } from "./failures.ts";
import { revokedKeys } from "./keys-of.ts";
import { attestationNotices, rootNotices } from "./notices.ts";
import type { VerifyRunOptions } from "./options.ts";
import { signerPolicy } from "./signer-policy.ts";
import { isAsked } from "./statement-demand.ts";
import { statementDemand } from "./statement-options.ts";
import { verifyFile, type Wanted } from "./verify-file.ts";
import { verifyTargets } from "./verify-targets.ts";

const CONCURRENCY = 8;

export type FileResult =
  | { readonly record: ActRecord; readonly verified: VerifiedBundle }
  | { readonly failure: ActFailure }
  /** The policy lets it be unsigned. */
  | { readonly allowed: string }
  | { readonly stopped: string };

/** Verifies every file that `files` names; each ends as a record or as a failure. */
export async function runVerify(
  context: CommandContext,
  options: VerifyRunOptions,
): Promise<ActResult> {
  if (options.policy !== undefined) {
    const { runPolicy } = await import("./policy/run-policy.ts");
    return await runPolicy(context, options, options.policy);
  }
  const statement = statementDemand(context, options);
  const signer = await signerPolicy(context, options);
  if (options.requireLog === true && signer.root === undefined) {
    throw new UsageError("`require-log` is on without `trusted-root`", {
      hint: "Give the trusted root that names the log.",
    });
  }
  if (options.minSignatures > 1 && onlyOne(options)) {
    throw new UsageError(
      `\`min-signatures\` is ${options.minSignatures}, and only one signer is named`,
      { hint: "Give `certificate-identity-pattern` for several identities, or a `policy`." },
    );
  }
  const { folder: root = context.root } = options;
  const targets = await verifyTargets(root, options);
  const { requireLog, minSignatures } = options;
  const revoked = revokedKeys(options.revokedKeys ?? []);
  const wanted: Wanted = { signer, requireLog, revokedKeys: revoked, statement, minSignatures };
  const results = await verifyAll(context, targets.files, options, (path, finder) =>
    verifyFile({ ...context, root }, finder, path, wanted, options),
  );
  const { notices = [], ...checked } = resultOf(
    targets,
    results,
    options.bundleSuffix,
    isAsked(statement),
  );
  return {
    ...checked,
    notices: [...notices, ...rootNotices(signer)],
    verifyWith: verifyingVerification(options, signer, targets, checked.records),
  };
}

function onlyOne({ key, otherKeys, certificateIdentity }: VerifyRunOptions): boolean {
  return (key !== undefined && !otherKeys?.length) || certificateIdentity !== undefined;
}

/** Each file once, several at a time. */
export async function verifyAll(
  context: CommandContext,
  files: readonly string[],
  options: VerifyRunOptions,
  verifyOne: (path: string, finder: BundleFinder) => Promise<FileResult>,
): Promise<readonly FileResult[]> {
  const { signal, logger, progress } = context;
  const finder = bundleFinder(options.folder ?? context.root, options.bundleSuffix);
  let done = 0;
  const results = await mapPool(files, CONCURRENCY, signal, async (path): Promise<FileResult> => {
    try {
      const file = await verifyOne(path, finder);
      if ("record" in file) {
        options.seen?.set(path, file.verified);
        logger.info(`${path}: verified${by(file.record)}`);
      }
      return file;
    } catch (error) {
      if (signal.aborted) return { stopped: path };
      throw error;
    } finally {
      done += 1;
      progress.update("Verifying", done, files.length);
    }
  });
  progress.finish();
  return [...results, ...files.slice(results.length).map((stopped) => ({ stopped }))];
}

function by({ signer }: ActRecord): string {
  return signer.identity === undefined ? "" : `, signed by ${signer.identity}`;
}

export function resultOf(
  targets: Targets,
  results: readonly FileResult[],
  suffix: string,
  isJudged: boolean,
): ActResult {
  const verified = results.flatMap((file) => ("record" in file ? [file] : []));
  const failed = results.flatMap((file) => ("failure" in file ? [file.failure] : []));
  const undone = results.flatMap((file) => ("stopped" in file ? [file.stopped] : []));
  const allowed = results.flatMap((file) => ("allowed" in file ? [file.allowed] : []));
  const unchecked = verified.filter((file) => file.verified.unchecked > 0);
  return {
    act: "verify",
    records: verified.map(({ record }) => record),
    failures: [
      ...missingFailures(targets),
      ...failed,
      ...stoppedFailure("verify.unreadable", undone, "verified"),
    ],
    coverage: {
      inspected: { files: targets.files.length, verified: verified.length },
      skipped: [
        ...targets.skipped,
        ...targets.leftovers,
        ...orphans(targets, suffix, verified),
        ...allowed.map((item) => ({ item, reason: "the policy lets it be unsigned" })),
      ],
      summary: summaryOf(
        verified.length,
        targets.files.length + targets.skipped.length - allowed.length,
      ),
    },
    notices: [
      ...(isJudged
        ? []
        : attestationNotices(verified.flatMap((file) => file.verified.predicateType ?? []))),
      ...(unchecked.length === 0
        ? []
        : [
            "Log entries and timestamps were only checked to be about these signatures: give `trusted-root` to check who made them.",
          ]),
    ],
  };
}

function summaryOf(verified: number, all: number): string {
  if (all === 0) return "There was no file to verify";
  if (all > 1) return `${verified} of ${all} files are unchanged and signed by the expected signer`;
  return verified === 1
    ? "The file is unchanged and signed by the expected signer"
    : "The file was not verified";
}

/** Bundles that a pattern hit count as read with their file; one without its file was looked at by nobody. */
function orphans(
  { bundles, files }: Targets,
  suffix: string,
  verified: readonly { readonly record: ActRecord }[],
): readonly Skipped[] {
  const known = new Set(files);
  const used = new Set(verified.map(({ record }) => record.product));
  return bundles
    .filter(
      (path) => !used.has(path) && !subjectsOf(path, suffix).some((subject) => known.has(subject)),
    )
    .map((item) => ({ item, reason: "it is a bundle, and its file is not among those to verify" }));
}
