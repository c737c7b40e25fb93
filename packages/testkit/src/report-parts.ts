import type { CheckResult, Finding, Report } from "@assay/core";
import { catalog, DEFAULT_SLO, fingerprint, fixedClock } from "@assay/core";
import { type ConcludeInput, conclude } from "@assay/runtime";

/** Parts of reports for tests, and reports of many like them. */

const RULES = catalog([
  {
    id: "licenses.denied",
    title: "Licence that is not allowed",
    description:
      "A package is under a licence that the policy does not allow. Shipping it may put duties on your own code.",
    help: "Choose one:\n\n- Replace the package.\n- Allow the licence under `licenses.allow`.\n- Grant an exception with a reason and an expiry day.\n\n```yaml\nlicenses:\n  allow: [MIT, Apache-2.0]\n```",
    severity: "high",
    tags: ["licence"],
  },
  {
    id: "licenses.unknown",
    title: "Package without a known licence",
    description: "Nothing in the package says under which licence it is.",
    help: "Ask its authors, or set the licence under `licenses.overrides`.",
    severity: "medium",
    tags: ["licence"],
  },
  {
    id: "secrets.aws-access-key",
    title: "AWS access key",
    description: "An access key of AWS stands in the repository. Whoever can read it can use it.",
    help: "1. Revoke the key.\n2. Look through its log.\n3. Remove it from the history.",
    severity: "critical",
    tags: ["secret"],
  },
  {
    id: "sbom.unpinned",
    title: "Dependency without a pinned version",
    description: "A build may get another version tomorrow.",
    help: "Commit a lockfile.",
    severity: "low",
  },
]);

export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    ruleId: "licenses.denied",
    severity: "high",
    message: "`left-pad` has the licence `GPL-3.0-only`, which is not allowed",
    fingerprint: fingerprint("licenses.denied", "pkg:npm/left-pad"),
    location: { path: "package-lock.json", startLine: 118, startColumn: 5, endColumn: 32 },
    subject: {
      name: "left-pad",
      version: "1.3.0",
      purl: "pkg:npm/left-pad@1.3.0",
      paths: [["shop@1.0.0", "format-table@2.1.0", "left-pad@1.3.0"]],
    },
    evidence: [{ label: "Declared licence", value: "GPL-3.0-only (package.json)" }],
    remediation: "Replace `left-pad` by `String.prototype.padStart`, or allow the licence.",
    ...overrides,
  };
}

export function aResult(
  overrides: Partial<CheckResult & { title: string }> = {},
): CheckResult & { title: string } {
  return {
    check: "licenses",
    title: "Licences",
    findings: [],
    artifacts: [],
    coverage: {
      inspected: { packages: 1470, files: 3 },
      skipped: [],
      summary: "3 lockfiles, whole tree",
    },
    ...overrides,
  };
}

export function anInput(overrides: Partial<ConcludeInput> = {}): ConcludeInput {
  return {
    command: "check",
    version: "0.1.0",
    results: [aResult()],
    failures: [],
    policy: { failOn: "medium", suppressions: [], slo: DEFAULT_SLO },
    clock: fixedClock("2026-11-22T12:00:00Z"),
    subject: { workingDirectory: "." },
    settings: { sources: [], loosened: [] },
    notices: [],
    rules: RULES,
    ...overrides,
  };
}

/** A failing report with `count` findings below one rule, each with the same text. */
export function reportWith(count: number, overrides: Partial<Finding> = {}): Report {
  const findings = Array.from({ length: count }, (_, index) =>
    aFinding({ fingerprint: fingerprint("licenses.denied", String(index)), ...overrides }),
  );
  return conclude(anInput({ results: [aResult({ findings })] }));
}

/** Like `reportWith`, but each finding says something else: none is grouped with another. */
export function reportOfKinds(count: number, overrides: Partial<Finding> = {}): Report {
  const { message, ...plain } = aFinding(overrides);
  const findings = Array.from({ length: count }, (_, index) => ({
    ...plain,
    message: `${index} ${message}`,
    fingerprint: fingerprint("licenses.denied", String(index)),
  }));
  return conclude(anInput({ results: [aResult({ findings })] }));
}

/** A failing report of one kind: the same licence of `count` packages, each with an entry to paste. */
export function reportOfPackages(count: number): Report {
  const findings = Array.from({ length: count }, (_, index) =>
    aFinding({
      message: `p${index}@1.0.0 is under "GPL-3.0-only", which is not allowed`,
      fingerprint: fingerprint("licenses.denied", `p${index}`),
      location: { path: "package-lock.json", startLine: index + 1 },
      subject: { name: `p${index}`, version: "1.0.0" },
      evidence: [
        {
          label: "exception to paste",
          value: `licenses:\n  exceptions:\n    - package: "p${index}@1.0.0"`,
          verbatim: true,
        },
      ],
    }),
  );
  return conclude(anInput({ results: [aResult({ findings })] }));
}
