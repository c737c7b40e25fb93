import { type Evidence, plural } from "@assay/core";
import type { PackageVerdict } from "./package-verdict.ts";
import type { Statement } from "./statements.ts";
import { shown } from "./text.ts";

const MAX_TERMS = 20;
const SOURCE_NAMES = {
  clarification: "a clarification of the config file",
  lockfile: "the lockfile",
  manifest: "the installed package",
} as const;

/** What was decided of each term where there are several, and who said so where that is not the lockfile. */
export function termEvidence({ statement, evaluation }: PackageVerdict): readonly Evidence[] {
  const source = statement.source === "lockfile" ? [] : [sourceEvidence(statement)];
  if (evaluation.terms.length < 2) return source;
  const listed = evaluation.terms.slice(0, MAX_TERMS);
  const more = evaluation.terms.length - listed.length;
  return [
    ...source,
    ...listed.map((term) => ({
      label: shown(term.text) || "(nothing)",
      value: `${term.verdict === "unknown" ? "unknown: " : ""}${shown(term.reason)}`,
    })),
    ...(more > 0 ? [{ label: "…", value: `and ${plural(more, "more term")}` }] : []),
  ];
}

/** What was declared, and who said so. */
export function sourceEvidence({ license, source: from, location }: Statement): Evidence {
  return {
    label: "Licence",
    value: `${shown(license.text) || "(nothing)"}, says ${SOURCE_NAMES[from]} (${location.path})`,
  };
}

/** What would allow the terms that are denied, as sentences with a blank behind each. */
export function hintText({ evaluation }: PackageVerdict): string {
  const all = evaluation.terms.flatMap((term) => (term.hint === undefined ? [] : [term.hint]));
  return [...new Set(all)]
    .slice(0, 3)
    .map((hint) => `${hint} `)
    .join("");
}
