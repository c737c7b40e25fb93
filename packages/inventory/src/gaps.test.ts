import { expect, test } from "vitest";
import { inventoryFindings } from "./gaps.ts";
import { memorySource, readInventory } from "./index.ts";
import { INVENTORY_RULES } from "./rules.ts";

const SUM = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;
const TODAY = new Date("2026-12-01T12:00:00Z");

async function findingsOf(files: Record<string, string>) {
  return inventoryFindings(await readInventory(memorySource(files)), TODAY);
}

const told = (findings: Awaited<ReturnType<typeof findingsOf>>) =>
  findings.map(
    ({ ruleId, severity, location }) =>
      `${severity} ${ruleId.replace("inventory.", "")} ${location?.path}`,
  );

const lock = (packages: Record<string, Record<string, unknown>>) =>
  JSON.stringify({ lockfileVersion: 3, packages }, null, 1);

test("nothing at all is a finding", async () => {
  const findings = await findingsOf({ "README.md": "", "examples/package-lock.json": "{}" });
  expect(told(findings)).toEqual(["high nothing-found undefined"]);
  expect(findings[0]?.message).toContain("1 file that may be one is left out");
});

test("what is left out, broken, not read or not locked is one finding each", async () => {
  const findings = await findingsOf({
    "app/package-lock.json": lock({ "": { name: "app" } }),
    "broken/package-lock.json": "{",
    "docs/package.json": '{"dependencies": {"a": "1"}}',
    "Gopkg.lock": "",
    "test/fixtures/package-lock.json": "{",
  });
  expect(told(findings)).toEqual([
    "medium unread-ecosystem Gopkg.lock",
    "high broken-lockfile broken/package-lock.json",
    "medium unlocked-manifest docs/package.json",
    "low no-components app/package-lock.json",
  ]);
});

test("a lockfile of nothing is no finding where the manifest asks for nothing", async () => {
  const empty = { "package-lock.json": lock({ "": { name: "app" } }), "go.mod": "module a\n" };
  expect(told(await findingsOf({ ...empty, "package.json": '{"name": "app"}' }))).toEqual([]);
  const asks = { ...empty, "package.json": '{"name": "app", "dependencies": {"a": "1"}}' };
  expect(told(await findingsOf(asks))).toEqual(["high stale-lockfile package-lock.json"]);
  expect(told(await findingsOf(empty))).toEqual(["low no-components package-lock.json"]);
});

test("the advice fits the cause: nobody is asked to commit what is committed", async () => {
  const [unread, broken, unlocked] = await findingsOf({
    "Gopkg.lock": "",
    "broken/package-lock.json": "{",
    "docs/package.json": '{"dependencies": {"a": "1"}}',
  });
  expect(unread?.message).toBe(
    "The packages of Gopkg.lock are not known: dep lockfiles are not read by this version",
  );
  expect(unread?.remediation).toBe(
    "Look at these packages with another tool, or accept this with the entry to paste.",
  );
  expect(broken?.remediation).toContain("Write it again with `npm install --package-lock-only`");
  expect(unlocked?.remediation).toContain("Commit a lockfile for it");
});

test("a manifest is no lockfile, and one without a lockfile is mentioned, once for its ecosystem", async () => {
  const ecosystems = [
    { id: "cans", title: "Cans", formats: [], manifests: [{ files: ["cans.txt"] }] },
    {
      id: "tins",
      title: "Tins",
      formats: [{ id: "tins", title: "Tins", files: ["tins.lock"] }],
      manifests: [{ files: ["tins.txt"] }],
    },
  ];
  const files = [
    "tins.txt",
    "a/cans.txt",
    "b/c/cans.txt",
    "cans.txt",
    "ok/tins.txt",
    "ok/tins.lock",
  ];
  const source = memorySource(Object.fromEntries(files.map((path) => [path, ""])));
  const findings = inventoryFindings(await readInventory(source, { ecosystems }), TODAY);
  expect(findings.map(({ message }) => message)).toEqual([
    "The packages of cans.txt are not known: Cans projects are not read by this version, nor 2 other files like it",
    "The packages of ok/tins.lock are not known: Tins lockfiles are not read by this version",
    "The packages of tins.txt are not known: Tins projects are not read by this version",
  ]);
  expect(findings[0]?.relatedLocations).toEqual([{ path: "a/cans.txt" }, { path: "b/c/cans.txt" }]);
});

