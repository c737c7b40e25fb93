import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFacts } from "./test/read-facts.ts";
import { toysInstalled } from "./test/toy/reader.ts";

const toy = (name: string, version: string, needs: readonly string[] = []) => ({
  [`app/toybox/${name}/toy.json`]: JSON.stringify({ name, version, needs }),
});

test("what a container sees is read, with its layer and what it needs; what a newer layer removes is not", async () => {
  const { components, edges, explained, skipped } = await readFacts(toysInstalled, {
    layers: [
      { ...toy("ball", "1.0.0"), ...toy("bear", "2.1.0", ["ball"]), ...toy("kite", "1.0.0") },
      { ...toy("ball", "1.0.1"), "app/toybox/kite/toy.json": undefined },
    ],
  });
  const ball = "app/toybox/ball/toy.json#ball@1.0.1";
  const bear = "app/toybox/bear/toy.json#bear@2.1.0";
  expect(components.map(({ component: { id, purl }, places }) => ({ id, purl, places }))).toEqual([
    {
      ...{ id: ball, purl: "pkg:generic/ball@1.0.1" },
      places: [{ path: ball.split("#")[0], layer: 1, since: 1, evidence: "installed" }],
    },
    {
      ...{ id: bear, purl: "pkg:generic/bear@2.1.0" },
      places: [{ path: bear.split("#")[0], layer: 0, since: 0, evidence: "installed" }],
    },
  ]);
  expect(edges).toEqual([{ from: bear, to: ball, kind: "runtime" }]);
  expect([...(explained ?? [])]).toEqual(["app/toybox/ball/", "app/toybox/bear/"]);
  expect(skipped).toEqual([]);
});

test("a record that can't be read is said, and its neighbours are read", async () => {
  const { components, skipped } = await readFacts(toysInstalled, {
    layers: [
      {
        ...toy("ball", "1.0.0"),
        "toybox/cut/toy.json": '{"name": "cut',
        "toybox/odd/toy.json": '{"name": "a b", "version": "1"}',
      },
    ],
  });
  expect(components.map(({ component }) => component.name)).toEqual(["ball"]);
  expect(skipped).toEqual([
    { kind: "unreadable", item: "toybox/cut/toy.json", reason: "toybox/cut/toy.json is no JSON" },
    {
      kind: "unreadable",
      item: "toybox/odd/toy.json",
      reason: "toybox/odd/toy.json names no toy and version",
    },
  ]);
});

test("the page on adding a reader shows this very code", () => {
  const page = readFileSync(
    new URL("../../../../docs/adding/image-reader.md", import.meta.url),
    "utf8",
  );
  const code = readFileSync(new URL("./test/toy/reader.ts", import.meta.url), "utf8");
  expect(page.replaceAll(/^ {3}/gm, "")).toContain(code.trim());
});
