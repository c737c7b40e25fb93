import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkspace } from "@assay/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readInventory } from "./inventory.ts";
import { workTreeSource } from "./source.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-inventory-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("the work tree is read without what is installed in it", async () => {
  await mkdir(join(folder, "web/node_modules/x"), { recursive: true });
  const lock = JSON.stringify({ lockfileVersion: 3, packages: { "": { name: "web" } } });
  await writeFile(join(folder, "web/package-lock.json"), lock);
  await writeFile(join(folder, "web/node_modules/x/package-lock.json"), "{");
  const source = workTreeSource(await openWorkspace(folder));
  expect(await source.list()).toEqual(["web/package-lock.json"]);
  expect(await source.unlisted?.()).toEqual([
    { item: "web/node_modules", reason: "it holds installed packages" },
  ]);
  const { lockfiles, skipped } = await readInventory(source);
  expect(lockfiles.map(({ path }) => path)).toEqual(["web/package-lock.json"]);
  expect(skipped).toEqual([]);
  expect(await source.read("nothing")).toBeUndefined();
});
