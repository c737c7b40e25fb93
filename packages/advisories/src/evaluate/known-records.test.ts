import { describe, expect, test } from "vitest";
import { groupFacts } from "../groups/facts.ts";
import { matchAdvisories } from "../groups/match.ts";
import { memoryData } from "../groups/memory.ts";
import { readRecord } from "../record/read.ts";
import type { AdvisoryRecord } from "../record.ts";
import { advisory, range, ranges } from "../test/records.ts";
import { evaluateRecord } from "./evaluate.ts";

/** Small records of the shapes that real ones have. */
function verdicts(record: AdvisoryRecord, name: string, versions: readonly string[]) {
  const ecosystem = record.affected.find((entry) => entry.name === name)?.ecosystem ?? "";
  return versions.map(
    (version) => evaluateRecord(record, { ecosystem, name, version })?.verdict ?? "no",
  );
}

describe("GitHub Actions: tags", () => {
  const codeql = advisory(
    "GHSA-vqf5-2xx6-9wfm",
    ["GitHub Actions", "github/codeql-action"],
    [
      {
        ...range("introduced 3.26.11", "fixed 3.28.3"),
        database_specific: { last_known_affected_version_range: "<= 3.28.2" },
      },
      {
        ...range("introduced 2.26.11"),
        database_specific: { last_known_affected_version_range: "< 3.0.0" },
      },
    ],
  );

  test("GHSA-vqf5-2xx6-9wfm: a last known range keeps later majors clean", () =>
    expect(
      verdicts(codeql, "github/codeql-action", [
        "v2.26.11",
        "v2.27.0",
        "v3.26.10",
        "v3.28.2",
        "v3.28.3",
        "v4.0.0",
      ]),
    ).toEqual(["affected", "affected", "no", "affected", "no", "no"]));

  test("GHSA-mrrh-fwg8-r2c3: last_affected, and a floating tag that holds good and bad", () =>
    expect(
      verdicts(
        advisory(
          "GHSA-mrrh-fwg8-r2c3",
          ["GitHub Actions", "tj-actions/changed-files"],
          [range("introduced 0", "last_affected 45.0.7")],
        ),
        "tj-actions/changed-files",
        ["v45.0.7", "v45.0.8", "v44", "v45", "v46", "v45.0", "main"],
      ),
    ).toEqual([
      "affected",
      "no",
      "affected",
      "undetermined",
      "no",
      "undetermined",
      "undetermined",
    ]));

  test("GHSA-mcph-m25j-8j63: fixed in a version of one number", () =>
    expect(
      verdicts(
        advisory(
          "GHSA-mcph-m25j-8j63",
          ["GitHub Actions", "tj-actions/changed-files"],
          [range("introduced 0", "fixed 41")],
        ),
        "tj-actions/changed-files",
        ["v40.2.3", "v40", "v41", "v41.0.1"],
      ),
    ).toEqual(["affected", "affected", "no", "no"]));

  test("GHSA-qmg3-hpqr-gqvc: a listed floating tag and no range", () =>
    expect(
      verdicts(
        advisory(
          "GHSA-qmg3-hpqr-gqvc",
          ["GitHub Actions", "reviewdog/action-setup"],
          [{ versions: ["1"] }],
        ),
        "reviewdog/action-setup",
        ["v1", "v1.0.0", "v1.3.1", "v2"],
      ),
    ).toEqual(["affected", "affected", "no", "no"]));

  test("a floating tag over a listed version is undetermined", () =>
    expect(
      verdicts(advisory("X-1", ["GitHub Actions", "o/r"], [{ versions: ["1.3.0"] }]), "o/r", [
        "v1",
        "v1.3",
        "v1.4",
      ]),
    ).toEqual(["undetermined", "affected", "no"]));

  test("GHSA-hc6q-2mpp-qw7j: a name without a slash, and npm's webpack is not matched", () => {
    const record = advisory(
      "GHSA-hc6q-2mpp-qw7j",
      ["GitHub Actions", "webpack"],
      [range("introduced 5.0.0", "fixed 5.76.0")],
    );
    expect(
      evaluateRecord(record, { ecosystem: "npm", name: "webpack", version: "5.1.0" }),
    ).toBeUndefined();
    expect(verdicts(record, "webpack", ["5.1.0"])).toEqual(["affected"]);
  });
});

