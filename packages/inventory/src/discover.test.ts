import { expect, test } from "vitest";
import { discover, exclusion } from "./discover.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";

test("lockfiles are found, and every one that is not read says why", () => {
  const { found, skipped } = discover(
    [
      ".github/actions/x/package-lock.json",
      "README.md",
      "a/npm-shrinkwrap.json",
      "a/package-lock.json",
      "node_modules/x/package-lock.json",
      "old/Gopkg.lock",
      "package-lock.json",
      "src/test/fixtures/p/package-lock.json",
      "src/test/resources/p/package-lock.json",
      "vendor/y/Cargo.lock",
      "web/Gopkg.lock",
    ],
    ECOSYSTEMS,
  );
  expect(found.map(({ path }) => path)).toEqual(["a/npm-shrinkwrap.json", "package-lock.json"]);
  expect(skipped.map(({ item, kind, reason }) => `${kind} ${item}: ${reason}`)).toEqual([
    "excluded .github/actions/x/package-lock.json: it describes CI, not the product",
    "excluded a/package-lock.json: npm-shrinkwrap.json in the same folder wins over it",
    "excluded node_modules/x/package-lock.json: it lies among installed packages",
    "unsupported old/Gopkg.lock: dep lockfiles are not read by this version",
    "excluded src/test/fixtures/p/package-lock.json: it lies among test data",
    "excluded src/test/resources/p/package-lock.json: it lies among test data",
    "excluded vendor/y/Cargo.lock: it lies among vendored packages",
    "unsupported web/Gopkg.lock: dep lockfiles are not read by this version",
  ]);
});

const FORMATS = ECOSYSTEMS.flatMap(({ formats }) => formats);

test("no two formats claim the same file", () => {
  const names = FORMATS.flatMap(({ files }) => files.filter((file) => typeof file === "string"));
  for (const name of names) {
    const claims = FORMATS.filter(({ files }) =>
      files.some((file) => (typeof file === "string" ? file === name : file.test(name))),
    );
    expect(
      claims.map(({ id }) => id),
      name,
    ).toHaveLength(1);
  }
});

test.each([
  ["tests/data/a/pixi.lock", "it lies among test data"],
  ["src/test/resources/pom.xml", "it lies among test data"],
  ["src/it/a/pom.xml", "it lies among test data"],
  ["data/a/pixi.lock", undefined],
  ["tests/a/pixi.lock", undefined],
])("%s: %s", (path, reason) => {
  expect(exclusion(path)).toBe(reason);
});
