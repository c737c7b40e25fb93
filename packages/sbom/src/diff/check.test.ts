import { cleanUp, fuzzRuns, gitRepository, temporaryFolder, writeFiles } from "@assay/testkit";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { anyDocument } from "../test/arbitrary.ts";
import { contextAt } from "../test/context.ts";
import { integrityOf, lockfile } from "../test/documents.ts";
import { writeDocuments } from "../writers.ts";
import { type DiffFormat, runDiff } from "./check.ts";

afterEach(cleanUp);

const bom = (...components: readonly object[]) =>
  JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { "bom-ref": "app", type: "application", name: "app" } },
    components,
    dependencies: [{ ref: "app", dependsOn: ["a"] }],
  });
const npm = (name: string, version: string, rest: object = {}) => ({
  "bom-ref": name,
  type: "library",
  name,
  version,
  purl: `pkg:npm/${name}@${version}`,
  ...rest,
});
const sha512 = (digits: string) => ({ hashes: [{ alg: "SHA-512", content: digits.repeat(64) }] });

async function diffOf(old: string, now: string, formats: readonly DiffFormat[] = []) {
  const root = await temporaryFolder();
  await writeFiles(root, { "old.json": old, "new.json": now });
  return runDiff(contextAt(root), { files: ["old.json", "new.json"], formats });
}
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test("two files: a table, a summary, JSON and Markdown", async () => {
  const { tables, coverage, findings, artifacts } = await diffOf(
    bom(npm("a", "1.0.0", { licenses: [{ license: { id: "MIT" } }] }), npm("b", "1.0.0")),
    bom(npm("a", "2.0.0", { licenses: [{ license: { id: "ISC" } }] }), npm("c|d", "1.0.0")),
    ["diff-markdown", "diff-json"],
  );
  expect(findings).toEqual([]);
  expect(coverage).toEqual({
    inspected: { documents: 2, components: 4 },
    skipped: [],
    summary:
      "old.json (2 components) and new.json (2 components): 1 added, 1 removed, 1 upgraded, 1 with another licence",
  });
  const rows = [
    ["licence changed, upgraded", "a", "1.0.0", "2.0.0", "MIT → ISC", "direct"],
    ["added", "c|d", "", "1.0.0", "", "indirect"],
    ["removed", "b", "1.0.0", "", "", "indirect"],
  ];
  expect(tables).toEqual([
    {
      title: "Packages that differ: 1 with another licence, 1 added, 1 upgraded, 1 removed",
      open: true,
      columns: ["Change", "Package", "Before", "After", "Licence", "Needed"],
      rows,
    },
  ]);
  const [json, markdown] = artifacts;
  expect(artifacts.map(({ name }) => name)).toEqual(["sbom-diff.json", "sbom-diff.md"]);
  expect(JSON.parse(textOf(json?.bytes))).toEqual({
    schema: 1,
    before: "old.json",
    after: "new.json",
    changes: [
      {
        name: "a",
        kinds: ["upgraded", "license"],
        before: { version: "1.0.0", purl: "pkg:npm/a@1.0.0", licenses: ["MIT"] },
        after: { version: "2.0.0", purl: "pkg:npm/a@2.0.0", licenses: ["ISC"] },
      },
      {
        name: "b",
        kinds: ["removed"],
        before: { version: "1.0.0", purl: "pkg:npm/b@1.0.0", licenses: [] },
      },
      {
        name: "c|d",
        kinds: ["added"],
        after: { version: "1.0.0", purl: "pkg:npm/c|d@1.0.0", licenses: [] },
      },
    ],
  });
  expect(textOf(markdown?.bytes).split("\n").slice(0, 7)).toEqual([
    "# old.json → new.json",
    "",
    "1 added, 1 removed, 1 upgraded, 1 with another licence.",
    "",
    "| Change | Package | Before | After | Licence | Needed |",
    "|---|---|---|---|---|---|",
    "| licence changed, upgraded | a | 1.0.0 | 2.0.0 | MIT → ISC | direct |",
  ]);
  expect(textOf(markdown?.bytes)).toContain("c&#124;d");
});

test("a hash that changed under the same version is a finding, and nothing else is", async () => {
  const { findings, tables } = await diffOf(
    bom(npm("a", "1.0.0", sha512("0a"))),
    bom(npm("a", "1.0.0", sha512("0b"))),
  );
  expect(tables?.[0]?.rows).toEqual([["hash changed", "a", "1.0.0", "1.0.0", "", "direct"]]);
  expect(findings).toMatchObject([
    {
      ruleId: "sbom.hash-changed",
      severity: "high",
      message:
        "a 1.0.0 has another SHA-512 hash than before: 0a0a0a0a0a0a0a0a… became 0b0b0b0b0b0b0b0b…",
      location: { path: "new.json" },
      subject: { name: "a", version: "1.0.0", purl: "pkg:npm/a@1.0.0", ecosystem: "npm" },
      evidence: [{ label: "SHA-512", value: `${"0a".repeat(64)} → ${"0b".repeat(64)}` }],
    },
  ]);
});

test("a file without a version may change", async () => {
  const file = (digits: string) => ({
    "bom-ref": "f",
    type: "file",
    name: "f.js",
    ...sha512(digits),
  });
  const { findings, coverage } = await diffOf(bom(file("0a")), bom(file("0b")));
  expect(findings).toEqual([]);
  expect(coverage.summary).toContain("1 in another version");
});

