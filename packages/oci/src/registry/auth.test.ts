import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fixedClock } from "@assay/core";
import {
  cleanUp,
  type MiniRegistry,
  type MiniRegistryOptions,
  registryContext,
  startMiniRegistry,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, afterEach, expect, test } from "vitest";
import { parseReference } from "../references/reference.ts";
import { openRegistry, openSession } from "./open.ts";
import type { RegistryOptions } from "./session.ts";

const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});
afterAll(cleanUp);

const PASSWORD = { username: "robot", password: "s3cret" };
const SECRETS = /s3cret|identity-secret|storage-secret|registry-secret|token-|cm9ib3Q6czNjcmV0/;

interface Setup {
  readonly registry?: MiniRegistryOptions;
  /** The entry of the registry in `auths`. */
  readonly auth?: object;
  readonly options?: RegistryOptions;
}

async function start(setup: Setup = {}) {
  const registry = await startMiniRegistry(setup.registry);
  started.push(registry);
  const home = await temporaryFolder();
  if (setup.auth !== undefined) {
    const others = { "other.example": { auth: "no base64 of a pair" } };
    const auths = { ...others, [registry.host]: setup.auth };
    await writeFile(join(home, "config.json"), JSON.stringify({ auths }));
  }
  let now = new Date("2026-01-01T00:00:00Z").getTime();
  const clock = { now: () => new Date(0), wall: () => new Date(now) };
  const run = registryContext([registry.host], { environment: { DOCKER_CONFIG: home }, clock });
  const reference = parseReference(`${registry.host}/team/app:1`);
  const store = await openRegistry(run.context, reference, setup.options);
  const read = () =>
    store.manifest("1").then(
      (found) => found?.manifest.kind,
      (error) => error.message as string,
    );
  registry.putImage("team/app", { tag: "1" });
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { registry, store, read, pass, home, reference, ...run };
}

const MANIFEST = "GET /v2/team/app/manifests/1";

test("a token is asked for with name and password, kept, and replaced after 80 % of its life", async () => {
  const { registry, read, pass, masks, log } = await start({
    registry: { auth: "bearer" },
    auth: PASSWORD,
  });
  expect(await read()).toBe("image");
  expect(registry.journal.map(({ path }) => path)).toEqual([
    "/v2/team/app/manifests/1",
    "/token?service=mini&scope=repository%3Ateam%2Fapp%3Apull",
    "/v2/team/app/manifests/1",
  ]);
  expect(registry.journal[0]?.authorization).toBeUndefined();
  expect(registry.takeRequests()).toEqual([MANIFEST, "GET /token", MANIFEST]);
  pass(239);
  await read();
  expect(registry.takeRequests()).toEqual([MANIFEST]);
  pass(2);
  await read();
  expect(registry.takeRequests()).toEqual(["GET /token", MANIFEST]);
  expect(masks).toContain("s3cret");
  expect(masks).toContain("cm9ib3Q6czNjcmV0");
  expect(masks.filter((mask) => mask.startsWith("token-"))).toHaveLength(2);
  expect(log.join("\n")).not.toMatch(SECRETS);
});

test("without a word on its life a token lives a minute", async () => {
  const { registry, read, pass } = await start({
    registry: { auth: "bearer", tokenLife: null },
    auth: PASSWORD,
  });
  await read();
  registry.takeRequests();
  pass(47);
  await read();
  expect(registry.takeRequests()).toEqual([MANIFEST]);
  pass(2);
  await read();
  expect(registry.takeRequests()).toEqual(["GET /token", MANIFEST]);
});

test("a token that the registry takes no more is replaced once", async () => {
  const { registry, read } = await start({ registry: { auth: "bearer" }, auth: PASSWORD });
  await read();
  registry.takeRequests();
  registry.expireTokens();
  expect(await read()).toBe("image");
  expect(registry.takeRequests()).toEqual([MANIFEST, "GET /token", MANIFEST]);
  const header = `Bearer realm="${registry.url}/token",service="mini"`;
  registry.faults.push({ path: /manifests/, status: 401, headers: { "www-authenticate": header } });
  expect(await read()).toMatch(
    /^127\.0\.0\.1:\d+ refused the credentials of .*config\.json \(401\)$/,
  );
  expect(registry.takeRequests()).toEqual([MANIFEST, "GET /token", MANIFEST]);
});

