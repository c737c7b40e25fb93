import { randomBytes } from "node:crypto";
import {
  type MiniRegistry,
  type MiniRegistryOptions,
  registryContext,
  startMiniRegistry,
} from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { parseReference } from "../../references/reference.ts";
import { blobOf } from "../../test/images.ts";
import { openSession } from "../open.ts";
import { uploadBlob } from "./uploads.ts";

const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

const CONTENT = randomBytes(1000);
const { descriptor } = blobOf(CONTENT, "application/octet-stream");

/** Chunks of 300 bytes, for all above 100. */
async function start(options: MiniRegistryOptions = {}) {
  const registry = await startMiniRegistry(options);
  started.push(registry);
  const { context } = registryContext([registry.host]);
  const session = openSession(context, parseReference(`${registry.host}/team/app`));
  const upload = async () => {
    const open = async function* () {
      for (let at = 0; at < CONTENT.length; at += 70) yield CONTENT.subarray(at, at + 70);
    };
    await uploadBlob(session, descriptor, open, undefined, { above: 100, chunk: 300 });
  };
  const ranges = () =>
    registry.journal
      .filter(({ method }) => method === "PATCH")
      .map(({ headers, bodyBytes, status }) => [headers["content-range"], bodyBytes, status]);
  return { registry, session, upload, ranges };
}

test("a large blob goes in chunks that say where they belong", async () => {
  const { registry, upload, ranges } = await start();
  await upload();
  expect(registry.blob("team/app", descriptor.digest)).toEqual(CONTENT);
  expect(ranges()).toEqual([
    ["0-299", 300, 202],
    ["300-599", 300, 202],
    ["600-899", 300, 202],
    ["900-999", 100, 202],
  ]);
});

test("chunks are as large as the registry wants them", async () => {
  const { registry, upload, ranges } = await start({ chunkMinLength: 600 });
  await upload();
  expect(registry.blob("team/app", descriptor.digest)).toEqual(CONTENT);
  expect(ranges()).toEqual([
    ["0-599", 600, 202],
    ["600-999", 400, 202],
  ]);
});

test("a registry that wants chunks that are larger than the blob gets one", async () => {
  const { registry, upload, ranges } = await start({ chunkMinLength: 1e9 });
  await upload();
  expect(registry.blob("team/app", descriptor.digest)).toEqual(CONTENT);
  expect(ranges()).toEqual([["0-999", 1000, 202]]);
  expect(registry.openUploads).toBe(0);
});

test("a large blob goes in one chunk, and in smaller ones where that is refused for its size", async () => {
  const large = randomBytes(40 * 1024 * 1024);
  const blob = blobOf(large, "application/octet-stream").descriptor;
  const { registry, session, ranges } = await start();
  registry.faults.push({ method: "PATCH", times: 1, status: 413 });
  let opened = 0;
  const open = async function* () {
    opened++;
    for (let at = 0; at < large.length; at += 300_000) yield large.subarray(at, at + 300_000);
  };
  await uploadBlob(session, blob, open, undefined, { above: 100 });
  expect(registry.blob("team/app", blob.digest)?.equals(large)).toBe(true);
  expect(ranges().map(([range, , status]) => [range, status])).toEqual([
    ["0-41943039", 413],
    ["0-16777215", 202],
    ["16777216-33554431", 202],
    ["33554432-41943039", 202],
  ]);
  expect(opened).toBe(2);
});

test("a source that is not what its descriptor says ends the upload, also in its last chunk", async () => {
  const { registry, session } = await start();
  const open = async function* () {
    yield CONTENT.subarray(0, 999);
    yield Buffer.from([(CONTENT[999] ?? 0) ^ 1]);
  };
  await expect(
    uploadBlob(session, descriptor, open, undefined, { above: 100, chunk: 250 }),
  ).rejects.toMatchObject({ failure: "digest-mismatch" });
  expect(registry.blob("team/app", descriptor.digest)).toBeUndefined();
  expect(registry.openUploads).toBe(0);
});

test("where a second chunk is dropped without a word, the blob is sent whole", async () => {
  const { registry, upload, ranges } = await start({ dropsPatches: true });
  await upload();
  expect(registry.blob("team/app", descriptor.digest)).toEqual(CONTENT);
  expect(ranges()).toEqual([
    ["0-299", 300, 202],
    ["300-599", 300, 201],
  ]);
  expect(registry.openUploads).toBe(0);
});

test.each([400, 404, 405])(
  "a registry that refuses chunks by %s gets the blob whole",
  async (status) => {
    const { registry, upload } = await start();
    registry.faults.push({ method: "PATCH", status });
    await upload();
    expect(registry.blob("team/app", descriptor.digest)).toEqual(CONTENT);
    expect(registry.openUploads).toBe(0);
  },
);

test("a session that is lost between chunks is begun again as a whole", async () => {
  const { registry, upload } = await start();
  registry.faults.push({ method: "PATCH", path: /state=600/, status: 502 });
  registry.faults.push({ method: "GET", path: /uploads/, status: 404 });
  await upload();
  expect(registry.blob("team/app", descriptor.digest)).toEqual(CONTENT);
});

test.each([
  ["the connection breaks", { hangUp: true }],
  ["the server fails", { status: 502 }],
  ["the registry is elsewhere", { status: 416 }],
] as const)("a chunk that did not arrive is sent again where %s", async (_, fault) => {
  const { registry, upload, ranges } = await start();
  registry.faults.push({ method: "PATCH", path: /state=300/, times: 2, ...fault });
  await upload();
  expect(registry.blob("team/app", descriptor.digest)).toEqual(CONTENT);
  const counted = ranges().filter(([, , status]) => status === 202);
  expect(counted.map(([range]) => range)).toEqual(["0-299", "300-599", "600-899", "900-999"]);
});

test("a chunk that arrived though its answer was lost is not sent again", async () => {
  const { registry, upload, ranges } = await start();
  registry.faults.push({
    method: "PATCH",
    path: /state=300/,
    times: 1,
    cutAfter: 0,
    change: () => Buffer.from("lost"),
  });
  await upload();
  expect(registry.blob("team/app", descriptor.digest)).toEqual(CONTENT);
  expect(ranges().map(([range]) => range)).toEqual(["0-299", "300-599", "600-899", "900-999"]);
});

test("an upload that can't go on is given up, and the session ended", async () => {
  const { registry, upload } = await start();
  registry.faults.push({ method: "PATCH", path: /state=300/, status: 507 });
  await expect(upload()).rejects.toMatchObject({ failure: "unreachable" });
  expect(registry.openUploads).toBe(0);
});
