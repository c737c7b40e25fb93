import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { UsageError } from "@assay/core";
import { cleanUp, gitRepository } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import type { LockEntries } from "./test/audit.ts";
import { audit, folderWith, only, packageLock, reported } from "./test/audit.ts";

afterAll(cleanUp);

const GPL = { version: "1.0.0", license: "GPL-3.0-only" };
const MIT = { version: "1.0.0", license: "MIT" };
const old = { "node_modules/old": GPL };

/** A repository in which the branch `change` leads from one lockfile to another, and `main` went on in the meantime. */
async function changed(before: LockEntries | string | null, after: LockEntries) {
  const text = (entries: LockEntries | string) =>
    typeof entries === "string" ? entries : packageLock(entries);
  const repository = await gitRepository({
    "readme.md": "",
    ...(before === null ? {} : { "package-lock.json": text(before) }),
  });
  await repository.branch("change");
  await repository.commit("change", { "package-lock.json": text(after) });
  await repository.checkout("main");
  await repository.commit("meanwhile", { "other.txt": "" });
  await repository.checkout("change");
  return repository.root;
}

const auditChange = async (before: LockEntries | string | null, after: LockEntries) =>
  audit(await changed(before, after), { base: "main" });

test("a package that the change adds is judged, those of the base are not", async () => {
  const result = await auditChange(old, { ...old, "node_modules/a": GPL, "node_modules/b": MIT });
  expect(reported(result)).toEqual(["licenses.denied a@1.0.0"]);
  expect(result.findings[0]?.change).toBe("new");
  expect(result.coverage.scope).toBe("change");
  expect(result.coverage.summary).toContain("2 of 3 packages of 1 lockfile: what is new in");
});

test("a lockfile of the base that the config file leaves out makes no package known", async () => {
  const repository = await gitRepository({
    "package-lock.json": packageLock({}),
    "docs/package-lock.json": packageLock(old),
  });
  await repository.commit("change", { "package-lock.json": packageLock(old) });
  const run = (exclude: readonly string[]) =>
    audit(repository.root, { base: "HEAD~1" }, null, { inventory: { exclude } });
  expect(reported(await run([]))).toEqual([]);
  expect(reported(await run(["docs/**"]))).toEqual(["licenses.denied old@1.0.0"]);
});

test("what is not committed yet is compared with HEAD", async () => {
  const repository = await gitRepository({ "package-lock.json": packageLock(old) });
  const after = packageLock({ ...old, "node_modules/a": GPL });
  await writeFile(join(repository.root, "package-lock.json"), after);
  const result = await audit(repository.root, { base: "HEAD" });
  expect(reported(result)).toEqual(["licenses.denied a@1.0.0"]);
  expect(result.coverage.summary).toContain("what is new in the changes since HEAD");
});

test("a change without packages is no empty audit", async () => {
  expect(reported(await auditChange(old, old))).toEqual([]);
});

test("a bump is judged, with the same licence and with another", async () => {
  const bumped = (license: string) => ({ "node_modules/a": { version: "2.0.0", license } });
  expect(reported(await auditChange({ "node_modules/a": GPL }, bumped("GPL-3.0-only")))).toEqual([
    "licenses.denied a@2.0.0",
  ]);
  expect(reported(await auditChange({ "node_modules/a": GPL }, bumped("MIT")))).toEqual([
    "licenses.relicensed a@2.0.0",
  ]);
  const worse = await auditChange({ "node_modules/a": MIT }, bumped("GPL-3.0-only"));
  expect(reported(worse)).toEqual(["licenses.denied a@2.0.0", "licenses.relicensed a@2.0.0"]);
  expect(only(worse, "licenses.relicensed").message).toBe(
    'a@2.0.0 is under "GPL-3.0-only"; the base had "MIT"',
  );
});

