import { type CheckResult, type Finding, fingerprint, plural } from "@assay/core";
import type { Tally } from "./sources/piece.ts";
import type { Target } from "./target.ts";

/** What was looked at, from the tally of the sources. `origin` names the rules. */
export function coverageOf(target: Target, tally: Tally, origin: string): CheckResult["coverage"] {
  const { commits, files, bytes } = tally;
  const what =
    target.kind === "tree"
      ? "the files as they lie there"
      : `${plural(commits, "commit")}, ${target.range.description}`;
  return {
    inspected: { ...(target.kind === "tree" ? {} : { commits }), files, bytes },
    skipped: [...tally.skipped]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([item, reason]) => ({ item, reason })),
    summary: `${plural(files, "file")} with ${origin}: ${what}`,
    scope: isWhole(target) ? "all" : "change",
  };
}

/** What should have been looked at and was not: each is a finding. */
export function gaps(target: Target, tally: Tally): readonly Finding[] {
  const out: Finding[] = [...tally.unreadable]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, reason]) => ({
      ruleId: "secrets.unscanned-file",
      severity: "medium",
      message: `${path || "The folder"} was not scanned: ${reason}`,
      ...(path === "" ? {} : { location: { path } }),
      fingerprint: fingerprint("secrets.unscanned-file", path),
    }));
  // A push may touch nothing but what is left out; a whole repository of which nothing is looked at is no result.
  if (isWhole(target) && tally.offered > 0 && tally.leftOut === tally.offered) {
    out.push({
      ruleId: "secrets.nothing-scanned",
      severity: "high",
      message: "The allowlists of the rules' configuration leave everything out",
      fingerprint: fingerprint("secrets.nothing-scanned"),
    });
  }
  if (tally.bytes > 0) return out;
  // A range that only deletes has commits and no text, pictures alone have names and no text: that is said and fails nothing.
  const harmless = target.kind === "history" ? tally.commits > 0 : tally.files > 0;
  out.push({
    ruleId: "secrets.nothing-scanned",
    severity: harmless ? "info" : "high",
    message: !harmless
      ? tally.unreadable.size === 0
        ? "There is no file to scan"
        : "There was something to scan and not one byte of it was seen"
      : target.kind === "history"
        ? `The ${plural(tally.commits, "commit")} of the range add no text`
        : `There is no text in ${plural(tally.files, "file")}: only the names were looked at`,
    fingerprint: fingerprint("secrets.nothing-scanned"),
  });
  return out;
}

/** Whether everything was looked at, and not only a change. */
function isWhole(target: Target): boolean {
  return target.kind === "tree" || target.range.kind === "all";
}
