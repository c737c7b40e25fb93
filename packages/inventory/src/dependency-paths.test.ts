import { expect, test } from "vitest";
import { shortestPaths } from "./dependency-paths.ts";
import { memorySource, readInventory } from "./index.ts";

async function pathsOfChain(length: number) {
  const entry = (index: number) => ({
    version: "1.0.0",
    ...(index + 1 === length ? {} : { dependencies: { [`p${index + 1}`]: "^1.0.0" } }),
  });
  const dependencies = { p0: "^1.0.0" };
  const packages = Object.fromEntries(
    Array.from({ length }, (_, index) => [`node_modules/p${index}`, entry(index)]),
  );
  const { graphs } = await readInventory(
    memorySource({
      "package-lock.json": JSON.stringify({
        lockfileVersion: 3,
        packages: { "": { name: "a", version: "1.0.0", dependencies }, ...packages },
      }),
    }),
  );
  const pathOf = shortestPaths(graphs);
  return (name: string) =>
    pathOf(graphs[0]?.components.find((each) => each.name === name)?.id ?? "");
}

test("a way is told step by step", async () => {
  const pathOf = await pathsOfChain(29);
  expect(pathOf("p1")).toEqual(["a@1.0.0", "p0@1.0.0", "p1@1.0.0"]);
  expect(pathOf("p28")).toHaveLength(30);
});

test("of a long way, its start and its last steps are told", async () => {
  const pathOf = await pathsOfChain(50_000);
  expect(pathOf("p29")?.slice(0, 3)).toEqual(["a@1.0.0", "p0@1.0.0", "p1@1.0.0"]);
  const path = pathOf("p49999");
  expect(path).toHaveLength(32);
  expect(path?.slice(0, 3)).toEqual(["a@1.0.0", "…", "p49970@1.0.0"]);
});
