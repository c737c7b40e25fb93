import { yamlText } from "../text/yaml-text.ts";
import type { Evidence, Finding } from "./finding.ts";

const REVIEW_AFTER = 180 * 24 * 60 * 60 * 1000;
/** A glob means more than itself then. */
const IS_GLOB = /[*?[\]{}()!+@\\]/;

/**
 * The entry of the config file that accepts this finding and no other, to be copied: by rule and fingerprint, and by path for whoever
 * reads it.
 *
 * @param today by the machine's time: the entry holds for half a year from then
 */
export function suppressionToPaste(
  { ruleId, fingerprint, location }: Pick<Finding, "ruleId" | "fingerprint" | "location">,
  today: Date,
): Evidence {
  const expires = new Date(today.getTime() + REVIEW_AFTER).toISOString().slice(0, 10);
  const path = location === undefined || IS_GLOB.test(location.path) ? undefined : location.path;
  const lines = [
    "suppressions:",
    `  - rule: ${yamlText(ruleId)}`,
    ...(path === undefined ? [] : [`    path: ${yamlText(path)}`]),
    `    fingerprint: ${yamlText(fingerprint)}`,
    '    reason: "why it is acceptable"',
    '    owner: "who answers for it"',
    `    expires: ${yamlText(expires)}`,
  ];
  return { label: "Entry to paste", value: lines.join("\n"), verbatim: true };
}
