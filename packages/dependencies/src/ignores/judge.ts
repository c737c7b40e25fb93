import type { Vulnerability } from "../vulnerability.ts";
import { type Ignore, lastDay } from "./entry.ts";
import { type IgnorePolicy, latestEnd, reviewersOf } from "./policy.ts";

/** What an ignore is for one advisory of one package that it names. */
export interface Judged {
  readonly ignore: Ignore;
  readonly vulnerability: Vulnerability;
  /** Absent where it holds. */
  readonly problem?: "expired" | "too-long" | "unapproved" | "refused";
  /** For people: a clause without a full stop. */
  readonly why?: string;
}

export interface JudgeOptions {
  readonly policy: IgnorePolicy;
  readonly now: number;
  firstSeen(vulnerability: Vulnerability): string | undefined;
}

/** Whether an ignore holds for what it names. Only entries of our own are bound to the policy's limits. */
export function judge(
  ignore: Ignore,
  vulnerability: Vulnerability,
  { policy, now, firstSeen }: JudgeOptions,
): Judged {
  const judged = { ignore, vulnerability };
  const { endsAt, isOwn } = ignore;
  if (endsAt !== undefined && endsAt <= now) return { ...judged, problem: "expired" };
  const reviewers = reviewersOf(ignore).length;
  if (vulnerability.match.group.kind === "malware" && (!isOwn || reviewers < 2))
    return { ...judged, problem: "unapproved" };
  if (endsAt === undefined)
    return policy.isExpiryNeeded ? { ...judged, problem: "refused" } : judged;
  if (!isOwn) return judged;
  const latest = latestEnd(vulnerability, reviewers > 0, policy, now, firstSeen(vulnerability));
  if (endsAt <= latest.at) return judged;
  const last = lastDay(latest.at);
  return { ...judged, problem: "too-long", why: `it may end on ${last}: ${latest.why}` };
}
