import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository, networkGuard, runNode, temporaryFolder } from "@assay/testkit";
import { advisory, advisoryFolder, type Written } from "@assay/testkit/advisories";
import { afterAll, describe, expect, it } from "vitest";
import { CLI } from "./entries.ts";

/** What other gates get wrong, through the built CLI with records written by hand. */

afterAll(cleanUp);

type Entry = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, string>>;
const ID = "GHSA-aaaa-bbbb-cccc";

/** A `package-lock.json` of version 3, in which the root needs every entry. */
function lock(versions: Readonly<Record<string, string>>, more: Entry = {}): string {
  const packages = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    {
      version,
      resolved: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz`,
      integrity: `sha512-${Buffer.alloc(64, `${name}${version}`).toString("base64")}`,
      ...more,
    },
  ]);
  const dependencies = Object.fromEntries(Object.keys(versions).map((name) => [name, "*"]));
  const root = { name: "shop", version: "1.0.0", dependencies };
  return `${JSON.stringify({ name: "shop", lockfileVersion: 3, packages: { "": root, ...Object.fromEntries(packages) } }, null, 2)}\n`;
}

interface Run {
  readonly records?: readonly Written[];
  readonly base?: Files;
  readonly head?: Files;
  readonly args?: readonly string[];
}

/** Runs over a repository of two commits, or of one. Nothing may open a socket. */
async function run({ records = [], base, head = {}, args = [] }: Run) {
  const repository = await gitRepository(base ?? head);
  const first = await repository.git("rev-parse", "HEAD");
  if (base !== undefined) await repository.commit("change", head);
  const snapshot = await advisoryFolder(...records);
  const out = await temporaryFolder();
  const guard = await networkGuard(out, "none");
  const against = base === undefined ? [] : ["--base", first];
  const given = args.includes("--snapshot") ? [] : ["--snapshot", snapshot, "--max-age", "none"];
  const { exitCode, stdout, stderr } = await runNode(
    [
      ...guard.nodeArgs,
      CLI,
      "dependencies",
      ...given,
      ...against,
      "--report-directory",
      out,
      ...args,
    ],
    { cwd: repository.root, env: { PATH: process.env["PATH"] ?? "", HOME: out } },
  );
  expect(await guard.attempts()).toEqual([]);
  const read = async (name: string) => JSON.parse(await readFile(join(out, name), "utf8"));
  const report = await read("report.json").catch(() => ({ findings: [] }));
  const findings: readonly Entry[] = report.findings;
  const said = findings.map(({ ruleId, decision, change, message }) =>
    [String(ruleId).replace("dependencies.", ""), decision, change, message]
      .filter((part) => part !== undefined)
      .join(" "),
  );
  return { exitCode, text: stdout + stderr, report, findings, said, read, out };
}

describe.concurrent("traps of other gates (facts, section 2)", () => {
  it("1: a GIT range that comes first is skipped, and the next one counts", async ({ expect }) => {
    const pypi = advisory(ID, "flask", {
      affected: [
        {
          package: { ecosystem: "PyPI", name: "flask" },
          ranges: [
            { type: "GIT", repo: "https://github.com/a/b", events: [{ introduced: "0" }] },
            { type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "2.0.0" }] },
          ],
          versions: ["0.1"],
        },
      ],
    });
    const { said, exitCode } = await run({
      records: [pypi],
      head: { "requirements.txt": `Flask==1.0 --hash=sha256:${"a".repeat(64)}\n` },
    });
    expect([exitCode, said.filter((text) => text.startsWith("vulnerable"))]).toEqual([
      1,
      [`vulnerable block flask@1.0 is affected by ${ID}`],
    ]);
  });

  it("2: limits hold, 1.0 is 1.0.0, and an ecosystem without an order is no crash", async ({
    expect,
  }) => {
    const ranges = [{ type: "SEMVER", events: [{ introduced: "0" }, { limit: "1.0.0" }] }];
    const limited = advisory("GHSA-limit", "limited", {
      affected: [{ package: { ecosystem: "npm", name: "limited" }, ranges }],
    });
    const listed = advisory("GHSA-listed", "listed", {
      affected: [{ package: { ecosystem: "npm", name: "listed" }, versions: ["1.0"] }],
    });
    const strange = advisory("X-1", "listed", {
      affected: [{ package: { ecosystem: "Nowhere", name: "listed" }, versions: ["1.0"] }],
    });
    const { said } = await run({
      records: [limited, listed, strange],
      head: { "package-lock.json": lock({ limited: "1.0.0", listed: "1.0.0" }) },
    });
    expect(said).toEqual(["vulnerable block listed@1.0.0 is affected by GHSA-listed"]);
  });

  it("3: aliases are transitive: a chain of four records is one finding", async ({ expect }) => {
    const chain: readonly (readonly [string, readonly string[]])[] = [
      ["A-0", ["A-3"]],
      ["A-1", ["A-2"]],
      ["A-2", ["A-3"]],
      ["A-3", []],
    ];
    const { findings } = await run({
      records: chain.map(([id, aliases]) => advisory(id, "left", { aliases })),
      head: { "package-lock.json": lock({ left: "1.0.0" }) },
    });
    expect(findings.map(({ message }) => message)).toEqual(["left@1.0.0 is affected by A-0"]);
  });

  it("4: no data is an error that says what to do, never a pass", async ({ expect }) => {
    const head = { "package-lock.json": lock({ left: "1.0.0" }) };
    const offline = await run({ head, args: ["--snapshot", "none.zip"] });
    expect(offline.exitCode).not.toBe(0);
    const { exitCode, text } = await run({
      head: {
        ...head,
        "Cargo.lock":
          '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n',
      },
    });
    expect(exitCode).toBe(3);
    expect(text).toContain("crates.io");
  });

  it("5: `warn-only` covers the deny list, malware and a changed checksum, and is said", async ({
    expect,
  }) => {
    const config = "dependencies: { deny: [{ package: denied, reason: No. }] }\n";
    const other = { integrity: `sha512-${Buffer.alloc(64, "x").toString("base64")}` };
    const given = {
      records: [advisory("MAL-2026-1", "bad")],
      base: { "assay.yml": config, "package-lock.json": lock({ same: "1.0.0" }) },
      head: { "package-lock.json": lock({ same: "1.0.0", bad: "1.0.0", denied: "1.0.0" }, other) },
    };
    const strict = await run(given);
    expect(strict.exitCode).toBe(1);
    expect(strict.said.map((text) => text.split(" ").slice(0, 2).join(" ")).toSorted()).toEqual([
      "changed-hash block",
      "denied block",
      "malware block",
    ]);
    const lenient = await run({ ...given, args: ["--warn-only"] });
    expect([lenient.exitCode, lenient.text]).toEqual([
      0,
      expect.stringContaining("`warn-only` is on"),
    ]);
  });

  it("6: nothing is downloaded while a snapshot is there", async ({ expect }) => {
    // The guard of `run` lets no socket be opened.
    const { exitCode } = await run({ head: { "package-lock.json": lock({ left: "1.0.0" }) } });
    expect(exitCode).toBe(0);
  });

  it("7: what nobody grades is not below the threshold", async ({ expect }) => {
    const ungraded = advisory(ID, "left", { database_specific: {} });
    const head = { "package-lock.json": lock({ left: "1.0.0" }) };
    const { exitCode, said } = await run({
      records: [ungraded],
      head,
      args: ["--fail-on", "critical"],
    });
    expect([exitCode, said]).toEqual([
      1,
      [`unknown-severity block left@1.0.0 is affected by ${ID}`],
    ]);
    const warned = await run({ records: [ungraded], head, args: ["--unknown-severity", "warn"] });
    expect(warned.exitCode).toBe(0);
  });

  it("8: a base that can't be read makes nothing new", async ({ expect }) => {
    const { findings } = await run({
      records: [advisory(ID, "left")],
      base: { "package-lock.json": "<<<<<<< ours\n" },
      head: { "package-lock.json": lock({ left: "1.0.0" }) },
    });
    expect(findings.map(({ change }) => change)).toEqual([undefined]);
  });

  it("9: a bump that keeps the advisory is existing, with the same fingerprint", async ({
    expect,
  }) => {
    const records = [advisory(ID, "left")];
    const before = await run({ records, head: { "package-lock.json": lock({ left: "1.0.0" }) } });
    const after = await run({
      records,
      base: { "package-lock.json": lock({ left: "1.0.0" }) },
      head: { "package-lock.json": lock({ left: "1.5.0" }) },
    });
    expect(after.findings[0]).toMatchObject({ change: "existing" });
    expect(after.findings[0]?.["fingerprint"]).toBe(before.findings[0]?.["fingerprint"]);
  });

  it("10: a source that breaks is said as what it is", async ({ expect }) => {
    const folder = await temporaryFolder();
    const { exitCode, text } = await run({
      head: { "package-lock.json": lock({ left: "1.0.0" }) },
      args: ["--snapshot", folder],
    });
    expect(exitCode).not.toBe(0);
    expect(text).toContain(folder);
  });

  it("11: a change that adds an ignore is told so (and one from outside is judged by the base's: vex.test.ts)", async ({
    expect,
  }) => {
    const ignore = `dependencies: { ignores: [{ id: ${ID}, reason: r, owner: o, expires: "2099-01-01" }] }\n`;
    const { said } = await run({
      records: [advisory(ID, "left")],
      base: { "package-lock.json": lock({}) },
      head: { "package-lock.json": lock({ left: "1.0.0" }), "assay.yml": ignore },
    });
    expect(said.some((text) => text.startsWith("ignore-"))).toBe(true);
  });

  it("12: the place is the package's own line, in SARIF too, under a rule of its own", async ({
    expect,
  }) => {
    const { findings, read } = await run({
      records: [advisory(ID, "right", { summary: "Reads too far" })],
      head: { "package-lock.json": lock({ left: "1.0.0", right: "1.0.0" }) },
    });
    const line = lock({ left: "1.0.0", right: "1.0.0" })
      .split("\n")
      .findIndex((text) => text.includes("node_modules/right"));
    expect(findings[0]?.["location"]).toMatchObject({
      path: "package-lock.json",
      startLine: line + 1,
    });
    const [sarif] = (await read("report.sarif")).runs;
    expect(sarif.results[0]).toMatchObject({
      ruleId: `dependencies.vulnerable/${ID}`,
      locations: [{ physicalLocation: { region: { startLine: line + 1 } } }],
    });
    expect(sarif.tool.driver.rules[0]).toMatchObject({
      id: `dependencies.vulnerable/${ID}`,
      shortDescription: { text: "Reads too far" },
      properties: { "security-severity": "8.0" },
    });
  });
});

it("explains an advisory and a package", async () => {
  const { root } = await gitRepository({ "package-lock.json": lock({ left: "1.0.0" }) });
  const snapshot = await advisoryFolder(advisory(ID, "left", { aliases: ["CVE-2026-1"] }));
  const explain = (what: string) =>
    runNode([CLI, "dependencies", "explain", what, "--snapshot", snapshot, "--max-age", "none"], {
      cwd: root,
      env: { PATH: process.env["PATH"] ?? "" },
    });
  expect((await explain("CVE-2026-1")).stdout).toContain("left@1.0.0 is affected by CVE-2026-1");
  expect((await explain("pkg:npm/left")).stdout).toContain("Advisories that name pkg:npm/left");
});
