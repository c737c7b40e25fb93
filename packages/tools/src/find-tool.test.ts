import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { nodeProcesses } from "@assay/core/host";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findTool } from "./find-tool.ts";

let folder: string;
let root: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-tool-"));
  root = await mkdtemp(join(tmpdir(), "assay-checked-"));
});
afterEach(async () => {
  for (const made of [folder, root]) await rm(made, { recursive: true });
});

async function script(name: string, body: string, mode = 0o755, place = folder): Promise<string> {
  const path = join(place, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, mode);
  return path;
}

const request = (more: object) => ({
  name: "tool",
  root,
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
  const relative = join("..", basename(folder), "other");
  expect((await findTool(request({ explicitPath: relative }))).path).toBe(path);
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
  await script(
    "tool",
    "printf 'Traceback (most recent call last):\\n  x\\nImportError: no' >&2; exit 1",
  );
  await expect(findTool(request({}))).rejects.toMatchObject({
    message: expect.stringContaining("exit code 1: ImportError: no"),
  });
});

test("relative folders of PATH are not looked at", async () => {
  await script("tool", "echo 1.0.0");
  await expect(findTool(request({ environment: { PATH: "." } }))).rejects.toMatchObject({
    kind: "external",
  });
});

describe("a program of the checked repository is never run", () => {
  const ran = () => existsSync(join(folder, "ran"));
  const evil = (place: string) => script("tool", `touch '${join(folder, "ran")}'`, 0o755, place);
  const refused = (more: object) =>
    expect(findTool(request({ pathInput: "`tool-path`", ...more }))).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("nothing of that is ever run"),
      hint: expect.stringContaining("`tool-path`"),
    });

  test("given or found, straight or through a link", async () => {
    await evil(root);
    await refused({ explicitPath: "./tool" });
    await refused({ environment: { PATH: root } });
    await symlink(join(root, "tool"), join(folder, "tool"));
    await refused({});
    await refused({ explicitPath: join(folder, "tool") });
    const alias = join(folder, "alias");
    await symlink(root, alias);
    await refused({ root: alias, explicitPath: join(root, "tool") });
    await refused({ explicitPath: join(alias, "tool") });
    expect(ran()).toBe(false);
  });

  test("nor from another folder of the same checkout", async () => {
    await mkdir(join(root, ".git"));
    await mkdir(join(root, "part"));
    await evil(root);
    await refused({ root: join(root, "part"), explicitPath: "../tool" });
    expect(ran()).toBe(false);
  });

  test("nor from the superproject of a submodule", async () => {
    const bin = join(root, "node_modules/.bin");
    const module = join(root, "module");
    for (const made of [join(root, ".git"), bin, module]) await mkdir(made, { recursive: true });
    await writeFile(join(module, ".git"), "gitdir: ../.git/modules/module\n");
    await evil(bin);
    await refused({ root: module, environment: { PATH: bin } });
    await refused({ root: module, explicitPath: "../node_modules/.bin/tool" });
    expect(ran()).toBe(false);
  });

  test("nor from elsewhere in the workspace of the job, or the packages of a folder above", async () => {
    const part = join(root, "part");
    await mkdir(part);
    await evil(root);
    const environment = { PATH: root, GITHUB_WORKSPACE: root };
    await refused({ root: part, environment });
    await refused({ root: await mkdtemp(join(folder, "elsewhere-")), environment });
    const bin = join(root, "node_modules/.bin");
    await mkdir(bin, { recursive: true });
    await evil(bin);
    await refused({ root: part, environment: { PATH: bin } });
    expect(ran()).toBe(false);
  });
});
