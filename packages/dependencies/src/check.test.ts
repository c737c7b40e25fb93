import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { advisory, type GateRun, gate, lock, NOW } from "./test/gate.ts";

afterAll(cleanUp);

const LEFT = advisory("GHSA-aaaa-bbbb-cccc", "left", "2.0.0", { aliases: ["CVE-2026-1"] });
const ci = (uses: string) =>
  `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ${uses}\n`;

test("data that was just taken and has nothing new in it is said to be perhaps held back", async () => {
  const run = async (npm: GateRun["npm"]) =>
    (await gate({ head: { "package-lock.json": lock({ left: "1.0.0" }) }, npm })).result.notices;
  expect(await run({ records: 5000, newest: "2026-11-20T00:00:00Z" })).toEqual([
    "The newest advisory of npm is of 2026-11-20, whenever the data was taken: whoever serves it may hold back what is new.",
  ]);
  expect(await run({ records: 5000, newest: "2026-11-30T00:00:00Z" })).toEqual([]);
  expect(await run({ records: 50, newest: "2026-11-20T00:00:00Z" })).toEqual([]);
  expect(await run({ records: 5000 })).toEqual([]);
});

test("a `max-age` that is none is said before anything is read", async () => {
  const head = { "package-lock.json": "{" };
  const { opened } = await gate({ head: { "package-lock.json": lock({ left: "1.0.0" }) } });
  expect(opened).toEqual([["npm"]]);
  const open = () => Promise.reject(new Error("nothing is to be opened"));
  await expect(gate({ head, options: { maxAge: "soon", open } })).rejects.toMatchObject({
    kind: "usage",
    message: 'max-age is "soon", which is no duration',
  });
});

describe("one finding per group, package and manifest (§3.4)", () => {
  test("at the lockfile's line, with all ids, records and versions", async () => {
    const twin = advisory("PYSEC-1", "left", "2.0.0", { aliases: ["CVE-2026-1"] });
    const { findings, said } = await gate({
      head: {
        "package-lock.json": lock({
          left: "1.0.0",
          right: "1.0.0",
          "right/node_modules/left": "1.5.0",
        }),
        "web/package-lock.json": lock({ left: "2.0.0" }),
      },
      records: [LEFT, twin],
    });
    expect(said).toEqual([
      "vulnerable high | package-lock.json:15 left@1.0.0 and 1 other version is affected by CVE-2026-1",
    ]);
    const [finding] = findings;
    expect(finding).toMatchObject({
      subject: {
        name: "left",
        version: "1.0.0",
        scope: "runtime",
        paths: [["shop@1.0.0", "left@1.0.0"]],
      },
      relatedLocations: [{ path: "package-lock.json", startLine: 25 }],
      published: "2026-11-01T00:00:00Z",
      variant: { id: "GHSA-aaaa-bbbb-cccc" },
      remediation: "Upgrade left to 2.0.0 (major). Run `npm update --package-lock-only left`.",
    });
    expect(
      Object.fromEntries(finding?.evidence?.map(({ label, value }) => [label, value]) ?? []),
    ).toMatchObject({
      "Known as": "CVE-2026-1, GHSA-aaaa-bbbb-cccc, PYSEC-1",
      "Fixed in": "2.0.0",
      "GHSA-aaaa-bbbb-cccc": expect.any(String),
      "PYSEC-1": expect.any(String),
    });
  });

  test("and one row of the table for all advisories of a package, with one version that fixes them", async () => {
    const { result } = await gate({
      head: { "package-lock.json": lock({ left: "1.0.0" }) },
      records: [
        advisory("GHSA-1", "left", "1.2.0"),
        advisory("GHSA-2", "left", "1.4.0", { database_specific: { severity: "CRITICAL" } }),
      ],
    });
    expect(result.tables?.[0]).toEqual({
      title: "Vulnerabilities by package",
      columns: ["Severity", "Package", "Advisories", "Upgrade to", "Lockfile", "Against the base"],
      rows: [["critical", "left@1.0.0", "GHSA-2, GHSA-1", "1.4.0", "package-lock.json", ""]],
    });
  });

  test("the table marks what is ignored, and grades a row by what is not", async () => {
    const ignore = (id: string) => ({
      ...{ id, reason: "r", owner: "ann", expires: "2026-12-05" },
      "approved-by": ["bob"],
    });
    const { result } = await gate({
      head: { "package-lock.json": lock({ a: "1.0.0", left: "1.0.0" }) },
      records: [
        advisory("GHSA-1", "left", "1.2.0"),
        advisory("GHSA-2", "left", "1.4.0", { database_specific: { severity: "CRITICAL" } }),
        advisory("GHSA-3", "a", "1.4.0", { database_specific: { severity: "CRITICAL" } }),
      ],
      options: { ignores: [ignore("GHSA-2"), ignore("GHSA-3")] },
    });
    expect(result.tables?.[0]?.rows.map((row) => row.slice(0, 3))).toEqual([
      ["high", "left@1.0.0", "GHSA-1, GHSA-2 (ignored)"],
      ["critical", "a@1.0.0", "GHSA-3 (ignored)"],
    ]);
  });

  test("keeps its fingerprint when the version changes, and finds it again when an alias joins", async () => {
    const at = async (version: string, record: object) =>
      (await gate({ head: { "package-lock.json": lock({ left: version }) }, records: [record] }))
        .findings[0];
    const plain = advisory("PYSEC-1", "left");
    const first = await at("1.0.0", plain);
    expect((await at("1.9.0", plain))?.fingerprint).toBe(first?.fingerprint);
    const later = await at("1.0.0", { ...plain, aliases: ["GHSA-aaaa-bbbb-cccc"] });
    expect(later?.fingerprint).not.toBe(first?.fingerprint);
    expect(later?.aliases).toContain(first?.fingerprint);
  });
});

