import { ExternalError, UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { parseConfig } from "./parse-config.ts";
import { quoteProblems } from "./quote-problems.ts";

const marked = (error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  return [...error.places.values()].map(({ startLine, excerpt }) => [
    startLine,
    excerpt?.text,
    excerpt?.text.slice(excerpt.markStart, excerpt.markEnd),
  ]);
};
const thrown = (text: string) => {
  try {
    return parseConfig("assay.yml", text, []);
  } catch (error) {
    return error;
  }
};

test("each mistake of the config file has its line, with the key or value marked", () => {
  expect(marked(thrown("fail-on: hihg\nreport:\n  formts: [json]\n"))).toEqual([
    [1, "fail-on: hihg", "fail-on"],
    [3, "  formts: [json]", "formts"],
  ]);
});

test("mistakes of YAML have theirs", () => {
  expect(marked(thrown("fail-on: high\nfail-on: low\n"))).toEqual([[2, "fail-on: low", "fail-on"]]);
  expect(marked(thrown("report: [\n")).length).toBeGreaterThan(0);
});

test("a problem that somebody else words is quoted too, if it names a place in the file", () => {
  const text = "licenses:\n  allow:\n    - MIT\n    - 'GPL of theirs'\n";
  const error = new UsageError("An entry is wrong: assay.yml:4:7: it is no id", {
    problems: ["assay.yml:3:7: this one too", "other.yml:1:1: not ours", "assay.yml:99:1: gone"],
    hint: "Fix it.",
  });
  const quoted = quoteProblems(error, { path: "assay.yml", text });
  expect(marked(quoted)).toEqual([
    [4, "    - 'GPL of theirs'", "'GPL of theirs'"],
    [3, "    - MIT", "MIT"],
  ]);
  expect(quoted).toMatchObject({
    message: error.message,
    problems: error.problems,
    hint: "Fix it.",
  });
});

test.each([
  '{\n  "type": "service_account",\n  "private_key": "hunter2"\n}\n',
  "user: a\npass: hunter2: b\n",
])("of a file without any key of ours no line is quoted: %j", (text) => {
  const error = thrown(text);
  expect(error).toBeInstanceOf(UsageError);
  expect(marked(error)).toEqual([]);
});

test("other errors, and runs without a config file, stay as they are", () => {
  const external = new ExternalError("assay.yml:1:1: no");
  expect(quoteProblems(external, { path: "assay.yml", text: "a" })).toBe(external);
  const usage = new UsageError("assay.yml:1:1: no");
  expect(quoteProblems(usage, {})).toBe(usage);
});

test("a credential in the line is not quoted", () => {
  const [[, text] = []] = marked(
    thrown("version: 1\nfail_on: x # token: ghp_0123456789abcdefghij\n"),
  );
  expect(text).toContain("fail_on");
  expect(text).not.toContain("0123456789abcdefghij");
});
