import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { lockfile } from "../scenes.ts";
import { action, assayOn } from "./run.ts";

afterAll(cleanUp);

const FILES = { "package-lock.json": lockfile({ left: "MIT" }), file: "x\n" };
const LONG = "x".repeat(120_000);

describe("the command line", () => {
  it.concurrent.each([
    [
      "a choice that is not there",
      ["--fail-on", LONG],
      /`--fail-on` is "x{50,200}\u2026"; it must be one of critical/,
    ],
    ["an empty choice", ["--fail-on="], /`--fail-on` is ""; it must be one of/],
    ["a blank choice", ["--fail-on", "  "], /`--fail-on` is ""; it must be one of/],
    [
      "a number of 400 digits",
      ["--max-decode-depth", "9".repeat(400)],
      /must be a whole number from 0 to 20/,
    ],
    [
      "a negative number",
      ["--max-decode-depth=-1"],
      /"-1"; it must be a whole number from 0 to 20/,
    ],
    ["a number in hex", ["--max-decode-depth=0x10"], /must be a whole number from 0 to 20/],
    ["an option without a value", ["--mode"], /`--mode` needs a value/],
    ["an option twice", ["--mode=tree", "--mode=history"], /is given more than once/],
    ["an unknown option", ["--ofline"], /no option `--ofline`; did you mean "--offline"/],
    ["an unknown flag", ["-z"], /no option `-z`/],
    ["a config named like an option", ["--config=--help"], /config file --help does not exist/],
    ["a config with a long name", ["--config", LONG], /file x+\u2026/],
    [
      "a baseline outside that is none",
      ["--baseline=../../etc/passwd"],
      /baseline \.\.\/\.\.\/etc\/passwd (?:is not valid JSON|does not exist)/,
    ],
    ["a baseline that is not there", ["--baseline=-x"], /baseline -x does not exist/],
    ["a baseline that is no report", ["--baseline=file"], /file/],
    ["an empty folder for reports", ["--report-directory="], /must not be empty/],
    ["two folders", ["other"], /`?\[folder\]`? is given once/],
  ])("refuses %s", async (_, args, message) => {
    const result = await assayOn(FILES, ["secrets", ".", ...args]);
    expect(result).toMatchObject({ exitCode: 2, rules: [] });
    expect(result.told).toMatch(message);
    expect(result.told.length).toBeLessThan(4000);
  });

  it.concurrent.each([
    ["nope", /folder \S+nope does not exist.*working-directory/],
    ["file", /file is a file, and a folder is looked at/],
    ["", /must not be empty/],
    [LONG, /does not exist/],
    ["x\u001b[31m\n::error::y", /does not exist/],
  ])("refuses the folder %j", async (folder, message) => {
    const result = await assayOn(FILES, ["secrets", folder]);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    if (folder !== LONG) expect(result.told).toMatch(message);
    expect(result.told).not.toMatch(/(?:^|\n)\s*::error/);
    expect(result.told.length).toBeLessThan(4000);
  });

  it.concurrent.each(["__proto__", "constructor", "", LONG, "-"])(
    "knows no command %j",
    async (name) => {
      const result = await assayOn(FILES, [name.slice(0, 100_000)]);
      expect(result).toMatchObject({ exitCode: 2, stdout: "" });
      expect(result.told.length).toBeLessThan(1000);
    },
  );
});

describe("a step", () => {
  it.concurrent.each([
    ["too long a text", { "fail-on": LONG }, /`fail-on` is "x{50,200}\u2026"; it must be one of/],
    ["blanks", { "fail-on": "  " }, /`fail-on` is ""; it must be one of/],
    ["a folder like an option", { "working-directory": "--help" }, /--help does not exist/],
    ["a config like an option", { config: "--help" }, /config file --help does not exist/],
    [
      "a config outside that is none",
      { config: "../../../etc/passwd" },
      /no mapping of keys|does not exist/,
    ],
    [
      "many mistakes at once",
      { "fail-on": "x", offline: "x", comment: "x" },
      /fail-on[\s\S]*offline[\s\S]*comment|3 inputs are wrong/,
    ],
  ])("refuses %s", async (_, inputs, message) => {
    const run = await action("licenses", { files: FILES, inputs });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([2, "error"]);
    const told = run.annotations.map((one) => one.message).join(" ");
    expect(told).toMatch(message);
    expect(told.length).toBeLessThan(4000);
  });

  it.concurrent("takes an input that was left empty as not given", async () => {
    const inputs = { "fail-on": "", mode: "", allow: "", "working-directory": "", config: "" };
    const run = await action("licenses", { files: FILES, inputs });
    expect([run.exitCode, run.outputs["outcome"], run.annotations]).toEqual([0, "pass", []]);
  });
});
