import {
  type CheckContext,
  clockFrom,
  createMaterials,
  fixedClock,
  silentLogger,
  silentProgress,
  UsageError,
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
import { runSbom } from "./check.ts";
import type { SbomOptions } from "./options.ts";
import { EVERYTHING, lockfile } from "./test/documents.ts";

afterEach(cleanUp);

const BOTH: SbomOptions = { formats: ["cyclonedx-1.6", "spdx-2.3"], scope: "all" };

function contextAt(root: string, environment: Record<string, string> = {}): CheckContext {
  return {
    root,
    event: null,
    remote: null,
    offline: true,
    http: { request: () => Promise.reject(new Error("no network")) },
    processes: nodeProcesses(),
    clock: fixedClock("2030-05-05T05:05:05.678Z"),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    signal: new AbortController().signal,
    environment: { PATH: process.env["PATH"], ...environment },
  };
}

async function runOn(files: Readonly<Record<string, string>>, options = BOTH) {
  const root = await temporaryFolder();
  await writeFiles(root, files);
  return runSbom(contextAt(root), options);
}

describe("what the inventory does not know", () => {
  test("without a lockfile there is no document, and the inventory says so", async () => {
    const run = await runOn({ "README.md": "hello" });
    expect(run.inventory.findings).toMatchObject([{ ruleId: "inventory.nothing-found" }]);
    expect(run.result).toMatchObject({ findings: [], artifacts: [] });
    expect(run.result.coverage.nothingToDo).toBe("no lockfile was read");
    expect(run.complete).toBe(false);
  });

  test("is reported with the inventory and not a second time, and the document is not complete", async () => {
    const run = await runOn({
      "app/package-lock.json": lockfile({ "": { name: "app" } }),
      "broken/package-lock.json": "{",
    });
    expect(run.inventory.findings.map(({ ruleId }) => ruleId)).toEqual([
      "inventory.broken-lockfile",
      "inventory.no-components",
    ]);
    expect(run.result).toMatchObject({ findings: [], coverage: { skipped: [] } });
    expect(run.complete).toBe(false);
    expect(run.result.coverage.summary).toBe("0 components in 1 lockfile");
    expect(run.result.notices?.[0]).toBe(
      "The documents are not complete: findings of the inventory say what is missing.",
    );
  });
});

describe("the documents", () => {
  test("only the formats that are asked for, with names and media types", async () => {
    const { result } = await runOn(EVERYTHING);
    expect(result.artifacts.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ["sbom.cdx.json", "application/vnd.cyclonedx+json; version=1.6"],
      ["sbom.spdx.json", "application/spdx+json; version=2.3"],
    ]);
    const one = await runOn(EVERYTHING, { formats: ["spdx-2.3"], scope: "runtime" });
    expect(one.result.artifacts.map(({ name }) => name)).toEqual(["sbom.spdx.json"]);
  });

  test("two checkouts of one commit give the same bytes, and the time is the commit's", async () => {
    const runs = [];
    for (let checkout = 0; checkout < 2; checkout++) {
      const { root } = await gitRepository(EVERYTHING);
      runs.push(await runSbom(contextAt(root), BOTH));
    }
    const [one, two] = runs;
    expect(one?.result.artifacts).toEqual(two?.result.artifacts);
    expect(one?.result.notices).toEqual([]);
    expect(timeOf(one)).toMatch(/^2026-01-01T00:0\d:00.000Z$/);
  });

  test("a laptop and a runner give the same bytes of the same commit", async () => {
    const { root, git } = await gitRepository(EVERYTHING);
    await git("remote", "add", "origin", "https://github.com/acme/app.git");
    const laptop = await runSbom(contextAt(root), BOTH);
    const remote = { serverUrl: "https://github.com", repository: "acme/app", token: "t" };
    const runner = await runSbom({ ...contextAt(root), remote }, BOTH);
    expect(laptop.result.artifacts).toEqual(runner.result.artifacts);
    const text = new TextDecoder().decode(laptop.result.artifacts[0]?.bytes);
    expect(text).toContain('"purl": "pkg:github/acme/app@');
  });

  test("SOURCE_DATE_EPOCH goes before the commit", async () => {
    const { root } = await gitRepository(EVERYTHING);
    const environment = { SOURCE_DATE_EPOCH: "1000000000" };
    const context = { ...contextAt(root, environment), clock: clockFrom(environment) };
    expect(timeOf(await runSbom(context, BOTH))).toBe("2001-09-09T01:46:40.000Z");
    const wrong = contextAt(root, { SOURCE_DATE_EPOCH: "yesterday" });
    await expect(runSbom(wrong, BOTH)).rejects.toThrow(UsageError);
  });

  test("without git the run's own time is told and noticed", async () => {
    const run = await runOn(EVERYTHING);
    expect(timeOf(run)).toBe("2030-05-05T05:05:05.000Z");
    expect(run.result.notices).toHaveLength(1);
  });

  test("a folder of the repository is named by its place, and nothing by its place on disk", async () => {
    const files = Object.entries(EVERYTHING).map(([path, text]) => [`sub/${path}`, text]);
    const { root, git } = await gitRepository(Object.fromEntries(files));
    const remote = { serverUrl: "https://github.com", repository: "acme/app" };
    const { result } = await runSbom({ ...contextAt(`${root}/sub`), remote }, BOTH);
    const text = new TextDecoder().decode(result.artifacts[0]?.bytes);
    expect(JSON.parse(text).metadata.component.purl).toBe(
      `pkg:github/acme/app@${await git("rev-parse", "HEAD")}#sub`,
    );
    expect(text).not.toContain(root);
  });
});

