import { join } from "node:path";
import { MEDIA_TYPES, openImage, openWritableLayout, platformText } from "@assay/oci";
import {
  checkContext,
  cleanUp,
  type LayoutImage,
  temporaryFolder,
  writeImageLayout,
} from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { platformImages } from "./platforms.ts";

afterEach(cleanUp);

const LAYERS: LayoutImage["layers"] = [{ "etc/os-release": "ID=debian\n" }, { "app/a": "1" }];

async function opened(platforms: readonly string[]) {
  const root = await temporaryFolder();
  const images = platforms.map((platform) => ({
    platform,
    layers: LAYERS,
    config: { Env: ["A=1"], Labels: { a: "b" } },
  }));
  const written = await writeImageLayout(`${root}/image`, images, "1.0");
  const context = { ...checkContext(root), mask: () => {} };
  return { written, image: await openImage(context, "oci:image:1.0") };
}

test("every platform of an index is an image with its config and layers", async () => {
  const { written, image } = await opened(["linux/amd64", "linux/arm/v7"]);
  const { index, images, notices } = await platformImages(image);
  expect(index?.digest).toBe(written.digest);
  expect(notices).toEqual([]);
  expect(
    images.map(({ platform, digest, config, input }) => ({
      platform: platform && platformText(platform),
      digest,
      env: config.env,
      labels: config.labels,
      created: config.created,
      layers: input.layers.map((layer) => [layer.digest, layer.diffId]),
    })),
  ).toEqual(
    ["linux/amd64", "linux/arm/v7"].map((platform, at) => ({
      platform,
      digest: written.images[at]?.digest,
      env: ["A=1"],
      labels: { a: "b" },
      created: "2026-01-31T12:00:00Z",
      layers: written.images[at]?.layers.map((digest, layer) => [
        digest,
        images[at]?.config.diffIds[layer],
      ]),
    })),
  );
});

test("an image alone has no index", async () => {
  const { written, image } = await opened(["linux/amd64"]);
  const { index, images } = await platformImages(image);
  expect([index, images.map(({ digest }) => digest)]).toEqual([undefined, [written.digest]]);
});

test("one platform is chosen, with the variant that it has where none is said", async () => {
  const { image } = await opened(["linux/amd64", "linux/arm64", "linux/arm/v7"]);
  const chosen = async (...platforms: readonly string[]) => {
    const { images, notices } = await platformImages(image, platforms);
    return [images.flatMap(({ platform }) => (platform ? platformText(platform) : [])), notices];
  };
  expect(await chosen("linux/arm64/v8")).toEqual([
    ["linux/arm64"],
    ["2 images of other platforms are left out."],
  ]);
  expect(await chosen("linux/arm", "linux/amd64")).toEqual([
    ["linux/amd64", "linux/arm/v7"],
    ["1 image of other platforms is left out."],
  ]);
  await expect(chosen("windows/amd64")).rejects.toMatchObject({
    message: expect.stringContaining('has no image of the platform "windows/amd64"'),
    hint: "It has linux/amd64, linux/arm64, linux/arm/v7.",
  });
});

test("what hides behind another type, and some machine runs all the same, does not pass for looked at", async () => {
  const root = await temporaryFolder();
  const written = await writeImageLayout(
    join(root, "image"),
    [{ layers: LAYERS }, { platform: "linux/arm64", layers: LAYERS }],
    "1.0",
  );
  const store = await openWritableLayout("oci:image", join(root, "image"));
  const [first, second] = written.images;
  const platform = { os: "linux", architecture: "arm64" };
  const put = async (entry: object, tag: string) => {
    const { digest, size, mediaType } = { ...first };
    const manifests = [
      { digest, size, mediaType, platform: { os: "linux", architecture: "amd64" } },
      entry,
    ];
    const index = { schemaVersion: 2, mediaType: MEDIA_TYPES.index, manifests };
    await store.putManifest(Buffer.from(JSON.stringify(index)), MEDIA_TYPES.index, tag);
    const image = await openImage({ ...checkContext(root), mask: () => {} }, `oci:image:${tag}`);
    const only = await platformImages(image, ["linux/amd64"]);
    expect(only.images.map(({ digest: each }) => each)).toEqual([digest]);
    return await platformImages(image).then(
      ({ images }) => images.length,
      (error: Error) => error.message.replace(/^.* lists sha256:[0-9a-f]{64}/, "…"),
    );
  };
  const { digest, size, mediaType } = { ...second };
  expect(await put({ digest, size, mediaType, platform }, "honest")).toBe(2);
  const blob = { digest, size, mediaType: "application/octet-stream", platform };
  expect(await put(blob, "blob")).toBe(
    "… for linux/arm64, and it says that it is no image (application/octet-stream)",
  );
  const plain = await store.manifest(digest ?? "");
  const text = Buffer.from(plain?.bytes ?? []).toString();
  const bytes = Buffer.from(text.replace(MEDIA_TYPES.config, "application/vnd.example.config"));
  const config = await store.putManifest(bytes, MEDIA_TYPES.manifest, "config");
  expect(await put({ ...config, platform }, "by-config")).toBe(
    "… for linux/arm64, and it says that it is no image (application/vnd.example.config)",
  );
  expect(await put(config, "no-platform")).toBe(1);
});
