import { spawnSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { productSink } from "./product-sink.ts";
import { clearLeft } from "./write-files.ts";

afterAll(cleanUp);

it("takes away what a process that was killed left, and nothing of one that runs", async () => {
  const folder = await temporaryFolder();
  const ended = spawnSync(process.execPath, ["--version"]).pid;
  const temporary = (pid: number) => `.assay-${pid.toString(16).padStart(8, "0")}0123abcd.tmp`;
  const others = [temporary(process.pid), ".assay-x.tmp", `${temporary(ended)}.txt`].sort();
  for (const name of [temporary(ended), ...others]) await writeFile(join(folder, name), "");
  const product = { path: "a.json", mediaType: "text/plain", bytes: Buffer.from("a") };
  await productSink(folder).write(product);
  expect((await readdir(folder)).sort()).toEqual([...others, "a.json"].sort());
});

it("does not mind a folder that can not be listed", async () => {
  const folder = await temporaryFolder();
  expect(() => clearLeft(join(folder, "absent"))).not.toThrow();
});
