import type { Evidence } from "@assay/core";
import type { Judgement } from "./judge.ts";
import type { Statement } from "./statements.ts";
import { shown } from "./wording.ts";

const MAX_TERMS = 20;
const SOURCE_NAMES = {
  clarification: "a clarification of the config file",
  lockfile: "the lockfile",
  manifest: "the installed package",
} as const;

/** The licence, a label for each of its terms, and who said so. */
export function termEvidence({ statement, evaluation }: Judgement): readonly Evidence[] {
  const told = evaluation.terms.slice(0, MAX_TERMS);
  const more = evaluation.terms.length - told.length;
  return [
    sourceEvidence(statement),
    ...told.map((term) => ({
      label: shown(term.text) || "(nothing)",
      value: `${term.verdict === "unknown" ? "unknown: " : ""}${shown(term.reason)}`,
    })),
    ...(more > 0 ? [{ label: "…", value: `and ${more} more terms` }] : []),
  ];
}

/** What was declared, and who said so. */
export function sourceEvidence({ license, source: from, location }: Statement): Evidence {
  return {
    label: "licence",
    value: `${shown(license.text) || "(nothing)"}, says ${SOURCE_NAMES[from]} (${location.path})`,
  };
}

/** What would allow the terms that are denied, as sentences with a blank behind each. */
export function hintText({ evaluation }: Judgement): string {
  const all = evaluation.terms.flatMap((term) => (term.hint === undefined ? [] : [term.hint]));
  return [...new Set(all)]
    .slice(0, 3)
    .map((hint) => `${hint} `)
    .join("");
}
