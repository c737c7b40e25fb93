import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sign, verify } from "../test/run.ts";
import { subjectsOf } from "./bundle-names.ts";

afterAll(cleanUp);

let root: string;
beforeEach(async () => {
  root = await temporaryFolder();
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
  await mkdir(join(root, "dist/inner"), { recursive: true });
  await writeFile(join(root, "dist/a.tgz"), "a");
});

describe("what a pattern hits and can't be used", () => {
  const skipped = [
    { item: "dist/inner/link.tgz", reason: "it is a symbolic link, and links are not followed" },
    { item: "dist/new\nline.tgz", reason: "its name holds a line break" },
    { item: "dist/pipe.tgz", reason: "it is no regular file" },
  ];
  beforeEach(async () => {
    await symlink("../a.tgz", join(root, "dist/inner/link.tgz"));
    await writeFile(join(root, "dist/new\nline.tgz"), "b");
    execFileSync("mkfifo", [join(root, "dist/pipe.tgz")]);
  });

  it("is listed when the rest is signed", async () => {
    const signed = await sign({ root }, { files: ["dist/**/*.tgz"], key: "k.key" });
    expect(signed.failures).toEqual([]);
    expect(signed.records).toHaveLength(1);
    expect(signed.coverage.skipped).toEqual(skipped);
  });

  it("fails a verification, which says how many of all were verified", async () => {
    await sign({ root }, { files: ["dist/a.tgz"], key: "k.key" });
    const verified = await verify({ root }, { files: ["dist/**/*.tgz"], key: "k.pub" });
    expect(verified.failures.map(({ item, ruleId, kind }) => [item, ruleId, kind])).toEqual(
      skipped.map(({ item }) => [item, "verify.unreadable", "policy"]),
    );
    expect(verified.coverage.summary).toMatch(/^1 of 4 files/);
    expect(verified.coverage.skipped).toEqual(skipped);
  });

  it("is nothing where it is excluded, and no missing file where nothing else is there", async () => {
    const files = ["dist/inner/*.tgz", "!dist/inner/link.tgz"];
    const excluded = await verify({ root }, { files, key: "k.pub" });
    expect(excluded.failures.map(({ ruleId }) => ruleId)).toEqual(["verify.nothing-to-verify"]);
    const alone = await verify({ root }, { files: ["dist/inner/*.tgz"], key: "k.pub" });
    expect(alone.failures.map(({ ruleId }) => ruleId)).toEqual(["verify.unreadable"]);
  });
});

it("what a killed run left is neither signed nor verified, and listed", async () => {
  const name = ".assay-0123456789abcdef.tmp";
  await writeFile(join(root, "dist", name), "half a bund");
  const listed = [{ item: `dist/${name}`, reason: "a run that was killed left it: delete it" }];
  const signed = await sign({ root }, { files: ["dist/*"], key: "k.key" });
  expect(signed.records.map(({ subject }) => subject.name)).toEqual(["dist/a.tgz"]);
  expect(signed.coverage.skipped).toEqual(listed);
  const verified = await verify({ root }, { files: ["dist/*"], key: "k.pub" });
  expect(verified.failures).toEqual([]);
  expect(verified.coverage.skipped).toEqual(listed);
});

it("a name with a line break is refused where it is given too", async () => {
  await writeFile(join(root, "new\nline"), "b");
  for (const run of [
    sign({ root }, { files: ["new\nline"], key: "k.key" }),
    verify({ root }, { files: ["new\nline"], key: "k.pub" }),
  ]) {
    const { failures, records } = await run;
    expect(records).toEqual([]);
    expect(failures).toMatchObject([{ kind: "usage", item: "new\nline" }]);
    expect(failures[0]?.message).toContain("its name holds a line break");
  }
});

it("patterns that are separated by spaces are recognised", async () => {
  for (const files of [["dist/*.zip dist/*.tar"], ["dist/a.zip dist/a.tar"]]) {
    const { failures } = await sign({ root }, { files, key: "k.key" });
    expect(failures).toMatchObject([{ ruleId: "sign.nothing-to-sign", kind: "usage" }]);
    expect(failures[0]?.message).toMatch(
      /it holds spaces, and patterns are separated by line breaks or commas$/,
    );
  }
});

describe("several bundles of one file", () => {
  const bundle = async (suffix: string) => {
    await sign({ root }, { files: ["dist/a.tgz"], key: "k.key", bundleSuffix: suffix });
    return await readFile(join(root, `dist/a.tgz${suffix}`), "utf8");
  };
  const product = async () => {
    const { records, failures } = await verify({ root }, { files: ["dist/a.tgz"], key: "k.pub" });
    return records[0]?.product ?? failures[0]?.ruleId;
  };
  const place = (name: string, text: string) => writeFile(join(root, "dist", name), text);

  it("are found by name and tried, the own one first", async () => {
    await bundle(".provenance.sigstore.json");
    expect(await product()).toBe("dist/a.tgz.provenance.sigstore.json");
    await place("a.tgz.sigstore.json", "{}");
    expect(await product()).toBe("dist/a.tgz.provenance.sigstore.json");
    await place("a.tgz.sigstore.json", await bundle(".again.sigstore.json"));
    expect(await product()).toBe("dist/a.tgz.sigstore.json");
  });

  it("may stand in one file, a line each", async () => {
    const good = (await bundle(".x.sigstore.json")).trim();
    await place("a.tgz.x.sigstore.json", "{}");
    for (const name of ["a.tgz.sigstore.jsonl", "a.tgz.all.sigstore.jsonl"]) {
      await place(name, `{}\n\n${good}\n`);
      expect(await product()).toBe(`dist/${name}`);
      await place(name, "{}\n{}\n");
      expect(await product()).toBe("verify.malformed-bundle");
    }
    await place("a.tgz.sigstore.jsonl", "");
    expect(await product()).toBe("verify.malformed-bundle");
    await place("a.tgz.sigstore.jsonl", `${good}\n`.repeat(65));
    expect(await product()).toBe("verify.malformed-bundle");
  });

  it("that all fail are each named, and the one that came furthest decides", async () => {
    await bundle(".x.sigstore.json");
    await place("a.tgz.sigstore.json", "{}");
    await writeFile(join(root, "dist/a.tgz"), "changed");
    const { failures } = await verify({ root }, { files: ["dist/a.tgz"], key: "k.pub" });
    expect(failures).toMatchObject([{ ruleId: "verify.digest-mismatch" }]);
    const labels = failures[0]?.evidence?.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(["dist/a.tgz.sigstore.json"]));
    expect(labels).toEqual(expect.arrayContaining(["dist/a.tgz.x.sigstore.json"]));
  });

  it("belong to the file with the whole name, not to one with a shorter name", async () => {
    expect(subjectsOf("a.tgz.sigstore.json", ".sigstore.json")).toEqual(["a.tgz", "a"]);
    await writeFile(join(root, "dist/a"), "b");
    await bundle(".sigstore.json");
    const { failures } = await verify({ root }, { files: ["dist/a"], key: "k.pub" });
    expect(failures.map(({ ruleId }) => ruleId)).toEqual(["verify.no-bundle"]);
  });
});