describe("a change against its base (§3.11, §3.12)", () => {
  test("tells new, existing and fixed by group and package, whatever the version", async () => {
    const { said, fixed, result } = await gate({
      base: { "package-lock.json": lock({ left: "1.0.0", gone: "1.0.0" }) },
      head: { "package-lock.json": lock({ left: "1.1.0", come: "1.0.0", gone: "2.0.0" }) },
      records: [LEFT, advisory("GHSA-gone", "gone"), advisory("GHSA-come", "come")],
    });
    expect(said).toEqual([
      "vulnerable high new | package-lock.json:21 come@1.0.0 is affected by GHSA-come",
      "vulnerable high existing | package-lock.json:16 left@1.1.0 is affected by CVE-2026-1",
    ]);
    expect(fixed.map(({ match }) => match.group.id)).toEqual(["GHSA-gone"]);
    expect(result.coverage.summary).toMatch(
      /^3 packages of 1 lockfile, data 0 hours old; 1 new, 1 existing and 1 fixed in /,
    );
    expect(result.tables?.map(({ title, rows }) => [title, rows])).toEqual([
      [
        "Vulnerabilities by package",
        [
          ["high", "come@1.0.0", "GHSA-come", "2.0.0", "package-lock.json", "new"],
          ["high", "left@1.1.0", "CVE-2026-1", "2.0.0", "package-lock.json", "existing"],
        ],
      ],
      ["Fixed by this change", [["high", "gone@1.0.0", "GHSA-gone", "2.0.0", "package-lock.json"]]],
      [
        "Changed packages",
        [
          ["come", "added", "", "1.0.0", "runtime", "package-lock.json"],
          ["gone", "upgraded", "1.0.0", "2.0.0", "runtime", "package-lock.json"],
          ["left", "upgraded", "1.0.0", "1.1.0", "runtime", "package-lock.json"],
        ],
      ],
      ["Advisory data", [["npm", "3", NOW, "", "memory: memory"]]],
    ]);
  });

  test("follows a lockfile that is moved, and one of another package manager", async () => {
    const moved = await gate({
      base: { "package-lock.json": lock({ left: "1.0.0" }) },
      head: { "package-lock.json": null, "web/package-lock.json": lock({ left: "1.0.0" }) },
      records: [LEFT],
    });
    expect(moved.vulnerabilities.map(({ change }) => change)).toEqual(["existing"]);
    expect(moved.fixed).toEqual([]);
    const yarn = `# yarn lockfile v1\n\n\nleft@1:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/left/-/left-1.0.0.tgz#${"a".repeat(40)}"\n`;
    const other = await gate({
      base: { "package-lock.json": lock({ left: "1.0.0" }) },
      head: { "package-lock.json": null, "yarn.lock": yarn },
      records: [LEFT],
    });
    expect(other.vulnerabilities.map(({ change }) => change)).toEqual(["existing"]);
  });

  test("does not take a lockfile for one that is moved because another one is gone", async () => {
    const { vulnerabilities } = await gate({
      base: { "old/package-lock.json": lock({ left: "1.0.0", a: "1.0.0", b: "1.0.0" }) },
      head: {
        "old/package-lock.json": null,
        "web/package-lock.json": lock({ left: "1.0.0", x: "1.0.0", y: "1.0.0" }),
      },
      records: [LEFT],
    });
    expect(vulnerabilities.map(({ change }) => change)).toEqual(["new"]);
  });

  test("calls new what only development needed at the base, and was judged by another threshold", async () => {
    const dev = { version: "1.0.0", dev: true };
    const run = (before: typeof dev | string, after: typeof dev | string) =>
      gate({
        base: { "package-lock.json": lock({ left: before }) },
        head: { "package-lock.json": lock({ left: after, come: "1.0.0" }) },
        records: [LEFT],
        options: { thresholdDevelopment: "never" },
      });
    const changes = async (...versions: Parameters<typeof run>) =>
      (await run(...versions)).vulnerabilities.map(({ change }) => change);
    expect(await changes(dev, "1.0.0")).toEqual(["new"]);
    expect(await changes(dev, dev)).toEqual(["existing"]);
    expect(await changes("1.0.0", dev)).toEqual(["existing"]);
  });

  test("calls a lockfile that is new new, and one that is deleted fixed, but not one that broke", async () => {
    const base = { "package-lock.json": lock({ left: "1.0.0" }) };
    const added = await gate({
      base,
      head: { "web/package-lock.json": lock({ left: "1.0.0" }) },
      records: [LEFT],
    });
    expect(added.vulnerabilities.map(({ graph, change }) => [graph.path, change])).toEqual([
      ["package-lock.json", "existing"],
      ["web/package-lock.json", "new"],
    ]);
    const deleted = await gate({ base, head: { "package-lock.json": null }, records: [LEFT] });
    expect(deleted.fixed).toHaveLength(1);
    const broken = await gate({ base, head: { "package-lock.json": "{" }, records: [LEFT] });
    expect([broken.fixed, broken.changes]).toEqual([[], []]);
  });

  test("makes no distinction for a lockfile that the base can't read", async () => {
    const { said } = await gate({
      base: { "package-lock.json": "{" },
      head: { "package-lock.json": lock({ left: "1.0.0" }) },
      records: [LEFT],
    });
    expect(said).toEqual([
      "vulnerable high | package-lock.json:14 left@1.0.0 is affected by CVE-2026-1",
    ]);
  });

  test("without a base judges the whole tree, or fails", async () => {
    const run = (onMissingBase: "full" | "fail") =>
      gate({
        head: { "package-lock.json": lock({ left: "1.0.0" }) },
        records: [LEFT],
        options: { mode: "changes", onMissingBase },
        event: "push",
      });
    const full = await run("full");
    expect(full.said[0]).toBe(
      "vulnerable high | package-lock.json:14 left@1.0.0 is affected by CVE-2026-1",
    );
    expect(full.said[1]).toMatch(
      /^no-base low threshold never \| There is no base .*every vulnerability counts as if it were new$/,
    );
    expect((await run("fail")).said[1]).toMatch(/^no-base critical \| /);
  });

  test("calls everything existing on a schedule, and nothing on a laptop", async () => {
    const run = (event?: string) =>
      gate({
        head: { "package-lock.json": lock({ left: "1.0.0" }) },
        records: [LEFT],
        ...(event && { event }),
      });
    const scheduled = await run("schedule");
    expect(scheduled.findings[0]).toMatchObject({
      change: "existing",
      clockSource: "introduced",
      firstSeen: expect.any(String),
    });
    for (const event of [undefined, "workflow_dispatch", "release"])
      expect((await run(event)).findings[0]?.change).toBeUndefined();
  });
});

