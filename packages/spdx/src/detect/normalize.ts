/** A licence text without what differs between copies of it. */
export interface NormalizedText {
  /** Words of letters and digits in lower case, one blank between them. */
  readonly words: string;
  /** The lines that say whose it is. */
  readonly copyright: readonly string[];
}

/** Licence files are far shorter; what is longer holds more than licences. */
export const MAX_LICENSE_TEXT = 64 * 1024;
const MAX_COPYRIGHT_LINES = 20;
const MAX_LINE = 200;

const COPYRIGHT =
  /^[^a-z(©]*(?:(?:portions )?copyright\b(?=.*(?:\d{4}|\(c\)|[©[{<]|\bby\b))|(?:\(c\)|©)\s*(?:copyright\b|\d{4})|all rights reserved)/i;

/**
 * What the matching guidelines of SPDX let differ (https://spdx.github.io/spdx-spec/v3.0.1/annexes/license-matching-guidelines-and-templates/):
 * case, white space, punctuation, copyright notices, numbers of lists, and names of owners where the texts have room for them.
 */
export function normalizedText(text: string): NormalizedText {
  const copyright: string[] = [];
  const kept: string[] = [];
  for (const line of text.slice(0, MAX_LICENSE_TEXT).normalize("NFKC").split(/\r?\n/)) {
    if (!COPYRIGHT.test(line.slice(0, 4 * MAX_LINE))) kept.push(line);
    else if (
      /\d{4}|©|\(c\)/i.test(line) &&
      !/[[{<]\s*(?:year|yyyy|name)/i.test(line) &&
      copyright.length < MAX_COPYRIGHT_LINES
    )
      copyright.push(line.replace(/^[\s*#/;-]+|\s+$/g, "").slice(0, MAX_LINE));
  }
  const words = kept
    .join(" ")
    .toLowerCase()
    .replace(/\bhttps?:\/\/\S+/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/neither the names? of .{1,200}? may be used to endorse/g, "neither name may be used")
    .replace(
      /this software is provided by .{1,200}? as is and any/g,
      "this software is as is and any",
    )
    .replace(/in no event shall .{1,200}? be liable/g, "in no event be liable")
    .replace(/ including the next paragraph/g, "")
    .replace(/(?:isc|the authors?|the copyright holders?) disclaims? all/g, "disclaims all")
    .replace(/ and or distribute/g, " and distribute")
    .replace(/ (?:\d|[a-d]|i{1,3}) (?=redistributions|neither|you |if the work)/g, " ")
    .trim();
  return { words, copyright };
}
