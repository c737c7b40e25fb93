import type { Acknowledgement, ClockFigures, Finding } from "@assay/core";
import { groupBy } from "@assay/core";
import { packageSelector } from "@assay/purl";
import { fingerprintsOf } from "../suppression.ts";
import { type Ledger, type LedgerEntry, ledgerError, spanOf } from "./ledger.ts";

/** A ledger that is ready to be asked. */
export interface LedgerUse {
  /**
   * @param ruleIds all ids of the finding's rule
   * @param startedAt when its clock starts: an entry for a whole rule answers only for what was known when it was written
   */
  of(
    finding: Finding,
    ruleIds: readonly string[],
    startedAt: string | undefined,
  ): Acknowledgement | undefined;
  /** Entries that acknowledged something, and those marked as fixed whose finding is still there. */
  readonly used: ReadonlySet<LedgerEntry>;
}

/** @throws UsageError for entries of the future. */
export function openLedger({ path, entries }: Ledger, now: Date): LedgerUse {
  const future = entries.filter((entry) =>
    [entry.date, entry.fixed ?? entry.date].some(
      (date) => (spanOf(date)?.[0] ?? 0) > now.getTime(),
    ),
  );
  if (future.length > 0) {
    const today = now.toISOString();
    throw ledgerError(
      path,
      future.map(({ id, line }) => `${path}:${line}: \`${id}\` is dated after now (${today})`),
    );
  }
  const compiled = entries.map((entry) => ({
    entry,
    ofPackage:
      entry.package === undefined ? undefined : packageSelector(entry.package, "`package`"),
  }));
  const byId = groupBy(compiled, ({ entry }) => entry.id.toLowerCase());
  const used = new Set<LedgerEntry>();
  return {
    used,
    of(finding, ruleIds, startedAt) {
      const rules = new Set(ruleIds.map((id) => id.toLowerCase()));
      const own = [...fingerprintsOf(finding), finding.variant?.id ?? ""];
      const names = [...own.map((name) => name.toLowerCase()), ...rules];
      for (const name of new Set(names)) {
        for (const { entry, ofPackage } of byId.get(name) ?? []) {
          if (ofPackage !== undefined && !ofPackage(finding.subject)) continue;
          const at = Math.min(spanOf(entry.date)?.[1] ?? 0, now.getTime());
          if (rules.has(name) && !(Date.parse(startedAt ?? "") <= at)) continue;
          used.add(entry);
          if (entry.fixed === undefined) return ackOf(entry, at);
        }
      }
      return undefined;
    },
  };
}

function ackOf({ owner, ticket, note }: LedgerEntry, at: number): Acknowledgement {
  return {
    ...{ by: "ledger", at: new Date(at).toISOString(), owner },
    ...(ticket !== undefined && { ticket }),
    ...(note !== undefined && { note }),
  };
}

const MAX_NAMED = 5;

/**
 * What is to be said of entries: those that match nothing any more, and those that say "fixed" of what is still there. Only entries for
 * rules of checks that looked at everything are called unused; an id that is none of a rule belongs to the check on dependencies.
 */
export function ledgerNotices(
  { path, entries }: Ledger,
  { used }: Pick<LedgerUse, "used">,
  complete: ReadonlySet<string>,
): readonly string[] {
  const isJudged = ({ id }: LedgerEntry) => {
    const [check = "", rule] = id.split(".");
    return !/^[0-9a-f]{64}$/i.test(id) && complete.has(rule === undefined ? "dependencies" : check);
  };
  const open = entries.filter(({ fixed }) => fixed === undefined);
  const unused = open.filter((entry) => !used.has(entry) && isJudged(entry));
  const wrong = entries.filter((entry) => entry.fixed !== undefined && used.has(entry));
  const told = (found: readonly LedgerEntry[], rest: string) => {
    const named = found.slice(0, MAX_NAMED).map(({ id, line }) => `\`${id}\` (line ${line})`);
    const more = found.length > named.length ? ` and ${found.length - named.length} more` : "";
    return found.length === 0 ? [] : [`${path}: ${named.join(", ")}${more} ${rest}`];
  };
  return [
    ...told(unused, "no longer found: mark with `assay ack <id> --fixed`, or remove."),
    ...told(wrong, "marked as fixed, but still found."),
  ];
}

/** How long fixes took, by the entries that say when they were done. */
export function fixedOf(ledger: Ledger | undefined): ClockFigures["fixed"] {
  const hours = (ledger?.entries ?? []).flatMap(({ date, fixed }) => {
    const [from, to] = [spanOf(date)?.[0], fixed === undefined ? undefined : spanOf(fixed)?.[1]];
    return from === undefined || to === undefined ? [] : [(to - from) / 3_600_000];
  });
  if (hours.length === 0) return undefined;
  const mean = hours.reduce((sum, each) => sum + each, 0) / hours.length;
  return { count: hours.length, meanHours: Math.round(mean * 10) / 10 };
}
