import { type ConfigSection, PROJECT_URL } from "@assay/core";
import { DEFAULT_CHECKS } from "@assay/suite";
import { commandText } from "../command-texts.ts";
import type { RepositoryFacts } from "./detect.ts";

/** Checks that look at the packages of lockfiles and at nothing else. */
const NEED_LOCKFILES: ReadonlySet<string> = new Set(["sbom", "licenses"]);

/** Where the report of the first run goes that later ones are compared with. */
export const BASELINE = ".github/assay-baseline.json";

/** `assay.yml`: what holds is written out, everything else stands there as a comment. */
export function configTemplate(
  facts: Pick<RepositoryFacts, "lockfiles" | "unread" | "owner">,
  sections: readonly ConfigSection[],
): string {
  const owner = JSON.stringify(facts.owner ?? "@your-org/security");
  return `# The settings of Assay. Every key is optional; all: ${PROJECT_URL}/blob/main/docs/reference/config.md
${lockfileComment(facts)}
version: 1

checks:
${DEFAULT_CHECKS.map((name) => checkLine(name, facts)).join("\n")}

# The least severity of a finding that fails the run: critical, high, medium, low, info or never.
fail-on: medium

# To start from what is found today without fixing all of it at once: write a report once
# (check . --format json > ${BASELINE}), commit it, and name it here. What is in it is
# reported and does not fail the run, until its fix is due.
# baseline: ${BASELINE}

# Findings that are accepted for a time. An unused or expired entry is a finding itself.
# suppressions:
#   - rule: licenses.denied
#     package: example-package
#     reason: Why it is acceptable.
#     owner: ${owner}
#     expires: "2027-06-30"

# When an answer and when a fix of a finding are due, by severity.
# slo:
#   critical: { answer: 24h, fix: 7d }
#   high: { answer: 48h, fix: 14d }

# report:
#   formats: [json, sarif, html]
${sections.map(commentedSection).join("")}`;
}

function lockfileComment({
  lockfiles,
  unread,
}: Pick<RepositoryFacts, "lockfiles" | "unread">): string {
  const lines = [
    lockfiles.length === 0
      ? unread.length === 0
        ? "No lockfile was found: the checks that need one are switched off below."
        : "No lockfile was found that this version reads; what is not known is reported."
      : `Lockfiles that were found: ${lockfiles.slice(0, 20).map(oneLine).join(", ")}.`,
    ...unread
      .slice(0, 20)
      .map(({ item, reason }) => `Not read: ${oneLine(item)} (${oneLine(reason)}).`),
  ];
  return lines.map((line) => `# ${line}`).join("\n");
}

/** A check that would only report that there is nothing for it stands there as a comment. */
function checkLine(
  name: string,
  { lockfiles, unread }: Pick<RepositoryFacts, "lockfiles" | "unread">,
): string {
  const hasPackages = lockfiles.length > 0 || unread.length > 0;
  return hasPackages || !NEED_LOCKFILES.has(name)
    ? `  - ${name}`
    : `  # - ${name} # needs a lockfile`;
}

function commentedSection({ key, description, example }: ConfigSection): string {
  const lines = commandText(example)
    .trimEnd()
    .split("\n")
    .map((line) => `#   ${line}`.trimEnd());
  return ["", `# ${commandText(description)}`, `# ${key}:`, ...lines, ""].join("\n");
}

/** A file may have any name; it must not end the comment that it is named in. */
function oneLine(text: string): string {
  return text.replace(/\p{C}+/gu, " ");
}
