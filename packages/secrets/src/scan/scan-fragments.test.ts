import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCheck } from "../test/run-check.ts";

/** Backtracks for longer than the world exists on what follows. */
const BAD = "'''^(a+)+z$'''";
const NAME = "a".repeat(60);
const RULE = '[[rules]]\nid = "r"\nregex = "key"\n';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "assay-limit-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("an expression that never ends is an error, wherever a configuration has it", () => {
  test.each([
    ["a global allowlist's path", `${RULE}[[allowlists]]\npaths = [${BAD}]\n`, "an allowlist"],
    ["the old form of it", `${RULE}[allowlist]\npaths = [${BAD}]\n`, "an allowlist"],
    [
      "a path beside a condition",
      `${RULE}[[allowlists]]\ncondition = "AND"\npaths = [${BAD}]\nregexes = ["k"]\n`,
      "the rule r",
    ],
    [
      "a global allowlist's text",
      `${RULE}[[allowlists]]\nregexTarget = "line"\nregexes = ['''^(a+)+z''']\n`,
      "the rule r",
    ],
    ["a rule's allowlist", `${RULE}[[rules.allowlists]]\npaths = [${BAD}]\n`, "the rule r"],
    ["the path of a rule", `${RULE}path = ${BAD}\n`, "the rule r"],
    ["a rule that is only a path", `[[rules]]\nid = "r"\npath = ${BAD}\n`, "the rule r"],
    ["the text of a rule", `[[rules]]\nid = "r"\nregex = '''^(a+)+z'''\n`, "the rule r"],
  ])("%s", async (_, config, who) => {
    await writeFile(join(root, ".gitleaks.toml"), config);
    await writeFile(join(root, NAME), `${NAME} key\n`);
    const error: unknown = await runCheck(root, { limitMs: 200 }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      kind: "external",
      message: expect.stringContaining(`longer than 200 ms: ${who}`),
    });
  });

  test("one that ends is none", async () => {
    await writeFile(join(root, ".gitleaks.toml"), `${RULE}[[allowlists]]\npaths = ["^a+$"]\n`);
    await writeFile(join(root, NAME), "key\n");
    await writeFile(join(root, "b.txt"), "key\n");
    const { findings, coverage } = await runCheck(root, { limitMs: 60_000 });
    expect(findings.map(({ location }) => location?.path)).toEqual(["b.txt"]);
    expect(coverage.skipped.map(({ item }) => item)).toContain(NAME);
  });
});
