import type { OrderName } from "../orders.ts";

/** The next number in [0, 1): equal seeds give equal rows (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * What versions of an order are made of: `|` between alternatives, `?` after what may be left out, `+` after what comes once to three
 * times, `#` a number, `'` before a character that stands for itself.
 */
const SHAPES: Readonly<Record<OrderName, string>> = {
  semver: "v?#.#.#(-W(.W)?(.W)?)?('+W)?|v?#(.#(.#(.#)?)?)?|v?#.#.#(-W(.W)?)?",
  pub: "#.#.#(-(W(.W)?(.W)?))?('+W(.W)?)?",
  pep440:
    "v?(#!)?#(.#)?(.#)?(S?(a|b|rc|alpha|beta|c|pre|preview)S?#?)?(-#|S?(post|rev|r)S?#?)?(S?devS?#?)?('+L(SL)?)?",
  maven: "#(M)?(M)?(M)?(M)?",
  nuget: "#(.#)?(.#)?(.#)?(-W(.W)?)?('+W)?",
  rubygems: "#((.|.|-)G)?((.|.|-)G)?(.G)?(.G)?",
  packagist:
    "v?#(.#)?(.#)?(.#)?(P?(alpha|beta|b|a|'RC|rc|patch|pl|p|stable)(.|-)?#?)?(-?dev)?('+W)?|#.x-dev|#.#.x-dev|2024.01.0#|202401#0",
  cran: "#.#((.|-)#)?((.|-)#)?",
  hackage: "#(.#)?(.#)?(.#)?(.#)?",
  dpkg: "(#:)?#D+(-D+)?",
  apk: "#(.#)?(.#)?(a|b|z)?(_Y#?)?(_Y#?)?(~(a1|b2|0))?(-r#)?",
  rpm: "(#:)?R+(-R+)?",
};

const PARTS: Readonly<Record<string, string>> = {
  "#": "0|1|2|3|10|11|100|9007199254740993|9007199254740992",
  W: "#|#|alpha|beta|rc|a|b1|rc-1|A|Z|x-|-",
  S: ".|-|_",
  L: "#|a|abc|1a|ubuntu",
  M: "(.|-)#|.#|(.|-)?(alpha|beta|milestone|rc|cr|snapshot|ga|final|release|sp|foo|xyz|a|b|m|'RC)#?|-|.",
  G: "#|#|a|b|pre|rc1|beta2|A",
  P: ".|-|_",
  D: "#|.|'+|~|a|b|deb|Z|.#|~rc#",
  Y: "alpha|beta|pre|rc|cvs|svn|git|hg|p",
  R: "#|.|'+|~|^|_|a|b|rc|git|Z|.#|00",
};

/** A version of an order, valid or nearly so. */
export function version(order: OrderName, random: () => number): string {
  return expand(SHAPES[order], random);
}

/** Two versions of an order, mostly near to each other. */
export function pair(order: OrderName, random: () => number): readonly [string, string] {
  const one = version(order, random);
  if (random() < 0.4) return [one, version(order, random)];
  // The same text with one run exchanged for one of another version, or with another end.
  const runs: readonly string[] = one.match(/\d+|[A-Za-z]+|./g) ?? [];
  const others: readonly string[] = version(order, random).match(/\d+|[A-Za-z]+|./g) ?? [];
  const at = Math.floor(random() * runs.length);
  const near =
    random() < 0.6
      ? runs.with(at, others[Math.floor(random() * others.length)] ?? "")
      : [...runs.slice(0, at + 1), ...others.slice(at + 1)];
  const two = near.join("");
  return random() < 0.5 ? [one, two] : [two, one];
}

function expand(shape: string, random: () => number): string {
  const alternatives = split(shape);
  const chosen = alternatives[Math.floor(random() * alternatives.length)] ?? "";
  let text = "";
  for (let at = 0; at < chosen.length; ) {
    let item = chosen[at] ?? "";
    let next = at + 1;
    if (item === "'") {
      item += chosen[next] ?? "";
      next++;
    } else if (item === "(") {
      next = closing(chosen, at) + 1;
      item = chosen.slice(at + 1, next - 1);
    }
    const mark = chosen[next] ?? "";
    const times =
      mark === "?" ? Math.floor(random() * 2) : mark === "+" ? 1 + Math.floor(random() * 3) : 1;
    for (let time = 0; time < times; time++) text += expandItem(item, random);
    at = next + (mark === "?" || mark === "+" ? 1 : 0);
  }
  return text;
}

function expandItem(item: string, random: () => number): string {
  if (item.startsWith("'") && item.length === 2) return item.slice(1);
  const part = PARTS[item];
  if (part !== undefined) return item === "#" ? number(part, random) : expand(part, random);
  return item.length > 1 ? expand(item, random) : item;
}

/** Mostly small, now and then with zeros before it. */
function number(shape: string, random: () => number): string {
  const digits = random() < 0.7 ? String(Math.floor(random() * 4)) : expand(shape, random);
  return random() < 0.05 ? `0${digits}` : digits;
}

function split(shape: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0, depth = 0; at <= shape.length; at++) {
    if (shape[at] === "(") depth++;
    if (shape[at] === ")") depth--;
    if ((shape[at] === "|" && depth === 0) || at === shape.length) {
      parts.push(shape.slice(start, at));
      start = at + 1;
    }
  }
  return parts;
}

function closing(shape: string, open: number): number {
  let depth = 0;
  for (let at = open; at < shape.length; at++) {
    if (shape[at] === "(") depth++;
    if (shape[at] === ")" && --depth === 0) return at;
  }
  throw new Error(`a bracket of ${shape} is not closed`);
}
