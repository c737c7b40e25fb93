import { expect, test } from "vitest";
import { promisedIn } from "./hours.ts";

test.each([
  ["24 h", 24],
  ["24h", 24],
  ["24hrs", 24],
  ["1 day", 24],
  ["≤ 7d", 168],
  ["48 hours", 48],
  ["1–2 weeks", 336],
  ["1 to 2 weeks", 336],
  ["24-48 hours", 48],
  ["24h - 48h", 48],
  ["within 30 days", 720],
  ["90-day window", 2160],
  ["one week", 168],
  ["seven (7) days", 168],
  ["a month", 720],
  ["2 business days", 72],
  ["5 working days", 168],
  ["1 calendar day", 24],
  ["16 business hours", 72],
  ["2 business weeks", 336],
  ["1.5 days", 36],
  ["24 h, at most 3 days", 72],
  ["next release", "undetermined"],
  ["best effort", "undetermined"],
  ["24/7", "undetermined"],
  ["v1.2 hotfix", "undetermined"],
  ["n/a", "none"],
  ["-", "none"],
  ["—", "none"],
  ["", "none"],
] as const)("%s is %s", (cell, hours) => {
  expect(promisedIn(cell)).toBe(hours);
});
