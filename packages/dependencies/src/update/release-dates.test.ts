import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fixedClock, type Logger, silentLogger } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { REGISTRY_HOSTS } from "../inputs.ts";
import { gate, lock, NOW } from "../test/gate.ts";
import { registryOf } from "./registries.ts";
import { releaseDates } from "./release-dates.ts";

const AT = "2026-11-20T10:00:00.000Z";
/** What the registries answer, as their documentation shows it. */
const ANSWERS: Readonly<Record<string, object | string>> = {
  "/registry.npmjs.org/%40acme%2Fleft": { time: { created: "2020-01-01", "1.1.0": AT } },
  "/pypi.org/pypi/left/1.1.0/json": {
    urls: [
      { upload_time_iso_8601: "2026-11-19T00:00:00.000000Z" },
      { upload_time_iso_8601: "2026-11-20T10:00:00.000000Z" },
    ],
  },
  "/crates.io/api/v1/crates/left/1.1.0": { version: { created_at: AT } },
  "/rubygems.org/api/v2/rubygems/left/versions/1.1.0.json": { version_created_at: AT },
  "/api.nuget.org/v3/registration5-semver1/left/1.1.0.json": { published: AT },
  "/hex.pm/api/packages/left/releases/1.1.0": { inserted_at: AT },
  "/pub.dev/api/packages/left/versions/1.1.0": { published: AT },
  "/api.nuget.org/v3/registration5-semver1/gone/1.1.0.json": { published: "1900-01-01T00:00:00Z" },
  "/pypi.org/pypi/empty/1.1.0/json": { urls: [] },
  "/pypi.org/pypi/odd/1.1.0/json": { urls: [{ upload_time_iso_8601: AT }, {}] },
  "/pub.dev/api/packages/number/versions/1.1.0": { published: "1" },
  "/registry.npmjs.org/text": "<html>",
  "/registry.npmjs.org/other": { time: { "1.0.0": AT } },
};

const asked: string[] = [];
const server = createServer(({ url = "" }, response) => {
  asked.push(url);
  const answer = ANSWERS[url];
  response.statusCode = answer === undefined ? 404 : 200;
  response.end(typeof answer === "string" ? answer : JSON.stringify(answer ?? {}));
});
const listening = new Promise<number>((resolve) =>
  server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
);
afterAll(() => void server.close());
afterAll(cleanUp);

async function datesOf(purls: readonly string[], more: object = {}, logger: Logger = silentLogger) {
  const origin = `http://127.0.0.1:${await listening}/`;
  const http = createGuardedHttp({
    hosts: [new URL(origin).host],
    offline: false,
    environment: {},
    clock: fixedClock(AT),
    logger: silentLogger,
    sleep: async () => {},
    patienceMs: 1500,
  });
  asked.length = 0;
  const components = purls.map((purl) => ({ purl, artifacts: [], ...more }));
  const context = { http, logger, signal: new AbortController().signal };
  return Object.fromEntries(await releaseDates(context, components, origin));
}

describe("when a version was published", () => {
  test.each([
    "pkg:npm/%40acme/left@1.1.0",
    "pkg:pypi/left@1.1.0",
    "pkg:cargo/left@1.1.0",
    "pkg:gem/left@1.1.0",
    "pkg:nuget/Left@1.1.0",
    "pkg:hex/left@1.1.0",
    "pkg:pub/left@1.1.0",
  ])("is what the registry says, of several files the last one: %s", async (purl) => {
    expect(await datesOf([purl, purl])).toEqual({ [purl]: Date.parse(AT) });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["that is withdrawn", "pkg:nuget/gone@1.1.0"],
    ["without files", "pkg:pypi/empty@1.1.0"],
    ["with a file without a date", "pkg:pypi/odd@1.1.0"],
    ["with a date that is none", "pkg:pub/number@1.1.0"],
    ["that the registry does not have", "pkg:npm/none@1.1.0"],
    ["of which the registry has others", "pkg:npm/other@1.1.0"],
    ["of which it gives no JSON", "pkg:npm/text@1.1.0"],
  ])("is not known of one %s", async (_, purl) => {
    expect(await datesOf([purl])).toEqual({});
    expect(asked).toHaveLength(1);
  });

  test.each([
    "pkg:npm/left@1.1.0?repository_url=https://npm.acme.example",
    "pkg:golang/example.com/left@v1.1.0",
    "pkg:composer/acme/left@1.1.0",
    "pkg:generic/left@1.1.0",
    "pkg:npm/left",
  ])("is asked of nobody for %s", async (purl) => {
    expect(await datesOf([purl])).toEqual({});
    expect(asked).toEqual([]);
  });

  test("is asked for a hundred packages at most", async () => {
    await datesOf(Array.from({ length: 120 }, (_, at) => `pkg:cargo/p${at}@1.0.0`));
    expect(asked).toHaveLength(100);
  });
});

describe("the gate of an update", () => {
  const run = (releaseDates: "none" | "registry", minAge = "3d") =>
    gate({
      base: { "package-lock.json": lock({ left: "1.0.0", right: "1.0.0" }) },
      head: { "package-lock.json": lock({ left: "1.1.0", right: "1.0.0" }) },
      event: "pull_request",
      payload: { pull_request: {} },
      answer: { time: { "1.1.0": AT } },
      options: { releaseDates, updates: { rules: [minAge === "" ? {} : { "min-age": minAge }] } },
    });

  test("asks a registry only where that is wanted, and then only for what moves", async () => {
    const { requested, review } = await run("registry");
    expect(requested).toEqual(["https://registry.npmjs.org/left"]);
    expect(review?.packages).toMatchObject([
      { name: "left", decision: "merge", age: Date.parse(NOW) - Date.parse(AT) },
    ]);
    const young = await run("registry", "4w");
    expect(young.review?.packages).toMatchObject([
      { decision: "review", reason: expect.stringContaining("it is not old enough") },
    ]);
  });

  test("asks nobody by default: the rule leads to review and says why", async () => {
    const { requested, review } = await run("none");
    expect(requested).toEqual([]);
    expect(review?.packages).toMatchObject([
      {
        decision: "review",
        reason:
          "left 1.0.0 → 1.1.0 (minor, runtime): rule 1 asks for an age of 3d, and nobody knows when it was published (`release-dates` says who is asked).",
      },
    ]);
  });

  test("asks nobody where no rule wants an age", async () => {
    expect((await run("registry", "")).requested).toEqual([]);
  });
});

test("the hosts that the command names are those of the registries", () => {
  const types = ["npm", "pypi", "cargo", "gem", "nuget", "hex", "pub"];
  expect(types.map((type) => registryOf(type)?.host)).toEqual(REGISTRY_HOSTS);
  expect(registryOf("__proto__")).toBeUndefined();
});
