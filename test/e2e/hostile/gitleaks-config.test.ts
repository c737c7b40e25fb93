import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { awsKey } from "../scenes.ts";
import { action, assayOn } from "./run.ts";

afterAll(cleanUp);

const LEAK = { "a.env": `AWS_KEY=${awsKey()}\n` };
const TREE = ["secrets", ".", "--mode", "tree"];
const rule = (regex: string) => `[[rules]]\nid = "mine"\nregex = '''${regex}'''\n`;

describe("a gitleaks configuration", () => {
  it.concurrent.each([
    ["that is no TOML", "[[rules]\nid=", /line 1 is no valid TOML.*Fix the file/],
    ["of binary", Buffer.from([0xff, 0xfe, 0, 1, 2, 3]), /is no valid TOML/],
    ["that is empty", "", /has no rules, so nothing could ever be found.*useDefault = true/],
    ["with wrong types", "[[rules]]\nid = 5\nregex = []\n", /number 1: `id` must be a string/],
    [
      "with an open bracket",
      rule("(a"),
      /"mine": the expression in `regex` is not valid at character 1/,
    ],
    [
      "with look-around",
      rule("(?<=x)a"),
      /look-around and atomic groups do not exist in Go's syntax/,
    ],
    ["with a back-reference", rule("(a)\\1"), /is a back-reference.*Go's syntax/],
    ["with a repeat of repeats", rule("((a{1000}){1000}){1000}"), /not valid/],
    ["nested 100,000 deep", rule(`${"(".repeat(100_000)}a${")".repeat(100_000)}`), /not valid/],
    [
      "that extends a file outside",
      '[extend]\npath = "../../../etc/passwd"\n',
      /leads out of the working directory/,
    ],
  ])("%s is an error, and never 'no findings'", async (_, config, message) => {
    const result = await assayOn({ ...LEAK, ".gitleaks.toml": config }, TREE);
    expect(result).toMatchObject({ exitCode: 2, rules: [] });
    expect(result.told).toMatch(message);
  });

  it.concurrent.each([
    ["../../../etc/passwd", /no valid TOML|no such file can be read/],
    ["/etc/passwd", /no valid TOML/],
    ["nope.toml", /no such file can be read/],
    ["-x", /no such file can be read/],
    [".", /no such file can be read|regular file/],
  ])("at %s is refused", async (path, message) => {
    const cli = await assayOn(LEAK, [...TREE, `--gitleaks-config=${path}`]);
    const run = await action("secrets", { files: LEAK, inputs: { "gitleaks-config": path } });
    expect([cli.exitCode, run.exitCode, run.outputs["outcome"]]).toEqual([2, 2, "error"]);
    expect(cli.told).toMatch(message);
    expect(run.annotations.map((one) => one.message).join(" ")).toMatch(message);
  });

  it("whose expression never ends is stopped, and the run fails", async () => {
    const files = { "a.txt": `${"a".repeat(50)}!\n`, ".gitleaks.toml": rule("(a+)+$") };
    const result = await assayOn(files, TREE);
    expect(result).toMatchObject({ exitCode: 3, rules: [] });
    expect(result.told).toMatch(
      /took longer than \d+ ms: the rule mine on a\.txt.*Bound the repeats/,
    );
  });
});
