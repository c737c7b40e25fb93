import { parseDuration } from "@assay/core";
import type { DataInfo } from "../data.ts";

/** How old data is, against what is allowed. */
export interface DataAge {
  /** Milliseconds since the oldest ecosystem's data was taken; infinite where that is not known. */
  readonly ms: number;
  /** For people: "3 days old". */
  readonly text: string;
  readonly isStale: boolean;
  /** The ecosystems that are too old, for people: "npm are 9 days old, those for Go are of unknown age". */
  readonly stale: string;
  /**
   * Ecosystems whose newest record is older than what is allowed, whenever they were taken, for people: "npm is of 2026-10-01". What
   * says that nothing changed is not signed: a source that is held back looks like one where nothing happens.
   */
  readonly frozen: string;
}

/** So many records an ecosystem has where something changes every few days. */
const BUSY = 1000;

const DAY = 24 * 60 * 60 * 1000;
/** Clocks differ: data from the future is as good as stale beyond it. */
const SKEW = DAY;

/**
 * @param now From `context.clock.wall()`.
 * @param maxAge The input `max-age`.
 * @throws UsageError when `maxAge` is no duration.
 */
export function ageOf(info: DataInfo, now: Date, maxAge = "7d"): DataAge {
  const most = parseDuration(maxAge, "max-age") ?? Number.POSITIVE_INFINITY;
  const ages = Object.entries(info.ecosystems).map(([name, { takenAt }]) => {
    const taken = Date.parse(takenAt);
    const ms = now.getTime() - taken;
    return { name, ms: taken > 0 && ms >= -SKEW ? Math.max(0, ms) : Number.POSITIVE_INFINITY };
  });
  const frozen = Object.entries(info.ecosystems).flatMap(([name, { records, newest = "" }]) =>
    records >= BUSY && now.getTime() - Date.parse(newest) > most
      ? [`${name} is of ${newest.slice(0, 10)}`]
      : [],
  );
  const ms = Math.max(0, ...ages.map((age) => age.ms));
  const stale = ages
    .filter((age) => age.ms > most)
    .map((age) => `${age.name} are ${inWords(age.ms)}`);
  return {
    ms,
    text: inWords(ms),
    isStale: stale.length > 0,
    stale: stale.join(", those for "),
    frozen: frozen.join(", that of "),
  };
}

function inWords(ms: number): string {
  if (!Number.isFinite(ms))
    return "of unknown age (make a snapshot with `assay advisories build --taken-at`)";
  const [count, unit] = ms >= 2 * DAY ? [ms / DAY, "day"] : [ms / (DAY / 24), "hour"];
  const whole = Math.floor(count);
  return `${whole} ${unit}${whole === 1 ? "" : "s"} old`;
}
