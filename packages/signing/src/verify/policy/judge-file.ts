import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { ActFailure, ActRecord, ActSigner, CommandContext } from "@assay/core";
import {
  fileArtifact,
  type ParsedBundle,
  type SignedArtifact,
  VerificationError,
  type VerifiedBundle,
  verifyBundle,
} from "@assay/sigstore";
import { mirrored } from "@assay/sigstore/keys";
import { keySigner, recordOf } from "../../act/record.ts";
import { type BundleFinder, type HeldBundle, readBundles } from "../bundles-of.ts";
import { EVIDENCE, type Evidence } from "../evidence.ts";
import { type Attempt, failureOf, noBundle, noPolicyRule, unmetRequirement } from "../failures.ts";
import { checkStatement } from "../statement-demand.ts";
import { withoutRef } from "../verify-file.ts";
import type { NamedSigner, Policy, PolicyRule, Requirement } from "./policy.ts";
import { checkSummary } from "./summary.ts";

/** A file as its policy judges it; `allowed` where it need not be signed. */
export type JudgedFile =
  | { readonly record: ActRecord; readonly verified: VerifiedBundle }
  | { readonly failure: ActFailure }
  | { readonly allowed: string };

interface Accepted extends Evidence {
  readonly signer: NamedSigner;
  readonly verified: VerifiedBundle;
}

/** What cosign 3 writes for images, and by request for files: a signature in the form of an attestation. */
const COSIGN_SIGNATURE = "https://sigstore.dev/cosign/sign/v1";

/**
 * Judges a file by the first rule of the policy that is for it: every requirement must hold.
 *
 * @param rulesUsed Gets that rule.
 */
export async function judgeFile(
  { root, signal, clock }: CommandContext,
  finder: BundleFinder,
  path: string,
  policy: Policy,
  rulesUsed: Set<PolicyRule>,
): Promise<JudgedFile> {
  const rule = policy.rules.find((each) => each.matches(path));
  if (rule !== undefined) rulesUsed.add(rule);
  if (rule === undefined) return { failure: noPolicyRule(path, policy.path) };
  if (rule.allowsUnsigned) return { allowed: path };
  const artifact = fileArtifact(resolve(root, path), signal);
  const attempts: Attempt[] = [];
  const accepted: Accepted[] = [];
  const places = await finder.of(path, artifact);
  for (const place of places) {
    try {
      for (const held of await readBundles(root, place)) {
        const found = await acceptedOf(held, place, artifact, { rule, policy, signal });
        for (const each of found) {
          if ("error" in each) attempts.push(each);
          else accepted.push(each);
        }
      }
    } catch (error) {
      signal.throwIfAborted();
      attempts.push({ bundle: place, error });
    }
  }
  if (accepted.length === 0) {
    if (attempts.length > 0) return { failure: failureOf(path, attempts) };
    return { failure: noBundle(path, `a bundle for ${rule.name} of ${policy.path}`) };
  }
  const used = new Set<Accepted>();
  for (const requirement of rule.require) {
    const unmet = unmetBy(accepted, requirement, clock.wall().getTime(), used);
    if (unmet !== undefined) {
      const failure = unmetRequirement(path, `${rule.name} of ${policy.path}`, unmet, attempts);
      return { failure };
    }
  }
  return await recordFor(path, artifact, rule, [...used]);
}

interface Judging {
  readonly rule: PolicyRule;
  readonly policy: Policy;
  readonly signal: AbortSignal;
}

/** Of a bundle, by which of the rule's signers it is; where by none, why. */
async function acceptedOf(
  held: HeldBundle,
  place: string,
  artifact: SignedArtifact,
  { rule, policy, signal }: Judging,
): Promise<readonly (Accepted | Attempt)[]> {
  const found: (Accepted | Attempt)[] = [];
  for (const signer of rule.signers) {
    try {
      const parsed = await held.open(artifact);
      if ([held.sha256, ...signatureDigests(parsed)].some((digest) => policy.revoked.has(digest))) {
        throw new VerificationError("untrusted-certificate", "the policy has revoked this bundle");
      }
      const options = {
        signer: signer.policy,
        requireLog: rule.requireLog,
        revokedKeys: policy.revoked,
      };
      const verified = await verifyBundle(parsed, artifact, options);
      checkTimes(verified, signer);
      checkWitnesses(verified, rule, signer);
      found.push({ signer, verified, place, sha256: held.sha256 });
    } catch (error) {
      signal.throwIfAborted();
      found.push({ bundle: `${place} (${signer.name})`, error });
    }
  }
  const good = found.filter((each) => !("error" in each));
  return good.length > 0 ? good : found;
}

