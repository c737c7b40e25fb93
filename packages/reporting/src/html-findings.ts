import type { Report, ReportedFinding } from "@assay/core";
import { grouped, isPlainReason, plural, SEVERITIES } from "@assay/core";
import { groupMany } from "./groups.ts";
import { helpHtml, html, prose } from "./html-text.ts";
import { packageOf, placeOf } from "./phrases.ts";
import { verbatimLines } from "./verbatim.ts";

/** More than this makes browsers slow; the mild ones go, and the page says how many. */
export const HTML_FINDING_LIMIT = 2000;
const MAX_RELATED = 10;
const MAX_PATHS = 3;

/** The open findings with their proof and remedy, and the controls to filter them. */
export function findingList(report: Report, open: readonly ReportedFinding[]): string {
  const heading = `<h2 id="findings">Findings <small>${open.length === 0 ? "none open" : `${open.length} open`}</small></h2>`;
  if (open.length === 0) {
    return `<section aria-labelledby="findings">${heading}<p class="clean">No open findings in what was looked at.</p></section>`;
  }
  const left = open.length - HTML_FINDING_LIMIT;
  const more =
    left > 0 ? `<p class="clean">…and ${plural(left, "finding")} more in the JSON report.</p>` : "";
  const groups = groupMany(open.slice(0, HTML_FINDING_LIMIT));
  const articles = groups.map(([first, ...others]) => {
    const alike = others.map((finding) => article(report, finding)).join("");
    const label = `${grouped(others.length)} more of this kind`;
    const folded = `<details class="alike"><summary>${label}</summary>${alike}</details>\n`;
    return `${article(report, first)}${others.length === 0 ? "" : folded}`;
  });
  return `<section aria-labelledby="findings">${heading}${open.length > 1 ? filterBar(report, open) : ""}${articles.join("")}${more}</section>`;
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

function article(report: Report, finding: ReportedFinding): string {
  const { severity, slo } = finding;
  const rule = Object.hasOwn(report.rules, finding.ruleId)
    ? report.rules[finding.ruleId]
    : undefined;
  const about = packageOf(finding);
  const where = finding.location === undefined ? about : placeOf(finding.location);
  const tags = [
    ...(finding.decision === "block" ? ['<span class="tag">blocks</span>'] : []),
    ...(finding.change === "new" ? ['<span class="tag">new</span>'] : []),
    ...(slo === undefined || slo.state === "ok"
      ? []
      : [`<span class="tag late">${slo.state === "breached" ? "overdue" : "due soon"}</span>`]),
  ];
  const todo =
    finding.remediation === undefined
      ? ""
      : `<p class="todo"><b>To do</b> ${prose(finding.remediation)}</p>`;
  const reason = isPlainReason(finding, report.failOn)
    ? ""
    : `${prose(finding.decisionReason)}<br>`;
  const help =
    rule === undefined
      ? ""
      : `<details><summary>About this rule: ${html(rule.title)}</summary><p>${prose(rule.description)}</p>${helpHtml(rule.help)}</details>`;
  return `<article class="finding ${severity}" data-severity="${severity}" data-check="${html(finding.check)}">
<div class="kind"><span class="badge">${severity}</span><span>${html(finding.ruleId)}</span>${tags.join("")}${where === undefined ? "" : `<span class="place"><code>${html(where)}</code></span>`}</div>
<h3>${prose(finding.message)}</h3>${facts(finding)}${todo}${verbatimBlocks(finding)}${help}<p class="why">${reason}Fingerprint <code class="print">${html(finding.fingerprint)}</code></p></article>
`;
}

function facts(finding: ReportedFinding): string {
  const { location, relatedLocations = [], subject, slo, evidence = [] } = finding;
  const about = packageOf(finding);
  const also = relatedLocations.slice(0, MAX_RELATED).map(placeOf).join(", ");
  const more = relatedLocations.length - MAX_RELATED;
  const rows: (readonly [string, string])[] = [
    ...(location === undefined || about === undefined || finding.message.includes(about)
      ? []
      : [["About", about] as const]),
    ...(subject?.paths ?? [])
      .slice(0, MAX_PATHS)
      .map((path) => ["Comes in by", path.join(" › ")] as const),
    ...evidence
      .filter(({ verbatim }) => verbatim !== true)
      .map(({ label, value }) => [label, value] as const),
    ...(also === "" ? [] : [["Also at", more > 0 ? `${also} and ${more} more` : also] as const]),
    ...(slo?.fixDue === undefined ? [] : [["Fix due", slo.fixDue.slice(0, 10)] as const]),
  ];
  const list = rows.map(
    ([label, value]) => `<dt>${html(label)}</dt><dd><code>${html(value)}</code></dd>`,
  );
  return list.length === 0 ? "" : `<dl class="facts">${list.join("")}</dl>`;
}

/** Texts to copy, folded: one click in an open one selects it all. */
function verbatimBlocks({ evidence = [] }: ReportedFinding): string {
  return evidence
    .filter(({ verbatim }) => verbatim === true)
    .map(({ label, value }) => {
      const text = verbatimLines(value).map(html).join("\n");
      return `<details class="verbatim"><summary>${html(label)}</summary><pre><code>${text}</code></pre></details>`;
    })
    .join("");
}
