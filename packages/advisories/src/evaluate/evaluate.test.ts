import { describe, expect, test } from "vitest";
import type { PackageQuery } from "../match.ts";
import { readRecord } from "../record/read.ts";
import type { AdvisoryRecord } from "../record.ts";
import { advisory, range, ranges } from "../test/records.ts";
import { evaluateRecord } from "./evaluate.ts";

const NPM = ["npm", "a"] as const;

/** `affected`, `undetermined` or `no` for each version. */
function verdicts(
  record: AdvisoryRecord,
  versions: readonly string[],
  query: Partial<PackageQuery> = {},
): Readonly<Record<string, string>> {
  const { ecosystem = "", name = "" } = record.affected[0] ?? {};
  return Object.fromEntries(
    versions.map((version) => [
      version,
      evaluateRecord(record, { ecosystem, name, version, ...query })?.verdict ?? "no",
    ]),
  );
}

describe("§3.3 step 1: a withdrawn record", () => {
  test("counts for nothing", () => {
    const record = advisory("X-1", NPM, [range("introduced 0")], {
      withdrawn: "2024-01-01T00:00:00Z",
    });
    expect(verdicts(record, ["1.0.0"])).toEqual({ "1.0.0": "no" });
  });
});

describe("§3.3 step 2: the same ecosystem and name", () => {
  const record = advisory("X-1", NPM, [range("introduced 0")]);

  test.each([
    ["PyPI", "a"],
    ["npm", "b"],
    ["npm", "A"],
    ["npm", "__proto__"],
  ])("not for %s %s", (ecosystem, name) =>
    expect(evaluateRecord(record, { ecosystem, name, version: "1.0.0" })).toBeUndefined(),
  );

  test("names are compared as the ecosystem does: PyPI", () => {
    const python = advisory("X-1", ["PyPI", "Zope.Interface"], [range("introduced 0")]);
    expect(python.affected[0]?.name).toBe("zope-interface");
    expect(verdicts(python, ["1.0"], { name: "zope_interface" })).toEqual({ "1.0": "affected" });
  });

  test("an entry without a package is none of any package", () => {
    const git = readRecord({ id: "X-1", affected: [{ versions: ["1.0.0"] }] });
    expect(evaluateRecord(git, { ecosystem: "npm", name: "a", version: "1.0.0" })).toBeUndefined();
  });

  const debian = (ecosystem: string) =>
    advisory("DSA-1", [ecosystem, "curl"], [range("introduced 0", "fixed 7.88.1-10")]);

  test.each([
    ["Debian:12", "Debian:12", "affected"],
    ["Debian:12", "Debian:11", "no"],
    ["Debian", "Debian:12", "affected"],
    ["Debian:12", "Debian", "undetermined"],
    ["Debian:12", "Ubuntu:12", "no"],
    ["Maven:https://example.org/m2", "Maven", "affected"],
    ["Maven", "Maven:https://example.org/m2", "affected"],
    ["Maven:https://example.org/a", "Maven:https://example.org/b", "no"],
    ["Ubuntu:22.04:LTS", "Ubuntu:22.04:LTS", "affected"],
    ["Ubuntu:Pro:22.04:LTS", "Ubuntu:22.04:LTS", "no"],
  ])("the release counts: a record of %s says of %s: %s", (own, asked, verdict) =>
    expect(verdicts(debian(own), ["7.88.1-9"], { ecosystem: asked })).toEqual({
      "7.88.1-9": verdict,
    }),
  );
});

describe("§3.3 step 3: no version is known", () => {
  const record = advisory("X-1", NPM, [range("introduced 1.0.0", "fixed 1.2.0")]);

  test("affected with low confidence where nothing else is asked for", () =>
    expect(evaluateRecord(record, { ecosystem: "npm", name: "a" })).toEqual({
      record,
      verdict: "affected",
      confidence: "low",
      reason: "its version is not known",
    }));

  test("or undetermined", () =>
    expect(
      evaluateRecord(record, { ecosystem: "npm", name: "a" }, { unknownVersion: "undetermined" })
        ?.verdict,
    ).toBe("undetermined"));
});

describe("§3.3 step 4: neither ranges nor versions", () => {
  test("affects nothing", () =>
    expect(verdicts(advisory("X-1", NPM, [{}]), ["1.0.0"])).toEqual({ "1.0.0": "no" }));
});

