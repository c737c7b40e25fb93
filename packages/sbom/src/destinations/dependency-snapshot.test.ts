import { cleanUp, type FakeGithub, startFakeGithub } from "@assay/testkit";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { madeOf, PUSH, SHA, send } from "../test/destinations.ts";
import { SNAPSHOT_SCHEMA } from "../test/snapshot-schema.ts";
import { correlatorOf } from "./correlator.ts";
import type { Snapshot } from "./snapshot.ts";

afterAll(cleanUp);

let github: FakeGithub;
let environment: Record<string, string>;
beforeEach(async () => {
  github = await startFakeGithub();
  environment = {
    ...github.environment(),
    GITHUB_RUN_ID: "1001",
    GITHUB_WORKFLOW: "CI",
    GITHUB_WORKFLOW_REF: "octo/shop/.github/workflows/ci.yml@refs/heads/main",
    GITHUB_JOB: "build",
  };
});
afterEach(() => github.close());

const SNAPSHOT = { dependencySnapshot: true };
/** A root that needs `direct` and, to be developed, `tool`; `direct` needs `deep`, which is there twice. */
const PACKAGES = {
  "": {
    name: "shop",
    version: "1.0.0",
    workspaces: ["lib"],
    dependencies: { direct: "1", lib: "*" },
    devDependencies: { tool: "1" },
  },
  lib: { name: "lib", version: "1.0.0", dependencies: { deep: "1" } },
  "node_modules/lib": { link: true, resolved: "lib" },
  "node_modules/direct": { version: "1.0.0", dependencies: { deep: "1", "@s/p": "2" } },
  "node_modules/@s/p": { version: "2.0.0" },
  "node_modules/deep": { version: "1.0.0" },
  "node_modules/tool": { version: "3.0.0", dev: true, dependencies: { deep: "1", none: "1" } },
  "node_modules/tool/node_modules/deep": { version: "1.0.0", dev: true },
  "node_modules/none": { resolved: "file:../none.tgz", dev: true },
};

const submitted = () => github.state.snapshots[0] as Snapshot;

test("files of another commit than the run's are no snapshot of it", async () => {
  const made = await madeOf(PACKAGES);
  const other = "f".repeat(40);
  const at = (head: string) => ({ ...made, provenance: { ...made.provenance, head } });
  const { result } = await send(at(other), SNAPSHOT, { environment });
  expect(result?.failures).toMatchObject([
    { message: expect.stringContaining("The checkout is of the commit ffffffffff") },
  ]);
  expect(github.state.snapshots).toEqual([]);
  await send(at(SHA), SNAPSHOT, { environment });
  const repo = { full_name: "octo/shop" };
  const pull_request = { base: { repo, ref: "main" }, head: { repo, sha: other, ref: "change" } };
  const event = { ...PUSH, name: "pull_request", payload: { pull_request } };
  for (const commit of [SHA, other]) await send(at(commit), SNAPSHOT, { environment, event });
  expect(github.state.snapshots).toHaveLength(3);
});

describe("the snapshot", () => {
  test("says of each package what it needs, how it is needed, and of which commit", async () => {
    const { result } = await send(await madeOf(PACKAGES), SNAPSHOT, { environment });
    const snapshot = submitted();
    expect(snapshot).toEqual({
      version: 0,
      job: {
        id: "1001",
        correlator: "assay .github/workflows/ci.yml build web",
        html_url: "https://github.com/octo/shop/actions/runs/1001",
      },
      sha: SHA,
      ref: "refs/heads/main",
      detector: expect.objectContaining({ name: "assay" }),
      scanned: "2026-12-01T12:00:00.000Z",
      manifests: {
        "web/package-lock.json": {
          name: "web/package-lock.json",
          file: { source_location: "web/package-lock.json" },
          resolved: {
            "pkg:npm/%40s/p@2.0.0": {
              package_url: "pkg:npm/%40s/p@2.0.0",
              relationship: "indirect",
              scope: "runtime",
              dependencies: [],
            },
            "pkg:npm/deep@1.0.0": {
              package_url: "pkg:npm/deep@1.0.0",
              relationship: "direct",
              scope: "runtime",
              dependencies: [],
            },
            "pkg:npm/direct@1.0.0": {
              package_url: "pkg:npm/direct@1.0.0",
              relationship: "direct",
              scope: "runtime",
              dependencies: ["pkg:npm/%40s/p@2.0.0", "pkg:npm/deep@1.0.0"],
            },
            "pkg:npm/tool@3.0.0": {
              package_url: "pkg:npm/tool@3.0.0",
              relationship: "direct",
              scope: "development",
              dependencies: ["pkg:npm/deep@1.0.0"],
            },
          },
        },
      },
    });
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(SNAPSHOT_SCHEMA);
    expect(validate(snapshot), JSON.stringify(validate.errors)).toBe(true);
    expect(github.journal[0]).toMatchObject({
      method: "POST",
      path: "/repos/octo/shop/dependency-graph/snapshots",
      headers: { authorization: "Bearer t0ken-of-the-run", "content-type": "application/json" },
    });
    expect(result).toMatchObject({
      failures: [],
      records: [{ act: "uploaded", destination: "the dependency graph, for refs/heads/main" }],
      notices: [expect.stringMatching(/without a package URL and version: 1 package \(none\)/)],
    });
  });

  test("of a pull request is that of its own head and branch, not of the merge", async () => {
    const head = { sha: "a".repeat(40), ref: "topic/x", repo: { full_name: "octo/shop" } };
    const base = { sha: SHA, ref: "main", repo: { full_name: "octo/shop" } };
    const event = { ...PUSH, name: "pull_request", payload: { pull_request: { head, base } } };
    await send(await madeOf(PACKAGES), SNAPSHOT, { environment, event });
    expect(submitted()).toMatchObject({ sha: "a".repeat(40), ref: "refs/heads/topic/x" });
  });

  test("leaves out what `scope` leaves out", async () => {
    await send(await madeOf(PACKAGES, { scope: "runtime" }), SNAPSHOT, { environment });
    const [manifest] = Object.values(submitted().manifests);
    expect(Object.keys(manifest?.resolved ?? {})).not.toContain("pkg:npm/tool@3.0.0");
  });
});

