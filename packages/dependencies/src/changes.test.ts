import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { advisory, gate, lock } from "./test/gate.ts";

afterAll(cleanUp);

type Entries = Parameters<typeof lock>[0];
const sha = (character: string, bytes = 64) => Buffer.alloc(bytes, character).toString("base64");

/** What is said of a change from one lockfile to another. */
async function changed(
  before: Entries,
  after: Entries,
  more: Partial<Parameters<typeof gate>[0]> = {},
) {
  return await gate({
    base: { "package-lock.json": lock(before) },
    head: { "package-lock.json": lock(after) },
    ...more,
  });
}

describe("a changed checksum for the same version (§3.12)", () => {
  const entry = (integrity: string) => ({ left: { version: "1.0.0", integrity } });

  test("blocks, and shows both", async () => {
    const { findings, said } = await changed(
      entry(`sha512-${sha("a")}`),
      entry(`sha512-${sha("b")}`),
    );
    expect(said).toEqual([
      "changed-hash critical new | package-lock.json:14 The checksum of left@1.0.0 is another one than at the base, for the same version",
    ]);
    expect(findings[0]?.evidence).toEqual([
      { label: "SHA-512 at the base", value: "61".repeat(64) },
      { label: "Now", value: "62".repeat(64) },
    ]);
  });

  test("is none where a stronger algorithm joins or takes its place, or the version changes", async () => {
    const [old, both] = [`sha1-${sha("a", 20)}`, `sha1-${sha("a", 20)} sha512-${sha("b")}`];
    expect((await changed(entry(old), entry(both))).said).toEqual([]);
    expect((await changed(entry(old), entry(`sha512-${sha("b")}`))).said).toEqual([]);
    const other = { left: { version: "1.0.1", integrity: `sha512-${sha("b")}` } };
    expect((await changed(entry(`sha512-${sha("a")}`), other)).said).toEqual([]);
  });

  const LOST =
    "changed-hash high new | package-lock.json:14 left@1.0.0 has no checksum any more, or only a weaker one, for the same version";
  test.each<readonly [string, Entries]>([
    ["is gone", { left: { version: "1.0.0", integrity: undefined } }],
    ["is one of a broken algorithm", entry(`sha1-${sha("a", 20)}`)],
  ])("blocks where it %s", async (_, after) =>
    expect((await changed(entry(`sha512-${sha("a")}`), after)).said).toEqual([LOST]),
  );

  test("blocks where a second one lets other bytes in", async () => {
    const [one, both] = [`sha512-${sha("a")}`, `sha512-${sha("a")} sha512-${sha("b")}`];
    const { findings } = await changed(entry(one), entry(both));
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["dependencies.changed-hash", "critical"],
    ]);
    expect(findings[0]?.evidence?.[1]).toEqual({ label: "Now", value: "62".repeat(64) });
    expect((await changed(entry(both), entry(one))).said).toEqual([]);
  });

  test("is no loss in what is bundled, or in a lockfile of another kind", async () => {
    const bundled = { left: { version: "1.0.0", inBundle: true, integrity: undefined } };
    expect((await changed(entry(`sha512-${sha("a")}`), bundled)).said).toEqual([]);
    const yarn = `# yarn lockfile v1\n\n\nleft@1:\n  version "1.0.0"\n  resolved "https://registry.npmjs.org/left/-/left-1.0.0.tgz"\n`;
    const { said } = await gate({
      base: { "package-lock.json": lock({ left: "1.0.0" }) },
      head: { "package-lock.json": null, "yarn.lock": yarn },
    });
    expect(said).toEqual([]);
  });

  test("is told by file where a package has several; a new file is no change", async () => {
    const uv = (wheels: string) =>
      `version = 1\n\n[[package]]\nname = "left"\nversion = "1.0.0"\nsource = { registry = "https://pypi.org/simple" }\nwheels = [\n${wheels}]\n`;
    const wheel = (name: string, character: string) =>
      `  { url = "https://files.pythonhosted.org/packages/${name}.whl", hash = "sha256:${character.repeat(64)}" },\n`;
    const run = (before: string, after: string) =>
      gate({ base: { "uv.lock": uv(before) }, head: { "uv.lock": uv(after) } });
    const first = wheel("left-1-linux", "a") + wheel("left-1-mac", "b");
    expect((await run(first, first + wheel("left-1-win", "c"))).said).toEqual([]);
    const { findings } = await run(first, wheel("left-1-linux", "a") + wheel("left-1-mac", "c"));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["dependencies.changed-hash"]);
    expect(findings[0]?.evidence?.[0]?.label).toBe("SHA-256 of left-1-mac.whl at the base");
  });
});

