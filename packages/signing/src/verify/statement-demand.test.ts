import { VerificationError, type VerifiedBundle } from "@assay/sigstore";
import { describe, expect, test } from "vitest";
import { checkStatement, type StatementDemand } from "./statement-demand.ts";

const SLSA_1 = "https://slsa.dev/provenance/v1";
const SLSA_02 = "https://slsa.dev/provenance/v0.2";
const BUILDER = "https://github.com/acme/app/.github/workflows/release.yml";
const REF = "refs/tags/v1.0.0";
const REPOSITORY = "https://github.com/acme/app";
const CLAIMS = { repository: REPOSITORY, ref: REF, sha: "abc", runner: "github-hosted" };

const github = (workflow = {}, dependency = {}, builder = `${BUILDER}@${REF}`) => ({
  buildDefinition: {
    buildType: "https://actions.github.io/buildtypes/workflow/v1",
    externalParameters: {
      workflow: {
        ref: REF,
        repository: REPOSITORY,
        path: "x.yml",
        inputs: { a: "1" },
        ...workflow,
      },
    },
    resolvedDependencies: [
      { uri: `git+${REPOSITORY}@${REF}`, digest: { gitCommit: "abc" }, ...dependency },
    ],
  },
  runDetails: { builder: { id: builder } },
});
const generator = (uri = `git+${REPOSITORY}@${REF}`, material = uri) => ({
  builder: { id: `${BUILDER}@${REF}` },
  buildType: "https://github.com/slsa-framework/slsa-github-generator/generic@v1",
  invocation: {
    configSource: { uri, digest: { sha1: "abc" } },
    environment: { github_event_payload: { inputs: { a: "1" } } },
  },
  materials: [{ uri: material, digest: { sha1: "abc" } }],
});

function judged(
  predicate: unknown,
  demand: StatementDemand,
  changed: Partial<VerifiedBundle> = {},
): string {
  const verified: VerifiedBundle = {
    identity: { subject: `${BUILDER}@${REF}`, issuer: "https://issuer.test" },
    claims: CLAIMS,
    key: undefined,
    times: [],
    timestampAuthorities: 0,
    logEntries: [],
    unchecked: 0,
    ignoredEntries: 0,
    predicateType: SLSA_1,
    statement: { predicate },
    ...changed,
  };
  try {
    checkStatement(verified, demand);
    return "holds";
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

const WHOLE: StatementDemand = {
  types: ["provenance"],
  source: "github.com/acme/app",
  tag: "v1.0.0",
  builder: BUILDER,
  inputs: { a: "1" },
};

describe("provenance", () => {
  test("of GitHub that says what is asked for holds", () => {
    expect(judged(github(), WHOLE)).toBe("holds");
  });

  test("of slsa-github-generator too", () => {
    expect(judged(generator(), WHOLE, { predicateType: SLSA_02 })).toBe("holds");
  });

  test("signed with a key is compared as far as it goes", () => {
    expect(judged(github(), WHOLE, { identity: undefined, claims: {} })).toBe("holds");
  });

  test.each<[string, unknown, StatementDemand, string]>([
    ["another source", github(), { source: "acme/other" }, "the source is another one"],
    [
      "another source in the dependencies alone",
      github({}, { uri: `git+https://github.com/evil/app@${REF}` }),
      { source: "acme/app" },
      "the source is another one",
    ],
    [
      "no dependencies",
      { ...github(), buildDefinition: { ...github().buildDefinition, resolvedDependencies: [] } },
      { source: "acme/app" },
      "the source is another one",
    ],
    ["another tag", github(), { tag: "v1.0.1" }, "it was not built from the tag"],
    [
      "a branch of the tag's name",
      github({ ref: "refs/heads/v1.0.0" }),
      { tag: "v1.0.0" },
      "it was not built from the tag",
    ],
    [
      "another ref in the dependencies alone",
      github({}, { uri: `git+${REPOSITORY}@refs/heads/main` }),
      { source: "acme/app" },
      "the statement names another ref than its certificate",
    ],
    [
      "another commit than the certificate",
      github({}, { digest: { gitCommit: "def" } }),
      { source: "acme/app" },
      "the statement names another commit than its certificate",
    ],
    [
      "another builder",
      github(),
      { builder: `${BUILDER}@refs/heads/x` },
      "the builder is another one",
    ],
    [
      "a builder that the certificate is not of",
      github({}, {}, "https://github.com/acme/ci/.github/workflows/b.yml@refs/heads/main"),
      { builder: "https://github.com/acme/ci/.github/workflows/b.yml" },
      "the statement names another builder than its certificate",
    ],
    [
      "another kind of build",
      github(),
      { buildType: "https://x.test" },
      "the build is of another type",
    ],
    ["another input", github(), { inputs: { a: "2" } }, "the build's input a is another one"],
    [
      "an input that it lacks",
      github(),
      { inputs: { b: "1" } },
      "the build's input b is another one",
    ],
    [
      "nothing",
      {},
      { builder: BUILDER },
      "the statement names another builder than its certificate",
    ],
  ])("with %s does not hold", (_, predicate, demand, message) => {
    expect(judged(predicate, demand)).toBe(`statement-mismatch: ${message}`);
  });

  test.each<[Partial<VerifiedBundle>, StatementDemand, string]>([
    [
      { claims: { ...CLAIMS, repository: "https://github.com/evil/app" } },
      { source: "acme/app" },
      "the certificate is of another repository",
    ],
    [{ claims: {} }, { source: "acme/app" }, "the certificate is of another repository"],
    [
      { claims: { ...CLAIMS, ref: "refs/heads/main" } },
      { tag: "v1.0.0" },
      "the certificate is of another ref",
    ],
    [{ predicateType: undefined }, { source: "acme/app" }, "it is no provenance"],
    [{ predicateType: "https://cyclonedx.org/bom" }, { builder: BUILDER }, "it is no provenance"],
    [{ predicateType: undefined }, { types: ["provenance"] }, "the attestation is of another type"],
    [
      { predicateType: `${SLSA_1}x` },
      { types: ["provenance"] },
      "the attestation is of another type",
    ],
    [
      { predicateType: "https://cyclonedx.org/bom/v1.6" },
      { types: ["spdx"] },
      "the attestation is of another type",
    ],
    [{}, { result: "PASSED" }, "the result is another one"],
  ])("%j against %j does not hold", (changed, demand, message) => {
    expect(judged(github(), demand, changed)).toBe(`statement-mismatch: ${message}`);
  });

  test("of npm names the machine, which must be the certificate's", () => {
    const of = (kind: string) => github({}, {}, `https://github.com/actions/runner/${kind}`);
    expect(judged(of("github-hosted"), { source: "acme/app" })).toBe("holds");
    expect(judged(of("self-hosted"), { source: "acme/app" })).toMatch(/another builder/);
  });
});

test.each([
  ["cyclonedx", "https://cyclonedx.org/bom/v1.6"],
  ["spdx", "https://spdx.dev/Document"],
  ["openvex", "https://openvex.dev/ns/v0.2.0"],
  ["https://acme.test/x", "https://acme.test/x"],
])("an attestation of type %s may be of %s", (wanted, predicateType) => {
  expect(judged({}, { types: [wanted] }, { predicateType })).toBe("holds");
});
