import fc from "fast-check";
import { expect, test } from "vitest";
import { keywordSearch } from "./keywords.ts";

test("finds what a plain search finds, in any case", () => {
  const word = fc.stringMatching(/^[abk_.]{1,5}$/);
  const text = fc.stringMatching(/^[abkABK_.\u00e9\u4e2d ]{0,60}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 12 }), text, (keywords, haystack) => {
      const expected = keywords.flatMap((keyword, index) =>
        haystack.toLowerCase().includes(keyword) ? [index] : [],
      );
      expect([...keywordSearch(keywords).find(haystack)].sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});

test("keywords inside one another and beyond ASCII are all found", () => {
  const search = keywordSearch(["she", "he", "hers", "é中", "key"]);
  expect([...search.find("usHErs")].sort()).toEqual([0, 1, 2]);
  expect(search.find("xé中")).toEqual([3]);
  // Go folds the Kelvin sign to k.
  expect(search.find("\u212aEY")).toEqual([4]);
  expect(keywordSearch([]).find("anything")).toEqual([]);
});
