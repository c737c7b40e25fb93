import { parseDuration } from "./duration.ts";
import { SEVERITIES, type Severity } from "./severity.ts";

/** The response clock of a finding: when an answer and when a fix are due. All instants are ISO 8601 in UTC. */
export interface SloState {
  readonly startedAt: string;
  readonly answerDue?: string;
  readonly fixDue?: string;
  readonly state: "ok" | "due-soon" | "breached";
}

/** Windows as durations: `24h`, `7d`, `1w`, or `none` for best effort. */
export interface SloTarget {
  readonly answer: string;
  readonly fix: string;
}

export type SloPolicy = Readonly<Record<Severity, SloTarget>>;

export const DEFAULT_SLO: SloPolicy = {
  critical: { answer: "24h", fix: "7d" },
  high: { answer: "48h", fix: "14d" },
  medium: { answer: "1w", fix: "30d" },
  low: { answer: "none", fix: "none" },
  info: { answer: "none", fix: "none" },
};

/** The windows of one severity in milliseconds. */
interface Windows {
  readonly answer: number | undefined;
  readonly fix: number | undefined;
}

export type SloClock = (severity: Severity, startedAt: string) => SloState | undefined;

/** The last fifth of a window is "soon": 33 hours of a week, 6 days of a month. */
const SOON = 0.2;

/**
 * A function from severity and start to the state at `now`: `undefined` for a severity without any window, or for a
 * start that is no instant.
 *
 * The state follows the fix window, for only a fix ends a finding; it follows the answer window where there is no fix
 * window. A start in the future (a commit from a wrong clock) counts as now, so that it can't buy time.
 *
 * @throws UsageError for a window that is no duration.
 */
export function sloClock(policy: SloPolicy, now: Date): SloClock {
  const windows = new Map<Severity, Windows>(
    SEVERITIES.map((severity) => [
      severity,
      {
        answer: parseDuration(policy[severity].answer, `slo.${severity}.answer`),
        fix: parseDuration(policy[severity].fix, `slo.${severity}.fix`),
      },
    ]),
  );
  return (severity, startedAt) => {
    const { answer, fix } = windows.get(severity) ?? { answer: undefined, fix: undefined };
    const deciding = fix ?? answer;
    const start = Math.min(Date.parse(startedAt), now.getTime());
    if (deciding === undefined || Number.isNaN(start)) return undefined;
    const left = start + deciding - now.getTime();
    return {
      startedAt: new Date(start).toISOString(),
      ...(answer !== undefined && { answerDue: new Date(start + answer).toISOString() }),
      ...(fix !== undefined && { fixDue: new Date(start + fix).toISOString() }),
      state: left < 0 ? "breached" : left <= deciding * SOON ? "due-soon" : "ok",
    };
  };
}
