import calculators from "ae-cvss-calculator";
import { describe, expect, test } from "vitest";
import { cvssScore } from "./score.ts";

const { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } = calculators;

/** Metrics with the letters or words that each may have. */
const V3 = "AV:NALP AC:LH PR:NLH UI:NR S:UC C:NLH I:NLH A:NLH";
const V3_TEMPORAL = "E:XUPFH RL:XOTWU RC:XURC";
const V3_MORE =
  "MAV:XNALP MAC:XLH MPR:XNLH MUI:XNR MS:XUC MC:XNLH MI:XNLH MA:XNLH CR:XLMH IR:XLMH AR:XLMH";
const V4 = "AV:NALP AC:LH AT:NP PR:NLH UI:NPA VC:HLN VI:HLN VA:HLN SC:HLN SI:HLN SA:HLN";
const V4_MORE =
  "E:XAPU CR:XHML IR:XHML AR:XHML MAV:XNALP MAC:XLH MAT:XNP MPR:XNLH MUI:XNPA MVC:XHLN MVI:XHLN MVA:XHLN MSC:XHLN MSI:XSHLN MSA:XSHLN";

/** Vectors of each shape, the same ones every time. */
function sample(prefix: string, metrics: string, count: number, seed: number): readonly string[] {
  let state = seed;
  const next = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const all = metrics.split(" ").map((each) => each.split(":", 2));
  return Array.from(
    { length: count },
    () =>
      prefix + all.map(([name, values = ""]) => `${name}:${values[next(values.length)]}`).join("/"),
  );
}

describe("scores are those of another calculator", () => {
  // Of 3.0 without temporal metrics: the other one rounds 5.0 times 0.92 up to 4.7.
  test.each([
    ["2.0", "", "AV:LAN AC:HML Au:MSN C:NPC I:NPC A:NPC", Cvss2],
    ["3.0", "CVSS:3.0/", V3, Cvss3P0],
    ["3.0 with environmental metrics", "CVSS:3.0/", `${V3} ${V3_MORE}`, Cvss3P0],
    ["3.1", "CVSS:3.1/", V3, Cvss3P1],
    ["3.1 with temporal metrics", "CVSS:3.1/", `${V3} ${V3_TEMPORAL}`, Cvss3P1],
    ["3.1 with environmental metrics", "CVSS:3.1/", `${V3} ${V3_TEMPORAL} ${V3_MORE}`, Cvss3P1],
    ["4.0", "CVSS:4.0/", V4, Cvss4P0],
    ["4.0 with a threat metric", "CVSS:4.0/", `${V4} E:XAPU`, Cvss4P0],
    ["4.0 with environmental metrics", "CVSS:4.0/", `${V4} ${V4_MORE}`, Cvss4P0],
  ] as const)("of CVSS %s", (_version, prefix, metrics, Calculator) => {
    const vectors = sample(prefix, metrics, 400, 7);
    const theirs = vectors.map((vector) => [
      vector,
      new Calculator(vector).calculateScores().overall + 0,
    ]);
    expect(vectors.map((vector) => [vector, cvssScore(vector)?.score])).toEqual(theirs);
  });
});

test.each([
  // https://www.first.org/cvss/v2/guide, section 3.3: base, temporal and environmental scores of three vulnerabilities.
  ["AV:N/AC:L/Au:N/C:N/I:N/A:C", 7.8],
  ["AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C", 6.4],
  ["AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H", 9.2],
  ["AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C", 8.3],
  ["AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:L", 9],
  ["AV:L/AC:H/Au:N/C:C/I:C/A:C/E:POC/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:M", 7.5],
  ["(AV:N/AC:L/Au:N/C:P/I:P/A:P)", 7.5],
])("the examples of version 2's guide: %s is %d", (vector, score) =>
  expect(cvssScore(vector)).toEqual({ version: "2.0", score }),
);

test("what floating point adds does not round up: 5.0 times 0.92 is 4.6", () =>
  expect(cvssScore("CVSS:3.0/AV:L/AC:H/PR:H/UI:R/S:C/C:N/I:N/A:H/E:H/RL:X/RC:U")?.score).toBe(4.6));

test.each([
  ["", "nothing"],
  ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H", "a metric of the base is missing"],
  ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/A:H", "a metric comes twice"],
  ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Z", "a value that does not exist"],
  ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:X", "a base metric that is not defined"],
  ["CVSS:5.0/AV:N", "an unknown version"],
  ["AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "version 3 without its prefix"],
  ["7.5", "a number"],
  ["CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:S/SA:H", "safety without an M"],
  [`CVSS:3.1/${"AV:N/".repeat(2000)}`, "a long text"],
])("%s is no vector: %s", (vector) => expect(cvssScore(vector)).toBeUndefined());
