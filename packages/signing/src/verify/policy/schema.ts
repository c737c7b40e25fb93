import {
  boolean,
  date,
  either,
  integer,
  list,
  map,
  matching,
  object,
  oneOf,
  type Problem,
  text,
} from "@assay/core/schema";
import { isPredicateName, SUMMARIES } from "../statement-demand.ts";

/** What a certificate's extensions may be asked for, beside its identity. */
export const CLAIM_KEYS = [
  "repository",
  "ref",
  "sha",
  "workflow",
  "trigger",
  "runner",
  "builder",
  "repository-id",
  "owner-id",
  "token-subject",
] as const;

/** A signer as the file has it: an identity with its issuer, or a key. */
export interface SignerText extends Partial<Readonly<Record<(typeof CLAIM_KEYS)[number], string>>> {
  readonly key?: string;
  readonly issuer?: string;
  readonly identity?: string;
  readonly pattern?: string;
  /** Days, both included. */
  readonly from?: string;
  readonly until?: string;
}

export interface AttestationText {
  readonly attestation: string | readonly string[];
  readonly of: readonly string[];
  readonly "at-least"?: number;
  readonly source?: string;
  readonly tag?: string;
  readonly builder?: string;
  readonly "build-type"?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly result?: string;
}

export interface SummaryText {
  readonly of: readonly string[];
  readonly "at-least"?: number;
  readonly verifier: string;
  readonly resource: string;
  readonly levels?: readonly string[];
  /** In days. */
  readonly "max-age"?: number;
  readonly "policy-sha256"?: string;
}

export type RequirementText =
  | { readonly signature: { readonly of: readonly string[]; readonly "at-least"?: number } }
  | { readonly vsa: SummaryText }
  | AttestationText;

export interface RuleText {
  readonly match: { readonly path?: string; readonly release?: string };
  readonly require?: readonly RequirementText[];
  readonly "allow-unsigned"?: boolean;
  /** Zero lets signatures of keys go without. */
  readonly logs?: number;
  readonly timestamps?: number;
}

export interface PolicyText {
  readonly version: 1;
  readonly expires?: string;
  readonly trust?: { readonly root: string };
  readonly signers: Readonly<Record<string, SignerText>>;
  readonly revoked?: readonly {
    readonly "key-sha256"?: string;
    readonly "bundle-sha256"?: string;
    readonly "signature-sha256"?: string;
  }[];
  readonly rules: readonly RuleText[];
}

const sha256 = matching(/^[0-9a-f]{64}$/, "it must be a SHA-256 in lower-case hex");
const few = integer(1, 32);
const names = list(text, 1);

const signer = object({
  key: text.optional(),
  issuer: text.optional(),
  identity: text.optional(),
  pattern: text.optional(),
  ...Object.fromEntries(CLAIM_KEYS.map((name) => [name, text.optional()])),
  from: date.optional(),
  until: date.optional(),
}).refine(signerProblems);

function signerProblems(value: SignerText): readonly Problem[] {
  const forms = [value.key, value.identity, value.pattern].filter((form) => form !== undefined);
  if (forms.length !== 1) return [{ message: "needs exactly one of key, identity and pattern" }];
  const { from = "", until = "9999-12-31" } = value;
  if (from > until) return [{ message: "`from` is after `until`" }];
  if (value.key === undefined)
    return value.issuer === undefined ? [{ message: "an identity needs its `issuer`" }] : [];
  const strange = ["issuer" as const, ...CLAIM_KEYS].find((name) => value[name] !== undefined);
  return strange === undefined ? [] : [{ message: `a key has no \`${strange}\`` }];
}

const predicate = text.refine((value: string) => {
  if (value.startsWith(SUMMARIES))
    return [{ message: "a verification summary is asked for as `vsa`, with its verifier" }];
  return isPredicateName(value)
    ? []
    : [{ message: "it is no known kind and no URI", ofFormat: true }];
});

const level = text.refine((value: string) =>
  value === "FAILED" ? [{ message: "a summary that failed is never taken" }] : [],
);

const requirement = either(
  object({ signature: object({ of: names, "at-least": few.optional() }) }),
  object({
    vsa: object({
      of: names,
      "at-least": few.optional(),
      verifier: text,
      resource: text,
      levels: list(level, 1).optional(),
      "max-age": integer(1, 3650).optional(),
      "policy-sha256": sha256.optional(),
    }),
  }),
  object({
    attestation: either(predicate, list(predicate, 1)),
    of: names,
    "at-least": few.optional(),
    source: text.optional(),
    tag: text.optional(),
    builder: text.optional(),
    "build-type": text.optional(),
    inputs: map(text).optional(),
    result: oneOf(["PASSED", "WARNED", "FAILED"]).optional(),
  }),
);

const rule = object({
  match: object({ path: text.optional(), release: text.optional() }).refine(
    (value: RuleText["match"]) =>
      value.path === undefined && value.release === undefined
        ? [{ message: "needs `path` or `release`" }]
        : [],
  ),
  require: list(requirement, 1).optional(),
  "allow-unsigned": boolean.optional(),
  logs: integer(0, 32).optional(),
  timestamps: few.optional(),
}).refine((value: RuleText) =>
  (value.require === undefined) === (value["allow-unsigned"] === true)
    ? []
    : [{ message: "needs either `require` or `allow-unsigned: true`" }],
);

const revoked = object({
  "key-sha256": sha256.optional(),
  "bundle-sha256": sha256.optional(),
  "signature-sha256": sha256.optional(),
}).refine((value: object) =>
  Object.keys(value).length === 1
    ? []
    : [{ message: "needs one of key-sha256, bundle-sha256 and signature-sha256" }],
);

/** The form of a policy file; which signers its rules name is looked at afterwards. */
export const POLICY_SCHEMA = object({
  version: oneOf([1]),
  expires: date.optional(),
  trust: object({ root: text }).optional(),
  signers: map(signer),
  revoked: list(revoked).optional(),
  rules: list(rule, 1),
});
