import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import type { Descriptor } from "../descriptor.ts";
import { openWritableLayout } from "../layout/folder-store.ts";
import { digestOf } from "../references/digest.ts";
import { blobOf, imageOf, indexOf, put, referrerOf, type TestImage } from "../test/images.ts";
import { eachImage, type OtherPart } from "./each-image.ts";

afterAll(cleanUp);

const ATTESTATION = "application/vnd.docker.attestation.manifest.v1+json";
const amd64 = imageOf(["amd64"]);
const arm64 = imageOf(["arm64"], { os: "linux", architecture: "arm64", variant: "v8" });

async function stored(image: TestImage) {
  const store = await openWritableLayout("layout", join(await temporaryFolder(), "layout"));
  const { digest } = await put(store, image, "1.0");
  const root = await store.manifest(digest);
  if (root === undefined) throw new Error("no root");
  return { store, root };
}

async function partsOf(image: TestImage, others?: OtherPart[]) {
  const { store, root } = await stored(image);
  const parts = await eachImage(
    store,
    root,
    others === undefined ? undefined : (one) => others.push(one),
  );
  return parts.map(({ stored: { descriptor }, kind, platform, about, parent }) => ({
    digest: descriptor.digest,
    kind,
    ...(platform === undefined ? {} : { platform }),
    ...(about === undefined ? {} : { about }),
    ...(parent === undefined ? {} : { parent }),
  }));
}

const digest = ({ descriptor }: TestImage) => descriptor.digest;

test("an image alone is one part, with the platform of its config", async () => {
  expect(await partsOf(arm64)).toEqual([
    {
      digest: digest(arm64),
      kind: "image",
      platform: { os: "linux", architecture: "arm64", variant: "v8" },
    },
  ]);
});

test("what an index says of a platform goes before the config, and where it says nothing the config is read", async () => {
  const platform = { os: "windows", architecture: "amd64" };
  const index = indexOf([
    [amd64, { platform }],
    [arm64, {}],
  ]);
  expect(await partsOf(index)).toEqual([
    { digest: digest(index), kind: "index" },
    { digest: digest(amd64), kind: "image", platform, parent: digest(index) },
    {
      digest: digest(arm64),
      kind: "image",
      platform: { os: "linux", architecture: "arm64", variant: "v8" },
      parent: digest(index),
    },
  ]);
});

test("attestations of BuildKit, artifacts and unknown platforms are told apart", async () => {
  const unknown = { os: "unknown", architecture: "unknown" };
  const attestations = referrerOf(amd64.descriptor, ATTESTATION, "{}");
  const older = imageOf(["{}"], unknown);
  const chart = referrerOf(amd64.descriptor, "application/vnd.example.chart", "a chart");
  const odd = imageOf(["odd"], { os: "", architecture: "" });
  const index = indexOf([
    [amd64, {}],
    [attestations, { platform: unknown }],
    [
      older,
      {
        platform: unknown,
        annotations: {
          "vnd.docker.reference.type": "attestation-manifest",
          "vnd.docker.reference.digest": digest(amd64),
        },
      },
    ],
    [chart, {}],
    [odd, { platform: unknown }],
  ]);
  const parent = digest(index);
  expect((await partsOf(index)).slice(2)).toEqual([
    { digest: digest(attestations), kind: "attestations", about: digest(amd64), parent },
    { digest: digest(older), kind: "attestations", about: digest(amd64), parent },
    { digest: digest(chart), kind: "artifact", parent },
    { digest: digest(odd), kind: "image", parent },
  ]);
});

