import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConfigSection, catalog, type UsageError } from "@assay/core";
import { object } from "@assay/core/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseConfig } from "../config/parse-config.ts";
import { runIn } from "../test/execute.ts";
import { levelOf } from "./rule-levels.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-rules-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The demo finds one thing of severity high by the rule `demo.bad`. */
async function withRules(text: string, explicit: Record<string, string | readonly string[]> = {}) {
  await writeFile(join(folder, "assay.yml"), `demo: { level: 9 }\n${text}`);
  return runIn(folder, { explicit });
}

describe("the level of a rule", () => {
  it.each([
    ["", "high", "block"],
    ["rules: { demo.bad: low }\n", "low", "report"],
    ["rules: { demo.*: low }\n", "low", "report"],
    ["rules: { demo.*: low, demo.bad: critical }\n", "critical", "block"],
    ["rules: { demo.bad: medium }\n", "medium", "block"],
  ])("%j makes it %s and it is to %s", async (text, severity, decision) => {
    const { report } = await withRules(text);
    expect(report.findings).toMatchObject([{ severity, decision, status: "open" }]);
    if (text !== "")
      expect(report.findings[0]?.decisionReason).toMatch(/^`rules` sets its severity/);
  });

  it("`off` takes the finding out of the verdict and leaves it in the report", async () => {
    const { report, exitCode } = await withRules("rules: { demo.bad: off }\n");
    expect(exitCode).toBe(0);
    expect(report.findings).toMatchObject([
      {
        status: "suppressed",
        decision: "report",
        suppression: { by: "config", reason: "The rule demo.bad is switched off by `rules`" },
      },
    ]);
    expect(report.headline).toContain("1 suppressed");
  });

  it("an option goes before the config file", async () => {
    const { report } = await withRules("rules: { demo.bad: off }\n", { rule: "demo.bad=high" });
    expect(report.findings).toMatchObject([{ severity: "high", decision: "block" }]);
    const group = await withRules("", { rule: ["demo.*=info"] });
    expect(group.report.findings[0]?.severity).toBe("info");
  });

  it("a rule is looked up by its own entry before its group's, and never by a name of every object", () => {
    expect(levelOf({ "demo.*": "low", "demo.bad": "off" }, "demo.bad")).toBe("off");
    expect(levelOf({ "demo.*": "low" }, "demonstration.bad")).toBeUndefined();
    expect(levelOf({}, "constructor")).toBeUndefined();
    expect(levelOf({ "demo.old": "off", "demo.*": "low" }, "demo.bad", ["demo.old"])).toBe("off");
  });
});

describe("what is refused", () => {
  it.each([
    ["rules: { demo.bda: low }\n", 'there is no rule "demo.bda"; did you mean `demo.bad`?'],
    ["rules: { dmo.*: low }\n", 'there is no rule "dmo.*"; did you mean `demo.*`?'],
    [
      "rules: { demo.bad: hgih }\n",
      'must be one of critical, high, medium, low, info, off; did you mean "high"?',
    ],
    ["rules: { suppressions.unused: off }\n", "can't be switched off"],
    ["rules: { settings.loosened: off }\n", "`settings.loosening` says whether it fails the run"],
  ])("%j", async (text, message) => {
    const error: UsageError = await withRules(text).catch((thrown) => thrown);
    expect(error.problems.join()).toContain(message);
    expect(error.problems[0]).toMatch(/^assay\.yml:2:\d+: /);
  });

  it.each([
    ["demo.bad", "each must be a rule and a level such as `licenses.unknown=low`"],
    ["demo.bad=hgih", 'did you mean "high"?'],
    ["demo.bda=low", "did you mean `demo.bad`?"],
    ["settings.loosened=off", "can't be set"],
  ])("--rule %s", async (item, message) => {
    await expect(withRules("", { rule: item })).rejects.toThrow(message);
  });

  it("the rules of an act", () => {
    const rules = catalog([
      { id: "sign.failed", title: "T", description: "D", help: "H", severity: "high" },
    ]);
    const act: ConfigSection = {
      key: "sign",
      check: false,
      description: "Acts.",
      schema: object({}),
      example: "",
      rules,
    };
    const parse = (): unknown => parseConfig("assay.yml", "rules: { sign.failed: low }", [act]);
    expect(parse).toThrow(
      expect.objectContaining({
        problems: [expect.stringContaining("sign.failed belongs to an act")],
      }),
    );
  });
});
