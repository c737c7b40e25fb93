import { createHash } from "node:crypto";
import { normalizedText, wordsOf } from "./normalize.ts";
import { LICENSE_TEXTS } from "./texts.ts";

export interface DetectedLicenses {
  /** Every licence whose whole text stands there; empty where anything else may be said, too. */
  readonly ids: readonly string[];
  /** The notices, as they are written. */
  readonly copyright: readonly string[];
}

/** What may stand beside the texts: titles, where a text is from, and the words that notices of copyright are made of. */
const BESIDE = new Set(
  "the this that following these a an all other and or of for in on at by to from is are was were has been with which it as its see license licenses licence licenses mit isc bsd 0bsd x11 expat apache mozilla public unlicense zlib libpng boost blue oak model unicode cc0 zero universal clause simplified new revised modified spdx identifier version 0 1 2 3 4 10 v1 v2 v3 text file files header notice notices copyright copyrights c s rights reserved portions inc ltd llc foundation project projects package packages module modules library code source software work works program test tests added under applies released created based derived adapted ported original author authors contributor contributors maintainer maintainers owner owners holder holders standard dependencies listed included includes contains bundled also below above node js python go rust npm".split(
    " ",
  ),
);
const YEAR = /^(?:19|20)\d\d$/;
/** How the Apache license is applied, behind its text. */
const APACHE_NOTICE =
  /^(?: end of terms and conditions)?(?: appendix how to apply the apache license to your work to apply the apache license to your work attach the following boilerplate notice with the fields enclosed by (?:curly )?brackets replaced with your own identifying information don t include the brackets the text should be enclosed in the appropriate comment syntax for the file format we also recommend that a file or class name and description of purpose be included on the same printed page as the copyright notice for easier identification within third party archives)?(?:(.{0,150}?) licensed under the apache license version 2 0 the license you may not use (?:this file|this software|these files|this project) except in compliance with the license you may obtain a copy of the license at(?: www apache org licenses license 2 0)? unless required by applicable law or agreed to in writing software distributed under the license is distributed on an as is basis without warranties or conditions of any kind either express or implied see the license for the specific language governing permissions and limitations under the license)?/;

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
    if (next.id === "Apache-2.0") rest = rest.replace(APACHE_NOTICE, (_, before = "") => before);
    ids.push(next.id);
  }
  other += rest;
  const owners = new Set(copyright.flatMap((line) => wordsOf(line).split(" ")));
  const isAlone = other
    .split(" ")
    .every((word) => word === "" || BESIDE.has(word) || owners.has(word) || YEAR.test(word));
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
