import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { imageOf, indexOf, put, referrerOf } from "../test/images.ts";
import { openLayout, openWritableLayout } from "./folder-store.ts";

afterAll(cleanUp);

const amd64 = imageOf(["base", "app for amd64"]);
const arm64 = imageOf(["base", "app for arm64"], { os: "linux", architecture: "arm64" });
const both = indexOf([
  [amd64, { platform: { os: "linux", architecture: "amd64" } }],
  [arm64, { platform: { os: "linux", architecture: "arm64" } }],
]);
const sbom = referrerOf(both.descriptor, "application/spdx+json", "an SBOM");
const signature = referrerOf(sbom.descriptor, "application/vnd.example.signature", "signed", {
  "org.example": "yes",
});

async function written() {
  const folder = join(await temporaryFolder(), "layout");
  const store = await openWritableLayout("layout", folder);
  await put(store, both, "1.0");
  return { folder, store };
}
const listOf = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, "index.json"), "utf8")).manifests;

test("an image of two platforms is one entry of index.json", async () => {
  const { folder, store } = await written();
  expect(readFileSync(join(folder, "oci-layout"), "utf8")).toBe('{"imageLayoutVersion":"1.0.0"}');
  expect(listOf(folder)).toEqual([
    { ...both.descriptor, annotations: { "org.opencontainers.image.ref.name": "1.0" } },
  ]);
  expect(readdirSync(folder).sort()).toEqual(["blobs", "index.json", "oci-layout"]);
  expect(readdirSync(join(folder, "blobs", "sha256")).sort()).toEqual(
    [amd64, arm64, both]
      .flatMap((image) => [image, ...image.blobs])
      .map(({ descriptor }) => descriptor.digest.slice(7))
      .filter((hex, at, all) => all.indexOf(hex) === at)
      .sort(),
  );
  expect(await store.tags()).toEqual(["1.0"]);
});

test("what was written is read, by tag and by digest", async () => {
  const { folder } = await written();
  const store = openLayout("layout", folder);
  const root = await store.manifest("1.0");
  expect(root?.descriptor).toEqual(both.descriptor);
  expect(Buffer.from(root?.bytes ?? [])).toEqual(both.bytes);
  expect((await store.manifest(arm64.descriptor.digest))?.manifest).toMatchObject({
    kind: "image",
    layers: arm64.blobs.slice(1).map(({ descriptor }) => descriptor),
  });
  const [, layer] = amd64.blobs;
  if (layer === undefined) throw new Error("no layer");
  expect(Buffer.from(await store.readBlob(layer.descriptor, 100)).toString()).toBe("base");
  expect(await store.manifest("2.0")).toBeUndefined();
  expect(await store.manifest(`sha256:${"0".repeat(64)}`)).toBeUndefined();
});

test("a tag that moves leaves the other image there without a name", async () => {
  const { folder, store } = await written();
  await put(store, arm64, "1.0");
  expect(listOf(folder)).toEqual([
    both.descriptor,
    { ...arm64.descriptor, annotations: { "org.opencontainers.image.ref.name": "1.0" } },
  ]);
  await put(store, both, "1.0");
  await put(store, both, "latest");
  expect(await store.tags()).toEqual(["1.0", "latest"]);
  expect((await store.manifest("1.0"))?.descriptor).toEqual(both.descriptor);
});

test("referrers are what index.json lists with that subject, referrers of referrers too", async () => {
  const { folder, store } = await written();
  await put(store, sbom);
  await put(store, signature);
  await put(store, signature);
  expect(listOf(folder)).toEqual([
    { ...both.descriptor, annotations: { "org.opencontainers.image.ref.name": "1.0" } },
    sbom.descriptor,
    signature.descriptor,
  ]);
  const read = async (digest: string) =>
    (await store.referrers(digest)).manifests.map(({ descriptor }) => descriptor.digest);
  expect(await read(both.descriptor.digest)).toEqual([sbom.descriptor.digest]);
  expect(await read(sbom.descriptor.digest)).toEqual([signature.descriptor.digest]);
  expect(await read(amd64.descriptor.digest)).toEqual([]);
});

test("eight writers of one folder lose nothing", async () => {
  const { store } = await written();
  const all = Array.from({ length: 8 }, (_, at) =>
    referrerOf(both.descriptor, "application/vnd.example", `number ${at}`),
  );
  await Promise.all(all.map((one) => put(store, one)));
  const { manifests } = await store.referrers(both.descriptor.digest);
  expect(manifests.map(({ descriptor }) => descriptor.digest)).toEqual(
    all.map(({ descriptor }) => descriptor.digest).sort(),
  );
});