describe("revisions", () => {
  const lock = (version: string, seed = version) =>
    lockfile({
      "": { name: "app", dependencies: { a: "*" } },
      "node_modules/a": {
        version,
        resolved: `https://registry.npmjs.org/a/-/a-${version}.tgz`,
        integrity: integrityOf(seed),
      },
    });

  test("are read from git, and the work tree stands for the new one", async () => {
    const { root, commit, git } = await gitRepository({ "package-lock.json": lock("1.0.0") });
    await git("tag", "v1");
    const second = await commit("second", { "package-lock.json": lock("1.1.0") });
    await writeFiles(root, { "package-lock.json": lock("1.1.0", "another") });
    const summary = async (...files: string[]) =>
      (await runDiff(contextAt(root), { files, formats: [] })).coverage.summary;
    expect(await summary("v1", "main")).toBe("v1 (1 component) and main (1 component): 1 upgraded");
    expect(await summary("main", "v1")).toBe(
      "main (1 component) and v1 (1 component): 1 downgraded",
    );
    expect(await summary(second, "HEAD")).toContain("no package differs");
    const { findings, coverage } = await runDiff(contextAt(root), { files: ["v1"], formats: [] });
    expect(coverage.summary).toBe("v1 (1 component) and the work tree (1 component): 1 upgraded");
    expect(findings).toEqual([]);
    const changed = await runDiff(contextAt(root), { files: ["main"], formats: [] });
    expect(changed.findings).toMatchObject([
      {
        ruleId: "sbom.hash-changed",
        location: { path: "package-lock.json", startLine: 10 },
        subject: { scope: "runtime" },
      },
    ]);
  });

  test("a document is compared with a revision", async () => {
    const { root } = await gitRepository({
      "package-lock.json": lock("1.0.0"),
      "bom.json": bom(npm("a", "0.9.0")),
    });
    const { coverage } = await runDiff(contextAt(root), {
      files: ["bom.json", "main"],
      formats: [],
    });
    expect(coverage.summary).toContain("1 upgraded");
  });

  test("what is neither file nor commit is refused with both words", async () => {
    const { root } = await gitRepository({ "package-lock.json": lock("1.0.0") });
    const run = runDiff(contextAt(root), { files: ["nothing", "main"], formats: [] });
    await expect(run).rejects.toThrow('"nothing" is neither a file nor a commit of this clone');
  });

  test("a lockfile that can't be read is told", async () => {
    const { root } = await gitRepository({
      "package-lock.json": lock("1.0.0"),
      "web/package-lock.json": "{",
    });
    const { notices } = await runDiff(contextAt(root), { files: ["main", "HEAD"], formats: [] });
    expect(notices?.[0]).toContain("1 file of main could not be read");
  });
});

test.each([[[]], [["a", "b", "c"]]])("two can be compared, not %j", async (files) => {
  const root = await temporaryFolder();
  await expect(runDiff(contextAt(root), { files, formats: [] })).rejects.toThrow(
    "two can be compared",
  );
});

test("any document equals itself in whatever format it is written", async () => {
  const root = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(
      anyDocument,
      fc.constantFrom("cyclonedx-1.6-xml" as const, "cyclonedx-1.7" as const),
      async (document, other) => {
        const [one] = await writeDocuments(document, ["cyclonedx-1.6"]);
        const [two] = await writeDocuments(document, [other]);
        await writeFiles(root, { one: one?.bytes ?? "", two: two?.bytes ?? "" });
        const { tables, findings, artifacts } = await runDiff(contextAt(root), {
          files: ["one", "two"],
          formats: ["diff-json"],
        });
        expect({ tables, findings }).toEqual({ tables: [], findings: [] });
        expect(JSON.parse(textOf(artifacts[0]?.bytes))).toEqual({
          schema: 1,
          before: "one",
          after: "two",
          changes: [],
        });
      },
    ),
    fuzzRuns(30),
  );
});

test("a hash that became weaker is one finding, where the same tool made both", async () => {
  const sha1 = { hashes: [{ alg: "SHA-1", content: "0a".repeat(20) }] };
  const old = bom(npm("a", "1.0.0", sha512("0a")), npm("b", "1.0.0", sha512("0b")));
  const now = bom(npm("a", "1.0.0", sha1), npm("b", "1.0.0"));
  const { findings, tables } = await diffOf(old, now);
  expect(tables?.[0]?.rows.map(([change]) => change)).toEqual([
    "hash weaker or gone",
    "hash weaker or gone",
  ]);
  expect(findings).toMatchObject([
    {
      ruleId: "sbom.hash-weaker",
      severity: "medium",
      message:
        "2 packages of the same version have a weaker hash than before, or none: whether the archives are the same can't be told",
      location: { path: "new.json" },
      evidence: [
        { label: "a", value: "SHA-512 → SHA-1" },
        { label: "b", value: "SHA-512 → none" },
      ],
    },
  ]);
  const other = JSON.parse(now);
  other.metadata.tools = [{ name: "another" }];
  expect((await diffOf(old, JSON.stringify(other))).findings).toEqual([]);
});