describe("a part of the project", () => {
  const MONOREPO = {
    "package-lock.json": lockfile({
      "": { name: "app", workspaces: ["packages/a"], dependencies: { other: "1" } },
      "node_modules/other": { version: "1.0.0" },
      "node_modules/x": { version: "1.0.0" },
      "node_modules/a": { link: true, resolved: "packages/a" },
      "packages/a": { name: "a", version: "2.0.0", dependencies: { x: "1" } },
    }),
  };

  test("a member of a workspace is what its documents are about", async () => {
    const { root, git } = await gitRepository({ ...MONOREPO, "packages/a/uv.txt": "" });
    const remote = { serverUrl: "https://github.com", repository: "acme/app" };
    const { result } = await runSbom(
      { ...contextAt(root), remote },
      { ...BOTH, workspace: "packages/a" },
    );
    const { metadata, components, dependencies } = JSON.parse(
      new TextDecoder().decode(result.artifacts[0]?.bytes),
    );
    const purl = `pkg:github/acme/app@${await git("rev-parse", "HEAD")}#packages/a`;
    expect(metadata.component).toMatchObject({ name: "a", version: "2.0.0", purl });
    expect(components.map(({ purl }: { purl: string }) => purl)).toEqual(["pkg:npm/x@1.0.0"]);
    expect(dependencies[0]).toMatchObject({ ref: purl, dependsOn: ["pkg:npm/x@1.0.0"] });
  });

  test("a revision gives the bytes that a checkout of it would give", async () => {
    const { root, git, commit, checkout } = await gitRepository(EVERYTHING);
    await git("tag", "v1.2");
    await commit("next", MONOREPO);
    const from = await runSbom(contextAt(root), { ...BOTH, ref: "v1.2" });
    await checkout("v1.2");
    const out = await runSbom(contextAt(root), BOTH);
    const { coverage } = out.result;
    const summary = `${coverage.summary}, read from git at v1.2`;
    expect(from.result).toEqual({ ...out.result, coverage: { ...coverage, summary } });
    expect(from.inventory).toEqual(out.inventory);
  });
});

