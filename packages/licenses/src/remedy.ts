import { type Clock, type Evidence, type Subject, yamlText } from "@assay/core";
import type { DeclaredLicense } from "@assay/spdx";
import { displayName } from "./packages.ts";

const REVIEW_AFTER = 180 * 24 * 60 * 60 * 1000;
/** A pin of this length would be no pin that anybody reads. */
const MAX_PIN = 1024;

/** An exception to paste into the config file, for this version and this licence. */
export function exceptionToPaste(
  subject: Subject,
  license: DeclaredLicense,
  clock: Clock,
): readonly Evidence[] {
  if (license.text.length > MAX_PIN) return [];
  const expires = new Date(clock.now().getTime() + REVIEW_AFTER).toISOString().slice(0, 10);
  return entryToPaste("Exception", [
    `package: ${yamlText(displayName(subject))}`,
    `license: ${yamlText(license.text === "" ? "NOASSERTION" : license.text)}`,
    'reason: "why it is acceptable"',
    'owner: "who answers for it"',
    `expires: ${yamlText(expires)}`,
  ]);
}

/** A clarification to paste for a licence that stands in a file. */
export function clarificationToPaste(
  subject: Subject,
  file: string | undefined,
): readonly Evidence[] {
  if (file !== undefined && file.length > MAX_PIN) return [];
  return entryToPaste("Clarification", [
    `package: ${yamlText(displayName(subject))}`,
    'license: "what the file says, as an SPDX expression"',
    "files:",
    `  - path: ${yamlText(file ?? "LICENSE")}`,
    '    sha256: "its SHA-256"',
    'reason: "how it was found out"',
  ]);
}

/** Block style under the whole path of keys: it can be pasted into an empty file, or its entry into a list. */
function entryToPaste(kind: string, fields: readonly string[]): readonly Evidence[] {
  const entry = fields.map((field, index) => `    ${index === 0 ? "- " : "  "}${field}`);
  const value = ["licenses:", `  ${kind.toLowerCase()}s:`, ...entry].join("\n");
  return [{ label: `${kind} to paste`, value, verbatim: true }];
}
