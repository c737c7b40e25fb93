import fc from "fast-check";
import { expect, test } from "vitest";
import { createFinder, findAll } from "./find-all.ts";
import { translate } from "./translate.ts";

const text = fc.stringMatching(/^[abk. =\u212a\n-]{0,60}$/);

test.each([
  // The form of a provider's rule: a name before a value, or a token by itself.
  "(?i)[\\w.-]{0,5}?(?:(?-i:A|a)b|k)(?:[ .]{0,3})[ =]{1,2}([abk]{2})(?:[ =]|$)|\\b(kkb[ab]{2})(?:[ =]|$)",
  "[\\w.-]{0,5}?(?:ab|k)=",
  "(?i)[\\w.-]{0,3}?(?:ab|k)[ =]{1,2}",
  "[\\w.-]{0,50}?\\bab",
  "[a-b]{0,2}?a",
  "[\\w]{0,5}ab",
  "\\b(ab)",
  // A preamble in one alternative only, in the first, the last, and in several.
  "[\\w.-]{0,5}?ab=|\\b(bk)",
  "\\b(bk)|[\\w.-]{0,5}?ab=",
  "[\\w.-]{0,3}?a=|[ =]{0,2}?b|k{2}",
  "(?:[\\w.-]{0,4}?a|k)[ =]b",
  "(?:(?:[a-b]{0,4}?k|b)=|[.k]{0,2}?a) ",
  // Two preambles, of one class and of several.
  "[\\w.-]{0,3}?[\\w.-]{0,3}?(?:k=)",
  "[\\w.-]{0,3}?(?i:[\\w.-]{0,4}?(?:ab|k)[ =]{0,2})=",
  "[ab]{0,2}?[b=]{0,2}?k",
  "[b=]{0,2}?[ab]{0,3}?[k.]{0,1}?(?:k|ab)",
  // What must not be split: an alternative of nothing, a greedy repeat, one without an end.
  "[ab]{0,2}?|k",
  "(?:[ab]{0,3}|[b=]{0,2}?a)k",
  "[ab]*?k|b",
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
