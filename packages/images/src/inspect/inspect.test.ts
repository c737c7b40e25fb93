import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandContext } from "@assay/core";
import {
  cleanUp,
  type MiniRegistry,
  registryContext,
  startMiniRegistry,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, afterEach, expect, test } from "vitest";
import { publish, SIGN, SLSA, SPDX } from "../test/published.ts";
import { runInspect } from "./run-inspect.ts";

afterAll(cleanUp);
const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

async function start() {
  const registry = await startMiniRegistry();
  started.push(registry);
  const { context } = registryContext([registry.host]);
  const inspect = (image: string) =>
    runInspect(context as unknown as CommandContext, {
      ...{ image: `${registry.host}/${image}`, json: true, registry: {} },
    });
  return { registry, inspect };
}

test("an image is described without a layer being read", async () => {
  const { registry, inspect } = await start();
  const published = publish(registry);
  const { result, digest, platforms } = await inspect("team/app:1.0");
  expect(digest).toBe(published.root.digest);
  expect(platforms).toEqual(["linux/amd64", "linux/arm64/v8"]);
  const layers = ["base", "app for amd64", "app for arm64"].map((text) =>
    registry.putBlob("elsewhere", text),
  );
  const asked = registry.takeRequests();
  expect(asked.filter((line) => layers.some((layer) => line.includes(layer)))).toEqual([]);
  expect(result.coverage).toEqual({
    inspected: { manifests: 4, attached: 5 },
    skipped: [],
    summary: `${registry.host}/team/app:1.0@${published.root.digest}: 2 images, 5 attached; no layer was read`,
  });
  expect(result.findings).toEqual([]);
  const table = (title: string) => result.tables?.find((one) => one.title === title)?.rows;
  expect(table("Image")).toEqual([
    ["Reference", `${registry.host}/team/app:1.0@${published.root.digest}`],
    ["Digest", published.root.digest],
    ["Media type", "application/vnd.oci.image.index.v1+json"],
    ["Size as stored", expect.stringMatching(/^\d\.\d kB$/)],
    ["Signatures, not verified", "4"],
    ["Attestations, not verified", "1"],
    ["Bills of materials", "1"],
    ["Base image", "docker.io/library/debian:13 (by label, which may be inherited)"],
    ["org.opencontainers.image.version", "1.0"],
  ]);
  expect(table("Platforms")).toEqual([
    ["", "index", published.root.digest, expect.any(String), "", ""],
    ["linux/amd64", "image", published.amd64.digest, expect.any(String), "2", ""],
    ["linux/arm64/v8", "image", published.arm64.digest, expect.any(String), "2", ""],
    [
      "",
      "attestations of BuildKit",
      published.provenance.digest,
      expect.any(String),
      "1",
      "about linux/amd64; other tools show it as unknown/unknown; not signed by itself",
    ],
  ]);
  expect(table("Attached, not verified")).toEqual([
    [
      `index ${published.root.digest.slice(0, 19)}`,
      "signature",
      SIGN,
      "referrer",
      published.signature.digest,
    ],
    [
      `index ${published.root.digest.slice(0, 19)}`,
      "2 signatures",
      "application/vnd.oci.image.config.v1+json",
      `tag ${published.tag}`,
      published.legacy.digest,
    ],
    ["linux/arm64/v8", "sbom", SPDX, "referrer", published.sbom.digest],
    [
      published.sbom.digest.slice(0, 19),
      "signature",
      "application/vnd.cncf.notary.signature",
      "referrer",
      published.signedSbom.digest,
    ],
    ["linux/amd64", "attestation", SLSA, "in the index", published.provenance.digest],
  ]);
  expect(table("Config of linux/amd64")).toEqual([
    ["Created", "2026-01-02T03:04:05Z"],
    ["User", "app"],
    ["Entrypoint", "/app"],
    ["Command", "--serve"],
    ["Environment variables, without their values", "PATH, TOKEN"],
    ["Label org.opencontainers.image.base.name", "docker.io/library/debian:13"],
  ]);
});

