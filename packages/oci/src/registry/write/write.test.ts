import {
  type MiniRegistry,
  type MiniRegistryOptions,
  registryContext,
  startMiniRegistry,
} from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { digestOf } from "../../references/digest.ts";
import { parseReference } from "../../references/reference.ts";
import { blobOf, imageOf, indexOf, put, referrerOf } from "../../test/images.ts";
import { openWritableRegistry } from "./open.ts";

const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

const CONFIG = {
  auths: {},
};
const LOGIN = Buffer.from("robot:s3cret").toString("base64");

async function start(options: MiniRegistryOptions = {}, signal?: AbortSignal) {
  const registry = await startMiniRegistry(options);
  started.push(registry);
  const auths = { [registry.host]: { auth: LOGIN } };
  const config = JSON.stringify(options.auth === undefined ? CONFIG : { auths });
  const run = registryContext([registry.host], {
    environment: { HOME: "/nonexistent", DOCKER_AUTH_CONFIG: config },
    ...(signal === undefined ? {} : { signal }),
  });
  const open = (name = "team/app") =>
    openWritableRegistry(run.context, parseReference(`${registry.host}/${name}`));
  return { registry, open, store: await open(), ...run };
}

const amd64 = imageOf(["base", "app for amd64"]);
const arm64 = imageOf(["base", "app for arm64"], { os: "linux", architecture: "arm64" });
const both = indexOf([
  [amd64, {}],
  [arm64, {}],
]);
const bytesOf = (text: string | Uint8Array) =>
  async function* () {
    yield Buffer.from(text);
  };

test.each(["none", "basic", "bearer"] as const)(
  "an image is pushed and read back where the registry wants %s",
  async (auth) => {
    const { registry, store } = await start({ auth });
    expect(await put(store, both, "1.0")).toEqual(both.descriptor);
    expect(registry.tags("team/app")).toEqual(["1.0"]);
    expect(registry.manifest("team/app", "1.0")?.bytes).toEqual(both.bytes);
    const read = await store.manifest("1.0");
    expect(read?.descriptor).toEqual(both.descriptor);
    for (const { descriptor, bytes } of arm64.blobs) {
      expect(Buffer.from(await store.readBlob(descriptor, 1000))).toEqual(bytes);
    }
    expect(registry.openUploads).toBe(0);
  },
);

