import { describe, expect, test } from "vitest";
import { readRecord } from "./read.ts";

test("§3.1: a whole record", () =>
  expect(
    readRecord({
      schema_version: "1.7.5",
      id: "GHSA-1",
      modified: "2024-02-02T00:00:00Z",
      published: "2024-01-31T10:00:00.123456Z",
      aliases: ["CVE-1", "CVE-1", 7],
      upstream: ["CVE-2"],
      related: ["CVE-3"],
      summary: "  A flaw\n in many lines",
      details: "Long",
      severity: [{ type: "CVSS_V3", score: "CVSS:3.1/x" }, { type: "CVSS_V4" }],
      affected: [
        {
          package: { ecosystem: "PyPI", name: "Foo.Bar", purl: "pkg:pypi/foo-bar" },
          severity: [{ type: "CVSS_V2", score: "AV:N" }],
          ranges: [
            { type: "GIT", repo: "https://example.org/foo", events: [{ introduced: "0" }] },
            {
              type: "ECOSYSTEM",
              events: [
                { introduced: "0" },
                { fixed: "1.0" },
                { introduced: "2" },
                { last_affected: "2.5" },
                { limit: "*" },
              ],
              database_specific: { last_known_affected_version_range: "<= 3" },
            },
          ],
          versions: ["0.1", "0.2"],
          ecosystem_specific: { affected_functions: ["foo.bar"] },
          database_specific: { last_known_affected_version_range: "< 4", source: "x" },
          a_new_field: true,
        },
      ],
      references: [
        { type: "WEB", url: "https://example.org/a" },
        { type: "WEB", url: "javascript:alert(1)" },
        { type: "WEB", url: "https://example.org/a" },
      ],
      credits: [{ name: "Somebody" }],
      database_specific: { severity: "MODERATE", cwe_ids: ["CWE-79"] },
      a_new_field: {},
    }),
  ).toEqual({
    id: "GHSA-1",
    aliases: ["CVE-1"],
    upstream: ["CVE-2"],
    published: "2024-01-31T10:00:00.123456Z",
    modified: "2024-02-02T00:00:00Z",
    summary: "A flaw",
    severity: [{ type: "CVSS_V3", score: "CVSS:3.1/x" }],
    label: "MODERATE",
    kind: "vulnerability",
    affected: [
      {
        ecosystem: "PyPI",
        name: "foo-bar",
        severity: [{ type: "CVSS_V2", score: "AV:N" }],
        ranges: [
          { type: "GIT", repo: "https://example.org/foo", events: [] },
          {
            type: "ECOSYSTEM",
            events: [
              { introduced: "0" },
              { fixed: "1.0" },
              { introduced: "2" },
              { lastAffected: "2.5" },
              { limit: "*" },
            ],
            lastKnown: "<= 3",
          },
        ],
        versions: ["0.1", "0.2"],
        lastKnown: "< 4",
        symbols: ["foo.bar"],
      },
    ],
    references: ["https://github.com/advisories/GHSA-1", "https://example.org/a"],
  }));

test("the least: an id", () =>
  expect(readRecord({ id: "X-1" })).toEqual({
    id: "X-1",
    aliases: [],
    upstream: [],
    severity: [],
    kind: "vulnerability",
    affected: [],
    references: ["https://osv.dev/vulnerability/X-1"],
  }));

describe("a record that can't be read is an error with its id, never dropped", () => {
  test.each([
    [null, "An advisory record is no object"],
    [[], "An advisory record is no object"],
    [{}, 'An advisory record has no "id" of at most 200 letters, digits and dashes: null'],
    [{ id: 5 }, 'An advisory record has no "id" of at most 200 letters, digits and dashes: 5'],
    [
      { id: "../../x" },
      'An advisory record has no "id" of at most 200 letters, digits and dashes: "../../x"',
    ],
    [
      { id: "X-1", affected: {} },
      '"affected" of the advisory record X-1 is no list of at most 5000 objects',
    ],
    [
      { id: "X-1", affected: ["a"] },
      '"affected" of the advisory record X-1 is no list of at most 5000 objects',
    ],
  ])("%j", (json, message) => expect(() => readRecord(json)).toThrow(message));
});

