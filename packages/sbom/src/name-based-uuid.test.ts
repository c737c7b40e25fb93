import { expect, test } from "vitest";
import { nameBasedUuid } from "./name-based-uuid.ts";

test("UUIDs of version 5, by all parts and where they end", () => {
  const uuid = nameBasedUuid("a", "bc");
  expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(nameBasedUuid("a", "bc")).toBe(uuid);
  expect(nameBasedUuid("ab", "c")).not.toBe(uuid);
});
