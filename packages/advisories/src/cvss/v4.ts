import { define, readMetrics } from "./metrics.ts";
import { type MacroVector, macroScore } from "./v4-table.ts";

const BASE = define("AV:NALP AC:LH AT:NP PR:NLH UI:NPA VC:HLN VI:HLN VA:HLN SC:HLN SI:HLN SA:HLN");
const OPTIONAL = define(
  "E:APU CR:HML IR:HML AR:HML MAV:NALP MAC:LH MAT:NP MPR:NLH MUI:NPA MVC:HLN MVI:HLN MVA:HLN MSC:HLN MSI:SHLN MSA:SHLN S:NP AU:NY R:AUI V:DC RE:LMH U:Clear,Green,Amber,Red",
);

/** Values of each metric from the worst on: their places are the distances of the specification. */
const LEVELS = define(
  "AV:NALP PR:NLH UI:NPA AC:LH AT:NP VC:HLN VI:HLN VA:HLN SC:_HLN SI:SHLN SA:SHLN CR:HML IR:HML AR:HML",
);

/** The worst vectors of each level (section 8.2), and how many steps the level has: of EQ1, EQ2, EQ3 with EQ6, and EQ4. */
const ONE = [
  "AV:N/PR:N/UI:N",
  "AV:A/PR:N/UI:N AV:N/PR:L/UI:N AV:N/PR:N/UI:P",
  "AV:P/PR:N/UI:N AV:A/PR:L/UI:P",
];
const TWO = ["AC:L/AT:N", "AC:H/AT:N AC:L/AT:P"];
const FOUR = ["SC:H/SI:S/SA:S", "SC:H/SI:H/SA:H", "SC:L/SI:L/SA:L"];
/** VC, VI, VA, CR, IR, AR. */
const THREE_SIX: ReadonlyMap<string, string> = new Map([
  ["00", "HHHHHH"],
  ["01", "HHLMMH HHHMMM"],
  ["10", "LHHHHH HLHHHH"],
  ["11", "LHLHMH LHHHMM HLHMHM HLLMHH LLHHHM"],
  ["21", "LLLHHH"],
]);
const DEPTHS = [[1, 4, 5], [1, 2], [], [6, 5, 4]] as const;
const DEPTH_THREE_SIX: ReadonlyMap<string, number> = new Map([
  ["00", 7],
  ["01", 6],
  ["10", 8],
  ["11", 8],
  ["21", 10],
]);
const THREE_SIX_METRICS = ["VC", "VI", "VA", "CR", "IR", "AR"];
const IMPACTS = ["VC", "VI", "VA", "SC", "SI", "SA"];

type ValueOf = (name: string) => string;

/** https://www.first.org/cvss/v4-0/specification-document, section 8; threat and environmental metrics where the vector has them. */
export function scoreV4(text: string): number | undefined {
  const metrics = readMetrics(text, BASE, OPTIONAL);
  if (metrics === undefined) return undefined;
  // What is not defined counts as the worst: requirements are high.
  const valued: ValueOf = (name) => metrics.get(`M${name}`) ?? metrics.get(name) ?? "H";
  if (IMPACTS.every((name) => valued(name) === "N")) return 0;
  const macro = macroOf(valued, metrics.get("E") ?? "A");
  const score = macroScore(macro) ?? 0;
  const [one, two, three, four, , six] = macro;
  const name = `${three}${six}`;
  const below = (at: number) =>
    macroScore(macro.map((level, index) => level + Number(index === at)) as unknown as MacroVector);
  const steps = [
    step(below(0), distance(ONE[one], valued), DEPTHS[0][one]),
    step(below(1), distance(TWO[two], valued), DEPTHS[1][two]),
    step(
      name === "00" ? Math.max(below(2) ?? 0, below(5) ?? 0) : below(name === "10" ? 5 : 2),
      distance(threeSix(name), valued),
      DEPTH_THREE_SIX.get(name),
    ),
    step(below(3), distance(FOUR[four], valued), DEPTHS[3][four]),
    step(below(4), 0, 1),
  ].filter((each) => each !== undefined);
  const sum = steps.reduce((all, each) => all + each(score), 0);
  const mean = steps.length === 0 ? 0 : sum / steps.length;
  return Math.min(Math.max(Math.round(score - mean + 1e-5), 0), 100) / 10;
}

/** How much of the way to the next lower macro vector a vector has gone; none where there is no lower one. */
function step(next: number | undefined, gone: number, depth = 1) {
  return next === undefined ? undefined : (score: number) => ((score - next) * gone) / depth;
}

/** Steps from the first of the worst vectors that is nowhere less severe. */
function distance(worst = "", valued: ValueOf): number {
  for (const vector of worst.split(" ")) {
    const steps = vector.split("/").map((part) => {
      const [name = "", value = ""] = part.split(":", 2);
      const levels = LEVELS.get(name) ?? [];
      return levels.indexOf(valued(name)) - levels.indexOf(value);
    });
    if (steps.every((each) => each >= 0)) return steps.reduce((a, b) => a + b, 0);
  }
  return 0;
}

function threeSix(name: string): string {
  const vectors = THREE_SIX.get(name)?.split(" ") ?? [];
  return vectors
    .map((values) => THREE_SIX_METRICS.map((metric, at) => `${metric}:${values[at]}`).join("/"))
    .join(" ");
}

/** Section 8.2, tables 24 to 29. */
function macroOf(valued: ValueOf, exploit: string): MacroVector {
  const is = (metric: string, value: string) => valued(metric) === value;
  const easy = [is("AV", "N"), is("PR", "N"), is("UI", "N")];
  const one = easy.every(Boolean) ? 0 : easy.includes(true) && !is("AV", "P") ? 1 : 2;
  const high = (names: readonly string[]) => names.map((metric) => is(metric, "H"));
  const three =
    is("VC", "H") && is("VI", "H") ? 0 : high(["VC", "VI", "VA"]).includes(true) ? 1 : 2;
  const isSafety = is("SI", "S") || is("SA", "S");
  const four = isSafety ? 0 : high(["SC", "SI", "SA"]).includes(true) ? 1 : 2;
  const six = ["C", "I", "A"].some((each) => is(`${each}R`, "H") && is(`V${each}`, "H")) ? 0 : 1;
  const two = is("AC", "L") && is("AT", "N") ? 0 : 1;
  return [one, two, three, four, "APU".indexOf(exploit), six];
}
