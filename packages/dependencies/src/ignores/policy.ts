import { DEFAULT_SLO, parseDuration, type Severity, type SloTarget } from "@assay/core";
import type { Vulnerability } from "../vulnerability.ts";
import type { Ignore } from "./entry.ts";

type Level = "critical" | "high" | "medium" | "low";

/** `dependencies.ignore-policy` of the config file. */
export interface IgnorePolicyConfig {
  /** Durations such as `14d`, by severity. */
  readonly longest?: Partial<Record<Level, string>> | undefined;
  readonly "warn-before"?: string | undefined;
  readonly "without-expiry"?: "report" | "refuse" | undefined;
}

export interface IgnorePolicy {
  /** Milliseconds from today to an entry's last instant. */
  readonly longest: Readonly<Record<Level, number>>;
  /** Of `slo`; absent where there is none. */
  readonly fix: Partial<Record<Level, number>>;
  readonly warnBefore: number;
  readonly isExpiryNeeded: boolean;
}

const DAY = 24 * 60 * 60 * 1000;
const WITHOUT_WINDOW = 180 * DAY;
const LEVELS: readonly Level[] = ["critical", "high", "medium", "low"];

/**
 * How long ignores may last: as long as the severity's window for a fix, where the policy says nothing else.
 *
 * @throws UsageError for what is no duration.
 */
export function ignorePolicy(
  config: IgnorePolicyConfig = {},
  slo: Partial<Record<Severity, Partial<SloTarget>>> = {},
): IgnorePolicy {
  const fix = Object.fromEntries(
    LEVELS.map((level) => [
      level,
      parseDuration(slo[level]?.fix ?? DEFAULT_SLO[level].fix, `slo.${level}.fix`),
    ]),
  ) as Record<Level, number | undefined>;
  const longest = Object.fromEntries(
    LEVELS.map((level) => {
      const given = config.longest?.[level];
      const key = `dependencies.ignore-policy.longest.${level}`;
      return [level, (given && parseDuration(given, key)) || (fix[level] ?? WITHOUT_WINDOW)];
    }),
  ) as Record<Level, number>;
  const warn = parseDuration(
    config["warn-before"] ?? "14d",
    "dependencies.ignore-policy.warn-before",
  );
  return {
    longest,
    fix: Object.fromEntries(Object.entries(fix).filter(([, window]) => window !== undefined)),
    warnBefore: warn ?? 0,
    isExpiryNeeded: config["without-expiry"] === "refuse",
  };
}

/** What counts for an advisory of which nobody knows how bad it is: as for one that is high. */
export function levelOf({ match: { group } }: Vulnerability): Level {
  if (group.kind === "malware") return "critical";
  const { level } = group.severity;
  return level === "unknown" ? "high" : level === "none" ? "low" : level;
}

/** The last instant that an entry for this advisory may hold to, in milliseconds, and why. */
export function latestEnd(
  vulnerability: Vulnerability,
  isApproved: boolean,
  policy: IgnorePolicy,
  now: number,
  firstSeen: string | undefined,
): { readonly at: number; readonly why: string } {
  // The day counts as a whole: an entry is not too long for being written in the morning.
  const today = Math.floor(now / DAY) * DAY + DAY;
  if (isApproved)
    return {
      at: today + Math.max(...Object.values(policy.longest)),
      why: "the longest life of any ignore",
    };
  const level = levelOf(vulnerability);
  const byLife = today + policy.longest[level];
  const window = policy.fix[level];
  const start = Math.min(Date.parse(firstSeen ?? ""), now);
  const byDeadline =
    window === undefined || Number.isNaN(start)
      ? Number.POSITIVE_INFINITY
      : Math.floor((start + window) / DAY) * DAY + DAY;
  return byDeadline < byLife
    ? { at: byDeadline, why: `the day on which the fix of this ${level} advisory is due` }
    : { at: byLife, why: `the longest life of an ignore for a ${level} advisory` };
}

/** Those who agreed and are not its owner. */
export function reviewersOf({ owner = "", approvedBy = [] }: Ignore): readonly string[] {
  const plain = (name: string) => name.trim().replace(/^@/, "").toLowerCase();
  const reviewers = new Set(approvedBy.map(plain));
  reviewers.delete(plain(owner));
  reviewers.delete("");
  return [...reviewers];
}