test("another scope that the registry asks for is added once", async () => {
  const { registry, read } = await start({ registry: { auth: "bearer" }, auth: PASSWORD });
  const header = `Bearer realm="${registry.url}/token",service="mini",scope="repository:base:pull",error="insufficient_scope"`;
  const fault = { path: /manifests/, status: 401, headers: { "www-authenticate": header } };
  registry.faults.push({ ...fault, times: 2 });
  expect(await read()).toBe("image");
  expect(
    registry.journal.map(({ path }) => path).filter((path) => path.startsWith("/token")),
  ).toEqual([
    "/token?service=mini&scope=repository%3Ateam%2Fapp%3Apull",
    "/token?service=mini&scope=repository%3Ateam%2Fapp%3Apull&scope=repository%3Abase%3Apull",
  ]);
  registry.takeRequests();
  registry.faults.push(fault);
  expect(await read()).toMatch(
    /does not allow `repository:team\/app:pull` to the credentials of .*config\.json$/,
  );
  expect(registry.takeRequests()).toEqual([MANIFEST, "GET /token", MANIFEST]);
});

test("anybody may read what is public", async () => {
  const { registry, read } = await start({ registry: { auth: "bearer", anonymousPull: true } });
  expect(await read()).toBe("image");
  expect(registry.takeRequests()).toEqual([MANIFEST, "GET /token", MANIFEST]);
});

test("an identity token is posted, and goes by GET where the service knows no POST", async () => {
  const auth = { identitytoken: "identity-secret" };
  const { registry, read, masks } = await start({ registry: { auth: "identity" }, auth });
  expect(await read()).toBe("image");
  expect(registry.journal[1]).toMatchObject({
    method: "POST",
    path: "/token",
    body: "service=mini&grant_type=refresh_token&client_id=assay&scope=repository%3Ateam%2Fapp%3Apull&refresh_token=identity-secret",
  });
  expect(registry.journal[1]?.authorization).toBeUndefined();
  expect(masks).toContain("identity-secret");

  const user = { name: "<token>", password: "identity-secret" };
  for (const tokenPost of [404, 405]) {
    const old = await start({ registry: { auth: "bearer", user, tokenPost }, auth });
    expect(await old.read()).toBe("image");
    expect(old.registry.takeRequests()).toEqual([MANIFEST, "POST /token", "GET /token", MANIFEST]);
  }
});

test("what a registry hides from strangers is not absent for who has credentials", async () => {
  for (const status of [403, 404]) {
    const { registry, read } = await start({ registry: { auth: "bearer" }, auth: PASSWORD });
    registry.faults.push({ path: /manifests/, times: 1, status });
    expect(await read()).toBe("image");
    expect(registry.takeRequests()).toEqual([MANIFEST, "GET /v2/", "GET /token", MANIFEST]);
  }
  const open = await start({ auth: PASSWORD });
  open.registry.faults.push({ path: /manifests/, status: 404 });
  expect([await open.read(), await open.read()]).toEqual([undefined, undefined]);
  expect(open.registry.takeRequests()).toEqual([MANIFEST, "GET /v2/", MANIFEST]);
  const stranger = await start();
  stranger.registry.faults.push({ path: /manifests/, status: 404 });
  expect(await stranger.read()).toBeUndefined();
  expect(stranger.registry.takeRequests()).toEqual([MANIFEST]);
});

test("a registry token is sent as it is", async () => {
  const { registry, read } = await start({ auth: { registrytoken: "registry-secret" } });
  const header = `Bearer realm="${registry.url}/token",service="mini"`;
  registry.faults.push({ times: 1, status: 401, headers: { "www-authenticate": header } });
  expect(await read()).toBe("image");
  expect(registry.journal.map(({ authorization }) => authorization)).toEqual([
    undefined,
    "Bearer registry-secret",
  ]);
});

test("name and password go to a registry that takes them itself", async () => {
  const { registry, read } = await start({
    registry: { auth: "basic" },
    auth: { auth: btoa("robot:s3cret") },
  });
  expect(await read()).toBe("image");
  expect(await read()).toBe("image");
  expect(registry.takeRequests()).toEqual([MANIFEST, MANIFEST, MANIFEST]);
});

