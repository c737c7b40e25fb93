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
const APACHE = textOf("node_modules/@sigstore/bundle/LICENSE");
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
  ["Apache-2.0", textOf("LICENSE")],
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
  ["a choice in few words", `MIT or what you like\n${MIT}`],
  ["words of another language", `Kommerzielle Nutzung verboten.\n${MIT}`],
  ["another writing", `${MIT}\n禁止商业使用\n`],
  ["letters that look like others", `${MIT}\nсode\n`],
  ["words with gaps that nobody sees", `${MIT}\nn\u200bot for ban\u200bks\n`],
  ["a comment", `${MIT}\n<!-- banks excluded -->`],
  ["more than is looked at", `${MIT}${" ".repeat(70_000)}\nBanks excluded.`],
  ["no licence", "All rights reserved."],
  ["nothing", ""],
])("a text with %s is none", (_, text) => {
  expect(ids(text)).toEqual([]);
});

test.each([
  "Copyright (c) 2024 Acme. Commercial use is forbidden.",
  `Copyright (c) 2024 ${"Acme ".repeat(200)}Banks excluded.`,
  "Copyright 2024 Acme. Kommerzielle Nutzung verboten.",
  "Copyright 2024 公司 禁止商业使用",
  "Copyright 2024 Acme\rBanks excluded",
  "All rights reserved. You may not sell it.",
])("a notice that says more is no notice: %s", (notice) => {
  expect(ids(`${notice}\n${MIT.slice(MIT.indexOf("Permission"))}`)).toEqual([]);
});

test.each([
  "Copyright (c) 2015-present, Yahoo! Inc. All rights reserved.",
  "Copyright Jason R. Coombs",
  "© 2015 Rico Sta. Cruz <not@example.org> and other contributors",
  "Copyright Joyent, Inc. and other Node contributors. All rights reserved.",
])("whoever it names, a notice is one: %s", (notice) => {
  expect(ids(`${notice}\n${MIT.slice(MIT.indexOf("Permission"))}`)).toEqual(["MIT"]);
});

test.each([
  [
    BSD3,
    /the names? of[^.]*contributors/,
    "the name of Acme, and no bank runs it, nor the authors",
  ],
  [BSD3, "PROVIDED BY", "PROVIDED BY ACME FOR NONPROFIT BODIES AND BY"],
  [MIT, "IN NO EVENT SHALL", "IN NO EVENT SHALL IT BE USED BY BANKS OR SHALL"],
  [APACHE, /you may not use this file/i, "you may not sell or use this file"],
  [APACHE, "To apply the Apache", "Banks are excluded. To apply the Apache"],
  [APACHE, /\n\s*Licensed under the Apache/, "\nBanks are excluded.\nLicensed under the Apache"],
])("where a text has room for a name, nothing but a name fits (%#)", (text, place, more) => {
  expect(text).toMatch(place);
  expect(ids(text.replace(place, more))).toEqual([]);
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
    "a",
    "a.",
    "a@",
  ])
    expect(ids(piece.repeat(100_000).slice(0, 64 * 1024))).toEqual([]);
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
  [undefined, [["MIT"], ["MIT"]], "MIT"],
  [undefined, [["MIT"], []], undefined],
  ["MIT", [["MIT"], []], undefined],
  [undefined, [["Apache-2.0", "MIT"]], "Apache-2.0 AND MIT"],
  [undefined, [["MIT"], ["Apache-2.0"]], undefined],
])(
  "of a package that declares %j with the texts %j, %j is concluded",
  (declared, texts, expected) => {
    const license = declared === undefined ? undefined : normalizeDeclared(declared);
    expect(concludeLicense(license, texts)).toBe(expected);
  },
);
