import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { audit, folderWith, only, projectWith, reported } from "./test/audit.ts";

afterAll(cleanUp);

const silent = { "node_modules/a": { version: "1.0.0" } };
const manifest = (parts: object) => ({
  "node_modules/a/package.json": JSON.stringify({ name: "a", version: "1.0.0", ...parts }),
});

test("of a lockfile without licences the installed packages are read", async () => {
  const result = await audit(await projectWith(silent, manifest({ license: "MIT" })));
  expect(reported(result)).toEqual([]);
  expect(result.notices).toEqual([]);
});

test("a lockfile without licences and without an install does not pass, and why is told", async () => {
  const result = await audit(await projectWith(silent));
  expect(reported(result)).toEqual(["licenses.unknown a@1.0.0"]);
  expect(only(result, "licenses.unknown").remediation).toContain("Run `npm ci`");
  expect(result.notices?.join()).toContain(
    "package-lock.json names no licences, and the packages are not installed. Run `npm ci`",
  );
});

test.each([
  [4, 0],
  [5, 1],
])("%i silent packages among others make %i notices", async (amount, notices) => {
  const names = Array.from({ length: amount }, (_, index) => `node_modules/p${index}`);
  const mute = Object.fromEntries(names.map((name) => [name, { version: "1.0.0" }]));
  const root = await projectWith({
    ...mute,
    "node_modules/b": { version: "1.0.0", license: "MIT" },
  });
  expect((await audit(root)).notices).toHaveLength(notices);
});

test("an installed package that says nothing is clarified by an entry to paste", async () => {
  const { parse } = await import("yaml");
  const finding = only(await audit(await projectWith(silent, manifest({}))), "licenses.unknown");
  expect(finding.message).toBe("a@1.0.0 declares no licence");
  const [pasted, ...others] = finding.evidence ?? [];
  expect(others).toEqual([]);
  expect(parse(pasted?.value ?? "")).toMatchObject({
    licenses: { clarifications: [{ package: "a@1.0.0", files: [{ path: "LICENSE" }] }] },
  });
});

test("a file name of odd characters comes out of the entry as it went in", async () => {
  const { parse } = await import("yaml");
  const path = 'odd "quotes" \\ \u202E: #';
  const entries = { "node_modules/a": { version: "1.0.0", license: `SEE LICENSE IN ${path}` } };
  const finding = only(await audit(await projectWith(entries)), "licenses.unknown");
  const pasted = finding.evidence?.find(({ verbatim }) => verbatim)?.value ?? "";
  expect(pasted).toMatch(/^[\n\x20-\x7e]*$/);
  expect(parse(pasted).licenses.clarifications[0].files[0].path).toBe(path);
});

test.each([
  [{ licenses: [{ type: "MIT" }] }, ["licenses.legacy-metadata a@1.0.0"]],
  [{ licenses: ["GPL-3.0-only"] }, ["licenses.denied a@1.0.0", "licenses.legacy-metadata a@1.0.0"]],
  [{ license: "MIT", licenses: ["ISC"] }, ["licenses.unknown a@1.0.0"]],
  [{ licence: "MIT" }, ["licenses.unknown a@1.0.0", "licenses.legacy-metadata a@1.0.0"]],
])("the installed manifest %j leads to %j", async (parts, expected) => {
  expect(reported(await audit(await projectWith(silent, manifest(parts))))).toEqual(expected);
});

test("where lockfile and install differ, both are told and the stricter one decides", async () => {
  const locked = { "node_modules/a": { version: "1.0.0", license: "MIT" } };
  const result = await audit(await projectWith(locked, manifest({ license: "GPL-3.0-only" })));
  expect(reported(result)).toEqual(["licenses.denied a@1.0.0", "licenses.mismatch a@1.0.0"]);
  expect(only(result, "licenses.mismatch").evidence?.map(({ value }) => value)).toEqual([
    "MIT, says the lockfile (package-lock.json)",
    "GPL-3.0-only, says the installed package (node_modules/a/package.json)",
  ]);
});

test("spelling alone is no difference", async () => {
  const locked = { "node_modules/a": { version: "1.0.0", license: "(MIT OR Apache-2.0)" } };
  const root = await projectWith(locked, manifest({ license: "apache-2.0 or mit" }));
  expect(reported(await audit(root))).toEqual([]);
});

test("what can't be used of an install is skipped with a reason, and the lockfile decides", async () => {
  const locked = { "node_modules/a": { version: "1.0.0", license: "MIT" } };
  const reasonOf = async (content: string) => {
    const root = await projectWith(locked, { "node_modules/a/package.json": content });
    const result = await audit(root);
    expect(reported(result)).toEqual([]);
    return result.coverage.skipped.map(({ item, reason }) => `${item}: ${reason}`).join();
  };
  expect(await reasonOf('{"name":"a","version":"2.0.0","license":"GPL-3.0-only"}')).toContain(
    "another version is installed",
  );
  expect(await reasonOf("{")).toContain("not valid JSON");
  expect(await reasonOf("[]")).toContain("no JSON object");
  expect(await reasonOf(" ".repeat(1024 * 1024 + 1))).toContain("at most");
});

test("an install that leads out of the project is not followed", async () => {
  const two = { ...silent, "node_modules/b": { version: "1.0.0" } };
  const root = await projectWith(two);
  const elsewhere = await temporaryFolder();
  await writeFiles(elsewhere, {
    "a/package.json": '{"name":"a","version":"1.0.0","license":"MIT"}',
    "b/package.json": '{"name":"b","version":"1.0.0","license":"MIT"}',
  });
  await symlink(elsewhere, join(root, "node_modules"));
  const result = await audit(root);
  expect(reported(result)).toEqual(["licenses.unknown a@1.0.0", "licenses.unknown b@1.0.0"]);
  expect(result.coverage.skipped).toEqual([
    { item: "2 installed packages", reason: expect.stringContaining("leads out") },
  ]);
});

test("where a lockfile does not tell the place, the package of that name and version is found", async () => {
  const lock = `# yarn lockfile v1\n\n\na@1.0.0:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/a/-/a-1.0.0.tgz#${"0".repeat(40)}"\n`;
  const project = { "yarn.lock": lock, "package.json": '{"dependencies":{"a":"1.0.0"}}' };
  const files = (license: string) => manifest({ license });
  expect(reported(await audit(await folderWith({ ...project, ...files("MIT") })))).toEqual([]);
  const denied = await audit(await folderWith({ ...project, ...files("GPL-3.0-only") }));
  expect(reported(denied)).toEqual(["licenses.denied a@1.0.0"]);
  const silent = await audit(await folderWith(project));
  expect(reported(silent)).toEqual(["licenses.unknown a@1.0.0"]);
});