describe("what a change does to packages", () => {
  const entries = (packages: Record<string, object>) => ({
    "package-lock.json": lockfile({
      "": {
        name: "app",
        dependencies: Object.fromEntries(
          Object.keys(packages).map((path) => [path.replace("node_modules/", ""), "*"]),
        ),
      },
      ...packages,
    }),
  });
  const OLD = entries({ "node_modules/a": { version: "1.0.0", license: "MIT" } });
  const NEW = entries({
    "node_modules/a": { version: "2.0.0", license: "ISC" },
    "node_modules/b": { version: "1.0.0" },
  });

  /** Runs on a pull request from `before` to `after`. */
  async function inPullRequest(
    before: Readonly<Record<string, string>>,
    after: Readonly<Record<string, string>>,
    options: Partial<SbomOptions> = {},
    name = "pull_request",
  ) {
    const repository = await gitRepository({ "readme.md": "", ...before });
    const base = await repository.git("rev-parse", "HEAD");
    await repository.branch("topic");
    const head = await repository.commit("change", after);
    const payload = { pull_request: { base: { sha: base, ref: "main" }, head: { sha: head } } };
    const context = { ...contextAt(repository.root), event: { name, payload } };
    const { result } = await runSbom(context, { ...BOTH, ...options });
    return { tables: result.tables?.map(({ rows }) => rows), notices: result.notices };
  }

  test("is a table in a pull request", async () => {
    expect(await inPullRequest(OLD, NEW)).toEqual({
      tables: [
        [
          ["licence changed, upgraded", "a", "1.0.0", "2.0.0", "MIT → ISC", "direct, runtime"],
          ["added", "b", "", "1.0.0", "", "direct, runtime"],
        ],
      ],
      notices: [],
    });
  });

  test("is not looked for where nothing of it is touched, nobody asks, or all is off", async () => {
    const nothing = { tables: [], notices: [] };
    expect(await inPullRequest(OLD, { "x.txt": "" })).toEqual(nothing);
    expect(await inPullRequest(OLD, NEW, { changes: false })).toEqual(nothing);
    expect(await inPullRequest(OLD, NEW, {}, "schedule")).toEqual(nothing);
    expect(await inPullRequest({}, { "x.txt": "" })).toEqual(nothing);
  });

  test("counts what had no lockfile, and a member that is new, as added", async () => {
    const all = [["added", "a", "", "1.0.0", "MIT", "direct, runtime"]];
    expect(await inPullRequest({}, OLD)).toEqual({ tables: [all], notices: [] });
    const member = {
      "package-lock.json": lockfile({
        "": { name: "app", workspaces: ["w"] },
        "node_modules/a": { version: "1.0.0", license: "MIT" },
        "node_modules/w": { link: true, resolved: "w" },
        w: { name: "w", dependencies: { a: "1" } },
      }),
    };
    expect(await inPullRequest(OLD, member, { workspace: "w" })).toEqual({
      tables: [all],
      notices: [],
    });
  });

  test("is told as not shown where the base can't be had", async () => {
    const { root } = await gitRepository(OLD);
    const sha = "0123456789".repeat(4);
    const payload = { pull_request: { base: { sha, ref: "main" }, head: { sha } } };
    const context = { ...contextAt(root), event: { name: "pull_request", payload } };
    const { result } = await runSbom(context, BOTH);
    expect(result.artifacts).toHaveLength(2);
    expect(result.notices).toEqual([
      expect.stringMatching(/^The base can't be read .*: what the change does .* not shown\.$/),
    ]);
    const laptop = await runSbom(contextAt(root), { ...BOTH, changes: true });
    expect(laptop.result.notices).toEqual([expect.stringContaining("There is no base")]);
  });

  test("says that a lockfile of the base could not be read", async () => {
    const { notices } = await inPullRequest({ "package-lock.json": "{" }, OLD);
    expect(notices).toEqual([expect.stringContaining("1 lockfile of the base could not be read")]);
  });
});

function timeOf(run: Awaited<ReturnType<typeof runSbom>> | undefined): string {
  const text = new TextDecoder().decode(run?.result.artifacts[0]?.bytes);
  return JSON.parse(text).metadata.timestamp;
}
