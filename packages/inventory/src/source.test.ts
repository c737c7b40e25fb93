import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
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
  const { graphs, skipped } = await readInventory(source);
  expect(graphs.map(({ path }) => path)).toEqual(["web/package-lock.json"]);
  expect(skipped).toEqual([]);
  expect(await source.read("nothing")).toBeUndefined();
});

test("what can't be read is told: links out of the work tree, and folders that can't be listed", async () => {
  const lock = JSON.stringify({ lockfileVersion: 3, packages: { "": { name: "web" } } });
  const away = await mkdtemp(join(tmpdir(), "assay-inventory-away-"));
  await writeFile(join(away, "package-lock.json"), lock);
  await writeFile(join(folder, "lock.json"), lock);
  for (const name of ["in", "out", "lost"]) await mkdir(join(folder, name));
  await symlink("../lock.json", join(folder, "in/package-lock.json"));
  await symlink(join(away, "package-lock.json"), join(folder, "out/package-lock.json"));
  await symlink("nothing", join(folder, "lost/package-lock.json"));
  await mkdir(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff])]));
  const { graphs, skipped } = await readInventory(workTreeSource(await openWorkspace(folder)));
  await rm(away, { recursive: true });
  expect(graphs.map(({ path }) => path)).toEqual(["in/package-lock.json"]);
  expect(skipped).toMatchObject(
    [
      { item: "lost/package-lock.json", kind: "unreadable", reason: /can't be read/ },
      { item: "out/package-lock.json", kind: "unreadable", reason: /leads out/ },
      { item: "\ufffd", kind: "unreadable", reason: /can't be listed.*UTF-8/ },
    ].map((each) => ({ ...each, reason: expect.stringMatching(each.reason) })),
  );
});
