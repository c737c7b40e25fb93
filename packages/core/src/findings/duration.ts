import { UsageError } from "../platform/errors.ts";

const HOUR = 60 * 60 * 1000;
const UNITS: ReadonlyMap<string, number> = new Map([
  ["h", HOUR],
  ["d", 24 * HOUR],
  ["w", 7 * 24 * HOUR],
]);
/** Ten years: a longer window is a typing error. */
const MAX_DAYS = 3660;

/**
 * The milliseconds of `24h`, `7d` or `1w`; `undefined` for `none`.
 *
 * @param key What the value belongs to, such as `slo.critical.fix`: the error names it.
 * @throws UsageError for anything else, zero, or more than ten years.
 */
export function parseDuration(text: string, key: string): number | undefined {
  if (text === "none") return undefined;
  const match = /^(\d{1,6})([hdw])$/.exec(text);
  const unit = UNITS.get(match?.[2] ?? "");
  const milliseconds = Number(match?.[1]) * (unit ?? Number.NaN);
  if (milliseconds > 0 && milliseconds <= MAX_DAYS * 24 * HOUR) return milliseconds;
  throw new UsageError(`${key} is "${text.slice(0, 60)}", which is no duration`, {
    hint: `Write a whole number above zero with h, d or w ("24h", "7d", "2w"; at most ${MAX_DAYS} days), or "none".`,
  });
}
