import type { Report, ReportedFinding } from "@assay/core";
import { grouped, plural, SEVERITIES } from "@assay/core";
import { type FindingGroup, shownGroups, sizeOf } from "./groups.ts";
import { groupCard } from "./html-group.ts";
import { html } from "./html-text.ts";

/** More than this makes browsers slow; the mild ones go, and the page says how many. */
export const HTML_FINDING_LIMIT = 2000;

/** The open findings, a card for each group, and the controls to filter them. */
export function findingList(report: Report, open: readonly ReportedFinding[]): string {
  const groups = shownGroups(open);
  const count =
    open.length === 0
      ? "none open"
      : `${grouped(open.length)} open, ${plural(groups.length, "kind")}`;
  const heading = `<h2 id="findings">Findings <small>${count}</small></h2>`;
  if (open.length === 0) {
    return `<section aria-labelledby="findings">${heading}<p class="clean">No open findings in what was looked at.</p></section>`;
  }
  const shown = withinLimit(groups);
  const left = open.length - sizeOf(shown);
  const more =
    left > 0 ? `<p class="clean">…and ${plural(left, "finding")} more in the JSON report.</p>` : "";
  const cards = shown.map((group) => groupCard(report, group)).join("");
  return `<section aria-labelledby="findings">${heading}${shown.length > 1 ? filterBar(report, open) : ""}${cards}${more}</section>`;
}

/** Groups from the front, the last of them shortened, with as many findings as a page holds. */
function withinLimit(groups: readonly FindingGroup[]): readonly FindingGroup[] {
  let room = HTML_FINDING_LIMIT;
  return groups.flatMap(([first, ...others]): readonly FindingGroup[] => {
    if (room <= 0) return [];
    const kept: FindingGroup = [first, ...others.slice(0, room - 1)];
    room -= kept.length;
    return [kept];
  });
}

function filterBar(report: Report, open: readonly ReportedFinding[]): string {
  const chips = SEVERITIES.filter((severity) =>
    open.some((finding) => finding.severity === severity),
  ).map(
    (severity) =>
      `<label class="chip ${severity}"><input type="checkbox" value="${severity}" checked>${severity}</label>`,
  );
  const options = report.checks
    .filter(({ check }) => open.some((finding) => finding.check === check))
    .map(({ check, title }) => `<option value="${html(check)}">${html(title)}</option>`);
  return `<fieldset id="filter" hidden><legend class="sr">Filter findings</legend>${chips.join("")}
<label><span class="sr">Check</span><select><option value="">All checks</option>${options.join("")}</select></label>
<label><span class="sr">Text</span><input type="search" placeholder="Search"></label>
<output id="filter-status" aria-live="polite"></output></fieldset>
`;
}
