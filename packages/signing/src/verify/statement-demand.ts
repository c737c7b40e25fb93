import { memberAt } from "@assay/core";
import {
  type CertificateClaims,
  isBuilder,
  VerificationError,
  type VerifiedBundle,
} from "@assay/sigstore";

/** What an attestation must say. Everything that is given must hold. */
export interface StatementDemand {
  /** Full URIs or names of `PREDICATES`; one of them. */
  readonly types?: readonly string[];
  /** The repository that the build's source came from: `github.com/owner/name`, or its URL. */
  readonly source?: string | undefined;
  /** The tag that it was built from. */
  readonly tag?: string | undefined;
  /** Who built: a workflow, with or without its ref. */
  readonly builder?: string | undefined;
  readonly buildType?: string | undefined;
  /** Inputs of the build, each with this very value. */
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  /** Of test results. */
  readonly result?: string | undefined;
}

const SLSA_1 = "https://slsa.dev/provenance/v1";
/** Verification summaries of every version: a file's policy alone can say whose count, and what they must say. */
export const SUMMARIES = "https://slsa.dev/verification_summary/";
const SLSA_02 = "https://slsa.dev/provenance/v0.2";
/** Names of kinds of predicate, and the URIs of all their versions. */
const PREDICATES: Readonly<Record<string, RegExp>> = {
  provenance: /^https:\/\/slsa\.dev\/provenance\/v(?:1|0\.2)$/,
  spdx: /^https:\/\/spdx\.dev\/Document(?:\/v[\d.]+)?$/,
  cyclonedx: /^https:\/\/cyclonedx\.org\/bom(?:\/v[\d.]+)?$/,
  openvex: /^https:\/\/openvex\.dev\/ns(?:\/v[\d.]+)?$/,
  vuln: /^https:\/\/(?:cosign\.sigstore\.dev\/attestation\/vuln\/v1|in-toto\.io\/attestation\/vulns\/v0\.[12])$/,
  "test-result": /^https:\/\/in-toto\.io\/attestation\/test-result\/v0\.1$/,
  scai: /^https:\/\/in-toto\.io\/attestation\/scai\/(?:attribute-report\/v0\.2|v0\.3)$/,
  link: /^https:\/\/in-toto\.io\/(?:attestation\/link\/v0\.3|Link\/v1)$/,
  release: /^https:\/\/in-toto\.io\/attestation\/release\/v0\.1$/,
};

export function isPredicate(wanted: string, type: string): boolean {
  return (
    wanted === type ||
    (Object.hasOwn(PREDICATES, wanted) && PREDICATES[wanted]?.test(type) === true)
  );
}

export function isPredicateName(wanted: string): boolean {
  return Object.hasOwn(PREDICATES, wanted) || /^[a-z][a-z0-9+.-]*:/i.test(wanted);
}

/** Whether anything is asked of what attestations say, and not only who said it. */
export function isAsked({ types = [], ...other }: StatementDemand): boolean {
  return types.length > 0 || Object.values(other).some((value) => value !== undefined);
}

/** @throws VerificationError `statement-mismatch` */
export function checkStatement(verified: VerifiedBundle, demand: StatementDemand): void {
  const { types = [], source, tag, builder, buildType, inputs, result } = demand;
  const type = verified.predicateType;
  if (types.length > 0 && !types.some((wanted) => isPredicate(wanted, type ?? ""))) {
    throw mismatch(
      "the attestation is of another type",
      types.join(" or "),
      type ?? "a plain signature",
    );
  }
  if (type?.startsWith(SUMMARIES))
    throw mismatch("another verifier's summary counts for a policy alone", "a signature", type);
  const predicate = memberAt(verified.statement, "predicate");
  if (result !== undefined && memberAt(predicate, "result") !== result) {
    throw mismatch("the result is another one", result, shown(memberAt(predicate, "result")));
  }
  const isProvenance = source !== undefined || builder !== undefined || buildType !== undefined;
  if (!isProvenance && inputs === undefined && tag === undefined) return;
  if (type !== SLSA_1 && type !== SLSA_02) {
    throw mismatch("it is no provenance", `${SLSA_1} or ${SLSA_02}`, type ?? "a plain signature");
  }
  checkProvenance(read(predicate, type === SLSA_1), demand, verified);
}

interface Provenance {
  readonly builder: unknown;
  readonly buildType: unknown;
  /** `uri`, `ref` and the commit, by what asked for the build and by what it was built from. */
  readonly sources: readonly Source[];
  readonly inputs: unknown;
}

interface Source {
  readonly uri: string;
  readonly ref: string | undefined;
  readonly sha: unknown;
}

