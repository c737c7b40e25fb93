import type { ActSummary, CheckError, CheckSummary, Outcome, Report } from "@assay/core";
import { clip, codeMarkdown, escapeMarkdown, plural } from "@assay/core";
import { commitUrl, ownAddresses } from "./links.ts";
import { cell, line, linkedCode, pageLink } from "./markdown-text.ts";
import { countsOf, inspectedOf, isActOnly, nextStep, OUTCOME_WORDS } from "./phrases.ts";

/** What stands above the findings, and below them. Each piece ends in a line break. */

const MARKS: Readonly<Record<Outcome, string>> = { pass: "✅", fail: "❌", error: "⚠️" };

/** The verdict as a heading: it stands first in every place. */
export function verdict({ outcome, command, subject, headline }: Report): string {
  const folder = subject.workingDirectory;
  const where = folder === "." ? "" : ` in ${codeMarkdown(clip(folder, 80))}`;
  return `## ${MARKS[outcome]} Assay ${escapeMarkdown(clip(command, 60))}${where}: ${line(headline)}\n\n`;
}

export function checksTable(report: Report): string {
  const { checks, acts } = report;
  if (isActOnly(report)) {
    const rows = acts.map(
      (act) =>
        `| ${cell(act.title)} | ${MARKS[act.outcome]} ${OUTCOME_WORDS[act.outcome]} | ${actCounts(act)} | ${cell(inspectedOf(act))} |\n`,
    );
    return `| What | Result | Done | Looked at |\n|---|---|---|---|\n${rows.join("")}\n`;
  }
  const rows = [
    ...checks.map((check) =>
      row(
        check,
        countsOf(check),
        String(check.suppressed),
        `${cell(inspectedOf(check))}${skippedNote(check)}`,
      ),
    ),
    ...acts.map((act) => row(act, actCounts(act), "–", cell(inspectedOf(act)))),
  ];
  return `| Check | Result | Open findings | Suppressed | Looked at |\n|---|---|---|---:|---|\n${rows.join("")}\n`;
}

function row(
  { title, outcome }: Pick<CheckSummary, "title" | "outcome">,
  counts: string,
  suppressed: string,
  covered: string,
): string {
  return `| ${cell(title)} | ${MARKS[outcome]} ${OUTCOME_WORDS[outcome]} | ${counts} | ${suppressed} | ${covered} |\n`;
}

function actCounts({ records, failures }: ActSummary): string {
  const failed = failures.length === 0 ? "" : `, ${failures.length} failed`;
  return `${plural(records.length, "record")}${failed}`;
}

/** Why checks and acts could not do their work: above all findings, for the other numbers mean less then. */
export function errorList(report: Report): string {
  const items = [
    ...report.checks.flatMap(({ title, error }) => {
      if (error === undefined) return [];
      const problems = (error.problems ?? [])
        .slice(0, 20)
        .map((text) => `  - ${line(text)}${quote(error, text)}\n`);
      return [
        `- **${cell(title)}** could not do its work: ${line(error.message)}.${quote(error, error.message)}${hintOf(error.hint)}\n${problems.join("")}`,
      ];
    }),
    ...report.acts.flatMap(({ title, failures }) =>
      failures.map(
        ({ item, message, hint, ruleId }) =>
          `- **${cell(title)}** of ${codeMarkdown(clip(item, 120))} failed: ${line(message)} (${linkedCode(ruleId, report.rules[ruleId]?.helpUri)})${hintOf(hint)}\n`,
      ),
    ),
  ];
  return items.length === 0 ? "" : `${items.join("")}\n`;
}

/** The line of source that a problem is about. */
function quote({ places = [] }: CheckError, problem: string): string {
  const text = places.find((place) => place.problem === problem)?.location.excerpt?.text;
  return text === undefined ? "" : `<br>${codeMarkdown(text)}`;
}

function hintOf(hint: string | undefined): string {
  return hint === undefined ? "" : ` ${line(hint)}`;
}

export function nextLine(report: Report): string {
  const step = nextStep(report);
  return step === undefined ? "" : `**Next:** ${line(step, ownAddresses(report))}\n\n`;
}

export function footer(report: Report): string {
  const { subject, tool, failOn, settings, generatedAt } = report;
  const { commit, repository, runUrl } = subject;
  const sources = settings.sources.map(({ what, path, from }) => {
    const origin = from === "base" ? " (of the base branch)" : "";
    return `${escapeMarkdown(clip(what, 40))} ${codeMarkdown(clip(path, 80))}${origin}`;
  });
  const parts = [
    `Assay ${escapeMarkdown(clip(tool.version, 40))}`,
    ...(isActOnly(report) ? [] : [codeMarkdown(`fail-on: ${failOn}`)]),
    ...(repository === undefined ? [] : [codeMarkdown(clip(repository, 120))]),
    ...(commit === undefined
      ? []
      : [`commit ${linkedCode(commit.slice(0, 12), commitUrl(subject))}`]),
    ...[subject.ref, subject.event].flatMap((fact) =>
      fact === undefined ? [] : [codeMarkdown(clip(fact, 120))],
    ),
    ...sources.slice(0, 4),
    ...[pageLink("run", runUrl)].filter((page) => page !== undefined),
    escapeMarkdown(generatedAt),
  ];
  return `<sub>${parts.join(" · ")}</sub>\n`;
}

function skippedNote({ coverage }: CheckSummary): string {
  return coverage.skipped.length === 0 ? "" : `; ${coverage.skipped.length} skipped`;
}
