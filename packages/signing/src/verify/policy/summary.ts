import { isRecord, memberAt } from "@assay/core";
import { VerificationError, type VerifiedBundle } from "@assay/sigstore";

/** SLSA Verification Summary Attestation, version 1 (slsa.dev/spec/v1.2/verification_summary). */
export const SUMMARY_TYPE = "https://slsa.dev/verification_summary/v1";

/** What a verification summary must say to stand for a verification of one's own. */
export interface SummaryDemand {
  /** `verifier.id`: a signer vouches for this verifier and for no other. */
  readonly verifier: string;
  readonly resource: string;
  /** A level of a SLSA track or a higher one of it; any other text as it is. */
  readonly levels: readonly string[];
  /** In milliseconds. */
  readonly maxAge: number | undefined;
  /** Of the policy that the verifier used, in hex. */
  readonly policySha256: string | undefined;
}

/** So much may the verifier's clock be ahead. */
const SKEW = 5 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;
export const LEVEL = /^SLSA_([A-Z][A-Z_]*)_LEVEL_(\d{1,3}|UNEVALUATED)$/;
/** RFC 3339, as in-toto's timestamps are. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i;

/**
 * Whether a summary says what is asked for, by the steps of the specification ("How to verify"); signature and subject have
 * been verified before.
 *
 * @throws VerificationError `statement-mismatch`, with a message of its own for every field
 */
export function checkSummary(
  { predicateType, statement }: Pick<VerifiedBundle, "predicateType" | "statement">,
  demand: SummaryDemand,
  now: number,
): void {
  same("it is no verification summary", SUMMARY_TYPE, predicateType);
  const predicate = memberAt(statement, "predicate");
  same(
    "the summary is of another verifier",
    demand.verifier,
    memberAt(predicate, "verifier", "id"),
  );
  same("the summary is for another resource", demand.resource, memberAt(predicate, "resourceUri"));
  same("the verifier did not pass the file", "PASSED", memberAt(predicate, "verificationResult"));
  checkLevels(memberAt(predicate, "verifiedLevels"), demand.levels);
  checkPolicy(memberAt(predicate, "policy"), demand.policySha256);
  checkTime(memberAt(predicate, "timeVerified"), demand.maxAge, now);
  const version = memberAt(predicate, "slsaVersion");
  if (version !== undefined && !(typeof version === "string" && /^1\.\d{1,3}$/.test(version)))
    throw mismatch("the summary is of another version of SLSA", "1.x", version);
  const inputs = memberAt(predicate, "inputAttestations");
  if (inputs !== undefined && !isListOfDigests(inputs))
    throw mismatch(
      "the summary's evidence has no digests",
      "a digest for each attestation",
      inputs,
    );
}

/** @throws VerificationError */
export function checkLevels(found: unknown, wanted: readonly string[]): void {
  const expected = wanted.join(", ") || "at least one level";
  if (!Array.isArray(found) || found.length === 0 || !found.every(isText))
    throw mismatch("the summary names no levels", expected, found);
  const levels: readonly string[] = found;
  const shown = levels.join(", ");
  if (levels.includes("FAILED"))
    throw mismatch("the summary passes a file whose levels failed", expected, shown);
  const tracks = levels.flatMap((level) => LEVEL.exec(level)?.[1] ?? []);
  if (new Set(tracks).size < tracks.length)
    throw mismatch("the summary has two levels of one track", "one of each track", shown);
  const strange = levels.find((level) => level.startsWith("SLSA_") && !LEVEL.test(level));
  if (strange !== undefined)
    throw mismatch("the summary names a level that SLSA does not have", expected, strange);
  const missing = wanted.find((level) => !levels.some((each) => reaches(each, level)));
  if (missing !== undefined) throw mismatch("the verified level is too low", missing, shown);
}

/** A level holds all below it in its track; what is no number is compared as it is. */
function reaches(found: string, wanted: string): boolean {
  const [, track, level] = LEVEL.exec(found) ?? [];
  const [, wantedTrack, least] = LEVEL.exec(wanted) ?? [];
  return found === wanted || (track === wantedTrack && Number(level) >= Number(least));
}

function checkPolicy(policy: unknown, sha256: string | undefined): void {
  if (!isText(memberAt(policy, "uri")))
    throw mismatch("the summary names no policy", "`policy.uri`", memberAt(policy, "uri"));
  if (sha256 !== undefined)
    same("the verifier used another policy", sha256, memberAt(policy, "digest", "sha256"));
}

function checkTime(found: unknown, maxAge: number | undefined, now: number): void {
  if (found === undefined && maxAge === undefined) return;
  const time = isText(found) && INSTANT.test(found) ? Date.parse(found) : Number.NaN;
  if (Number.isNaN(time))
    throw mismatch("the summary does not say when it was made", "a time by RFC 3339", found);
  if (time > now + SKEW)
    throw mismatch("the summary is of the future", `before ${new Date(now).toISOString()}`, found);
  if (maxAge !== undefined && now - time > maxAge)
    throw mismatch("the summary is too old", `at most ${maxAge / DAY} days`, found);
}

function isListOfDigests(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((each) => Object.values(record(memberAt(each, "digest"))).some(isText))
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function same(problem: string, expected: string, found: unknown): void {
  if (found !== expected) throw mismatch(problem, expected, found);
}

function mismatch(problem: string, expected: string, found: unknown): VerificationError {
  const shown = (isText(found) ? found : JSON.stringify(found)) ?? "nothing";
  return new VerificationError("statement-mismatch", problem, {
    expected,
    found: shown.slice(0, 300),
  });
}
