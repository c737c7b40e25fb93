import type { CheckResult, Finding } from "@assay/core";
import { expect, test } from "vitest";
import { ofImage } from "./wording.ts";

const finding = (ruleId: string, path: string, more: Partial<Finding> = {}): Finding => ({
  ...{ ruleId, severity: "high", message: "m", fingerprint: "f", location: { path } },
  subject: { name: "libc6", version: "1" },
  remediation: "Upgrade libc6 to 2 (major): apt@2 asks for libc6 (>= 1).",
  ...more,
});
const result = (findings: readonly Finding[], notices: readonly string[] = []): CheckResult => ({
  ...{ check: "c", findings, artifacts: [], notices },
  coverage: {
    inspected: { lockfiles: 1 },
    skipped: [],
    summary: "1 package of 1 lockfile, the whole tree",
  },
});

test("what is affected is fixed where the image is built, whoever graded it; without a fix the advice stays", () => {
  const evidence = [{ label: "Fixed in", value: "2" }];
  const { findings } = ofImage(
    result([
      finding("dependencies.unknown-severity", "base-image/status", { evidence }),
      finding("dependencies.undetermined", "image/status", { evidence }),
      finding("dependencies.vulnerable", "image/status", {
        remediation: "No fixed version is known.",
      }),
      finding("dependencies.malware", "image/status", { remediation: "Remove it." }),
    ]),
  );
  expect(findings.map(({ remediation }) => remediation)).toEqual([
    "Build on a newer base image, one that has libc6 2; until there is one, upgrade libc6 to 2 in a layer of your own.",
    "Upgrade libc6 to 2 in what the image is built from, and build it again.",
    "No fixed version is known.",
    "Remove it.",
  ]);
});

test("the standard library of a Go program is one of its packages; that of a lockfile nobody knows, nor names of jars without one", () => {
  const skipped = ["image/usr/bin/crane", "image/src/go.mod", "image/linux-arm64/go.work"].map(
    (path) => ({ item: `stdlib of ${path}`, reason: "no lockfile says which" }),
  );
  const subject = { name: "stdlib", version: "1.22.1", purl: "pkg:golang/stdlib@1.22.1" };
  const evidence = [{ label: "Fixed in", value: "1.24.13" }];
  const found = result([finding("dependencies.vulnerable", "image/crane", { subject, evidence })]);
  skipped.push({ item: "a", reason: "it is from a file or folder, which no advisory names" });
  const { coverage, findings } = ofImage({ ...found, coverage: { ...found.coverage, skipped } });
  expect(coverage.skipped.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
    "stdlib of image/src/go.mod: no lockfile says which",
    "stdlib of image/linux-arm64/go.work: no lockfile says which",
    "a: nothing says under which name it was published, so that no advisory was compared",
  ]);
  expect(findings[0]?.remediation).toBe("Build the program with Go 1.24.13, and the image again.");
});

test("what asks for nothing to be done stays so", () => {
  const { remediation: _, ...legacy } = finding("licenses.legacy-metadata", "image/a.jar");
  expect(ofImage(result([legacy])).findings).toEqual([legacy]);
});

test("nobody is asked to install packages of an image, and records are no lockfiles", () => {
  const install = (text: string) =>
    `${text} before this check: it reads what installed packages declare.`;
  const { coverage, findings, notices } = ofImage(
    result(
      [
        finding("licenses.unknown", "image/a.whl", {
          evidence: [
            { label: "Licence", value: "BSD License, says the lockfile (image/a.whl)" },
            { label: "Clarification to paste", value: "licenses:" },
          ],
          remediation: `Write the id. ${install("Install the packages into `.venv` beside the lockfile")} Read the package's licence file and record what it says under \`licenses.clarifications\`, or accept the package for a time under \`licenses.exceptions\`.`,
        }),
      ],
      [
        `image/jars names no licence for 17 of its 34 packages, and they are not installed. ${install("Install the packages")}`,
        `image/lock names no licences, and the packages are not installed. ${install("Run `npm ci`")} Its format has none.`,
      ],
    ),
  );
  expect(coverage).toEqual({
    inspected: { records: 1 },
    skipped: [],
    summary: "1 package of 1 record",
  });
  expect(notices).toEqual([
    "image/jars names no licence for 17 of its 34 packages.",
    "image/lock names no licences. Its format has none.",
  ]);
  expect(findings).toMatchObject([
    {
      evidence: [{ label: "Licence", value: "BSD License, says its record (image/a.whl)" }],
      remediation:
        "Write the id. Read the package's licence file where it is published, and accept the package for a time under `licenses.exceptions`.",
    },
  ]);
});
