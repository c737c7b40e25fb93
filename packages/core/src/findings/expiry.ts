const DAY = 24 * 60 * 60 * 1000;

/** The instant after the last one of a day in UTC, or `undefined` when the text is no day of the calendar. */
export function endOfDay(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return undefined;
  return start + DAY;
}
