import { execFileSync } from "node:child_process";
import { symlink, truncate } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { lockfile } from "../scenes.ts";
import { assay, assayOn, folderOf } from "./run.ts";

afterAll(cleanUp);

const GOOD = lockfile({ left: "MIT" });
const LOCK = "package-lock.json";

/** A lockfile with these `packages`, whatever they are. */
const locked = (packages: unknown, more: object = {}) =>
  JSON.stringify({ name: "shop", version: "1.0.0", lockfileVersion: 3, packages, ...more });

const root = (...names: readonly string[]) => ({
  name: "shop",
  version: "1.0.0",
  dependencies: Object.fromEntries(names.map((name) => [name, "1"])),
});

/** Nested objects of version 1, one dependency below the other. */
function nested(depth: number): string {
  const open = '{"a":{"version":"1.0.0","dependencies":'.repeat(depth);
  return `{"name":"x","version":"1","lockfileVersion":1,"dependencies":${open}{}${"}}".repeat(depth)}}`;
}

/** What both checks say of a lockfile that nothing can be taken from. */
const BROKEN: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ["that is truncated", GOOD.slice(0, -20), /is no JSON.*npm install/],
  ["that is empty", "", /is no JSON.*npm install/],
  ["in UTF-16 without a mark", Buffer.from(GOOD, "utf16le"), /is no JSON/],
  ["in Latin-1", Buffer.from(GOOD.replace("shop", "sh\u00f6p"), "latin1"), /is not UTF-8 text/],
  ["of arrays 100,000 deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, /no JSON/],
  [
    "with conflict markers",
    `{\n<<<<<<< HEAD\n${GOOD}\n=======\n}\n>>>>>>> topic\n`,
    /markers of a merge conflict.*Resolve the conflict/,
  ],
  ["that is a list", "[]", /is no JSON object/],
  ["that is null", "null", /is no JSON object/],
  ["whose packages are a list", locked([]), /has no `packages`/],
  [
    "of version 99",
    locked({}, { lockfileVersion: 99 }),
    /lockfileVersion 99; 1, 2 and 3 are known/,
  ],
  ["of an object as version", locked({}, { lockfileVersion: {} }), /lockfileVersion \{\};/],
];

const broken = "inventory.broken-lockfile";
const incomplete = "inventory.incomplete";

