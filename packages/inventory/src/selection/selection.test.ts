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
  noSettingsFiles,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterEach, describe, expect, test } from "vitest";
import { type InventoryConfig, inventorySection } from "../config.ts";
import type { Component, PackageGraph } from "../graph.ts";
import { inventoryOf, knowsAllPackages, memberPlace, type Selection } from "../index.ts";
import { memberInventory } from "./member.ts";
import { namedLockfiles } from "./named-lockfiles.ts";

afterEach(cleanUp);

const SUM = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;
const entry = (version = "1.0.0", more = {}) => ({ version, integrity: SUM, ...more });
const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });

/** The members a and b; a needs b. */
const MONOREPO = {
  "package-lock.json": lock({
    "": { name: "app", workspaces: ["packages/*"], dependencies: { only: "1" } },
    "node_modules/only": entry(),
    "node_modules/shared": entry("1.0.0", { dependencies: { deep: "1" } }),
    "node_modules/deep": entry(),
    "node_modules/tool": entry("1.0.0", { dev: true }),
    "node_modules/b-tool": entry("1.0.0", { dev: true }),
    "node_modules/a": { link: true, resolved: "packages/a" },
    "node_modules/b": { link: true, resolved: "packages/b" },
    "packages/a": {
      name: "a",
      version: "2.0.0",
      dependencies: { b: "*" },
      devDependencies: { tool: "1" },
    },
    "packages/a/node_modules/deep": entry("9.0.0"),
    "packages/b": { name: "b", dependencies: { shared: "1" }, devDependencies: { "b-tool": "1" } },
  }),
  "package.json": JSON.stringify({
    name: "app",
    workspaces: ["packages/*"],
    dependencies: { only: "1" },
  }),
  "packages/a/package.json": JSON.stringify({
    name: "a",
    version: "2.0.0",
    dependencies: { b: "*" },
    devDependencies: { tool: "1" },
  }),
  "packages/b/package.json": JSON.stringify({
    name: "b",
    dependencies: { shared: "1" },
    devDependencies: { "b-tool": "1" },
  }),
};

function read(root: string, selection: Selection, config: InventoryConfig = {}) {
  const context: CheckContext = {
    root,
    event: null,
    remote: { serverUrl: "https://github.com", repository: "acme/app" },
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
  };
  return inventoryOf({ ...context, config: { section: <T>() => config as T } }, selection);
}

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  await writeFiles(root, files);
  return root;
}