test("the same version with another licence, or with none any more, is judged", async () => {
  const two = {
    "node_modules/x/node_modules/a": { ...GPL, version: "2.0.0" },
    "node_modules/x": { ...MIT, dependencies: { a: "2.0.0" } },
  };
  const result = await auditChange(
    { "node_modules/a": MIT, ...two },
    { "node_modules/a": GPL, ...two },
  );
  expect(reported(result)).toEqual(["licenses.denied a@1.0.0", "licenses.redeclared a@1.0.0"]);
  const silenced = { "node_modules/a": { version: "1.0.0" } };
  expect(reported(await auditChange({ "node_modules/a": MIT }, silenced))).toEqual([
    "licenses.unknown a@1.0.0",
  ]);
});

test("a licence edited for a version that is published blocks, even if the new one is allowed", async () => {
  const result = await auditChange({ "node_modules/a": GPL }, { "node_modules/a": MIT });
  const { severity, message } = only(result, "licenses.redeclared");
  expect(severity).toBe("high");
  expect(message).toBe(
    'a@1.0.0 is the version that the base had, under "MIT" instead of "GPL-3.0-only"',
  );
});

test("a licence that is new for the same version is judged where the base named none", async () => {
  const silent = { "node_modules/a": { version: "1.0.0" } };
  expect(reported(await auditChange(silent, { "node_modules/a": GPL }))).toEqual([
    "licenses.denied a@1.0.0",
  ]);
  expect(reported(await auditChange(silent, { "node_modules/a": MIT }))).toEqual([]);
});

test("a licence that the base does not tell is no change of licence", async () => {
  const silent = { "node_modules/a": { version: "1.0.0" } };
  const bumped = { "node_modules/a": { version: "2.0.0", license: "MIT" } };
  expect(reported(await auditChange(silent, bumped))).toEqual([]);
});

test("a development tool that becomes a runtime dependency is added", async () => {
  const root = await changed(
    { "node_modules/a": { ...GPL, dev: true } },
    { "node_modules/a": GPL },
  );
  expect(reported(await audit(root, { base: "main", scope: "runtime" }))).toEqual([
    "licenses.denied a@1.0.0",
  ]);
});

test("without a lockfile, or with a broken one, at the base everything is new", async () => {
  expect(reported(await auditChange(null, old))).toEqual(["licenses.denied old@1.0.0"]);
  expect(reported(await auditChange("{", old))).toEqual(["licenses.denied old@1.0.0"]);
});

test("the mode follows the event, and the tree is judged where a pull request has no base", async () => {
  const root = await changed(old, old);
  const pullRequest = { name: "pull_request", payload: {} };
  const result = await audit(root, {}, pullRequest);
  expect(reported(result)).toEqual(["licenses.denied old@1.0.0"]);
  expect(result.notices?.join()).toContain("every package was judged");
  expect((await audit(root, { mode: "tree" }, pullRequest)).notices).toEqual([]);
  expect((await audit(root, {}, { name: "push", payload: {} })).notices).toEqual([]);
});

test("a pull request is compared with the merge base of its event", async () => {
  const root = await changed(old, { ...old, "node_modules/a": GPL });
  const sha = async (revision: string) =>
    (await promisify(execFile)("git", ["rev-parse", revision], { cwd: root })).stdout.trim();
  const pull_request = { base: { sha: await sha("main") }, head: { sha: await sha("change") } };
  const event = { name: "pull_request", payload: { pull_request }, sha: await sha("change") };
  const result = await audit(root, {}, event);
  expect(result.notices).toEqual([]);
  expect(reported(result)).toEqual(["licenses.denied a@1.0.0"]);
});

test("outside a repository the tree is judged, with a notice", async () => {
  const root = await folderWith({ "package-lock.json": packageLock(old) });
  const result = await audit(root, { mode: "changes" });
  expect(reported(result)).toEqual(["licenses.denied old@1.0.0"]);
  expect(result.notices?.join()).toContain("The base can't be read");
});

test("a base that the user names and that is not there is an error", async () => {
  const root = await changed(old, old);
  await expect(audit(root, { base: "nowhere" })).rejects.toThrow(UsageError);
});

test("exceptions are compared with the whole tree", async () => {
  const root = await changed(old, old);
  const entry = { reason: "r", owner: "o", expires: "2027-01-01" };
  const exceptions = [{ package: "old", license: "GPL-3.0-only", ...entry }];
  expect(reported(await audit(root, { base: "main", exceptions }))).toEqual([]);
});
