import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { checkContext, cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { openImage } from "../open/open-image.ts";
import { tarOfFiles } from "../test/images.ts";

afterAll(cleanUp);

type Files = Parameters<typeof tarOfFiles>[0];
const hex = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

const LAYERS = [tarOfFiles({ base: "base" }), tarOfFiles({ app: "app" })];
const config = (diffIds: readonly string[]) =>
  JSON.stringify({
    os: "linux",
    architecture: "amd64",
    rootfs: { type: "layers", diff_ids: diffIds.map((id) => `sha256:${id}`) },
  });
const CONFIG = config(LAYERS.map(hex));

/** As Docker wrote it up to version 24, with the links that skopeo makes. */
const OLD: Files = {
  [`${hex(LAYERS[0] ?? "")}.tar`]: LAYERS[0] ?? "",
  [`${hex(LAYERS[1] ?? "")}.tar`]: LAYERS[1] ?? "",
  [`${"a".repeat(64)}/layer.tar`]: { link: `../${hex(LAYERS[0] ?? "")}.tar` },
  [`${"b".repeat(64)}/layer.tar`]: { link: `../${hex(LAYERS[1] ?? "")}.tar` },
  [`${hex(CONFIG)}.json`]: CONFIG,
  "manifest.json": JSON.stringify([
    {
      Config: `${hex(CONFIG)}.json`,
      RepoTags: ["app:1.0", "registry.example/team/app:latest"],
      Layers: [`${"a".repeat(64)}/layer.tar`, `${"b".repeat(64)}/layer.tar`],
    },
  ]),
};

async function opened(files: Files, name = "") {
  const root = await temporaryFolder();
  writeFileSync(join(root, "app.tar"), tarOfFiles(files));
  return await openImage({ ...checkContext(root), mask() {} }, `docker-archive:app.tar${name}`);
}

test("an archive of an older Docker is an image whose layers are those of the config", async () => {
  const { store, root, reference } = await opened(OLD);
  expect(reference).toBe("docker-archive:app.tar");
  expect(store).toMatchObject({ kind: "docker-archive", isSynthetic: true, name: "app.tar" });
  const layerType = "application/vnd.oci.image.layer.v1.tar";
  expect(root.manifest).toEqual({
    kind: "image",
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    artifactType: "application/vnd.oci.image.config.v1+json",
    config: {
      mediaType: "application/vnd.oci.image.config.v1+json",
      digest: `sha256:${hex(CONFIG)}`,
      size: CONFIG.length,
    },
    layers: LAYERS.map((layer) => ({
      mediaType: layerType,
      digest: `sha256:${hex(layer)}`,
      size: layer.length,
    })),
    annotations: {},
  });
  const descriptor = { mediaType: layerType, digest: `sha256:${hex(LAYERS[1] ?? "")}`, size: 2048 };
  expect(Buffer.from(await store.readBlob(descriptor, 4096))).toEqual(LAYERS[1]);
  expect(await store.tags()).toEqual(["1.0", "latest"]);
  expect(await store.referrers(root.descriptor.digest)).toEqual({ manifests: [], notices: [] });
  await store.close();
});

test("an archive of a current Docker keeps its layers among the blobs, compressed or not", async () => {
  const [base = Buffer.alloc(0), app = Buffer.alloc(0)] = LAYERS;
  const packed = gzipSync(app);
  const { root, store } = await opened(
    {
      [`blobs/sha256/${hex(base)}`]: base,
      [`blobs/sha256/${hex(packed)}`]: packed,
      [`blobs/sha256/${hex(CONFIG)}`]: CONFIG,
      "oci-layout": '{"imageLayoutVersion":"1.0.0"}',
      "index.json": '{"schemaVersion":2,"manifests":[]}',
      "manifest.json": JSON.stringify([
        {
          Config: `blobs/sha256/${hex(CONFIG)}`,
          RepoTags: null,
          Layers: [`blobs/sha256/${hex(base)}`, `blobs/sha256/${hex(packed)}`],
        },
      ]),
    },
    "",
  );
  expect(root.manifest).toMatchObject({
    layers: [
      {
        mediaType: "application/vnd.oci.image.layer.v1.tar",
        digest: `sha256:${hex(base)}`,
        size: base.length,
      },
      {
        mediaType: "application/vnd.oci.image.layer.v1.tar+gzip",
        digest: `sha256:${hex(packed)}`,
        size: packed.length,
      },
    ],
  });
  await store.close();
});

test("an image is chosen by tag or by its whole name", async () => {
  const other = config([hex(LAYERS[0] ?? "")]);
  const two: Files = {
    ...OLD,
    [`${hex(other)}.json`]: other,
    "manifest.json": JSON.stringify([
      ...JSON.parse(String(OLD["manifest.json"])),
      {
        Config: `${hex(other)}.json`,
        RepoTags: ["other:2.0"],
        Layers: [`${"a".repeat(64)}/layer.tar`],
      },
    ]),
  };
  const named = await opened(two, ":other:2.0");
  expect(named.root.manifest).toMatchObject({ config: { digest: `sha256:${hex(other)}` } });
  expect(named.reference).toBe("docker-archive:app.tar:other:2.0");
  expect((await opened(two, ":1.0")).root.manifest).toMatchObject({
    config: { digest: `sha256:${hex(CONFIG)}` },
  });
  await expect(opened(two)).rejects.toMatchObject({
    message: "app.tar holds 2 images",
    hint: "Name one of them: app:1.0, registry.example/team/app:latest, other:2.0.",
  });
  await expect(opened(two, ":3.0")).rejects.toMatchObject({
    message: "app.tar holds no image 3.0",
    hint: "It holds: 1.0, 2.0, latest.",
  });
});

test("a layer with other content than its diff_id fails when it is read", async () => {
  const changed = tarOfFiles({ app: "evil" });
  const { root, store } = await opened({ ...OLD, [`${hex(LAYERS[1] ?? "")}.tar`]: changed });
  if (root.manifest.kind !== "image") throw new Error("no image");
  const [, layer] = root.manifest.layers;
  if (layer === undefined) throw new Error("no layer");
  await expect(store.readBlob(layer, 4096)).rejects.toMatchObject({
    failure: "digest-mismatch",
    message: `sha256:${hex(LAYERS[1] ?? "")} of app.tar has other content: it is sha256:${hex(changed)}`,
  });
});

test.each([
  [
    "another config than its name says",
    { [`${hex(CONFIG)}.json`]: `${CONFIG} ` },
    "has other content",
  ],
  [
    "a list of layers that is not the config's",
    {
      "manifest.json": JSON.stringify([
        { Config: `${hex(CONFIG)}.json`, Layers: [`${"a".repeat(64)}/layer.tar`] },
      ]),
    },
    "names 2 layers, and manifest.json 1",
  ],
  ["a list that is none", { "manifest.json": '{"Config":1}' }, "is no list of images"],
  [
    "links in a circle",
    { [`${"a".repeat(64)}/layer.tar`]: { link: "layer.tar" } },
    "is a link that leads in a circle",
  ],
  [
    "a link that leads out",
    { [`${"a".repeat(64)}/layer.tar`]: { link: "../../../../etc/passwd" } },
    "is not in app.tar",
  ],
])("an archive with %s is refused", async (_, changed, message) => {
  await expect(opened({ ...OLD, ...changed } as Files)).rejects.toThrow(message);
});

test("what is no such archive is said so", async () => {
  await expect(opened({ "index.json": "{}" })).rejects.toMatchObject({
    message: "app.tar is no archive of Docker: it has no manifest.json",
    hint: "It holds an OCI layout: name it as `oci-archive:PATH`.",
  });
  const root = await temporaryFolder();
  writeFileSync(join(root, "app.tar"), gzipSync(tarOfFiles(OLD)));
  await expect(
    openImage({ ...checkContext(root), mask() {} }, "docker-archive:app.tar"),
  ).rejects.toMatchObject({
    message: "app.tar is compressed, and an archive of images is read where it lies",
    hint: "Decompress it first: `gunzip app.tar`.",
  });
});
