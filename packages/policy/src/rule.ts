import type { Rule, Severity } from "@assay/core";
import type { PolicyRepository } from "./repository.ts";

/** What a rule serves elsewhere: clauses of frameworks, and the rules of other tools that look at the same. */
export interface Sources {
  /** OpenSSF OSPS baseline v2026.02.19: `BR-01.01`. */
  readonly osps?: readonly string[];
  /** SLSA v1: `build-3`. */
  readonly slsa?: readonly string[];
  /** NIST SP 800-218: `PW.4`. */
  readonly ssdf?: readonly string[];
  /** Regulation (EU) 2024/2847, Annex I: `II(1)`. */
  readonly cra?: readonly string[];
  /** An audit of zizmor: `unpinned-uses`. */
  readonly zizmor?: readonly string[];
  /** A check of OpenSSF Scorecard: `Pinned-Dependencies`. */
  readonly scorecard?: readonly string[];
}

/** Text to put in the place of `start` to `end` (offsets in the file's text, UTF-16 code units). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines and columns from 1, in UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** One place where a rule is not kept. Those of one rule and file are reported as one finding. */
export interface Violation {
  /** The file it is in, or the one that is missing; none for a setting of the server. */
  readonly path?: string;
  /** None where the file as a whole, or its absence, is meant. */
  readonly place?: Place;
  /** What was found and what is allowed, as a sentence with a full stop. */
  readonly message: string;
  /** What it is about, without line, version or commit, such as `build/checkout`: tells it apart within the file, and is the same in the base. */
  readonly key: string;
  /** That of the rule where it is not given. */
  readonly severity?: Severity;
  /** That of the rule where it is not given. Low ones are guesses: reported with severity `info`, and nothing is decided by them. */
  readonly confidence?: Confidence;
  /** The base is known to have it, though the rule does not find it there. */
  readonly inBase?: true;
  /** What to do here, more exactly than the rule's `help`. */
  readonly remediation?: string;
  /** Changes of `path` that fix it, not overlapping; only where the repository has an `editor`. */
  readonly edits?: readonly Edit[] | undefined;
}

export type Confidence = "high" | "medium" | "low";

/** What a rule says of a repository. */
export interface Judgement {
  readonly violations: readonly Violation[];
  /** How many things it looked at; 0: there is nothing that it applies to, as a rule for workflows has nothing to do without one. */
  readonly looked: number;
  /** What could not be evaluated, and why, each as a sentence. With no violation the rule counts as not evaluated, never as kept. */
  readonly unknown?: readonly string[];
}

export interface PolicyRule extends Rule {
  readonly sources: Sources;
  /** `api`: only the server can tell; without a token it is not evaluated. */
  readonly decidedBy: "files" | "api";
  readonly confidence: Confidence;
  /** It has `edits` where it can: `assay policy fix` applies them. */
  readonly fixes?: boolean;
  judge(repository: PolicyRepository): Judgement | Promise<Judgement>;
}

/** Keeps the literal types of a declaration. */
export function defineRule<const R extends PolicyRule>(rule: R): R {
  return rule;
}

/** Nothing that the rule applies to. */
export const NOTHING: Judgement = { violations: [], looked: 0 };
