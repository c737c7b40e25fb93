import { expect, test } from "vitest";
import { npmProject } from "../../test/npm-lock.ts";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { lockfileIntegrity } from "./lockfile-integrity.ts";

const at = (resolved: string) => ({ resolved });

test.each([
  [
    "http",
    "http://registry.npmjs.org/a/-/a-1.0.0.tgz",
    "high",
    "1 package comes over `http:` or `git:`, which anybody on the way can change: `a@1.0.0`.",
  ],
  [
    "ssh",
    `git+ssh://git@github.com/o/a.git#${"a".repeat(40)}`,
    "medium",
    "1 package comes over `git+ssh:`, which needs a key and has no hash: `a@1.0.0`.",
  ],
  [
    "host npm.evil.example",
    "https://npm.evil.example/a/-/a-1.0.0.tgz",
    "high",
    "1 package comes from npm.evil.example, which is neither a public registry nor in `policy.registries`: `a@1.0.0`.",
  ],
  [
    "host registry.npmjs.org.evil.example",
    "https://registry.npmjs.org.evil.example/a/-/a-1.0.0.tgz",
    "high",
    "1 package comes from registry.npmjs.org.evil.example, which is neither a public registry nor in `policy.registries`: `a@1.0.0`.",
  ],
])("a package of the cause %s is found at its entry", async (key, resolved, severity, message) => {
  const violations = await violationsOf(lockfileIntegrity, npmProject({ a: at(resolved), b: {} }));
  const found = violations.filter((each) => each.key !== "no-hash");
  expect(found).toMatchObject([
    { path: "package-lock.json", key, message, place: { startLine: expect.any(Number) } },
  ]);
  expect(found[0]?.severity ?? "high").toBe(severity);
});

test.each([
  ["the public registry", {}],
  ["its mirror", at("https://registry.yarnpkg.com/a/-/a-1.0.0.tgz")],
  ["a registry of one's own", at("https://npm.octo.example/a/-/a-1.0.0.tgz")],
  ["a registry of one's own on a port", at("https://npm.octo.example:8443/a/-/a-1.0.0.tgz")],
])("a package from %s is fine", async (_, entry) => {
  const settings = { registries: ["npm.octo.example", "npm.octo.example:8443"] };
  expect(await violationsOf(lockfileIntegrity, npmProject({ a: entry }), { settings })).toEqual([]);
});

test("packages without a hash are counted", async () => {
  const files = npmProject({ a: { integrity: undefined }, b: {} });
  expect(await violationsOf(lockfileIntegrity, files)).toMatchObject([
    {
      key: "no-hash",
      message: "In package-lock.json 1 of 2 packages that are downloaded have no `integrity`.",
    },
  ]);
});

test("what a change adds to a cause that the base has is told apart", async () => {
  const evil = at("https://npm.evil.example/x/-/x-1.0.0.tgz");
  const base = aRepository(npmProject({ a: evil, b: evil }));
  const files = npmProject({ a: evil, b: evil, c: evil });
  const violations = await violationsOf(lockfileIntegrity, files, { base });
  expect(violations.map(({ key, message }) => [key, message.split(" ")[0]])).toEqual([
    ["host npm.evil.example", "2"],
    ["host npm.evil.example/added", "1"],
  ]);
});
