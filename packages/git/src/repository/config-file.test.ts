import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { newFolder, removeTestRepositories } from "../test/repository.ts";
import { parseConfigFile } from "./config-file.ts";

afterAll(removeTestRepositories);

const TEXTS = [
  '[remote "origin"]\n\turl = https://example.org/a.git\n',
  "[Remote.Old]\nURL=a\n[core] bare = true ; same line\n",
  '[a "b\\"c\\\\d.E"] x = 1 # comment\n  y\n z =\n',
  '[a]\nx = "quoted # ; " and \\"not\\" \\\\ \\t tab \nlong = one \\\n  two\n',
  "\ufeff[a]\r\nx = 1\r\ny = 2   \r\n",
  "; c\n# d\n[a]\n\n x =  in  side  # c\n x = twice\n",
  '[a]x=1\n[b ""]x=2\n[c-d.e]x-y=3',
  '[include]\n\tpath = other\n[includeIf "gitdir:/**"]\n\tpath = other\n',
];

it.each(TEXTS)("reads as git does: %j", (text) => {
  const folder = newFolder();
  const file = join(folder, "config");
  writeFileSync(file, text);
  const list = execFileSync("git", ["config", "--file", file, "--null", "--list"], {
    cwd: folder,
    encoding: "utf8",
  });
  const expected = list
    .split("\0")
    .filter((record) => record !== "")
    .map((record) => {
      const [key = "", ...value] = record.split("\n");
      return { key, value: value.length === 0 ? "true" : value.join("\n") };
    });
  expect(expected).not.toEqual([]);
  expect(parseConfigFile(text)).toEqual(expected);
});

it("ends where git would refuse the file, however long it is", () => {
  expect(parseConfigFile("[a]\nx = 1\n[b\ny = 2\n")).toEqual([{ key: "a.x", value: "1" }]);
  expect(parseConfigFile("x = 1\n")).toEqual([]);
  const many = `[a]\n${"x = 1\n".repeat(50_000)}`;
  expect(parseConfigFile(many)).toHaveLength(50_000);
});
