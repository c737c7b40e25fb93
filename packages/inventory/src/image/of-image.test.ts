import { readdir, readFile } from "node:fs/promises";
import { silentLogger } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import {
  checkContext,
  cleanUp,
  type LayoutImage,
  type MiniRegistry,
  startMiniRegistry,
  temporaryFolder,
  writeFiles,
  writeImageLayout,
} from "@assay/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ImageInventoriesOptions, withImageInventories } from "./of-image.ts";

const BASE = { "etc/os-release": "ID=alpine\n" };
const NAME = "org.opencontainers.image.base.name";
let root: string;
let registry: MiniRegistry;

beforeAll(async () => {
  root = await temporaryFolder();
  registry = await startMiniRegistry();
  await push("base", { layers: [BASE] });
  const layers: LayoutImage["layers"] = [BASE, { "app/a.txt": "1" }];
  const named = (name: string) => ({ layers, annotations: { [NAME]: `${registry.host}/${name}` } });
  await push("app", named("base:1.0"));
  await push("liar", { ...named("base:1.0"), layers: [{ "etc/os-release": "ID=debian\n" }] });
  await push("itself", named("itself:1.0"));
  await push("gone", named("nothing:1.0"));
  await writeFiles(`${root}/rootfs`, BASE);
});
afterAll(async () => {
  await registry.close();
  await cleanUp();
});

async function push(name: string, image: LayoutImage): Promise<void> {
  const { digest } = await writeImageLayout(`${root}/${name}`, [image]);
  for (const file of await readdir(`${root}/${name}/blobs/sha256`)) {
    const bytes = await readFile(`${root}/${name}/blobs/sha256/${file}`);
    registry.putBlob(name, bytes);
    if (`sha256:${file}` === digest) registry.putManifest(name, bytes, "1.0");
  }
}

async function baseOf(text: string, options: ImageInventoriesOptions = {}) {
  const base = checkContext(root);
  const { clock, environment, signal } = base;
  const http = createGuardedHttp({
    ...{ hosts: [`http://${registry.host}`], offline: false, environment, clock, signal },
    ...{ logger: silentLogger, sleep: async () => {} },
  });
  return await withImageInventories(
    { ...base, http, mask: () => {} },
    text,
    options,
    async (all) => {
      const found = [];
      for await (const { base: one, baseLayers, image } of all.images())
        found.push({ confidence: one?.confidence, baseLayers, notices: image.notices });
      return found[0];
    },
  );
}

test("a base that annotations name is proven by its layers, in the image's own registry", async () => {
  expect(await baseOf(`${registry.host}/app:1.0`)).toEqual({
    confidence: "proven",
    baseLayers: 1,
    notices: [],
  });
  const { confidence, notices } = (await baseOf(`${registry.host}/liar:1.0`)) ?? {};
  expect([confidence, notices?.[0]]).toEqual([
    undefined,
    expect.stringContaining("is none: its layers are not the first ones of the image"),
  ]);
});

test("no image is its own base, and none makes anybody open a file", async () => {
  const { confidence, baseLayers, notices } = (await baseOf(`${registry.host}/itself:1.0`)) ?? {};
  expect([confidence, baseLayers, notices?.[0]]).toEqual([
    ...[undefined, undefined],
    expect.stringContaining("is none: its layers are not the first ones of the image"),
  ]);
  await writeImageLayout(`${root}/layout`, [
    { layers: [BASE, BASE], annotations: { [NAME]: `oci:${root}/base` } },
  ]);
  const local = await baseOf(`oci:${root}/layout`);
  expect([local?.confidence, local?.baseLayers]).toEqual(["claimed", undefined]);
});

test("one that can't be had is a claim; another registry is not asked", async () => {
  expect((await baseOf(`${registry.host}/gone:1.0`))?.confidence).toBe("claimed");
  registry.takeRequests();
  expect((await baseOf("oci:app"))?.confidence).toBe("claimed");
  expect(registry.takeRequests()).toEqual([]);
});

test("one that the user names is compared, and must be it", async () => {
  const named = { baseImage: `${registry.host}/base:1.0` };
  expect((await baseOf("oci:app", named))?.confidence).toBe("proven");
  await expect(baseOf("oci:liar", named)).rejects.toMatchObject({ kind: "usage" });
});

test("a folder has neither base nor digest", async () => {
  expect(await baseOf("dir:rootfs")).toEqual({
    confidence: undefined,
    baseLayers: undefined,
    notices: [],
  });
});
