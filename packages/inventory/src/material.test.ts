import { execFileSync } from "node:child_process";
import {
  type CheckContext,
  createMaterials,
  fixedClock,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import {
  cleanUp,
  gitRepository,
  isolatedGit,
  noSettingsFiles,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { inventoryOf } from "./index.ts";

afterEach(cleanUp);

function contextAt(root: string, exclude?: readonly string[]) {
  return {
    root,
    event: null,
    remote: null,
    offline: true,
    http: { request: () => Promise.reject(new Error("no network")) },
    processes: nodeProcesses(),
    clock: fixedClock("2026-12-01T12:00:00Z"),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    signal: new AbortController().signal,
    environment: { PATH: process.env["PATH"] },
    config: { section: <T>() => ({ exclude }) as T },
  } satisfies CheckContext & { config: unknown };
}

const SUM = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;
const LOCK = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    "": { name: "app", workspaces: ["packages/*"], dependencies: { b: "1" } },
    "node_modules/b": { version: "1.0.0", integrity: SUM },
    "node_modules/a": { link: true, resolved: "packages/a" },
    "packages/a": { dependencies: { b: "1" } },
  },
});
const MEMBER = JSON.stringify({ dependencies: { b: "1" } });

test("the inventory of a run is read once and reported by one result", async () => {
  const root = await temporaryFolder();
  await writeFiles(root, { "package-lock.json": LOCK });
  const context = contextAt(root);
  const [one, two] = await Promise.all([inventoryOf(context), inventoryOf(context)]);
  expect(two).toBe(one);
  expect(one.result).toMatchObject({
    check: "inventory",
    findings: [],
    coverage: { inspected: { lockfiles: 1, packages: 1 }, summary: "1 package in 1 lockfile" },
  });
});

test("folders are left out whatever their case, and by the config file", async () => {
  const root = await temporaryFolder();
  await writeFiles(root, {
    "package-lock.json": LOCK,
    "test/Fixtures/package-lock.json": "{",
    "docs/samples/x/Cargo.lock": "",
    "docs/samples/x/package.json": MEMBER,
  });
  const { result } = await inventoryOf(contextAt(root, ["docs/samples/**"]));
  expect(result.findings).toEqual([]);
  expect(result.coverage.skipped).toEqual([
    {
      item: "docs/samples/x/Cargo.lock",
      reason: "the config file leaves it out (`inventory.exclude`)",
    },
    { item: "test/Fixtures/package-lock.json", reason: "it lies among test data" },
  ]);
});

test("below the folder of the lockfile the advice is to look from there", async () => {
  const { root } = await gitRepository({
    "web/package-lock.json": LOCK,
    "web/packages/a/package.json": MEMBER,
    "web/packages/b/x.txt": "",
  });
  const { result } = await inventoryOf(contextAt(`${root}/web/packages/a`));
  expect(result.findings).toMatchObject([
    {
      ruleId: "inventory.unlocked-manifest",
      message:
        "The packages of package.json are not known: no lockfile of the working directory covers it; web/package-lock.json lies above",
      remediation: expect.stringContaining("set `working-directory` to `web`"),
    },
  ]);
  const empty = await inventoryOf(contextAt(`${root}/web/packages/b`));
  expect(empty.result.findings[0]?.remediation).toBe(
    "Look at the project as a whole: set `working-directory` to `web`, where package-lock.json lies.",
  );
});

test("a lockfile that git tracks and nobody checked out is a finding, a submodule is mentioned", async () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0a".repeat(32)}\nsize 12345\n`;
  const { root } = await gitRepository({
    "package-lock.json": LOCK,
    "b/package-lock.json": LOCK,
    "b/readme.md": "",
    "fixtures/package-lock.json": LOCK,
    ".gitattributes": "Cargo.lock filter=lfs diff=lfs merge=lfs -text\n",
    "Cargo.lock": pointer,
  });
  const git = (...args: readonly string[]) =>
    execFileSync("git", args, { cwd: root, env: isolatedGit() });
  git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},lib`);
  git("sparse-checkout", "set", "--no-cone", "/*", "!b", "!fixtures");
  const { result, inventory } = await inventoryOf(contextAt(root));
  expect(result.findings.map(({ message }) => message)).toEqual([
    "The packages of Cargo.lock are not known: a Git LFS pointer: the content is not in the clone",
    "The packages of b/package-lock.json are not known: the sparse checkout leaves it out",
  ]);
  expect(new Set(result.findings.map(({ ruleId }) => ruleId))).toEqual(
    new Set(["inventory.not-checked-out"]),
  );
  expect(result.findings[0]?.remediation).toContain("`lfs: true`");
  expect(result.coverage.skipped).toContainEqual({
    item: "lib",
    reason: "a submodule that is not checked out",
  });
  expect(inventory.graphs.map(({ path }) => path)).toEqual(["package-lock.json"]);
});

test("without a run's own repository the origin of the checkout names first-party packages", async () => {
  const { root, git, head } = await gitRepository({ "web/package-lock.json": LOCK }).then(
    async (made) => ({ ...made, head: await made.git("rev-parse", "HEAD") }),
  );
  await git("remote", "add", "origin", "git@github.com:Acme/App.git");
  const laptop = await inventoryOf(contextAt(`${root}/web`));
  const remote = { serverUrl: "https://github.com", repository: "Acme/App" };
  const runner = await inventoryOf({ ...contextAt(`${root}/web`), remote });
  expect(runner.inventory).toEqual(laptop.inventory);
  expect(laptop.inventory.graphs[0]?.components[0]?.purl).toBe(`pkg:github/acme/app@${head}#web`);
});
