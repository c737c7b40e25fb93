import { type CheckResult, type Finding, fingerprint, plural } from "@assay/core";
import type { ScanStats } from "../sources/source-fragment.ts";
import type { Target } from "./target.ts";

/** What was looked at, from the stats of the sources. `origin` names the rules. */
export function coverageOf(
  target: Target,
  stats: ScanStats,
  origin: string,
): CheckResult["coverage"] {
  const { commits, files, bytes } = stats;
  const what =
    target.kind === "tree"
      ? "the files as they lie there"
      : `${plural(commits, "commit")}, ${target.range.description}`;
  return {
    inspected: { ...(target.kind === "tree" ? {} : { commits }), files, bytes },
    skipped: [...stats.skipped]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([item, reason]) => ({ item, reason })),
    summary: `${plural(files, "file")} with ${origin}: ${what}`,
    scope: isWhole(target) ? "all" : "change",
  };
}

/** What should have been looked at and was not: each is a finding. */
export function gaps(target: Target, stats: ScanStats): readonly Finding[] {
  const out: Finding[] = [...stats.unreadable]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, reason]) => ({
      ruleId: "secrets.unscanned-file",
      severity: "medium",
      message: `${path || "The folder"} was not scanned: ${reason}`,
      ...(path === "" ? {} : { location: { path } }),
      fingerprint: fingerprint("secrets.unscanned-file", path),
    }));
  // A push may touch nothing but what is left out; a whole repository of which nothing is looked at is no result.
  if (isWhole(target) && stats.offered > 0 && stats.leftOut === stats.offered) {
    out.push({
      ruleId: "secrets.nothing-scanned",
      severity: "high",
      message: "The allowlists of the rules' configuration leave everything out",
      fingerprint: fingerprint("secrets.nothing-scanned"),
    });
  }
  if (stats.bytes > 0) return out;
  // A range that only deletes has commits and no text, pictures alone have names and no text: that is said and fails nothing.
  const harmless = target.kind === "history" ? stats.commits > 0 : stats.files > 0;
  out.push({
    ruleId: "secrets.nothing-scanned",
    severity: harmless ? "info" : "high",
    message: !harmless
      ? stats.unreadable.size === 0
        ? "There is no file to scan"
        : "None of the files could be read, so nothing was scanned"
      : target.kind === "history"
        ? `The range adds no text (${plural(stats.commits, "commit")})`
        : `There is no text in ${plural(stats.files, "file")}: only the names were looked at`,
    fingerprint: fingerprint("secrets.nothing-scanned"),
  });
  return out;
}

/** Whether everything was looked at, and not only a change. */
function isWhole(target: Target): boolean {
  return target.kind === "tree" || target.range.kind === "all";
}
