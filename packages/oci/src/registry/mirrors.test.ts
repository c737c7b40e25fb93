import { type MiniRegistry, registryContext, startMiniRegistry } from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { parseReference } from "../references/reference.ts";
import { registryHosts } from "./hosts.ts";
import { mirrorsOf } from "./mirrors.ts";
import { openRegistry } from "./open.ts";

const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

async function start() {
  const [registry, mirror] = [await startMiniRegistry(), await startMiniRegistry()];
  started.push(registry, mirror);
  const { digest } = registry.putImage("team/app", { tag: "1", layers: ["hello"] });
  const { context, log } = registryContext([registry.host, mirror.host]);
  const mirrors = [`${registry.host}=${mirror.host}/hub`];
  const open = () =>
    openRegistry(context, parseReference(`${registry.host}/team/app`), { mirrors });
  const layer = registry.putBlob("team/app", "hello");
  return {
    registry,
    mirror,
    digest,
    log,
    open,
    layer: { mediaType: "x/y", digest: layer, size: 5 },
  };
}

test("what is asked for by digest comes from the mirror, and a tag from the registry", async () => {
  const { registry, mirror, digest, open, layer } = await start();
  mirror.putImage("hub/team/app", { layers: ["hello"] });
  const store = await open();
  expect((await store.manifest(digest))?.descriptor.digest).toBe(digest);
  expect(Buffer.from(await store.readBlob(layer, 10)).toString()).toBe("hello");
  for await (const part of store.blob(layer)) expect(Buffer.from(part).toString()).toBe("hello");
  expect(registry.takeRequests()).toEqual([]);
  expect(mirror.takeRequests()).toEqual([
    `GET /v2/hub/team/app/manifests/${digest}`,
    `GET /v2/hub/team/app/blobs/${layer.digest}`,
    `GET /v2/hub/team/app/blobs/${layer.digest}`,
  ]);
  await store.manifest("1");
  await store.tags();
  await store.referrers(digest);
  expect(mirror.takeRequests()).toEqual([]);
});

test("a mirror that lacks something, fails or lies is passed over", async () => {
  const { registry, mirror, digest, open, layer, log } = await start();
  const read = async () => {
    const store = await open();
    const found = await store.manifest(digest);
    const parts: Uint8Array[] = [];
    for await (const part of store.blob(layer)) parts.push(part);
    const whole = await store.readBlob(layer, 10);
    return [
      found?.descriptor.digest,
      Buffer.concat(parts).toString(),
      Buffer.from(whole).toString(),
    ];
  };
  expect(await read()).toEqual([digest, "hello", "hello"]);
  mirror.faults.push({ status: 403 });
  expect(await read()).toEqual([digest, "hello", "hello"]);
  mirror.faults.splice(
    0,
    1,
    { path: /manifests/, status: 200, body: "{}" },
    { path: /blobs/, times: 1, status: 500 },
  );
  mirror.putBlob("hub/team/app", "hello");
  expect((await read())[0]).toBe(digest);
  expect(registry.takeRequests().filter((path) => path.includes("manifests"))).toHaveLength(3);
  expect(
    log.filter((line) =>
      line.startsWith(`info: The mirror ${mirror.host}/hub/team/app is passed over: `),
    ).length,
  ).toBeGreaterThanOrEqual(5);
});

test("a mirror is one of its registry alone, and among the hosts of a command", () => {
  const mirrors = [
    "docker.io=harbor.example/hub",
    "ghcr.io=mirror.example:5000",
    "ghcr.io=second.example/",
  ];
  const of = (text: string) =>
    mirrorsOf(parseReference(text), { mirrors }).map(
      ({ registry, repository }) => `${registry}/${repository}`,
    );
  expect(of("alpine")).toEqual(["harbor.example/hub/library/alpine"]);
  expect(of("ghcr.io/team/app")).toEqual([
    "mirror.example:5000/team/app",
    "second.example/team/app",
  ]);
  expect(of("quay.io/team/app")).toEqual([]);
  expect(registryHosts(["alpine"], { mirrors })).toEqual([
    "https://registry-1.docker.io",
    "https://harbor.example",
  ]);
});

test.each(["docker.io", "=mirror.example", "docker.io=", "docker.io = x"])(
  "%j is no mirror",
  (text) => {
    expect(() => mirrorsOf(parseReference("alpine"), { mirrors: [text] })).toThrow(
      `"${text}" is no mirror of a registry`,
    );
  },
);
