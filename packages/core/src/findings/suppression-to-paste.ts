import { yamlText } from "../text/yaml-text.ts";
import { reviewDay } from "./expiry.ts";
import type { Evidence, Finding } from "./finding.ts";

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
  const path = location === undefined || IS_GLOB.test(location.path) ? undefined : location.path;
  const lines = [
    "suppressions:",
    `  - rule: ${yamlText(ruleId)}`,
    ...(path === undefined ? [] : [`    path: ${yamlText(path)}`]),
    `    fingerprint: ${yamlText(fingerprint)}`,
    '    reason: "why it is acceptable"',
    '    owner: "who answers for it"',
    `    expires: ${yamlText(reviewDay(today))}`,
  ];
  return { label: "Entry to paste", value: lines.join("\n"), verbatim: true };
}
