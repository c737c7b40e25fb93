import type { Report, ReportedFinding } from "@assay/core";
import { grouped, isPlainReason } from "@assay/core";
import { clockSince } from "./clocks.ts";
import type { FindingGroup } from "./groups.ts";
import { anchor, helpHtml, html, place, prose, sourceBlock } from "./html-text.ts";
import { ownAddresses, safeLinks } from "./links.ts";
import { aboutOf, introducedBy, packageOf, ruleOf } from "./phrases.ts";
import { verbatimLines, verbatimOf } from "./verbatim.ts";

const MAX_RELATED = 10;
const MAX_PATHS = 3;
/** Lines of a text to copy for a whole group. */
const MAX_PASTE_LINES = 2000;

/** One card for findings that say the same: the first in full, the others in a row each. */
export function groupCard(report: Report, group: FindingGroup): string {
  const [first, ...others] = group;
  const { severity, check, location } = first;
  const about = aboutOf(first);
  const where =
    location === undefined
      ? about === undefined
        ? ""
        : `<code>${html(about)}</code>`
      : place(report.subject, location);
  const todo =
    first.remediation === undefined
      ? ""
      : `<p class="todo"><b>To do</b> ${prose(first.remediation, ownAddresses(report))}</p>`;
  const reason = isPlainReason(first, report.failOn) ? "" : `${prose(first.decisionReason)}<br>`;
  return `<article class="finding ${severity}" data-severity="${severity}" data-check="${html(check)}" data-count="${group.length}">
<div class="kind"><span class="badge">${severity}</span><span>${html(ruleOf(first))}</span>${tags(group)}${where === "" ? "" : `<span class="place">${where}</span>`}</div>
<h3>${prose(first.message)}</h3>${location === undefined ? "" : sourceBlock(location)}${facts(report, first)}${todo}${pasteBlocks(group)}${members(report, others)}${help(report, first)}<p class="why">${reason}Fingerprint <code class="print">${html(first.fingerprint)}</code></p></article>
`;
}

function tags(group: FindingGroup): string {
  const [{ decision, change, slo, subject }] = group;
  return [
    ...(decision === "block" ? ['<span class="tag">fails the run</span>'] : []),
    ...(group.length > 1 ? [`<span class="tag">${grouped(group.length)} of this kind</span>`] : []),
    ...(subject?.scope === undefined ? [] : [`<span class="tag">${subject.scope}</span>`]),
    ...(change === "new" ? ['<span class="tag">new</span>'] : []),
    ...((slo?.fix ?? "ok") === "ok"
      ? []
      : [`<span class="tag late">${slo?.fix === "breached" ? "overdue" : "due soon"}</span>`]),
  ].join("");
}

function facts(report: Report, finding: ReportedFinding): string {
  const { location, relatedLocations = [], subject, slo, evidence = [], links } = finding;
  const about = packageOf(finding);
  const since = clockSince(finding);
  const also = relatedLocations.slice(0, MAX_RELATED).map((other) => place(report.subject, other));
  const more = relatedLocations.length - also.length;
  const code = (text: string) => `<code>${html(text)}</code>`;
  const rows: (readonly [string, string])[] = [
    ...(location === undefined || about === undefined || finding.message.includes(about)
      ? []
      : [["About", code(about)] as const]),
    ...(subject?.paths ?? [])
      .slice(0, MAX_PATHS)
      .filter((path) => path.length > 2)
      .map((path) => ["Introduced by", code(path.join(" › "))] as const),
    ...evidence
      .filter(({ verbatim }) => verbatim !== true)
      .map(({ label, value }) => [label, code(value)] as const),
    ...(also.length === 0
      ? []
      : [["Also at", `${also.join(", ")}${more > 0 ? ` and ${more} more` : ""}`] as const]),
    ...(slo?.fixDue === undefined || slo.state !== "ok"
      ? []
      : [["Fix due", code(slo.fixDue.slice(0, 10))] as const]),
    ...(since === undefined ? [] : [["Clock since", prose(since)] as const]),
    ...safeLinks(links).map(({ label, url }) => ["See", anchor(html(label), url)] as const),
  ];
  const list = rows.map(([label, value]) => `<dt>${html(label)}</dt><dd>${value}</dd>`);
  return list.length === 0 ? "" : `<dl class="facts">${list.join("")}</dl>`;
}

/** Texts to copy, folded: one click in an open one selects it all. */
function pasteBlocks(group: FindingGroup): string {
  return verbatimOf(group, MAX_PASTE_LINES)
    .map(({ label, value, part }) => {
      const scope = part === "" && group.length > 1 ? ", for all of them" : part;
      const text = verbatimLines(value, MAX_PASTE_LINES).map(html).join("\n");
      return `<details class="verbatim"><summary>${html(label)}${scope}</summary><pre><code>${text}</code></pre></details>`;
    })
    .join("");
}

function members(report: Report, others: readonly ReportedFinding[]): string {
  if (others.length === 0) return "";
  const rows = others.map((other) => {
    const { location, fingerprint } = other;
    const about = aboutOf(other);
    const way = introducedBy(other);
    const cells = [
      about === undefined ? "" : `<code>${html(about)}</code>`,
      location === undefined ? "" : place(report.subject, location),
      way === undefined ? "" : `<code>${html(way)}</code>`,
      `<code class="print">${html(fingerprint.slice(0, 12))}</code>`,
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
  });
  const head = ["About", "Where", "Introduced by", "Fingerprint"]
    .map((name) => `<th scope="col">${name}</th>`)
    .join("");
  return `<details class="alike"><summary>${grouped(others.length)} more of this kind</summary><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div></details>`;
}

function help({ rules }: Report, { ruleId }: ReportedFinding): string {
  const rule = Object.hasOwn(rules, ruleId) ? rules[ruleId] : undefined;
  if (rule === undefined) return "";
  const page =
    rule.helpUri === undefined
      ? ""
      : `<p>${anchor("This rule in the reference", rule.helpUri)}</p>`;
  return `<details><summary>About this rule: ${html(rule.title)}</summary><p>${prose(rule.description)}</p>${helpHtml(rule.help)}${page}</details>`;
}
