import { mkdir, mkdtemp, realpath, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCheck, fakeToken as token } from "./test/run-check.ts";

let root: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "assay-secrets-")));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

const run = (options = {}) => runCheck(root, options);

describe("files", () => {
  test("a folder without git is scanned as it lies there", async () => {
    await write("a/b.txt", `\n  ${token("A")}\n`);
    await write("node_modules/x/y.txt", token("B"));
    const { findings, coverage, notices } = await run();
    expect(findings).toMatchObject([
      { location: { path: "a/b.txt", startLine: 2, startColumn: 3 } },
    ]);
    expect(findings[0]?.location).not.toHaveProperty("commit");
    expect(coverage.skipped).toEqual([{ item: "node_modules", reason: "installed packages" }]);
    expect(notices?.join()).toContain("no git repository");
  });

  test("an empty folder is not green, and history without git is an error", async () => {
    expect((await run()).findings).toMatchObject([
      { ruleId: "secrets.nothing-scanned", severity: "high" },
    ]);
    await expect(run({ mode: "history" })).rejects.toMatchObject({ kind: "usage" });
  });

  test("pictures alone are no failure: their names were looked at, as in the history", async () => {
    const picture = Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 7) % 256));
    await write("logo.png", picture);
    const { findings, coverage } = await run({ mode: "tree" });
    expect(findings).toMatchObject([{ ruleId: "secrets.nothing-scanned", severity: "info" }]);
    expect(findings[0]?.message).toContain("1 file");
    expect(coverage.skipped).toEqual([{ item: "logo.png", reason: "binary content" }]);
    expect(coverage.inspected).toMatchObject({ files: 1, bytes: 0 });
  });

  test("a file that is too large to be read is a finding", async () => {
    await write("large.txt", "");
    await truncate(join(root, "large.txt"), 101 * 1024 * 1024);
    expect((await run()).findings).toMatchObject([
      { ruleId: "secrets.unscanned-file", location: { path: "large.txt" } },
      { ruleId: "secrets.nothing-scanned" },
    ]);
  });

  test("two runs give the same bytes", async () => {
    for (const name of ["z", "a", "m"])
      await write(`${name}.txt`, `${token(name.toUpperCase())}\n`);
    expect(JSON.stringify(await run())).toBe(JSON.stringify(await run()));
  });
});
