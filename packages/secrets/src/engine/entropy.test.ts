import { expect, test } from "vitest";
import { entropy } from "./entropy.ts";

test("bits per character", () => {
  expect(entropy("")).toBe(0);
  expect(entropy("aaaa")).toBe(0);
  expect(entropy("abcd")).toBe(2);
  expect(entropy("aabb")).toBe(1);
});

test("counts code points and divides by bytes, as gitleaks does", () => {
  // One code point of two bytes: half of the share is missing.
  expect(entropy("é")).toBe(0.5);
});