describe("a member of a workspace", () => {
  test("has what the lockfile above leads to from it, with scopes of its own", async () => {
    const root = await folder(MONOREPO);
    const { inventory, result, workspace } = await read(root, { workspace: "packages/a/" });
    expect(workspace).toBe("packages/a");
    const [graph, ...others] = inventory.graphs;
    expect(others).toEqual([]);
    const names = new Map(graph?.components.map((each) => [each.id, each.name]));
    expect(graph?.roots.map((id) => names.get(id))).toEqual(["a"]);
    expect(
      graph?.components.map(({ name, version, scope, direct }) => [name, version, scope, direct]),
    ).toEqual([
      ["deep", "1.0.0", "runtime", false],
      ["shared", "1.0.0", "runtime", false],
      ["tool", "1.0.0", "development", true],
      ["a", "2.0.0", "runtime", false],
      ["b", undefined, "runtime", true],
    ]);
    expect(
      graph?.edges.map(({ from, to, kind }) => [names.get(from), names.get(to), kind]),
    ).toEqual([
      ["shared", "deep", "runtime"],
      ["a", "tool", "development"],
      ["a", "b", "runtime"],
      ["b", "shared", "runtime"],
    ]);
    expect(graph?.covers).toEqual(["packages/a/package.json"]);
    expect(result.findings).toEqual([]);
  });

  test.each(["complete", "direct", "unknown"] as const)(
    "has what nobody is known to need where a lockfile's edges are %s",
    (edgeCompleteness) => {
      const node = (name: string, member?: string): Component => ({
        id: name,
        name,
        kind: "library",
        ecosystem: "toy",
        firstParty: member !== undefined,
        scope: "runtime",
        artifacts: [],
        location: { path: "toys.lock" },
        aliases: [],
        flags: [],
        ...(member !== undefined && { installPath: member }),
      });
      const edge = (from: string, to: string) => ({ from, to, kind: "runtime" }) as const;
      const isKnown = edgeCompleteness !== "unknown";
      const graph: PackageGraph = {
        path: "toys.lock",
        format: "toys",
        ecosystem: "toy",
        roots: ["a", "b"],
        components: [node("a", "w/a"), node("b", "w/b"), node("x"), node("y"), node("z")],
        edges: isKnown ? [edge("a", "x"), edge("b", "y")] : [],
        edgeCompleteness,
        covers: [],
        gaps: [],
      };
      const { inventory, notices } = memberInventory({ graphs: [graph], skipped: [] }, "w/a");
      const names = inventory.graphs[0]?.components.map(({ name }) => name).join(" ");
      expect(names).toBe(
        { complete: "a x", direct: "a x z", unknown: "a x y z" }[edgeCompleteness],
      );
      expect(notices).toHaveLength(edgeCompleteness === "complete" ? 0 : 1);
    },
  );

  test("is not asked about lockfiles and manifests of others", async () => {
    const root = await folder({
      ...MONOREPO,
      "packages/a/requirements.txt": "flask==3.0.0\n",
      "packages/a/web/package.json": JSON.stringify({ dependencies: { x: "1" } }),
      "packages/c/package-lock.json": "{",
      "packages/d/package.json": JSON.stringify({ dependencies: { x: "1" } }),
    });
    const { inventory, result } = await read(root, { workspace: "packages/a" });
    expect(inventory.graphs.map(({ path }) => path)).toEqual([
      "package-lock.json",
      "packages/a/requirements.txt",
    ]);
    expect(result.findings.flatMap(({ ruleId, location }) => [ruleId, location?.path])).toEqual([
      "inventory.unlocked-manifest",
      "packages/a/web/package.json",
      "inventory.missing-integrity",
      "packages/a/requirements.txt",
    ]);
  });

  test("that no lockfile has is an error that names those there are; a broken lockfile is a finding", async () => {
    const root = await folder(MONOREPO);
    await expect(read(root, { workspace: "packages/aa" })).rejects.toMatchObject({
      kind: "usage",
      message:
        "No lockfile in or above packages/aa has a member of a workspace there; did you mean packages/a?",
      hint: expect.stringContaining("(there are: packages/a, packages/b)"),
    });
    await expect(read(root, { workspace: "../x" })).rejects.toThrow("leads out");
    await writeFiles(root, { "package-lock.json": "{" });
    const { result } = await read(root, { workspace: "packages/a" });
    expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(["inventory.broken-lockfile"]);
  });

  test("is meant by a folder without a lockfile below one, in the same checkout", async () => {
    const { root } = await gitRepository({
      ...MONOREPO,
      "own/package-lock.json": lock({}),
      "packages/a/node_modules/x/package-lock.json": "{}",
    });
    const place = { "working-directory": root, workspace: "packages/a" };
    expect(await memberPlace("packages/a", root)).toEqual(place);
    expect(await memberPlace(".", `${root}/packages/a`)).toEqual(place);
    for (const word of [".", "own", "packages/none", ".."])
      expect(await memberPlace(word, root)).toBeUndefined();
    expect(await memberPlace("own/package-lock.json", root)).toEqual({
      lockfile: "own/package-lock.json",
    });
    expect(await memberPlace("../package-lock.json", `${root}/own`)).toEqual({
      "working-directory": root,
      lockfile: "package-lock.json",
    });
    expect(await memberPlace("packages/a/package.json", root)).toBeUndefined();
    const loose = await folder({ ...MONOREPO, "in/package-lock.json": "", "in/x/y/a.txt": "" });
    expect(await memberPlace("x", `${loose}/in`)).toMatchObject({ workspace: "x" });
    expect(await memberPlace(".", `${loose}/in/x`)).toBeUndefined();
  });
});

describe("a lockfile that is named", () => {
  const files = {
    "package-lock.json": lock({ "": { name: "app" }, "node_modules/a": entry() }),
    "examples/deps.json": lock({ "": { name: "other" }, "node_modules/b": entry("3.0.0") }),
    "x/package.json": JSON.stringify({ dependencies: { x: "1" } }),
  };

  test("is the only one that is read, wherever it lies and whatever it is called", async () => {
    const root = await folder(files);
    const { inventory, result } = await read(root, {
      lockfiles: ["package-lock=./examples/deps.json"],
    });
    expect(inventory.graphs).toMatchObject([
      { path: "examples/deps.json", format: "package-lock" },
    ]);
    expect(inventory.graphs[0]?.components.map(({ name }) => name)).toEqual(["other", "b"]);
    expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(["inventory.orphan"]);
  });

  test.each([
    ["missing/package-lock.json", "There is no lockfile"],
    ["examples/deps.json", "does not tell which format"],
    ["package-lok=examples/deps.json", 'did you mean "package-lock"?'],
    ["../package-lock.json", "leads out of the working directory"],
  ])("%s is an error", async (name, message) => {
    const root = await folder(files);
    const reading = read(root, { lockfiles: [name] });
    await expect(reading).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining(message),
    });
  });
});

test("a lockfile whose format is known by name only can't be named", () => {
  const format = { id: "old", title: "Old", files: ["old.lock"] };
  const ecosystems = [{ id: "old", title: "Old", formats: [format] }];
  expect(() => namedLockfiles(["old.lock"], "/x", ecosystems)).toThrow(
    "Old lockfiles are not read by this version: old.lock",
  );
});

