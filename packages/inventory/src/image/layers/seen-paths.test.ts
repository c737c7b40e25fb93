import { expect, it } from "vitest";
import { seenPaths } from "./seen-paths.ts";

it("tells a hundred thousand paths apart while its table grows", () => {
  const paths = seenPaths();
  const name = (at: number) => `usr/share/doc/p${at % 500}/file-${at}`;
  for (let at = 0; at < 100_000; at++)
    expect(paths.add(name(at), "file", 1)).toEqual({
      isVisible: true,
      isReplaced: false,
      isDouble: false,
    });
  const wrong = Array.from({ length: 100_000 }, (_, at) => at).filter(
    (at) =>
      !paths.has(name(at)) || paths.has(`${name(at)}x`) || paths.add(name(at), "file", 0).isVisible,
  );
  expect(wrong).toEqual([]);
});

it("knows folders that only their content names", () => {
  const paths = seenPaths();
  paths.add("a/b/c", "file", 3);
  expect(["a", "a/b", "a/b/c", "a/b/c/d", "b", ""].map((path) => paths.has(path))).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
  expect([paths.impliedBy("a"), paths.impliedBy("a/b/c")]).toEqual([3, -1]);
});

it("keeps what the thousandth layer did apart from what the first did", () => {
  const paths = seenPaths();
  paths.add("a", "folder", 999);
  paths.remove("b", 999);
  paths.makeOpaque("c", 999);
  paths.add("d", "link", 999);
  const visible = ["a", "a/x", "b", "b/x", "c", "c/x", "d", "d/x"].map(
    (path) => paths.add(path, path === "a" ? "folder" : "file", 0).isVisible,
  );
  expect(visible).toEqual([true, true, false, false, true, false, false, false]);
  expect(paths.isHidden("c/x", 0)).toBe(true);
  expect([paths.removedBy("b/x", 999), paths.removedBy("b/x", 998)]).toEqual([999, -1]);
});

it("hides everything below when the root is opaque", () => {
  const paths = seenPaths();
  paths.makeOpaque("", 5);
  expect([paths.add("a/b", "file", 5).isVisible, paths.add("a/c", "file", 4).isVisible]).toEqual([
    true,
    false,
  ]);
});