describe("records that can't be read", () => {
  test.each([
    [1, 100, "is a notice"],
    [2, 100, "is no data"],
    [1, 1, "is no data"],
  ])("%s beside %s %s", async (unreadable, records, what) => {
    const ecosystems = { npm: { records, unreadable, takenAt: NOW } };
    const info = { source: "memory" as const, place: "memory", ecosystems, takenAt: NOW };
    const run = gate({
      head: { "package-lock.json": lock({ left: "1.0.0" }) },
      options: { open: async () => ({ info, lookup: async () => new Map() }) },
    });
    if (what === "is a notice") expect((await run).said).toEqual([]);
    else await expect(run).rejects.toThrow(/of \d+ records of npm can't be read/);
  });
});

describe("coverage", () => {
  test("lists what no database covers, counts the repository's own, and asks for the ecosystems that are there", async () => {
    const { result, opened } = await gate({
      head: {
        "package-lock.json": lock({ left: "1.0.0" }),
        "conda-lock.yml": "version: 1\nmetadata: {}\npackage: []\n",
        ".github/workflows/ci.yml": ci("actions/checkout@v4.1.0"),
      },
    });
    expect(opened).toEqual([["GitHub Actions", "npm"]]);
    expect(result.coverage.inspected).toMatchObject({ packages: 2 });
    expect(result.findings).toEqual([]);
  });

  test("has nothing to do, and opens nothing, without a lockfile", async () => {
    const { result, opened } = await gate({ head: { "README.md": "# x\n" } });
    expect(opened).toEqual([]);
    expect(result.coverage).toMatchObject({ nothingToDo: "no lockfile was read", skipped: [] });
  });

  test("says that Go's standard library was not looked at: a `go` line names the least version", async () => {
    const { result } = await gate({ head: { "go.mod": "module example.com/m\n\ngo 1.22.3\n" } });
    expect(result.coverage.skipped).toEqual([
      {
        item: "stdlib of go.mod",
        reason: expect.stringMatching(/^no lockfile says which standard library a build has; /),
      },
    ]);
  });

  test("asks what workflows use, by tag and by the comment of a pin", async () => {
    const record = advisory("GHSA-tj", "tj-actions/changed-files", "46", {
      affected: [
        {
          package: { ecosystem: "GitHub Actions", name: "tj-actions/changed-files" },
          ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "46.0.1" }] }],
        },
      ],
    });
    const { said } = await gate({
      head: {
        ".github/workflows/a.yml": ci("tj-actions/changed-files@v45.0.7"),
        ".github/workflows/b.yml": ci(`tj-actions/changed-files@${"a".repeat(40)} # v46.0.1`),
        ".github/workflows/c.yml": ci(`tj-actions/changed-files@${"b".repeat(40)} # v45.0.1`),
      },
      records: [record],
    });
    expect(said.map((text) => text.split(" | ")[1]?.split(" ")[0])).toEqual([
      ".github/workflows/a.yml:6",
      ".github/workflows/c.yml:6",
    ]);
  });
});

