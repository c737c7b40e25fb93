import { type Finding, fingerprint, type Location, type Severity } from "@assay/core";
import { type Ignore, lastDay } from "./entry.ts";
import type { Judged } from "./judge.ts";
import type { IgnorePolicy } from "./policy.ts";
import { EXCEPTION_RULES } from "./rules.ts";

const SEVERITY: ReadonlyMap<string, Severity> = new Map(
  EXCEPTION_RULES.map(({ id, severity }) => [id, severity]),
);

/** A finding about an entry or file. @param rule Without `dependencies.` */
export function entryFinding(
  rule: string,
  location: Location,
  identity: string,
  message: string,
  remediation?: string,
): Finding {
  const ruleId = `dependencies.${rule}`;
  return {
    ruleId,
    severity: SEVERITY.get(ruleId) ?? "medium",
    message,
    location,
    fingerprint: fingerprint(ruleId, location.path, identity),
    ...(remediation !== undefined && { remediation }),
  };
}

/** What is to be said of one ignore. @param uses What it names; `isWhole`: that is all there is. */
export function ignoreFindings(
  ignore: Ignore,
  uses: readonly Judged[],
  { policy, now, isWhole }: { policy: IgnorePolicy; now: number; isWhole: boolean },
): readonly Finding[] {
  const { id, source, endsAt, isOwn } = ignore;
  const day = endsAt === undefined ? "" : lastDay(endsAt);
  const about = (rule: string, message: string, remediation?: string) =>
    entryFinding(rule, source, id, message, remediation);
  const by = ignore.owner === undefined ? "" : ` (owner: ${ignore.owner})`;
  if (endsAt !== undefined && endsAt <= now)
    return [about("ignore-expired", `The ignore for ${id} expired after ${day}${by}`)];
  if (uses.length === 0)
    return isWhole ? [about("ignore-unused", `No package needs the ignore for ${id}`)] : [];
  const findings: Finding[] = [];
  const problem = (kind: Judged["problem"]) => uses.find((use) => use.problem === kind);
  const long = problem("too-long");
  if (long !== undefined)
    findings.push(
      about("ignore-too-long", `The ignore for ${id} ends on ${day}${by}, and ${long.why}`),
    );
  if (problem("unapproved") !== undefined)
    findings.push(
      about(
        "ignore-unapproved",
        `The ignore for ${id}, which is malware, ${isOwn ? "is not approved by two people beside its owner" : "stands in a file that knows no reviewers"}`,
      ),
    );
  if (uses.every((use) => use.problem !== undefined)) {
    const refused = problem("refused");
    if (refused !== undefined)
      findings.push(
        about("ignore-incomplete", `The ignore for ${id} has no expiry and does not hold`),
      );
    return findings;
  }
  const missing = [
    ...(ignore.reason ? [] : ["reason"]),
    ...(endsAt === undefined ? ["expiry"] : []),
  ];
  if (missing.length > 0)
    findings.push(
      about(
        "ignore-incomplete",
        `The ignore for ${id} hides ${uses.length === 1 ? "a finding" : `${uses.length} findings`} without ${missing.map((each) => (each === "expiry" ? "an expiry" : "a reason")).join(" and ")}`,
      ),
    );
  if (endsAt !== undefined && endsAt - now <= policy.warnBefore)
    findings.push(about("ignore-expiring", `The ignore for ${id} expires after ${day}${by}`));
  return findings;
}