test("what is refused says by whom, and whose credentials", async () => {
  const wrong = { username: "robot", password: "wrong-secret" };
  const none = await start({ registry: { auth: "bearer" } });
  const { host } = none.registry;
  expect(await none.read()).toBe(
    `The token service ${host} of ${host} gives none without credentials (401) (UNAUTHORIZED: incorrect username or password), and no Docker config file was found`,
  );
  const other = await start({ registry: { auth: "bearer" }, auth: {} });
  expect(await other.read()).toMatch(/\(401\) \(UNAUTHORIZED: .*\), and .*config\.json has none$/);
  const refused = await start({ registry: { auth: "bearer" }, auth: wrong });
  expect(await refused.read()).toMatch(
    /^The token service \S+ of \S+ refused the credentials of .*config\.json \(401\) \(UNAUTHORIZED: incorrect username or password\)$/,
  );
  const basic = await start({ registry: { auth: "basic" }, auth: wrong });
  expect(await basic.read()).toMatch(
    /^\S+ refused the name and password of .*config\.json \(401\) \(UNAUTHORIZED: authentication required\)$/,
  );
  const basicNone = await start({ registry: { auth: "basic" } });
  expect(await basicNone.read()).toMatch(
    /^\S+ wants a name and password, and no Docker config file was found \(UNAUTHORIZED: authentication required\)$/,
  );
  const kind = await start({
    registry: { auth: "basic" },
    auth: { identitytoken: "identity-secret" },
  });
  expect(await kind.read()).toMatch(
    /^\S+ takes a name and password only, and .*config\.json has a token/,
  );
  const odd = await start();
  odd.registry.faults.push({
    status: 401,
    headers: { "www-authenticate": "Negotiate, Digest realm=x" },
  });
  expect(await odd.read()).toMatch(
    /^\S+ answered 401 and offers no way to log in that is known here: Bearer or Basic \(found: negotiate, digest\)$/,
  );
  for (const { log } of [none, other, refused, basic, basicNone, kind, odd]) {
    expect(log.join("\n")).not.toMatch(/-secret/);
  }
});

test("what a token service answers with is judged", async () => {
  const { registry, read } = await start({ registry: { auth: "bearer" }, auth: PASSWORD });
  const json = { "content-type": "application/json" };
  for (const [fault, message] of [
    [{ status: 200, headers: json, body: "{}" }, "answered without a token"],
    [{ status: 200, headers: json, body: '{"token":"a\\r\\nx: y"}' }, "answered without a token"],
    [{ status: 200, headers: json, body: "<html>" }, "bytes that are no JSON"],
    [
      { status: 200, headers: json, body: " ".repeat(70_000) },
      "has more than the 65536 bytes that are read",
    ],
    [
      { status: 429, headers: { "retry-after": "600" } },
      "limits the rate of requests (429); it may be asked again in 600 s",
    ],
    [{ status: 500 }, "failed with status 500"],
  ] as const) {
    registry.faults.splice(0, 1, { path: /^\/token/, ...fault });
    expect(await read()).toMatch(message);
  }
});

test("the credentials of a registry go to no token service of another host", async () => {
  const evil = await startMiniRegistry({ auth: "bearer" });
  started.push(evil);
  const setup = { auth: "bearer", hostname: "localhost", realm: `${evil.url}/token` } as const;
  const { registry, read } = await start({ registry: setup, auth: PASSWORD });
  expect(await read()).toBe(
    `The registry ${registry.host} sends to a token service on another host, ${evil.host}, which would get the credentials`,
  );
  expect(evil.journal).toEqual([]);

  const trusted = await start({
    registry: setup,
    auth: PASSWORD,
    options: { trustedRealms: [evil.host] },
  });
  await trusted.read();
  expect(evil.takeRequests()).toEqual(["GET /token"]);

  evil.faults.push({ status: 200, body: '{"token":"token-of-evil"}' });
  const anonymous = await start({ registry: setup });
  expect(await anonymous.read()).toMatch("refused a token without credentials");
  expect(evil.journal.map(({ authorization }) => authorization)).toEqual([undefined]);
});

test("a token service on another port of the same host gets them, and a redirect of it does not", async () => {
  const { registry, read } = await start({
    registry: { auth: "bearer", tokenPort: true },
    auth: PASSWORD,
  });
  expect(await read()).toBe("image");
  expect(registry.takeRequests()).toEqual([MANIFEST, "token: GET /token", MANIFEST]);
  registry.expireTokens();
  registry.faults.push({
    port: "token",
    status: 307,
    headers: { location: `${registry.storageUrl}/token` },
  });
  await read();
  expect(
    registry.journal.map(({ port, authorization }) => [port, authorization?.split(" ")[0]]),
  ).toEqual([
    ["registry", "Bearer"],
    ["token", "Basic"],
    ["storage", undefined],
  ]);
});