describe("a run without good data (§3.17, 1) is an error, or a finding where `on-data-error` is warn", () => {
  const head = { "package-lock.json": lock({ left: "1.0.0" }) };

  test("too old", async () => {
    const takenAt = "2026-11-20T00:00:00Z";
    await expect(gate({ head, takenAt })).rejects.toMatchObject({
      kind: "external",
      message: "The advisories for npm are 11 days old, and `max-age` is 7d",
    });
    const { said } = await gate({
      head,
      takenAt,
      records: [LEFT],
      options: { onDataError: "warn" },
    });
    expect(said).toEqual([
      "vulnerable high | package-lock.json:14 left@1.0.0 is affected by CVE-2026-1",
      "stale-data high threshold never | The advisories for npm are 11 days old, and `max-age` is 7d",
    ]);
  });

  test("missing for an ecosystem", async () => {
    const { ExternalError } = await import("@assay/core");
    const open = () => Promise.reject(new ExternalError("There are no advisories"));
    await expect(gate({ head, options: { open } })).rejects.toMatchObject({
      kind: "external",
      hint: "Without that network: give `snapshot`, restore `advisory-store` and set `offline`, or leave `dependencies` out of `checks`.",
    });
    const { said, result } = await gate({ head, options: { open, onDataError: "warn" } });
    expect(said).toEqual([
      "stale-data high threshold never | 1 package not judged: There are no advisories",
    ]);
    expect(result.coverage.inspected["packages"]).toBe(0);
    expect(result.coverage.skipped).toEqual([
      { item: "left@1.0.0", reason: "there is no data for npm" },
    ]);
  });
});