describe.each(["sbom", "licenses"])("assay %s", (command) => {
  it.concurrent.each(BROKEN)("fails on a lockfile %s", async (_, content, message) => {
    const alone = await assayOn({ [LOCK]: content }, [command, "."]);
    expect(alone).toMatchObject({ exitCode: 1, inspected: { packages: 0 } });
    expect(alone.rules).toContain(broken);
    expect(alone.told).toMatch(message);
  });

  it.concurrent.each([
    ["with a mark and CRLF", `\ufeff${GOOD.replaceAll("\n", "\r\n")}`],
    ["in marked UTF-16", Buffer.from(`\ufeff${GOOD}`, "utf16le")],
    ["in marked big-endian UTF-16", Buffer.from(`\ufeff${GOOD}`, "utf16le").swap16()],
  ])("reads a lockfile %s", async (_, content) => {
    const result = await assayOn({ [LOCK]: content }, [command, "."]);
    expect(result).toMatchObject({ exitCode: 0, rules: [], inspected: { packages: 1 } });
  });

  it.concurrent.each([
    ["paths that lead out", OUTWARD, [/absolute/, /leads to no entry/]],
    ["one entry twice", GOOD.replace('"node_modules/left"', DUPLICATE), [/more than once/]],
    ["wrong types everywhere", MISTYPED, [/`version` is no text/]],
    ["dependencies 100,000 deep", nested(100_000), [/nested too deeply/]],
  ])("tells a lockfile with %s entry by entry", async (_, content, messages) => {
    const result = await assayOn({ [LOCK]: content }, [command, "."]);
    expect(result.exitCode).toBe(1);
    expect(result.rules).toContain(incomplete);
    for (const message of messages) expect(result.told).toMatch(message);
  });

  it.concurrent("takes an empty lockfile for a project without dependencies", async () => {
    const result = await assayOn({ [LOCK]: locked({}) }, [command, "."]);
    expect(result).toMatchObject({ exitCode: 0, rules: ["inventory.no-components"] });
  });

  it.concurrent("takes names of Object.prototype for what they are", async () => {
    const names = ["__proto__", "constructor", "hasOwnProperty"];
    const entries = names.map(
      (name) => `"node_modules/${name}":{"version":"1.0.0","license":"MIT"}`,
    );
    const asked = names.map((name) => `"${name}":"1"`);
    const text = `{"lockfileVersion":3,"packages":{"":{"name":"shop","version":"1.0.0","dependencies":{${asked}}},${entries}}}`;
    const result = await assayOn({ [LOCK]: text }, [command, "."]);
    expect(result).toMatchObject({
      exitCode: 0,
      rules: ["inventory.missing-integrity"],
      inspected: { packages: 3 },
    });
  });

  it.concurrent("reads no more than 100 MiB, and goes on with the other lockfiles", async () => {
    const cwd = await folderOf({ [LOCK]: GOOD, [`big/${LOCK}`]: "{}", [`zeros/${LOCK}`]: GOOD });
    await truncate(join(cwd, "big", LOCK), 100 * 1024 * 1024 + 1);
    await truncate(join(cwd, "zeros", LOCK), 10 * 1024 * 1024);
    const result = await assay([command, "."], { cwd });
    expect(result).toMatchObject({ exitCode: 1, inspected: { lockfiles: 1, packages: 1 } });
    expect(result.rules).toEqual([broken]);
    expect(result.told).toMatch(/big\/\S+ has 104857601 bytes; at most 104857600 are read/);
    expect(result.told).toMatch(/zeros\/\S+ is no JSON/);
  });

  it.concurrent("passes no lockfile over in silence: links, pipes, folders, unlistable folders", async () => {
    const away = await folderOf({ [LOCK]: GOOD });
    const files = { [`good/${LOCK}`]: GOOD, "real.json": GOOD };
    const folders = ["out", "lost", "in", "pipe"].map((name) => [`${name}/.keep`, ""]);
    const cwd = await folderOf({ ...files, ...Object.fromEntries(folders) });
    await symlink(join(away, LOCK), join(cwd, "out", LOCK));
    await symlink("nowhere", join(cwd, "lost", LOCK));
    await symlink("../real.json", join(cwd, "in", LOCK));
    execFileSync("mkfifo", [join(cwd, "pipe", LOCK)]);
    // A name that is no UTF-8: Node can't ask for it again.
    execFileSync("sh", ["-c", `mkdir "$(printf 'x\\377')"`], { cwd });
    const result = await assay([command, "."], { cwd });
    expect(result).toMatchObject({ exitCode: 1, inspected: { lockfiles: 2 } });
    expect(result.rules).toEqual([broken, "inventory.unreadable-folder"]);
    expect(result.told).toMatch(/out\/\S+ leads out of the working directory/);
    expect(result.told).toMatch(/lost\/\S+ is listed and can't be read/);
    expect(result.told).toMatch(/pipe\/\S+ is not a regular file/);
    expect(result.told).toMatch(/the folder can't be listed/);
  });

  it.concurrent("is not green where a folder has the lockfile's name", async () => {
    const result = await assayOn({ [`${LOCK}/x`]: GOOD }, [command, "."]);
    expect(result).toMatchObject({ exitCode: 1, inspected: { lockfiles: 0 } });
    expect(result.told).toMatch(/No lockfile was found, and no manifest that asks for packages/);
  });
});

const OUTWARD = locked({
  "": root("a", "b", "c"),
  "../../../etc/passwd": { version: "1.0.0", license: "MIT" },
  "/etc/passwd": { version: "1.0.0", license: "MIT" },
  "node_modules/a": { link: true, resolved: "../../outside" },
  "node_modules/b": { link: true, resolved: "/etc" },
  "node_modules/c": { version: "1.0.0", resolved: "file:../../../etc/shadow", license: "MIT" },
});

const DUPLICATE = `"node_modules/left":{"version":"0.9.0","license":"GPL-3.0-only"},"node_modules/left"`;

const MISTYPED = locked({
  "": { name: 5, version: {}, dependencies: 5 },
  "node_modules/a": { version: {}, license: { a: 1 } },
  "node_modules/b": 5,
  "node_modules/c": null,
  "node_modules/d": { version: ["1"], resolved: 7, integrity: [], license: ["MIT"], dev: "yes" },
});
