import { type ActResult, type CommandContext, UsageError } from "@assay/core";
import { furtherOptions, shellWord } from "../../act/verify-with.ts";
import { expiredPolicy } from "../failures.ts";
import type { VerifyRunOptions } from "../options.ts";
import { resultOf, verifyAll } from "../run-verify.ts";
import { verifyTargets } from "../verify-targets.ts";
import { judgeFile } from "./judge-file.ts";
import { loadPolicy, type Policy, type PolicyRule } from "./policy.ts";

const DAY = 24 * 60 * 60 * 1000;
/** So long before its last day it is told. */
const NOTICE_DAYS = 30;

/** Of the policy file that a run was judged by, in hex: what was read, which may lie elsewhere than in the tree. */
export const POLICY_SHA256 = new WeakMap<ActResult, string>();

/** Verifies every file by the policy: who may sign what stands there, and an input says nothing beside it. */
export async function runPolicy(
  context: CommandContext,
  options: VerifyRunOptions,
  path: string,
): Promise<ActResult> {
  refuseOthers(options);
  const policy = await loadPolicy(context, path, options);
  const now = context.clock.wall().getTime();
  if (policy.expires !== undefined && now >= policy.expires) {
    return {
      act: "verify",
      records: [],
      failures: [expiredPolicy(path, lastDay(policy.expires))],
      coverage: {
        inspected: { files: 0, verified: 0 },
        skipped: [],
        summary: "Nothing was verified: the policy has expired",
      },
    };
  }
  const { folder: root = context.root } = options;
  const targets = await verifyTargets(root, options);
  const rulesUsed = new Set<PolicyRule>();
  const results = await verifyAll(context, targets.files, options, (file, finder) =>
    judgeFile({ ...context, root }, finder, file, policy, rulesUsed),
  );
  const { notices = [], ...result } = resultOf(targets, results, options.bundleSuffix, true);
  const { trustedRoot } = options;
  const also = [
    ...(trustedRoot === undefined ? [] : ["--trusted-root", trustedRoot]),
    ...furtherOptions(options),
  ];
  const command = ["assay", "verify", "--policy", path, ...also, "--", ...options.files];
  const act: ActResult = {
    ...result,
    notices: [...notices, ...expiryNotice(policy, now), ...unusedNotice(policy, rulesUsed)],
    verifyWith:
      result.records.length === 0
        ? []
        : [{ tool: "assay", command: command.map(shellWord).join(" ") }],
  };
  POLICY_SHA256.set(act, policy.sha256);
  return act;
}

function lastDay(expires: number): string {
  return new Date(expires - DAY).toISOString().slice(0, 10);
}

function expiryNotice({ path, expires }: Policy, now: number): readonly string[] {
  if (expires === undefined || expires - now > NOTICE_DAYS * DAY) return [];
  return [`${path} expires after ${lastDay(expires)}: review it before then.`];
}

/** A rule with a slip in its path would else be missed by nobody. Those of other releases are not for this run. */
function unusedNotice({ path, rules }: Policy, used: ReadonlySet<PolicyRule>): readonly string[] {
  const unused = rules.filter((rule) => rule.isRelease && !used.has(rule));
  if (unused.length === 0) return [];
  return [
    `${path} has rules that decided about none of these files: ${unused.map(({ name }) => name).join("; ")}. Check their paths, and the rules before them, where these files should have been theirs.`,
  ];
}

/** @throws UsageError where an input says who must have signed too: which of the two counts would be a guess. */
function refuseOthers(options: VerifyRunOptions): void {
  const others: readonly (readonly [name: string, isGiven: boolean])[] = [
    ["bundle", options.bundle !== undefined],
    ["key", options.key !== undefined],
    ["certificate-identity", options.certificateIdentity !== undefined],
    ["certificate-identity-pattern", options.certificateIdentityWildcard !== undefined],
    ["certificate-identity-regexp", options.certificateIdentityPattern !== undefined],
    ["certificate-oidc-issuer", options.certificateOidcIssuer !== undefined],
    ...Object.keys(options.claims).map((name) => [`certificate-${name}`, true] as const),
    ["predicate-type", options.predicateTypes.length > 0],
    ["builder", options.builder !== undefined],
    ["revoked-key", (options.revokedKeys ?? []).length > 0],
    ["min-signatures", options.minSignatures > 1],
    ["require-log", options.requireLog !== undefined],
  ];
  const given = others.find(([, isGiven]) => isGiven);
  if (given === undefined) return;
  throw new UsageError(`\`policy\` is given together with \`${given[0]}\``, {
    hint: "A policy says all of that: write it there.",
  });
}
