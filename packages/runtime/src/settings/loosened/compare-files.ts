import { plural, type SettingsFile } from "@assay/core";
import type { Baseline } from "../baseline.ts";
import { type Ledger, ledgerKey, spanOf } from "../ledger/ledger.ts";
import { sameBytes } from "../merged-files.ts";
import type { Loosened } from "./compare-config.ts";
import { itemsMissing } from "./values.ts";

/** What a baseline accepts that another one does not, whatever the files are called. */
export function compareBaselines(
  before: Baseline | undefined,
  after: Baseline | undefined,
): readonly Loosened[] {
  const key = "baseline";
  const size = (baseline: Baseline | undefined) =>
    baseline === undefined ? "nothing" : plural(baseline.entries.size, "finding");
  let added = 0;
  let renewed = 0;
  for (const { fingerprint, check, acceptedAt } of after?.entries.values() ?? []) {
    const known = before?.entries.get(fingerprint);
    if (known?.check !== check) added += 1;
    // The time for its fix begins again.
    else if (Date.parse(acceptedAt) > Date.parse(known.acceptedAt)) renewed += 1;
  }
  const parts = [
    ...(added > 0 ? [`accepts ${plural(added, "finding")} more`] : []),
    ...(renewed > 0 ? [`accepts ${plural(renewed, "finding")} again, from a later day on`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    { key, before: size(before), after: size(after), what: `\`baseline\` ${parts.join(" and ")}` },
  ];
}

/** What a ledger answers for that another one does not, or answers for from an earlier day on: each stops a clock. */
export function compareLedgers(
  before: Ledger | undefined,
  after: Ledger | undefined,
): readonly Loosened[] {
  const open = (ledger: Ledger | undefined) =>
    (ledger?.entries ?? []).filter(({ fixed }) => fixed === undefined);
  const known = new Map(open(before).map((each) => [ledgerKey(each), spanOf(each.date)?.[0] ?? 0]));
  const added = open(after).filter(
    (each) => (spanOf(each.date)?.[0] ?? 0) < (known.get(ledgerKey(each)) ?? Infinity),
  );
  if (after === undefined || added.length === 0) return [];
  const [was, is] = [before, after].map((ledger) => plural(open(ledger).length, "acknowledgement"));
  const what = `\`${after.path}\` acknowledges ${added
    .slice(0, 5)
    .map(({ id }) => id)
    .join(", ")}${added.length > 5 ? ` and ${added.length - 5} more` : ""}`;
  return [{ key: after.path, before: was ?? "", after: is ?? "", what }];
}

/**
 * What a change does to another file that decides. Its lines are counted and not shown: names in it may hold what must not be
 * shown.
 */
export function compareFiles(
  { path: key, loosened }: SettingsFile,
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
): readonly Loosened[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  if (old === undefined && now === undefined) return [];
  const texts = { before: size(old), after: size(now) };
  if (loosened === "added") {
    const gained = itemsMissing(now ?? [], old ?? []).length;
    if (gained === 0) return [];
    return [{ key, ...texts, what: `\`${key}\` gains ${plural(gained, "line")}` }];
  }
  // Whether a line is a comment depends on the file's format.
  if (sameBytes(before, after)) return [];
  const verb = old === undefined ? "is new" : now === undefined ? "is deleted" : "changes";
  return [{ key, ...texts, what: `\`${key}\` ${verb}` }];
}

function size(lines: readonly string[] | undefined): string {
  return lines === undefined ? "nothing" : plural(lines.length, "line");
}

/** Without comments and blank lines. */
function linesOf(bytes: Uint8Array | undefined): readonly string[] | undefined {
  if (bytes === undefined) return undefined;
  const lines = Buffer.from(bytes).toString("utf8").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