test("the document has all of it, and no value of an environment variable", async () => {
  const { registry, inspect } = await start();
  const published = publish(registry);
  const { result } = await inspect(`team/app@${published.root.digest}`);
  const text = Buffer.from(result.artifacts[0]?.bytes ?? []).toString();
  expect(JSON.stringify(result)).not.toContain("hunter2");
  expect(text).not.toContain("hunter2");
  const document = JSON.parse(text);
  expect(document).toMatchObject({
    schema: "assay-image-inspect/1",
    digest: published.root.digest,
    manifests: [
      { kind: "index", digest: published.root.digest },
      {
        kind: "image",
        platform: "linux/amd64",
        layers: [{ size: 4 }, { size: 13 }],
        image: { user: "app", environmentNames: ["PATH", "TOKEN"] },
        base: { by: "label", name: "docker.io/library/debian:13" },
      },
      { kind: "image", platform: "linux/arm64/v8" },
      { kind: "attestations", about: published.amd64.digest, subject: published.amd64.digest },
    ],
    unread: [],
  });
  expect(document.attached).toHaveLength(5);
  expect(document.attached[2]).toEqual({
    subject: published.arm64.digest,
    by: "referrer",
    digest: published.sbom.digest,
    kind: "sbom",
    artifactType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    predicateTypes: [SPDX],
    count: 1,
  });
});

test("a platform that is listed and not there is reported, and the rest described", async () => {
  const { registry, inspect } = await start();
  const { arm64 } = publish(registry);
  registry.repositories.get("team/app")?.manifests.delete(arm64.digest);
  const { result, platforms } = await inspect("team/app:1.0");
  expect(platforms).toEqual(["linux/amd64"]);
  expect(result.coverage.skipped).toEqual([
    { item: arm64.digest, reason: "it is listed and not there" },
  ]);
  expect(result.notices).toEqual([
    `${registry.host}/team/app lacks ${arm64.digest}, which the index lists.`,
  ]);
});

test.each([401, 403, 429, 500])(
  "a registry that answers %s is no image without signatures",
  async (status) => {
    const { registry, inspect } = await start();
    publish(registry);
    registry.faults.push({ path: /referrers/, status });
    await expect(inspect("team/app:1.0")).rejects.toMatchObject({ name: "StoreError" });
  },
);

test("an archive of Docker has no digest, and says so", async () => {
  const root = await temporaryFolder();
  const tar = tarOf({
    "config.json": JSON.stringify({
      os: "linux",
      architecture: "amd64",
      rootfs: { type: "layers", diff_ids: [] },
    }),
    "manifest.json": JSON.stringify([{ Config: "config.json", RepoTags: ["app:1.0"], Layers: [] }]),
  });
  writeFileSync(join(root, "app.tar"), tar);
  const { context } = registryContext([], { root });
  const { result, digest } = await runInspect(context as unknown as CommandContext, {
    ...{ image: "docker-archive:app.tar", json: true, registry: {} },
  });
  expect(digest).toBeUndefined();
  const table = (title: string) => result.tables?.find((one) => one.title === title)?.rows;
  expect(table("Image")?.[1]).toEqual(["Digest", "none: the archive holds no manifest"]);
  expect(table("Platforms")).toEqual([["linux/amd64", "image", "", expect.any(String), "0", ""]]);
  const document = JSON.parse(Buffer.from(result.artifacts[0]?.bytes ?? []).toString());
  expect(document).toMatchObject({ digest: null, synthetic: true, attached: [] });
});

function tarOf(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([path, content]) => {
    const header = Buffer.alloc(512);
    header.write(path, 0);
    header.write("0000644\0", 100);
    header.write(`${Buffer.byteLength(content).toString(8).padStart(11, "0")}\0`, 124);
    header.write("        0", 148);
    header.write("ustar\x0000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    const data = Buffer.from(content);
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
