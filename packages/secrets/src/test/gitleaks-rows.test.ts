import { expect, test } from "vitest";
import { readGitleaksConfig } from "../config/gitleaks-config.ts";
import { createEngine } from "../engine/engine.ts";
import { builtInRules } from "../rules/built-in-rules.ts";
import { gitleaksRow } from "./gitleaks-rows.ts";

async function rows(text: string, regex = "acme_[a-z0-9]{4}(?:\\n[a-z]{4})?") {
  const ruleSet = await readGitleaksConfig(
    { name: "t", text: `[[rules]]\nid = "acme"\nregex = '''${regex}'''` },
    { builtIn: builtInRules, readExtended: async () => "", warn: () => {} },
  );
  const fragment = { text, path: "a", commit: "c", startLine: 1 };
  return createEngine(ruleSet, { maxDecodeDepth: 0 })
    .scan(fragment)
    .map(gitleaksRow)
    .map(({ StartLine, EndLine, StartColumn, EndColumn }) => [
      StartLine,
      StartColumn,
      EndLine,
      EndColumn,
    ]);
}

// All rows were compared with gitleaks 8.30.1.
test.each([
  ["the first line is right", "é acme_abcd\n", [1, 4, 1, 12]],
  ["columns of later lines are one too high", "x\né acme_abcd\n", [2, 5, 2, 13]],
  ["a last line without a newline", "x\nacme_abcd", [2, 2, 2, 10]],
  ["a match over two lines", "acme_abcd\nefgh\n", [1, 1, 2, 5]],
  ["into a last line without a newline: the end is lost", "x\nacme_abcd\nefgh", [2, 2, 2, 0]],
])("%s", async (_, text, expected) => {
  expect(await rows(text)).toEqual([expected]);
});

test("a match that begins on a newline belongs to the next line", async () => {
  expect(await rows("x\nacme_abcd\n", "\\nacme_[a-z]{4}")).toEqual([[2, 1, 2, 9]]);
});
