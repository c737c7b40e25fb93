import { nearest, UsageError } from "@assay/core";
import type { LicenseTerm, ReferenceTerm } from "./expression.ts";
import { printForm, printTerm } from "./expression.ts";
import { LICENSE_IDS } from "./identifiers.ts";
import { legacyMeaning } from "./legacy.ts";
import { parseExpression } from "./parser.ts";

export interface AllowEntry {
  /** As the user means it, in canonical case and current ids. */
  readonly text: string;
  /** Its place in the list: the first entries are preferred where a package gives a choice. */
  readonly priority: number;
}

/** Look-up by the key of a form. An entry names exactly one form and is never a range. */
export interface AllowList {
  readonly entries: readonly AllowEntry[];
  readonly byKey: ReadonlyMap<string, AllowEntry>;
}

const MAX_SHOWN = 80;

/**
 * Reads the allow list of a policy: ids, ids with `+`, `WITH` forms and references, in any case. Deprecated ids are mapped.
 *
 * @throws UsageError for an empty list, and for entries that are unknown, legacy spellings or joined by AND or OR: all at once,
 * each with the nearest id. No entry is ever dropped.
 *
 * @param placeOf What stands before the message about an entry: where it is written, as `assay.yml:4:5: `.
 */
export function loadAllowList(
  entries: readonly string[],
  placeOf: (index: number) => string = () => "",
): AllowList {
  if (entries.length === 0) {
    throw new UsageError("The licence allow list is empty: no package could pass", {
      hint: "List the SPDX ids that you allow in `licenses.allow`, or leave the key out for the default list.",
    });
  }
  const list: AllowEntry[] = [];
  const byKey = new Map<string, AllowEntry>();
  const problems: string[] = [];
  for (const [priority, text] of entries.entries()) {
    const term = readEntry(text);
    if (typeof term === "string") {
      problems.push(`${placeOf(priority)}${term}`);
      continue;
    }
    const entry = {
      text: term.kind === "license" ? printForm(term.form) : printTerm(term),
      priority,
    };
    list.push(entry);
    const key = keyOf(term);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  const [first, ...others] = problems;
  if (first !== undefined) {
    throw new UsageError(first, {
      problems: others,
      hint: "An entry of `licenses.allow` is one SPDX id (https://spdx.org/licenses), an id WITH an exception, or a LicenseRef.",
    });
  }
  return { entries: list, byKey };
}

/** What two terms must have in common to be the same: the current form without regard to case. */
export function keyOf(term: LicenseTerm | ReferenceTerm): string {
  if (term.kind === "license") return printForm(term.form).toLowerCase();
  // The prefixes are case-sensitive, which the grammar has checked already.
  return printTerm(term).toLowerCase();
}

function readEntry(text: string): LicenseTerm | ReferenceTerm | string {
  const name = `The entry ${JSON.stringify(text.slice(0, MAX_SHOWN))} of the licence allow list`;
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    return `${name} is not allowed: ${parsed.problem.message}${whatInstead(text)}`;
  }
  const { expression } = parsed;
  if (expression.kind === "license" || expression.kind === "reference") return expression;
  if (expression.kind === "and" || expression.kind === "or") {
    return `${name} joins licences with ${expression.kind.toUpperCase()}; give each licence an entry of its own`;
  }
  return `${name} is not a licence`;
}

/** Whether the name of a licence can be an entry: then a policy may allow it for every package. */
export function canBeAllowed(text: string): boolean {
  return typeof readEntry(text) !== "string";
}

/** What to write in the place of an entry that is none. Nothing is proposed that means another thing. */
function whatInstead(text: string): string {
  const meaning = legacyMeaning(text);
  switch (meaning?.kind) {
    case "expression":
      return `; did you mean "${meaning.text}"?`;
    case "family":
      return `; it names no version: list each that you allow, such as ${meaning.members.slice(0, 3).join(", ")}`;
    case "ambiguous":
      return "; several licences have that name: list the SPDX id of each that you allow";
    case "denied":
      return `; ${meaning.reason}, and no entry allows that for every package: accept a package under \`licenses.exceptions\``;
    default: {
      const near = nearest(text.trim(), LICENSE_IDS);
      return near === undefined ? "" : `; did you mean "${near}"?`;
    }
  }
}
