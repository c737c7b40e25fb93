import { type ActFailure, asKnownError, type ErrorKind } from "@assay/core";
import { StoreError } from "@assay/oci";
import { type VerificationCode, VerificationError } from "@assay/sigstore";
import { IMAGE_SIGN_RULES, IMAGE_VERIFY_RULES, type ImageRuleId } from "./rules.ts";

const BY_STORE = {
  unreachable: "image.unreachable",
  unauthorized: "image.unauthorized",
  forbidden: "image.forbidden",
  "rate-limited": "image.rate-limited",
  truncated: "image.truncated",
  "digest-mismatch": "image.tampered",
  malformed: "image.unreadable",
  failed: "image.unreadable",
} as const satisfies Readonly<Record<StoreError["failure"], ImageRuleId>>;

const BY_CODE = {
  unreadable: "image.malformed-signature",
  "malformed-bundle": "image.malformed-signature",
  "wrong-key-material": "image.wrong-identity",
  "untrusted-timestamp": "image.untrusted",
  "untrusted-certificate": "image.untrusted",
  "log-entry-invalid": "image.untrusted",
  "invalid-signature": "image.tampered",
  "digest-mismatch": "image.wrong-digest",
  "identity-mismatch": "image.wrong-identity",
  "revoked-key": "image.revoked-key",
  "statement-mismatch": "image.attestation-missing",
} as const satisfies Readonly<Record<VerificationCode, ImageRuleId>>;

/** Why one thing that is attached does not do. */
export interface Attempt {
  readonly place: string;
  readonly error: unknown;
}

/** A reason that is neither a proof that fails nor a store that does. */
export class ImageProblem extends Error {
  readonly ruleId: ImageRuleId;

  constructor(ruleId: ImageRuleId, message: string) {
    super(message);
    this.ruleId = ruleId;
  }
}

/** @throws what is a fault of the program. */
export function ruleOf(error: unknown): ImageRuleId {
  if (error instanceof ImageProblem) return error.ruleId;
  if (error instanceof VerificationError) return BY_CODE[error.code];
  if (error instanceof StoreError) return BY_STORE[error.failure];
  const known = asKnownError(error);
  if (known.kind === "internal") throw known;
  return "image.unreadable";
}

/** Nearer to the truth, and worse: what can't be known goes before what is wrong, and that before what is of no concern. */
const RANK: readonly ImageRuleId[] = [
  "image.unreachable",
  "image.unauthorized",
  "image.forbidden",
  "image.rate-limited",
  "image.truncated",
  "image.unreadable",
  "image.sbom-of-another",
  "image.attestation-missing",
  "image.wrong-annotation",
  "image.revoked-key",
  "image.wrong-identity",
  "image.tampered",
  "image.untrusted",
  "image.malformed-signature",
  "image.wrong-digest",
];

/** Why a manifest is not verified: by the attempt that says most, with all of them as evidence. */
export function failureOfAttempts(
  item: string,
  attempts: readonly Attempt[],
  otherwise: ImageRuleId,
  reason: string,
): ActFailure {
  const rank = ({ error }: Attempt) => RANK.indexOf(ruleOf(error));
  const [first] = [...attempts].sort((a, b) => rank(a) - rank(b));
  const reported =
    first === undefined
      ? failure(otherwise, item, reason)
      : failureOf(item, first.error, "verified");
  const tried = attempts.map(({ place, error }) => ({ label: place, value: textOf(error) }));
  const evidence = [...(reported.evidence ?? []), ...(attempts.length > 1 ? tried : [])];
  return evidence.length === 0 ? reported : { ...reported, evidence };
}

/**
 * Why a manifest was not signed, attested or verified.
 *
 * @throws what is a fault of the program and of no image.
 */
export function failureOf(
  item: string,
  error: unknown,
  participle: "signed" | "attested" | "verified",
): ActFailure {
  const isVerify = participle === "verified";
  if (error instanceof VerificationError) {
    const pair = [
      ...(error.expected === undefined
        ? []
        : [{ label: "Expected", value: keyInHex(error.expected) }]),
      ...(error.found === undefined ? [] : [{ label: "Found", value: keyInHex(error.found) }]),
    ];
    const compared = pair.map(({ label, value }) => `${label.toLowerCase()} ${value}`).join(", ");
    const of = compared === "" ? error.message : `${error.message} (${compared})`;
    const made = isVerify
      ? failure(BY_CODE[error.code], item, of)
      : failure("image.not-signed", item, `the new bundle does not verify: ${of}`, {
          participle,
          kind: "external",
        });
    return pair.length === 0 ? made : { ...made, evidence: pair };
  }
  if (error instanceof ImageProblem)
    return failure(error.ruleId, item, error.message, { participle });
  const known = asKnownError(error);
  if (known.kind === "internal") throw known;
  const isStore = error instanceof StoreError;
  const ruleId = isStore || isVerify ? ruleOf(error) : "image.not-signed";
  return {
    ...failure(ruleId, item, textOf(known), { participle, kind: known.kind }),
    ...(known.hint === undefined ? {} : { hint: known.hint }),
  };
}

/** Bundles have a key's SHA-256 in base64; `assay key inspect` and reports show it in hex. */
function keyInHex(value: string): string {
  return /^[A-Za-z0-9+/]{43}=$/.test(value) ? Buffer.from(value, "base64").toString("hex") : value;
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return "unreadable";
  const problems = "problems" in error && Array.isArray(error.problems) ? error.problems : [];
  return problems.length === 0 ? error.message : `${error.message} (${problems.join("; ")})`;
}

export function failure(
  ruleId: ImageRuleId,
  item: string,
  reason: string,
  {
    participle = "verified",
    kind = "policy",
  }: { readonly participle?: string; readonly kind?: ErrorKind } = {},
): ActFailure {
  const rules = participle === "verified" ? IMAGE_VERIFY_RULES : IMAGE_SIGN_RULES;
  return {
    item,
    ruleId,
    kind,
    message: `${item} is not ${participle}: ${reason}`.replace(/\s+/g, " "),
    hint: (rules[ruleId] ?? IMAGE_SIGN_RULES[ruleId])?.help ?? "",
  };
}
