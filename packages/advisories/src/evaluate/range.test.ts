import { compareVersions } from "@assay/versions";
import { expect, test } from "vitest";
import type { RangeEvent } from "../record.ts";
import { evaluateRange } from "./range.ts";

const compare = (a: string, b: string) => compareVersions("semver", a, b);

function affected(events: readonly RangeEvent[], version: string, lastKnown?: string): unknown {
  const answer = evaluateRange({ type: "SEMVER", events }, lastKnown, { from: version }, compare);
  return "affected" in answer ? answer.affected : "unknown";
}

const of = (events: readonly RangeEvent[], versions: readonly string[], lastKnown?: string) =>
  versions.map((version) => affected(events, version, lastKnown));

test("the range walk: from introduced on, up to and without fixed", () =>
  expect(
    of(
      [{ introduced: "1.0.0" }, { fixed: "1.2.0" }],
      ["0.9.9", "1.0.0-rc.1", "1.0.0", "1.2.0-rc.1", "1.2.0"],
    ),
  ).toEqual([false, false, true, true, false]));

test("up to and with last_affected", () =>
  expect(
    of([{ introduced: "1.0.0" }, { lastAffected: "1.2.0" }], ["1.2.0", "1.2.1-rc.1", "1.2.1"]),
  ).toEqual([true, false, false]));

test("introduced again", () =>
  expect(
    of(
      [{ introduced: "1.0.0" }, { fixed: "1.2.0" }, { introduced: "2.0.0" }, { fixed: "2.1.0" }],
      ["1.1.0", "1.5.0", "2.0.0", "3.0.0"],
    ),
  ).toEqual([true, false, true, false]));

test("unsorted events", () =>
  expect(
    of(
      [{ fixed: "2.1.0" }, { introduced: "2.0.0" }, { fixed: "1.2.0" }, { introduced: "0" }],
      ["0.1.0", "1.5.0", "2.0.0", "2.1.0"],
    ),
  ).toEqual([true, false, true, false]));

test("introduced before fixed at equal versions: nothing is affected", () =>
  expect(of([{ fixed: "1.0.0" }, { introduced: "1.0.0" }], ["1.0.0", "2.0.0"])).toEqual([
    false,
    false,
  ]));

test('introduced "0" is below pre-releases of 0', () =>
  expect(of([{ introduced: "0" }, { fixed: "1.0.0" }], ["0.0.0-alpha", "0.0.0"])).toEqual([
    true,
    true,
  ]));

test("numbers beyond 2^53", () =>
  expect(
    of([{ introduced: "1.0.9007199254740993" }], ["1.0.9007199254740992", "1.0.9007199254740993"]),
  ).toEqual([false, true]));

test("limit: below at least one", () => {
  const events = [{ introduced: "0" }, { limit: "1.0.0" }, { limit: "2.0.0" }];
  expect(of(events, ["0.5.0", "1.5.0", "2.0.0", "3.0.0"])).toEqual([true, true, false, false]);
});

test("limit *: no limit", () =>
  expect(of([{ introduced: "0" }, { limit: "1.0.0" }, { limit: "*" }], ["3.0.0"])).toEqual([true]));

test("a limit that is no version", () =>
  expect(of([{ introduced: "0" }, { limit: "x" }], ["3.0.0"])).toEqual(["unknown"]));

test.each([
  ["<= 3.0.0", [true, true, false]],
  ["< 3.0.0", [true, false, false]],
  ["= 2.0.0", [true, false, false]],
  ["around 3", [true, true, true]],
  ["<= x", [true, true, true]],
])("the last known affected version ends a range without an end: %s", (lastKnown, expected) =>
  expect(of([{ introduced: "2.0.0" }], ["2.0.0", "3.0.0", "4.0.0"], lastKnown)).toEqual(expected),
);

test("and changes nothing in one that has an end", () =>
  expect(of([{ introduced: "2.0.0" }, { fixed: "3.5.0" }], ["2.9.0", "3.4.0"], "<= 3.0.0")).toEqual(
    [true, true],
  ));

test("the range's own last known version comes before the entry's", () => {
  const range = { type: "ECOSYSTEM" as const, events: [{ introduced: "0" }], lastKnown: "< 2" };
  expect(evaluateRange(range, "< 9", { from: "3.0.0" }, compare)).toEqual({ affected: false });
});
