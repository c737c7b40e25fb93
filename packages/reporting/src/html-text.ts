import type { Location, ReportSubject } from "@assay/core";
import { clip, escapeHtml } from "@assay/core";
import { blobUrl, pieces } from "./links.ts";
import { placeOf } from "./phrases.ts";

const TEXT_LIMIT = 4000;

/** Foreign text for an element or attribute. */
export function html(text: string): string {
  return escapeHtml(clip(text, TEXT_LIMIT));
}

const NO_OTHERS: ReadonlySet<string> = new Set();

/** Foreign text with code between backticks; the addresses in `own`, and pages of the project itself, are links. */
export function prose(text: string, own: ReadonlySet<string> = NO_OTHERS): string {
  return pieces(clip(text, TEXT_LIMIT), own)
    .map((piece) => {
      const markup = html(piece.text);
      return piece.isLink ? anchor(markup, piece.text) : markup;
    })
    .join("")
    .replace(/`([^`]+)`/g, "<code>$1</code>");
}

/** A link that says nothing of this page to the one behind it. `url` is one that `safeUrl` let pass, or our own. */
export function anchor(markup: string, url: string): string {
  return `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${markup}</a>`;
}

/** A place as code that leads to its lines. */
export function place(subject: ReportSubject, location: Location): string {
  const code = `<code>${html(placeOf(location))}</code>`;
  const url = blobUrl(subject, location);
  return url === undefined ? code : anchor(code, url);
}

/** The quoted line, with the part in question marked. */
export function sourceBlock({ startLine, excerpt }: Location): string {
  if (excerpt === undefined) return "";
  const { text, markStart, markEnd } = excerpt;
  const marked = text.slice(markStart, markEnd);
  const mark = marked === "" ? "" : `<mark>${html(marked)}</mark>`;
  return `<pre class="source"><code><span class="line">${html(String(startLine ?? ""))}</span>${html(text.slice(0, markStart))}${mark}${html(text.slice(markEnd))}</code></pre>`;
}

/**
 * The Markdown of a rule's help: paragraphs, lists, fenced code, inline code, bold. Links become text with their address
 * behind it: nobody follows one that they have not read.
 */
export function helpHtml(markdown: string): string {
  return markdown
    .split(/^```[a-z]*$/m)
    .map((part, index) => (index % 2 === 1 ? codeBlock(part) : blocks(part)))
    .join("");
}

function codeBlock(text: string): string {
  const lines = text.replace(/^\n|\n$/g, "").split("\n");
  return `<pre><code>${lines.map(html).join("\n")}</code></pre>`;
}

function blocks(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) => {
      const lines = block.split("\n");
      const items = lines.filter((line) => /^(?:[-*]|\d+\.) /.test(line));
      if (items.length < lines.length) return `<p>${inline(block)}</p>`;
      const list = items.map((item) => `<li>${inline(item.replace(/^\S+ /, ""))}</li>`).join("");
      return /^\d/.test(block) ? `<ol>${list}</ol>` : `<ul>${list}</ul>`;
    })
    .join("");
}

function inline(text: string): string {
  return prose(text.replace(/\[([^\]]{1,200})\]\(([^)\s]{1,500})\)/g, "$1 ($2)")).replace(
    /\*\*([^*]+)\*\*/g,
    "<strong>$1</strong>",
  );
}
