import { cleanUp } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import type { ExceptionEntry } from "./options.ts";
import { audit, only, projectWith, reported } from "./test/audit.ts";

afterAll(cleanUp);

const entry = (license: string, version = "1.0.0") => ({ version, license });
const pin = (license: string): ExceptionEntry => ({
  ...{ package: "a", license, reason: "r", owner: "o", expires: "2027-06-01" },
});
const installed = (license: string) => ({
  "node_modules/a/package.json": JSON.stringify({ name: "a", version: "1.0.0", license }),
});

test("a pin for what the lockfile says does not accept what the installed package says", async () => {
  const files = installed("AGPL-3.0-only");
  const root = await projectWith({ "node_modules/a": entry("GPL-3.0-only") }, files);
  const result = await audit(root, { exceptions: [pin("GPL-3.0-only")] });
  expect(reported(result)).toEqual([
    "licenses.denied a@1.0.0",
    "licenses.mismatch a@1.0.0",
    "licenses.exception-stale a@1.0.0",
  ]);
  expect(only(result, "licenses.exception-stale").message).toContain('is "AGPL-3.0-only"');
  const both = { exceptions: [pin("GPL-3.0-only"), pin("AGPL-3.0-only")] };
  expect(reported(await audit(root, both))).toEqual(["licenses.mismatch a@1.0.0"]);
});

test("packages under one licence have one cause, and their entries accept them in later versions too", async () => {
  const tree = {
    "node_modules/b": entry("GPL-3.0-only"),
    "node_modules/a": entry("GPL-3.0-only"),
    "node_modules/c": entry("CC-BY-3.0"),
  };
  const { findings } = await audit(await projectWith(tree));
  const group = findings.filter(({ message }) => message.includes("GPL"));
  expect(new Set(group.map(({ cause }) => cause)).size).toBe(1);
  expect(new Set(findings.map(({ cause }) => cause)).size).toBe(2);
  const exceptions = group.flatMap(({ evidence }) => {
    const text = evidence?.find(({ verbatim }) => verbatim)?.value ?? "";
    const { licenses } = parse(text) as { licenses: { exceptions: ExceptionEntry[] } };
    return licenses.exceptions;
  });
  expect(exceptions.map((each) => each.package).sort()).toEqual(["a", "b"]);
  const next = { ...tree, "node_modules/a": entry("GPL-3.0-only", "7.0.0") };
  const after = await audit(await projectWith(next), { exceptions });
  expect(reported(after)).toEqual(["licenses.denied c@1.0.0"]);
});

test("the most binding licence comes first, what is shipped before what only development needs", async () => {
  const { findings } = await audit(
    await projectWith({
      "node_modules/a": entry("CC-BY-3.0"),
      "node_modules/b": { ...entry("GPL-3.0-only"), dev: true },
      "node_modules/c": entry("GPL-3.0-only"),
      "node_modules/d": entry("AGPL-3.0-only"),
      "node_modules/e": entry("LGPL-3.0-only"),
    }),
  );
  const order = findings.toSorted((x, y) => (x.priority ?? 0) - (y.priority ?? 0));
  expect(order.map(({ subject }) => subject?.name)).toEqual(["d", "c", "b", "e", "a"]);
  expect(order.map(({ message }) => /\((.*?)\)/.exec(message)?.[1])).toEqual([
    ...["network copyleft", "strong copyleft", "strong copyleft", "weak copyleft", "permissive"],
  ]);
});

test.each([
  ["UNLICENSED", false],
  ["GPL", false],
  ["MIT with Commons Clause", false],
  ["GPL-3.0-only", true],
  ["LicenseRef-own", false],
])("%s: is it proposed for the allow list: %s", async (license, proposed) => {
  const result = await audit(await projectWith({ "node_modules/a": entry(license) }));
  const { remediation = "" } = only(result, "licenses.denied");
  expect(remediation.includes("add the licence to `licenses.allow`")).toBe(proposed);
});

test("exceptions in force and choices are in every report", async () => {
  const tree = {
    "node_modules/a": entry("GPL-3.0-only"),
    "node_modules/b": entry("MIT OR GPL-2.0-only"),
    "node_modules/c": entry("MIT AND ISC"),
  };
  const { tables } = await audit(await projectWith(tree), {
    exceptions: [pin("GPL-3.0-only")],
  });
  expect(tables?.map(({ title, rows }) => [title, ...rows])).toEqual([
    ["Exceptions in force", ["a", "GPL-3.0-only", "r", "o", "2027-06-01"]],
    ["Choices taken", ["MIT OR GPL-2.0-only", "MIT", "1"]],
  ]);
});

test("a wrong entry is said with the place where it is written", async () => {
  const root = await projectWith({ "node_modules/a": entry("MIT") });
  const placeOf = (key: string) => `assay.yml:4:5 (${key}): `;
  const allow = audit(root, { allow: ["MIT", "UNLICENSED"], placeOf });
  await expect(allow).rejects.toThrow('assay.yml:4:5 (licenses.allow.1): The entry "UNLICENSED"');
  const clarifications = [{ package: "a", license: "MIT OR", files: [], reason: "r" }];
  const clarified = audit(root, { clarifications, placeOf });
  await expect(clarified).rejects.toThrow("assay.yml:4:5 (licenses.clarifications.0)");
});
