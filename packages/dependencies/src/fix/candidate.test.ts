import { type AdvisoryRecord, memoryData, packageKey } from "@assay/advisories";
import { orderOfEcosystem } from "@assay/versions";
import { describe, expect, it } from "vitest";
import { candidateOf } from "./candidate.ts";
import { advisory, fixedIn } from "./test/advisories.ts";

const A = ["npm", "a"] as const;

async function candidate(version: string, records: readonly AdvisoryRecord[], ecosystem = "npm") {
  const query = { ecosystem, name: "a", version };
  const stored = await memoryData(records).lookup([query]);
  const order = orderOfEcosystem(ecosystem) ?? "semver";
  return candidateOf(query, stored.get(packageKey(query)) ?? [], order);
}

describe("the version that fixes a package (§3.18)", () => {
  it("is the smallest fixed above the version, of the range that it lies in", async () => {
    const events = [...fixedIn("1.4.2"), ...fixedIn("2.3.1", "2.0.0")];
    const records = [advisory("GHSA-1", A, events)];
    expect(await candidate("1.0.0", records)).toEqual({ version: "1.4.2", undetermined: [] });
    expect(await candidate("2.1.0", records)).toEqual({ version: "2.3.1", undetermined: [] });
  });

  it("is the maximum over the alias group and all matching records", async () => {
    const records = [
      advisory("GHSA-1", A, fixedIn("1.1.0"), { aliases: ["CVE-2026-1"] }),
      advisory("CVE-2026-1", A, fixedIn("1.1.1")),
      advisory("GHSA-2", A, fixedIn("1.0.9")),
    ];
    expect(await candidate("1.0.0", records)).toEqual({ version: "1.1.1", undetermined: [] });
  });

  it("moves up until no advisory of the package affects it", async () => {
    const records = [
      advisory("GHSA-1", A, fixedIn("1.1.0")),
      advisory("GHSA-2", A, fixedIn("1.2.0", "1.1.0")),
      advisory("GHSA-3", A, fixedIn("2.0.1", "1.2.0")),
    ];
    expect(await candidate("1.0.0", records)).toEqual({ version: "2.0.1", undetermined: [] });
  });

  it("compares by the ecosystem's own order", async () => {
    const records = [
      advisory("PYSEC-1", ["PyPI", "a"], fixedIn("1.10.post1")),
      advisory("PYSEC-2", ["PyPI", "a"], fixedIn("1.9")),
    ];
    expect(await candidate("1.2", records, "PyPI")).toEqual({
      version: "1.10.post1",
      undetermined: [],
    });
  });

  it("is not known where a record has a last_affected only", async () => {
    const records = [advisory("GHSA-1", A, [{ introduced: "0" }, { last_affected: "1.5.0" }])];
    expect(await candidate("1.0.0", records)).toEqual({
      noFix: "GHSA-1 names no version that fixes it",
      undetermined: [],
    });
  });

  it("is not known where the fix of one is affected by another that is never fixed", async () => {
    const records = [
      advisory("GHSA-1", A, fixedIn("1.1.0")),
      advisory("GHSA-2", A, [{ introduced: "1.1.0" }]),
    ];
    expect(await candidate("1.0.0", records)).toEqual({
      noFix: "GHSA-2, which affects 1.1.0 too, names no version that fixes it",
      undetermined: [],
    });
  });

  it("is never a pre-release for a release: the next release that a record names is taken", async () => {
    const records = [
      advisory("GHSA-1", A, fixedIn("2.0.0-rc.1")),
      advisory("GHSA-2", A, fixedIn("2.1.0", "2.0.5")),
    ];
    // 2.0.5 is the first release after the pre-release, and affected in turn.
    expect(await candidate("1.0.0", records)).toEqual({ version: "2.1.0", undetermined: [] });
    expect(await candidate("2.0.0-beta.1", records)).toEqual({
      version: "2.0.0-rc.1",
      undetermined: [],
    });
  });

  it("says so where only a pre-release is known", async () => {
    expect(await candidate("1.0.0", [advisory("GHSA-1", A, fixedIn("2.0.0-rc.1"))])).toEqual({
      noFix:
        "it is fixed in the pre-release 2.0.0-rc.1, and no advisory names a release after that",
      undetermined: [],
    });
  });

  it("leaves withdrawn records and mere notices aside", async () => {
    const records = [
      advisory("GHSA-1", A, fixedIn("1.1.0")),
      advisory("GHSA-2", A, [{ introduced: "0" }], { withdrawn: "2026-02-01T00:00:00Z" }),
      advisory("RUSTSEC-3", A, [{ introduced: "0" }], {
        affected: [
          {
            package: { ecosystem: "npm", name: "a" },
            ranges: [{ type: "SEMVER", events: [{ introduced: "0" }] }],
            database_specific: { informational: "unmaintained" },
          },
        ],
      }),
    ];
    expect(await candidate("1.0.0", records)).toEqual({ version: "1.1.0", undetermined: [] });
  });

  it("ends on a chain of fixes without an end", async () => {
    const records = Array.from({ length: 300 }, (_, at) =>
      advisory(`GHSA-${at}`, A, fixedIn(`1.${at + 1}.0`, `1.${at}.0`)),
    );
    expect(await candidate("1.0.0", records)).toEqual({
      noFix: "each version that fixes one advisory is affected by another",
      undetermined: [],
    });
  });
});
