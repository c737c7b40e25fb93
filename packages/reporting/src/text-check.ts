import type { CheckSummary, Outcome, Report, ReportedFinding } from "@assay/core";
import {
  addTo,
  clip,
  escapeControlCharacters,
  grouped,
  plural,
  sourceLines,
  wrap,
} from "@assay/core";
import { isBlocking, shownGroups, sizeOf } from "./groups.ts";
import { countsOf, coveredBy } from "./phrases.ts";
import { groupLines } from "./text-finding.ts";
import { bullet, MAX_TEXT, type Page, type Style } from "./text-layout.ts";

const MAX_GROUPS = 50;
const MAX_LISTED = 20;
const MAX_ROWS = 5;
/** Skipped items that are named for one reason. */
const MAX_NAMED = 3;

export const OUTCOME_STYLES: Readonly<Record<Outcome, Style>> = {
  pass: "green",
  fail: "red",
  error: "yellow",
};
export const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = {
  pass: "✓",
  fail: "✗",
  error: "!",
};

/** Everything that a terminal shows of one check. */
export function checkLines(report: Report, check: CheckSummary, page: Page): readonly string[] {
  const { paint, width } = page;
  const mark = paint(OUTCOME_STYLES[check.outcome], OUTCOME_MARKS[check.outcome]);
  const suppressed = check.suppressed === 0 ? "" : `; ${check.suppressed} suppressed`;
  const own = report.findings.filter((finding) => finding.check === check.check);
  return [
    `${mark} ${paint("bold", escapeControlCharacters(check.title))}: ${countsOf(check)}${suppressed}`,
    ...coverageLines(check, page),
    ...errorLines(check, page),
    ...check.notices.flatMap((notice) =>
      wrap(`Note: ${clip(escapeControlCharacters(notice), MAX_TEXT)}`, width, 2).map((line) =>
        paint("yellow", line),
      ),
    ),
    ...openLines(report, own, page),
    ...tableLines(check, page),
    ...suppressedLines(own, page),
    ...skippedLines(check, page),
  ];
}

export function coverageLines(
  check: Pick<CheckSummary, "coverage"> & Partial<CheckSummary>,
  { paint, width }: Page,
): readonly string[] {
  // Of a check that failed the error says it all.
  if (check.error !== undefined && Object.keys(check.coverage.inspected).length === 0) return [];
  const covered = escapeControlCharacters(coveredBy(check)).replace(/\.$/, "");
  return wrap(`Looked at: ${covered}.`, width, 2).map((line) => paint("dim", line));
}

function errorLines({ error }: CheckSummary, page: Page): readonly string[] {
  if (error === undefined) return [];
  const { message, problems = [], hint } = error;
  const quote = (problem: string) =>
    (error.places ?? [])
      .filter((place) => place.problem === problem)
      .flatMap(({ location }) => sourceLines(location, page.width - 4))
      .map((line) => page.paint("blue", `    ${line}`));
  return [
    ...wrap(`Error: ${escapeControlCharacters(message)}`, page.width, 2).map((line) =>
      page.paint("red", line),
    ),
    ...quote(message),
    ...problems.flatMap((problem) => [...bullet(problem, page), ...quote(problem)]),
    ...(hint === undefined ? [] : wrap(escapeControlCharacters(hint), page.width, 2)),
  ];
}

function openLines(report: Report, own: readonly ReportedFinding[], page: Page): readonly string[] {
  const groups = shownGroups(own.filter(({ status }) => status === "open"));
  // What fails the run comes first and is never left out.
  const shown = groups.slice(0, Math.max(MAX_GROUPS, groups.filter(isBlocking).length));
  const left = sizeOf(groups) - sizeOf(shown);
  return [
    ...shown.flatMap((group) => ["", ...groupLines(group, report.failOn, page)]),
    ...(left > 0
      ? ["", `  …and ${plural(left, "finding")} more: \`--format json\` lists all`]
      : []),
  ];
}

/** The columns are named once, and more than a glance is in the other reports. */
function tableLines({ tables }: CheckSummary, page: Page): readonly string[] {
  return tables.flatMap(({ title, open, columns, rows }) => {
    const items = rows.map((row) => row.filter((text) => text !== "").join("; "));
    const named = columns.map((column) => column.toLowerCase()).join("; ");
    // The title of an open table says how many there are of what.
    const head = open === true ? title : `${title}: ${grouped(rows.length)}`;
    return listLines(`${head} (${named})`, items, page, open === true ? MAX_LISTED : MAX_ROWS);
  });
}

function suppressedLines(own: readonly ReportedFinding[], page: Page): readonly string[] {
  const items = own
    .filter(({ status }) => status === "suppressed")
    .map(({ message, decisionReason }) => `${message}: ${decisionReason}`);
  return listLines(`Suppressed: ${plural(items.length, "finding")}`, items, page);
}

export function skippedLines(
  { coverage }: Pick<CheckSummary, "coverage">,
  page: Page,
): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { item, reason } of coverage.skipped) addTo(byReason, reason, item);
  const rows = [...byReason].map(([reason, items]) => {
    const more = items.length - MAX_NAMED;
    const rest = more > 0 ? ` and ${grouped(more)} more` : "";
    return `${items.slice(0, MAX_NAMED).join(", ")}${rest}: ${reason}`;
  });
  return listLines(`Not looked at: ${plural(coverage.skipped.length, "item")}`, rows, page);
}

function listLines(
  heading: string,
  items: readonly string[],
  page: Page,
  most = MAX_LISTED,
): readonly string[] {
  if (items.length === 0) return [];
  const left = items.length - most;
  return [
    "",
    `  ${heading}`,
    ...items.slice(0, most).flatMap((item) => bullet(item, page)),
    ...(left > 0 ? [`  - …and ${grouped(left)} more: \`--format json\` lists all`] : []),
  ].map((line) => (line === "" ? line : page.paint("dim", line)));
}
