const DAY = 24 * 60 * 60 * 1000;
const REVIEW_DAYS = 180;

/**
 * The day that an entry to paste ends on: half a year from today, `YYYY-MM-DD` in UTC.
 *
 * @param today By the machine's time: with an old `SOURCE_DATE_EPOCH` the entry would be over before it is pasted.
 */
export function reviewDay(today: Date): string {
  return new Date(today.getTime() + REVIEW_DAYS * DAY).toISOString().slice(0, 10);
}

/** The instant after the last one of a day in UTC, or `undefined` when the text is no day of the calendar. */
export function endOfDay(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return undefined;
  return start + DAY;
}
