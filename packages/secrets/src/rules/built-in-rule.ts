import type { Severity } from "@assay/core";
import type { AcceptQuestion } from "../engine/rule-set.ts";

/** One of Assay's built-in rules, written from the provider's published token format. */
export interface BuiltInRule {
  /** That of gitleaks' rule for the same token, where there is one; the finding's rule is `secrets.<id>`. */
  readonly id: string;
  /** Its id in earlier versions: still understood, and fingerprints are still made from it. */
  readonly formerId?: string;
  /** Ids of gitleaks' rules for the same token, beside `id`. */
  readonly gitleaksIds?: readonly string[];
  /** What it finds, as a noun phrase: "GitHub personal access token". */
  readonly title: string;
  /** Go's syntax (https://pkg.go.dev/regexp/syntax); the first group is the secret. */
  readonly regex: string;
  /** Lower-case; one of them stands in every text that the expression matches. */
  readonly keywords: readonly string[];
  readonly severity: Severity;
  /** How to revoke it, as one or two sentences in Markdown. */
  readonly help: string;
  /** Bits per character that the secret must exceed. */
  readonly entropy?: number;
  /** A checksum that the provider puts into the token. */
  readonly verify?: (secret: string) => boolean;
  readonly allow?: BuiltInAllowlist;
  /** The last word on a match, where an expression can't tell. */
  readonly accept?: (question: AcceptQuestion) => boolean;
  /** `accept` looks at the text around the match, which the real gitleaks does not show. */
  readonly nativeOnly?: boolean;
}

/** Values that are no secrets although they look like one. Go's syntax again. */
export interface BuiltInAllowlist {
  /** Of the secret. */
  readonly regexes?: readonly string[];
  /** Of the whole match. */
  readonly matches?: readonly string[];
  readonly stopwords?: readonly string[];
  readonly paths?: readonly string[];
}

/** A token that is known by its own form. It must not go on where it ends. */
export function token(body: string): string {
  return `\\b(${body})(?:[^0-9A-Za-z_-]|$)`;
}

/** A value without a form of its own, given to something whose name says what it is. */
export function assigned(names: string, body: string): string {
  return `(?i:${names})[\\w.-]{0,20}["'\`]?[ \\t]{0,4}(?:=>|:=|=|:|,)[ \\t]{0,4}["'\`]?(${body})(?:[^0-9A-Za-z_/+=-]|$)`;
}

/** Every other id by which a rule is known. */
export function aliasesOf({ formerId, gitleaksIds = [] }: BuiltInRule): readonly string[] {
  return [...(formerId === undefined ? [] : [formerId]), ...gitleaksIds];
}