function read(predicate: unknown, isV1: boolean): Provenance {
  const definition = isV1 ? memberAt(predicate, "buildDefinition") : predicate;
  const parameters = memberAt(definition, "externalParameters");
  const workflow = memberAt(parameters, "workflow");
  const config = isV1
    ? memberAt(parameters, "source")
    : memberAt(predicate, "invocation", "configSource");
  const materials = memberAt(definition, isV1 ? "resolvedDependencies" : "materials");
  const first: unknown = Array.isArray(materials) ? materials[0] : undefined;
  return {
    builder: isV1
      ? memberAt(predicate, "runDetails", "builder", "id")
      : memberAt(predicate, "builder", "id"),
    buildType: memberAt(definition, "buildType"),
    sources: [
      workflow === undefined
        ? located(config)
        : {
            ...split(memberAt(workflow, "repository")),
            ref: textOf(memberAt(workflow, "ref")),
            sha: undefined,
          },
      located(first),
    ],
    inputs: isV1
      ? (memberAt(parameters, "inputs") ?? memberAt(parameters, "workflow", "inputs"))
      : memberAt(predicate, "invocation", "environment", "github_event_payload", "inputs"),
  };
}

function located(descriptor: unknown): Source {
  const digest = memberAt(descriptor, "digest");
  const sha = memberAt(digest, "gitCommit") ?? memberAt(digest, "sha1");
  return typeof descriptor === "string"
    ? { ...split(descriptor), sha }
    : { ...split(memberAt(descriptor, "uri")), sha };
}

/** `git+https://host/owner/name@ref`, of which only the end may be missing. */
function split(value: unknown): Source {
  const uri = (textOf(value) ?? "").replace(/^git\+/, "");
  const end = uri.indexOf("@", uri.indexOf("://") + 3);
  return end < 0
    ? { uri, ref: undefined, sha: undefined }
    : { uri: uri.slice(0, end), ref: uri.slice(end + 1), sha: undefined };
}

function checkProvenance(
  found: Provenance,
  demand: StatementDemand,
  verified: VerifiedBundle,
): void {
  const { claims, identity } = verified;
  if (demand.source !== undefined) {
    const wanted = repositoryUrl(demand.source);
    for (const { uri } of found.sources) same("the source is another one", wanted, uri);
    if (identity !== undefined)
      same("the certificate is of another repository", wanted, claims.repository);
  }
  if (demand.tag !== undefined) {
    const wanted = `refs/tags/${demand.tag}`;
    for (const { ref } of found.sources) same("it was not built from the tag", wanted, ref);
    if (identity !== undefined) same("the certificate is of another ref", wanted, claims.ref);
  }
  if (identity !== undefined) checkAgainstCertificate(found, claims, identity.subject);
  if (demand.builder !== undefined && !isBuilder(demand.builder, textOf(found.builder) ?? "")) {
    throw mismatch("the builder is another one", demand.builder, shown(found.builder));
  }
  if (demand.buildType !== undefined)
    same("the build is of another type", demand.buildType, found.buildType);
  for (const [name, wanted] of Object.entries(demand.inputs ?? {})) {
    same(`the build's input ${name} is another one`, wanted, memberAt(found.inputs, name));
  }
}

/** A statement says what its signer likes; what the CI vouches for stands in the certificate, and both must agree. */
function checkAgainstCertificate(
  found: Provenance,
  claims: CertificateClaims,
  signer: string,
): void {
  const builder = textOf(found.builder);
  // npm on GitHub and on GitLab name the machine, which the certificate vouches for only in part.
  const runner = claims.runner && `https://github.com/actions/runner/${claims.runner}`;
  const isOfProject =
    claims.repository !== undefined &&
    builder?.startsWith(`${claims.repository}/-/runners/`) === true;
  if (builder !== signer && builder !== runner && !isOfProject) {
    throw mismatch(
      "the statement names another builder than its certificate",
      signer,
      shown(builder),
    );
  }
  for (const { uri, ref, sha } of found.sources) {
    if (claims.repository !== undefined && uri !== "")
      same("the statement names another source than its certificate", claims.repository, uri);
    if (claims.ref !== undefined && ref !== undefined)
      same("the statement names another ref than its certificate", claims.ref, ref);
    if (claims.sha !== undefined && sha !== undefined)
      same("the statement names another commit than its certificate", claims.sha, sha);
  }
}

export function repositoryUrl(source: string): string {
  const bare = source.replace(/^git\+/, "");
  if (bare.includes("://")) return bare;
  return /^[^/]+\.[^/]+\/[^/]+\/./.test(bare) ? `https://${bare}` : `https://github.com/${bare}`;
}

function same(problem: string, expected: string, found: unknown): void {
  if (found !== expected) throw mismatch(problem, expected, shown(found));
}

function mismatch(problem: string, expected: string, found: string): VerificationError {
  return new VerificationError("statement-mismatch", problem, { expected, found });
}

function shown(value: unknown): string {
  return typeof value === "string" && value !== "" ? value.slice(0, 300) : "nothing of it";
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
