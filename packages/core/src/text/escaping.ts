import { ORDER_MARK } from "./workflow-commands.ts";

/**
 * Text of findings comes from packages, commits and advisories: it is never trusted. Each function here makes it safe for
 * one language; every renderer passes all text that is not its own through one of them.
 */

/**
 * Control characters; marks that turn, join or hide text (bidi controls, zero width, byte order mark, soft hyphen, tag
 * characters); code points that XML 1.0 forbids.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this expression is for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** One line of text in which nothing hides: blanks for line breaks and tabs, `\u{202e}` for what can't be seen. */
export function escapeControlCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\n\r\t]/g, " ")
    .replace(INVISIBLE, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/** For text and quoted attributes. */
export function escapeHtml(text: string): string {
  return escapeMarkup(escapeControlCharacters(text));
}

/** For text and quoted attributes of XML 1.0. */
export function escapeXml(text: string): string {
  return escapeMarkup(escapeControlCharacters(text));
}

/**
 * For a line or table cell of GitHub's Markdown, not at its start. Every mark of the syntax (also of bare links and formulas) becomes a character reference,
 * which never opens anything; an empty comment behind `@`, `#` and `GH-` and inside of commit names keeps people, issues and
 * commits from being mentioned. What stands between backticks is shown as code.
 */
export function escapeMarkdown(text: string): string {
  return escapeControlCharacters(text)
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      index % 2 === 1 ? codeMarkdown(part.slice(1, -1)) : withoutCommits(plain(part)),
    )
    .join("");
}

/** The text as inline code that works in a table too: `<code>` holds whatever backticks could not. */
export function codeMarkdown(text: string): string {
  return `<code>${plain(escapeControlCharacters(text))}</code>`;
}

function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]|~!<>&$^]|:(?! |$)/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/(?<!&)[@#]/g, (mark) => `&#${mark.charCodeAt(0)};<!-- -->`)
    .replace(/www\./gi, (prefix) => `${prefix.slice(0, 3)}&#46;`)
    .replace(/\bGH-(?=\d)/gi, "$&<!-- -->");
}

/** A reference to a commit begins with seven digits of its name. In code there is none. */
function withoutCommits(markup: string): string {
  return markup.replace(/\b[0-9a-f]{6}(?=[0-9a-f]{1,34}\b)/g, "$&<!-- -->");
}

function escapeMarkup(text: string): string {
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;")
      // What is printed into the log of a runner must hold no order of its.
      .replace(ORDER_MARK, "#&#35;")
  );
}
