import { type Clock, type Evidence, reviewDay, type Subject, yamlText } from "@assay/core";
import type { AuditedPackage } from "./audit.ts";
import { displayName } from "./packages.ts";

/** A pin of this length would be no pin that anybody reads. */
const MAX_PIN = 1024;

/**
 * The exception to paste into the config file, an entry for each licence that is objected to. It pins the licence and no version:
 * the next update needs no new entry, and another licence voids it. Reports join the entries of a group.
 */
export function exceptionToPaste(
  { audited, judgement }: Pick<AuditedPackage, "audited" | "judgement">,
  clock: Clock,
): readonly Evidence[] {
  const pins = judgement.objectionable
    .filter(({ license }) => license.text.length <= MAX_PIN)
    .map(({ license }) => (license.text === "" ? "NOASSERTION" : license.text));
  const entries = [...new Set(pins)].map((pin) => [
    `package: ${yamlText(audited.subject.name)}`,
    `license: ${yamlText(pin)}`,
    'reason: "why it is acceptable"',
    'owner: "who answers for it"',
    `expires: ${yamlText(reviewDay(clock.wall()))}`,
  ]);
  return entries.length === 0 ? [] : entriesToPaste("Exception", entries);
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
  return [{ label: `${kind} to paste`, value, verbatim: true }];
}
