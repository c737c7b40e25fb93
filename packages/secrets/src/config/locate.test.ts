import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkspace, workTreeFiles } from "@assay/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { secretsCommand } from "../command.ts";
import { locateConfig } from "./locate.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "assay-locate-"));
});
afterEach(() => rm(root, { recursive: true }));

async function locate(environment: Record<string, string> = {}, path?: string) {
  const files = workTreeFiles(await openWorkspace(root));
  const read = async (name: string, named = false) => {
    const bytes = await files.read(name, { named });
    return bytes === undefined ? undefined : Buffer.from(bytes).toString();
  };
  return locateConfig({ environment, read, ...(path === undefined ? {} : { path }) });
}

test("input, then the two variables, then the file, then nothing", async () => {
  expect(await locate()).toBeUndefined();
  await writeFile(join(root, ".gitleaks.toml"), "file");
  expect(await locate()).toEqual({ name: ".gitleaks.toml", text: "file" });
  const inline = { GITLEAKS_CONFIG_TOML: "inline" };
  expect(await locate(inline)).toEqual({ name: "GITLEAKS_CONFIG_TOML", text: "inline" });
  await writeFile(join(root, "named.toml"), "named");
  const both = { ...inline, GITLEAKS_CONFIG: "named.toml" };
  expect(await locate(both)).toEqual({ name: "named.toml", text: "named" });
  await writeFile(join(root, "input.toml"), "input");
  expect(await locate(both, "input.toml")).toEqual({ name: "input.toml", text: "input" });
});

test("what was named must be there", async () => {
  await expect(locate({}, "absent.toml")).rejects.toMatchObject({ kind: "usage" });
  await expect(locate({ GITLEAKS_CONFIG: "absent.toml" })).rejects.toMatchObject({ kind: "usage" });
});

test("a change to the file that the variable names is a change of settings", () => {
  expect(secretsCommand.settingsFiles).toContainEqual({
    ...{ path: ".gitleaks.toml", loosened: "any", environment: "GITLEAKS_CONFIG" },
  });
});
