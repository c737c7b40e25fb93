import { createHash } from "node:crypto";
import { UsageError } from "@assay/core";
import { cleanUp } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import type { ExceptionEntry } from "./options.ts";
import { audit, only, projectWith, reported } from "./test/audit.ts";

afterAll(cleanUp);

const entry = (parts: Partial<ExceptionEntry> = {}): ExceptionEntry => ({
  package: "a",
  license: "WTFPL",
  reason: "only the build reads it",
  owner: "platform",
  expires: "2027-01-01",
  ...parts,
});
const tree = { "node_modules/a": { version: "1.2.3", license: "WTFPL" } };
const verdictOf = async (...exceptions: readonly ExceptionEntry[]) =>
  reported(await audit(await projectWith(tree), { exceptions }));
const DENIED = "licenses.denied a@1.2.3";

test.each([
  "a",
  "a@1.2.3",
  "a@^1.2",
  "a@>=1 <2",
  "a@1.x",
  "a@1.*",
  "*",
  "pkg:npm/a",
  "pkg:npm/a@1.2.3",
  "pkg:npm/*@^1",
])("an exception for %s lets the package pass", async (pattern) =>
  expect(await verdictOf(entry({ package: pattern }))).toEqual([]),
);

test.each(["b", "a@1.2.4", "a@^2", "a@2.x", "pkg:npm/b"])(
  "an exception for %s does not, and is not needed",
  async (pattern) =>
    expect(await verdictOf(entry({ package: pattern }))).toEqual([
      DENIED,
      "licenses.exception-unused",
    ]),
);

test("a scope may stand encoded or not", async () => {
  const root = await projectWith({ "node_modules/@s/a": { version: "1.2.3", license: "WTFPL" } });
  for (const pattern of ["@s/a", "@s/*", "@s/a@^1.0.0", "pkg:npm/%40s/a", "pkg:npm/@s/a@1.2.3"]) {
    expect(
      reported(await audit(root, { exceptions: [entry({ package: pattern })] })),
      pattern,
    ).toEqual([]);
  }
});

test("another licence voids the exception", async () => {
  expect(await verdictOf(entry({ license: "MIT-0" }))).toEqual([
    DENIED,
    "licenses.exception-stale a@1.2.3",
  ]);
});

test.each([
  ["2026-11-30", [DENIED, "licenses.exception-expired"]],
  ["2026-12-01", []],
  ["2026-12-02", []],
])("an exception that expires on %s gives %j", async (expires, expected) => {
  expect(await verdictOf(entry({ expires }))).toEqual(expected);
});

test("two exceptions for one package may overlap; a valid one is enough", async () => {
  expect(await verdictOf(entry({ expires: "2026-01-01" }), entry())).toEqual([
    "licenses.exception-expired",
  ]);
});

test("an exception for an allowed package is not needed", async () => {
  const root = await projectWith({ "node_modules/a": { version: "1.0.0", license: "MIT" } });
  const result = await audit(root, { exceptions: [entry({ license: "MIT" })] });
  expect(reported(result)).toEqual(["licenses.exception-unused"]);
});

test.each([
  [undefined, "NOASSERTION"],
  ["SEE LICENSE IN LICENSE", "SEE LICENSE IN LICENSE"],
  ["MIT AND", "MIT AND"],
  ["(MIT AND WTFPL)", "wtfpl and mit"],
])("the licence %j is pinned by %j", async (license, pinned) => {
  const declared = license === undefined ? {} : { license };
  const root = await projectWith({ "node_modules/a": { version: "1.2.3", ...declared } });
  expect(reported(await audit(root, { exceptions: [entry({ license: pinned })] }))).toEqual([]);
});

test("the entry that a finding shows is understood and lets the package pass", async () => {
  const { parse } = await import("yaml");
  for (const license of ["WTFPL", "UNLICENSED", "GPL-3.0+ AND MIT", { type: "WTFPL" }]) {
    const root = await projectWith({ "node_modules/@s/a": { version: "1.2.3-rc.1", license } });
    const denied = (await audit(root)).findings.flatMap((finding) => finding.evidence ?? []);
    const pasted = denied.find(({ verbatim }) => verbatim)?.value ?? "";
    const { licenses } = parse(pasted) as { licenses: { exceptions: ExceptionEntry[] } };
    const after = reported(await audit(root, { exceptions: licenses.exceptions }));
    expect(after.filter((line) => !line.startsWith("licenses.legacy-metadata"))).toEqual([]);
  }
});

test("wrong entries are told at once, with their place", async () => {
  const root = await projectWith({});
  const wrong = [
    entry({ expires: "2026-02-30" }),
    entry({ package: "a@^^1" }),
    entry({ owner: " " }),
  ];
  const error = await audit(root, { exceptions: wrong }).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UsageError);
  const told = error instanceof UsageError ? [error.message, ...error.problems].join("\n") : "";
  expect(told).toContain("licenses.exceptions[0].expires");
  expect(told).toContain("licenses.exceptions[1].package");
  expect(told).toContain("licenses.exceptions[2].owner");
});

test("unused entries are not told where a lockfile could not be read", async () => {
  const root = await projectWith({}, { "sub/package-lock.json": "{" });
  expect(reported(await audit(root, { exceptions: [entry()] }))).toEqual([]);
});

const TEXT = "Permission is granted";
const sha256 = createHash("sha256").update(TEXT).digest("hex");
const clarified = (path: string, hash = sha256) => ({
  clarifications: [
    { package: "a", license: "MIT", files: [{ path, sha256: hash }], reason: "read it" },
  ],
});
const installed = {
  "node_modules/a/package.json": '{"name":"a","version":"1.2.3"}',
  "node_modules/a/LICENSE": TEXT,
  LICENSE: TEXT,
};
const unlicensed = { "node_modules/a": { version: "1.2.3", license: "SEE LICENSE IN LICENSE" } };

test("a clarification decides while its files are as they were read", async () => {
  const root = await projectWith(unlicensed, installed);
  expect(reported(await audit(root, clarified("LICENSE")))).toEqual([]);
});

test("a clarification says nothing of a package that is not installed", async () => {
  const result = await audit(await projectWith(unlicensed), clarified("LICENSE"));
  const { message, remediation } = only(result, "licenses.clarification-stale");
  expect(message).toMatch(/is void: the package is not installed$/);
  expect(remediation).toMatch(/^Run `npm ci` .*before this check/);
  expect(only(result, "licenses.unknown").remediation).toMatch(/^Run `npm ci` .* Read its file/);
});

test.each([
  ["LICENSE", "0".repeat(64), "has the SHA-256"],
  ["MISSING", sha256, "is missing"],
  ["../../LICENSE", sha256, "lies outside the package"],
])("a clarification by %s with the hash %s is void", async (path, hash, reason) => {
  const result = await audit(await projectWith(unlicensed, installed), clarified(path, hash));
  expect(reported(result)).toEqual([
    "licenses.unknown a@1.2.3",
    "licenses.clarification-stale a@1.2.3",
  ]);
  expect(only(result, "licenses.clarification-stale").message).toContain(reason);
});

test("a clarification must be an expression, and one that matches nothing is told", async () => {
  const root = await projectWith(tree);
  const wrong = { package: "a", license: "free", files: [{ path: "x", sha256 }], reason: "r" };
  await expect(audit(root, { clarifications: [wrong] })).rejects.toThrow("no SPDX expression");
  const other = { ...wrong, package: "b", license: "MIT" };
  expect(reported(await audit(root, { clarifications: [other] }))).toEqual([
    DENIED,
    "licenses.exception-unused",
  ]);
});
