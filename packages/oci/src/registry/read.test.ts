import { readdir } from "node:fs/promises";
import {
  cleanUp,
  type MiniRegistry,
  type MiniRegistryOptions,
  registryContext,
  startMiniRegistry,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, afterEach, expect, test } from "vitest";
import { StoreError } from "../error.ts";
import { digestOf } from "../references/digest.ts";
import { parseReference } from "../references/reference.ts";
import { openRegistry } from "./open.ts";

const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});
afterAll(cleanUp);

const INDEX = "application/vnd.oci.image.index.v1+json";

async function start(options: MiniRegistryOptions = {}) {
  const registry = await startMiniRegistry(options);
  started.push(registry);
  const scratch = await temporaryFolder();
  const environment = { HOME: "/nonexistent", RUNNER_TEMP: scratch };
  const run = registryContext([registry.host], { environment });
  const store = await openRegistry(run.context, parseReference(`${registry.host}/team/app`));
  return { registry, store, scratch, ...run };
}

async function failureOf(work: Promise<unknown>): Promise<StoreError> {
  const error = await work.then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error;
}

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const part of parts) chunks.push(part);
  return Buffer.concat(chunks);
}

test("a manifest is read by tag and by digest, and what is not there is undefined", async () => {
  const { registry, store } = await start();
  const { digest, size, mediaType } = registry.putImage("team/app", {
    tag: "1.2",
    layers: ["layer"],
    annotations: { a: "b" },
  });
  const layer = digestOf(Buffer.from("layer"));
  const read = await store.manifest("1.2");
  expect(read?.descriptor).toEqual({ mediaType, digest, size });
  expect(read?.manifest).toEqual({
    kind: "image",
    mediaType,
    artifactType: "application/vnd.oci.image.config.v1+json",
    config: {
      mediaType: "application/vnd.oci.image.config.v1+json",
      digest: expect.stringMatching(/^sha256:/),
      size: 151,
    },
    layers: [{ mediaType: "application/vnd.oci.image.layer.v1.tar", digest: layer, size: 5 }],
    annotations: { a: "b" },
  });
  expect(await store.manifest(digest)).toEqual(read);
  expect(await store.manifest("1.3")).toBeUndefined();
  expect(await store.manifest(`sha256:${"0".repeat(64)}`)).toBeUndefined();
  // That of the digest was known already.
  expect(registry.takeRequests()).toEqual([
    "GET /v2/team/app/manifests/1.2",
    "GET /v2/team/app/manifests/1.3",
    `GET /v2/team/app/manifests/sha256:${"0".repeat(64)}`,
  ]);
});

test("each status of a manifest has its own failure and message", async () => {
  const { registry, store } = await start();
  registry.putImage("team/app", { tag: "1" });
  const body = JSON.stringify({ errors: [{ code: "DENIED", message: "no\u001b[31m way" }] });
  const { host } = registry;
  const what = `The manifest 1 of ${host}/team/app`;
  for (const [status, headers, failure, message] of [
    [403, {}, "forbidden", `${what}: ${host} does not allow it (403) (DENIED: no\\u{1b}[31m way)`],
    [
      429,
      {},
      "rate-limited",
      `${what}: ${host} limits the rate of requests (429) (DENIED: no\\u{1b}[31m way)`,
    ],
    [
      429,
      { "retry-after": "900" },
      "rate-limited",
      `${what}: ${host} limits the rate of requests (429); it may be asked again in 900 s (DENIED: no\\u{1b}[31m way)`,
    ],
    [
      503,
      { "retry-after": "Thu, 01 Jan 2026 01:00:00 GMT" },
      "unreachable",
      `${what}: ${host} failed with status 503 (DENIED: no\\u{1b}[31m way)`,
    ],
    [500, {}, "unreachable", `${what}: ${host} failed with status 500 (DENIED: no\\u{1b}[31m way)`],
    [418, {}, "failed", `${what}: ${host} answered 418 (DENIED: no\\u{1b}[31m way)`],
  ] as const) {
    registry.faults.splice(0, 1, { status, headers, body });
    const error = await failureOf(store.manifest("1"));
    expect([error.failure, error.message]).toEqual([failure, message]);
  }
  registry.faults.splice(0, 1, { hangUp: true });
  const error = await failureOf(store.manifest("1"));
  expect([error.failure, error.message]).toEqual([
    "unreachable",
    `${what}: GET http://${host}/v2/team/app/manifests/1 gave no answer after 4 tries: socket hang up (ECONNRESET)`,
  ]);
});

