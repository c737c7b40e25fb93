import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Document, type Scalar, visit } from "yaml";
import { readYaml } from "./index.ts";
import { asLibraryReads, shapeOf } from "./test/library.ts";

/** The same texts each time: what the library thinks of a text that nobody saw is its own matter. */
const RUNS = { numRuns: 1500, seed: 20_261_128 };

const text = fc.oneof(
  fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
  fc.constantFrom("yes", "null", "~", "1", "0x1f", "1e3", ".inf", "- a", "a: b", "# a", "a #b"),
  fc.constantFrom("", " ", "a\nb", "a\n\n b\n", "\ta", "a\n\n", "'", '"\\', "é😀", "---", "{a}"),
  fc
    .array(fc.constantFrom("lorem", "ipsum", "dolor", "sit"), { minLength: 20, maxLength: 40 })
    .map((words) => words.join(" ")),
);
/** The library writes two keys of blanks alone as one. */
const key = text.filter((each) => each.trim() !== "");
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const style = fc.constantFrom(
  "PLAIN",
  "QUOTE_SINGLE",
  "QUOTE_DOUBLE",
  "BLOCK_LITERAL",
  "BLOCK_FOLDED",
);

test("what the library writes is read with its values and places", () => {
  fc.assert(
    fc.property(
      value,
      fc.array(style, { minLength: 1 }),
      fc.infiniteStream(fc.boolean()),
      fc.boolean(),
      (made, styles, flows, crlf) => {
        const document = new Document(made, { aliasDuplicateObjects: true });
        let count = 0;
        visit(document, {
          Scalar(_, node: Scalar) {
            if (typeof node.value === "string")
              node.type = styles[count++ % styles.length] ?? "PLAIN";
          },
          Collection(_, node) {
            node.flow = flows.next().value === true;
            if (count++ % 3 === 0) node.comment = " a comment";
          },
        });
        const written = document.toString();
        expectSame(crlf ? written.replaceAll("\n", "\r\n") : written);
      },
    ),
    RUNS,
  );
});

function expectSame(text: string): void {
  const { shape, errors } = asLibraryReads(text);
  expect(errors).toEqual([]);
  const { root, problems } = readYaml(text);
  expect(problems).toEqual([]);
  expect(root && shapeOf(root, text)).toEqual(shape());
}

const WRITTEN = [
  "a: b\nc:\n  - d\n  - e: f\n    g: h\n",
  "a: &x {b: c, d: [e, 'f']}\ng: *x\n",
  "? a\n: b\n? c\n: - d\n",
  "a: |\n  b\n   c\n\n  d\ne: >-\n  f\n\n   g\n",
  "a: \"b\\n\n  c\"\nd: 'e''f'\n",
  "- - a\n  - b\n-\n  c: d\n",
  "%YAML 1.2\n---\na: !!str b # c\n...\n",
  "a:\n- &y b\n- *y\n# c\nd: |+2 # e\n   f\n\ng: h",
  '[a: b, ? c : d, "e": f, {g, h: i}]\n',
  "a: b\n  c\n\n  d\ne: 1\nf: 0x1\n",
  "!!map\na: &b\n  c: !!int 1\n&d e: f\n",
  "a:\r\n  b: c\r\n  d: |\r\n    e\r\n",
];
const PIECES =
  "a|b|: |:|- |-|? |?|\n|\n|\n  |\n |\n    | |  |\t|#| # c|&x |*x|!!str |!!int |! |[|]|{|}|,|>|>2|\"|'|\\n|\\|---|...|1|null|~|true|.5|\r\n|@|`|<<: |\\u0041|''|é"
    .split("|")
    .concat("|", "|-", "|+", "|1");

const changed = fc
  .tuple(
    fc.constantFrom(...WRITTEN, "", ""),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(2), fc.constantFrom(...PIECES)),
      {
        minLength: 1,
        maxLength: 7,
      },
    ),
  )
  .map(([start, changes]) =>
    changes.reduce((text, [share, length, piece]) => {
      const at = Math.floor(share * (text.length + 1));
      return text.slice(0, at) + piece + text.slice(at + length);
    }, start),
  );

/** Refusals of the library that are none of ours, and why: README.md. */
const LENIENT =
  /Tabs are not allowed|sufficiently indented|Map keys must be unique|more than one document|YAML version|%YAML directive/;
/** A comment at the start of a line, before a text whose lines are indented differently: the library joins the next key to it. */
const OWN_MISTAKE = /\n#/;
/** Texts whose values differ, and why: README.md. */
const OTHERWISE = /\\\r?\n\s*\n|[|>][-+\d]*(?: #.*)?\r?\n(?:[ \r]*\n)*[ ]+\r?(?:\n|$)|\n *$|! *:/;

describe("texts that are changed by chance", () => {
  test("what the library refuses we refuse, and what both read is the same", () => {
    let read = 0;
    fc.assert(
      fc.property(changed, (text) => {
        const { shape, errors } = asLibraryReads(text);
        const { root, problems } = readYaml(text);
        if (errors.length > 0) {
          const isLenient =
            errors.some((message) => LENIENT.test(message)) || OWN_MISTAKE.test(text);
          if (!isLenient) expect(problems).not.toEqual([]);
        } else if (problems.length === 0 && root !== undefined && !OTHERWISE.test(text)) {
          read++;
          expect(shapeOf(root, text)).toEqual(shape());
        }
      }),
      { ...RUNS, numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(300);
  });
});
