import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatPlace, NO_CONFIG, openWorkspace, workTreeFiles } from "@assay/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadConfig, MAX_CONFIG_BYTES } from "./load.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-config-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const load = async (path?: string) =>
  loadConfig(workTreeFiles(await openWorkspace(folder)), path, async () => []);

test("no file is no config", async () => {
  expect(await load()).toBe(NO_CONFIG);
});

test("an explicit path is read alone", async () => {
  await writeFile(join(folder, "assay.yml"), "broken: [");
  await writeFile(join(folder, "other.yml"), "offline: true\n");
  const config = await load("other.yml");
  expect(config.value("offline")).toBe(true);
  expect(formatPlace(config.place("offline") ?? { path: "" })).toBe("other.yml:1:1");
  await expect(load("missing.yml")).rejects.toThrow("The config file missing.yml does not exist");
});

test("two files are an error, unless one is named", async () => {
  await mkdir(join(folder, ".github"));
  await writeFile(join(folder, ".github/assay.yml"), "offline: false\n");
  await writeFile(join(folder, "assay.yml"), "offline: true\n");
  await expect(load()).rejects.toMatchObject({
    message: "There are two config files: .github/assay.yml and assay.yml",
    hint: expect.stringContaining("delete the other"),
  });
  expect((await load("assay.yml")).value("offline")).toBe(true);
});

test("a named file may lie anywhere", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "assay-elsewhere-"));
  await mkdir(join(folder, "sub"));
  await writeFile(join(elsewhere, "policy.yml"), "offline: true\n");
  await writeFile(join(folder, "policy.yml"), "offline: true\n");
  await symlink(join(elsewhere, "policy.yml"), join(elsewhere, "link.yml"));
  const inSub = workTreeFiles(await openWorkspace(join(folder, "sub")));
  for (const path of [join(elsewhere, "policy.yml"), join(elsewhere, "link.yml"), "../policy.yml"])
    expect((await loadConfig(inSub, path, async () => [])).value("offline")).toBe(true);
  await expect(load(join(elsewhere, "gone.yml"))).rejects.toThrow("does not exist");
  await rm(elsewhere, { recursive: true });
});

test("a link of the checkout does not lead out of it, named or not", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "assay-elsewhere-"));
  await writeFile(join(elsewhere, "secret"), "offline: true\n");
  await mkdir(join(folder, ".git"));
  await mkdir(join(folder, "sub"));
  await symlink(join(elsewhere, "secret"), join(folder, "assay.yml"));
  await expect(load("assay.yml")).rejects.toThrow("leads out of the working directory");
  const inSub = workTreeFiles(await openWorkspace(join(folder, "sub")));
  await expect(loadConfig(inSub, "../assay.yml", async () => [])).rejects.toThrow(
    "leads out of the checkout through a symbolic link",
  );
  await rm(elsewhere, { recursive: true });
});

test("a file that is too large, no text, or a folder is refused", async () => {
  await writeFile(join(folder, "assay.yml"), `#${"x".repeat(MAX_CONFIG_BYTES)}`);
  await expect(load()).rejects.toThrow(`at most ${MAX_CONFIG_BYTES}`);
  await writeFile(join(folder, "assay.yml"), Buffer.from([0x61, 0xff, 0xfe]));
  await expect(load()).rejects.toThrow("assay.yml is not UTF-8 text");
  await rm(join(folder, "assay.yml"));
  await mkdir(join(folder, "assay.yml"));
  await expect(load()).rejects.toThrow("assay.yml is not a regular file");
});

test("a link out of the working directory is not followed", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "assay-elsewhere-"));
  await writeFile(join(elsewhere, "assay.yml"), "offline: true\n");
  await symlink(join(elsewhere, "assay.yml"), join(folder, "assay.yml"));
  await expect(load()).rejects.toThrow("leads out of the working directory");
  await rm(elsewhere, { recursive: true });
});

test("a link to nothing is an error, not a missing file", async () => {
  await symlink(join(folder, "gone.yml"), join(folder, "assay.yml"));
  await expect(load()).rejects.toThrow("assay.yml is a symbolic link to nothing");
});