test("fields and entries of others in index.json stay", async () => {
  const { folder, store } = await written();
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  index.annotations = { "org.example": "kept" };
  index.manifests[0].annotations.other = "kept too";
  writeFileSync(join(folder, "index.json"), JSON.stringify(index));
  await put(store, arm64, "arm");
  expect(JSON.parse(readFileSync(join(folder, "index.json"), "utf8"))).toEqual({
    ...index,
    manifests: [
      ...index.manifests,
      { ...arm64.descriptor, annotations: { "org.opencontainers.image.ref.name": "arm" } },
    ],
  });
});

test("a blob that is not what its descriptor says is not written", async () => {
  const { folder, store } = await written();
  const [blob] = imageOf(["other"]).blobs;
  if (blob === undefined) throw new Error("no blob");
  await expect(
    store.putBlob(blob.descriptor, async function* () {
      yield Buffer.from("x");
    }),
  ).rejects.toMatchObject({ failure: "truncated" });
  expect(await store.hasBlob(blob.descriptor)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(["blobs", "index.json", "oci-layout"]);
});

test("a blob that is there and damaged is not taken for the right one, but written again", async () => {
  const { folder } = await written();
  const [blob] = amd64.blobs.slice(1);
  if (blob === undefined) throw new Error("no layer");
  const path = join(folder, "blobs", "sha256", blob.descriptor.digest.slice(7));
  writeFileSync(path, readFileSync(path).fill(0));
  const store = await openWritableLayout("layout", folder);
  expect(await store.hasBlob(blob.descriptor)).toBe(false);
  await put(store, amd64);
  expect(readFileSync(path)).toEqual(blob.bytes);
  expect(await store.hasBlob(blob.descriptor)).toBe(true);
});

test("damage is reported where it is met", async () => {
  const { folder, store } = await written();
  const [, layer] = amd64.blobs;
  if (layer === undefined) throw new Error("no layer");
  const path = join(folder, "blobs", "sha256", layer.descriptor.digest.slice(7));
  truncateSync(path, 2);
  await expect(store.readBlob(layer.descriptor, 100)).rejects.toMatchObject({
    failure: "truncated",
    message: `${layer.descriptor.digest} of layout is truncated: 2 of 4 bytes came`,
  });
  expect(await store.hasBlob(layer.descriptor)).toBe(false);
  rmSync(path);
  await expect(store.readBlob(layer.descriptor, 100)).rejects.toMatchObject({
    failure: "truncated",
    message: `${layer.descriptor.digest} is not in layout`,
  });
  writeFileSync(join(folder, "blobs", "sha256", both.descriptor.digest.slice(7)), "{}");
  await expect(store.manifest("1.0")).rejects.toMatchObject({ name: "StoreError" });
});

test("no link leads out of a layout, neither for reading nor for writing", async () => {
  const { folder, store } = await written();
  const outside = join(folder, "..", "outside");
  mkdirSync(outside);
  const [, layer] = amd64.blobs;
  if (layer === undefined) throw new Error("no layer");
  const path = join(folder, "blobs", "sha256", layer.descriptor.digest.slice(7));
  rmSync(path);
  writeFileSync(join(outside, "blob"), "base");
  symlinkSync(join(outside, "blob"), path);
  await expect(store.readBlob(layer.descriptor, 100)).rejects.toThrow(
    "is a link that leads out of the layout",
  );
  rmSync(join(folder, "blobs"), { recursive: true });
  symlinkSync(outside, join(folder, "blobs"));
  await expect(put(store, imageOf(["new"]))).rejects.toThrow("leads out");
  expect(readdirSync(outside)).toEqual(["blob"]);
});

test("what is no layout is said so, and nothing is written there", async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, "a file"), "");
  await expect(openWritableLayout("here", folder)).rejects.toThrow(
    "here is no OCI layout: it has no file oci-layout",
  );
  expect(readdirSync(folder)).toEqual(["a file"]);
  writeFileSync(join(folder, "oci-layout"), '{"imageLayoutVersion":"2.0.0"}');
  writeFileSync(join(folder, "index.json"), '{"schemaVersion":2,"manifests":[]}');
  await expect(openLayout("here", folder).tags()).rejects.toThrow(
    "here is an OCI layout of version 2.0.0; 1.0.0 is known",
  );
  expect(existsSync(join(folder, "blobs"))).toBe(false);
});
