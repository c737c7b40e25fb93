import { resolve } from "node:path";
import {
  type CheckContext,
  type CheckResult,
  type Finding,
  type Skipped,
  UsageError,
} from "@assay/core";
import {
  fileArtifact,
  parseBundle,
  VerificationError,
  type VerifiedBundle,
  type VerifyOptions,
  verifyBundle,
} from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { bundleSuffixes, findTargets, type Targets } from "../targets/find-targets.ts";
import { mapPool } from "../targets/pool.ts";
import { findingFor, MissingBundle, missingFindings } from "./findings.ts";
import { attestationNotices, outsideNotices, rootNotices } from "./notices.ts";
import type { VerifyRunOptions } from "./options.ts";
import { signerPolicy } from "./signer-policy.ts";

const CONCURRENCY = 8;

interface FileResult {
  readonly path: string;
  readonly verified?: VerifiedBundle;
  readonly finding?: Finding;
}

/** Verifies every file that `files` names; each ends verified or as one finding. */
export async function runVerify(
  context: CheckContext,
  options: VerifyRunOptions,
): Promise<CheckResult> {
  const signer = await signerPolicy(context, options);
  if (options.requireLog === true && signer.root === undefined) {
    throw new UsageError("`require-log` is on without `trusted-root`", {
      hint: "Give the trusted root that names the log.",
    });
  }
  const targets = await findTargets(context.root, options.files, options.bundleSuffix);
  if (options.bundle !== undefined && targets.files.length > 1) {
    throw new UsageError(
      `\`bundle\` is for one file, and \`files\` names ${targets.files.length}`,
      {
        hint: "Leave `bundle` out: the bundle of each file is looked for beside it.",
      },
    );
  }
  const wanted: VerifyOptions = { signer, requireLog: options.requireLog };
  let done = 0;
  const results = await mapPool(targets.files, CONCURRENCY, async (path): Promise<FileResult> => {
    try {
      const bundle = await bundleOf(context.root, path, options);
      const artifact = fileArtifact(resolve(context.root, path), context.signal);
      const verified = await verifyBundle(parseBundle(bundle), artifact, wanted);
      context.logger.info(`${path}: verified${by(verified)}`);
      return { path, verified };
    } catch (error) {
      context.signal.throwIfAborted();
      return { path, finding: findingFor(path, error) };
    } finally {
      done += 1;
      context.progress.update("Verifying", done, targets.files.length);
    }
  });
  context.progress.finish();
  const checked = result(targets, results, bundleSuffixes(options.bundleSuffix));
  const notices = [...rootNotices(signer), ...outsideNotices(context, options)];
  return { ...checked, notices: [...(checked.notices ?? []), ...notices] };
}

function by(verified: VerifiedBundle): string {
  return verified.identity === undefined ? "" : `, signed by ${verified.identity.subject}`;
}

/** The order of the client spec: what was named, then `<file>.sigstore.json`, then `<file>.sigstore`. */
async function bundleOf(
  root: string,
  path: string,
  { bundle, bundleSuffix }: VerifyRunOptions,
): Promise<Buffer> {
  const beside = bundleSuffixes(bundleSuffix).map((suffix) => `${path}${suffix}`);
  for (const place of bundle === undefined ? beside : [bundle]) {
    const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
    if ("bytes" in read) return read.bytes;
    if (read.problem === "irregular") {
      throw new VerificationError("unreadable", `${place} is a link or no regular file`);
    }
    if (read.problem === "large") {
      throw new VerificationError("malformed-bundle", `${place} is too large`, {
        expected: `at most ${MAX_BUNDLE_BYTES} bytes`,
        found: `${read.size} bytes`,
      });
    }
  }
  throw new MissingBundle(bundle ?? beside.join(" or "));
}

function result(
  targets: Targets,
  results: readonly FileResult[],
  suffixes: readonly string[],
): CheckResult {
  const verified = results.filter((file) => file.verified !== undefined);
  const unchecked = verified.filter((file) => (file.verified?.unchecked ?? 0) > 0);
  const partly = verified.filter((file) => (file.verified?.ignoredEntries ?? 0) > 0);
  const failed = results.flatMap((file) => (file.finding === undefined ? [] : [file.finding]));
  return {
    check: "verify",
    title: "Verification",
    findings: [...missingFindings(targets), ...failed],
    artifacts: [],
    coverage: {
      inspected: { files: targets.files.length, verified: verified.length },
      skipped: [
        ...orphans(targets, suffixes),
        ...unchecked.map(
          ({ path }): Skipped => ({
            item: path,
            reason:
              "who made its log entries and timestamps was not checked: no trusted root was given",
          }),
        ),
        ...partly.map(
          ({ path }): Skipped => ({
            item: path,
            reason: "it has log entries of logs that the trusted root does not name: ignored",
          }),
        ),
      ],
      summary: summaryOf(verified.length, targets.files.length),
    },
    notices: [
      ...attestationNotices(verified.flatMap(({ verified: found }) => found?.predicateType ?? [])),
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
function orphans({ bundles, files }: Targets, suffixes: readonly string[]): readonly Skipped[] {
  const known = new Set(files);
  return bundles
    .filter((path) => !suffixes.some((suffix) => known.has(path.slice(0, -suffix.length))))
    .map((item) => ({ item, reason: "it is a bundle, and its file is not among those to verify" }));
}
