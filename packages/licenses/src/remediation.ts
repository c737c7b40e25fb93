import { type Clock, type Evidence, type Subject, yamlText } from "@assay/core";
import type { AuditedPackage } from "./audit.ts";
import { displayName } from "./packages.ts";

const REVIEW_AFTER = 180 * 24 * 60 * 60 * 1000;
/** A pin of this length would be no pin that anybody reads. */
const MAX_PIN = 1024;

/** More entries at once nobody reads before pasting them. */
const MAX_ENTRIES = 30;

/**
 * Exceptions to paste into the config file, one a package name. They pin the licence and no version: the next update needs no
 * new entry, and another licence voids it.
 */
export function exceptionsToPaste(
  packages: readonly Pick<AuditedPackage, "audited" | "judgement">[],
  clock: Clock,
): readonly Evidence[] {
  const expires = new Date(clock.now().getTime() + REVIEW_AFTER).toISOString().slice(0, 10);
  const entries = new Map<string, readonly string[]>();
  for (const { audited, judgement } of packages) {
    for (const { license } of judgement.objectionable) {
      if (license.text.length > MAX_PIN || entries.size === MAX_ENTRIES) continue;
      const pin = license.text === "" ? "NOASSERTION" : license.text;
      entries.set(`${audited.subject.name}\0${pin}`, [
        `package: ${yamlText(audited.subject.name)}`,
        `license: ${yamlText(pin)}`,
        'reason: "why it is acceptable"',
        'owner: "who answers for it"',
        `expires: ${yamlText(expires)}`,
      ]);
    }
  }
  return entries.size === 0 ? [] : entriesToPaste("Exception", [...entries.values()]);
}

/** A clarification to paste for a licence that stands in a file. */
export function clarificationToPaste(
  subject: Subject,
  file: string | undefined,
): readonly Evidence[] {
  if (file !== undefined && file.length > MAX_PIN) return [];
  return entriesToPaste("Clarification", [
    [
      `package: ${yamlText(displayName(subject))}`,
      'license: "what the file says, as an SPDX expression"',
      "files:",
      `  - path: ${yamlText(file ?? "LICENSE")}`,
      '    sha256: "its SHA-256"',
      'reason: "how it was found out"',
    ],
  ]);
}

/** Block style under the whole path of keys: it can be pasted into an empty file, or its entries into a list. */
function entriesToPaste(
  kind: string,
  entries: readonly (readonly string[])[],
): readonly Evidence[] {
  const lines = entries.flatMap((fields) =>
    fields.map((field, index) => `    ${index === 0 ? "- " : "  "}${field}`),
  );
  const value = ["licenses:", `  ${kind.toLowerCase()}s:`, ...lines].join("\n");
  return [{ label: `${kind}${entries.length === 1 ? "" : "s"} to paste`, value, verbatim: true }];
}
