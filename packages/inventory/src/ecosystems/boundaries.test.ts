import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ECOSYSTEMS } from "./index.ts";

const PACKAGES = fileURLToPath(new URL("../../../", import.meta.url));
const ROOMS = ["inventory", "sbom", "licenses"];
/** Files, folders and commands that only the folder of one ecosystem may name. */
const OWN_WORDS = /\bnpm\b|package(?:-lock)?\.json|node_modules|shrinkwrap|bower/i;

test("only the folder of an ecosystem knows its files, folders and commands", () => {
  const sources = ROOMS.flatMap((room) =>
    readdirSync(join(PACKAGES, room, "src"), { recursive: true, encoding: "utf8" })
      .map((path) => join(room, "src", path).replaceAll("\\", "/"))
      .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$|\/test\//.test(path)),
  );
  expect(sources.length).toBeGreaterThan(40);
  // Deno locks what manifests of npm ask for.
  const own = /\/(?:ecosystems\/(?:npm|deno)|image\/language\/npm)\//;
  const outside = sources.filter((path) => !own.test(path));
  const knowing = outside.filter((path) =>
    withoutComments(readFileSync(join(PACKAGES, path), "utf8")).some((line) =>
      OWN_WORDS.test(line),
    ),
  );
  // The table of ecosystems names each by one line, and so does that of readers of images.
  expect(knowing).toEqual([
    "inventory/src/ecosystems/index.ts",
    "inventory/src/image/language/index.ts",
  ]);
});

test("every ecosystem has a name of its own, and every format too", () => {
  const ids = ECOSYSTEMS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const formats = ECOSYSTEMS.flatMap((ecosystem) => ecosystem.formats.map(({ id }) => id));
  expect(new Set(formats).size).toBe(formats.length);
});

function withoutComments(text: string): readonly string[] {
  return text.split("\n").filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line));
}
