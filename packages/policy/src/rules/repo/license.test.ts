import { expect, test } from "vitest";
import { violationsOf } from "../../test/repository.ts";
import { repoLicense } from "./license.ts";

const MIT =
  "MIT License\n\nCopyright (c) 2026 A\n\nPermission is hereby granted, free of charge, …";
const judge = async (files: Record<string, string>, visibility: "auto" | "private" = "auto") =>
  (await violationsOf(repoLicense, files, { settings: { visibility } })).map(({ path, key }) => [
    path,
    key,
  ]);

test.each([
  ["LICENSE", MIT],
  ["license.txt", MIT],
  ["LICENCE-MIT.md", MIT],
  ["COPYING", "GNU GENERAL PUBLIC LICENSE"],
  ["LICENSES/Apache-2.0.txt", ""],
])("%s is fine", async (path, text) => {
  expect(await judge({ [path]: text })).toEqual([]);
});

test("none, one elsewhere and a text that nobody knows", async () => {
  expect(await judge({ "src/LICENSE": MIT, "licenses.ts": MIT })).toEqual([["LICENSE", "missing"]]);
  expect(await judge({ "LICENSE.md": "All rights reserved." })).toEqual([
    ["LICENSE.md", "unknown"],
  ]);
});

test("a private repository needs none", async () => {
  expect(await judge({}, "private")).toEqual([]);
});
