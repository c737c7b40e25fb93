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
import { cleanUp, gitRepository, temporaryFolder, writeFiles } from "@assay/testkit";
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
    signal: new AbortController().signal,
    environment: { PATH: process.env["PATH"], ...environment },
  };
}

async function runOn(files: Readonly<Record<string, string>>, options = BOTH) {
  const root = await temporaryFolder();
  await writeFiles(root, files);
  return runSbom(contextAt(root), options);
}

const rulesOf = ({ result }: Awaited<ReturnType<typeof runSbom>>) =>
  result.findings.map(
    ({ ruleId, severity, location }) => `${severity} ${ruleId} ${location?.path}`,
  );

describe("never silently green", () => {
  test("a repository without a lockfile is a finding and no document", async () => {
    const run = await runOn({ "README.md": "hello" });
    expect(rulesOf(run)).toEqual(["medium sbom.nothing-found undefined"]);
    expect(run.result.artifacts).toEqual([]);
    expect(run.complete).toBe(false);
  });

  test("lockfiles that are left out, not read or broken each say so", async () => {
    const run = await runOn({
      "app/package-lock.json": lockfile({ "": { name: "app" } }),
      "broken/package-lock.json": "{",
      "docs/package.json": '{"dependencies": {"a": "1"}}',
      "go.mod": "module x",
      "test/fixtures/package-lock.json": "{",
    });
    expect(rulesOf(run)).toEqual([
      "high sbom.broken-lockfile broken/package-lock.json",
      "medium sbom.no-lockfile docs/package.json",
      "medium sbom.unread-lockfile go.mod",
      "low sbom.no-components app/package-lock.json",
    ]);
    expect(run.result.coverage).toEqual({
      inspected: { lockfiles: 1, packages: 0 },
      skipped: [
        {
          item: "broken/package-lock.json",
          reason: "broken/package-lock.json is no JSON",
        },
        {
          item: "docs/package.json",
          reason: "it asks for packages, and no lockfile says which versions those are",
        },
        { item: "go.mod", reason: "Go module lockfiles are not read by this version" },
        { item: "test/fixtures/package-lock.json", reason: "it lies among test data" },
      ],
      summary:
        "0 runtime, 0 optional and 0 development packages in 1 lockfile; the document is not complete",
    });
  });

  test("gaps are findings at their line; a missing peer is a small one", async () => {
    const run = await runOn({
      "package-lock.json": lockfile({
        "": { dependencies: { a: "1" } },
        "node_modules/a": {
          version: "1.0.0",
          dependencies: { gone: "1" },
          peerDependencies: { peer: "1" },
        },
      }),
    });
    expect(run.result.findings).toMatchObject([
      {
        ruleId: "sbom.incomplete",
        severity: "medium",
        message:
          "node_modules/a in package-lock.json is not fully understood: its dependency gone is not in the lockfile",
        location: { path: "package-lock.json", startLine: 9 },
      },
      { ruleId: "sbom.incomplete", severity: "low" },
    ]);
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

function timeOf(run: Awaited<ReturnType<typeof runSbom>> | undefined): string {
  const text = new TextDecoder().decode(run?.result.artifacts[0]?.bytes);
  return JSON.parse(text).metadata.timestamp;
}
