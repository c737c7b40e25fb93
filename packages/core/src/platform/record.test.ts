import { expect, test } from "vitest";
import { memberAt } from "./record.ts";

test("a member is found by names and indices, and only where it is an own property", () => {
  const json: unknown = JSON.parse('{"a": {"b": [{"c": 1}]}, "text": "abc", "none": null}');
  expect(memberAt(json, "a", "b", "0", "c")).toBe(1);
  expect(memberAt(json)).toBe(json);
  for (const path of [
    ["a", "b", "1", "c"],
    ["a", "constructor"],
    ["a", "b", "map"],
    ["a", "__proto__"],
    ["text", "length"],
    ["none", "a"],
  ])
    expect(memberAt(json, ...path), path.join(".")).toBeUndefined();
});
