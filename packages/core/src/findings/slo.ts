import { parseDuration } from "./duration.ts";
import type { Finding } from "./finding.ts";
import { SEVERITIES, type Severity } from "./severity.ts";

/** Worst last. */
export const CLOCK_STATES = ["ok", "due-soon", "breached"] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** What a clock counts from; `slo.clock` in the config file. */
export const CLOCK_STARTS = ["introduced", "published", "first-seen"] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

/**
 * What told the start: the commit that brought the finding, the oldest commit of a shallow clone, the advisory's publication, the
 * baseline, the ledger, or this run, which is the first one that is known.
 */
export type ClockSource =
  | "introduced"
  | "shallow"
  | "published"
  | "baseline"
  | "ledger"
  | "this-run";

/** The response clock of a finding: when an answer and when a fix are due. All instants are ISO 8601 in UTC. */
export interface SloState {
  readonly startedAt: string;
  readonly source?: ClockSource;
  readonly answerDue?: string;
  readonly fixDue?: string;
  /** Of the answer; `ok` once somebody acknowledged the finding. */
  readonly answer?: ClockState;
  readonly fix?: ClockState;
  /** The worse of both. */
  readonly state: ClockState;
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

export type SloClock = (
  severity: Severity,
  startedAt: string,
  isAnswered?: boolean,
) => SloState | undefined;

/** The last fifth of a window is "soon" where nothing else is set: 33 hours of a week, 6 days of a month. */
const SOON = 0.2;

/**
 * A function from severity and start to the state at `now`: `undefined` for a severity without any window, or for a
 * start that is no instant.
 *
 * A start in the future (a commit from a wrong clock) counts as now, so that it can't buy time. Due dates depend on start and
 * severity alone: when the severity rises they are computed again from the same start.
 *
 * @param dueSoon How long before its end a window is "due soon", such as `3d`; at most half of the window.
 * @throws UsageError for a window that is no duration.
 */
export function sloClock(policy: SloPolicy, now: Date, dueSoon?: string): SloClock {
  const soon = dueSoon === undefined ? undefined : (parseDuration(dueSoon, "slo.due-soon") ?? 0);
  const windows = new Map<Severity, Windows>(
    SEVERITIES.map((severity) => [
      severity,
      {
        answer: parseDuration(policy[severity].answer, `slo.${severity}.answer`),
        fix: parseDuration(policy[severity].fix, `slo.${severity}.fix`),
      },
    ]),
  );
  const stateOf = (window: number, passed: number): ClockState => {
    if (passed > window) return "breached";
    const within = soon === undefined ? window * SOON : Math.min(soon, window / 2);
    return window - passed <= within ? "due-soon" : "ok";
  };
  return (severity, startedAt, isAnswered = false) => {
    const { answer, fix } = windows.get(severity) ?? { answer: undefined, fix: undefined };
    const start = Math.min(Date.parse(startedAt), now.getTime());
    if ((answer ?? fix) === undefined || Number.isNaN(start)) return undefined;
    const passed = now.getTime() - start;
    const due = (window: number) => new Date(start + window).toISOString();
    const states = {
      ...(answer !== undefined && { answer: isAnswered ? "ok" : stateOf(answer, passed) }),
      ...(fix !== undefined && { fix: stateOf(fix, passed) }),
    } as const;
    return {
      startedAt: new Date(start).toISOString(),
      ...(answer !== undefined && { answerDue: due(answer) }),
      ...(fix !== undefined && { fixDue: due(fix) }),
      ...states,
      state: CLOCK_STATES.findLast((state) => Object.values(states).includes(state)) ?? "ok",
    };
  };
}

/** When the clock of a finding starts, and what told it; `undefined` where nothing does. */
export interface StartedClock {
  readonly at: string;
  readonly source: ClockSource;
}

/**
 * The start of a finding's clock.
 *
 * `introduced`: the later one of the advisory's publication and the day on which the repository got what it is about. `published`:
 * the publication. `first-seen`: the baseline's word, else this run. Where the baseline accepted the finding, the clock runs from
 * then. What the ledger acknowledged while the repository had it was known by then: an advisory that is published again does not
 * reset the clock.
 *
 * @param accepted When the baseline accepted it, ISO 8601.
 */
export function clockStart(
  { firstSeen, published, clockSource = "introduced", acknowledged }: Finding,
  by: ClockStart,
  now: Date,
  accepted?: string,
): StartedClock | undefined {
  const start = ((): StartedClock | undefined => {
    if (accepted !== undefined) return { at: accepted, source: "baseline" };
    if (by === "first-seen") return { at: now.toISOString(), source: "this-run" };
    const isPublic = published !== undefined && !Number.isNaN(Date.parse(published));
    const isLater =
      firstSeen === undefined || !(Date.parse(published ?? "") <= Date.parse(firstSeen));
    if (isPublic && (by === "published" || isLater)) return { at: published, source: "published" };
    return firstSeen === undefined ? undefined : { at: firstSeen, source: clockSource };
  })();
  const known = acknowledged?.by === "ledger" ? Date.parse(acknowledged.at) : Number.NaN;
  // What is acknowledged before the repository has it again starts with that.
  const at = Math.max(known, Date.parse(firstSeen ?? "") || known);
  if (Number.isNaN(at) || (start !== undefined && Date.parse(start.at) <= at)) return start;
  return { at: new Date(at).toISOString(), source: "ledger" };
}