test("a blob on another host is read without credentials, and nothing of its address is told", async () => {
  const { registry, store, log } = await start({
    registry: { auth: "bearer", storage: true },
    auth: PASSWORD,
  });
  const digest = registry.putBlob("team/app", "hello");
  const descriptor = { mediaType: "x/y", digest, size: 5 };
  expect(Buffer.from(await store.readBlob(descriptor, 10)).toString()).toBe("hello");
  const seen = registry.journal.filter(({ path }) => path.includes("/blobs/"));
  expect(seen.map(({ port, authorization }) => [port, authorization?.split(" ")[0]])).toEqual([
    ["registry", undefined],
    ["registry", "Bearer"],
    ["storage", undefined],
  ]);
  const storage = new URL(registry.storageUrl).host;
  const failing = async (status: number) => {
    registry.faults.splice(0, 1, {
      port: "storage",
      status,
      body: '{"errors":[{"code":"X","message":"password=hunter22"}]}',
    });
    return await store.readBlob(descriptor, 10).then(
      () => "read",
      (error) => `${error.failure}: ${error.message}`,
    );
  };
  const what = `The blob ${digest} of ${registry.host}/team/app: ${storage}, where ${registry.host} redirected to,`;
  expect(await failing(401)).toBe(`failed: ${what} answered 401 (X: password=********)`);
  expect(await failing(404)).toBe(`failed: ${what} answered 404 (X: password=********)`);
  expect(await failing(503)).toBe(
    `unreachable: ${what} failed with status 503 (X: password=********)`,
  );
  expect(log.join("\n")).not.toMatch(SECRETS);
});

test("credentials are not sent again where a redirect leads back, and there is an end to redirects", async () => {
  const { registry, read } = await start({ registry: { auth: "basic" }, auth: PASSWORD });
  await read();
  registry.takeRequests();
  const away = { location: `${registry.storageUrl}/v2/team/app/manifests/1` };
  const back = { location: `${registry.url}/v2/team/app/manifests/1` };
  registry.faults.push(
    { times: 1, status: 307, headers: away },
    { port: "storage", times: 1, status: 307, headers: back },
  );
  expect(await read()).toBe("image");
  expect(
    registry.journal.map(({ port, authorization }) => [port, authorization !== undefined]),
  ).toEqual([
    ["registry", true],
    ["storage", false],
    ["registry", false],
    // Asked anew, for the answer was a challenge.
    ["registry", true],
  ]);
});

test("nothing is followed for ever, nor from https to http", async () => {
  const { registry, read } = await start();
  registry.faults.push({ status: 307, headers: { location: "/v2/team/app/manifests/2" } });
  expect(await read()).toBe(
    `The manifest 1 of ${registry.host}/team/app was redirected more than 5 times`,
  );
  expect(registry.journal).toHaveLength(6);
  registry.faults.splice(0, 1, { status: 307, headers: { location: "http://[" } });
  expect(await read()).toMatch("to what is no address");

  const { context } = registryContext(["registry.example"], {
    http: {
      request: async () => ({
        status: 302,
        headers: { location: "http://registry.example/x" },
        body: Buffer.alloc(0),
        text: () => "",
        json: () => null,
      }),
    },
    clock: fixedClock(0),
  });
  const session = openSession(context, parseReference("registry.example/a"));
  await expect(
    session.request({ target: "a/manifests/1", what: "The manifest 1" }),
  ).rejects.toThrow("The manifest 1 was redirected from https to http://registry.example");
});

test("offline, nothing is asked and no credentials are looked for", async () => {
  const { registry, reference } = await start({ registry: { auth: "basic" }, auth: PASSWORD });
  const { context } = registryContext([registry.host], { offline: true });
  const store = await openRegistry(context, reference);
  await expect(store.manifest("1")).rejects.toThrow("is needed, and this run is offline");
  expect(registry.journal).toEqual([]);
});

test("a registry that asks for a login in one way and then in another is not asked for ever", async () => {
  const { registry, read } = await start({
    registry: { auth: "bearer" },
    auth: { registrytoken: "registry-secret" },
  });
  const headers = { "www-authenticate": "Basic" };
  registry.faults.push(
    { path: /manifests/, times: 1, status: 404 },
    { path: /manifests/, times: 1, status: 401, headers },
    { path: /manifests/, status: 404 },
  );
  expect(await read()).toMatch("takes a name and password only");
  expect(registry.takeRequests()).toEqual([MANIFEST, "GET /v2/", MANIFEST]);
  expect(await read()).toBeUndefined();
  expect(registry.takeRequests()).toEqual([MANIFEST, MANIFEST]);
});
