import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandContext } from "@assay/core";
import {
  cleanUp,
  type MiniRegistry,
  type MiniRegistryOptions,
  registryContext,
  startMiniRegistry,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, afterEach, expect, test } from "vitest";
import { publish } from "../test/published.ts";
import { runCopy } from "./run-copy.ts";

const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});
afterAll(cleanUp);

async function start(options: MiniRegistryOptions = {}) {
  const [source, target] = [await startMiniRegistry(), await startMiniRegistry(options)];
  started.push(source, target);
  const root = await temporaryFolder();
  const { context } = registryContext([source.host, target.host], { root });
  const copy = (from: string, to: string, platform?: string) =>
    runCopy(context as unknown as CommandContext, {
      ...{ images: [from, to], platform, registry: {} },
    });
  return { source, target, root, copy, published: publish(source) };
}

/** All that a repository holds, by digest. */
function contentOf(registry: MiniRegistry, repository: string) {
  const { manifests, blobs, tags } = registry.repositories.get(repository) ?? {};
  return {
    manifests: [...(manifests?.keys() ?? [])].sort(),
    blobs: [...(blobs?.keys() ?? [])].sort(),
    tags: Object.fromEntries([...(tags ?? [])].sort()),
  };
}

test("a copy between registries has every manifest, blob and tag of the image", async () => {
  const { source, target, copy, published } = await start();
  const { result, digest, reference } = await copy(
    `${source.host}/team/app:1.0`,
    `${target.host}/mirror/app:stable`,
  );
  const whole = contentOf(source, "team/app");
  const { "1.0": root, ...legacy } = whole.tags;
  expect(contentOf(target, "mirror/app")).toEqual({ ...whole, tags: { ...legacy, stable: root } });
  expect(digest).toBe(published.root.digest);
  expect(reference).toBe(`${target.host}/mirror/app:stable@${digest}`);
  expect(result).toEqual({
    act: "copy",
    records: [
      {
        act: "uploaded",
        subject: {
          name: `${source.host}/team/app:1.0@${digest}`,
          digests: { sha256: digest.slice(7) },
        },
        signer: {},
        logEntries: [],
        destination: reference,
        notes: [
          "2 images; attached: 3 × signature, 1 × attestation, 1 × bill of materials",
          expect.stringMatching(/^(.+) of \1 were sent; the rest was there$/),
        ],
      },
    ],
    failures: [],
    coverage: {
      inspected: { manifests: 8, blobs: whole.blobs.length, attached: 5 },
      skipped: [],
      summary: `8 manifests and ${whole.blobs.length} blobs are in ${reference}, each looked at there`,
    },
    notices: [],
  });
});

test("a second copy sends nothing and says so", async () => {
  const { source, target, copy } = await start();
  await copy(`${source.host}/team/app:1.0`, `${target.host}/mirror/app:1.0`);
  const { result } = await copy(`${source.host}/team/app:1.0`, `${target.host}/mirror/app:1.0`);
  expect(result.records).toMatchObject([
    {
      act: "kept",
      notes: [expect.anything(), expect.stringMatching(/^0 bytes of/), expect.anything()],
    },
  ]);
});

test("in one registry blobs are mounted", async () => {
  const { source, copy } = await start();
  source.takeRequests();
  await copy(`${source.host}/team/app:1.0`, `${source.host}/team/copy:1.0`);
  expect(contentOf(source, "team/copy")).toEqual(contentOf(source, "team/app"));
  expect(
    source.takeRequests().filter((line) => line.startsWith("PUT") && line.includes("uploads")),
  ).toEqual([]);
});

test.each([
  ["from the API to a fallback tag", true, false],
  ["from a fallback tag to the API", false, true],
])("what is attached is found again %s", async (_, from, to) => {
  const { source, target, root, copy, published } = await start({ referrers: to });
  const middle = await startMiniRegistry({ referrers: from });
  started.push(middle);
  // Through a layout, where the image keeps its tag.
  await copy(`${source.host}/team/app:1.0`, "oci:way");
  const { context } = registryContext([middle.host, target.host], { root });
  const run = (images: readonly string[]) =>
    runCopy(context as unknown as CommandContext, { images, platform: undefined, registry: {} });
  await run(["oci:way:1.0", `${middle.host}/a/b:1.0`]);
  const last = await run([`${middle.host}/a/b:1.0`, `${target.host}/c/d:1.0`]);
  expect(last.digest).toBe(published.root.digest);
  const { manifests, tags } = contentOf(target, "c/d");
  const all = contentOf(source, "team/app").manifests;
  expect(all.filter((digest) => !manifests.includes(digest))).toEqual([]);
  const fallback = tags[published.root.digest.replace(":", "-")];
  expect(fallback === undefined).toBe(to);
});

test("a layout keeps everything, and lists what is tagged or attached", async () => {
  const { source, root, copy, published } = await start();
  await copy(`${source.host}/team/app:1.0`, "oci:saved:1.0");
  const { manifests } = JSON.parse(readFileSync(join(root, "saved", "index.json"), "utf8"));
  const listed = manifests.map((entry: { digest: string; annotations?: object }) => [
    entry.digest,
    entry.annotations,
  ]);
  const name = (tag: string) => ({ "org.opencontainers.image.ref.name": tag });
  expect(listed).toEqual(
    expect.arrayContaining([
      [published.root.digest, name("1.0")],
      [published.legacy.digest, name(published.tag)],
      [published.signature.digest, undefined],
      [published.sbom.digest, undefined],
      [published.signedSbom.digest, undefined],
      [published.provenance.digest, undefined],
    ]),
  );
  expect(listed).toHaveLength(6);
});