test("gaps are findings at their line", async () => {
  const findings = await findingsOf({
    "package-lock.json": lock({
      "": { dependencies: { a: "1" } },
      "node_modules/a": {
        version: "1.0.0",
        dependencies: { gone: "1" },
        peerDependencies: { peer: "1" },
      },
    }),
  });
  expect(findings[0]).toMatchObject({
    ruleId: "inventory.incomplete",
    severity: "medium",
    message: "node_modules/a in package-lock.json: its dependency gone is not in the lockfile",
    location: { path: "package-lock.json", startLine: 9 },
  });
  expect(told(findings)[1]).toBe("low missing-peer package-lock.json");
});

test("peers that are not locked are one finding for a lockfile", async () => {
  const peers = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`p${index}`, "1"]));
  const findings = await findingsOf({
    "package-lock.json": lock({
      "": { dependencies: { a: "1" } },
      "node_modules/a": { version: "1.0.0", integrity: SUM, peerDependencies: peers },
    }),
  });
  expect(told(findings)).toEqual(["low missing-peer package-lock.json"]);
  expect(findings[0]?.message).toMatch(
    /^package-lock.json: 7 peer requirements not met: .*; and 2 more$/,
  );
});

test("orphans are one finding per head, with the number of packages below it", async () => {
  const chain = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `node_modules/p${index}`,
      { version: "1.0.0", integrity: SUM, dependencies: { [`p${index + 1}`]: "1" } },
    ]),
  );
  const findings = await findingsOf({
    "package-lock.json": lock({
      "": {},
      ...chain,
      "node_modules/p20": { version: "1.0.0", integrity: SUM },
    }),
  });
  expect(told(findings)).toEqual(["low orphan package-lock.json"]);
  expect(findings[0]?.message).toContain("nor to the 20 packages below it");
  expect(findings[0]?.subject?.purl).toBe("pkg:npm/p0@1.0.0");
});

test("every finding has a rule of the catalog, a remediation, and an entry that names only it", async () => {
  const findings = await findingsOf({
    "a/package-lock.json": "{",
    "b/package-lock.json": "{",
    "Gopkg.lock": "",
    "docs/package.json": '{"dependencies": {"a": "1"}}',
  });
  expect(findings).toHaveLength(4);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  for (const { ruleId, fingerprint, remediation, evidence, location } of findings) {
    expect(INVENTORY_RULES).toHaveProperty([ruleId]);
    expect(remediation).toMatch(/\.$/);
    expect(evidence?.[0]).toMatchObject({ label: "Entry to paste", verbatim: true });
    expect(evidence?.[0]?.value).toBe(
      [
        "suppressions:",
        `  - rule: "${ruleId}"`,
        `    path: "${location?.path}"`,
        `    fingerprint: "${fingerprint}"`,
        '    reason: "why it is acceptable"',
        '    owner: "who answers for it"',
        '    expires: "2027-05-30"',
      ].join("\n"),
    );
  }
});

test("many manifests without a lockfile are one finding that names them all, and a further one is not accepted with them", async () => {
  const projects = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `p${index}/package.json`,
        '{"dependencies":{"a":"1"}}',
      ]),
    );
  const [one, ...none] = await findingsOf(projects(5));
  expect(none).toEqual([]);
  expect(one?.message).toBe(
    "The packages of p0/package.json and of 4 files like it are not known: it asks for packages, and no lockfile says which versions those are",
  );
  expect(one?.relatedLocations?.map(({ path }) => path)).toEqual([
    "p1/package.json",
    "p2/package.json",
    "p3/package.json",
    "p4/package.json",
  ]);
  const [later] = await findingsOf(projects(6));
  expect(later?.fingerprint).not.toBe(one?.fingerprint);
  expect(await findingsOf(projects(3))).toHaveLength(3);
});

test("many entries that lack the same are one finding", () => {
  const gaps = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      kind: "entry" as const,
      item: `e${index}`,
      reason: "it has no version",
    }));
  const found = (count: number) =>
    inventoryFindings(
      {
        graphs: [
          {
            path: "x.lock",
            format: "x",
            ecosystem: "x",
            roots: [],
            components: [],
            edges: [],
            edgeCompleteness: "unknown",
            covers: [],
            gaps: gaps(count),
          },
        ],
        skipped: [],
      },
      new Date(0),
    );
  expect(found(5)).toHaveLength(5);
  expect(found(7).map(({ message }) => message)).toEqual([
    "x.lock: it has no version (e0; e1; e2; e3; e4; and 2 more)",
  ]);
  expect(found(7)[0]?.fingerprint).not.toBe(found(8)[0]?.fingerprint);
});
