import { execFileSync } from "node:child_process";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { lockfile } from "../scenes.ts";
import { action, assay, assayOn, folderOf } from "./run.ts";

afterAll(cleanUp);

const LOCK = { "package-lock.json": lockfile({ left: "MIT" }) };

/** Ten anchors, each ten times the one before. */
const BOMB = Array.from({ length: 9 }, (_, at) => {
  const items = at === 0 ? Array(10).fill("x") : Array(10).fill(`*a${at - 1}`);
  return `a${at}: &a${at} [${items.join()}]\n`;
}).join("");

const SEVERAL = `licences:
  allow: [MIT]
licenses:
  alow: [MIT]
  mode: tre
fail_on: high
report: 5
`;

describe("a config file", () => {
  it.concurrent("with several mistakes tells them all, by line and column, with the nearest key", async () => {
    const cli = await assayOn({ ...LOCK, "assay.yml": SEVERAL }, ["licenses", "."]);
    const run = await action("licenses", { files: { ...LOCK, "assay.yml": SEVERAL } });
    expect([cli.exitCode, run.exitCode, run.outputs["outcome"]]).toEqual([2, 2, "error"]);
    for (const told of [cli.told, run.annotations.map(({ message }) => message).join(" ")]) {
      expect(told).toContain("assay.yml:1:1: there is no key `licences`; did you mean `licenses`?");
      expect(told).toContain(
        "assay.yml:4:3: there is no key `alow` in `licenses`; did you mean `allow`?",
      );
      expect(told).toMatch(/assay\.yml:5:3: `licenses\.mode` is "tre"; it must be one of auto,/);
      expect(told).toContain("assay.yml:6:1: there is no key `fail_on`; did you mean `fail-on`?");
      expect(told).toMatch(/assay\.yml:7:1: `report` is 5 .*must be a mapping/);
    }
  });

  it.concurrent.each([
    [
      "with a key twice",
      "licenses:\n  mode: tree\nlicenses:\n  allow: [MIT]\n",
      /assay\.yml:3:1: the key `licenses` is already given in line 1/,
    ],
    [
      "with an alias bomb",
      BOMB,
      /more than 200000 values are read, those that aliases repeat counted/,
    ],
    [
      "with an alias to itself",
      "licenses: &a\n  allow: *a\n",
      /assay\.yml:2:10: Unresolved alias: \*a; an anchor &a must end before it/,
    ],
    [
      "with tabs",
      "licenses:\n\tallow: [MIT]\n",
      /assay\.yml:2:1: it is indented with a tab; only spaces indent/,
    ],
    ["in Latin-1", Buffer.from("# h\u00e9\n", "latin1"), /is not UTF-8 text.*Save it as UTF-8/],
    ["in UTF-16", Buffer.from("\ufefflicenses: {}\n", "utf16le"), /is not UTF-8 text/],
    ["of 2 MB", `# ${"x".repeat(2_000_000)}`, /has 2000002 bytes; at most 1048576 are read/],
    ["that is a list", "- licenses\n", /it holds a list and no mapping of keys/],
    [
      "with a function",
      "licenses:\n  allow: !!js/function 'function(){}'\n",
      /assay\.yml:2:10: Unresolved tag/,
    ],
    [
      "with a Python object",
      "licenses: !!python/object/apply:os.system [id]\n",
      /assay\.yml:1:11: Unresolved tag/,
    ],
    ["with NUL", "licenses:\n  mode: tree\n\0\n", /is not valid YAML/],
    ["of binary", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), /is not UTF-8 text/],
    ["nested 100,000 deep", "[".repeat(100_000), /nested too deeply/],
    [
      "with names of Object.prototype",
      "__proto__: { a: 1 }\nconstructor: 1\n",
      /no key `__proto__`.*no key `constructor`/,
    ],
    [
      "of two documents",
      "offline: true\n---\noffline: false\n",
      /assay\.yml:2:1: a second document/,
    ],
    [
      "with a wrong type",
      "licenses:\n  allow: MIT\n",
      /assay\.yml:2:3: `licenses\.allow` is "MIT"; it must be a list/,
    ],
    [
      "with a megabyte in a value",
      `fail-on: ${"x".repeat(1_000_000)}\n`,
      /assay\.yml:1:1: `fail-on` is "x+.*must be one of critical/,
    ],
  ])("%s is refused", async (_, content, message) => {
    const result = await assayOn({ ...LOCK, "assay.yml": content }, ["licenses", "."]);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.told).toMatch(message);
    expect(result.told.length).toBeLessThan(4000);
  });

  it.concurrent.each(["", "# nothing is switched on\n", "{}\n"])(
    "that says nothing (%j) changes nothing",
    async (content) => {
      const result = await assayOn({ ...LOCK, "assay.yml": content }, ["licenses", "."]);
      expect(result).toMatchObject({ exitCode: 0, inspected: { packages: 1 } });
    },
  );

  it.concurrent.each([
    ["a folder", (path: string) => mkdir(path), /is not a regular file/],
    [
      "a pipe",
      async (path: string) => void execFileSync("mkfifo", [path]),
      /is not a regular file/,
    ],
    [
      "a link that leads out",
      (path: string) => symlink("/etc/hostname", path),
      /leads out of the working directory/,
    ],
    [
      "a link to nothing",
      (path: string) => symlink("nowhere", path),
      /symbolic link to nothing|does not exist/,
    ],
    ["a link to itself", (path: string) => symlink("assay.yml", path), /ELOOP/],
  ])("that is %s is refused", async (_, make, message) => {
    const cwd = await folderOf(LOCK);
    await make(join(cwd, "assay.yml"));
    const result = await assay(["licenses", "."], { cwd });
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.told).toMatch(message);
  });
});