test.each(["linux/arm64/v8", "linux/arm64", "linux/aarch64"])(
  "%s alone has its own digest",
  async (platform) => {
    const { source, target, copy, published } = await start();
    const { digest } = await copy(
      `${source.host}/team/app:1.0`,
      `${target.host}/one:1.0`,
      platform,
    );
    expect(digest).toBe(published.arm64.digest);
    expect(contentOf(target, "one").manifests).toEqual(
      [published.arm64.digest, published.sbom.digest, published.signedSbom.digest].sort(),
    );
    await expect(
      copy(`${source.host}/team/app:1.0`, `${target.host}/one:1.0`, "linux/s390x"),
    ).rejects.toMatchObject({
      kind: "usage",
      hint: "It has: linux/amd64, linux/arm64/v8.",
    });
  },
);

test("the tag stays where it was until all of the copy is there", async () => {
  const { source, target, copy, published } = await start();
  const old = target.putImage("mirror/app", { layers: ["old"], tag: "1.0" });
  target.faults.push({ method: "PUT", path: /\/manifests\/sha256/, status: 403 });
  const run = () => copy(`${source.host}/team/app:1.0`, `${target.host}/mirror/app:1.0`);
  await expect(run()).rejects.toMatchObject({ failure: "forbidden" });
  expect(target.tags("mirror/app")).toEqual(["1.0"]);
  expect(contentOf(target, "mirror/app").tags).toEqual({ "1.0": old.digest });
  target.faults.splice(0);
  target.faults.push({ method: "HEAD", path: /blobs/, status: 404 });
  await expect(run()).rejects.toMatchObject({
    message: expect.stringContaining("does not have it now"),
  });
  expect(contentOf(target, "mirror/app").tags["1.0"]).toBe(old.digest);
  target.faults.splice(0);
  const { result } = await run();
  expect(contentOf(target, "mirror/app").tags["1.0"]).toBe(published.root.digest);
  expect(result.records[0]?.notes).toContain(`the tag 1.0 was ${old.digest}`);
});

test("a damaged source is not copied", async () => {
  const { source, target, copy } = await start();
  source.faults.push({ method: "GET", path: /blobs/, change: () => Buffer.from("evil") });
  await expect(
    copy(`${source.host}/team/app:1.0`, `${target.host}/mirror/app:1.0`),
  ).rejects.toMatchObject({
    name: "StoreError",
  });
  expect(target.tags("mirror/app")).toEqual([]);
});

test("a source that can't say what is attached is not copied without it", async () => {
  const { source, target, copy } = await start();
  source.faults.push({ path: /referrers/, status: 403 });
  await expect(
    copy(`${source.host}/team/app:1.0`, `${target.host}/mirror/app:1.0`),
  ).rejects.toMatchObject({
    failure: "forbidden",
  });
  expect(contentOf(target, "mirror/app").manifests).toEqual([]);
});

test("half an index is not copied as a whole one", async () => {
  const { source, target, copy, published } = await start();
  source.repositories.get("team/app")?.manifests.delete(published.arm64.digest);
  await expect(
    copy(`${source.host}/team/app:1.0`, `${target.host}/mirror/app:1.0`),
  ).rejects.toThrow(`has no manifest ${published.arm64.digest}`);
});

test("what is asked for is checked before anything is sent", async () => {
  const { source, target, copy, published } = await start();
  const other = `sha256:${"0".repeat(64)}`;
  await expect(
    copy(`${source.host}/team/app:1.0`, `${target.host}/mirror/app@${other}`),
  ).rejects.toThrow(`The image is ${published.root.digest}; its copy can't be ${other}`);
  await expect(copy(`${source.host}/team/app:1.0`, "oci-archive:out.tar")).rejects.toMatchObject({
    kind: "usage",
  });
  expect(target.takeRequests()).toEqual([]);
});

test("a layer that its maker keeps elsewhere may be missing, and is damaged like any other", async () => {
  const { source, copy } = await start();
  const image = source.putImage("team/windows", { layers: ["base", "app"] });
  const stored = source.repositories.get("team/windows");
  const manifest = JSON.parse(String(stored?.manifests.get(image.digest)?.bytes));
  const [base] = manifest.layers;
  base.mediaType = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";
  source.putManifest("team/windows", manifest, "1");
  const run = () => copy(`${source.host}/team/windows:1`, "oci:windows");
  const fault = { method: "GET", path: new RegExp(base.digest) };
  source.faults.push({ ...fault, change: () => Buffer.from("evil") });
  await expect(run()).rejects.toMatchObject({ failure: "digest-mismatch" });
  source.faults.splice(0);
  source.faults.push({ ...fault, status: 403 });
  await expect(run()).rejects.toMatchObject({ failure: "forbidden" });
  source.faults.splice(0);
  stored?.blobs.delete(base.digest);
  const { result } = await run();
  expect(result.coverage.skipped).toEqual([
    {
      item: base.digest,
      reason: "the source names it and does not have it: such layers may not be passed on",
    },
  ]);
});
