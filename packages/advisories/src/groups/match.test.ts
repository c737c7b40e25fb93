import { expect, test } from "vitest";
import type { PackageQuery } from "../match.ts";
import { advisory, range } from "../test/records.ts";
import { matchAdvisories } from "./match.ts";
import { memoryData } from "./memory.ts";

const PYPI = ["PyPI", "a"] as const;
const GHSA = advisory("GHSA-1", PYPI, [range("introduced 1.0", "fixed 1.5")], {
  aliases: ["CVE-1"],
  published: "2024-02-01T00:00:00Z",
  summary: "A flaw in a",
  severity: [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
  database_specific: { severity: "CRITICAL" },
});
const PYSEC = advisory("PYSEC-1", PYPI, [range("introduced 0", "fixed 1.4")], {
  aliases: ["CVE-1"],
  published: "2024-01-31T00:00:00Z",
  details: "Another text",
  references: [{ url: "http://plain.example" }, { url: "https://example.org/1" }],
});
const query: PackageQuery = { ecosystem: "PyPI", name: "A", version: "1.4" };

async function matches(records: Parameters<typeof memoryData>[0], asked = query) {
  return (await matchAdvisories(memoryData(records), [asked])).get(asked);
}

test("one match per group, with the severity of records that do not match joined", async () =>
  expect(await matches([PYSEC, GHSA], { ...query, version: "0.5" })).toEqual([
    {
      query: { ...query, version: "0.5" },
      group: {
        id: "CVE-1",
        canonicalId: "GHSA-1",
        ids: ["CVE-1", "GHSA-1", "PYSEC-1"],
        kind: "vulnerability",
        severity: {
          level: "critical",
          score: 9.8,
          vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
          label: "CRITICAL",
          decidedBy: "CVSS 3.1 of GHSA-1",
          dropped: [],
        },
        summary: "Another text",
        published: "2024-01-31T00:00:00Z",
        references: ["https://osv.dev/vulnerability/PYSEC-1", "https://example.org/1"],
      },
      verdict: "affected",
      confidence: "high",
      records: [
        {
          record: PYSEC,
          verdict: "affected",
          confidence: "high",
          reason: "0.5 lies in an affected range",
          events: [{ introduced: "0" }, { fixed: "1.4" }],
          fixed: "1.4",
        },
      ],
    },
  ]));

test("several records of a group are one match: the earliest publication, GitHub's summary", async () => {
  const [match, ...more] = (await matches([PYSEC, GHSA], { ...query, version: "1.2" })) ?? [];
  expect(more).toEqual([]);
  expect(match?.records.map(({ record }) => record.id)).toEqual(["GHSA-1", "PYSEC-1"]);
  expect([match?.group.published, match?.group.summary]).toEqual([
    "2024-01-31T00:00:00Z",
    "A flaw in a",
  ]);
});

test("affected if any record says so, with the confidence of those that do", async () => {
  const odd = advisory("OSV-1", PYPI, [range("introduced 1.0", "fixed ?")], { aliases: ["CVE-1"] });
  const [match] = (await matches([odd, GHSA])) ?? [];
  expect([match?.verdict, match?.confidence, match?.records.length]).toEqual([
    "affected",
    "high",
    2,
  ]);
});

test("a group of informational records is informational, and one with another record is not", async () => {
  const notice = advisory(
    "RUSTSEC-1",
    PYPI,
    [{ ...range("introduced 0"), database_specific: { informational: "unmaintained" } }],
    { aliases: ["CVE-1"] },
  );
  expect((await matches([notice]))?.map(({ group }) => group.kind)).toEqual(["informational"]);
  expect((await matches([notice, GHSA]))?.map(({ group }) => group.kind)).toEqual([
    "vulnerability",
  ]);
});

test("every query has a list, also the one that asks for nothing known", async () =>
  expect(await matches([GHSA], { ecosystem: "npm", name: "__proto__", version: "1.0.0" })).toEqual(
    [],
  ));

test("a withdrawn record makes no match", async () =>
  expect(await matches([{ ...GHSA, withdrawn: "2024-03-01T00:00:00Z" }])).toEqual([]));

test("the data is asked once for each package", async () => {
  const data = memoryData([GHSA]);
  const asked: unknown[] = [];
  const counting = {
    ...data,
    lookup: (all: Parameters<typeof data.lookup>[0]) => {
      asked.push(all);
      return data.lookup(all);
    },
  };
  await matchAdvisories(counting, [query, { ...query, version: "2.0" }]);
  expect(asked).toEqual([[{ ecosystem: "PyPI", name: "a" }]]);
});
