import type { CheckContext, Finding, Logger } from "@assay/core";
import { asKnownError, groupBy } from "@assay/core";
import { cutCommits } from "../fetch/history.ts";
import { fileAt } from "../objects/tree.ts";
import type { Repository } from "../repository/repository.ts";
import { findRepository } from "../repository/repository.ts";
import { checkedOut } from "../revisions/checked-out.ts";
import { lineOrigins } from "./blame.ts";
import { type Entry, entryLine } from "./entry-line.ts";

/** Since when the branch has an entry. */
export interface Introduced {
  /** ISO 8601 in UTC: the committer date, never later than now. */
  readonly at: string;
  readonly commit: string;
  /** `shallow`: the oldest commit of a shallow clone has it already; it may be older. */
  readonly source: "introduced" | "shallow";
}

type HistoryContext = Pick<
  CheckContext,
  "root" | "processes" | "environment" | "signal" | "clock"
> & { readonly logger: Pick<Logger, "warning"> };

const MAX_BYTES = 64 * 1024 * 1024;
/** Entries of a file that are looked for by their name without success: the file is another one then. */
const MAX_SEARCHES = 100;
/** All files of a call together: a clock is not worth more. */
const MAX_MS = 60_000;

/**
 * The commits that brought entries of lockfiles, as they are in a commit (`HEAD` where none is given), along first parents and through renames of the file: one
 * git process a file, however many entries it has. An entry is there since its version is.
 *
 * Left out: what is not committed, what no repository has, files of more than 64 MiB, and what took longer than a minute in all.
 * Never throws because of the repository: then there are no dates, which the log says.
 */
export async function introducedDates<T extends Entry>(
  context: HistoryContext,
  wanted: readonly T[],
  at?: string,
): Promise<ReadonlyMap<T, Introduced>> {
  const found = new Map<T, Introduced>();
  if (wanted.length === 0) return found;
  try {
    const { root, processes, environment, signal } = context;
    const repo = await findRepository({ root, processes, environment, signal });
    const head = at ?? (repo && (await checkedOut(repo)).commit);
    if (repo === undefined || head === undefined) return found;
    const cut = await cutCommits(repo);
    const started = performance.now();
    for (const [path, entries] of groupBy(wanted, (entry) => entry.path)) {
      if (performance.now() - started > MAX_MS) break;
      const lines = await linesOf(repo, head, path, entries);
      const origins = await lineOrigins(repo, head, path, [...lines.values()]);
      for (const [entry, line] of lines) {
        const origin = origins.get(line);
        if (origin === undefined || !/^\d{1,12}$/.test(origin.seconds)) continue;
        const time = Math.min(Number(origin.seconds) * 1000, context.clock.wall().getTime());
        const { commit } = origin;
        const source = cut.has(commit) ? "shallow" : "introduced";
        found.set(entry, { at: new Date(time).toISOString(), commit, source });
      }
    }
  } catch (thrown) {
    const error = asKnownError(thrown);
    if (error.kind === "internal" || context.signal.aborted) throw thrown;
    context.logger.warning(`The history of lockfiles could not be read: ${error.message}`);
  }
  return found;
}

/**
 * Gives findings about entries of files (with `location.startLine` and `subject`) the date on which the branch got them, as
 * `firstSeen` with its `clockSource`. Findings that have a date, are new in a change, or lie in a commit keep what they have.
 *
 * For a check whose findings come from lockfiles: call it once with all of them. With `published` beside it, the runtime counts from
 * the later one of both.
 */
export async function withFirstSeen<T extends Finding>(
  context: HistoryContext,
  findings: readonly T[],
): Promise<readonly T[]> {
  const entries = new Map<T, Entry>();
  for (const finding of findings) {
    const { location, subject, firstSeen, change } = finding;
    if (firstSeen !== undefined || change === "new" || location?.commit !== undefined) continue;
    if (location?.startLine === undefined || subject === undefined) continue;
    const { name, version } = subject;
    entries.set(finding, {
      ...{ path: location.path, line: location.startLine, name },
      ...(version !== undefined && { version }),
    });
  }
  const dates = await introducedDates(context, [...entries.values()]);
  return findings.map((finding) => {
    const entry = entries.get(finding);
    const date = entry && dates.get(entry);
    if (date === undefined) return finding;
    return { ...finding, firstSeen: date.at, clockSource: date.source };
  });
}

async function linesOf<T extends Entry>(
  repo: Repository,
  head: string,
  path: string,
  entries: readonly T[],
): Promise<ReadonlyMap<T, number>> {
  const lines = new Map<T, number>();
  const bytes = await fileAt(repo, head, path, MAX_BYTES);
  if (bytes === undefined) return lines;
  const text = Buffer.from(bytes).toString("utf8").split("\n");
  let searches = 0;
  for (const entry of entries) {
    const { line: _, ...unplaced } = entry;
    const isSearched = entry.version !== undefined && searches < MAX_SEARCHES;
    const line = entryLine(text, entry) ?? (isSearched ? entryLine(text, unplaced) : undefined);
    if (line === undefined) searches++;
    else lines.set(entry, line);
  }
  return lines;
}