describe("§3.3 step 5: listed versions", () => {
  test("the same text or an equal version", () =>
    expect(
      verdicts(advisory("X-1", ["PyPI", "a"], [{ versions: ["1.0", "1.5.post1", "odd!one"] }]), [
        "1.0",
        "1.0.0",
        "v1.0",
        "0!1.0",
        "1.5-1",
        "1.5",
        "odd!one",
      ]),
    ).toEqual({
      "1.0": "affected",
      "1.0.0": "affected",
      "v1.0": "affected",
      "0!1.0": "affected",
      "1.5-1": "affected",
      "1.5": "no",
      "odd!one": "affected",
    }));

  test("or a wider range beside them: either counts", () =>
    expect(
      verdicts(
        advisory("X-1", NPM, [
          { versions: ["3.3.6"], ...range("introduced 3.3.6", "fixed 4.0.1") },
        ]),
        ["3.3.6", "4.0.0", "4.0.1"],
      ),
    ).toEqual({ "3.3.6": "affected", "4.0.0": "affected", "4.0.1": "no" }));
});

test("§3.3 step 5: an epoch of zero is none", () => {
  const record = advisory("X-1", ["Debian", "left"], [{ versions: ["0:1.0-1"] }]);
  const query = { ecosystem: "Debian", name: "left", version: "1.0-1" };
  expect(evaluateRecord(record, query)?.verdict).toBe("affected");
});

describe("§3.3 step 6: ranges", () => {
  test("any range of any entry", () =>
    expect(
      verdicts(
        advisory("X-1", NPM, [
          ranges(["introduced 1.0.0", "fixed 1.0.2"], ["introduced 2.0.0", "fixed 2.0.1"]),
          range("introduced 4.0.0"),
        ]),
        ["0.9.0", "1.0.1", "1.0.2", "2.0.0", "3.0.0", "5.0.0"],
      ),
    ).toEqual({
      "0.9.0": "no",
      "1.0.1": "affected",
      "1.0.2": "no",
      "2.0.0": "affected",
      "3.0.0": "no",
      "5.0.0": "affected",
    }));

  test("a GIT range is skipped, and the next one counts", () =>
    expect(
      verdicts(
        advisory("X-1", NPM, [
          {
            ranges: [
              { type: "GIT", repo: "https://x.example/a", events: [{ introduced: "0" }] },
              { type: "SEMVER", events: [{ introduced: "1.0.0" }, { fixed: "2.0.0" }] },
            ],
          },
        ]),
        ["1.5.0", "2.0.0"],
      ),
    ).toEqual({ "1.5.0": "affected", "2.0.0": "no" }));

  test("the ecosystem's own order, also where the type is SEMVER", () =>
    expect(
      verdicts(
        advisory(
          "X-1",
          ["PyPI", "a"],
          [
            {
              ranges: [{ type: "SEMVER", events: [{ introduced: "1.0" }, { fixed: "1.0.post2" }] }],
            },
          ],
        ),
        ["1.0.post1", "1.0.post2"],
      ),
    ).toEqual({ "1.0.post1": "affected", "1.0.post2": "no" }));

  test("the answer names the range and the fix", () => {
    const record = advisory("X-1", NPM, [
      ranges(["introduced 1.0.0", "fixed 1.0.2"], ["introduced 2.0.0", "fixed 2.0.1"]),
    ]);
    expect(evaluateRecord(record, { ecosystem: "npm", name: "a", version: "2.0.0" })).toEqual({
      record,
      verdict: "affected",
      confidence: "high",
      reason: "2.0.0 lies in an affected range",
      events: [{ introduced: "2.0.0" }, { fixed: "2.0.1" }],
      fixed: "2.0.1",
    });
  });

  test("a fix above, where the range has none", () =>
    expect(
      evaluateRecord(
        advisory("X-1", NPM, [
          range("introduced 1.0.0", "last_affected 1.9.9"),
          range("introduced 2.0.0", "fixed 2.0.1"),
          range("introduced 3.0.0", "fixed 3.0.1"),
        ]),
        { ecosystem: "npm", name: "a", version: "1.5.0" },
      )?.fixed,
    ).toBe("2.0.1"));
});

