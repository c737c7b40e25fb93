import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLockfileFolder } from "./paths.ts";

test("a path of a lockfile at the root is read as one of any other folder, without that folder", () => {
  const parts = fc.array(fc.constantFrom("a", "b.c", "@s", ".", "", "node_modules"), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(parts, (names) => {
      const path = names.join("/");
      const below = fromLockfileFolder("x/package-lock.json", path);
      const atRoot = fromLockfileFolder("package-lock.json", path);
      expect(atRoot === "" ? "x" : `x/${atRoot}`).toBe(below);
    }),
  );
});

test("what leads out of the root has no path", () => {
  expect(fromLockfileFolder("package-lock.json", "../a")).toBeUndefined();
  expect(fromLockfileFolder("package-lock.json", "a/../..")).toBeUndefined();
  expect(fromLockfileFolder("x/package-lock.json", "../a")).toBe("a");
});
