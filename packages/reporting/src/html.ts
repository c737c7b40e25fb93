import { createHash } from "node:crypto";
import type { Outcome, Report, ReportSubject } from "@assay/core";
import { grouped, SEVERITIES } from "@assay/core";
import { atCheckout } from "./at-checkout.ts";
import { actSections } from "./html-acts.ts";
import { checkCards } from "./html-checks.ts";
import { findingList } from "./html-findings.ts";
import { FILTER_SCRIPT } from "./html-script.ts";
import { STYLE } from "./html-style.ts";
import {
  artifactTable,
  checkTables,
  clockTable,
  settingsTables,
  skippedTable,
  suppressedTable,
} from "./html-tables.ts";
import { anchor, html, prose } from "./html-text.ts";
import { commitUrl, ownAddresses, safeUrl } from "./links.ts";
import { isActOnly, nextStep, openFindings, suppressedFindings } from "./phrases.ts";

const ICONS: Readonly<Record<Outcome, string>> = {
  pass: "M5 12.5l4.5 4.5L19 7.5",
  fail: "M7 7l10 10M17 7L7 17",
  error: "M12 6v7.5M12 17.5v.5",
};
/** A hallmark: a shield with the sign that an assay office strikes. */
const MARK =
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M16 2.5l11.5 4v9c0 6.5-4.6 11.6-11.5 14-6.9-2.4-11.5-7.5-11.5-14v-9z"/><path d="M10.5 21.5L16 9.5l5.500 12M12.5 17.5h7"/></svg>';

/**
 * The report as one page that stands alone: it asks nothing of any server, and its policy forbids it to; its links are followed
 * by people only. Style and script
 * are allowed by their hash, so that no text of a finding could ever add to them.
 */
export function renderHtml(given: Report): string {
  const report = atCheckout(given);
  const open = openFindings(report);
  const suppressed = suppressedFindings(report);
  const title = html(`Assay ${report.command}: ${report.headline}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#checks">To the results</a>
<div class="wrap">
${header(report)}
<main>
${banner(report)}
${isActOnly(report) ? "" : tiles(report, suppressed.length)}
${checkCards(report)}
${actSections(report.acts)}
${clockTable(report)}
${isActOnly(report) ? "" : findingList(report, open)}
${checkTables(report)}
${suppressedTable(suppressed)}
${skippedTable(report)}
${artifactTable(report)}
${settingsTables(report)}
${notices(report)}
</main>
<footer>Assay ${html(report.tool.version)}${threshold(report)} · made ${html(report.generatedAt)}</footer>
</div>
<script>${FILTER_SCRIPT}</script>
</body>
</html>
`;
}

function threshold(report: Report): string {
  if (isActOnly(report)) return "";
  const { failOn } = report;
  return ` · findings fail the run from ${failOn === "never" ? "no severity" : `severity ${failOn}`} on`;
}

function contentPolicy(): string {
  return [
    "default-src 'none'",
    `style-src '${hashSource(STYLE)}'`,
    `script-src '${hashSource(FILTER_SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashSource(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function header({ command, subject, generatedAt }: Report): string {
  const facts = [
    subject.repository === undefined ? undefined : `<strong>${html(subject.repository)}</strong>`,
    subject.workingDirectory === "." ? undefined : `<code>${html(subject.workingDirectory)}</code>`,
    subject.commit === undefined ? undefined : commitOf(subject),
    subject.event === undefined ? undefined : html(subject.event),
    subject.ref === undefined
      ? undefined
      : html(subject.ref.replace(/^refs\/(?:heads|tags)\//, "")),
    subject.runUrl === undefined ? undefined : pageOf("run", subject.runUrl),
    `<time datetime="${html(generatedAt)}">${html(`${generatedAt.slice(0, 16).replace("T", " ")} UTC`)}</time>`,
  ].filter((fact) => fact !== undefined);
  return `<header class="top">${MARK}<div class="brand">Assay <span>${html(command)}</span></div><div class="meta">${facts.join(" · ")}</div></header>`;
}

function commitOf(subject: ReportSubject): string {
  const code = `<code>${html((subject.commit ?? "").slice(0, 12))}</code>`;
  const url = commitUrl(subject);
  return url === undefined ? code : anchor(code, url);
}

function pageOf(label: string, url: string): string {
  const safe = safeUrl(url);
  return safe === undefined ? label : anchor(label, safe);
}

function banner(report: Report): string {
  const step = nextStep(report);
  return `<section class="verdict ${report.outcome}" aria-label="Verdict"><span class="icon"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[report.outcome]}"/></svg></span><div><h1>${prose(report.headline)}</h1>${step === undefined ? "" : `<p>Next: ${prose(step, ownAddresses(report))}</p>`}</div></section>`;
}

function tiles({ checks }: Report, suppressed: number): string {
  const items = SEVERITIES.map((severity) => {
    const count = checks.reduce((sum, { counts }) => sum + counts[severity], 0);
    return `<li class="${severity}${count === 0 ? " none" : ""}"><b>${grouped(count)}</b><span>${severity}</span></li>`;
  });
  return `<ul class="tiles" aria-label="Open findings by severity">${items.join("")}<li class="${suppressed === 0 ? "none" : ""}"><b>${grouped(suppressed)}</b><span>suppressed</span></li></ul>`;
}

function notices({ notices: texts }: Report): string {
  if (texts.length === 0) return "";
  return `<section aria-labelledby="notices"><h2 id="notices">Notices</h2><ul class="notices">${texts.map((notice) => `<li>${prose(notice)}</li>`).join("")}</ul></section>`;
}