describe("§3.3 step 6: packages from git", () => {
  const record = readRecord({
    id: "OSV-1",
    affected: [
      {
        ranges: [{ type: "GIT", repo: "https://github.com/Owner/Lib.git", events: [] }],
        versions: ["v1.0", "v1.1", "0123456789012345678901234567890123456789"],
      },
    ],
  });
  const git = (more: Partial<PackageQuery>) =>
    evaluateRecord(record, {
      ecosystem: "GIT",
      name: "github.com/owner/lib",
      repository: "git://github.com/owner/lib",
      commit: "f".repeat(40),
      ...more,
    })?.verdict;

  test("by repository and tag", () => expect(git({ version: "1.1" })).toBe("affected"));
  test("by repository and commit", () =>
    expect(git({ commit: "0123456789012345678901234567890123456789" })).toBe("affected"));
  test("another tag is not affected", () => expect(git({ version: "v2.0" })).toBeUndefined());
  test("another repository is not affected", () =>
    expect(git({ version: "v1.0", repository: "https://github.com/owner/fork" })).toBeUndefined());
});

describe("§3.3 step 7: what can't be compared is undetermined", () => {
  test.each([
    ["a version that is none", "not-a-version", ["introduced 1.0.0", "fixed 2.0.0"]],
    ["an event that is none", "1.5.0", ["introduced 1.0.0", "fixed what?"]],
    ["a range without a start", "1.5.0", ["fixed 2.0.0"]],
    [
      "a range with both a fixed and a last affected version",
      "1.5.0",
      ["introduced 1.0.0", "fixed 2.0.0", "last_affected 1.9.0"],
    ],
    ["an event of an unknown kind", "1.5.0", ["introduced 0", "mended 2.0.0"]],
  ] as const)("%s", (_what, version, events) =>
    expect(verdicts(advisory("X-1", NPM, [range(...events)]), [version])).toEqual({
      [version]: "undetermined",
    }),
  );

  test("an ecosystem whose order nobody knows: its listed versions still count", () => {
    const record = advisory(
      "X-1",
      ["opam", "a"],
      [{ ...range("introduced 1.0", "fixed 2.0"), versions: ["1.1"] }],
    );
    expect(verdicts(record, ["1.1", "1.2"])).toEqual({ "1.1": "affected", "1.2": "undetermined" });
  });

  test("another range that says affected is enough", () =>
    expect(
      verdicts(advisory("X-1", NPM, [ranges(["introduced x", "fixed y"], ["introduced 1.0.0"])]), [
        "1.5.0",
      ]),
    ).toEqual({ "1.5.0": "affected" }));

  test("a range that every version is in needs no version that can be read", () =>
    expect(verdicts(advisory("X-1", NPM, [range("introduced 0")]), ["main"])).toEqual({
      main: "affected",
    }));

  test("a list that was too long", () => {
    const versions = Array.from({ length: 1_000_000 }, (_, at) => `1.0.${at}`);
    expect(verdicts(advisory("X-1", NPM, [{ versions }]), ["1.0.5", "9.0.0"])).toEqual({
      "1.0.5": "affected",
      "9.0.0": "undetermined",
    });
  });

  test("versions of 10 kB", () => {
    const long = `1.${"0".repeat(10_000)}`;
    expect(
      verdicts(advisory("X-1", NPM, [{ versions: [long], ...range(`introduced ${long}`) }]), [
        "1.5.0",
      ]),
    ).toEqual({ "1.5.0": "undetermined" });
  });
});

test("§3.6: four numbers have no meaning in SemVer: low confidence", () =>
  expect(
    evaluateRecord(advisory("X-1", NPM, [range("introduced 1.0.0")]), {
      ecosystem: "npm",
      name: "a",
      version: "1.2.3.4",
    })?.confidence,
  ).toBe("low"));

test("a version that is a comment's word is of medium confidence", () =>
  expect(
    evaluateRecord(advisory("X-1", ["GitHub Actions", "o/r"], [range("introduced 1.0.0")]), {
      ecosystem: "GitHub Actions",
      name: "o/r",
      version: "v1.2.3",
      claimed: true,
    })?.confidence,
  ).toBe("medium"));
