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
    "Update the package, or look at the advisory again and renew the entry.",
  ),
  rule(
    "ignore-expiring",
    "low",
    "An ignore that expires soon",
    "What the entry covers counts again after that day.",
    "Update the package before that.",
  ),
  rule(
    "ignore-unused",
    "low",
    "An ignore that nothing needs",
    "No package has the advisory that the entry names.",
    "Remove the entry.",
  ),
  rule(
    "ignore-too-long",
    "low",
    "An ignore that lasts too long",
    "The entry ends later than its severity allows, or than the fix is due. It does not hold.",
    "Choose an earlier day, or have somebody beside the owner agree under `approved-by`.",
  ),
  rule(
    "ignore-unapproved",
    "high",
    "An ignore of malware without two reviewers",
    "Malware is accepted only where two people beside the owner agree. The entry does not hold.",
    "Remove the package. If the report is wrong, name two reviewers under `approved-by` in `dependencies.ignores`.",
  ),
  rule(
    "ignore-incomplete",
    "low",
    "An ignore of another tool without a reason or an expiry",
    "The entry holds, but nobody knows why, or until when.",
    "Add what is missing, or move the entry to `dependencies.ignores`.",
  ),
  rule(
    "ignore-faulty",
    "low",
    "An ignore of another tool that can't be applied",
    "The file or the entry is broken, or has conditions that are not understood.",
    "Correct it, or write the entry under `dependencies.ignores`.",
  ),
  rule(
    "ignore-added",
    "low",
    "Ignores that the change itself brings",
    "The change brings or alters an `osv-scanner.toml` below the root, or a VEX document that the settings name.",
    "Read what it accepts. Files of the root are reported as `settings.loosened`.",
  ),
  rule(
    "vex-faulty",
    "low",
    "A VEX statement that does not count",
    "It lacks what its format asks for, such as a justification of `not_affected`, or is about malware.",
    "Correct it, or write an entry under `dependencies.ignores`.",
  ),
  rule(
    "vex-untrusted",
    "low",
    "A VEX document without a signature that holds",
    "This document is not signed by whom the settings name.",
    "Sign it with `assay sign`, or take it out of `dependencies.vex`.",
  ),
];
