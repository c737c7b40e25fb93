import type { Component, Edge } from "@assay/inventory";
import { expect, test } from "vitest";
import { groupEqualEntries } from "./equal-entries.ts";

const entry = (id: string): Component => ({
  id,
  name: id.replace(/\d+$/, ""),
  ecosystem: "npm",
  firstParty: false,
  scope: "runtime",
  direct: false,
  artifacts: [],
  kind: "library",
  location: { path: "package-lock.json" },
  aliases: [],
  flags: [],
});
const runtime = (from: string, to: string): Edge => ({ from, to, kind: "runtime" });
const group = (ids: readonly string[], edges: readonly Edge[]) =>
  groupEqualEntries(ids.map(entry), edges, ({ name }) => name)
    .map((each) => each.map(({ id }) => id).join(" "))
    .sort();

test("equal entries with equal dependencies are one", () => {
  expect(group(["a1", "a2", "b1", "b2"], [runtime("a1", "b1"), runtime("a2", "b2")])).toEqual([
    "a1 a2",
    "b1 b2",
  ]);
});

test("a difference deep below keeps everything above it apart", () => {
  const edges = [
    runtime("a1", "b1"),
    runtime("a2", "b2"),
    runtime("b1", "c1"),
    runtime("b2", "c2"),
    runtime("c1", "x1"),
    runtime("c2", "y1"),
  ];
  expect(group(["a1", "a2", "b1", "b2", "c1", "c2", "x1", "y1"], edges)).toHaveLength(8);
});

test("the kind of an edge counts, and cycles end", () => {
  const cycle = [
    runtime("a1", "b1"),
    runtime("b1", "a1"),
    runtime("a2", "b2"),
    runtime("b2", "a2"),
  ];
  expect(group(["a1", "a2", "b1", "b2"], cycle)).toEqual(["a1 a2", "b1 b2"]);
  const optional: Edge = { from: "a2", to: "b1", kind: "optional" };
  expect(group(["a1", "a2", "b1"], [runtime("a1", "b1"), optional])).toEqual(["a1", "a2", "b1"]);
});

test("what does not settle in time stays apart", () => {
  const ids = Array.from({ length: 300 }, (_, index) => `a${index}`);
  const chain = ids.slice(1).map((id, index) => runtime(`a${index}`, id));
  expect(group(ids, chain)).toHaveLength(300);
});
