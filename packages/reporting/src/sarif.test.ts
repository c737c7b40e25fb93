import { fingerprint } from "@assay/core";
import { conclude } from "@assay/runtime";
import {
  aFinding,
  anInput,
  aResult,
  errorReport,
  fullReport,
  reportWith,
} from "@assay/testkit/reports";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { renderCheckSarif, renderSarif, SARIF_RESULT_LIMIT } from "./sarif.ts";

const text = { type: "string", minLength: 1 };
const line = { type: "integer", minimum: 1 };
const message = (maxLength: number) => ({
  type: "object",
  required: ["text"],
  properties: { text: { ...text, maxLength } },
});
const object = (properties: Record<string, unknown>, optional: readonly string[] = []) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});
const place = object({
  physicalLocation: object({
    artifactLocation: object({
      uri: { ...text, pattern: "^(?!/)[A-Za-z0-9%._~!'()*/-]+$" },
      uriBaseId: { const: "%SRCROOT%" },
    }),
    region: object({ startLine: line, startColumn: line, endLine: line, endColumn: line }),
  }),
});

/** What SARIF 2.1.0 and GitHub ask of a log, as far as we write it. Anything we don't mean to write is refused. */
const SCHEMA = object({
  $schema: { const: "https://json.schemastore.org/sarif-2.1.0.json" },
  version: { const: "2.1.0" },
  runs: {
    type: "array",
    minItems: 1,
    maxItems: 1,
    items: object(
      {
        tool: object({
          driver: object({
            name: text,
            informationUri: { const: "https://github.com/assay-ci/assay" },
            version: text,
            semanticVersion: text,
            rules: {
              type: "array",
              maxItems: 25_000,
              items: object(
                {
                  id: text,
                  name: { ...text, maxLength: 255, pattern: "^[A-Z][A-Za-z0-9]*$" },
                  shortDescription: message(1024),
                  fullDescription: message(1024),
                  helpUri: { type: "string", pattern: "^https://" },
                  help: object({ text, markdown: text }),
                  defaultConfiguration: object({ level: { enum: ["error", "warning", "note"] } }),
                  properties: object(
                    {
                      precision: { enum: ["very-high", "high", "medium", "low"] },
                      "problem.severity": { enum: ["error", "warning", "recommendation"] },
                      "security-severity": { type: "string", pattern: "^(?:10|[0-9])\\.[0-9]$" },
                      tags: { type: "array", maxItems: 10, uniqueItems: true, items: text },
                    },
                    ["security-severity"],
                  ),
                },
                ["helpUri"],
              ),
            },
          }),
        }),
        automationDetails: object({ id: { type: "string", pattern: "^assay/.+/$" } }),
        versionControlProvenance: {
          type: "array",
          items: object({
            repositoryUri: { type: "string", pattern: "^https://" },
            revisionId: { type: "string", pattern: "^[0-9a-f]{40}$" },
            branch: text,
            mappedTo: object({ uriBaseId: { const: "%SRCROOT%" } }),
          }),
        },
        columnKind: { const: "utf16CodeUnits" },
        originalUriBaseIds: { type: "object" },
        results: {
          type: "array",
          maxItems: 5000,
          items: object(
            {
              ruleId: text,
              ruleIndex: { type: "integer", minimum: 0 },
              level: { enum: ["error", "warning", "note"] },
              message: message(1000),
              locations: { type: "array", minItems: 1, maxItems: 1, items: place },
              relatedLocations: { type: "array", minItems: 1, maxItems: 99 },
              partialFingerprints: object({ "assay/v1": text }),
              suppressions: { type: "array", minItems: 1 },
              properties: { type: "object" },
            },
            ["relatedLocations", "suppressions"],
          ),
        },
        properties: { type: "object" },
      },
      ["versionControlProvenance"],
    ),
  },
});
const validate = new Ajv({ allErrors: true }).compile(SCHEMA);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
  ];
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
}
interface Run {
  readonly versionControlProvenance?: unknown;
  readonly automationDetails: { readonly id: string };
  readonly results: readonly Result[];
  readonly properties: { readonly omittedResults: number; readonly outcome: string };
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly helpUri?: string;
        readonly help: { readonly text: string; readonly markdown: string };
        readonly properties: Readonly<Record<string, unknown>>;
      }[];
    };
  };
}

