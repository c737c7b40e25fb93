import { formatPlace, UsageError } from "@assay/core";
import { list, matching, object, schemaOf, text } from "@assay/core/schema";
import { packageSelector } from "@assay/purl";
import { explainIssues } from "../../config/issues.ts";
import { parseYaml } from "../../config/yaml-document.ts";
import { type Ledger, type LedgerEntry, ledgerError, ledgerKey, spanOf } from "./ledger.ts";

const short = text.refine((value: string) =>
  value.length <= 1000 && !/[\r\n]/.test(value)
    ? []
    : [{ message: "it must be one line of at most 1000 characters" }],
);
const time = matching(/^\d{4}-\d{2}-\d{2}/, "it must be a day or an instant").refine(
  (value: string) =>
    spanOf(value) === undefined
      ? [
          {
            message: "write a day as YYYY-MM-DD in UTC, or an instant such as 2027-01-31T12:00:00Z",
          },
        ]
      : [],
);
const selector = schemaOf(text.json, short.check).refine((value: string) => {
  try {
    packageSelector(value, "`package`");
    return [];
  } catch (error) {
    if (error instanceof UsageError) return [{ message: error.message }];
    throw error;
  }
});
const ENTRY = object({
  id: short,
  package: selector.optional(),
  owner: short,
  date: time,
  ticket: short.optional(),
  note: short.optional(),
  fixed: time.optional(),
}).refine(({ date, fixed }: LedgerEntry) =>
  fixed !== undefined && (spanOf(fixed)?.[1] ?? 0) < (spanOf(date)?.[0] ?? 0)
    ? [{ key: "fixed", message: "it lies before `date`" }]
    : [],
);
const ENTRIES = list(ENTRY);

/** @throws UsageError with every mistake, as `path:line:column: …`. */
export function parseLedger(content: string, path: string): Ledger {
  const document = parseYaml(path, content);
  // It may be another file, named by mistake: nothing of it is shown.
  if (!Array.isArray(document.value ?? [])) throw ledgerError(path, [`${path}: it holds no list`]);
  const checked = ENTRIES.check(document.value ?? []);
  if (checked.issues !== undefined) {
    throw ledgerError(path, explainIssues(checked.issues, document, ENTRIES.json));
  }
  // As `ENTRY` made them.
  const entries = (checked.value as readonly Omit<LedgerEntry, "line">[]).map((entry, index) => ({
    ...entry,
    line: document.place([index]).startLine ?? 0,
  }));
  const known = new Map<string, number>();
  const problems = entries.flatMap((entry, index) => {
    const first = known.get(ledgerKey(entry));
    if (entry.fixed !== undefined) return [];
    known.set(ledgerKey(entry), first ?? entry.line);
    if (first === undefined) return [];
    const place = formatPlace(document.place([index]));
    return [`${place}: \`${entry.id}\` is acknowledged in line ${first} already`];
  });
  if (problems.length > 0) throw ledgerError(path, problems);
  return { path, entries };
}
