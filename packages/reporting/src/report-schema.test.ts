import type { Location, Report, Subject } from "@assay/core";
import { reportFaults, undescribedInReport } from "@assay/testkit/report-schema";
import { actReport, errorReport, fullReport, reportOfPackages } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { renderJson } from "./json.ts";

/** Every field given, at every depth: a new field of the types is missing here until it is added, and then in the schema. */
type Complete<T> = T extends readonly (infer Item)[]
  ? readonly Complete<Item>[]
  : T extends object
    ? string extends keyof T
      ? { readonly [K in keyof T]: Complete<T[K]> }
      : { readonly [K in keyof T]-?: Complete<Exclude<T[K], undefined>> }
    : T;

const location: Complete<Location> = {
  path: "a/b.ts",
  startLine: 1,
  startColumn: 2,
  endLine: 1,
  endColumn: 3,
  commit: "b".repeat(40),
  excerpt: { text: "const a = 1;", markStart: 1, markEnd: 2 },
};
const leftPad: Complete<Subject> = {
  name: "left-pad",
  version: "1.3.0",
  purl: "pkg:npm/left-pad@1.3.0",
  ecosystem: "npm",
  scope: "runtime",
  direct: true,
  paths: [["a", "b"]],
};
const coverage = {
  inspected: { files: 1 },
  skipped: [{ item: "b", reason: "binary content" }],
  summary: "1 file",
  scope: "change",
  nothingToDo: "the push deleted a branch",
} as const;
const instant = "2026-11-22T12:00:00.000Z";

const EVERYTHING: Complete<Report> = {
  schema: 2,
  tool: { name: "assay", version: "0.1.0" },
  command: "check",
  outcome: "fail",
  headline: "Fails.",
  generatedAt: instant,
  failOn: "medium",
  subject: {
    server: "https://github.com",
    repository: "acme/shop",
    commit: "a".repeat(40),
    headCommit: "b".repeat(40),
    ref: "refs/pull/7/merge",
    event: "pull_request",
    pullRequest: 7,
    runUrl: "https://github.com/acme/shop/actions/runs/1",
    workingDirectory: ".",
  },
  settings: {
    sources: [
      { what: "config", path: "assay.yml", from: "base", commit: "c".repeat(40), judgement: "own" },
    ],
    loosened: [{ key: "fail-on", before: "low", after: "high" }],
  },
  checks: [
    {
      check: "licenses",
      title: "Licences",
      outcome: "error",
      coverage,
      counts: { critical: 0, high: 1, medium: 0, low: 0, info: 0 },
      suppressed: 0,
      notices: ["One."],
      tables: [
        { title: "Exceptions in force", open: true, columns: ["Package"], rows: [["left-pad"]] },
      ],
      error: {
        kind: "external",
        message: "No.",
        hint: "Run again.",
        problems: ["a"],
        places: [{ problem: "a", location }],
      },
    },
  ],
  acts: [
    {
      act: "sign",
      title: "Signing",
      outcome: "error",
      records: [
        {
          act: "signed",
          subject: { name: "a.tgz", digests: { sha256: "d".repeat(64) } },
          signer: { identity: "a@b.example", issuer: "https://c.example", keySha256: "e" },
          time: { at: instant, source: "timestamp authority" },
          logEntries: [{ log: "https://rekor.example", index: "12" }],
          product: "a.tgz.sigstore.json",
          destination: "release v1",
          notes: ["Note."],
        },
      ],
      failures: [
        {
          item: "b.tgz",
          ruleId: "sign.failed",
          kind: "external",
          message: "No answer",
          hint: "Run again.",
          evidence: [{ label: "l", value: "v", verbatim: true }],
          location,
        },
      ],
      coverage,
      notices: ["Two."],
      verifyWith: [{ tool: "cosign", command: "cosign verify-blob a.tgz" }],
    },
  ],
  findings: [
    {
      check: "licenses",
      ruleId: "licenses.denied",
      variant: { id: "A", title: "t", help: "h", helpUri: "https://osv.dev/A", score: 7.5 },
      severity: "high",
      status: "suppressed",
      decision: "report",
      decisionReason: "It stands in the baseline.",
      message: "m",
      location,
      relatedLocations: [location],
      subject: leftPad,
      subjects: [leftPad],
      fingerprint: "f".repeat(64),
      parts: ["a".repeat(64)],
      aliases: ["a"],
      evidence: [{ label: "l", value: "v", verbatim: true }],
      remediation: "Replace it.",
      links: [{ label: "Advisory", url: "https://osv.dev/A" }],
      cause: "c",
      priority: 3,
      change: "new",
      firstSeen: instant,
      suppression: { by: "config", reason: "r", owner: "o", expires: "2027-01-01" },
      published: instant,
      threshold: "critical",
      acknowledged: { by: "vex", at: instant, owner: "o", ticket: "T-1", note: "n" },
      slo: {
        startedAt: instant,
        source: "published",
        answerDue: instant,
        fixDue: instant,
        answer: "ok",
        fix: "due-soon",
        state: "due-soon",
      },
    },
  ],
  clocks: {
    open: { critical: 0, high: 1, medium: 0, low: 0, info: 0 },
    breached: 1,
    breachedAnswer: 1,
    breachedFix: 0,
    dueSoon: 0,
    fixed: { count: 2, meanHours: 4.5 },
  },
  rules: {
    "licenses.denied": {
      id: "licenses.denied",
      title: "t",
      description: "d",
      help: "h",
      severity: "high",
      tags: ["licence"],
      aliases: ["licenses.forbidden"],
      helpUri: "https://example.org/rules",
    },
  },
  artifacts: [{ name: "a", mediaType: "text/plain", sha256: "0".repeat(64), size: 1 }],
  notices: ["Three."],
};

const written = (report: Report): unknown => JSON.parse(renderJson(report));

describe("the JSON Schema of reports", () => {
  it.each([
    ["with one of everything", fullReport],
    ["of a check that failed", errorReport],
    ["of many packages", () => reportOfPackages(5)],
    ["of an act", actReport],
    ["with every field", () => EVERYTHING],
  ])("describes a report %s, and all of it", (_, make) => {
    expect(undescribedInReport(written(make()))).toEqual([]);
  });

  it("lets a reader of today read the report of a later version with more in it", () => {
    const later = { ...fullReport(), more: { of: "it" } };
    expect(reportFaults(JSON.parse(JSON.stringify(later)))).toEqual([]);
  });

  it.each([
    ["schema", 1],
    ["outcome", "maybe"],
    ["subject", {}],
    ["findings", [{}]],
    ["acts", [{ act: "sign" }]],
  ])("refuses a wrong %s", (key, value) => {
    const report = written(fullReport());
    expect(reportFaults({ ...Object(report), [key]: value })).not.toEqual([]);
  });
});
