import { DEFAULT_SLO, ExternalError, fingerprint, fixedClock, type Report } from "@assay/core";
import { conclude, parseBaseline } from "@assay/runtime";
import { aFinding, anInput, aResult } from "./report-parts.ts";

/** One of everything: what a person sees who opens a report for the first time. */
export function fullReport(): Report {
  const accepted = aFinding({
    ruleId: "licenses.unknown",
    severity: "medium",
    message: "`acorn-walk` says nothing about its licence",
    fingerprint: fingerprint("licenses.unknown", "pkg:npm/acorn-walk"),
    location: { path: "package-lock.json", startLine: 40 },
    subject: { name: "acorn-walk", version: "8.3.2", purl: "pkg:npm/acorn-walk@8.3.2" },
  });
  const old = conclude(
    anInput({ results: [aResult({ findings: [accepted] })], clock: fixedClock("2026-11-01") }),
  );
  const secret = aFinding({
    ruleId: "secrets.aws-access-key",
    severity: "critical",
    message: "An AWS access key stands in `deploy/settings.ts`",
    fingerprint: fingerprint("secrets.aws-access-key", "deploy/settings.ts", "1"),
    location: { path: "deploy/settings.ts", startLine: 12, startColumn: 17, endColumn: 37 },
    relatedLocations: [{ path: "deploy/old.ts", startLine: 3, commit: "a".repeat(40) }],
    subject: undefined,
    evidence: [{ label: "Match", value: `AKIA${"*".repeat(16)}` }],
    remediation: "Revoke the key at AWS first; then remove it from the file and the history.",
    firstSeen: "2026-11-14T08:00:00Z",
    change: "new",
  });
  const example = aFinding({
    ...secret,
    fingerprint: fingerprint("secrets.aws-access-key", "docs/example.md", "1"),
    message: "An AWS access key stands in `docs/example.md`",
    location: { path: "docs/example.md", startLine: 88 },
    relatedLocations: undefined,
  });
  return conclude(
    anInput({
      results: [
        aResult({
          findings: [aFinding(), accepted],
          coverage: {
            inspected: { packages: 1470, files: 3 },
            skipped: [{ item: "tools/legacy/Gopkg.lock", reason: "the format is not supported" }],
            summary: "3 lockfiles, whole tree",
          },
        }),
        aResult({
          check: "secrets",
          title: "Secrets",
          findings: [secret, example],
          coverage: {
            inspected: { commits: 6158, files: 21_904, bytes: 155_201_114 },
            skipped: [{ item: "media/intro.mp4", reason: "larger than 50 MiB" }],
            summary: "the whole history of `main` and the work tree",
          },
        }),
        aResult({
          check: "sbom",
          title: "Bill of materials",
          findings: [
            aFinding({
              ruleId: "sbom.unpinned",
              severity: "low",
              message: "`requests` has no pinned version",
              fingerprint: fingerprint("sbom.unpinned", "pkg:pypi/requests"),
              location: { path: "requirements.txt", startLine: 4 },
              subject: { name: "requests", purl: "pkg:pypi/requests" },
              evidence: [{ label: "Requirement", value: "requests>=2" }],
              remediation: "Write a lockfile with `pip-compile` or `uv lock` and commit it.",
            }),
          ],
          artifacts: [
            {
              name: "sbom.cdx.json",
              mediaType: "application/vnd.cyclonedx+json",
              bytes: Buffer.from("{}"),
            },
          ],
          coverage: {
            inspected: { components: 1470, lockfiles: 3 },
            skipped: [],
            summary: "npm, PyPI",
          },
          notices: ["Two workspaces share one lockfile: it is read once."],
        }),
      ],
      policy: {
        failOn: "medium",
        slo: DEFAULT_SLO,
        baseline: parseBaseline(JSON.stringify(old), "baseline.json"),
        suppressions: [
          {
            rule: "secrets.aws-access-key",
            path: "docs/**",
            reason: "The key of the vendor's own example; it never worked",
            owner: "docs-team",
            expires: "2027-06-30",
          },
          {
            rule: "licenses.denied",
            package: "leftpad",
            reason: "Legal agreed",
            owner: "maria",
            expires: "2027-01-31",
          },
        ],
      },
      subject: {
        server: "https://github.com",
        repository: "acme/shop",
        commit: "4f2a9c1e7b".padEnd(40, "0"),
        headCommit: "77aa01".padEnd(40, "1"),
        ref: "refs/pull/7/merge",
        event: "pull_request",
        pullRequest: 7,
        runUrl: "https://github.com/acme/shop/actions/runs/1234/attempts/1",
        workingDirectory: ".",
      },
      settings: {
        sources: [
          {
            what: "config",
            path: ".github/assay.yml",
            from: "base",
            commit: "c0ffee".padEnd(40, "0"),
          },
          { what: "baseline", path: "baseline.json", from: "work-tree" },
        ],
        loosened: [{ key: "fail-on", before: "medium", after: "high" }],
      },
      notices: ["The pull request comes from a fork: no comment was written."],
    }),
  );
}

/** A check that failed, beside one that passed. */
export function errorReport(): Report {
  return conclude(
    anInput({
      failures: [
        {
          check: "secrets",
          title: "Secrets",
          error: new ExternalError("git stopped with exit code 128", {
            hint: "Fetch the whole history with `fetch-depth: 0`.",
            problems: ["fatal: bad object HEAD"],
          }),
        },
      ],
    }),
  );
}

/** A run of an act: one file signed without a key, one with a key that was there already, one that failed. */
export function actReport(): Report {
  return conclude(
    anInput({
      command: "sign",
      results: [],
      acts: [
        {
          act: "sign",
          title: "Signing",
          records: [
            {
              act: "signed",
              subject: { name: "shop.tgz", digests: { sha256: "ab".repeat(32) } },
              signer: { identity: "release@acme.example", issuer: "https://accounts.example" },
              time: { at: "2026-11-22T12:00:00Z", source: "transparency log" },
              logEntries: [{ log: "https://rekor.example", index: "123456789012345678" }],
              product: "shop.tgz.sigstore.json",
            },
            {
              act: "kept",
              subject: { name: "shop.zip", digests: { sha256: "cd".repeat(32) } },
              signer: { keySha256: "ef".repeat(32) },
              logEntries: [],
              product: "shop.zip.sigstore.json",
              notes: ["No log was asked: the key alone vouches."],
            },
          ],
          failures: [
            {
              item: "shop.deb",
              ruleId: "sign.failed",
              kind: "external",
              message: "The log did not answer",
              hint: "Run the job again.",
              evidence: [{ label: "Address", value: "https://rekor.example" }],
            },
          ],
          coverage: {
            inspected: { files: 3 },
            skipped: [{ item: "shop.sig", reason: "it is a signature itself" }],
            summary: "3 files",
          },
          notices: ["The clock of this machine is 3 seconds late."],
          verifyWith: [
            { tool: "assay", command: "assay verify shop.tgz --identity release@acme.example" },
            {
              tool: "cosign",
              command: "cosign verify-blob shop.tgz --bundle shop.tgz.sigstore.json",
            },
          ],
        },
      ],
    }),
  );
}
