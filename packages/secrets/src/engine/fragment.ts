/** A piece of text to scan, with its place. */
export interface Fragment {
  /** Real characters: bytes were decoded as UTF-8 before. */
  readonly text: string;
  /** Relative to the root, `/` separators; empty for a commit message. */
  readonly path: string;
  /** Full SHA, or empty outside of history. */
  readonly commit: string;
  /** The line of the file on which the text begins, from 1. 0: look at the name alone. */
  readonly startLine: number;
  /** UTF-16 units of that line before the text: not 0 only where one long line was cut. */
  readonly startColumn?: number;
}

/** A hit of one rule, before it becomes a finding. Holds plain text: it never leaves this package. */
export interface Candidate {
  readonly ruleId: string;
  readonly fragment: Fragment;
  /** The whole match, newlines trimmed at both ends. */
  readonly match: string;
  readonly secret: string;
  readonly entropy: number;
  /** UTF-16 offsets of the match in the fragment's text. -1: the name matched. */
  readonly start: number;
  readonly end: number;
  /** Of the file; 0 where the name matched. */
  readonly startLine: number;
  /** The lines that the match touches, without the newlines around them. */
  readonly line: string;
  /** A `gitleaks:allow` stands on one of these lines. */
  readonly marked: boolean;
  /** Whether the provider's checksum inside the token is right; absent where the rule knows none. */
  readonly checksumHolds?: boolean;
  /** `decoded:base64`, `decode-depth:1`, and the rule's own. */
  readonly tags: readonly string[];
}

/** Bytes as latin1 to real characters. Only text beyond ASCII is copied; what is no UTF-8 becomes U+FFFD. */
export function decodeUtf8(latin1: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the question is whether a byte is beyond ASCII.
  return /[^\x00-\x7f]/.test(latin1) ? Buffer.from(latin1, "latin1").toString("utf8") : latin1;
}