test("an outage shorter than the tries is not noticed, and a date of Retry-After is waited for", async () => {
  const { registry, store, pauses } = await start();
  registry.putImage("team/app", { tag: "1" });
  registry.faults.push({
    status: 429,
    times: 1,
    headers: {
      "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT",
      date: "Thu, 01 Jan 2026 00:00:00 GMT",
    },
  });
  registry.faults.push({ status: 502, times: 1 });
  expect((await store.manifest("1"))?.manifest.kind).toBe("image");
  expect(pauses).toEqual([30_000, 1000]);
});

test("a manifest that is not what was asked for is refused, each in its own words", async () => {
  const { registry, store } = await start();
  const { digest } = registry.putImage("team/app", { tag: "1" });
  const other = `sha256:${"1".repeat(64)}`;
  const text = (manifest: unknown) => JSON.stringify(manifest);
  const descriptor = { mediaType: "application/x", digest: other, size: 1 };
  const image = { schemaVersion: 2, config: descriptor, layers: [] };
  for (const [body, type, failure, message] of [
    ["not json", "", "malformed", "is no JSON"],
    [
      '{"schemaVersion":2,"layers":[],"layers":[]}',
      "",
      "malformed",
      'has the field "layers" twice in one object',
    ],
    [
      `${'{"a":'.repeat(70)}1${"}".repeat(70)}`,
      "",
      "malformed",
      "is nested more than 64 levels deep",
    ],
    [`${"[".repeat(2_000_000)}`, "", "malformed", "is nested more than 64 levels deep"],
    ["[]", "", "malformed", "is no JSON object"],
    [Buffer.from([0xff, 0xfe]), "", "malformed", "is no UTF-8 text"],
    [
      text({ schemaVersion: 1, fsLayers: [] }),
      "",
      "malformed",
      "is a Docker manifest of schema 1, which is not supported: push the image again with a current builder",
    ],
    [
      text(image),
      "application/vnd.docker.distribution.manifest.v1+prettyjws",
      "malformed",
      "is a Docker manifest of schema 1, which is not supported: push the image again with a current builder",
    ],
    [
      text({ ...image, schemaVersion: "2" }),
      "",
      "malformed",
      'has the schemaVersion "2"; it must be 2',
    ],
    [
      text({ ...image, mediaType: INDEX }),
      "application/vnd.oci.image.manifest.v1+json",
      "malformed",
      `says that it is ${INDEX}, and came as application/vnd.oci.image.manifest.v1+json`,
    ],
    [
      text({ ...image, mediaType: INDEX }),
      "",
      "malformed",
      `is of the type ${INDEX}, and has the fields of another`,
    ],
    [text({ ...image, manifests: [] }), "", "malformed", "has both manifests and layers"],
    [text({ schemaVersion: 2 }), "", "malformed", "has neither manifests nor layers"],
    [
      text({ ...image, mediaType: "text/html" }),
      "",
      "malformed",
      "is of the type text/html, which is no manifest of an image",
    ],
    [
      text({ ...image, layers: [{ ...descriptor, size: -1 }] }),
      "",
      "malformed",
      "has the size -1 in layers.0; it must be a number of bytes",
    ],
    [
      text({ ...image, layers: [{ ...descriptor, size: 2 ** 63 }] }),
      "",
      "malformed",
      "has the size 9223372036854776000 in layers.0; it must be a number of bytes",
    ],
    [
      text({ ...image, layers: [{ ...descriptor, digest: "sha256:ABC" }] }),
      "",
      "malformed",
      'has the digest "sha256:ABC" in layers.0: the hexadecimal digits of a digest are lower-case',
    ],
    [
      text({ ...image, layers: Array(1001).fill(descriptor) }),
      "",
      "malformed",
      "has 1001 layers; at most 1000 are read",
    ],
    [
      text({ schemaVersion: 2, manifests: Array(10_001).fill(descriptor) }),
      "",
      "malformed",
      "has 10001 manifests; at most 10000 are read",
    ],
    [
      Buffer.alloc(100 * 1024 * 1024, " "),
      "",
      "malformed",
      "has more than the 8388608 bytes that are read",
    ],
  ] as const) {
    const headers = { "content-type": type, "docker-content-digest": "" };
    registry.faults.splice(0, 1, { status: 200, headers, body });
    const error = await failureOf(store.manifest("1"));
    expect([error.failure, error.message]).toEqual([
      failure,
      `The manifest 1 of ${registry.host}/team/app ${message}`,
    ]);
    expect(error.hint ?? "").not.toContain("service is up");
  }
  registry.faults.splice(0, 1, { change: (right) => Buffer.concat([right, Buffer.from("\n")]) });
  expect((await failureOf(store.manifest(digest))).message).toMatch(
    `The manifest ${digest} of ${registry.host}/team/app has the digest sha256:`,
  );
  expect((await failureOf(store.manifest("1"))).message).toMatch(
    `is not what its registry says (${digest}): its digest is sha256:`,
  );
  registry.faults.splice(0, 1, { headers: { "content-encoding": "gzip" } });
  expect((await failureOf(store.manifest("1"))).message).toBe(
    `The manifest 1 of ${registry.host}/team/app came packed (gzip), which nobody asked for`,
  );
});

