import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import {
  type Artifact,
  asKnownError,
  type CheckContext,
  type CheckResult,
  type Finding,
  fingerprint,
  UsageError,
} from "@assay/core";
import { BUNDLE_MEDIA_TYPE, MAX_BUNDLE_BYTES } from "../bundle/parse.ts";
import { findTargets, type Targets } from "../targets/find-targets.ts";
import { mapPool } from "../targets/pool.ts";
import { Rejection } from "../verify/rejection.ts";
import type { SignOptions } from "./options.ts";
import { pacer } from "./pacer.ts";
import { openSession, type SigningSession } from "./prepare.ts";
import { SIGN_RULES } from "./rules.ts";
import { type SignedFile, signFile } from "./sign-file.ts";

/** Rekor v2 answers a whole batch with one checkpoint: many uploads in flight wait as long as one. */
const CONCURRENCY = { 1: 16, 2: 64 } as const;

interface FileResult {
  readonly path: string;
  readonly artifact?: Artifact;
  readonly finding?: Finding;
  readonly kept?: boolean;
}

/** Signs every file that `files` names; each ends as a bundle, a kept bundle or a finding. */
export async function runSign(context: CheckContext, options: SignOptions): Promise<CheckResult> {
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
  context: CheckContext,
  files: readonly string[],
  suffix: string,
  session: SigningSession,
): Promise<readonly FileResult[]> {
  const version = session.plan.logs.some((log) => log.version === 1) ? 1 : 2;
  const permit = pacer(session.plan.logs.map(({ url }) => url));
  let done = 0;
  const results = await mapPool(files, CONCURRENCY[version], async (path): Promise<FileResult> => {
    try {
      const existing = await existingBundle(resolve(context.root, `${path}${suffix}`));
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

async function existingBundle(path: string): Promise<Uint8Array | undefined> {
  const status = await stat(path).catch(() => undefined);
  return status?.isFile() && status.size <= MAX_BUNDLE_BYTES ? await readFile(path) : undefined;
}

function told(context: CheckContext, path: string, suffix: string, signed: SignedFile): FileResult {
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

function failure(path: string, error: unknown): Finding {
  const known = error instanceof Rejection ? undefined : asKnownError(error);
  const isFileError = error instanceof Error && "code" in error && "syscall" in error;
  if (known?.kind === "internal" && !isFileError) throw known;
  const message = isFileError
    ? `it can't be read (${String(error.code)})`
    : (known?.message ?? `the new bundle does not verify: ${(error as Error).message}`);
  return {
    ruleId: "sign.failed",
    severity: SIGN_RULES["sign.failed"]?.severity ?? "high",
    message: `${path} was not signed: ${message.replace(/\s+/g, " ")}`,
    location: { path },
    subject: { name: path },
    fingerprint: fingerprint("sign.failed", path),
    ...(known?.hint === undefined || isFileError ? {} : { remediation: known.hint }),
  };
}

function missingFindings(targets: Targets): readonly Finding[] {
  const items = [
    ...targets.unmatched,
    ...targets.unreadable.map(({ path, reason }) => ({
      item: path === "" ? "." : path,
      reason: `the folder can't be listed: ${reason}`,
    })),
  ];
  const none = targets.files.length === 0 && items.length === 0;
  return (none ? [{ item: "files", reason: "everything is excluded or a bundle" }] : items).map(
    ({ item, reason }) => ({
      ruleId: "sign.nothing-to-sign",
      severity: SIGN_RULES["sign.nothing-to-sign"]?.severity ?? "high",
      message: `${item} names nothing to sign: ${reason}`,
      fingerprint: fingerprint("sign.nothing-to-sign", item),
    }),
  );
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
      summary: `${artifacts.length} of ${targets.files.length} files signed, ${kept.length} kept, ${failed.length} failed`,
    },
    notices,
  };
}
