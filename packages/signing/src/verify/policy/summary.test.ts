import { describe, expect, test } from "vitest";
import { checkSummary, SUMMARY_TYPE, type SummaryDemand } from "./summary.ts";

const NOW = Date.parse("2026-11-28T12:00:00Z");
const DAY = 24 * 60 * 60 * 1000;
const demand: SummaryDemand = {
  verifier: "https://acme.example/gate",
  resource: "https://acme.example/app-1.0.0.tgz",
  levels: ["SLSA_BUILD_LEVEL_2"],
  maxAge: 7 * DAY,
  policySha256: "ab".repeat(32),
};
const good = {
  verifier: { id: demand.verifier, version: { gate: "1" } },
  timeVerified: "2026-11-27T12:00:00Z",
  resourceUri: demand.resource,
  policy: { uri: "https://acme.example/policy", digest: { sha256: demand.policySha256 } },
  inputAttestations: [{ uri: "a", digest: { sha256: "cd".repeat(32) } }],
  verificationResult: "PASSED",
  verifiedLevels: ["SLSA_BUILD_LEVEL_3", "SLSA_SOURCE_LEVEL_1", "ACME_REVIEWED"],
  dependencyLevels: {},
  slsaVersion: "1.2",
};

/** What is wrong with it; nothing where it is taken. */
function problem(
  change: object,
  asked: Partial<SummaryDemand> = {},
  predicateType = SUMMARY_TYPE,
): string {
  const statement = { predicate: { ...good, ...change } };
  try {
    checkSummary({ predicateType, statement }, { ...demand, ...asked }, NOW);
    return "";
  } catch (error) {
    const { message, found } = error as Error & { readonly found?: string };
    return `${message}: ${found}`;
  }
}

describe("a verification summary is taken", () => {
  test.each<[string, object, Partial<SummaryDemand>]>([
    ["that says all that is asked for", {}, {}],
    ["with fields that nobody knows", { slsaResult: "FAILED", "https://x.example/y": 1 }, {}],
    ["of a higher level than asked for", {}, { levels: ["SLSA_BUILD_LEVEL_1"] }],
    ["with a word of the verifier's own", {}, { levels: ["ACME_REVIEWED"] }],
    [
      "that claims no level where none is asked for",
      { verifiedLevels: ["SLSA_BUILD_LEVEL_UNEVALUATED"] },
      { levels: [] },
    ],
    [
      "without a time where no age is asked for",
      { timeVerified: undefined },
      { maxAge: undefined },
    ],
    ["of a clock that is a minute ahead", { timeVerified: "2026-11-28T13:01:00+01:00" }, {}],
    [
      "by any policy where none is asked for",
      { policy: { uri: "x" } },
      { policySha256: undefined },
    ],
    ["without what is optional", { slsaVersion: undefined, inputAttestations: undefined }, {}],
  ])("%s", (_, change, asked) => {
    expect(problem(change, asked)).toBe("");
  });
});

