import { spawnSync } from "node:child_process";
import { readdir, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { sweep, temporaryPath } from "./temporary.ts";

afterAll(cleanUp);

const HOUR = 3600;

test("what a killed job left goes after an hour, and after a day what no process is named for or another one has the number of", async () => {
  const root = await temporaryFolder();
  const dead = spawnSync(process.execPath, ["--version"]).pid;
  const own = basename(temporaryPath(join(root, "npm.advisories"), "tmp"));
  expect(own).toMatch(new RegExp(`^npm\\.advisories\\.${process.pid}\\.[0-9a-f]{12}\\.tmp$`));
  const hours: Readonly<Record<string, number>> = {
    [own]: 23,
    [`npm.advisories.${process.pid}.0123456789b2.tmp`]: 25,
    [`npm.advisories.${dead}.0123456789ab.tmp`]: 2,
    [`npm.advisories.${dead}.0123456789ac.gz.zip`]: 2,
    [`made.${dead}.0123456789ad.snapshot`]: 2,
    [`npm.advisories.${dead}.0123456789ae.tmp`]: 0.5,
    "npm.advisories.0123456789af.tmp": 2,
    "npm.advisories.0123456789b0.tmp": 25,
    "0123456789b1.snapshot": 25,
    "npm.advisories": 100,
    "mine.zip": 100,
    "mine.snapshot": 100,
  };
  for (const [name, age] of Object.entries(hours)) {
    await writeFiles(root, { [name]: "x" });
    const time = Date.now() / 1000 - age * HOUR;
    await utimes(join(root, name), time, time);
  }
  sweep(root);
  expect((await readdir(root)).toSorted()).toEqual(
    [
      own,
      `npm.advisories.${dead}.0123456789ae.tmp`,
      "npm.advisories.0123456789af.tmp",
      "npm.advisories",
      "mine.zip",
      "mine.snapshot",
    ].toSorted(),
  );
  expect(() => sweep(join(root, "none"))).not.toThrow();
});