test("a large blob goes on where the connection broke", async () => {
  const { registry, store, pauses } = await start();
  const bytes = Buffer.alloc(10 * 1024 * 1024, "0123456789abcdef-");
  const digest = registry.putBlob("team/app", bytes);
  registry.faults.push({ path: /blobs/, times: 2, cutAfter: 1_000_000 });
  const descriptor = { mediaType: "x/y", digest, size: bytes.length };
  expect((await collect(store.blob(descriptor))).equals(bytes)).toBe(true);
  expect(registry.journal.map(({ headers }) => headers["range"])).toEqual([
    undefined,
    "bytes=1000000-",
    "bytes=2000000-",
  ]);
  expect(pauses).toEqual([]);
});

test("a large blob that breaks off again and again, hardly further, is given up", async () => {
  const { registry, store } = await start();
  const bytes = Buffer.alloc(10 * 1024 * 1024, "0123456789abcdef-");
  const digest = registry.putBlob("team/app", bytes);
  registry.faults.push({ path: /blobs/, cutAfter: 1_000_000 });
  const descriptor = { mediaType: "x/y", digest, size: bytes.length };
  const error = await failureOf(collect(store.blob(descriptor)));
  expect([error.failure, error.message]).toEqual([
    "truncated",
    `The blob ${digest} of ${registry.host}/team/app broke off 4 times near byte 4000000 of ${bytes.length} (aborted)`,
  ]);
  expect(registry.journal).toHaveLength(4);
});

test("breaks that so many bytes lie between are no reason to give up", async () => {
  const { registry, store } = await start();
  const bytes = Buffer.alloc(60 * 1024 * 1024, "0123456789abcdef-");
  const digest = registry.putBlob("team/app", bytes);
  registry.faults.push({ path: /blobs/, times: 9, cutAfter: 5 * 1024 * 1024 });
  const descriptor = { mediaType: "x/y", digest, size: bytes.length };
  expect((await collect(store.blob(descriptor))).equals(bytes)).toBe(true);
  expect(registry.journal).toHaveLength(10);
});

test("where a registry gives no ranges, what has come before a break is passed over", async () => {
  const { registry, store, scratch } = await start({ ranges: false });
  const bytes = Buffer.alloc(9 * 1024 * 1024, "abc");
  const digest = registry.putBlob("team/app", bytes);
  const descriptor = { mediaType: "x/y", digest, size: bytes.length };
  registry.faults.push({ path: /blobs/, times: 1, cutAfter: 1_000_001 });
  expect((await collect(store.blob(descriptor))).equals(bytes)).toBe(true);
  const asked = `GET /v2/team/app/blobs/${digest}`;
  expect(registry.takeRequests()).toEqual([asked, asked]);
  await store.close();
  expect(await readdir(scratch)).toEqual([]);
});