test("GHSA-f82v-jwr5-mffw: a last_affected range beside fixed ones with versions of two numbers", () => {
  const next = advisory(
    "GHSA-f82v-jwr5-mffw",
    ["npm", "next"],
    [
      range("introduced 11.1.4", "last_affected 13.5.6"),
      range("introduced 14.0", "fixed 14.2.25"),
      range("introduced 15.0", "fixed 15.2.3"),
    ],
  );
  expect(
    verdicts(next, "next", [
      "11.1.3",
      "13.5.6",
      "13.5.7",
      "14.0.0",
      "14.0.0-canary.1",
      "14.2.25",
      "15.2.2",
      "15.2.3",
    ]),
  ).toEqual(["no", "affected", "no", "affected", "no", "no", "affected", "no"]);
  expect(evaluateRecord(next, { ecosystem: "npm", name: "next", version: "13.0.0" })?.fixed).toBe(
    "14.2.25",
  );
});

test("GHSA-w573-4hg7-7wgq: last_affected only has no known fix", () => {
  const record = advisory(
    "GHSA-w573-4hg7-7wgq",
    ["npm", "decode-uri-component"],
    [range("introduced 0", "last_affected 0.2.0")],
  );
  const query = { ecosystem: "npm", name: "decode-uri-component" };
  expect(evaluateRecord(record, { ...query, version: "0.2.0" })).toEqual({
    record,
    verdict: "affected",
    confidence: "high",
    reason: "0.2.0 lies in an affected range",
    events: [{ introduced: "0" }, { lastAffected: "0.2.0" }],
  });
  expect(evaluateRecord(record, { ...query, version: "0.2.1" })).toBeUndefined();
});

test("GHSA-hxqx-xwvh-44m2: versions of four numbers, and starts of two", () => {
  const rack = advisory(
    "GHSA-hxqx-xwvh-44m2",
    ["RubyGems", "rack"],
    [
      range("introduced 1.2", "fixed 2.0.9.1"),
      range("introduced 2.1", "fixed 2.1.4.1"),
      range("introduced 2.2", "fixed 2.2.3.1"),
    ],
  );
  const versions = ["1.1.6", "1.2.0", "2.0.9", "2.0.9.1", "2.1.4", "2.1.4.1", "2.2.3", "2.2.3.1"];
  expect(verdicts(rack, "rack", versions)).toEqual([
    "no",
    "affected",
    "affected",
    "no",
    "affected",
    "no",
    "affected",
    "no",
  ]);
  const answer = evaluateRecord(rack, { ecosystem: "RubyGems", name: "rack", version: "2.1.4" });
  expect([answer?.confidence, answer?.fixed]).toEqual(["high", "2.1.4.1"]);
});

test("GHSA-m5vv-6r4h-3vj9: eight packages in five ecosystems", () => {
  const entry = (ecosystem: string, name: string, fixed: string) => ({
    package: { ecosystem, name },
    ...range("introduced 0", `fixed ${fixed}`),
  });
  const record = readRecord({
    id: "GHSA-m5vv-6r4h-3vj9",
    affected: [
      entry("PyPI", "azure-identity", "1.16.1"),
      entry("npm", "@azure/identity", "4.2.1"),
      entry("Maven", "com.azure:azure-identity", "1.12.2"),
      entry("npm", "@azure/msal-node", "2.9.2"),
      entry("NuGet", "Microsoft.Identity.Client", "4.61.3"),
      entry("Go", "github.com/Azure/azure-sdk-for-go/sdk/azidentity", "1.6.0"),
      entry("Maven", "com.microsoft.azure:msal4j", "1.15.1"),
      entry("NuGet", "Azure.Identity", "1.11.4"),
    ],
  });
  const of = (ecosystem: string, name: string, version: string) => {
    const answer = evaluateRecord(record, { ecosystem, name, version });
    return [answer?.verdict, answer?.fixed];
  };
  expect(of("PyPI", "Azure_Identity", "1.16.0")).toEqual(["affected", "1.16.1"]);
  expect(of("npm", "@azure/msal-node", "2.9.1")).toEqual(["affected", "2.9.2"]);
  expect(of("Maven", "com.microsoft.azure:msal4j", "1.15.0")).toEqual(["affected", "1.15.1"]);
  expect(of("NuGet", "azure.identity", "1.11.3")).toEqual(["affected", "1.11.4"]);
  expect(of("Go", "github.com/Azure/azure-sdk-for-go/sdk/azidentity", "v1.5.2")).toEqual([
    "affected",
    "1.6.0",
  ]);
  expect(of("npm", "azure-identity", "1.0.0")).toEqual([undefined, undefined]);
});

