/** Per letter, the letters that often follow it in English words (nine of ten pairs, counted over this repository's own texts). */
const FOLLOWERS: Readonly<Record<string, string>> = {
  a: "bcdgiklmnprstuy",
  b: "aeloru",
  c: "aehiklort",
  d: "aeios",
  e: "acdefglmnprstvx",
  f: "aefilo",
  g: "aeinrs",
  h: "aeio",
  i: "abcdefglmnoprstv",
  k: "es",
  l: "adeilostuy",
  m: "aeiop",
  n: "acdeginost",
  o: "bcdfgiklmnoprstuvw",
  p: "aeiloprstu",
  q: "u",
  r: "acdegikmnorstuy",
  s: "acehiopstu",
  t: "acehiorsty",
  u: "bdelmnprst",
  v: "aei",
  w: "aehio",
  x: "p",
};

/** What people write instead of letters: `p4ssw0rd`. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * How unlike words a value is: of its neighbouring characters, the share that no word or number has, 0 to 1. Random letters
 * and digits have about 0.75, identifiers and prose about 0.15. Separators (`-_./:`) and the step to a capital don't count.
 */
export function strangeness(value: string): number {
  let strange = 0;
  let counted = 0;
  for (let i = 1; i < value.length; i++) {
    const a = value[i - 1] ?? "";
    const b = value[i] ?? "";
    if (isSeparator(a) || isSeparator(b) || (isLower(a) && isUpper(b))) continue;
    counted += 1;
    if (isDigit(a) && isDigit(b)) continue;
    if (isLetter(a) && isLetter(b) && follows(a, b)) continue;
    strange += 1;
  }
  return counted === 0 ? 0 : strange / counted;
}

/** The value with digits and signs that stand for letters replaced by these. */
export function withoutLookalikes(value: string): string {
  return value.replace(/[013457@$!]/g, (char) => LOOKALIKES[char] ?? char);
}

function follows(a: string, b: string): boolean {
  return FOLLOWERS[a.toLowerCase()]?.includes(b.toLowerCase()) ?? false;
}

const isSeparator = (char: string) => /[-_./:]/.test(char);
const isDigit = (char: string) => char >= "0" && char <= "9";
const isLower = (char: string) => char >= "a" && char <= "z";
const isUpper = (char: string) => char >= "A" && char <= "Z";
const isLetter = (char: string) => isLower(char) || isUpper(char);
