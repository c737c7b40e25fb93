import { execFileSync } from "node:child_process";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

/** The runner downloads this at each use of an action, before anything of ours runs. */
const MAX_BYTES = 600_000;

const archive = execFileSync("git", ["archive", "--worktree-attributes", "--format=tar", "HEAD"], {
  maxBuffer: 64 * 1024 * 1024,
});
const files = execFileSync("tar", ["-tf", "-"], { input: archive, encoding: "utf8" })
  .split(/\r?\n/)
  .filter((name) => name !== "" && !name.endsWith("/"));
const actionFiles = files.filter((file) => posix.basename(file) === "action.yml");

test("the archive of a commit holds what an action needs, and nothing else", () => {
  const entries = new Set(files.map((file) => file.split("/")[0]));
  expect([...entries].sort()).toEqual(["LICENSE", "action.yml", "actions", "dist"]);
  expect(files.filter((file) => /^actions\//.test(file) && !actionFiles.includes(file))).toEqual(
    [],
  );
});

test("every action in the archive finds its entry there", () => {
  const tracked = execFileSync("git", ["ls-files", "action.yml", "actions/*/action.yml"], {
    encoding: "utf8",
  });
  expect(actionFiles.toSorted()).toEqual(tracked.trim().split("\n").toSorted());
  for (const file of actionFiles) {
    const text = execFileSync("git", ["show", `HEAD:${file}`], { encoding: "utf8" });
    const { runs } = parse(text) as { runs: { main: string } };
    expect(files, file).toContain(posix.join(posix.dirname(file), runs.main));
  }
});

test("no file in the archive needs one of the command line's to be loaded", () => {
  const built = files.filter((file) => file.endsWith(".js"));
  expect(built.length).toBeGreaterThan(50);
  expect(built.filter((file) => /(?:^|\/)cli[-.]/.test(file))).toEqual([]);
  const needing = built.filter((file) => {
    const text = execFileSync("git", ["show", `HEAD:${file}`], { encoding: "utf8" });
    return /(?:from|import)\s*["']\.\/(?:shared\/)?cli[-.]/.test(text);
  });
  expect(needing).toEqual([]);
});

test("the archive is small, as git packs it", () => {
  const pack = ["archive", "--worktree-attributes", "--format=tar.gz", "-9", "HEAD"];
  const packed = execFileSync("git", pack, { maxBuffer: 64 * 1024 * 1024 });
  expect(packed.length).toBeLessThan(MAX_BYTES);
});

test("a built file can be read in a diff", () => {
  const attribute = execFileSync("git", ["check-attr", "diff", "--", "dist/check.js"], {
    encoding: "utf8",
  });
  expect(attribute.trim()).toBe("dist/check.js: diff: unspecified");
});