describe("the correlator", () => {
  const place = (matrix: string | undefined, ...parts: readonly string[]) =>
    correlatorOf({ GITHUB_WORKFLOW: "CI", GITHUB_JOB: "build" }, matrix, parts);

  test("tells workflows, jobs, matrices and places apart", () => {
    expect(place("null")).toBe("assay CI build");
    expect(place('{"os":"linux","node":24}', "web", "packages/a")).toBe(
      "assay CI build node=24,os=linux web packages/a",
    );
    const all = [
      place("null"),
      place('{"os":"linux"}'),
      place('{"os":"mac"}'),
      place("null", "web"),
      correlatorOf({ GITHUB_WORKFLOW: "CD", GITHUB_JOB: "build" }, "null", []),
      correlatorOf({ GITHUB_WORKFLOW: "CI", GITHUB_JOB: "test" }, "null", []),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test("is short printable ASCII, and what is lost so stays apart", () => {
    const [one, other] = ["🚀 ci", "🎉 ci"].map((name) =>
      correlatorOf({ GITHUB_WORKFLOW: name }, undefined, []),
    );
    expect(one).toMatch(/^assay -ci-[0-9a-f]{10}$/);
    expect(one).not.toBe(other);
    const long = place(JSON.stringify({ a: "x".repeat(5000) }));
    expect(long.length).toBeLessThan(150);
  });
});

describe("what is no success is a failure of the run", () => {
  const failureOf = async (given = {}, made = {}) => {
    const { result } = await send(await madeOf(PACKAGES, made), SNAPSHOT, {
      environment,
      ...given,
    });
    return result?.failures;
  };

  test("an answer that the snapshot is invalid", async () => {
    github.state.snapshotResult = "INVALID";
    expect(await failureOf()).toEqual([
      {
        item: "dependency snapshot",
        ruleId: "sbom.not-uploaded",
        kind: "external",
        message: "GitHub did not take the snapshot: INVALID (The snapshot was looked at.)",
        hint: expect.any(String),
      },
    ]);
  });

  test("a token that may only read, none, and a server that is down", async () => {
    github.fail({ path: /snapshots/, status: 403, times: 1 });
    expect(await failureOf()).toMatchObject([
      { kind: "usage", hint: "Add `contents: write` to the `permissions` of the job." },
    ]);
    expect(await failureOf({ token: undefined })).toMatchObject([
      { kind: "usage", message: "There is no `token`" },
    ]);
    github.fail({ path: /snapshots/, status: 500 });
    expect(await failureOf()).toMatchObject([{ kind: "external" }]);
  });

  test("a run of no commit, and files of another one", async () => {
    expect(await failureOf({ event: { name: "push", payload: {} } })).toMatchObject([
      { kind: "usage", message: expect.stringContaining("no commit and branch") },
    ]);
    expect(await failureOf({}, { ref: "v1" })).toMatchObject([
      { kind: "usage", message: expect.stringContaining("`ref` names another one") },
    ]);
    expect(github.state.snapshots).toEqual([]);
  });
});
