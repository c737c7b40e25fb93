/** How much of a place a text takes. */
export type Measure = (text: string) => number;

/** UTF-8 bytes: what the step summary counts. */
export const inBytes: Measure = (text) => Buffer.byteLength(text, "utf8");

/** UTF-16 units: never fewer than the characters that a comment counts. */
export const inUnits: Measure = (text) => text.length;

/**
 * As many parts as fit, from the front, as one text. Where some are left out, `more(n)` says so and has its room kept.
 *
 * @returns the text and how much room is left.
 */
export function fit(
  parts: readonly string[],
  room: number,
  measure: Measure,
  more: (leftOut: number) => string,
): { readonly text: string; readonly room: number } {
  const sizes = parts.map(measure);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= room) return { text: parts.join(""), room: room - total };
  const kept: string[] = [];
  let left = room - measure(more(parts.length));
  for (const [index, part] of parts.entries()) {
    const size = sizes[index] ?? 0;
    if (size > left) break;
    kept.push(part);
    left -= size;
  }
  const note = more(parts.length - kept.length);
  if (measure(note) > room) return { text: "", room };
  const text = kept.join("") + note;
  return { text, room: room - measure(text) };
}
