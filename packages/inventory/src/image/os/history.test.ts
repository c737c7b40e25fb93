import { expect, test } from "vitest";
import { sinceLayer, type Version } from "./history.ts";

const version = (path: string, layer: number, keys: string, since = layer): Version => ({
  path,
  layer,
  since,
  keys: new Set(keys.split("")),
});

test("a package is there since the oldest version of its database that has it, without a gap", () => {
  const versions = [
    version("db", 7, "abc"),
    version("db", 5, "ab", 4),
    version("db", 2, "bc"),
    version("db", 0, "abc"),
  ];
  expect(sinceLayer(versions, "db", "a")).toBe(4);
  expect(sinceLayer(versions, "db", "b")).toBe(0);
  expect(sinceLayer(versions, "db", "c")).toBe(7);
});

test("a database that moved is followed, and one beside it does not interrupt", () => {
  const moved = [version("new", 4, "ab"), version("old", 3, "a"), version("old", 1, "ab")];
  expect(sinceLayer(moved, "new", "a")).toBe(1);
  expect(sinceLayer(moved, "new", "b")).toBe(4);
  const beside = [version("db", 4, "a"), version("other", 2, "b"), version("db", 0, "a")];
  expect(sinceLayer(beside, "db", "a")).toBe(0);
});
