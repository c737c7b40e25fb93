import { describe, expect, test } from "vitest";
import { gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";
import { HEX, lockOf, PROJECT, sri } from "./test/sample.ts";

const LOCK = PROJECT["deno.lock"];

test("nothing that is done to it passes unreported", async () => {
  await expectNothingSilent("deno.lock", PROJECT, 600);
});

test("nor to files of servers, of which one may be taken out", async () => {
  const remote = Object.fromEntries([1, 2, 3, 4].map((n) => [`https://deno.land/${n}.ts`, HEX]));
  const lock = lockOf({ version: "4", remote });
  await expectNothingSilent("deno.lock", { "deno.lock": lock }, 300, (text) => {
    return [...text.matchAll(/"https:[^"]*":/g)].length;
  });
});

describe("what is odd is a gap", () => {
  test.each([
    ['"chalk@5.6.2": {', '"chalk5.6.2": {', "entry npm > chalk5.6.2: it was not understood"],
    ['"npm:w@8": "8.0.2"', '"npm:w@8": 8', "entry specifiers > npm:w@8: it was not understood"],
    [
      '"npm:w@8": "8.0.2"',
      '"npm:w@8": "9.0.0"',
      "entry npm:w@8: it leads to w@9.0.0, which is not in the lockfile",
    ],
    [
      '"s-cjs@npm:s@4.2.3"',
      '"s-cjs@npm:s@4.0.0"',
      "entry w@8.0.2: its dependency s@4.0.0 is not in the lockfile",
    ],
    ['"s@5.1.2",\n', '"s",\n', "entry w@8.0.2: its dependency s is not in the lockfile"],
    [
      '"jsr:@std/internal",',
      '"jsr:@std/other",',
      "entry jsr:@std/path@1.1.0: its dependency jsr:@std/other is not in the lockfile",
    ],
    [
      '"@std/internal@1.0.5": {',
      '"std@1.0.5": [], "@std/internal@1.0.5": {',
      "entry jsr > std@1.0.5: it was not understood",
    ],
    [
      '"npm:chalk@5": "5.6.2",',
      '"npm:chalk@5": "5.6.2", "npm:chalk@5": "5.6.2",',
      "entry specifiers > npm:chalk@5: it stands in the file twice",
    ],
    [sri(2), "sha512-AAAA", "entry chalk@5.6.2: a part of `integrity` is no known hash"],
    [
      '"npm": {',
      '"remote": {"file:///etc": "aa"}, "npm": {',
      "entry remote > file:///etc: it was not understood",
    ],
  ])("%j for %j", async (before, after, gap) => {
    expect(LOCK).toContain(before);
    const graph = await graphOf({ ...PROJECT, "deno.lock": LOCK.replace(before, () => after) });
    expect(gapsOf(graph)).toContain(gap);
  });
});

test("what is no lockfile of a known version is skipped", async () => {
  const reasons = async (text: string) => (await skippedOf({ "deno.lock": text })).join();
  expect(await reasons(LOCK.slice(0, 2000))).toBe("unreadable deno.lock: deno.lock is no JSON");
  expect(await reasons("{}")).toContain("is no lockfile of Deno: it has no version");
  expect(await reasons('{"version": "6"}')).toContain('is of the version "6"; 1 to 5 are known');
  expect(await reasons(`<<<<<<< a\n${LOCK}=======\n>>>>>>> b\n`)).toContain("merge conflict");
});

test("CRLF and a byte order mark change nothing; names of objects' own fields are names", async () => {
  const plain = await graphOf(PROJECT);
  const other = await graphOf({
    ...PROJECT,
    "deno.lock": `\uFEFF${LOCK.replaceAll("\n", "\r\n").replaceAll("  ", "\t")}`,
  });
  expect(other).toEqual(plain);
  const names = ["__proto__", "constructor"];
  const specifiers = names.map((name) => `"npm:${name}@1": "1.0.0"`).join();
  const npm = names.map((name) => `"${name}@1.0.0": {"integrity": "${sri(1)}"}`).join();
  const odd = await graphOf({
    "deno.lock": `{"version": "5", "specifiers": {${specifiers}}, "npm": {${npm}}}`,
  });
  expect(odd.edges).toHaveLength(2);
  expect(odd.gaps).toEqual([]);
});

test("many packages with one name stay in proportion", async () => {
  const ids = Array.from({ length: 5000 }, (_, n) => `a@1.0.${n}`);
  const npm = Object.fromEntries(
    ids.map((id, n) => [id, { integrity: sri(1), dependencies: [ids[n + 1] ?? "a@1.0.0"] }]),
  );
  const graph = await graphOf({
    "deno.lock": lockOf({ version: "5", specifiers: { "npm:a@1": "1.0.0" }, npm }),
  });
  expect(graph.edges).toHaveLength(5001);
});
