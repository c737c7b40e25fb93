/** What a text promises: hours, nothing at all, or words that are no length of time ("next release", "best effort"). */
export type Promised = number | "none" | "undetermined";

const DAY = 24;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^min/, 1 / 60],
  [/^h/, 1],
  [/^d/, DAY],
  [/^w/, 7 * DAY],
  [/^mo/, 30 * DAY],
  [/^q/, 91 * DAY],
  [/^y/, 365 * DAY],
];
const WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
  .split(" ")
  .map((word, index) => [word, index + 1] as const);
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...WORDS,
  ["a", 1],
  ["an", 1],
  ["twenty-four", 24],
  ["thirty", 30],
  ["forty-eight", 48],
  ["sixty", 60],
  ["seventy-two", 72],
  ["ninety", 90],
]);
const NUMBER = `(?:\\d{1,5}(?:\\.\\d{1,3})?|${[...NUMBERS.keys()].sort((a, b) => b.length - a.length).join("|")})`;
const TIME = new RegExp(
  `(?<![\\w.])(?:${NUMBER} ?(?:[a-z]{1,8} ?)?(?:-|–|—|to|or) ?)?(?<count>${NUMBER}) ?(?:\\(\\d{1,4}\\) ?)?-?(?<business>business|working|work|calendar)?[ -]?(?<unit>h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|mos?|quarters?|years?|mins?|minutes?)(?![a-z])`,
  "gi",
);

/** Every length of time in a text, in hours, where it stands. Of a range the larger end counts. */
export function timesIn(text: string): readonly { readonly hours: number; readonly at: number }[] {
  const plain = text.replace(/\s/g, " ");
  return Array.from(plain.matchAll(TIME), ({ groups = {}, index }) => {
    const word = (groups["count"] ?? "").toLowerCase();
    const count = NUMBERS.get(word) ?? Number(word);
    const unit = (groups["unit"] ?? "").toLowerCase();
    const factor = UNITS.find(([start]) => start.test(unit))?.[1] ?? Number.NaN;
    const isBusiness = /^w/i.test(groups["business"] ?? "") || /^b/i.test(groups["business"] ?? "");
    return { hours: isBusiness ? businessHours(count, factor) : count * factor, at: index };
  });
}

/** Five days of eight hours make a week; a part of a day is a day. Weeks and months are the same in both calendars. */
function businessHours(count: number, factor: number): number {
  if (factor > DAY) return count * factor;
  const days = factor === DAY ? count : Math.ceil((count * factor) / 8);
  return Math.ceil((days * 7) / 5) * DAY;
}

/** What the cell of a table promises. */
export function promisedIn(cell: string): Promised {
  const times = timesIn(cell).map(({ hours }) => hours);
  if (times.length > 0) return Math.max(...times);
  return /^(?:[-–—\s]*|n\/?a|none|no (?:sla|target|promise|commitment))$/i.test(cell.trim())
    ? "none"
    : "undetermined";
}
