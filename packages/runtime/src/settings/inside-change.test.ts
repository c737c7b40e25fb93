import { rm } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { change, type Files, gateCommand, gatesCommand, pullRequest } from "../test/gate.ts";

afterAll(cleanUp);

const ALLOWED = "gate: { allow: [MIT] }\n";

describe("a change from inside", () => {
  it.each<[string, Files, Files, readonly (readonly [string, string, string])[]]>([
    [
      "a higher threshold",
      { "assay.yml": "fail-on: low\n" },
      { "assay.yml": "fail-on: never\n" },
      [["fail-on", "low", "never"]],
    ],
    [
      "a deleted file",
      { "assay.yml": "fail-on: low\n" },
      { "assay.yml": null },
      [["fail-on", "low", "medium"]],
    ],
    [
      "a renamed file",
      { "assay.yml": "fail-on: low\n" },
      { "assay.yml": null, ".github/assay.yml": "fail-on: high\n" },
      [["fail-on", "low", "high"]],
    ],
    ["a new file", {}, { "assay.yml": "checks: [gate]\n" }, [["checks", "gate, idle", "gate"]]],
    [
      "a longer list",
      {},
      { "assay.yml": "gate: { allow: [MIT, GPL] }\n" },
      [["gate.allow", "MIT", "MIT, GPL"]],
    ],
    [
      "exceptions",
      { "assay.yml": "gate: { exceptions: [a] }\n" },
      { "assay.yml": "gate: { exceptions: [a, b] }\n" },
      [["gate.exceptions", "a", "a, b"]],
    ],
    [
      "a rule off",
      {},
      { "assay.yml": "rules: { gate.leak: off }\n" },
      [["rules.gate.leak", "high", "off"]],
    ],
    [
      "an ignore file",
      { ".gateignore": "a\n" },
      { ".gateignore": "a\nb\n" },
      [[".gateignore", "1 line", "2 lines"]],
    ],
    [
      "an acknowledgement",
      {},
      { ".assay/acknowledgements.yml": "- { id: gate.leak, owner: ann, date: 2026-01-01 }\n" },
      [[".assay/acknowledgements.yml", "0 acknowledgements", "1 acknowledgement"]],
    ],
    [
      "an acknowledgement of an earlier day, and one that is open again",
      {
        ".assay/acknowledgements.yml":
          "- { id: a, owner: ann, date: 2026-01-02 }\n- { id: b, owner: ann, date: 2026-01-02, fixed: 2026-01-03 }\n",
      },
      {
        ".assay/acknowledgements.yml":
          "- { id: a, owner: ann, date: 2026-01-01 }\n- { id: b, owner: ann, date: 2026-01-02 }\n",
      },
      [[".assay/acknowledgements.yml", "1 acknowledgement", "2 acknowledgements"]],
    ],
    ["no socket", {}, { "assay.yml": "offline: true\n" }, [["offline", "false", "true"]]],
  ])("loosens by %s, and each key is a finding", async (_, base, own, expected) => {
    const { report } = await (await change(base, own)).run();
    expect(report.settings.loosened).toEqual(
      expected.map(([key, before, after]) => ({ key, before, after })),
    );
    const found = report.findings.filter(({ ruleId }) => ruleId === "settings.loosened");
    expect(found).toHaveLength(expected.length);
    expect(found[0]).toMatchObject({ check: "settings", severity: "low", decision: "report" });
    for (const [index, [key, before, after]] of expected.entries()) {
      expect(found[index]?.message).toContain(`\`${key}\``);
      expect(found[index]?.evidence?.map(({ value }) => value)).toEqual([before, after]);
    }
  });

  it.each<[string, Files, Files]>([
    ["a lower threshold", { "assay.yml": "fail-on: high\n" }, { "assay.yml": "fail-on: low\n" }],
    [
      "the same in another place",
      { "assay.yml": ALLOWED },
      { "assay.yml": null, ".github/assay.yml": `# new\n${ALLOWED}` },
    ],
    ["a shorter list", { "assay.yml": "gate: { allow: [MIT, GPL] }\n" }, { "assay.yml": ALLOWED }],
    ["what was the default", {}, { "assay.yml": "fail-on: medium\ngate: { allow: [MIT] }\n" }],
    ["a shorter ignore file", { ".gateignore": "a\nb\n" }, { ".gateignore": "b\n" }],
    [
      "a ledger with less, later and closed entries",
      {
        ".assay/acknowledgements.yml":
          "- { id: a, owner: ann, date: 2026-01-02 }\n- { id: b, owner: ann, date: 2026-01-02 }\n- { id: c, owner: ann, date: 2026-01-02 }\n",
      },
      {
        ".assay/acknowledgements.yml":
          "- { id: A, owner: bob, date: 2026-01-03 }\n- { id: b, owner: ann, date: 2026-01-02, fixed: 2026-01-04 }\n",
      },
    ],
    ["a rule that counts more", {}, { "assay.yml": "rules: { gate.leak: critical }\n" }],
  ])("loosens nothing by %s", async (_, base, own) => {
    const { report } = await (await change(base, own)).run();
    expect(report.settings.loosened).toEqual([]);
    expect(report.checks.map(({ check }) => check)).not.toContain("settings");
  });

  it("loosens by leaving out the section that a check runs for", async () => {
    const { run } = await change({ "assay.yml": ALLOWED }, { "assay.yml": null });
    const parts: (typeof gatesCommand)["parts"] = async (_, config) =>
      config.section("gate") === undefined ? [] : [gateCommand];
    const { report } = await run({ command: { ...gatesCommand, parts } });
    expect(report.settings.loosened).toEqual([
      { key: "checks", before: "gate", after: "an empty list" },
    ]);
  });

  it("loosens by a file that a variable names in place of the usual one", async () => {
    const { run } = await change(
      { "own.txt": "a\n" },
      { "own.txt": "a\nb\n", ".gateignore": "c\n" },
    );
    const settingsFiles = [
      { path: ".gateignore", loosened: "added", environment: "GATE_IGNORE" } as const,
    ];
    const command = { ...gateCommand, settingsFiles };
    const environment = { PATH: process.env["PATH"], GATE_IGNORE: "own.txt" };
    const { report } = await run({ command, environment });
    expect(report.settings.loosened).toEqual([
      { key: "own.txt", before: "1 line", after: "2 lines" },
    ]);
    const usual = await run({ command });
    expect(usual.report.settings.loosened).toMatchObject([{ key: ".gateignore" }]);
  });

  it("is blocked where the base says so, whatever it says itself", async () => {
    const own = "fail-on: never\nsettings: { loosening: report }\nrules: { gate.*: off }\n";
    const { run } = await change(
      { "assay.yml": "settings: { loosening: block }\n" },
      { "assay.yml": own },
    );
    const { report, exitCode } = await run();
    expect(exitCode).toBe(1);
    const blocking = report.findings.filter(({ decision }) => decision === "block");
    expect(blocking.map(({ message }) => /`([^`]+)`/.exec(message)?.[1]).sort()).toEqual([
      "fail-on",
      "rules.gate.*",
      "settings.loosening",
    ]);
    expect(report.headline).toContain("3 findings that block");
    expect(blocking[0]).toMatchObject({
      severity: "high",
      decisionReason: "`settings.loosening` on the base branch is block.",
    });
  });

  it("brings a baseline, and what that accepts is said", async () => {
    const { run } = await change({}, {});
    const explicit = { "report-directory": "out", "report-formats": ["json"] };
    await run({ explicit });
    const explicitly = { baseline: "out/report.json" };
    const { report, exitCode } = await run({ explicit: explicitly });
    expect(exitCode).toBe(0);
    expect(report.settings.loosened).toEqual([
      { key: "baseline", before: "nothing", after: "1 finding" },
    ]);
  });

  it("whose base can't be read says so, and is judged all the same", async () => {
    const { repository, run } = await change({}, {});
    const gone = { event: pullRequest("0123456789".repeat(4), "octo/shop") };
    const { report, exitCode } = await run(gone);
    expect(exitCode).toBe(1);
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual([
      "gate.leak",
      "settings.base-unreadable",
    ]);
    await rm(join(repository.root, ".git"), { recursive: true });
    expect((await run()).report.findings[1]?.message).toContain("belongs to no git repository");
  });

  it("whose base has a mistake says so", async () => {
    const { run } = await change(
      { "assay.yml": "fail-on: [" },
      { "assay.yml": "offline: false\n" },
    );
    const { report } = await run();
    expect(report.findings[1]?.message).toMatch(/assay\.yml is not valid YAML \(read from main at/);
  });
});
