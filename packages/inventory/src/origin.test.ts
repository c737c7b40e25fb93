import { UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { memorySource, namedOrigin, readInventory, withOrigin } from "./index.ts";
import { readRepositoryUrl } from "./origin.ts";

test.each([
  ["https://github.com/acme/app.git", "https://github.com", "acme/app"],
  ["https://user:secret@github.com/acme/app", "https://github.com", "acme/app"],
  ["http://git.example:8080/acme/app.git", "http://git.example:8080", "acme/app"],
  ["git@github.com:acme/app.git", "https://github.com", "acme/app"],
  ["ssh://git@git.example:2222/group/sub/app.git", "https://git.example", "group/sub/app"],
  ["git://git.example/acme/app/", "https://git.example", "acme/app"],
])("%s", (url, serverUrl, repository) => {
  expect(readRepositoryUrl(url)).toEqual({ serverUrl, repository });
});

test.each([
  "",
  "/srv/git/app.git",
  "../app",
  "C:\\repos\\app",
  "https://github.com/app",
  "file:///x/y",
])("%j names no owner on a server", (url) => expect(readRepositoryUrl(url)).toBeUndefined());

test("first-party packages are called after another origin, others stay", async () => {
  const packages = {
    "": { name: "app", workspaces: ["lib"], dependencies: { a: "1" } },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/lib": { resolved: "lib", link: true },
    lib: { version: "2.0.0" },
  };
  const text = JSON.stringify({ lockfileVersion: 3, packages });
  const inventory = await readInventory(memorySource({ "web/package-lock.json": text }));
  const origin = { serverUrl: "https://github.com", repository: "Acme/App", revision: "abc" };
  const purls = withOrigin(inventory, origin).graphs.flatMap(({ components }) =>
    components.map(({ purl }) => purl),
  );
  expect(purls).toEqual([
    "pkg:github/acme/app@abc#web",
    "pkg:github/acme/app@abc#web/lib",
    "pkg:npm/a@1.0.0",
  ]);
});

const FOUND = {
  origin: { serverUrl: "https://git.example", repository: "a/b", revision: "abc", folder: "web" },
  folder: "web",
  head: undefined,
};

test.each([
  [{}, { serverUrl: "https://git.example", repository: "a/b" }],
  [{ repository: "acme/app" }, { serverUrl: "https://git.example", repository: "acme/app" }],
  [
    { repository: "https://u:p@github.com/acme/app.git", ref: "v1.2.0" },
    { serverUrl: "https://github.com", repository: "acme/app", revision: "v1.2.0" },
  ],
])("what a person names counts: %j", (named, expected) => {
  expect(namedOrigin(FOUND, named)).toEqual({ ...expected, folder: "web" });
});

test("a name without a server is one of github.com", () => {
  expect(namedOrigin({ ...FOUND, origin: undefined }, { repository: "acme/app" })?.serverUrl).toBe(
    "https://github.com",
  );
  expect(namedOrigin({ ...FOUND, origin: undefined }, { ref: "v1" })).toBeUndefined();
});

test.each([
  { repository: "app" },
  { repository: "../x" },
  { repository: "" },
  { ref: "" },
  { ref: "a b" },
])("%j is refused", (named) => expect(() => namedOrigin(FOUND, named)).toThrow(UsageError));
