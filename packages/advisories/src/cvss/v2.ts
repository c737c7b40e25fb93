import { define, type Metrics, readMetrics, weights } from "./metrics.ts";

const BASE = define("AV:LAN AC:HML Au:MSN C:NPC I:NPC A:NPC");
const OPTIONAL = define(
  "E:U,POC,F,H RL:OF,TF,W,U RC:UC,UR,C CDP:N,L,LM,MH,H TD:N,L,M,H CR:LMH IR:LMH AR:LMH",
);
const weight = weights(
  "AV:L.395,A.646,N1 AC:H.35,M.61,L.71 Au:M.45,S.56,N.704 CIA:N0,P.275,C.66 E:U.85,POC.9,F.95,H1 RL:OF.87,TF.9,W.95,U1 RC:UC.9,UR.95,C1 CDP:N0,L.1,LM.3,MH.4,H.5 TD:N0,L.25,M.75,H1 R:L.5,M1,H1.51",
);
const round = (score: number) => Math.round(score * 10 + 1e-6) / 10;

/** https://www.first.org/cvss/v2/guide, sections 3.2.1 to 3.2.3. */
export function scoreV2(text: string): number | undefined {
  const metrics = readMetrics(text, BASE, OPTIONAL);
  if (metrics === undefined) return undefined;
  const isEnvironmental = ["CDP", "TD", "CR", "IR", "AR"].some((name) => metrics.has(name));
  const base = baseOf(metrics, isEnvironmental);
  const isTemporal = ["E", "RL", "RC"].some((name) => metrics.has(name));
  const w = (name: string) => weight(metrics, name);
  const temporal = isTemporal || isEnvironmental ? round(base * w("E") * w("RL") * w("RC")) : base;
  const damage = metrics.has("CDP") ? w("CDP") : 0;
  return isEnvironmental ? round((temporal + (10 - temporal) * damage) * w("TD")) : temporal;
}

function baseOf(metrics: Metrics, isAdjusted: boolean): number {
  const left = (name: string) =>
    1 - weight(metrics, name, "CIA") * (isAdjusted ? weight(metrics, `${name}R`, "R") : 1);
  const impact = Math.min(10.41 * (1 - left("C") * left("I") * left("A")), isAdjusted ? 10 : 11);
  if (impact === 0) return 0;
  const exploitability = 20 * weight(metrics, "AV") * weight(metrics, "AC") * weight(metrics, "Au");
  return round((0.6 * impact + 0.4 * exploitability - 1.5) * 1.176);
}