describe("a verification summary is refused", () => {
  test.each<[string, object, string]>([
    [
      "another verifier",
      { verifier: { id: "https://evil.example" } },
      "the summary is of another verifier: https://evil.example",
    ],
    ["no verifier", { verifier: undefined }, "the summary is of another verifier: nothing"],
    [
      "a verifier that is a text",
      { verifier: demand.verifier },
      "the summary is of another verifier: nothing",
    ],
    [
      "another resource",
      { resourceUri: `${demand.resource}.evil` },
      `the summary is for another resource: ${demand.resource}.evil`,
    ],
    ["a failure", { verificationResult: "FAILED" }, "the verifier did not pass the file: FAILED"],
    [
      "a failure with fields that say otherwise",
      { verificationResult: "FAILED", slsaResult: "PASSED", verification_result: "PASSED" },
      "the verifier did not pass the file: FAILED",
    ],
    [
      "a result in lower case",
      { verificationResult: "passed" },
      "the verifier did not pass the file: passed",
    ],
    [
      "a list of results",
      { verificationResult: ["PASSED"] },
      'the verifier did not pass the file: ["PASSED"]',
    ],
    ["no result", { verificationResult: undefined }, "the verifier did not pass the file: nothing"],
    ["no levels", { verifiedLevels: [] }, "the summary names no levels: []"],
    [
      "levels that are a text",
      { verifiedLevels: "SLSA_BUILD_LEVEL_3" },
      "the summary names no levels: SLSA_BUILD_LEVEL_3",
    ],
    ["levels of numbers", { verifiedLevels: [3] }, "the summary names no levels: [3]"],
    [
      "levels that failed",
      { verifiedLevels: ["SLSA_BUILD_LEVEL_3", "FAILED"] },
      "the summary passes a file whose levels failed: SLSA_BUILD_LEVEL_3, FAILED",
    ],
    [
      "two levels of a track",
      { verifiedLevels: ["SLSA_BUILD_LEVEL_1", "SLSA_BUILD_LEVEL_3"] },
      "the summary has two levels of one track: SLSA_BUILD_LEVEL_1, SLSA_BUILD_LEVEL_3",
    ],
    [
      "a level that SLSA lacks",
      { verifiedLevels: ["SLSA_BUILD_LEVEL_3x"] },
      "the summary names a level that SLSA does not have: SLSA_BUILD_LEVEL_3x",
    ],
    [
      "too low a level",
      { verifiedLevels: ["SLSA_BUILD_LEVEL_1"] },
      "the verified level is too low: SLSA_BUILD_LEVEL_1",
    ],
    [
      "an unevaluated level",
      { verifiedLevels: ["SLSA_BUILD_LEVEL_UNEVALUATED"] },
      "the verified level is too low: SLSA_BUILD_LEVEL_UNEVALUATED",
    ],
    [
      "a level of another track",
      { verifiedLevels: ["SLSA_SOURCE_LEVEL_4"] },
      "the verified level is too low: SLSA_SOURCE_LEVEL_4",
    ],
    ["no policy", { policy: {} }, "the summary names no policy: nothing"],
    [
      "another policy",
      { policy: { uri: "x", digest: { sha256: "00" } } },
      "the verifier used another policy: 00",
    ],
    [
      "a policy without a digest",
      { policy: { uri: "x" } },
      "the verifier used another policy: nothing",
    ],
    [
      "the future",
      { timeVerified: "2026-11-28T12:06:00Z" },
      "the summary is of the future: 2026-11-28T12:06:00Z",
    ],
    [
      "too long ago",
      { timeVerified: "2026-11-21T11:59:59Z" },
      "the summary is too old: 2026-11-21T11:59:59Z",
    ],
    ["no time", { timeVerified: undefined }, "the summary does not say when it was made: nothing"],
    [
      "a time of no standard",
      { timeVerified: "Nov 27 2026" },
      "the summary does not say when it was made: Nov 27 2026",
    ],
    [
      "a day that is none",
      { timeVerified: "2026-13-45T00:00:00Z" },
      "the summary does not say when it was made: 2026-13-45T00:00:00Z",
    ],
    [
      "a time that is a number",
      { timeVerified: NOW },
      `the summary does not say when it was made: ${NOW}`,
    ],
    ["another SLSA", { slsaVersion: "2.0" }, "the summary is of another version of SLSA: 2.0"],
    [
      "evidence without digests",
      { inputAttestations: [{ uri: "a" }] },
      'the summary\'s evidence has no digests: [{"uri":"a"}]',
    ],
  ])("of %s", (_, change, expected) => {
    expect(problem(change)).toBe(expected);
  });

  test.each(["https://slsa.dev/verification_summary/v0.2", "https://slsa.dev/provenance/v1"])(
    "of the type %s",
    (type) => {
      expect(problem({}, {}, type)).toBe(`it is no verification summary: ${type}`);
    },
  );

  test("without a predicate that is an object", () => {
    for (const predicate of [undefined, null, [], "PASSED"])
      expect(() =>
        checkSummary({ predicateType: SUMMARY_TYPE, statement: { predicate } }, demand, NOW),
      ).toThrow("the summary is of another verifier");
  });
});