function runOf(sarif: string): Run {
  const log = JSON.parse(sarif);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  expect(sarif).not.toContain('""');
  expect(sarif).not.toContain("primaryLocationLineHash");
  return log.runs[0];
}

describe("renderSarif", () => {
  it("writes what GitHub requires, for every kind of report", () => {
    const run = runOf(renderSarif(fullReport()));
    const { rules } = run.tool.driver;
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(rules.map(({ id, properties }) => [id, properties["security-severity"]])).toEqual([
      ["licenses.denied", "8.0"],
      ["licenses.unknown", "5.5"],
      ["sbom.unpinned", "2.5"],
      ["secrets.aws-access-key", "9.5"],
      ["suppressions.unused", "2.5"],
    ]);
    expect(runOf(renderSarif(errorReport())).results).toEqual([]);
  });

  it("says which commit it is of, and where each rule is described", () => {
    const run = runOf(renderSarif(fullReport()));
    expect(run.versionControlProvenance).toEqual([
      {
        repositoryUri: "https://github.com/acme/shop",
        revisionId: fullReport().subject.commit,
        branch: "refs/pull/7/merge",
        mappedTo: { uriBaseId: "%SRCROOT%" },
      },
    ]);
    expect(run.tool.driver.rules[0]?.helpUri).toBe(
      "https://github.com/assay-ci/assay/blob/main/docs/reference/rules.md#licensesdenied",
    );
    const [unknown] = runOf(renderSarif(reportWith(1, { ruleId: "secrets.of-theirs" }))).tool.driver
      .rules;
    expect(unknown?.helpUri).toBeUndefined();
  });

  it("keeps no link that a package or advisory placed in a text", () => {
    const [result] = runOf(
      renderSarif(
        reportWith(1, {
          message:
            "See [the fix](https://evil.example/a) and ![x](y) and [a [b](c)](d) or [e](f g)",
          remediation: "[click](javascript:1)",
        }),
      ),
    ).results;
    expect(result?.message.text).not.toContain("](");
    expect(result?.message.text).toContain("See the fix (https://evil.example/a) and");
  });

  it("has one rule for each thing that a rule finds, ranked and explained by itself", () => {
    const of = (id: string, severity: "critical" | "low") =>
      aFinding({
        fingerprint: id,
        severity,
        variant: {
          id,
          title: `About [${id}](http://evil.example)`,
          help: `${id} is bad.`,
          helpUri: `https://osv.dev/${id}`,
        },
      });
    const findings = [
      of("GHSA-2", "low"),
      of("GHSA-1", "critical"),
      of("GHSA-1", "low"),
      aFinding(),
    ];
    const report = conclude(anInput({ results: [aResult({ findings })] }));
    const { tool, results } = runOf(renderSarif(report));
    const { rules } = tool.driver;
    expect(
      rules.map((rule) => [rule.id, rule.properties["security-severity"], rule.helpUri]),
    ).toEqual([
      ["licenses.denied", "8.0", expect.stringContaining("#licensesdenied")],
      ["licenses.denied/GHSA-1", "9.5", "https://osv.dev/GHSA-1"],
      ["licenses.denied/GHSA-2", "2.5", "https://osv.dev/GHSA-2"],
    ]);
    expect(rules[1]?.help.markdown).toMatch(/^GHSA-1 is bad\.\n\n/);
    expect(JSON.stringify(rules)).not.toContain("](http://evil");
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  it("ranks a rule by the score that it has of its own", () => {
    const of = (score: number) =>
      renderSarif(reportWith(1, { variant: { id: "A", title: "t", help: "h", score } }));
    for (const [score, text] of [
      [10, "10.0"],
      [7.35, "7.3"],
      [9.8, "9.8"],
    ] as const)
      expect(runOf(of(score)).tool.driver.rules[0]?.properties["security-severity"]).toBe(text);
  });

  it("names files from the root of the checkout", () => {
    const report = reportWith(1);
    const subject = { ...report.subject, workingDirectory: "apps/web" };
    for (const text of [
      renderSarif({ ...report, subject }),
      renderCheckSarif({ ...report, subject }, { check: "licenses", category: ["licenses"] }),
    ]) {
      expect(runOf(text).results[0]?.locations[0].physicalLocation.artifactLocation.uri).toBe(
        "apps/web/package-lock.json",
      );
    }
  });

  it("carries suppressions with their reason", () => {
    const inline = { by: "inline", reason: "an example" } as const;
    const run = runOf(renderSarif(reportWith(1, { suppression: inline })));
    expect(run.results[0]?.suppressions).toEqual([
      {
        kind: "inSource",
        status: "accepted",
        justification: "Suppressed by a mark in the file. an example.",
      },
    ]);
    const kinds = runOf(renderSarif(fullReport())).results.map(
      ({ suppressions }) => suppressions?.[0]?.kind,
    );
    expect(kinds.filter((kind) => kind === "external")).toHaveLength(2);
  });

  it.each([
    [SARIF_RESULT_LIMIT, 0],
    [SARIF_RESULT_LIMIT + 1, 1],
  ])("of %i results leaves out %i", (count, omitted) => {
    const run = runOf(renderSarif(reportWith(count)));
    expect(run.results).toHaveLength(SARIF_RESULT_LIMIT);
    expect(run.properties.omittedResults).toBe(omitted);
  });

  it("drops suppressed and mild findings first", () => {
    const inline = { by: "inline", reason: "x" } as const;
    const make = (name: string, rest: Parameters<typeof aFinding>[0]) =>
      aFinding({ fingerprint: fingerprint(name), message: name, ...rest });
    const findings = [
      make("quiet", { severity: "critical", suppression: inline }),
      make("mild", { severity: "low" }),
      make("bad", { severity: "critical" }),
    ];
    const report = conclude(anInput({ results: [aResult({ findings })] }));
    const of = (limit: number) =>
      runOf(renderSarif(report, limit)).results.map((result) => result.message.text.split(".")[0]);
    expect(of(1)).toEqual(["bad"]);
    expect(of(2)).toEqual(["bad", "mild"]);
    expect(of(3)).toEqual(["bad", "mild", "quiet"]);
  });

  it("survives hostile and empty texts", () => {
    const run = runOf(
      renderSarif(
        reportWith(1, {
          ruleId: "licenses.%20 \u202e",
          message: "",
          remediation: "",
          location: { path: "", startLine: 0, startColumn: -4, endLine: Number.NaN, endColumn: 0 },
          subject: { name: "", purl: "" },
        }),
      ),
    );
    expect(run.results[0]?.message.text).not.toBe("");
  });

  it("names the other places, the commit and the package in the message", () => {
    const where = [1, 2, 3, 4, 5].map((startLine) => ({ path: "b.ts", startLine }));
    const [result] = runOf(
      renderSarif(
        reportWith(1, {
          message: "Found",
          remediation: undefined,
          location: { path: "a.ts", startLine: 2, commit: "c".repeat(40) },
          relatedLocations: where,
        }),
      ),
    ).results;
    expect(result?.message.text).toBe(
      "Found. Found at a.ts:2 in commit cccccccccccc. Also at b.ts:1, b.ts:2, b.ts:3 and 2 more.",
    );
    const [bare] = runOf(
      renderSarif(reportWith(1, { message: "Found", location: undefined, remediation: undefined })),
    ).results;
    expect(bare?.message.text).toBe("Found. About: left-pad@1.3.0.");
  });

  it("shows an info rule as a recommendation, not as security", () => {
    const [rule] = runOf(renderSarif(reportWith(1, { severity: "info" }))).tool.driver.rules;
    expect(rule?.properties).toEqual({
      precision: "high",
      "problem.severity": "recommendation",
      tags: ["supply-chain", "licence"],
    });
  });
});

describe("renderCheckSarif", () => {
  const part = (check: string, ...category: readonly string[]) =>
    runOf(renderCheckSarif(fullReport(), { check, category: [check, ...category] }));

  it("has the findings, rules and outcome of one check alone", () => {
    const run = part("secrets");
    expect(run.automationDetails.id).toBe("assay/secrets/");
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(["secrets.aws-access-key"]);
    expect(run.results.length).toBeGreaterThan(0);
    expect(new Set(run.results.map(({ ruleId }) => ruleId))).toEqual(
      new Set(["secrets.aws-access-key"]),
    );
    expect(run.properties.omittedResults).toBe(0);
    const parts = fullReport().checks.map(({ check }) => part(check).results.length);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(fullReport().findings.length);
  });

  it("is whole without findings, for a check that found none and one that did not run", () => {
    expect(part("nothing", "packages", "a b")).toMatchObject({
      automationDetails: { id: "assay/nothing/packages/a%20b/" },
      results: [],
      properties: { outcome: "pass" },
    });
  });

  it("counts what its own limit leaves out", () => {
    const text = renderCheckSarif(reportWith(3), { check: "licenses", category: ["x"] }, 2);
    expect(runOf(text).properties.omittedResults).toBe(1);
  });
});

describe("what an act did not do", () => {
  const failure = {
    item: "dist/a b.tgz",
    ruleId: "verify.digest-mismatch",
    kind: "policy" as const,
    message: "dist/a b.tgz is not verified: its content is not what was signed",
    hint: "Get it again.",
  };
  const act = {
    act: "verify",
    title: "Verification",
    records: [],
    failures: [
      { ...failure, location: { path: "dist/a b.tgz" } },
      { ...failure, item: "*.zip", ruleId: "verify.nothing-to-verify", kind: "usage" as const },
    ],
    coverage: { inspected: { files: 1 }, skipped: [], summary: "0 of 1" },
  };
  const report = (workingDirectory: string) => {
    const concluded = conclude(anInput({ command: "verify", results: [], acts: [act] }));
    return { ...concluded, subject: { ...concluded.subject, workingDirectory } };
  };

  it("is an error at its file, or where a policy stands for what is none", () => {
    const log = JSON.parse(renderSarif(report("packages/x")));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const [run] = log.runs;
    const at = (result: Result) => result.locations[0].physicalLocation.artifactLocation.uri;
    expect(run.results.map((result: Result) => [result.ruleId, result.level, at(result)])).toEqual([
      ["verify.digest-mismatch", "error", "packages/x/dist/a%20b.tgz"],
      ["verify.nothing-to-verify", "error", ".github/assay.yml"],
    ]);
    expect(run.results[0].message.text).toBe(`${failure.message}. Get it again.`);
    const ids = run.tool.driver.rules.map(({ id }: { readonly id: string }) => id);
    expect(run.results.map((result: Result) => ids[result.ruleIndex])).toEqual(ids);
    expect(run.properties).toMatchObject({ outcome: "error", omittedResults: 0 });
  });

  it("counts like findings where a log is cut", () => {
    const [run] = JSON.parse(renderSarif(report("."), 1)).runs;
    expect(run.results).toHaveLength(1);
    expect(run.properties.omittedResults).toBe(1);
  });

  it("stands in no log of a single check", () => {
    const part = { check: "suppressions", category: ["suppressions"] };
    expect(JSON.parse(renderCheckSarif(report("."), part)).runs[0].results).toEqual([]);
  });
});