describe("times", () => {
  test.each(["1-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2024-13-45T00:00:00Z", "yesterday", 5])(
    "PYSEC-2024-55: a time that is none does not lose the record: %s",
    (modified) => {
      const record = readRecord({ id: "PYSEC-2024-55", modified, published: modified });
      expect([record.id, record.modified, record.published]).toEqual([
        "PYSEC-2024-55",
        undefined,
        undefined,
      ]);
    },
  );

  test("a record is withdrawn whatever the time is", () =>
    expect(readRecord({ id: "X-1", withdrawn: "once" }).withdrawn).toBe("once"));
});

describe("§3.2: what databases write", () => {
  const kindOf = (more: object) => readRecord({ id: "X-1", ...more }).kind;
  const entry = (...all: readonly object[]) => ({
    affected: all.map((database_specific) => ({ database_specific })),
  });

  test.each([
    [{ id: "MAL-2024-1" }, "malware"],
    [{ database_specific: { cwe_ids: ["CWE-506"] } }, "malware"],
    [{ database_specific: { "malicious-packages-origins": [] } }, "malware"],
    [entry({ categories: ["malicious"] }), "malware"],
    [entry({ informational: "unmaintained" }), "informational"],
    [entry({ informational: "notice" }), "informational"],
    [entry({ informational: "unsound" }), "vulnerability"],
    [entry({ informational: null }), "vulnerability"],
    [entry({ informational: "notice" }, {}), "vulnerability"],
    [{}, "vulnerability"],
  ])("the kind of %j is %s", (more, kind) => expect(kindOf(more)).toBe(kind));

  const symbolsOf = (ecosystem_specific: object) =>
    readRecord({ id: "X-1", affected: [{ ecosystem_specific }] }).affected[0]?.symbols;

  test("symbols of Go, qualified", () =>
    expect(
      symbolsOf({ imports: [{ path: "net/http", symbols: ["Serve", "Client.Do"] }, {}] }),
    ).toEqual(["net/http.Serve", "net/http.Client.Do"]));

  test("symbols of RustSec", () => {
    expect(symbolsOf({ affects: { functions: ["a::b"] }, affected_functions: null })).toEqual([
      "a::b",
    ]);
    expect(symbolsOf({ affects: { functions: { "a::b": ["< 1"] } } })).toEqual(["a::b"]);
  });

  test("a record without a summary has the first line of its details", () =>
    expect(readRecord({ id: "X-1", details: "First\n\nSecond" }).summary).toBe("First"));
});

describe("hostile records are bounded", () => {
  test("10^6 versions: the first 20,000, and the entry is incomplete", () => {
    const versions = Array.from({ length: 1_000_000 }, (_, at) => `${at}`);
    const [entry] = readRecord({ id: "X-1", affected: [{ versions }] }).affected;
    expect([entry?.versions.length, entry?.incomplete]).toEqual([20_000, true]);
  });

  test.each([
    ["a version of 10 kB", { versions: ["1".repeat(10_000)] }],
    [
      "an event with two keys",
      { ranges: [{ type: "SEMVER", events: [{ introduced: "0", fixed: "1" }] }] },
    ],
    [
      "an event of 10 kB",
      { ranges: [{ type: "SEMVER", events: [{ introduced: "1".repeat(10_000) }] }] },
    ],
    ["a range of an unknown type", { ranges: [{ type: "NEW", events: [] }] }],
    ["a range without events", { ranges: [{ type: "SEMVER" }] }],
    ["ranges that are none", { ranges: "all" }],
    ["versions that are none", { versions: "all" }],
  ])("%s makes an entry incomplete", (_what, entry) =>
    expect(readRecord({ id: "X-1", affected: [entry] }).affected[0]?.incomplete).toBe(true),
  );

  test("names of JavaScript's own are names like others", () => {
    const json = JSON.parse(
      '{"id":"X-1","__proto__":{"id":"Y"},"aliases":["__proto__"],"affected":[{"package":{"ecosystem":"npm","name":"__proto__"},"versions":["__proto__"]}]}',
    );
    const record = readRecord(json);
    expect(record.id).toBe("X-1");
    expect(record.aliases).toEqual(["__proto__"]);
    expect(record.affected[0]).toMatchObject({ name: "__proto__", versions: ["__proto__"] });
  });

  test("texts", () => {
    const long = "x".repeat(5_000_000);
    const record = readRecord({
      id: "X-1",
      details: long,
      aliases: [long],
      severity: [{ type: "CVSS_V3", score: long }],
      references: Array.from({ length: 1000 }, (_, at) => ({ url: `https://example.org/${at}` })),
    });
    expect([
      record.summary?.length,
      record.aliases,
      record.severity,
      record.references.length,
    ]).toEqual([300, [], [], 10]);
  });
});