/** Of its signature, and of what can be made of it without the key. */
function signatureDigests({ bundle: { content } }: ParsedBundle): readonly string[] {
  const signatures =
    content.$case === "messageSignature"
      ? [content.messageSignature.signature]
      : content.dsseEnvelope.signatures.map(({ sig }) => sig);
  return signatures
    .flatMap((signature) => [signature, ...mirrored(signature)])
    .map((bytes) => createHash("sha256").update(bytes).digest("hex"));
}

function checkTimes({ times }: VerifiedBundle, { name, from, until }: NamedSigner): void {
  if (from === undefined && until === undefined) return;
  const instants = times.map(({ at }) => at.getTime());
  const expected = `a time ${from === undefined ? "" : `from ${day(from)} `}${until === undefined ? "" : `before ${day(until)}`}`;
  const isIn = (at: number) => (from ?? at) <= at && at < (until ?? Number.POSITIVE_INFINITY);
  if (instants.length > 0 && instants.every(isIn)) return;
  throw new VerificationError("identity-mismatch", `${name} may not have signed at that time`, {
    expected: expected.trim(),
    found:
      instants.map((at) => new Date(at).toISOString()).join(", ") || "no time that is vouched for",
  });
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Logs and authorities of one operator count once (protobuf-specs, `TransparencyLogInstance.operator`). */
function checkWitnesses(
  { logEntries, timestampAuthorities: stamps, unchecked }: VerifiedBundle,
  rule: PolicyRule,
  { policy: { root } }: NamedSigner,
): void {
  const operatorOf = (url: string) =>
    root?.logs.find(({ baseUrl }) => baseUrl === url)?.operator || url;
  const logs = unchecked > 0 ? 0 : new Set(logEntries.map(({ log }) => operatorOf(log))).size;
  if (logs >= rule.logs && stamps >= rule.timestamps) return;
  throw new VerificationError("log-entry-invalid", "it has too few witnesses", {
    expected: `${rule.logs} logs and ${rule.timestamps} timestamps`,
    found: `${logs} and ${stamps}`,
  });
}

/** Why a requirement does not hold: each signer counts once. */
function unmetBy(
  accepted: readonly Accepted[],
  requirement: Requirement,
  now: number,
  used: Set<Accepted>,
): string | undefined {
  const signers = new Set<string>();
  let reason = "";
  for (const each of accepted) {
    if (!requirement.of.includes(each.signer.name)) continue;
    const { statement, summary } = requirement;
    try {
      if (summary !== undefined) checkSummary(each.verified, summary, now);
      else if (statement !== undefined) checkStatement(each.verified, statement);
      else if (![undefined, COSIGN_SIGNATURE].includes(each.verified.predicateType)) continue;
      signers.add(signerName(each));
      used.add(each);
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      reason = `: ${error.message} (expected ${error.expected}, found ${error.found})`;
    }
  }
  if (signers.size >= requirement.atLeast) return undefined;
  const count = requirement.atLeast === 1 ? "" : ` by ${requirement.atLeast} different signers`;
  return `${requirement.text}${count}, and it has ${signers.size}${reason}`;
}

function signerName({ signer, verified: { identity } }: Accepted): string {
  return signer.policy.kind === "key"
    ? signer.policy.key.hint
    : `${withoutRef(identity?.subject)} ${identity?.issuer}`;
}

async function recordFor(
  path: string,
  artifact: SignedArtifact,
  rule: PolicyRule,
  accepted: readonly Accepted[],
): Promise<JudgedFile> {
  const [first] = accepted;
  if (first === undefined) throw new TypeError("nothing was accepted");
  const { signer, verified, place } = first;
  const by: ActSigner =
    signer.policy.kind === "key"
      ? keySigner(signer.policy.key)
      : { identity: verified.identity?.subject ?? "", issuer: verified.identity?.issuer ?? "" };
  const signers = [...new Set(accepted.map((each) => each.signer.name))].join(", ");
  const notes = [`By ${rule.name} of the policy; signed by ${signers}.`];
  const digests = await artifact.digests(["sha256"]);
  const record = recordOf("verified", path, digests, by, place, { ...verified, notes });
  EVIDENCE.set(record, accepted);
  return { record, verified };
}
