import { createHash } from "node:crypto";
import { normalizedText } from "./normalize.ts";
import { LICENSE_TEXTS } from "./texts.ts";

export interface DetectedLicenses {
  /** Every licence whose whole text stands there; empty where anything else may be said, too. */
  readonly ids: readonly string[];
  /** The notices, as they are written. */
  readonly copyright: readonly string[];
}

/** Words beside the texts: a title, and whose it is. */
const MAX_OTHER = 400;
/** Words that may change what a text beside them means, or are of another licence. */
const CHANGES =
  /\b(?:either|options?|dual|choice|except\w*|conditions?|views|unless|must|shall|not|subject|l?a?gpl|gnu|commercial|licen[cs]ed under|proprietary|restrict\w*)\b/;
/** How the Apache license is applied, behind its text. */
const APACHE_NOTICE =
  /^(?: end of terms and conditions)?(?: appendix how to apply the apache license to your work .{0,900}?(?=copyright|licensed under))?(?:.{0,150}? licensed under the apache license version 2 0 the license you may not use .{0,600}? limitations under the license)?/;

/**
 * Which licences a text is, where it is nothing else: a whole file of one or several of the most common ones, compared by hash. No part and
 * no likeness counts.
 */
export function detectLicenses(text: string): DetectedLicenses {
  const { words, copyright } = normalizedText(text);
  const ids: string[] = [];
  let other = "";
  let rest = words;
  for (;;) {
    const next = nextText(rest);
    if (next === undefined) break;
    other += ` ${rest.slice(0, next.at)}`;
    rest = rest.slice(next.at + next.length);
    if (next.id === "Apache-2.0") rest = rest.replace(APACHE_NOTICE, "");
    ids.push(next.id);
  }
  other += rest;
  const isAlone = other.length <= MAX_OTHER && !CHANGES.test(other);
  return { ids: isAlone ? [...new Set(ids)] : [], copyright };
}

/** The first text of the table in these words. */
function nextText(words: string) {
  let next: { readonly id: string; readonly at: number; readonly length: number } | undefined;
  for (const [start, ...texts] of LICENSE_TEXTS) {
    const at = words.indexOf(start);
    if (at < 0 || (next !== undefined && next.at < at)) continue;
    const found = texts.find(
      ([, length, digest]) => digestOf(words.slice(at, at + length)) === digest,
    );
    if (found !== undefined) next = { id: found[0], at, length: found[1] };
  }
  return next;
}

export function digestOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 12);
}
