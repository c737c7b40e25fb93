import { define, type Metrics, readMetrics, weights } from "./metrics.ts";

const BASE = define("AV:NALP AC:LH PR:NLH UI:NR S:UC C:NLH I:NLH A:NLH");
const MODIFIED = define(
  "MAV:NALP MAC:LH MPR:NLH MUI:NR MS:UC MC:NLH MI:NLH MA:NLH CR:LMH IR:LMH AR:LMH",
);
const OPTIONAL = new Map([...define("E:UPFH RL:OTWU RC:URC"), ...MODIFIED]);
const weight = weights(
  "AV:N.85,A.62,L.55,P.2 AC:L.77,H.44 PRU:N.85,L.62,H.27 PRC:N.85,L.68,H.5 UI:N.85,R.62 CIA:N0,L.22,H.56 E:U.91,P.94,F.97,H1 RL:O.95,T.96,W.97,U1 RC:U.92,R.96,C1 R:L.5,M1,H1.5",
);

/** https://www.first.org/cvss/v3-1/specification-document, sections 7.1 to 7.4, and v3.0's of the same numbers. */
export function scoreV3(text: string, minor: "0" | "1"): number | undefined {
  const metrics = readMetrics(text, BASE, OPTIONAL);
  if (metrics === undefined) return undefined;
  const isModified = [...MODIFIED.keys()].some((name) => metrics.has(name));
  const base = baseOf(isModified ? modified(metrics) : metrics, isModified, minor);
  const w = (name: string) => weight(metrics, name);
  return roundUp(base * w("E") * w("RL") * w("RC"));
}

function modified(metrics: Metrics): Metrics {
  const own = [...BASE.keys()].map(
    (name) => [name, metrics.get(`M${name}`) ?? metrics.get(name) ?? ""] as const,
  );
  return new Map([...metrics, ...own]);
}

function baseOf(metrics: Metrics, isModified: boolean, minor: "0" | "1"): number {
  const left = (name: string) =>
    1 - weight(metrics, name, "CIA") * (isModified ? weight(metrics, `${name}R`, "R") : 1);
  const whole = 1 - left("C") * left("I") * left("A");
  const sub = isModified ? Math.min(whole, 0.915) : whole;
  const isChanged = metrics.get("S") === "C";
  const [factor, power] = isModified && minor === "1" ? [0.9731, 13] : [1, 15];
  const impact = isChanged
    ? 7.52 * (sub - 0.029) - 3.25 * (sub * factor - 0.02) ** power
    : 6.42 * sub;
  if (impact <= 0) return 0;
  const exploitability =
    8.22 *
    weight(metrics, "AV") *
    weight(metrics, "AC") *
    weight(metrics, "PR", isChanged ? "PRC" : "PRU") *
    weight(metrics, "UI");
  return roundUp(Math.min((isChanged ? 1.08 : 1) * (impact + exploitability), 10));
}

/** Appendix A of 3.1: the next tenth, without what floating point adds. */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
