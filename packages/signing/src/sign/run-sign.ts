import { basename, resolve } from "node:path";
import {
  type Artifact,
  type CheckResult,
  type CommandContext,
  type Finding,
  UsageError,
} from "@assay/core";
import { parseBundle, VerificationError } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { BUNDLE_MEDIA_TYPE } from "@assay/sigstore/sign";
import { findTargets, type Targets } from "../targets/find-targets.ts";
import { mapPool } from "../targets/pool.ts";
import { failure, missingFindings } from "./findings.ts";
import type { SignOptions } from "./options.ts";
import { openSession, type SigningSession } from "./prepare.ts";
import { rateLimit } from "./rate-limit.ts";
import { type SignedFile, signFile } from "./sign-file.ts";

/** Rekor v2 answers a whole batch with one checkpoint: many uploads in flight wait as long as one. */
const CONCURRENCY = { 1: 16, 2: 64 } as const;
const DEFAULT_SUFFIX = ".sigstore.json";

interface FileResult {
  readonly path: string;
  readonly artifact?: Artifact;
  readonly finding?: Finding;
  readonly kept?: boolean;
}

/** Signs every file that `files` names; each ends as a bundle, a kept bundle or a finding. */
export async function runSign(context: CommandContext, options: SignOptions): Promise<CheckResult> {
  const suffix = checkedSuffix(options.bundleSuffix);
  const targets = await findTargets(context.root, options.files, suffix);
  const missing = missingFindings(targets);
  if (targets.files.length === 0) return result(targets, [], missing, []);
  const session = await openSession(context, options);
  // Fails early and once, before any file is read, when there is no certificate to be had.
  await session.credential();
  const results = await signAll(context, targets.files, suffix, session);
  const notices = noticesFor(session);
  return result(targets, results, missing, notices);
}

function checkedSuffix(suffix: string): string {
  if (/^\.[A-Za-z0-9._-]{1,60}$/.test(suffix)) return suffix;
  throw new UsageError(
    `\`bundle-suffix\` is "${suffix}"; a dot, then letters, digits, dots and dashes are allowed`,
  );
}

async function signAll(
  context: CommandContext,
  files: readonly string[],
  suffix: string,
  session: SigningSession,
): Promise<readonly FileResult[]> {
  const version = session.plan.logs.some((log) => log.version === 1) ? 1 : 2;
  const permit = rateLimit(session.plan.logs.map(({ url }) => url));
  let done = 0;
  const results = await mapPool(files, CONCURRENCY[version], async (path): Promise<FileResult> => {
    try {
      const existing = await existingBundle(context.root, path, suffix);
      await permit();
      const { root, signal } = context;
      return told(context, path, suffix, await signFile(session, root, path, existing, signal));
    } catch (error) {
      context.signal.throwIfAborted();
      return { path, finding: failure(path, error) };
    } finally {
      done += 1;
      context.progress.update("Signing", done, files.length);
    }
  });
  context.progress.finish();
  return results;
}

/**
 * The bundle that lies there already. A link is replaced, not followed: what it leads to is not ours to keep.
 *
 * @throws UsageError where the bundle's place is taken by something that is no bundle.
 */
async function existingBundle(
  root: string,
  path: string,
  suffix: string,
): Promise<Uint8Array | undefined> {
  const place = `${path}${suffix}`;
  const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
  if ("problem" in read && read.problem !== "large") return undefined;
  const bytes = "bytes" in read ? read.bytes : undefined;
  // Nothing else is called `.sigstore.json`; with a suffix such as `.js` this may be someone's work.
  if (suffix === DEFAULT_SUFFIX || (bytes !== undefined && isBundle(bytes))) return bytes;
  throw new UsageError(`${place} exists and is no bundle; it stays as it is`, {
    hint: "Move that file away, or choose another `bundle-suffix`.",
  });
}

function isBundle(bytes: Uint8Array): boolean {
  try {
    return parseBundle(bytes).version !== undefined;
  } catch (error) {
    if (error instanceof VerificationError) return false;
    throw error;
  }
}

function told(
  context: CommandContext,
  path: string,
  suffix: string,
  signed: SignedFile,
): FileResult {
  if (signed.status === "kept") {
    context.logger.info(`${path}: its bundle is valid for this content and signer; kept`);
    return { path, kept: true };
  }
  const index = signed.verified?.logIndexes[0];
  context.logger.info(`${path}: signed${index === undefined ? "" : `, log index ${index}`}`);
  const destination = `${path}${suffix}`;
  const artifact: Artifact = {
    name: basename(destination),
    mediaType: BUNDLE_MEDIA_TYPE,
    bytes: signed.bytes,
    destination,
  };
  return { path, artifact };
}

function noticesFor({ plan, trustedRoot }: SigningSession): readonly string[] {
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
  missing: readonly Finding[],
  notices: readonly string[],
): CheckResult {
  const artifacts = results.flatMap(({ artifact }) => (artifact === undefined ? [] : [artifact]));
  const failed = results.flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
  const kept = results.filter((file) => file.kept === true);
  return {
    check: "sign",
    title: "Signing",
    findings: [...missing, ...failed],
    artifacts,
    coverage: {
      inspected: { files: targets.files.length, signed: artifacts.length, kept: kept.length },
      skipped: [
        ...targets.bundles.map((item) => ({ item, reason: "it is a bundle" })),
        ...kept.map(({ path }) => ({
          item: path,
          reason: "its bundle is valid for this content and signer",
        })),
      ],
      summary: summaryOf(artifacts.length, kept.length, failed.length),
    },
    notices,
  };
}

function summaryOf(signed: number, kept: number, failed: number): string {
  if (signed + kept + failed === 0) return "There was no file to sign";
  const files = (amount: number) => (amount === 1 ? "1 file" : `${amount} files`);
  return [
    `${files(signed)} signed`,
    ...(kept === 0 ? [] : [`${kept} had a valid signature already`]),
    ...(failed === 0 ? [] : [`${files(failed)} could not be signed`]),
  ].join(", ");
}
