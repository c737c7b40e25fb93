/** Shortens text to at most `limit` UTF-16 units, at a word where one ends in the last fifth, and never inside a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = Math.max(0, limit - 1);
  let end = room;
  const blank = text.lastIndexOf(" ", room);
  if (blank >= room * 0.8) end = blank;
  else if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
  return `${text.slice(0, end).trimEnd()}…`.slice(0, limit);
}

/** The last characters of a path say more than the first. */
export function clipStart(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const tail = text.slice(text.length - Math.max(0, limit - 1));
  return `…${isLowSurrogate(tail.charCodeAt(0)) ? tail.slice(1) : tail}`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