test("GHSA-98g6-xh36-x2p7: two packages, one with four ranges", () => {
  const four = ranges(
    ["introduced 1.0.0", "fixed 2.1.7"],
    ["introduced 3.0.0", "fixed 3.1.5"],
    ["introduced 4.0.0", "fixed 4.0.5"],
    ["introduced 5.0.0", "fixed 5.1.3"],
  );
  const record = readRecord({
    id: "GHSA-98g6-xh36-x2p7",
    affected: [
      { package: { ecosystem: "NuGet", name: "Microsoft.Data.SqlClient" }, ...four },
      {
        package: { ecosystem: "NuGet", name: "System.Data.SqlClient" },
        ...range("introduced 0", "fixed 4.8.6"),
      },
    ],
  });
  expect(
    verdicts(record, "microsoft.data.sqlclient", ["2.1.6", "2.1.7", "3.1.4", "4.0.5", "5.1.2"]),
  ).toEqual(["affected", "no", "affected", "no", "affected"]);
  expect(verdicts(record, "system.data.sqlclient", ["4.8.5", "5.0.0"])).toEqual(["affected", "no"]);
});

describe("malware", () => {
  test("GHSA-pjwm-rvh2-c87w: as a GHSA record, with versions beside ranges", async () => {
    const record = advisory(
      "GHSA-pjwm-rvh2-c87w",
      ["npm", "ua-parser-js"],
      [
        { ...range("introduced 0.7.29", "fixed 0.7.30"), versions: ["0.7.29"] },
        { ...range("introduced 1.0.0", "fixed 1.0.1"), versions: ["1.0.0"] },
      ],
      { database_specific: { cwe_ids: ["CWE-506"], severity: "CRITICAL" } },
    );
    const query = { ecosystem: "npm", name: "ua-parser-js", version: "0.7.29" };
    const [match] = (await matchAdvisories(memoryData([record]), [query])).get(query) ?? [];
    expect([match?.group.kind, match?.group.severity.level, match?.records[0]?.fixed]).toEqual([
      "malware",
      "critical",
      "0.7.30",
    ]);
    expect(verdicts(record, "ua-parser-js", ["0.7.28", "0.7.30", "1.0.0"])).toEqual([
      "no",
      "no",
      "affected",
    ]);
  });

  test("GHSA-mh6f-8j2x-4483: event-stream 3.3.6 to 4.0.0", () => {
    const record = readRecord({
      id: "GHSA-mh6f-8j2x-4483",
      database_specific: { cwe_ids: ["CWE-506"] },
      affected: [
        {
          package: { ecosystem: "npm", name: "event-stream" },
          ...range("introduced 3.3.6", "fixed 4.0.0"),
          versions: ["3.3.6"],
        },
        { package: { ecosystem: "npm", name: "flatmap-stream" }, ...range("introduced 0") },
      ],
    });
    expect(record.kind).toBe("malware");
    expect(verdicts(record, "event-stream", ["3.3.5", "3.3.6", "3.9.0", "4.0.0"])).toEqual([
      "no",
      "affected",
      "affected",
      "no",
    ]);
    expect(verdicts(record, "flatmap-stream", ["0.0.1-security"])).toEqual(["affected"]);
  });

  test.each([
    ["MAL-2025-46974", "debug", "4.4.2", "4.4.3"],
    ["MAL-2025-46969", "chalk", "5.6.1", "5.6.2"],
  ])("%s: one version of a package that everyone has", (id, name, bad, good) => {
    const record = advisory(id, ["npm", name], [{ versions: [bad] }], {
      database_specific: { "malicious-packages-origins": [] },
    });
    expect([record.kind, ...verdicts(record, name, [bad, good])]).toEqual([
      "malware",
      "affected",
      "no",
    ]);
    expect(groupFacts([record]).get(id)?.malware).toBe(true);
  });
});
