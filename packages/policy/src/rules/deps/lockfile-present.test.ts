import { expect, test } from "vitest";
import { npmProject } from "../../test/npm-lock.ts";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { lockfilePresent } from "./lockfile-present.ts";

const MANIFEST = { "package.json": '{"name":"app","dependencies":{"a":"1"}}\n' };
const STALE = { ...npmProject({ a: {} }), "package.json": '{"dependencies":{"a":"*","b":"1"}}\n' };

test("a manifest without a lockfile is found", async () => {
  const violations = await violationsOf(lockfilePresent, MANIFEST);
  expect(violations).toMatchObject([{ path: "package.json", key: "unlocked" }]);
  expect(violations[0]?.message).toMatch(/^package\.json has no lockfile: .+\.$/);
});

test.each([
  ["a lockfile that fits", npmProject({ a: {} })],
  ["a manifest that asks for nothing", { "package.json": '{"name":"app"}\n' }],
])("%s is fine", async (_, files) => {
  expect(await violationsOf(lockfilePresent, files)).toEqual([]);
});

test("a lockfile that lacks what its manifest asks for is found", async () => {
  const [violation, ...others] = await violationsOf(lockfilePresent, STALE);
  expect(others).toEqual([]);
  expect(violation).toMatchObject({ path: "package-lock.json" });
  expect(violation?.message).toMatch(/^package-lock\.json does not fit its manifest: .*`?b`?/);
  expect(violation?.inBase).toBeUndefined();
});

test("where neither the lockfile nor the manifest is changed, the base has it too", async () => {
  const [violation] = await violationsOf(lockfilePresent, STALE, { base: aRepository(STALE) });
  expect(violation?.inBase).toBe(true);
  const base = aRepository(npmProject({ a: {} }));
  const [changed] = await violationsOf(lockfilePresent, STALE, { base });
  expect(changed?.inBase).toBeUndefined();
});

test("a lockfile that can't be read is not evaluated", async () => {
  const files = { ...MANIFEST, "package-lock.json": "{" };
  const { violations, unknown } = await lockfilePresent.judge(aRepository(files));
  expect(violations).toEqual([]);
  expect(unknown?.[0]).toMatch(/^package-lock\.json was not read: .+\.$/);
});

test("a repository without packages has nothing it applies to", async () => {
  expect(await lockfilePresent.judge(aRepository({ "a.txt": "" }))).toEqual({
    violations: [],
    looked: 0,
  });
});
