import { parseDuration, type Severity, type SloPolicy } from "@assay/core";
import type { PromiseKind, TimePromise } from "./promises.ts";

/** A time that the policy asks for and that the document does not promise. */
export interface Shortfall {
  readonly severity: Severity;
  readonly kind: PromiseKind;
  /** `contradiction`: the strictest promise is good, another one is not. */
  readonly state: "missing" | "looser" | "undetermined" | "contradiction";
  readonly allowedHours: number;
  /** What is promised instead, the strictest one; absent where nothing is. */
  readonly promise?: TimePromise;
}

const HOUR = 60 * 60 * 1000;

/**
 * Compares promises with the policy's windows, by severity, answer before fix. A severity without a window asks for nothing.
 *
 * @throws UsageError for a window that is no duration.
 */
export function comparePromises(
  promises: readonly TimePromise[],
  policy: SloPolicy,
): readonly Shortfall[] {
  const shortfalls: Shortfall[] = [];
  for (const severity of ["critical", "high", "medium", "low"] as const) {
    for (const kind of ["answer", "fix"] as const) {
      const window = parseDuration(policy[severity][kind], `slo.${severity}.${kind}`);
      if (window === undefined) continue;
      const allowedHours = window / HOUR;
      const own = promises.filter((at) => at.severity === severity && at.kind === kind);
      const timed = own
        .filter(({ time }) => typeof time === "number")
        .sort((a, b) => Number(a.time) - Number(b.time));
      const [strictest, loosest] = [timed[0], timed.at(-1)];
      const short = { severity, kind, allowedHours };
      if (strictest === undefined || loosest === undefined) {
        const unclear = own.find(({ time }) => time === "undetermined");
        if (unclear) shortfalls.push({ ...short, state: "undetermined", promise: unclear });
        else shortfalls.push({ ...short, state: "missing" });
      } else if (Number(strictest.time) > allowedHours) {
        shortfalls.push({ ...short, state: "looser", promise: strictest });
      } else if (Number(loosest.time) > allowedHours) {
        shortfalls.push({ ...short, state: "contradiction", promise: loosest });
      }
    }
  }
  return shortfalls;
}
