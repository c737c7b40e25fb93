import { type CheckContext, endOfDay, globMatcher, matchesWildcard, UsageError } from "@assay/core";
import { identityWildcard, type SignerPolicy, type TrustedRoot } from "@assay/sigstore";
import { readTrustedKey } from "@assay/sigstore/keys";
import type { VerifyRunOptions } from "../options.ts";
import { repositoryUrl, type StatementDemand } from "../statement-demand.ts";
import { filled, type TemplateValues, templateValues } from "../templates.ts";
import { trustedRootOf } from "../trusted-root.ts";
import { readPolicy } from "./read.ts";
import { CLAIM_KEYS, type RequirementText, type RuleText, type SignerText } from "./schema.ts";
import type { SummaryDemand } from "./summary.ts";

export interface NamedSigner {
  readonly name: string;
  readonly policy: SignerPolicy;
  /** Instants; a signature has to have been made in between. */
  readonly from: number | undefined;
  readonly until: number | undefined;
}

export interface Requirement {
  /** For messages. */
  readonly text: string;
  /** A plain signature where there is none. */
  readonly statement: StatementDemand | undefined;
  /** What another verifier must have found, whose word is taken for it. */
  readonly summary?: SummaryDemand;
  readonly of: readonly string[];
  readonly atLeast: number;
}

export interface PolicyRule {
  /** For messages: its number, counted from 1, and what it is for. */
  readonly name: string;
  /** `false` where it is for another release. */
  readonly isRelease: boolean;
  matches(path: string): boolean;
  readonly allowsUnsigned: boolean;
  readonly require: readonly Requirement[];
  readonly signers: readonly NamedSigner[];
  /** Different logs, and timestamps, that each signature must have. */
  readonly logs: number;
  readonly timestamps: number;
  readonly requireLog: boolean | undefined;
}

export interface Policy {
  readonly path: string;
  /** Of the file as it was read, in hex. */
  readonly sha256: string;
  /** The instant after its last day. */
  readonly expires: number | undefined;
  readonly root: TrustedRoot | undefined;
  readonly rules: readonly PolicyRule[];
  /** SHA-256 of keys, bundles and signatures, in hex. */
  readonly revoked: ReadonlySet<string>;
}

/**
 * The policy of a run, with its keys and trusted root.
 *
 * @throws UsageError when it is no policy, or names what is not there.
 */
export async function loadPolicy(
  context: CheckContext,
  path: string,
  options: VerifyRunOptions,
): Promise<Policy> {
  const text = await readPolicy(context, path);
  const given = options.tufUrl === undefined ? text.trust?.root : undefined;
  const root = await trustedRootOf(context, options, options.trustedRoot ?? given);
  const values = templateValues(context, options);
  const revoked = new Set(
    (text.revoked ?? []).flatMap((each) => Object.values(each).map((digest) => String(digest))),
  );
  const signers = new Map<string, NamedSigner>();
  for (const [name, signer] of Object.entries(text.signers)) {
    const policy = await signerOf(context, name, signer, root, values);
    const { from, until } = signer;
    signers.set(name, {
      name,
      policy,
      from: from === undefined ? undefined : Date.parse(`${from}T00:00:00Z`),
      until: until === undefined ? undefined : endOfDay(until),
    });
  }
  return {
    path,
    sha256: text.sha256,
    expires: text.expires === undefined ? undefined : endOfDay(text.expires),
    root,
    rules: text.rules.map((rule, index) => ruleOf(rule, index, signers, values)),
    revoked,
  };
}

async function signerOf(
  context: CheckContext,
  name: string,
  signer: SignerText,
  root: TrustedRoot | undefined,
  values: TemplateValues,
): Promise<SignerPolicy> {
  if (signer.key !== undefined) {
    const key = await readTrustedKey(context, signer.key);
    return { kind: "key", key, ...(root === undefined ? {} : { root }) };
  }
  if (root === undefined) {
    throw new UsageError(`The signer ${name} can't be verified without a trusted root`, {
      hint: "Give it as `trust: {root: FILE}` in the policy, or as `trusted-root`.",
    });
  }
  const fill = (text: string) => filled(text, values, `signers.${name}`);
  const { issuer = "", identity, pattern = "" } = signer;
  const claims = CLAIM_KEYS.flatMap((key) => {
    const value = signer[key];
    return value === undefined ? [] : [[key, fill(value)] as const];
  });
  return {
    kind: "certificate",
    root,
    identity: {
      issuer,
      ...(identity === undefined
        ? { pattern: identityWildcard(fill(pattern)) }
        : { subject: fill(identity) }),
      claims: Object.fromEntries(claims),
    },
  };
}

function ruleOf(
  { match, require = [], logs, timestamps = 0, ...rule }: RuleText,
  index: number,
  signers: ReadonlyMap<string, NamedSigner>,
  values: TemplateValues,
): PolicyRule {
  const place = `rules[${index}]`;
  const isPath =
    match.path === undefined ? undefined : globMatcher([filled(match.path, values, place)]);
  const isRelease =
    match.release === undefined ||
    matchesWildcard(match.release, filled("{repository}@{tag}", values, `${place}.match.release`));
  const requirements = require.map((each) => requirementOf(each, values, place));
  const names = new Set(requirements.flatMap(({ of }) => of));
  return {
    name: `rule ${index + 1} (${[match.path, match.release].filter((each) => each !== undefined).join(", ")})`,
    isRelease,
    matches: (path) => isRelease && isPath?.(path) !== false,
    allowsUnsigned: rule["allow-unsigned"] === true,
    require: requirements,
    signers: [...names].flatMap((name) => signers.get(name) ?? []),
    logs: logs ?? 0,
    timestamps,
    requireLog: logs === undefined ? undefined : logs > 0,
  };
}

function requirementOf(
  requirement: RequirementText,
  values: TemplateValues,
  place: string,
): Requirement {
  if ("signature" in requirement) {
    const { of, "at-least": atLeast = 1 } = requirement.signature;
    return { text: `a signature of ${of.join(" or ")}`, statement: undefined, of, atLeast };
  }
  if ("vsa" in requirement) {
    const { of, "at-least": atLeast = 1, verifier, levels = [], ...more } = requirement.vsa;
    const maxAge = more["max-age"];
    return {
      text: `a verification summary of ${verifier}, signed by ${of.join(" or ")}`,
      statement: undefined,
      summary: {
        verifier,
        resource: filled(more.resource, values, place),
        levels,
        maxAge: maxAge && maxAge * 24 * 60 * 60 * 1000,
        policySha256: more["policy-sha256"],
      },
      of,
      atLeast,
    };
  }
  const { attestation, of, "at-least": atLeast = 1, inputs, result } = requirement;
  const types = typeof attestation === "string" ? [attestation] : attestation;
  const fill = (text: string | undefined) => text && filled(text, values, place);
  const source = fill(requirement.source);
  return {
    text: `an attestation (${types.join(" or ")}) of ${of.join(" or ")}`,
    statement: {
      types,
      source: source && repositoryUrl(source),
      tag: fill(requirement.tag),
      builder: fill(requirement.builder),
      buildType: requirement["build-type"],
      inputs,
      result,
    },
    of,
    atLeast,
  };
}
