const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const PREFIXED = /^0(?:x[\da-f]+|o[0-7]+)$/i;
const INFINITE = /^([+-]?)Infinity$/;

/** A number as literals and coerced strings write it; NaN where the text is none. */
export function parseNumber(text: string): number {
  const trimmed = text.trim();
  if (trimmed === "") return 0;
  const infinite = INFINITE.exec(trimmed);
  if (infinite !== null) return infinite[1] === "-" ? -Infinity : Infinity;
  return NUMBER.test(trimmed) || PREFIXED.test(trimmed) ? Number(trimmed) : Number.NaN;
}
