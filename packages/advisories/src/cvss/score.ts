import { scoreV2 } from "./v2.ts";
import { scoreV3 } from "./v3.ts";
import { scoreV4 } from "./v4.ts";

export type CvssVersion = "2.0" | "3.0" | "3.1" | "4.0";

export interface CvssScore {
  readonly version: CvssVersion;
  /** 0 to 10, in tenths. */
  readonly score: number;
}

const known = new Map<string, CvssScore | undefined>();

/**
 * The score of a CVSS vector of any version, with the threat (temporal) and environmental metrics that it has; `undefined` where it is
 * no vector. Read once each: few vectors are on many advisories.
 */
export function cvssScore(vector: string): CvssScore | undefined {
  if (known.has(vector)) return known.get(vector);
  const score = scoreOf(vector);
  if (known.size > 10_000) known.clear();
  known.set(vector, score);
  return score;
}

function scoreOf(vector: string): CvssScore | undefined {
  const [, prefix, metrics] = /^(?:CVSS:(3\.0|3\.1|4\.0)\/)?(.*)$/.exec(vector) ?? [];
  if (metrics === undefined) return undefined;
  const version = (prefix ?? "2.0") as CvssVersion;
  const score =
    version === "2.0"
      ? scoreV2(metrics.replace(/^\((.*)\)$/, "$1"))
      : version === "4.0"
        ? scoreV4(metrics)
        : scoreV3(metrics, version === "3.0" ? "0" : "1");
  return score === undefined ? undefined : { version, score };
}