describe("a revision without a checkout", () => {
  test("has the files and the commit that a checkout of it would have", async () => {
    const repository = await gitRepository(MONOREPO);
    await repository.git("tag", "v1");
    const old = await read(repository.root, {});
    await repository.commit("next", { "package-lock.json": lock({}), "Cargo.lock": "broken" });
    const { inventory, repository: facts, result } = await read(repository.root, { ref: "v1" });
    expect(inventory).toEqual(old.inventory);
    expect(facts.head).toEqual(old.repository.head);
    expect(facts.notices).toEqual([]);
    expect(result.findings).toEqual(old.result.findings);
    const member = await read(repository.root, { ref: "v1", workspace: "packages/a" });
    expect(member.inventory.graphs[0]?.components).toHaveLength(5);
  });

  test("follows links, and says of a pointer of Git LFS that it is one", async () => {
    const { root, git } = await gitRepository({
      "locks/deps": lock({ "": { name: "app" } }),
      "b/package-lock.json": `version https://git-lfs.github.com/spec/v1\noid sha256:${"0a".repeat(32)}\nsize 1\n`,
    });
    await git("config", "core.symlinks", "true");
    const blob = await git("rev-parse", "HEAD:locks/deps");
    await writeFiles(root, { target: "locks/deps" });
    const target = await git("hash-object", "-w", "target");
    await git("update-index", "--add", "--cacheinfo", `120000,${target},package-lock.json`);
    await git("commit", "--quiet", "-m", "link");
    expect(blob).not.toBe(target);
    const { inventory, result } = await read(root, { ref: "HEAD" });
    expect(inventory.graphs.map(({ path }) => path)).toEqual(["package-lock.json"]);
    expect(result.findings.map(({ message }) => message)).toContain(
      "The packages of b/package-lock.json are not known: b/package-lock.json is a Git LFS pointer: its content is not in the commit",
    );
  });

  test("is only a name where git does not have it, and a notice says so", async () => {
    const { root } = await gitRepository(MONOREPO);
    for (const place of [root, await folder(MONOREPO)]) {
      const { inventory, repository } = await read(place, { ref: "v9" });
      expect(inventory.graphs).toHaveLength(1);
      expect(repository.source).toBeUndefined();
      expect(repository.notices).toEqual([expect.stringContaining("no commit `v9`")]);
    }
    await expect(read(root, { ref: "a b" })).rejects.toThrow("it is empty or holds blanks");
  });
});

describe("what the settings select", () => {
  const files = {
    "package-lock.json": lock({ "": { name: "app" }, "node_modules/a": entry() }),
    "api/Cargo.toml": "[package]\nname = 'api'\nversion = '1.0.0'\n[dependencies]\nx = '1'\n",
    "api/package.json": JSON.stringify({ dependencies: { x: "1" } }),
    "web/package-lock.json": lock({ "": { name: "web" } }),
    "web/composer.lock": "{",
  };
  const looked = async (config: InventoryConfig) => {
    const { inventory, result } = await read(await folder(files), {}, config);
    return {
      graphs: inventory.graphs.map(({ path }) => path),
      findings: result.findings.flatMap(({ ruleId, location }) =>
        /unlocked|broken/.test(ruleId) ? (location?.path ?? "") : [],
      ),
      skipped: result.coverage.skipped.map(({ item, reason }) => `${item}: ${reason}`),
      complete: knowsAllPackages(inventory),
    };
  };

  test("is all without them", async () => {
    expect(await looked({})).toMatchObject({
      graphs: ["package-lock.json", "web/package-lock.json"],
      findings: ["api/Cargo.toml", "api/package.json", "web/composer.lock"],
      skipped: [],
    });
  });

  test("is by path, and what is left out is listed and makes it incomplete", async () => {
    expect(await looked({ include: ["web/*-lock.json"] })).toEqual({
      graphs: ["web/package-lock.json"],
      findings: [],
      skipped: [
        "package-lock.json: the config file does not name it (`inventory.include`)",
        "web/composer.lock: the config file does not name it (`inventory.include`)",
      ],
      complete: false,
    });
  });

  test("a folder stands for all in it", async () => {
    const only = await looked({ include: ["web"] });
    expect(await looked({ include: ["web/**"] })).toEqual(only);
    expect(only.graphs).toEqual(["web/package-lock.json"]);
    expect((await looked({ exclude: ["web/"] })).graphs).toEqual(["package-lock.json"]);
  });

  test("is by ecosystem", async () => {
    const npm = await looked({ ecosystems: ["npm"] });
    expect(npm).toMatchObject({
      graphs: ["package-lock.json", "web/package-lock.json"],
      findings: ["api/package.json"],
      skipped: ["web/composer.lock: the config file leaves the ecosystem composer out"],
    });
    const others = await looked({ "exclude-ecosystems": ["npm"] });
    expect(others).toMatchObject({ graphs: [], findings: ["api/Cargo.toml", "web/composer.lock"] });
  });

  test("names ecosystems that there are", () => {
    const { schema } = inventorySection;
    expect(schema.check({ ecosystems: ["npm", "pypi"] }).issues).toBeUndefined();
    expect(schema.check({ "exclude-ecosystems": ["python"] }).issues).toHaveLength(1);
  });
});
