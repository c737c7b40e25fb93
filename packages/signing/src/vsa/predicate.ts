import { createHash } from "node:crypto";
import { type ActRecord, type ActResult, compareText, UsageError, VERSION } from "@assay/core";
import { VerificationError } from "@assay/sigstore";
import { EVIDENCE } from "../verify/evidence.ts";
import { POLICY_SHA256 } from "../verify/policy/run-policy.ts";
import { checkLevels, LEVEL, SUMMARY_TYPE } from "../verify/policy/summary.ts";
import { isPredicate } from "../verify/statement-demand.ts";

/** What a run is told about the summary of its verdict. */
export interface SummaryOptions {
  readonly resource: string;
  /** The levels that `PASSED` stands for. */
  readonly levels: readonly string[];
  /** Path of the policy file. */
  readonly policy: string | undefined;
  readonly policyUri: string | undefined;
  /** What the verdict depends on where there is no policy file. */
  readonly asked: Readonly<Record<string, unknown>>;
}

const SLSA_VERSION = "1.2";

/**
 * The predicate of a run's verdict (slsa.dev/spec/v1.2/verification_summary). It is `PASSED` only where nothing failed and
 * something was verified; nothing is said of dependencies.
 */
export function summaryOf(
  result: ActResult,
  verifier: string,
  { resource, levels, policy, policyUri, asked }: SummaryOptions,
  now: Date,
) {
  const isPassed = result.failures.length === 0 && result.records.length > 0;
  const sha256 =
    policy === undefined
      ? createHash("sha256").update(JSON.stringify(asked)).digest("hex")
      : POLICY_SHA256.get(result);
  const evidence = new Map(
    result.records.flatMap((record) =>
      (EVIDENCE.get(record) ?? []).map((each) => [`${each.sha256} ${each.place}`, each] as const),
    ),
  );
  return {
    verifier: { id: verifier, version: { assay: VERSION } },
    timeVerified: now.toISOString(),
    resourceUri: resource,
    policy: {
      uri: policyUri ?? (policy === undefined ? "urn:assay:verify" : encodeURI(policy)),
      ...(sha256 === undefined ? {} : { digest: { sha256 } }),
    },
    inputAttestations: [...evidence.values()]
      .sort((a, b) => compareText(a.place, b.place) || compareText(a.sha256, b.sha256))
      .map(({ place, sha256: digest }) => ({ uri: encodeURI(place), digest: { sha256: digest } })),
    verificationResult: isPassed ? "PASSED" : "FAILED",
    verifiedLevels: isPassed ? levels : ["FAILED"],
    slsaVersion: SLSA_VERSION,
  } as const;
}

/** @throws UsageError where no `PASSED` may say this. */
export function requireLevels(levels: readonly string[]): void {
  try {
    checkLevels(levels, []);
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    throw new UsageError(`\`vsa-level\` is ${levels.join(", ") || "empty"}: ${error.message}`, {
      hint: "Give a level of each track, such as SLSA_BUILD_LEVEL_2, or a word of your own.",
    });
  }
}

/** Files for which nothing that was verified bears a level out, with what is missing. */
export function unproven(
  levels: readonly string[],
  records: readonly ActRecord[],
): readonly (readonly [record: ActRecord, problem: string])[] {
  return levels.flatMap((level) => {
    const [, track, number] = LEVEL.exec(level) ?? [];
    if (track === undefined || !(Number(number) > 0)) return [];
    const kinds = track === "BUILD" ? ["provenance", SUMMARY_TYPE] : [SUMMARY_TYPE];
    return records
      .filter((record) => {
        const types = (EVIDENCE.get(record) ?? []).map(({ verified }) => verified.predicateType);
        return !types.some((type) => kinds.some((kind) => isPredicate(kind, type ?? "")));
      })
      .map(
        (record) =>
          [record, `${level} needs verified ${kinds.join(" or ")}, and it has none`] as const,
      );
  });
}
