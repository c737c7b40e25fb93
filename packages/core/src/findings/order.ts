import type { Finding } from "./finding.ts";
import { compareSeverity } from "./severity.ts";

/** By UTF-16 code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What has no scores stands where a rule puts it, before what is scored. */
function scoreOf({ variant }: Finding): number {
  return variant === undefined ? 10 : (variant.score ?? 0);
}

/** Most severe first, then check, score, rule, priority, path, line, fingerprint. Findings without a place come first in their rule. */
export function compareFindings(
  a: Finding & { readonly check: string },
  b: Finding & { readonly check: string },
): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    compareText(a.check, b.check) ||
    scoreOf(b) - scoreOf(a) ||
    compareText(a.ruleId, b.ruleId) ||
    (a.priority ?? 0) - (b.priority ?? 0) ||
    compareText(a.location?.path ?? "", b.location?.path ?? "") ||
    (a.location?.startLine ?? 0) - (b.location?.startLine ?? 0) ||
    (a.location?.startColumn ?? 0) - (b.location?.startColumn ?? 0) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
