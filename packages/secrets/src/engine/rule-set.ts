import type { TranslatedRegex } from "../regex/translate.ts";

/** Where an allowlist's regexes look. */
export type RegexTarget = "secret" | "match" | "line";

/** A list of reasons to drop a finding. */
export interface Allowlist {
  readonly description: string;
  /** `any`: one reason is enough. `all`: every kind of reason that the list has must hold. */
  readonly condition: "any" | "all";
  /** Lower-case full SHAs. */
  readonly commits: readonly string[];
  readonly paths: readonly TranslatedRegex[];
  readonly regexTarget: RegexTarget;
  readonly regexes: readonly TranslatedRegex[];
  /** Lower-case; a secret that contains one is dropped. */
  readonly stopwords: readonly string[];
}

/** Another rule that must fire nearby for this one to count. */
export interface RequiredRule {
  readonly ruleId: string;
  readonly withinLines?: number;
  readonly withinColumns?: number;
}

/** A match, for a rule that decides itself whether it is one. */
export interface AcceptQuestion {
  readonly secret: string;
  /** The whole match, newlines trimmed at both ends. */
  readonly match: string;
  /** Relative to the root, `/` separators; empty for a commit message. */
  readonly path: string;
  /** Where the match stands: the offset at which it begins in this text. */
  readonly text: string;
  readonly start: number;
  /** The match stands in text that was decoded. */
  readonly decoded: boolean;
}

export interface SecretRule {
  /** As in the config: `github-pat`, without `secrets.`. */
  readonly id: string;
  /** Other ids by which configurations and ignore files may name it; only built-in rules have them. */
  readonly aliases?: readonly string[];
  /** The id that goes into fingerprints, where it is not `id`: a renamed rule keeps its findings' fingerprints. */
  readonly fingerprintId?: string;
  readonly description: string;
  readonly regex?: TranslatedRegex;
  /** The file's path must match too; alone it makes the rule fire on the name. */
  readonly path?: TranslatedRegex;
  /** 0: the first group that matched something. */
  readonly secretGroup: number;
  /** 0: not looked at. */
  readonly entropy: number;
  /** Lower-case. None: the rule looks at every text. */
  readonly keywords: readonly string[];
  readonly tags: readonly string[];
  readonly allowlists: readonly Allowlist[];
  readonly required: readonly RequiredRule[];
  /** The rule only serves as a part of others. */
  readonly skipReport: boolean;
  /** A check on the secret itself that no expression can do: whether the provider's checksum is right. */
  readonly verify?: (secret: string) => boolean;
  /** The last word on a match, where an expression can't tell whether it is one. Only built-in rules have it. */
  readonly accept?: (question: AcceptQuestion) => boolean;
}

export interface RuleSet {
  /** Sorted by id. */
  readonly rules: readonly SecretRule[];
  readonly allowlists: readonly Allowlist[];
  /** gitleaks joins an allowlist's patterns, so that an inline flag of one reaches all later ones; kept for its configs. */
  readonly joinedAllowlists: boolean;
  /** Some rules came from the user: their expressions run under a time limit. */
  readonly custom: boolean;
  /** Where the rules came from, for people: `the built-in rules`, `.gitleaks.toml`. */
  readonly origin: string;
}
