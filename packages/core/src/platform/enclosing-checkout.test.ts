import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkedFolders, isChecked } from "./enclosing-checkout.ts";

let top: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "assay-checkout-")));
});
afterEach(() => rmSync(top, { recursive: true }));

const made = (...path: readonly string[]): string => {
  const folder = join(top, ...path);
  mkdirSync(folder, { recursive: true });
  return folder;
};

test("a submodule belongs to its superproject", async () => {
  made(".git");
  made("module", ".git");
  expect(await checkedFolders(made("module", "part"), {})).toEqual([top]);
});

test("the workspace of the job counts, also where the folder has no .git or lies elsewhere", async () => {
  const workspace = made("workspace");
  const environment = { GITHUB_WORKSPACE: workspace };
  const part = made("workspace", "part");
  expect(await checkedFolders(part, environment)).toEqual([part, workspace]);
  const elsewhere = made("elsewhere");
  expect(await checkedFolders(elsewhere, environment)).toEqual([elsewhere, workspace]);
  expect(await checkedFolders(elsewhere, { GITHUB_WORKSPACE: "relative" })).toEqual([elsewhere]);
});

test("packages of a folder above are put on PATH by npm", async () => {
  const packages = made("node_modules");
  const folder = made("a", "b");
  const folders = await checkedFolders(folder, {});
  expect(isChecked(folders, join(packages, ".bin", "git"))).toBe(true);
  expect(isChecked(folders, join(top, "bin", "git"))).toBe(false);
});

test("a home under git makes not everything in it a part of each project", async () => {
  made(".git");
  const project = made("project");
  expect(await checkedFolders(project, { HOME: top })).toEqual([project]);
  expect(await checkedFolders(top, { HOME: top })).toEqual([top]);
});
