/** Characters that turn or hide text, and the second `#` of what a runner reads as an order. */
const HIDDEN =
  /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|(?<=#)#(?=[\w.]{0,40}\[)/g;

/**
 * A value as JSON in which nothing hides and no CI that prints it finds an order: such characters are written as escapes, which
 * read back as the same text.
 */
export function jsonText(value: unknown): string {
  const escaped = JSON.stringify(value, undefined, 2).replace(
    HIDDEN,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}
