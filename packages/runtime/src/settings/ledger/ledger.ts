import { type ConfigFile, type SettingsFiles, UsageError } from "@assay/core";

/** Where the ledger is when `slo.ledger` says nothing. */
export const LEDGER_PATH = ".assay/acknowledgements.yml";

/** An acknowledgement that was committed: somebody answers for a finding. */
export interface LedgerEntry {
  /** An id of the advisory, a fingerprint, or a rule. */
  readonly id: string;
  /** A name, `name@version`, `name@range` or purl. */
  readonly package?: string;
  readonly owner: string;
  /** A day as `YYYY-MM-DD`, or an instant in ISO 8601 with its time zone. */
  readonly date: string;
  readonly ticket?: string;
  readonly note?: string;
  /** When it was fixed: an entry of the past, which acknowledges nothing any more. */
  readonly fixed?: string;
  /** In the file, from 1. */
  readonly line: number;
}

export interface Ledger {
  readonly path: string;
  readonly entries: readonly LedgerEntry[];
}

/** Some ten thousand entries. */
export const MAX_LEDGER_BYTES = 2 * 1024 * 1024;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The ledger as the settings of a run have it: a change from outside acknowledges nothing.
 *
 * @returns `undefined` where there is none; nothing was acknowledged yet then
 * @throws UsageError with every mistake in it, as `path:line:column: …`.
 */
export async function readLedger(
  files: SettingsFiles,
  config: Pick<ConfigFile, "section">,
): Promise<Ledger | undefined> {
  const path = ledgerPath(config);
  const bytes = await files.read(path, { maxBytes: MAX_LEDGER_BYTES });
  if (bytes === undefined) return undefined;
  const { parseLedger } = await import("./parse.ts");
  return parseLedger(new TextDecoder().decode(bytes), path);
}

/** Where the ledger is, relative to the working directory. */
export function ledgerPath(config: Pick<ConfigFile, "section">): string {
  return config.section<{ readonly ledger?: string }>("slo")?.ledger ?? LEDGER_PATH;
}

/** What an entry is about; two of the same key are one too many. */
export function ledgerKey({
  id,
  package: about = "",
}: Pick<LedgerEntry, "id" | "package">): string {
  return JSON.stringify([id.toLowerCase(), about]);
}

/**
 * The first and the last instant of a day, or an instant twice, in milliseconds since 1970; `undefined` where the calendar does not
 * have it.
 */
export function spanOf(date: string): readonly [first: number, last: number] | undefined {
  if (!DAY.test(date) && !INSTANT.test(date)) return undefined;
  const [first, day] = [Date.parse(date), Date.parse(date.slice(0, 10))];
  // Date.parse takes February 30 for March 2.
  if (Number.isNaN(first) || Number.isNaN(day)) return undefined;
  if (!new Date(day).toISOString().startsWith(date.slice(0, 10))) return undefined;
  return [first, DAY.test(date) ? first + 86_399_999 : first];
}

/** The error of a ledger with mistakes. */
export function ledgerError(path: string, problems: readonly string[]): UsageError {
  const amount = problems.length === 1 ? "a mistake" : `${problems.length} mistakes`;
  return new UsageError(`The ledger of acknowledgements ${path} has ${amount}`, {
    problems,
    hint: "An entry has `id`, `owner` and `date`, and may have `package`, `ticket`, `note` and `fixed`. `assay ack` writes one.",
  });
}
