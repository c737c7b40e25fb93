import type { Location, ReportedFinding, ReportSubject } from "@assay/core";
import { clip, clipStart, codeMarkdown, escapeMarkdown } from "@assay/core";
import { blobUrl, OWN_PAGE, safeUrl } from "./links.ts";
import { placeOf, whereOf } from "./phrases.ts";

/** How foreign text is written into Markdown. All of it passes through here or through `codeMarkdown`. */

const TEXT_LIMIT = 600;
const CELL_LIMIT = 240;

/** Foreign text in a paragraph or list. Pages of the project itself are links. */
export function line(text: string): string {
  return prose(clip(text, TEXT_LIMIT));
}

/** Foreign text in a cell of a table. */
export function cell(text: string, limit: number = CELL_LIMIT): string {
  return prose(clip(text, limit));
}

function prose(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? escapeMarkdown(part) : withOwnPages(part)))
    .join("");
}

function withOwnPages(text: string): string {
  const pages = text.match(OWN_PAGE) ?? [];
  return text
    .split(OWN_PAGE)
    .map(
      (part, index) =>
        `${escapeMarkdown(part)}${pages[index] === undefined ? "" : `<${pages[index]}>`}`,
    )
    .join("");
}

/** Code, as a link where there is a page. */
export function linkedCode(text: string, url: string | undefined): string {
  return url === undefined ? codeMarkdown(text) : `[${codeMarkdown(text)}](${url})`;
}

/** `label` as a link. */
export function link(label: string, url: string): string {
  return `[${escapeMarkdown(clip(label, 120))}](${url})`;
}

/** A place as code that leads to its lines. */
export function place(subject: ReportSubject, location: Location): string {
  return linkedCode(clipStart(placeOf(location), 120), blobUrl(subject, location));
}

/** Where or what a finding is about, as code. Empty for one that is about the whole run. */
export function where(subject: ReportSubject, finding: ReportedFinding): string {
  if (finding.location !== undefined) return place(subject, finding.location);
  const about = whereOf(finding);
  return about === undefined ? "" : codeMarkdown(clipStart(about, 120));
}

/** An address of our own making, such as that of the run. */
export function pageLink(label: string, url: string | undefined): string | undefined {
  const safe = url === undefined ? undefined : safeUrl(url);
  return safe === undefined ? undefined : link(label, safe);
}

/** A fenced block: its fence is longer than any run of backticks in it, so that nothing in it can end it. */
export function fenced(lines: readonly string[]): string {
  const runs = lines.flatMap((text) => text.match(/`+/g) ?? []).map((run) => run.length);
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}\n${lines.join("\n")}\n${fence}\n\n`;
}
