import type { Location, ReportedFinding, ReportSubject } from "@assay/core";
import { clip, clipStart, codeMarkdown, escapeMarkdown } from "@assay/core";
import { blobUrl, pieces, safeUrl } from "./links.ts";
import { placeOf, whereOf } from "./phrases.ts";

/** How foreign text is written into Markdown. All of it passes through here or through `codeMarkdown`. */

const TEXT_LIMIT = 600;
const CELL_LIMIT = 240;

/** None but the pages of the project itself. */
const NO_OTHERS: ReadonlySet<string> = new Set();

/** Foreign text in a paragraph or list; the addresses in `own`, and pages of the project itself, are links. */
export function line(text: string, own: ReadonlySet<string> = NO_OTHERS): string {
  return prose(clip(text, TEXT_LIMIT), own);
}

/** Foreign text in a cell of a table. */
export function cell(text: string, limit: number = CELL_LIMIT): string {
  return prose(clip(text, limit), NO_OTHERS);
}

function prose(text: string, own: ReadonlySet<string>): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? escapeMarkdown(part) : linked(part, own)))
    .join("");
}

function linked(text: string, own: ReadonlySet<string>): string {
  return pieces(text, own)
    .map((piece) => (piece.isLink ? `<${piece.text}>` : escapeMarkdown(piece.text)))
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