test("indexes in indexes are walked four levels deep, and each manifest once", async () => {
  const nested = (levels: number): TestImage =>
    levels === 0
      ? amd64
      : indexOf([[nested(levels - 1), {}]], { annotations: { at: `${levels}` } });
  const twice = indexOf([
    [amd64, {}],
    [indexOf([[amd64, {}]]), {}],
    [amd64, {}],
  ]);
  expect((await partsOf(twice)).map(({ kind }) => kind)).toEqual(["index", "image", "index"]);
  expect((await partsOf(nested(4))).map(({ kind }) => kind)).toEqual([
    ...["index", "index", "index", "index", "image"],
  ]);
  await expect(partsOf(nested(5))).rejects.toMatchObject({
    failure: "malformed",
    message: expect.stringContaining("has indexes over 4 levels deep"),
  });
});

test("what is missing throws, or is given to who takes it; what is no manifest is no part", async () => {
  const gone = { descriptor: imageOf(["gone"]).descriptor, bytes: Buffer.alloc(0) };
  const blob = blobOf("a blob", "application/octet-stream");
  const listed = [gone.descriptor, blob.descriptor, amd64.descriptor];
  const index = {
    ...indexOf([[amd64, {}]], { manifests: listed }),
    children: [amd64],
  };
  await expect(partsOf(index)).rejects.toMatchObject({
    failure: "failed",
    message: expect.stringContaining(`layout has no manifest ${gone.descriptor.digest}`),
  });
  const others: OtherPart[] = [];
  const parts = await partsOf(index, others);
  expect(parts.map(({ kind }) => kind)).toEqual(["index", "image"]);
  const parent = digest(index);
  expect(others).toEqual([
    { descriptor: gone.descriptor as Descriptor, parent, reason: "missing" },
    { descriptor: blob.descriptor, parent, reason: "blob" },
  ]);
});

test("manifests that are named by SHA-512 keep that name", async () => {
  const sha512 = digestOf(amd64.bytes, "sha512:");
  const store = await openWritableLayout("layout", join(await temporaryFolder(), "layout"));
  const put512 = await store.putManifest(amd64.bytes, amd64.descriptor.mediaType, sha512);
  expect(put512.digest).toBe(sha512);
  expect((await store.manifest(sha512))?.descriptor.digest).toBe(sha512);
});

test("what a machine would run is an image, whatever its index or its manifest calls it", async () => {
  const annotations = { "vnd.docker.reference.type": "attestation-manifest" };
  const platform = { os: "linux", architecture: "amd64" };
  const disguised = imageOf(["a"], platform, { artifactType: "application/vnd.example.chart" });
  const index = indexOf([
    [amd64, { platform, annotations }],
    [arm64, { annotations }],
    [disguised, {}],
  ]);
  expect((await partsOf(index)).slice(1).map(({ kind }) => kind)).toEqual([
    ...["image", "image", "image"],
  ]);
});

test("of what is listed twice, the listing that a machine would take counts", async () => {
  const platform = { os: "linux", architecture: "amd64" };
  const unknown = { os: "unknown", architecture: "unknown" };
  const annotations = { "vnd.docker.reference.type": "attestation-manifest" };
  const other = imageOf(["other"], unknown);
  const index = indexOf([
    [amd64, { platform: unknown, annotations }],
    [amd64, { platform }],
    [other, { mediaType: "application/octet-stream" }],
    [other, { mediaType: "application/octet-stream" }],
    [other, {}],
  ]);
  const others: OtherPart[] = [];
  expect((await partsOf(index, others)).slice(1)).toEqual([
    { digest: digest(amd64), kind: "image", platform, parent: digest(index) },
    { digest: digest(other), kind: "image", parent: digest(index) },
  ]);
  expect(others.map(({ reason }) => reason)).toEqual(["blob"]);
});

test("the manifests of an image, which are kept, have a limit in bytes together", async () => {
  const padding = "a".repeat(7_500_000);
  const children = Array.from({ length: 9 }, (_, at) =>
    indexOf([], { annotations: { at: `${at}`, padding } }),
  );
  await expect(partsOf(indexOf(children.map((child) => [child, {}])))).rejects.toMatchObject({
    failure: "malformed",
    message: expect.stringContaining("has manifests of over 67108864 bytes together"),
  });
});
