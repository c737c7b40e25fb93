import { describe, expect, test } from "vitest";
import { advisory } from "../test/records.ts";
import { groupFacts } from "./facts.ts";
import { canonicalId, displayId } from "./ids.ts";

const record = (id: string, aliases: readonly string[], more = {}) =>
  advisory(id, ["npm", "a"], [], { aliases, ...more });
const idsOf = (records: readonly ReturnType<typeof record>[]) =>
  Object.fromEntries([...groupFacts(records)].map(([id, { ids }]) => [id, ids.join(" ")]));

describe("§3.4: alias groups", () => {
  test("a chain is one group: aliases are transitive", () =>
    expect(
      idsOf([
        record("A-0", ["A-3"]),
        record("A-1", ["A-2"]),
        record("A-2", ["A-3"]),
        record("A-3", []),
      ]),
    ).toEqual({
      "A-0": "A-0 A-1 A-2 A-3",
      "A-1": "A-0 A-1 A-2 A-3",
      "A-2": "A-0 A-1 A-2 A-3",
      "A-3": "A-0 A-1 A-2 A-3",
    }));

  test("records meet through an alias that is no record", () =>
    expect(idsOf([record("GHSA-1", ["CVE-1"]), record("PYSEC-1", ["CVE-1"])])).toEqual({
      "GHSA-1": "CVE-1 GHSA-1 PYSEC-1",
      "PYSEC-1": "CVE-1 GHSA-1 PYSEC-1",
    }));

  test("cycles and aliases of itself", () =>
    expect(idsOf([record("A-1", ["A-2", "A-1"]), record("A-2", ["A-1"])])).toEqual({
      "A-1": "A-1 A-2",
      "A-2": "A-1 A-2",
    }));

  test("related and upstream never merge", () =>
    expect(
      idsOf([record("A-1", [], { related: ["A-2"], upstream: ["A-2"] }), record("A-2", [])]),
    ).toEqual({ "A-1": "A-1", "A-2": "A-2" }));

  test("the order of the records makes no difference", () => {
    const records = [
      record("GHSA-2", ["CVE-2"], { database_specific: { severity: "LOW" } }),
      record("PYSEC-2", ["CVE-2", "GHSA-3"]),
      record("GHSA-3", [], { database_specific: { severity: "HIGH" } }),
    ];
    const [a, b, c] = records as [(typeof records)[0], (typeof records)[0], (typeof records)[0]];
    const all = [
      [a, b, c],
      [c, b, a],
      [b, a, c],
    ].map((order) => groupFacts(order).get("PYSEC-2"));
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
    expect(all[0]?.labels).toEqual([
      { label: "LOW", from: "GHSA-2" },
      { label: "HIGH", from: "GHSA-3" },
    ]);
  });

  test("names of JavaScript's own are ids like others", () =>
    expect(idsOf([record("__proto__", ["constructor"])])).toEqual(
      Object.fromEntries([["__proto__", "__proto__ constructor"]]),
    ));

  test("vectors of entries count as the record's; a withdrawn record gives its id and no more", () => {
    const score = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    const severity = [{ type: "CVSS_V3", score }];
    const facts = groupFacts([
      advisory("A-1", ["npm", "a"], [{ severity }, { severity }], { aliases: ["A-2"] }),
      record("A-2", [], {
        withdrawn: "2024-01-01T00:00:00Z",
        severity,
        database_specific: { severity: "LOW" },
      }),
    ]);
    expect(facts.get("A-1")).toEqual({
      ids: ["A-1", "A-2"],
      vectors: [{ type: "CVSS_V3", score, from: "A-1" }],
      labels: [],
    });
  });

  const chain = (length: number) =>
    Array.from({ length }, (_, at) => record(`A-${at}`, [`A-${at + 1}`]));
  test("a chain as long as none is", () =>
    expect(groupFacts(chain(400)).get("A-0")?.ids).toHaveLength(401));

  test("100,000 records in one chain stand alone: a group in each of them would be their square", () => {
    const facts = groupFacts(chain(100_000));
    expect([facts.size, facts.get("A-0")?.ids, facts.get("A-9")?.ids]).toEqual([
      100_000,
      ["A-0"],
      ["A-9"],
    ]);
  });

  test("a record that names everything merges nothing", () => {
    const all = Array.from({ length: 300 }, (_, at) => `A-${at}`);
    const facts = groupFacts([record("HUB-1", all), ...all.map((id) => record(id, []))]);
    expect([facts.get("HUB-1")?.ids, facts.get("A-0")?.ids]).toEqual([["HUB-1"], ["A-0"]]);
  });
});

describe("malware by its group", () => {
  const ghsa = record("GHSA-1", ["MAL-1"]);

  test("an alias without a record", () =>
    expect(groupFacts([ghsa]).get("GHSA-1")?.malware).toBe(true));
  test("the alias's record", () =>
    expect(groupFacts([ghsa, record("MAL-1", [])]).get("GHSA-1")?.malware).toBe(true));
  test("not where that is withdrawn", () =>
    expect(
      groupFacts([ghsa, record("MAL-1", [], { withdrawn: "2024-01-01T00:00:00Z" })]).get("GHSA-1")
        ?.malware,
    ).toBeUndefined());
});

test.each([
  [["CVE-2024-1", "GHSA-a", "GHSA-b", "GO-1"], "CVE-2024-1", "GHSA-a"],
  [["GHSA-b", "PYSEC-1"], "GHSA-b", "GHSA-b"],
  [["CVE-1", "PYSEC-1"], "CVE-1", "CVE-1"],
  [["GO-1", "PYSEC-1"], "GO-1", "GO-1"],
])("§3.4: %j is shown as %s and remembered as %s", (ids, display, canonical) =>
  expect([displayId(ids), canonicalId(ids)]).toEqual([display, canonical]),
);
