import fc from "fast-check";
import { expect, test } from "vitest";
import { ENCODINGS } from "./decode-kinds.ts";
import { encodedRuns, touches } from "./encoded-runs.ts";

/** The definition: one search with the joined expression. */
function plainRuns(text: string) {
  const joined = new RegExp(ENCODINGS.map(({ source }) => `(${source})`).join("|"), "g");
  const all = [...text.matchAll(joined)].map((found) => ({
    rank: found.slice(1).findIndex((group) => group !== undefined),
    span: { start: found.index, end: found.index + found[0].length },
  }));
  type Run = (typeof all)[number];
  const loses = (run: Run, other: Run | undefined) =>
    other !== undefined && touches(run.span, other.span) && other.rank < run.rank;
  return all.filter((run, i) => !loses(run, all[i - 1]) && !loses(run, all[i + 1]));
}

test("the quick search finds what the plain one finds", () => {
  const part = fc.oneof(
    fc.stringMatching(/^[0-9a-f]{1,40}$/),
    fc.stringMatching(/^[A-Za-z0-9+/_-]{1,24}={0,3}$/),
    fc.constantFrom(
      "%41",
      "%4",
      "%",
      "U+0061",
      "U+",
      "\\u0061",
      "\\\\u0062",
      "\\",
      " ",
      "\n",
      "é",
      "=",
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      expect(encodedRuns(text).map(({ rank, span }) => ({ rank, span }))).toEqual(plainRuns(text));
    }),
    { numRuns: 2000 },
  );
});
