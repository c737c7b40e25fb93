import type { Severity } from "./severity.ts";

/** Everything that is known of a rule before it fires: SARIF help, docs and `assay explain` are made from it. */
export interface Rule {
  /** `<check>.<kebab-case name>`, such as `licenses.denied`. */
  readonly id: string;
  /** A noun phrase of at most 80 characters. */
  readonly title: string;
  /** Why it matters, in one to three sentences. */
  readonly description: string;
  /** How to fix it, in Markdown. */
  readonly help: string;
  readonly severity: Severity;
  readonly tags?: readonly string[];
  /** Earlier and other names by which people may ask for it. */
  readonly aliases?: readonly string[];
  /** The page that describes it; set in reports. */
  readonly helpUri?: string;
}

export type RuleCatalog = Readonly<Record<string, Rule>>;

/** Keys a list of rules by their id. */
export function catalog(rules: readonly Rule[]): RuleCatalog {
  return Object.fromEntries(rules.map((rule) => [rule.id, rule]));
}
