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
const ADDRESS = /\bhttps?:\/\/\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Without a year: "Copyright Ann and contributors". What a line of a licence's own text begins with is in another case. */
const OWNER = /^[^A-Za-z]*Copyright \p{Lu}/u;
/** A sentence behind another one. Initials and what ends the name of a company end none. */
const SENTENCE =
  /(?<!\b(?:\p{L}|Inc|Ltd|Co|Corp|LLC|GmbH|Jr|Sr|Dr|e\.V|al|etc|Sta?))[.;:]\s+(?=\p{L})/u;
const PLAIN_SENTENCE = /^(?:all rights? reserved|and contributors|see authors|https?:)/i;
/** Latin writing only: what stands in another one may be anything. */
const FOREIGN = /(?!\p{Script=Latin})\p{L}/u;
/** Words that may change what a text beside them means, or are of another licence. */
const CHANGES =
  /\b(?:either|options?|dual|choice|except\w*|exclu\w*|conditions?|views|unless|must|shall|may|not?|non\w*|only|but|subject|l?a?gpl|gnu|commerc\w*|licen[cs]ed? (?:under|to|for)|proprietary|restrict\w*|prohibit\w*|forb[ai]d\w*|den(?:y|ied)|purposes?|us(?:e|ed|es|ing|age)|sell\w*|sold|fees?|pay\w*|paid|royalt\w*|permi\w+|requir\w*|without|consent|agree\w*|evaluation|research|academic\w*|personal|internal|military|evil|trial)\b/i;

/**
 * What the matching guidelines of SPDX let differ (https://spdx.github.io/spdx-spec/v3.0.1/annexes/license-matching-guidelines-and-templates/):
 * case, white space, punctuation, copyright notices, numbers of lists, and names of owners where the texts have room for them. Where
 * anything but a name stands in such a place, it stays.
 */
export function normalizedText(text: string): NormalizedText {
  const copyright: string[] = [];
  const kept: string[] = [];
  if (text.length > MAX_LICENSE_TEXT) return { words: "", copyright };
  const plain = text.normalize("NFKC").replace(/\p{Cf}+/gu, "");
  for (const line of plain.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)) {
    if (!isNotice(line)) kept.push(line);
    else if (
      /\d{4}|©|\(c\)/i.test(line) &&
      !/[[{<]\s*(?:year|yyyy|name)/i.test(line) &&
      copyright.length < MAX_COPYRIGHT_LINES
    )
      copyright.push(line.replace(/^[\s*#/;-]+|\s+$/g, "").slice(0, MAX_LINE));
  }
  const words = wordsOf(kept.join(" "))
    .replace(
      /neither the names? of (.{1,200}?) may be used to endorse/g,
      named("neither name may be used"),
    )
    .replace(
      /this software is provided by (.{1,200}?) as is and any/g,
      named("this software is as is and any"),
    )
    .replace(/in no event shall (.{1,200}?) be liable/g, named("in no event be liable"))
    .replace(/ including the next paragraph/g, "")
    .replace(/(?:isc|the authors?|the copyright holders?) disclaims? all/g, "disclaims all")
    .replace(/ and or distribute/g, " and distribute")
    .replace(/ (?:\d|[a-d]|i{1,3}) (?=redistributions|neither|you |if the work)/g, " ")
    .trim();
  return { words, copyright };
}

export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(ADDRESS, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}

/** A line that says whose the text is, and nothing else. */
function isNotice(line: string): boolean {
  if (line.length > 2 * MAX_LINE || !(COPYRIGHT.test(line) || OWNER.test(line))) return false;
  const [, ...others] = line.trim().split(SENTENCE);
  const said = line.replace(ADDRESS, " ");
  return (
    !CHANGES.test(said) && !FOREIGN.test(said) && others.every((each) => PLAIN_SENTENCE.test(each))
  );
}

/** The replacement of a place for a name, which has no words that say more. */
function named(replacement: string): (all: string, name: string) => string {
  return (all, name) => (CHANGES.test(name) || FOREIGN.test(name) ? all : replacement);
}
