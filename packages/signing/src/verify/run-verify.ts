import { lstat, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  asKnownError,
  type CheckContext,
  type CheckResult,
  type Finding,
  fingerprint,
  type Skipped,
  UsageError,
} from "@assay/core";
import { MAX_BUNDLE_BYTES, parseBundle } from "../bundle/parse.ts";
import { findTargets, type Targets } from "../targets/find-targets.ts";
import { mapPool } from "../targets/pool.ts";
import { fileArtifact } from "./artifact.ts";
import type { VerifyRunOptions } from "./options.ts";
import { Rejection, type VerifyRuleId } from "./rejection.ts";
import { VERIFY_RULES } from "./rules.ts";
import { signerPolicy } from "./signer-policy.ts";
import { type Verified, type VerifyOptions, verifyBundle } from "./verify-bundle.ts";

const CONCURRENCY = 8;

interface FileResult {
  readonly path: string;
  readonly verified?: Verified;
  readonly finding?: Finding;
}

/** Verifies every file that `files` names; each ends verified or as one finding. */
export async function runVerify(
  context: CheckContext,
  options: VerifyRunOptions,
): Promise<CheckResult> {
  const signer = await signerPolicy(context, options);
  if (options.requireLog && signer.root === undefined) {
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
  return result(targets, results);
}

function by(verified: Verified): string {
  return verified.identity === undefined ? "" : `, signed by ${verified.identity.subject}`;
}

/** The order of the client spec: what was named, then `<file>.sigstore.json`, then `<file>.sigstore`. */
async function bundleOf(
  root: string,
  path: string,
  { bundle, bundleSuffix }: VerifyRunOptions,
): Promise<Buffer> {
  const beside = [...new Set([bundleSuffix, ".sigstore.json", ".sigstore"])].map(
    (suffix) => `${path}${suffix}`,
  );
  for (const place of bundle === undefined ? beside : [bundle]) {
    const absolute = resolve(root, place);
    const status = await lstat(absolute).catch(() => undefined);
    if (status === undefined) continue;
    if (!status.isFile()) throw new Rejection("verify.unreadable", `${place} is no regular file`);
    if (status.size > MAX_BUNDLE_BYTES) {
      throw new Rejection(
        "verify.malformed-bundle",
        `${place} has ${status.size} bytes; at most ${MAX_BUNDLE_BYTES} are read`,
      );
    }
    return await readFile(absolute);
  }
  throw new Rejection("verify.no-bundle", "there is no bundle", {
    expected: bundle ?? beside.join(" or "),
    found: "nothing",
  });
}

function findingFor(path: string, error: unknown): Finding {
  if (error instanceof Rejection) return finding(error.ruleId, path, path, error.message, error);
  const isFileError = error instanceof Error && "code" in error && "syscall" in error;
  const known = asKnownError(error);
  if (known.kind === "internal" && !isFileError) throw known;
  const reason = isFileError ? `it can't be read (${String(error.code)})` : known.message;
  return finding("verify.unreadable", path, path, reason);
}

function finding(
  ruleId: VerifyRuleId,
  item: string,
  path: string | undefined,
  reason: string,
  detail: { readonly expected?: string | undefined; readonly found?: string | undefined } = {},
): Finding {
  const { expected, found } = detail;
  const pair = [
    ...(expected === undefined ? [] : [{ label: "Expected", value: expected }]),
    ...(found === undefined ? [] : [{ label: "Found", value: found }]),
  ];
  const compared = pair.map(({ label, value }) => `${label.toLowerCase()} ${value}`).join(", ");
  return {
    ruleId,
    severity: VERIFY_RULES[ruleId]?.severity ?? "critical",
    message: `${item} is not verified: ${reason}${compared === "" ? "" : ` (${compared})`}`.replace(
      /\s+/g,
      " ",
    ),
    ...(path === undefined ? {} : { location: { path }, subject: { name: path } }),
    fingerprint: fingerprint(ruleId, item),
    ...(pair.length === 0 ? {} : { evidence: pair }),
  };
}

function result(targets: Targets, results: readonly FileResult[]): CheckResult {
  const verified = results.filter((file) => file.verified !== undefined);
  const unchecked = verified.filter((file) => (file.verified?.unchecked ?? 0) > 0);
  const failed = results.flatMap((file) => (file.finding === undefined ? [] : [file.finding]));
  return {
    check: "verify",
    title: "Verification",
    findings: [...missingFindings(targets), ...failed],
    artifacts: [],
    coverage: {
      inspected: { files: targets.files.length, verified: verified.length },
      skipped: unchecked.map(
        ({ path }): Skipped => ({
          item: path,
          reason: "its log entries and timestamps were not checked: no trusted root was given",
        }),
      ),
      summary: `${verified.length} of ${targets.files.length} files verified`,
    },
    notices:
      unchecked.length === 0
        ? []
        : ["Log entries and timestamps were not checked: give `trusted-root` to check them too."],
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
  const nothing = [{ item: "files", reason: "everything is excluded or a bundle" }];
  return (none ? nothing : items).map(({ item, reason }) =>
    finding("verify.nothing-to-verify", item, undefined, reason),
  );
}
