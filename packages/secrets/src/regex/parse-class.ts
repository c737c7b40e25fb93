import { classItem, negate, normalize, POSIX, type Ranges } from "./character-class.ts";
import { parseCharacterEscape, parseClassEscape } from "./parse-escape.ts";
import type { PatternReader } from "./pattern-reader.ts";

/** A bracket class; the cursor is behind its `[`. Folding comes before negation, as in Go. */
export function parseClass(reader: PatternReader, fold: boolean): Ranges {
  const start = reader.offset - 1;
  const negated = reader.take("^");
  const out: (readonly [number, number])[] = [];
  // A `]` that comes first is a character.
  for (let first = true; first || !reader.startsWith("]"); first = false) {
    if (reader.peek() < 0) throw reader.fail("the character class is not closed", start);
    const named =
      parseNamed(reader, fold) ??
      (reader.startsWith("\\") ? parseClassEscape(reader, fold) : undefined);
    if (named !== undefined) {
      out.push(...named);
      continue;
    }
    const from = reader.offset;
    const low = parseOne(reader, start);
    let high = low;
    if (reader.startsWith("-") && reader.pattern[reader.offset + 1] !== "]") {
      reader.offset += 1;
      if (reader.peek() < 0) throw reader.fail("the character class is not closed", start);
      high = parseOne(reader, start);
      if (high < low) {
        throw reader.fail(
          `the range ${reader.pattern.slice(from, reader.offset)} runs backwards`,
          from,
        );
      }
    }
    out.push(...classItem([[low, high]], false, fold));
  }
  reader.offset += 1;
  return negated ? negate(out) : normalize(out);
}

function parseOne(reader: PatternReader, start: number): number {
  if (reader.peek() < 0) throw reader.fail("the character class is not closed", start);
  return reader.startsWith("\\") ? parseCharacterEscape(reader) : reader.next();
}

/** `[:alpha:]` or `[:^alpha:]`. */
function parseNamed(reader: PatternReader, fold: boolean): Ranges | undefined {
  if (!reader.startsWith("[:")) return undefined;
  const end = reader.pattern.indexOf(":]", reader.offset + 2);
  if (end < 0) return undefined;
  const text = reader.pattern.slice(reader.offset + 2, end);
  const negated = text.startsWith("^");
  const ranges = POSIX.get(negated ? text.slice(1) : text);
  if (ranges === undefined) throw reader.fail(`[:${text}:] is no known class`);
  reader.offset = end + 2;
  return classItem(ranges, negated, fold);
}
