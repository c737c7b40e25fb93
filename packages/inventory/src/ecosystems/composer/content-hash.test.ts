import { expect, test } from "vitest";
import { contentHash } from "./content-hash.ts";

test.each([
  [
    String.raw`{"name":"ex/app","require":{"php":">=8.1","ex/a":"^1.0"},"require-dev":{},"extra":{"é":"a/b \"x\" 😀 \u007f\t","list":[],"n":1,"t":true,"z":null},"config":{"platform":{"php":"8.1.0"},"sort-packages":true},"autoload":{"psr-4":{}}}`,
    "e32c790ce3a25c25b5e89776f7eaf909",
  ],
  ['{"description":"nothing"}', "d751713988987e9331980363e24189ce"],
])("the content-hash is the one that Composer 2.5 gives: %#", (text, hash) => {
  expect(contentHash(JSON.parse(text) as Record<string, unknown>, text)).toBe(hash);
});
