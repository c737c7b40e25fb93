import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "./repository.ts";

/** The floors of docs/architecture.md, the ground first. Imports go down only. */
const FLOORS = [
  ["core"],
  ["git", "spdx", "versions", "sigstore", "oci", "tools", "reporting"],
  ["purl"],
  ["inventory", "advisories"],
  ["sbom", "licenses", "secrets", "dependencies", "policy", "python", "signing", "images"],
  ["runtime"],
  ["suite"],
  ["action-kit"],
  ["cli"],
  ["actions"],
];

/** Types alone. */
/** Types, and what only the generator of `docs/support.md` loads. */
const NOT_SHIPPED = /\.d\.ts$|\/ecosystems\/(?:[^/]+\/)?support\.ts$/;

const sources = sourceFiles().filter((file) => !file.startsWith("packages/testkit/"));
const imports = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

test("there are sources to look at", () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});

test("imports between packages go down the floors", () => {
  const wrong = imports.filter(({ file, target }) => {
    const name = /^@assay\/([a-z-]+)/.exec(target)?.[1];
    return name !== undefined && name !== roomOf(file) && floorOf(name) >= floorOf(roomOf(file));
  });
  expect(wrong).toEqual([]);
});

test("no relative import leaves its package", () => {
  const wrong = imports.filter(({ file, target }) => {
    if (!target.startsWith(".")) return false;
    const resolved = new URL(target, `file:///${file}`).pathname.slice(1);
    return homeOf(resolved) !== homeOf(file);
  });
  expect(wrong).toEqual([]);
});

test("no module imports itself on a way through others", () => {
  const below = new Map<string, string[]>();
  for (const { file, target } of valueImports()) {
    const known = below.get(file) ?? [];
    below.set(file, [...known, new URL(target, `file:///${file}`).pathname.slice(1)]);
  }
  expect(below.size).toBeGreaterThan(300);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" > "));
    if (done.has(file)) return;
    done.add(file);
    for (const target of below.get(file) ?? []) visit(target, [...way, file]);
  };
  for (const file of below.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test("only action-kit imports @actions/*", () => {
  const wrong = imports.filter(
    ({ file, target }) => target.startsWith("@actions/") && roomOf(file) !== "action-kit",
  );
  expect(wrong).toEqual([]);
});

test("nothing that ships imports the testkit", () => {
  expect(imports.filter(({ target }) => target.startsWith("@assay/testkit"))).toEqual([]);
});

test("every source is used by what ships: test material lives in folders named test", () => {
  const used = new Set(
    imports
      .filter(({ target }) => target.startsWith("."))
      .map(({ file, target }) => new URL(target, `file:///${file}`).pathname.slice(1)),
  );
  const unused = sources.filter((file) => !used.has(file) && !isExported(file));
  expect(unused.filter((file) => !NOT_SHIPPED.test(file))).toEqual([]);
});

test("every import of a package is declared in the importer's package.json", () => {
  const wrong = imports.filter(({ file, target }) => {
    if (!file.startsWith("packages/") || target.startsWith(".") || target.startsWith("node:"))
      return false;
    const manifest = JSON.parse(readFileSync(`packages/${roomOf(file)}/package.json`, "utf8")) as {
      dependencies?: Record<string, string>;
    };
    const name = target
      .split("/")
      .slice(0, target.startsWith("@") ? 2 : 1)
      .join("/");
    return !(name in (manifest.dependencies ?? {}));
  });
  expect(wrong).toEqual([]);
});

test("files are short and about one thing", () => {
  const long = sources
    .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});

/** Static imports of values: types are gone when a module is loaded. */
function valueImports(): { readonly file: string; readonly target: string }[] {
  const statement = /^(?:import|export)\b(?! type\b)([^;]*?)\bfrom "(\.[^"]+)";/gm;
  return sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(statement)].flatMap(([, names = "", target = ""]) => {
      const parts = names
        .replaceAll(/[{}\s]+/g, " ")
        .split(",")
        .map((name) => name.trim());
      const isTypes = parts.every((name) => name === "" || name.startsWith("type "));
      return isTypes ? [] : [{ file, target }];
    }),
  );
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?<!\.)\b(?:from|import)\s*\(?\s*["']([^"'\s]+)["']/g)].flatMap(
    (match) => match[1] ?? [],
  );
}

/** Whether others reach a file by the name of its package, or it is an action's entry. */
function isExported(file: string): boolean {
  if (file.startsWith("actions/") || file === "packages/cli/src/main.ts") return true;
  const manifest = readFileSync(`packages/${roomOf(file)}/package.json`, "utf8");
  return manifest.includes(`"./${file.split("/").slice(2).join("/")}"`);
}

function roomOf(file: string): string {
  return file.startsWith("actions/") ? "actions" : (file.split("/")[1] ?? "");
}

function homeOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}

function floorOf(room: string): number {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  if (floor === -1)
    throw new Error(`${room} stands on no floor: add it to FLOORS and docs/architecture.md`);
  return floor;
}
