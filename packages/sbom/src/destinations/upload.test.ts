import { type FakeGithub, startFakeGithub } from "@assay/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { madeOf, PUSH, SHA, send } from "../test/destinations.ts";
import { destinationHosts, hasDestination } from "./inputs.ts";

let github: FakeGithub;
beforeEach(async () => {
  github = await startFakeGithub();
});
afterEach(() => github.close());

const MADE = madeOf({ "": { name: "shop" }, "node_modules/a": { version: "1.0.0" } });
const OFF = { dependencySnapshot: false, dependencyTrackWait: false };
const BOTH = { dependencySnapshot: true, releaseAsset: "v1" };

test("nothing is asked for by itself, and no host may be reached then", () => {
  expect(hasDestination(OFF)).toBe(false);
  expect(destinationHosts(OFF, { ACTIONS_RESULTS_URL: "https://results.example" })).toEqual([]);
});

test("a project of Dependency-Track without a server is an error: nobody would notice that nothing goes there", () => {
  expect(() => destinationHosts({ ...OFF, dependencyTrackProject: "shop@main" }, {})).toThrow(
    "`dependency-track-project` is given and `dependency-track-url` is not",
  );
});

test("one destination that fails stops no other", async () => {
  github.state.snapshotResult = "INVALID";
  github.state.releases.set("v1", { id: 1, assets: [] });
  const { result } = await send(await MADE, BOTH, { environment: github.environment() });
  expect(result?.failures.map(({ item }) => item)).toEqual(["dependency snapshot"]);
  expect(result?.records).toHaveLength(2);
  expect(result?.title).toBe("Uploads");
});

test("offline is a failure, and no socket is opened", async () => {
  const environment = github.environment();
  const { result } = await send(await MADE, BOTH, { environment, offline: true });
  expect(result?.failures).toMatchObject([
    { item: "dependency snapshot", kind: "usage", message: expect.stringContaining("offline") },
    { item: "release asset", kind: "usage" },
  ]);
  expect(github.journal).toEqual([]);
});

const side = (name: string) => ({ sha: SHA, ref: "topic", repo: { full_name: name } });
const outside = (name: string) => ({
  ...PUSH,
  name,
  payload: {
    repository: { full_name: "octo/shop" },
    pull_request: { base: side("octo/shop"), head: side("eve/shop") },
  },
});

test.each(["pull_request", "pull_request_target"])(
  "a change from outside (%s) sends nothing that needs a token, and says so",
  async (name) => {
    const environment = github.environment();
    const given = { environment, event: outside(name), settingsFrom: "base" } as const;
    const { result } = await send(await MADE, BOTH, given);
    expect(result).toMatchObject({ records: [], failures: [] });
    expect(result?.coverage.nothingToDo).toBeDefined();
    expect(result?.notices).toEqual([
      expect.stringContaining(
        "Nothing went to the dependency snapshot: the change comes from outside",
      ),
      expect.stringContaining("Nothing went to the release asset"),
    ]);
    expect(github.journal).toEqual([]);
    // Such a change is looked at twice, by two sets of settings: nothing is sent twice.
    const second = await send(await MADE, BOTH, { ...given, settingsFrom: "work-tree" });
    expect(second.result).toBeUndefined();
  },
);

test("without a document nothing is sent, and that is said", async () => {
  const { result } = await send(undefined, BOTH, { environment: github.environment() });
  expect(result).toMatchObject({ records: [], failures: [] });
  expect(result?.notices).toHaveLength(2);
  expect(github.journal).toEqual([]);
});
