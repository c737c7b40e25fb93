import type { Rule } from "@assay/core";

const rule = (
  id: string,
  severity: Rule["severity"],
  title: string,
  description: string,
  help: string,
): Rule => ({ id: `dependencies.${id}`, title, description, help, severity });

/** Of ignores and VEX. */
export const EXCEPTION_RULES: readonly Rule[] = [
  rule(
    "ignore-expired",
    "medium",
    "An ignore that has expired",
    "The entry no longer holds, so what it covered counts again.",
    "Update the package, or look at the advisory again and move the entry's day with a fresh reason.",
  ),
  rule(
    "ignore-expiring",
    "low",
    "An ignore that expires soon",
    "What the entry covers counts again after that day.",
    "Update the package before that. `dependencies.ignore-policy.warn-before` says how early this is reported.",
  ),
  rule(
    "ignore-unused",
    "low",
    "An ignore that nothing needs",
    "No package has the advisory that the entry names. It would hide a later one that nobody has looked at.",
    "Remove the entry.",
  ),
  rule(
    "ignore-too-long",
    "low",
    "An ignore that lasts too long",
    "The entry ends after the longest life of its severity, or after the day on which the fix is due. It does not hold.",
    "Choose an earlier day, or let somebody else than the owner agree under `approved-by`.",
  ),
  rule(
    "ignore-unapproved",
    "high",
    "An ignore of malware without two reviewers",
    "Malware is accepted only where two people beside the owner agree. The entry does not hold.",
    "Remove the package. Where the report is wrong, name two reviewers under `approved-by` of an entry in `dependencies.ignores`.",
  ),
  rule(
    "ignore-incomplete",
    "low",
    "An ignore of another tool without a reason or an expiry",
    "The entry holds, but nobody knows why, or until when.",
    "Add what is missing, or move the entry to `dependencies.ignores`. With `dependencies.ignore-policy.without-expiry: refuse` it does not hold.",
  ),
  rule(
    "ignore-faulty",
    "low",
    "An ignore of another tool that can't be applied",
    "The file or the entry is broken, or has conditions that are not understood. Applied without them it would hide more than it says.",
    "Correct it, or write the entry under `dependencies.ignores`.",
  ),
  rule(
    "ignore-added",
    "low",
    "Ignores that the change itself brings",
    "An `osv-scanner.toml` below the root, or a VEX document that the settings name, is new or other than at the base of the change, and decides over what that brings in.",
    "Read what it forgives. The usual files of the root are reported as `settings.loosened`.",
  ),
  rule(
    "vex-faulty",
    "low",
    "A VEX statement that does not count",
    "The document or the statement lacks what its format asks for, such as the justification of `not_affected`, or is about malware.",
    "Correct it. Where it can't be corrected, write an entry under `dependencies.ignores`.",
  ),
  rule(
    "vex-untrusted",
    "low",
    "A VEX document without a signature that holds",
    "The settings say who must have signed VEX, and this document is not signed by them.",
    "Sign it with `assay sign` and put the bundle beside it, or take it out of `dependencies.vex`.",
  ),
];
