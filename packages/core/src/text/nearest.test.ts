import { expect, test } from "vitest";
import { nearest, suggestion } from "./nearest.ts";

const KEYS = ["fail-on", "offline", "baseline", "report"];

test("finds the name that was meant", () => {
  expect(nearest("fail_on", KEYS)).toBe("fail-on");
  expect(nearest("ofline", KEYS)).toBe("offline");
  expect(nearest("REPORT", KEYS)).toBe("report");
  expect(nearest("reprot", KEYS)).toBe("report");
  expect(nearest("spdx", ["cyclonedx-1.6", "spdx-2.3-tag-value", "spdx-2.3"])).toBe(
    "spdx-2.3-tag-value",
  );
  expect(nearest("spd", ["spdx-2.3-tag-value"])).toBeUndefined();
});

test("says nothing when no name is near", () => {
  expect(nearest("zebra", KEYS)).toBeUndefined();
  expect(nearest("", KEYS)).toBeUndefined();
  expect(nearest("x".repeat(10_000), ["x".repeat(9_999)])).toBeUndefined();
});

test("ends a sentence", () => {
  expect(suggestion("baselin", KEYS)).toBe('; did you mean "baseline"?');
  expect(suggestion("zebra", KEYS)).toBe("");
});