test("a blob that is not what its descriptor says is refused, each in its own words", async () => {
  const { registry, store } = await start();
  const small = registry.putBlob("team/app", "hello");
  const large = Buffer.alloc(9 * 1024 * 1024, "x");
  const largeDigest = registry.putBlob("team/app", large);
  const name = `${registry.host}/team/app`;
  const blob = (digest: string, size: number) =>
    failureOf(collect(store.blob({ mediaType: "x/y", digest, size })));
  const seen = async (error: Promise<StoreError>) => [(await error).failure, (await error).message];

  expect(await seen(blob(small, 4))).toEqual([
    "digest-mismatch",
    `${small} of ${name} has more than the 4 bytes of its descriptor`,
  ]);
  expect(await seen(blob(small, 6))).toEqual([
    "truncated",
    `${small} of ${name} is truncated: 5 of 6 bytes came`,
  ]);
  expect(await seen(blob(largeDigest, large.length + 1))).toEqual([
    "truncated",
    `The blob ${largeDigest} of ${name} has ${large.length} bytes; its descriptor says ${large.length + 1}`,
  ]);
  expect(await seen(blob(largeDigest, large.length - 1))).toEqual([
    "digest-mismatch",
    `The blob ${largeDigest} of ${name} has ${large.length} bytes; its descriptor says ${large.length - 1}`,
  ]);
  expect(await seen(blob(largeDigest, 5))).toEqual([
    "digest-mismatch",
    `The blob ${largeDigest} of ${name} has more than the 65536 bytes that are read`,
  ]);
  registry.faults.push({ times: 1, change: () => Buffer.from("hallo") });
  expect(await seen(blob(small, 5))).toEqual([
    "digest-mismatch",
    `${small} of ${name} has other content: it is ${digestOf(Buffer.from("hallo"))}`,
  ]);
  registry.faults.push({ path: /blobs/, cutAfter: 2 });
  expect(await seen(blob(small, 5))).toEqual([
    "truncated",
    `The blob ${small} of ${name} broke off each time before its end (GET http://${registry.host}/v2/team/app/blobs/${small} gave no answer after 4 tries: aborted (ECONNRESET))`,
  ]);
  registry.faults.splice(0);
  const none = `sha256:${"0".repeat(64)}`;
  expect(await seen(blob(none, 5))).toEqual([
    "failed",
    `The blob ${none} of ${name}: ${registry.host} does not have it (404) (BLOB_UNKNOWN: blob unknown to registry)`,
  ]);
  registry.faults.push({ path: /blobs/, times: 1, cutAfter: 100_000 });
  registry.faults.push({
    path: /blobs/,
    headers: { "content-range": `bytes 7-9/${large.length}` },
  });
  expect((await blob(largeDigest, large.length)).message).toBe(
    `The blob ${largeDigest} of ${name}: the bytes from 100000 on were asked for, and "bytes 7-9/${large.length}" came`,
  );
});

test("tags come from every page, sorted", async () => {
  const { registry, store } = await start({ pageSize: 2 });
  for (const tag of ["b", "a", "10", "9", "c"]) registry.putImage("team/app", { tag });
  expect(await store.tags()).toEqual(["10", "9", "a", "b", "c"]);
  registry.faults.push({
    path: /tags/,
    headers: { link: '</v2/team/app/tags/list?last=a>; rel="next"' },
  });
  expect((await failureOf(store.tags())).message).toBe(
    `The list of tags of ${registry.host}/team/app: the pages lead in a circle`,
  );
  registry.faults.splice(0, 1, {
    path: /tags/,
    headers: { link: '<https://elsewhere.example/x>; rel="next"' },
  });
  expect((await failureOf(store.tags())).message).toBe(
    `The list of tags of ${registry.host}/team/app: the next page is said to be at https://elsewhere.example, which is not the registry`,
  );
});

test("pages of a list have an end in bytes too", async () => {
  const { registry, store } = await start();
  let page = 0;
  registry.faults.push({
    path: /tags/,
    status: 200,
    get headers() {
      return { link: `</v2/team/app/tags/list?last=${page}>; rel="next"` };
    },
    get body() {
      return JSON.stringify({ tags: [`${page++}`.padEnd(8_000_000, "a")] });
    },
  });
  expect((await failureOf(store.tags())).message).toBe(
    `The list of tags of ${registry.host}/team/app has more than ${64 * 1024 * 1024} bytes`,
  );
  expect(page).toBeLessThan(30);
});

test("what a registry wants people to know is said once", async () => {
  const { registry, store, log } = await start({
    headers: {
      "ratelimit-limit": "100;w=21600",
      "ratelimit-remaining": "9;w=21600",
      warning: '299 - "This registry moves, \\"soon\\"", 110 - "stale"',
    },
  });
  registry.putImage("team/app", { tag: "1" });
  await store.manifest("1");
  await store.manifest("1");
  expect(log).toEqual([
    `warning: ${registry.host} takes 9 more of 100 requests in 360 minutes; logging in may raise the limit`,
    `warning: ${registry.host} says: This registry moves, "soon"`,
  ]);
});
