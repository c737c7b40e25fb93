/**
 * Every base vector of CVSS 4.0 (104,976) scored by ours and by ae-cvss-calculator: `node test/interop/cvss/all-base-vectors.ts`.
 * Too many for the tests, which take a sample of each shape.
 */
import calculators from "ae-cvss-calculator";
import { cvssScore } from "../../../packages/advisories/src/cvss/score.ts";

const METRICS = "AV:NALP AC:LH AT:NP PR:NLH UI:NPA VC:HLN VI:HLN VA:HLN SC:HLN SI:HLN SA:HLN";

let vectors = ["CVSS:4.0"];
for (const metric of METRICS.split(" ")) {
  const [name, values = ""] = metric.split(":");
  vectors = vectors.flatMap((start) => [...values].map((value) => `${start}/${name}:${value}`));
}
const different = vectors.flatMap((vector) => {
  const theirs = new calculators.Cvss4P0(vector).calculateScores().overall + 0;
  const ours = cvssScore(vector)?.score;
  return ours === theirs ? [] : [`${vector}: ours ${ours}, theirs ${theirs}`];
});
for (const line of different.slice(0, 20)) console.log(line);
console.log(`${vectors.length} base vectors of CVSS 4.0, ${different.length} differ`);
if (different.length > 0) process.exitCode = 1;
