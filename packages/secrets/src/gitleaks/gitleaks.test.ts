import { expect, test } from "vitest";
import { gitleaksArguments } from "./arguments.ts";
import { readReport } from "./report.ts";
import { readSummary } from "./summary.ts";

const FILES = { config: "/t/c.toml", report: "/t/r.json" };
const CHOICES = { maxDecodeDepth: 3, ignoreMarks: false };
const [A, B, C] = ["a", "b", "c"].map((letter) => letter.repeat(40)) as [string, string, string];

test("a range becomes names that git can't take for options", () => {
  const range = { kind: "commits", head: A, base: B, exclude: [C], description: "" } as const;
  const args = gitleaksArguments({ range, place: "/t/empty" }, FILES, {
    maxDecodeDepth: 3,
    ignoreMarks: false,
  });
  expect(args.slice(0, 2)).toEqual(["git", "/t/empty"]);
  const log = args.find((arg) => arg.startsWith("--log-opts="));
  expect(log?.split(" ").slice(-3)).toEqual([A, `^${B}`, `^${C}`]);
  expect(log).toContain("--diff-merges=first-parent");
  expect(log).not.toContain("  ");
  expect(args).toContain("--exit-code=42");
  expect(args).toContain("--max-decode-depth=3");
  const bad = { kind: "commits", head: "--output=x", description: "" } as const;
  expect(() => gitleaksArguments({ range: bad, place: "." }, FILES, CHOICES)).toThrow(
    /no object name/,
  );
});

test("everything and a folder", () => {
  const range = { kind: "all", description: "" } as const;
  expect(gitleaksArguments({ range, place: "." }, FILES, CHOICES)[2]).toMatch(/ --all$/);
  expect(gitleaksArguments(undefined, FILES, CHOICES).slice(0, 2)).toEqual(["dir", "."]);
});

test("marks count unless the change may not bring them", () => {
  const argumentsIf = (ignoreMarks: boolean) =>
    gitleaksArguments(undefined, FILES, { ...CHOICES, ignoreMarks });
  expect(argumentsIf(false)).not.toContain("--ignore-gitleaks-allow");
  expect(argumentsIf(true)).toContain("--ignore-gitleaks-allow");
});

test("the report's rows become hits without plain text", () => {
  const secret = `tok${"en".repeat(12)}`;
  const row = {
    RuleID: "acme",
    File: "pkg/a.txt",
    StartLine: 3,
    EndLine: 3,
    StartColumn: 0,
    EndColumn: 0,
    Secret: secret,
    Commit: A,
    Date: "2026-01-02T03:04:05Z",
    Tags: ["x"],
  };
  const hits = readReport(JSON.stringify([row, { ...row, File: "other/b.txt" }]), "pkg/");
  expect(hits).toHaveLength(1);
  expect(hits[0]).toMatchObject({
    ruleId: "acme",
    path: "a.txt",
    location: { path: "a.txt", startLine: 3, endLine: 3, commit: A },
    authoredAt: "2026-01-02T03:04:05Z",
  });
  expect(JSON.stringify(hits)).not.toContain(secret);
  const name = readReport(JSON.stringify([{ ...row, StartLine: 0, EndLine: 0 }]), "");
  expect(name[0]?.location).toEqual({ path: "pkg/a.txt", commit: A });
});

test("anything else than its report is an error that does not quote it", () => {
  for (const text of ["{}", "[1]", "nonsense-secret", '[{"RuleID":5}]']) {
    expect(() => readReport(text, "")).toThrow(/not its JSON format/);
  }
});

test("stderr: counts and every complaint", () => {
  const stderr =
    "\u001b[90m8:06PM\u001b[0m \u001b[32mINF\u001b[0m 12 commits scanned.\nx INF scanned ~3400 bytes (3.4 KB) in 1s\nx WRN leaks found: 6\n";
  expect(readSummary(stderr)).toEqual({ commits: 12, bytes: 3400, complaints: [] });
  expect(readSummary("x ERR failed to scan Git repository").complaints).toHaveLength(1);
});
