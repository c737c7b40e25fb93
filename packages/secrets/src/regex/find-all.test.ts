import fc from "fast-check";
import { expect, test } from "vitest";
import { createFinder, findAll } from "./find-all.ts";
import { translate } from "./translate.ts";

const text = fc.stringMatching(/^[abk. =\u212a\n-]{0,60}$/);

test.each([
  "[\\w.-]{0,5}?(?:ab|k)=",
  "(?i)[\\w.-]{0,3}?(?:ab|k)[ =]{1,2}",
  "[\\w.-]{0,50}?\\bab",
  "[a-b]{0,2}?a",
  "[\\w]{0,5}ab",
  "\\b(ab)",
])("the quick way finds what the plain one finds: %s", (pattern) => {
  const { source, root } = translate(pattern);
  const find = createFinder(source, root);
  const plain = new RegExp(source, "g");
  fc.assert(
    fc.property(text, (haystack) => {
      expect(find(haystack)).toEqual(findAll(plain, haystack));
    }),
    { numRuns: 500 },
  );
});
