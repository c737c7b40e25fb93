import type { Location } from "@assay/core";
import type { Candidate } from "../engine/fragment.ts";
import { linesOf } from "../engine/lines.ts";
import { type Redacted, redacted } from "../redaction/redacted.ts";

/** One place at which a rule fired. The secret is closed; the text around it is gone. */
export interface Hit {
  /** As in the rules' config. */
  readonly ruleId: string;
  /** Empty for the message of a commit or tag. */
  readonly path: string;
  /** Empty outside of history. */
  readonly commit: string;
  /** Absent where a name or a message matched. */
  readonly location?: Location;
  /** Absent where the name matched. */
  readonly secret?: Redacted;
  /** The line that gitleaks names; part of its fingerprint. */
  readonly line: number;
  readonly marked: boolean;
  readonly checksumHolds?: boolean;
  readonly tags: readonly string[];
  readonly authoredAt?: string;
}

export function toHit(candidate: Candidate, authoredAt: string | undefined): Hit {
  const { fragment, start, end } = candidate;
  const location =
    fragment.path === ""
      ? undefined
      : start < 0
        ? { path: fragment.path, ...commitOf(fragment.commit) }
        : locate(candidate, start, end);
  return {
    ruleId: candidate.ruleId,
    path: fragment.path,
    commit: fragment.commit,
    line: candidate.startLine,
    marked: candidate.marked,
    tags: candidate.tags,
    ...(location === undefined ? {} : { location }),
    ...(start < 0 ? {} : { secret: redacted(candidate.secret) }),
    ...(candidate.checksumHolds === undefined ? {} : { checksumHolds: candidate.checksumHolds }),
    ...(authoredAt === undefined ? {} : { authoredAt }),
  };
}

/** The secret itself where it stands in plain text inside the match, else the whole match. */
function locate(candidate: Candidate, start: number, end: number): Location {
  const { fragment, secret } = candidate;
  const within = secret === "" ? -1 : fragment.text.slice(start, end + 1).indexOf(secret);
  const from = within < 0 ? start : start + within;
  const to = within < 0 ? Math.max(end, start + 1) : from + secret.length;
  const lines = linesOf(fragment.text);
  const place = (offset: number) => {
    const line = lines.before(offset);
    const shift = line === 0 ? (fragment.startColumn ?? 0) : 0;
    return { line: fragment.startLine + line, column: lines.columnOf(offset) + shift + 1 };
  };
  const first = place(from);
  // The end is exclusive; a final newline must not push it to the next line.
  const last = place(to - 1);
  return {
    path: fragment.path,
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column + 1,
    ...commitOf(fragment.commit),
  };
}

function commitOf(commit: string): { readonly commit?: string } {
  return commit === "" ? {} : { commit };
}
