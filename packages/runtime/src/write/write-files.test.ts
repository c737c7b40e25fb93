import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExternalError, InternalError } from "@assay/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeArtifacts, writeInside } from "./write-files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-write-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const artifact = (name: string, destination?: string) => ({
  name,
  mediaType: "text/plain",
  bytes: new TextEncoder().encode(name),
  ...(destination !== undefined && { destination }),
});

test("writes into the folder for documents, or to the destination below the root", async () => {
  const reports = join(folder, "reports");
  const written = await writeArtifacts([artifact("a.txt"), artifact("b", "dist/b.json")], folder, {
    folder: reports,
  });
  expect(written.map(({ path }) => path)).toEqual([
    join(reports, "a.txt"),
    join(folder, "dist/b.json"),
  ]);
  expect(await readFile(join(folder, "dist/b.json"), "utf8")).toBe("b");
});

test("without a folder for documents only what has a destination is written", async () => {
  const written = await writeArtifacts(
    [artifact("a.txt"), artifact("b", "b.json")],
    folder,
    undefined,
  );
  expect(written.map(({ name }) => name)).toEqual(["b"]);
  expect(await readdir(folder)).toEqual(["b.json"]);
});

test.each(["../a", "/tmp/a", "a/../../b", ".", ""])("refuses the name %j", async (name) => {
  await expect(writeInside(folder, name, "x")).rejects.toThrow(InternalError);
});

test("replaces a symbolic link instead of writing through it", async () => {
  const target = join(folder, "target");
  await writeFile(target, "keep");
  await symlink(target, join(folder, "report.json"));
  await writeInside(folder, "report.json", "new");
  expect(await readFile(target, "utf8")).toBe("keep");
  expect(await readFile(join(folder, "report.json"), "utf8")).toBe("new");
});

test("writes nothing into git's own folder, also through a link", async () => {
  await mkdir(join(folder, ".git/hooks"), { recursive: true });
  await symlink(".git/hooks", join(folder, "dist"));
  for (const name of ["dist/x.json", ".git/x.json", ".git/hooks/x.json"]) {
    await expect(writeInside(folder, name, "x")).rejects.toThrow("its folder belongs to git");
  }
  expect(await readdir(join(folder, ".git/hooks"))).toEqual([]);
});

test("does not follow a linked folder out of the root", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "assay-elsewhere-"));
  await symlink(elsewhere, join(folder, "dist"));
  await expect(writeInside(folder, "dist/x.json", "x")).rejects.toThrow(/symbolic link/);
  expect(await readdir(elsewhere)).toEqual([]);
  await rm(elsewhere, { recursive: true });
});

test("leaves no temporary file behind when writing fails", async () => {
  await writeInside(folder, "taken/inner", "x");
  await expect(writeInside(folder, "taken", "x")).rejects.toThrow(ExternalError);
  expect(await readdir(folder)).toEqual(["taken"]);
});

test("a folder that can't be made is an error, not an endless try", async () => {
  await writeFile(join(folder, "file"), "");
  for (const path of ["/proc/assay/reports", join(folder, "file/reports")]) {
    await expect(writeInside(path, "a.txt", "a")).rejects.toThrow(/a\.txt could not be written/);
  }
  expect(await writeInside(join(folder, "a/b/c"), "d/e.txt", "e")).toBe(
    join(folder, "a/b/c/d/e.txt"),
  );
});
