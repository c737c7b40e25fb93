import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeProcesses } from "@assay/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { extensions, findTool } from "./find-tool.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-tool-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function script(name: string, body: string, mode = 0o755): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, mode);
  return path;
}

const request = (more: object) => ({
  name: "tool",
  environment: { PATH: folder },
  processes: nodeProcesses(),
  versionArgs: ["version"],
  ...more,
});

test("finds a program on PATH and asks for its version", async () => {
  const path = await script("tool", 'echo "tool $1 v1.20.3 linux"');
  expect(await findTool(request({}))).toEqual({ path, version: "1.20.3" });
});

test("a build from source has no version", async () => {
  const path = await script("tool", 'echo "version is set by build process"');
  expect(await findTool(request({}))).toEqual({ path, version: undefined });
});

test("an explicit path wins over PATH", async () => {
  await script("tool", "echo 1.0.0");
  const path = await script("other", "echo 2.0.0");
  expect(await findTool(request({ explicitPath: path }))).toEqual({ path, version: "2.0.0" });
  expect((await findTool(request({ explicitPath: "other", root: folder }))).path).toBe(path);
});

test("folders, plain files and nothing at all are refused with the input's name", async () => {
  await mkdir(join(folder, "dir"));
  await script("plain", "echo", 0o644);
  for (const name of ["dir", "plain", "absent"]) {
    await expect(
      findTool(request({ explicitPath: join(folder, name), pathInput: "`tool-path`" })),
    ).rejects.toMatchObject({ kind: "usage", message: expect.stringContaining("`tool-path`") });
  }
});

test("a program that is not there, or that fails, is an external error", async () => {
  await expect(findTool(request({ install: "Get it." }))).rejects.toMatchObject({
    kind: "external",
    hint: "Get it.",
  });
  await script("tool", "echo broken >&2; exit 3");
  await expect(findTool(request({}))).rejects.toMatchObject({
    kind: "external",
    message: expect.stringContaining("exit code 3: broken"),
  });
});

test("relative folders of PATH are not looked at", async () => {
  await script("tool", "echo 1.0.0");
  await expect(findTool(request({ environment: { PATH: "." } }))).rejects.toMatchObject({
    kind: "external",
  });
});

test("Windows looks for programs, never for shell scripts", () => {
  expect(extensions({ PATHEXT: ".COM;.EXE;.BAT;.CMD" }, "win32")).toEqual([".com", ".exe"]);
  expect(extensions({}, "linux")).toEqual([""]);
});
