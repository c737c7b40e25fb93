import { readYaml } from "@assay/core/yaml";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCodeOwners } from "./codeowners/read.ts";
import { dockerImages } from "./dockerfile/read.ts";
import { checkInsights } from "./insights/read.ts";
import { readPromises } from "./security-policy/promises.ts";
import { readSecurityPolicy } from "./security-policy/read.ts";
import { marksIn } from "./suppressions/marks.ts";
import { aRepository } from "./test/repository.ts";
import { barePythonComments } from "./tool-ignores/inline.ts";
import { readDependabot } from "./update-tools/dependabot.ts";
import { readRenovate } from "./update-tools/renovate.ts";
import { checkVex } from "./vex/check.ts";

/** Pieces of every format that is read, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "\n",
      "\r\n",
      " ",
      "|",
      "-",
      "#",
      "*",
      "**/",
      "@a",
      "[x]",
      "{",
      "}",
      ":",
      ",",
      '"',
      "'",
      "```",
      "<!--",
      "\\",
    ],
    ...[
      "critical",
      "24 h",
      "| fix |",
      "|-|\n",
      "FROM a",
      "ARG b=",
      "${b",
      "RUN <<E",
      "COPY --from=",
      "version: 2\n",
    ],
    ...[
      "updates:\n",
      "  - package-ecosystem: x\n",
      "cooldown: ",
      "header:\n",
      "  url: ",
      '"@context": "openvex"',
      '"statements": [{',
      "minimumReleaseAge",
      "# nosec",
      "a@b.c",
      "https://",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

test("no reader throws, and places lie in the text", () => {
  fc.assert(
    fc.property(text, (content) => {
      const lines = content.split("\n").length;
      const owners = readCodeOwners(content);
      owners.ruleOf("a/b");
      const { contacts } = readSecurityPolicy(content);
      const document = readYaml(content);
      readDependabot(document);
      checkInsights(document, new Date("2026-12-01"));
      checkVex(document.root);
      readRenovate(content);
      const found = [
        ...owners.rules,
        ...owners.problems,
        ...contacts,
        ...readPromises(content),
        ...dockerImages(content),
        ...barePythonComments(content),
      ];
      for (const { line, column } of found) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 1500 },
  );
});

test("patterns end on a megabyte that almost fits", async () => {
  const long = (piece: string) => piece.repeat(1_000_000 / piece.length);
  expect(readCodeOwners(`${long("[")} @a`).problems).toEqual([]);
  const marks = [
    `assay: ignore a -- ${long(" ")}b`,
    `<!-- assay: ignore a ${long("<!-- ")}`,
    `# assay: ignore ${long("a , ")}`,
  ];
  for (const text of marks)
    expect((await marksIn(aRepository({ "a.md": text }), "a.md")).length).toBeLessThan(2);
});
