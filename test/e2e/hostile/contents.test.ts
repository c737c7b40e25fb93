import { writeFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { awsKey } from "../scenes.ts";
import { action, assay, assayOn, folderOf } from "./run.ts";

afterAll(cleanUp);

const LEAK = `AWS_KEY=${awsKey()}\n`;
const TREE = ["secrets", ".", "--mode", "tree"];
const BINARY = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7) % 256));

/** Files that hold the same secret, as editors, tools and accidents write them. */
const TEXTS: readonly (readonly [string, string | Uint8Array])[] = [
  ["in Latin-1", Buffer.concat([Buffer.from("K\u00e9Y = \u00ff\n", "latin1"), Buffer.from(LEAK)])],
  ["with a stray NUL", `x\0y\n${LEAK}`],
  ["with CRLF and a mark", `\ufeff${LEAK.replaceAll("\n", "\r\n")}`],
  ["in UTF-16", Buffer.from(`\ufeff${LEAK}`, "utf16le")],
  ["in big-endian UTF-16", Buffer.from(`\ufeff${LEAK}`, "utf16le").swap16()],
  ["in unmarked UTF-16", Buffer.from(`x=1\n${LEAK}`, "utf16le")],
  [
    "in UTF-16 of another script",
    Buffer.from(`\ufeff# ${"\u5bc6\u7801".repeat(3000)}\n${LEAK}`, "utf16le"),
  ],
  ["in control characters", `\u001b[31m\u0007${LEAK}`],
];

const NAMES = [
  "a\nb.env",
  "\"q\" 's'.env",
  "-rf",
  "--upload-pack=x",
  "\u202e.env",
  "t\t.env",
  "$(id).env",
  "*?.env",
];

describe("a secret", () => {
  it.concurrent.each(TEXTS)("%s is found, in the tree and in the history", async (_, content) => {
    const repository = await gitRepository({ "README.md": "# shop\n", "a.env": content });
    const runs = [TREE, ["secrets", ".", "--mode", "history"]].map((args) =>
      assay(args, { cwd: repository.root }),
    );
    for (const result of await Promise.all(runs)) {
      expect(result).toMatchObject({ exitCode: 1, rules: ["secrets.aws-access-token"] });
      expect(result.stdout).not.toContain(awsKey());
    }
  });

  it.concurrent("in a file of any name is found, in the tree and in the history", async () => {
    const repository = await gitRepository(Object.fromEntries(NAMES.map((name) => [name, LEAK])));
    const tree = await assay(TREE, { cwd: repository.root });
    // No UTF-8, and so no name that Node can open again: git can.
    writeFileSync(Buffer.concat([Buffer.from(`${repository.root}/x`), Buffer.from([0xff])]), LEAK);
    await repository.commit("one more");
    const [history, blocked] = await Promise.all([
      assay(["secrets", "."], { cwd: repository.root }),
      assay(TREE, { cwd: repository.root }),
    ]);
    const paths = (stdout: string): readonly string[] =>
      JSON.parse(stdout).findings.map((one: { location: { path: string } }) => one.location.path);
    expect(paths(tree.stdout).toSorted()).toEqual(NAMES.toSorted());
    expect(paths(history.stdout)).toHaveLength(NAMES.length + 1);
    expect(blocked.rules).toContain("secrets.unscanned-file");
    expect(blocked.told).toMatch(/x\ufffd was not scanned: it could not be read \(ENOENT\)/);
  });

  it.concurrent("at the end of a line of 20 MB is found", async () => {
    const files = { "min.js": `${"var a=1;".repeat(2_500_000)}"${awsKey()}"` };
    const result = await assayOn(files, TREE);
    expect(result).toMatchObject({ exitCode: 1, rules: ["secrets.aws-access-token"] });
    expect(result.stdout.length).toBeLessThan(5000);
  });

  it.concurrent("in a file over 100 MB is not passed over in silence", async () => {
    const cwd = await folderOf({ "a.txt": "a\n" });
    writeFileSync(join(cwd, "big.sql"), Buffer.alloc(100 * 1024 * 1024 + 1));
    const result = await assay(TREE, { cwd });
    expect(result).toMatchObject({ exitCode: 1, rules: ["secrets.unscanned-file"] });
    expect(result.told).toMatch(/big\.sql was not scanned: larger than 104857600 bytes/);
  });
});

describe("what is no text", () => {
  it.concurrent("is told among what was left out", async () => {
    const cwd = await folderOf({
      "a.txt": "a\n",
      "logo.png": BINARY,
      "zeros.bin": Buffer.alloc(9000),
    });
    await symlink("/etc/hostname", join(cwd, "link"));
    const result = await assay(TREE, { cwd });
    expect(result).toMatchObject({ exitCode: 0, inspected: { files: 3, bytes: 2 } });
    expect(result.skipped.join("\n")).toMatch(
      /^link: a symbolic link.*\nlogo\.png: binary.*\nzeros\.bin: binary/,
    );
  });

  it.concurrent.each([
    ["nothing but binary", { "logo.png": BINARY }],
    ["nothing but an empty file", { "empty.txt": "" }],
  ])("passes in the tree as in the history, and is counted: %s", async (_, files) => {
    const cli = await assayOn(files, TREE);
    expect(cli).toMatchObject({
      exitCode: 0,
      rules: ["secrets.nothing-scanned"],
      inspected: { bytes: 0 },
    });
    const run = await action("secrets", { files });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([0, "pass"]);
  });

  it.concurrent("an empty folder is no pass", async () => {
    const cli = await assayOn({}, TREE);
    expect(cli).toMatchObject({ exitCode: 1, rules: ["secrets.nothing-scanned"] });
    const run = await action("secrets", { files: {} });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([1, "fail"]);
  });
});