test("a blob takes three requests, and one that is there takes one", async () => {
  const { registry, store } = await start();
  const { descriptor, bytes } = blobOf("hello", "text/plain");
  await store.putBlob(descriptor, bytesOf(bytes));
  const blob = `/v2/team/app/blobs/${descriptor.digest}`;
  const [head, post, upload, ...rest] = registry.takeRequests();
  expect([head, post, rest]).toEqual([`HEAD ${blob}`, "POST /v2/team/app/blobs/uploads/", []]);
  expect(upload).toMatch(/^PUT \/v2\/team\/app\/blobs\/uploads\//);
  await store.putBlob(descriptor, bytesOf(bytes));
  expect(registry.takeRequests()).toEqual([`HEAD ${blob}`]);
  expect(await store.hasBlob(descriptor)).toBe(true);
});

test("a blob that is there is not sent again, however large it is", async () => {
  const { registry, store } = await start();
  const { descriptor } = blobOf("hello", "text/plain");
  const headers = { "content-length": "5000000000" };
  registry.faults.push({ method: "HEAD", status: 200, headers });
  expect(await store.hasBlob({ ...descriptor, size: 5_000_000_000 })).toBe(true);
});

test.each([{}, { auth: "bearer" }] as const)(
  "a blob of another repository of the registry is mounted",
  async (options) => {
    const { registry, store, open } = await start(options);
    const { descriptor, bytes } = blobOf("shared", "text/plain");
    const from = await open("team/base");
    await from.putBlob(descriptor, bytesOf(bytes));
    await store.putBlob(
      descriptor,
      () => {
        throw new Error("the bytes were asked for");
      },
      from,
    );
    expect(registry.blob("team/app", descriptor.digest)).toEqual(bytes);
  },
);

test("where a registry does not mount, its session takes the bytes", async () => {
  const { registry, store, open } = await start({ mounts: false });
  const { descriptor, bytes } = blobOf("shared", "text/plain");
  const from = await open("team/base");
  await from.putBlob(descriptor, bytesOf(bytes));
  registry.takeRequests();
  await store.putBlob(descriptor, bytesOf(bytes), from);
  expect(registry.takeRequests().map((line) => line.split(" ")[0])).toEqual([
    "HEAD",
    "POST",
    "PUT",
  ]);
});

test("uploads that a registry sends elsewhere go there without its credentials", async () => {
  const { registry, store } = await start({ auth: "bearer", storage: true });
  await put(store, amd64, "1.0");
  const elsewhere = registry.journal.filter(({ port }) => port === "storage");
  expect(elsewhere.length).toBeGreaterThan(2);
  expect(elsewhere.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  expect(registry.manifest("team/app", "1.0")?.bytes).toEqual(amd64.bytes);
});

test.each([
  ["the connection breaks", { hangUp: true }],
  ["the session is gone", { status: 404 }],
  ["the server fails", { status: 503 }],
  ["bytes are lost on the way", { status: 400 }],
] as const)("an upload is begun again where %s", async (_, fault) => {
  const { registry, store } = await start();
  const { descriptor, bytes } = blobOf("hello", "text/plain");
  registry.faults.push({ method: "PUT", path: /uploads/, times: 2, ...fault });
  await store.putBlob(descriptor, bytesOf(bytes));
  expect(registry.blob("team/app", descriptor.digest)).toEqual(bytes);
  expect(registry.openUploads).toBe(0);
});

test("an upload that never succeeds ends with what the registry said", async () => {
  const { registry, store } = await start();
  const { descriptor, bytes } = blobOf("hello", "text/plain");
  const body = JSON.stringify({ errors: [{ code: "SIZE_INVALID", message: "no room" }] });
  registry.faults.push({ method: "PUT", path: /uploads/, status: 413, body });
  await expect(store.putBlob(descriptor, bytesOf(bytes))).rejects.toMatchObject({
    failure: "failed",
    message: expect.stringContaining("SIZE_INVALID: no room"),
  });
  registry.faults.splice(0);
  registry.faults.push({ method: "POST", path: /uploads/, status: 403 });
  await expect(store.putBlob(descriptor, bytesOf(bytes))).rejects.toMatchObject({
    failure: "forbidden",
  });
});

test("a source that gives other bytes ends the upload, and the registry is told to forget it", async () => {
  const { registry, store } = await start();
  const { descriptor } = blobOf("hello", "text/plain");
  await expect(store.putBlob(descriptor, bytesOf("hullo"))).rejects.toMatchObject({
    failure: "digest-mismatch",
  });
  await expect(store.putBlob(descriptor, bytesOf("hell"))).rejects.toMatchObject({
    failure: "truncated",
  });
  expect(registry.openUploads).toBe(0);
  expect(await store.hasBlob(descriptor)).toBe(false);
});

test("a manifest that arrives changed is not taken for pushed", async () => {
  const { registry, store } = await start();
  for (const { descriptor, bytes } of amd64.blobs) {
    await store.putBlob(descriptor, bytesOf(bytes));
  }
  const headers = { "docker-content-digest": digestOf(Buffer.from("other")) };
  registry.faults.push({ method: "PUT", path: /manifests/, headers });
  await expect(
    store.putManifest(amd64.bytes, amd64.descriptor.mediaType, "1.0"),
  ).rejects.toMatchObject({
    failure: "digest-mismatch",
    message: expect.stringContaining(`is ${amd64.descriptor.digest}, and the registry says`),
  });
});

test("what a registry says against a manifest is passed on", async () => {
  const { store } = await start();
  await expect(store.putManifest(amd64.bytes, amd64.descriptor.mediaType, "1.0")).rejects.toThrow(
    "MANIFEST_BLOB_UNKNOWN",
  );
  await expect(store.putManifest(Buffer.from("{}"), "text/plain")).rejects.toMatchObject({
    failure: "malformed",
  });
});

test("429 is waited out", async () => {
  const { registry, store } = await start();
  registry.faults.push({ path: /blobs/, status: 429, headers: { "retry-after": "0" }, times: 2 });
  await put(store, amd64, "1.0");
  expect(registry.tags("team/app")).toEqual(["1.0"]);
});

const sbom = referrerOf(amd64.descriptor, "application/spdx+json", "an SBOM", {
  "org.opencontainers.image.created": "2026-01-01T00:00:00Z",
});

test("a referrer is listed by the API, and no fallback tag is made", async () => {
  const { registry, store } = await start();
  await put(store, amd64, "1.0");
  await put(store, sbom);
  expect(registry.tags("team/app")).toEqual(["1.0"]);
  const { manifests } = await store.referrers(amd64.descriptor.digest);
  expect(manifests.map(({ descriptor }) => descriptor.digest)).toEqual([sbom.descriptor.digest]);
});

test.each([false, 400, 405, 406, 303])(
  "without the API (%s) a referrer stands under the fallback tag with type and annotations",
  async (referrers) => {
    const { registry, store } = await start({ referrers });
    const second = referrerOf(amd64.descriptor, "application/vnd.example", "more");
    await put(store, amd64, "1.0");
    await put(store, sbom);
    await put(store, second);
    await put(store, sbom);
    const tag = amd64.descriptor.digest.replace(":", "-");
    const index = registry.manifest("team/app", tag);
    expect(index?.mediaType).toBe("application/vnd.oci.image.index.v1+json");
    const annotations = { "org.opencontainers.image.created": "2026-01-01T00:00:00Z" };
    expect(JSON.parse(String(index?.bytes))).toEqual({
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.index.v1+json",
      manifests: [{ ...sbom.descriptor, annotations }, second.descriptor].sort((a, b) =>
        a.digest < b.digest ? -1 : 1,
      ),
    });
    const { manifests } = await store.referrers(amd64.descriptor.digest);
    expect(manifests.length).toBe(2);
  },
);

test("six writers at once lose none of their entries", async () => {
  const { store, open } = await start({ referrers: false });
  await put(store, amd64, "1.0");
  const all = Array.from({ length: 6 }, (_, at) =>
    referrerOf(amd64.descriptor, "application/vnd.example", `number ${at}`),
  );
  await Promise.all(all.map(async (one) => put(await open(), one)));
  const { manifests } = await store.referrers(amd64.descriptor.digest);
  expect(manifests.map(({ descriptor }) => descriptor.digest)).toEqual(
    all.map(({ descriptor }) => descriptor.digest).sort(),
  );
});

test("an entry that another writer takes out is put in again", async () => {
  const { registry, store } = await start({ referrers: false });
  await put(store, amd64, "1.0");
  const tag = amd64.descriptor.digest.replace(":", "-");
  const other = { schemaVersion: 2, mediaType: "application/vnd.oci.image.index.v1+json" };
  const foreign = registry.putImage("team/app", { subject: amd64.descriptor });
  registry.faults.push({
    method: "PUT",
    path: new RegExp(tag),
    times: 1,
    change(answer) {
      registry.putManifest("team/app", { ...other, manifests: [foreign] }, tag);
      return answer;
    },
  });
  await put(store, sbom);
  const { manifests } = JSON.parse(String(registry.manifest("team/app", tag)?.bytes));
  expect(manifests.map(({ digest }: { digest: string }) => digest)).toEqual(
    [foreign.digest, sbom.descriptor.digest].sort(),
  );
});

test("a registry that keeps writers apart is told which list was read", async () => {
  const { registry, store } = await start({ referrers: false });
  await put(store, amd64, "1.0");
  await put(store, referrerOf(amd64.descriptor, "application/vnd.example", "more"));
  const path = new RegExp(`/manifests/${amd64.descriptor.digest.replace(":", "-")}`);
  registry.faults.push({ method: "PUT", path, times: 1, status: 412 });
  registry.faults.push({ method: "GET", path, headers: { etag: '"1"' } });
  await put(store, sbom);
  const writes = registry.journal.filter(
    (entry) => entry.method === "PUT" && path.test(entry.path) && entry.headers["if-match"],
  );
  expect(writes.map(({ status, headers }) => [status, headers["if-match"]])).toEqual([
    [412, '"1"'],
    [201, '"1"'],
  ]);
  expect((await store.referrers(amd64.descriptor.digest)).manifests).toHaveLength(2);
});

test("a run that is stopped says so", async () => {
  const stop = new AbortController();
  const { registry, store } = await start({ referrers: false }, stop.signal);
  await put(store, amd64, "1.0");
  registry.faults.push({
    method: "PUT",
    path: /manifests\/sha256-/,
    change(answer) {
      setTimeout(() => stop.abort(), 20);
      return answer;
    },
  });
  await expect(put(store, sbom)).rejects.toThrow("stopped");
});

test("what was deleted is taken out of the list, where it would keep others out", async () => {
  const { registry, store, log } = await start({ referrers: false });
  const second = referrerOf(amd64.descriptor, "application/vnd.example", "more");
  await put(store, amd64, "1.0");
  await put(store, second);
  registry.repositories.get("team/app")?.manifests.delete(second.descriptor.digest);
  await put(store, sbom);
  const tag = amd64.descriptor.digest.replace(":", "-");
  const { manifests } = JSON.parse(String(registry.manifest("team/app", tag)?.bytes));
  expect(manifests).toEqual([expect.objectContaining({ digest: sbom.descriptor.digest })]);
  expect(log).toContain(
    `warning: The manifest ${second.descriptor.digest} of ${store.name} is gone, and is taken out of the list ${tag}`,
  );
});

test("an image under the fallback tag is reported and stays by its digest", async () => {
  const { registry, store, log } = await start({ referrers: false });
  const tag = amd64.descriptor.digest.replace(":", "-");
  await put(store, amd64, tag);
  await put(store, sbom);
  expect(log).toContain(
    `warning: The tag ${tag} of ${store.name}, which lists what is attached to an image, holds an image (${amd64.descriptor.digest}); it is replaced by the list`,
  );
  expect(registry.manifest("team/app", amd64.descriptor.digest)?.bytes).toEqual(amd64.bytes);
  expect((await store.referrers(amd64.descriptor.digest)).manifests.length).toBe(1);
});

test("a registry that can't say what is listed is no registry without the API", async () => {
  const { registry, store } = await start();
  await put(store, amd64, "1.0");
  registry.faults.push({ path: /referrers/, status: 403 });
  await expect(put(store, sbom)).rejects.toMatchObject({ failure: "forbidden" });
  expect(registry.tags("team/app")).toEqual(["1.0"]);
});

test("a list that storage does not give is no empty one, which would take out what others listed", async () => {
  const { registry, store } = await start({ referrers: false, storage: true });
  const second = referrerOf(amd64.descriptor, "application/vnd.example", "more");
  await put(store, amd64, "1.0");
  await put(store, second);
  const list = { method: "GET", path: /manifests\/sha256-/ };
  const location = `${registry.storageUrl}/expired`;
  registry.faults.push({ ...list, times: 1 }, { ...list, status: 307, headers: { location } });
  await expect(put(store, sbom)).rejects.toThrow("answered 404");
  const tag = amd64.descriptor.digest.replace(":", "-");
  const { manifests } = JSON.parse(String(registry.manifest("team/app", tag)?.bytes));
  expect(manifests).toEqual([expect.objectContaining({ digest: second.descriptor.digest })]);
});
