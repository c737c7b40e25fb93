import { aResult } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { mergeResults } from "./merge-results.ts";

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
