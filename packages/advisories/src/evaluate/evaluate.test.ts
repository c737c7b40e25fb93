import { expect, test } from "vitest";
import { readRecord } from "../record/read.ts";
import { evaluateRecord } from "./evaluate.ts";

test("smoke", () => {
  const record = readRecord({
    id: "X-1",
    affected: [
      {
        package: { ecosystem: "npm", name: "a" },
        ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed: "1.2.0" }] }],
      },
    ],
  });
  expect(evaluateRecord(record, { ecosystem: "npm", name: "a", version: "1.0.0" })?.verdict).toBe(
    "affected",
  );
});
