import type { CheckContext } from "@assay/core";
import { type CommitRange, type Repository, streamDiff } from "@assay/git";
import { GITLEAKS_VIEW } from "@assay/git/gitleaks-view";
import { readGitleaksConfig } from "../config/gitleaks-config.ts";
import { createEngine } from "../engine/engine.ts";
import { type Candidate, decodeUtf8 } from "../engine/fragment.ts";
import { builtInRules } from "../rules/built-in-rules.ts";
import { scanFragments } from "../scan/scan-fragments.ts";
import type { SourceFragment } from "../sources/source-fragment.ts";

/** A finding as gitleaks' JSON has it. Holds the secret in plain text: for comparisons in tests. */
export interface GitleaksRow {
  readonly RuleID: string;
  readonly Commit: string;
  readonly File: string;
  readonly StartLine: number;
  readonly EndLine: number;
  readonly StartColumn: number;
  readonly EndColumn: number;
  readonly Match: string;
  readonly Secret: string;
  /** A 32-bit float, as there. */
  readonly Entropy: number;
  readonly Tags: readonly string[];
  readonly Fingerprint: string;
}

export interface GitleaksComparison {
  /** A gitleaks configuration; the built-in rules where it is not given. */
  readonly config?: string;
  /** 5 where it is not given. */
  readonly maxDecodeDepth?: number;
  readonly signal?: AbortSignal;
}

/** Scans the text that gitleaks 8.30.1 would scan and reports as it would, in no order. Ignore files are not read. */
export async function gitleaksRows(
  repo: Repository,
  range: CommitRange,
  options: GitleaksComparison = {},
): Promise<readonly GitleaksRow[]> {
  const ruleSet =
    options.config === undefined
      ? builtInRules()
      : await readGitleaksConfig(
          { name: "the compared configuration", text: options.config },
          { builtIn: builtInRules, readExtended: async () => "", warn: () => {} },
        );
  const engine = createEngine(ruleSet, { maxDecodeDepth: options.maxDecodeDepth ?? 5 });
  const fragments = gitleaksFragments(repo, range);
  const context: Pick<CheckContext, "signal"> = {
    signal: options.signal ?? new AbortController().signal,
  };
  const rows: GitleaksRow[] = [];
  const found = (candidate: Candidate) => {
    if (!gitleaksLine(candidate).includes("gitleaks:allow")) rows.push(gitleaksRow(candidate));
  };
  await scanFragments(fragments, engine, context, { found });
  return rows;
}

async function* gitleaksFragments(
  repo: Repository,
  range: CommitRange,
): AsyncGenerator<SourceFragment> {
  for await (const { commit, files } of streamDiff(repo, range, { view: GITLEAKS_VIEW })) {
    for (const { path, hunks } of files) {
      for (const { addedText, startLine } of hunks) {
        yield { path, commit: commit.sha, text: decodeUtf8(addedText), startLine };
      }
    }
  }
}

/** What gitleaks takes for the line: on a last line without a newline, everything from the fragment's beginning. */
function gitleaksLine({ fragment, start, end }: Candidate): string {
  const { text } = fragment;
  if (start < 0) return "";
  const next = text.indexOf("\n", start + (text[start] === "\n" ? 1 : 0));
  if (next < 0 && text.includes("\n")) {
    const rest = /[\r\n]/.exec(text.slice(end));
    return text.slice(0, rest === null ? undefined : end + rest.index);
  }
  const from = text[start] === "\n" ? start : Math.max(0, text.lastIndexOf("\n", start));
  const after = text.indexOf("\n", end);
  // The end is lost there too, so that the rest of the last line is not looked at.
  return text.slice(from, after >= 0 ? after : text.includes("\n") ? end : undefined);
}

/** One candidate with gitleaks' lines and columns, as it counts them. */
export function gitleaksRow(candidate: Candidate): GitleaksRow {
  const { fragment, ruleId } = candidate;
  const { path, commit } = fragment;
  const place = candidate.start < 0 ? NOWHERE : gitleaksPlace(candidate);
  const fingerprint = `${path}:${ruleId}:${candidate.startLine}`;
  return {
    RuleID: ruleId,
    Commit: commit,
    File: path,
    StartLine: candidate.startLine,
    ...place,
    Match: candidate.match,
    Secret: candidate.secret,
    Entropy: Math.fround(candidate.entropy),
    Tags: candidate.tags,
    Fingerprint: commit === "" ? fingerprint : `${commit}:${fingerprint}`,
  };
}

const NOWHERE = { EndLine: 0, StartColumn: 0, EndColumn: 0 };

/**
 * Byte columns, counted from the newline before the line, which makes them one too high on every line but the first; and an
 * end that is lost where a match runs into a last line without a newline.
 */
function gitleaksPlace({ fragment, start, end }: Candidate): typeof NOWHERE {
  const { text, startLine } = fragment;
  const bytes = (from: number, to: number) => Buffer.byteLength(text.slice(from, to), "utf8");
  const previous = (offset: number) => (offset <= 0 ? -1 : text.lastIndexOf("\n", offset - 1));
  const origin = (newline: number) => Math.max(newline, 0);
  const count = (to: number) => text.slice(0, to).split("\n").length - 1;
  const startNewline = text[start] === "\n" ? start : previous(start);
  const endNewline = previous(end);
  const hasAny = text.includes("\n");
  const lastNewline = text.lastIndexOf("\n");
  const startsOnLast = hasAny && start >= lastNewline;
  const endsOnLast = hasAny && end > lastNewline;
  const StartColumn = bytes(origin(startNewline), start) + 1;
  const first = startLine + count(start) + (text[start] === "\n" ? 1 : 0);
  if (endsOnLast && !startsOnLast) return { EndLine: first, StartColumn, EndColumn: 0 };
  return {
    EndLine: startLine + count(end),
    StartColumn,
    EndColumn: bytes(origin(endNewline), end),
  };
}