describe("what else a change does to packages", () => {
  test("a development tool becomes part of the product", async () => {
    const { said } = await changed({ left: { version: "1.0.0", dev: true } }, { left: "1.0.0" });
    expect(said).toEqual([
      "scope-raised low new | package-lock.json:14 left@1.0.0 was needed by development only and is now part of the product",
    ]);
  });

  test("a host that nothing came from before, once for all its packages", async () => {
    const at = (host: string, name: string) => ({
      version: "1.0.0",
      resolved: `https://${host}/${name}.tgz`,
    });
    const { said } = await changed(
      { left: "1.0.0" },
      { left: "1.0.0", a: at("evil.example", "a"), b: at("evil.example", "b"), c: "1.0.0" },
    );
    expect(said).toEqual([
      "new-source medium new | package-lock.json:22 a@1.0.0 and 1 other package of package-lock.json come from evil.example, where nothing came from before",
    ]);
  });

  test("another index than the base's, where lockfiles have no addresses", async () => {
    const hash = ` --hash=sha256:${"a".repeat(64)}\n`;
    const { said } = await gate({
      base: { "requirements.txt": `left==1.0${hash}` },
      head: { "requirements.txt": `--index-url https://evil.example/simple\nleft==1.0${hash}` },
    });
    expect(said).toEqual([
      "new-source medium new | requirements.txt:2 left@1.0 of requirements.txt come from evil.example, where nothing came from before",
    ]);
  });

  test("an install script: of a package that had none, and of one that is new", async () => {
    const script = (version: string) => ({ version, hasInstallScript: true });
    const { said } = await changed(
      { left: "1.0.0", had: script("1.0.0") },
      { left: script("1.0.1"), had: script("1.1.0"), come: script("1.0.0") },
    );
    expect(said.toSorted()).toEqual([
      "install-script low new | package-lock.json:28 come@1.0.0 is new and runs a script when it is installed",
      "install-script medium new | package-lock.json:16 left@1.0.1 now runs a script when it is installed, which it did not at the base",
    ]);
  });

  test("a downgrade, told from upgrades where several versions move", async () => {
    const { said, changes } = await changed(
      { left: "1.10.0", "x/node_modules/left": "2.0.0", x: "1.0.0" },
      { left: "1.9.0", "x/node_modules/left": "2.1.0", x: "1.0.0" },
    );
    expect(said).toEqual([
      "downgraded low new | package-lock.json:15 left@1.9.0 was at 1.10.0 at the base",
    ]);
    expect(
      changes.map(({ kind, before, after }) => [
        kind,
        before[0]?.component.version,
        after[0]?.component.version,
      ]),
    ).toEqual([
      ["downgraded", "1.10.0", "1.9.0"],
      ["upgraded", "2.0.0", "2.1.0"],
      ["same", "1.0.0", "1.0.0"],
    ]);
  });

  test("a package that the deny list forbids, by purl with a range, and its reason", async () => {
    const deny = [{ package: "pkg:npm/left@<2", reason: "It was taken over." }];
    const { said } = await changed({}, { left: "1.0.0", right: "1.0.0" }, { options: { deny } });
    expect(said).toEqual([
      "denied critical | package-lock.json:15 left@1.0.0 may not be used: It was taken over.",
    ]);
    await expect(
      changed({}, {}, { options: { deny: [{ package: "pkg:", reason: "x" }] } }),
    ).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("dependencies.deny.0"),
    });
  });

  test("a package called __proto__ or constructor is a package", async () => {
    const { changes } = await changed({}, { constructor: "1.0.0" });
    expect(changes.map(({ kind, name }) => [kind, name])).toEqual([["added", "constructor"]]);
  });
});

describe("what a change costs beyond the whole tree", () => {
  const LEFT = advisory("GHSA-aaaa-bbbb-cccc", "left");
  const places = { "package-lock.json": lock({ left: "1.0.0", right: "1.0.0" }) };

  test("git names the base, lists its files and dates what is open: lockfiles that stayed are not read again", async () => {
    const { asked, changes, said, material, comparison } = await gate({
      base: { ...places, "README.md": "" },
      head: { "README.md": "# Shop" },
      records: [LEFT],
    });
    // `cat-file` and `merge-base` are about commits.
    expect(asked.sort()).toEqual(["blame", "cat-file", "log", "ls-tree", "merge-base", "version"]);
    expect(changes).toEqual([]);
    expect(said).toEqual([
      "vulnerable high existing | package-lock.json:15 left@1.0.0 is affected by GHSA-aaaa-bbbb-cccc",
    ]);
    const [read] = material.inventory.graphs;
    expect(comparison.kind === "base" && comparison.graphs[0]).toBe(read);
  });

  test("a lockfile that changed is read from git once, for its packages and its dates", async () => {
    const { asked, changes } = await gate({
      base: places,
      head: { "package-lock.json": lock({ left: "1.0.0", right: "1.1.0" }) },
      records: [LEFT],
    });
    expect(asked.filter((each) => each === "cat-file")).toHaveLength(2);
    expect(changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "same left",
      "upgraded right",
    ]);
  });
});

describe("a further index (`--extra-index-url`)", () => {
  const pinned = (options: string, base = "") => ({
    base: { "requirements.txt": `${base}left==1.0.0\n` },
    head: { "requirements.txt": `${options}left==1.0.0\n` },
  });
  const of = async (options: string, base?: string) =>
    (await gate(pinned(options, base))).said.filter((text) => text.startsWith("new-source"));
  const said = (host: string, line = 1) =>
    `new-source medium new | requirements.txt:${line} Any package of requirements.txt may now come from ${host}, where nothing came from before`;

  test("that a change adds is said with its line, and never with what it may hold of secrets", async () => {
    expect(
      await of("# ours\n--extra-index-url https://user:secret@packages.example/simple\n"),
    ).toEqual([said("packages.example", 2)]);
    expect(await of("--find-links=https://files.example/x\n")).toEqual([said("files.example")]);
  });

  test("is the public one where only an own one was named", async () => {
    expect(
      await of(
        "-i https://own.example/simple\n--extra-index-url https://pypi.org/simple\n",
        "-i https://own.example/simple\n",
      ),
    ).toEqual([said("pypi.org", 2)]);
  });

  test("is none where the base has it, or it is the index that packages came from", async () => {
    const own = "--extra-index-url https://packages.example/simple\n";
    expect(await of(own, own)).toEqual([]);
    expect(await of("--extra-index-url https://pypi.org/simple\n")).toEqual([]);
    expect(await of("--find-links ./wheels\n")).toEqual([]);
  });
});
