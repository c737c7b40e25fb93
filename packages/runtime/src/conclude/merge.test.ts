import { aFinding, aResult } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { mergeDuplicates, mergeResults } from "./merge.ts";

const INLINE = { by: "inline", reason: "an example" } as const;

describe("mergeDuplicates", () => {
  it("keeps the first place and lists the others once", () => {
    const places = [
      { path: "a", startLine: 1 },
      { path: "b", startLine: 2 },
      { path: "b", startLine: 2 },
    ];
    const merged = mergeDuplicates(places.map((location) => aFinding({ location })));
    expect(merged).toHaveLength(1);
    expect(merged[0]?.location?.path).toBe("a");
    expect(merged[0]?.relatedLocations).toEqual([{ path: "b", startLine: 2 }]);
  });

  it("is as bad as its worst part", () => {
    const [merged] = mergeDuplicates([
      aFinding({ severity: "low", suppression: INLINE, firstSeen: "2026-02-01T00:00:00Z" }),
      aFinding({ severity: "critical", firstSeen: "2026-01-01T00:00:00Z" }),
    ]);
    expect(merged?.severity).toBe("critical");
    expect(merged?.suppression).toBeUndefined();
    expect(merged?.firstSeen).toBe("2026-01-01T00:00:00Z");
  });

  it("names the versions that it merges away", () => {
    const of = (version: string) =>
      aFinding({ subject: { name: "left-pad", version }, evidence: [] });
    const [merged] = mergeDuplicates(["1.0.0", "2.0.0", "1.0.0", "3.0.0", "2.0.0"].map(of));
    expect(merged?.subject?.version).toBe("1.0.0");
    expect(merged?.evidence).toEqual([{ label: "Other versions", value: "2.0.0, 3.0.0" }]);
  });

  it("keeps the same fingerprint of two rules apart", () => {
    expect(mergeDuplicates([aFinding(), aFinding({ ruleId: "licenses.unknown" })])).toHaveLength(2);
  });
});

describe("mergeResults", () => {
  it("adds up what two results of one check looked at", () => {
    const [merged, other] = mergeResults([
      aResult(),
      aResult({ check: "secrets" }),
      aResult({
        coverage: {
          inspected: { files: 2, images: 1 },
          skipped: [],
          summary: "b",
          scope: "change",
        },
      }),
    ]);
    expect(merged?.coverage).toEqual({
      inspected: { packages: 1470, files: 5, images: 1 },
      skipped: [],
      summary: "3 lockfiles, whole tree; b",
      scope: "change",
    });
    expect(other?.check).toBe("secrets");
  });
});
