import type { Report, ReportedFinding } from "@assay/core";
import { grouped, plural } from "@assay/core";
import {
  answerText,
  CLOCK_COLUMNS,
  clockedFindings,
  clockOwner,
  clockSummary,
  fixText,
} from "./clocks.ts";
import { html, prose } from "./html-text.ts";
import { whereOf } from "./phrases.ts";

const MAX_ROWS = 2000;

/** What does not count, each with its reason and the person who answers for it. */
export function suppressedTable(suppressed: readonly ReportedFinding[]): string {
  return table(
    "suppressed",
    "Suppressed",
    ["Finding", "Where", "Reason", "Owner", "Until"],
    suppressed.map((finding) => [
      `${finding.severity}: ${prose(finding.message)}`,
      codeOrNothing(whereOf(finding)),
      prose(finding.suppression?.reason ?? finding.decisionReason),
      html(finding.suppression?.owner ?? originOf(finding)),
      html(finding.suppression?.expires ?? finding.slo?.fixDue?.slice(0, 10) ?? "–"),
    ]),
  );
}

/** Which response clocks are late or will be soon; the banner's figures stand in its title. */
export function clockTable(report: Report): string {
  const rows = clockedFindings(report).map((finding) => [
    finding.severity,
    prose(finding.message),
    html(answerText(finding)),
    html(fixText(finding)),
    html(clockOwner(finding)),
  ]);
  return table(
    "clocks",
    `Response clocks: ${html(clockSummary(report) ?? "")}`,
    CLOCK_COLUMNS,
    rows,
  );
}

/** What checks show besides their findings, such as the exceptions in force. */
export function checkTables({ checks }: Report): string {
  return checks
    .flatMap(({ check, title, tables }) =>
      tables.map(({ title: name, columns, rows }, index) =>
        table(
          `table-${html(check)}-${index}`,
          `${html(title)}: ${html(name)}`,
          columns.map(html),
          rows.map((row) => columns.map((_, column) => prose(row[column] ?? ""))),
        ),
      ),
    )
    .join("");
}

/** Which files decided, and what a change makes milder. */
export function settingsTables({ settings }: Report): string {
  const origins = { "work-tree": "the checked files", base: "the base branch", input: "an input" };
  return [
    table(
      "loosened",
      "Settings that the change loosens",
      ["Setting", "On the base branch", "In the change"],
      settings.loosened.map(({ key, before, after }) => [
        `<code>${html(key)}</code>`,
        prose(before),
        prose(after),
      ]),
    ),
    table(
      "settings",
      "Settings",
      ["What", "File", "From", "Commit"],
      settings.sources.map(({ what, path, from, commit, judgement }) => [
        html(what),
        `<code>${html(path)}</code>`,
        `${origins[from]}${judgement === "own" ? ", judged a second time" : ""}`,
        commit === undefined ? "–" : `<code>${html(commit.slice(0, 12))}</code>`,
      ]),
    ),
  ].join("");
}

/** What was there and was not looked at. */
export function skippedTable(report: Report): string {
  return table(
    "skipped",
    "Not looked at",
    ["Check", "Item", "Reason"],
    [...report.checks, ...report.acts].flatMap(({ title, coverage }) =>
      coverage.skipped.map(({ item, reason }) => [
        html(title),
        `<code>${html(item)}</code>`,
        prose(reason),
      ]),
    ),
  );
}

/** The documents that the run made. */
export function artifactTable({ artifacts }: Report): string {
  return table(
    "artifacts",
    "Documents",
    ["Name", "Media type", "Bytes", "SHA-256"],
    artifacts.map(({ name, mediaType, size, sha256 }) => [
      `<code>${html(name)}</code>`,
      html(mediaType),
      grouped(size),
      `<code>${html(sha256)}</code>`,
    ]),
  );
}

export function table(
  id: string,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return "";
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join("");
  const body = rows
    .slice(0, MAX_ROWS)
    .map(
      (cells) => `<tr>${cells.map((cell) => `<td${isShort(cell)}>${cell}</td>`).join("")}</tr>\n`,
    )
    .join("");
  const left = rows.length - MAX_ROWS;
  const more =
    left > 0
      ? `<tr><td colspan="${columns.length}">…and ${plural(left, "row")} more in the JSON report.</td></tr>`
      : "";
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title} <small>${grouped(rows.length)}</small></h2><div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}${more}</tbody></table></div></section>`;
}

/** Dates, sizes and names of few letters stay on one line. */
function isShort(cell: string): string {
  return cell.length <= 12 && !cell.includes("<") ? ' class="short"' : "";
}

function codeOrNothing(text: string | undefined): string {
  return text === undefined ? "–" : `<code>${html(text)}</code>`;
}

function originOf({ suppression }: ReportedFinding): string {
  if (suppression?.by === "baseline") return "baseline";
  if (suppression?.by === "vex") return "VEX";
  return suppression?.by === "inline" ? "mark in the file" : "–";
}
