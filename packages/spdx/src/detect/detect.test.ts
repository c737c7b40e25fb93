import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { normalizeDeclared } from "../declared.ts";
import { concludeLicense } from "./conclude.ts";
import { detectLicenses } from "./detect.ts";

const ROOT = new URL("../../../../", import.meta.url);
const textOf = (path: string) => readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8");

const MIT = textOf("node_modules/@biomejs/biome/LICENSE-MIT");
const BSD3 = textOf("node_modules/smol-toml/LICENSE");
const APACHE = textOf("LICENSE");
const ids = (text: string) => detectLicenses(text).ids;

/** One line, other quotes, another case. */
function reflowed(text: string): string {
  return text.replaceAll('"', "''").replace(/\s+/g, " ").toUpperCase();
}

test.each([
  ["MIT", MIT],
  ["BSD-3-Clause", BSD3],
  ["ISC", textOf("node_modules/yaml/LICENSE")],
  ["Apache-2.0", APACHE],
  ["Apache-2.0", textOf("node_modules/@biomejs/biome/LICENSE-APACHE")],
  ["Apache-2.0", textOf("node_modules/typescript/LICENSE")],
])("the whole text of %s is known", (id, text) => {
  expect(ids(text)).toEqual([id]);
});

test("line breaks, case, punctuation, titles and owners may differ", () => {
  const body = MIT.slice(MIT.indexOf("Permission"));
  expect(ids(reflowed(body))).toEqual(["MIT"]);
  expect(ids(`# The MIT License (MIT)\n\n© 2020 Somebody\n\n${body}`)).toEqual(["MIT"]);
  expect(ids(BSD3.replace(/the names? of[^.]*contributors/, "the name of Acme"))).toEqual([
    "BSD-3-Clause",
  ]);
});

test("the notice of the Apache license behind its text belongs to it, with or without the appendix", () => {
  const terms = APACHE.slice(0, APACHE.indexOf("END OF TERMS"));
  const notice = APACHE.slice(APACHE.indexOf("Licensed under the Apache License"));
  expect(ids(terms)).toEqual(["Apache-2.0"]);
  expect(ids(`${terms}END OF TERMS AND CONDITIONS\n\nCopyright The Authors\n\n${notice}`)).toEqual([
    "Apache-2.0",
  ]);
});

test("several whole texts in one file are all of them", () => {
  expect(ids(`${APACHE}\n---\n${BSD3}`)).toEqual(["Apache-2.0", "BSD-3-Clause"]);
});

test.each([
  ["a word more", MIT.replace("sublicense", "kindly sublicense")],
  ["a word less", MIT.replace("sublicense, ", "")],
  ["half of it", MIT.slice(0, MIT.length / 2)],
  ["a condition", `${MIT}\nThe Software shall be used for good.`],
  ["a choice", `You may choose either of these.\n${MIT}\n${APACHE}`],
  ["an exception", `${APACHE}\n---- LLVM Exceptions to the Apache 2.0 License ----\n`],
  ["a longer text", `${MIT}\n${"More is said here. ".repeat(40)}`],
  ["no licence", "All rights reserved."],
  ["nothing", ""],
])("a text with %s is none", (_, text) => {
  expect(ids(text)).toEqual([]);
});

test("notices are kept as they are written, without placeholders", () => {
  const { copyright } = detectLicenses(
    ` * Copyright (c) 2019 Ann\n// © 2020 Bob\nCopyright [yyyy] [name of owner]\nThe copyright notice`,
  );
  expect(copyright).toEqual(["Copyright (c) 2019 Ann", "© 2020 Bob"]);
});

test("hostile texts take time in proportion", () => {
  for (const piece of [
    "copyright (",
    "in no event shall ",
    "permission is hereby granted free of charge ",
  ])
    expect(ids(piece.repeat(100_000))).toEqual([]);
});

test.each([
  ["MIT", [["MIT"]], "MIT"],
  ["mit", [["MIT"]], "MIT"],
  ["MIT OR Apache-2.0", [["MIT"], ["Apache-2.0"]], "MIT OR Apache-2.0"],
  ["MIT OR Apache-2.0", [["MIT"]], "MIT OR Apache-2.0"],
  ["MIT AND ISC", [["MIT"]], undefined],
  ["MIT AND ISC", [["MIT"], ["ISC"]], "MIT AND ISC"],
  ["MIT", [["ISC"]], undefined],
  ["MIT", [["MIT"], ["ISC"]], undefined],
  ["MIT", [[]], undefined],
  ["Apache-2.0 WITH LLVM-exception", [["Apache-2.0"]], undefined],
  ["BSD License", [["BSD-3-Clause"]], "BSD-3-Clause"],
  ["BSD License", [["MIT"]], undefined],
  ["ask our lawyers", [["MIT"]], undefined],
  ["MIT OR", [["MIT"]], undefined],
  [undefined, [["MIT"], []], "MIT"],
  [undefined, [["Apache-2.0", "MIT"]], "Apache-2.0 AND MIT"],
  [undefined, [["MIT"], ["Apache-2.0"]], undefined],
])(
  "of a package that declares %j with the texts %j, %j is concluded",
  (declared, texts, expected) => {
    const license = declared === undefined ? undefined : normalizeDeclared(declared);
    expect(concludeLicense(license, texts)).toBe(expected);
  },
);
