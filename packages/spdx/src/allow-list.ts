import { nearest, UsageError } from "@assay/core";
import type { LicenseTerm, ReferenceTerm } from "./expression.ts";
import { printForm, printTerm } from "./expression.ts";
import { LICENSE_IDS } from "./identifiers.ts";
import { legacyLicense } from "./legacy.ts";
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
 */
export function loadAllowList(entries: readonly string[]): AllowList {
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
      problems.push(term);
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
    const meant = legacyLicense(text) ?? nearest(text.trim(), LICENSE_IDS);
    const suggestion = meant === undefined ? "" : `; did you mean "${meant}"?`;
    return `${name} is not allowed: ${parsed.problem.message}${suggestion}`;
  }
  const { expression } = parsed;
  if (expression.kind === "license" || expression.kind === "reference") return expression;
  if (expression.kind === "and" || expression.kind === "or") {
    return `${name} joins licences with ${expression.kind.toUpperCase()}; give each licence an entry of its own`;
  }
  return `${name} is not a licence`;
}
