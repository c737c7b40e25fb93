import { join } from "node:path";
import { type ImageStore, type StoredManifest, StoreError } from "@assay/oci";
import {
  cleanUp,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
  type WrittenLayout,
  writeImageLayout,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { imageAt, sign, verify, writeKeys } from "./test/run.ts";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const INDEX = "application/vnd.oci.image.index.v1+json";
let mini: MiniSigstore;
let root: string;
let written: WrittenLayout;
let image: Awaited<ReturnType<typeof imageAt>>;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  await writeKeys(root, "k", "other");
  written = await writeImageLayout(join(root, "image"), [{ layers: [{ a: "a" }] }]);
  image = await imageAt({ root });
});

async function older(): Promise<StoredManifest> {
  await sign({ root }, image, { key: "k.key", legacy: true });
  const stored = await image.store.manifest(`${written.digest.replace(":", "-")}.sig`);
  if (stored === undefined) throw new Error("there is no older signature");
  return stored;
}

it("indexes within indexes are signed and verified with what they list", async () => {
  const { mediaType, size, digest } = image.root.descriptor;
  const child = { mediaType, size, digest, platform: { os: "linux", architecture: "amd64" } };
  const put = async (manifests: readonly object[], tag?: string) => {
    const index = { schemaVersion: 2, mediaType: INDEX, manifests };
    return await image.store.putManifest(Buffer.from(JSON.stringify(index)), INDEX, tag);
  };
  const inner = await put([child]);
  const outer = await put([inner, child], "nested");
  const nested = await imageAt({ root }, "oci:image:nested");
  const signed = await sign({ root }, nested, { key: "k.key" });
  expect(signed.records.map(({ subject }) => subject.name)).toEqual(
    [outer, inner, child].map((one) => `image@${one.digest}`),
  );
  const verified = await verify({ root }, nested, { key: "k.pub", platforms: ["linux/amd64"] });
  expect(verified.failures).toEqual([]);
  expect(verified.records).toHaveLength(3);
});

it("an older signature that hangs on the image as a referrer is read", async () => {
  const stored = await older();
  const { mediaType, size, digest } = image.root.descriptor;
  const manifest = {
    ...JSON.parse(Buffer.from(stored.bytes).toString("utf8")),
    artifactType: "application/vnd.dev.cosign.artifact.sig.v1+json",
    subject: { mediaType, size, digest },
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  const attached = await image.store.putReferrer(bytes, MANIFEST);
  const referrer = await image.store.manifest(attached.digest);
  const store = {
    ...image.store,
    referrers: async () => ({ manifests: referrer === undefined ? [] : [referrer], notices: [] }),
    manifest: async (reference: string) =>
      reference.endsWith(".sig") ? undefined : await image.store.manifest(reference),
  };
  const verified = await verify({ root }, { ...image, store }, { key: "k.pub" });
  expect(verified.failures).toEqual([]);
  expect(verified.records[0]?.notes?.[1]).toContain(attached.digest);
});

it("a bundle of somebody else does not hide an older signature", async () => {
  const stored = await older();
  const store = {
    ...image.store,
    referrers: async () => ({ manifests: [], notices: [] }),
    manifest: async (reference: string) =>
      reference.endsWith(".sig") ? stored : await image.store.manifest(reference),
  };
  await sign({ root }, image, { key: "other.key" });
  expect((await verify({ root }, { ...image, store }, { key: "k.pub" })).failures).toEqual([]);
});

it("an older signature of another image is none", async () => {
  const stored = await older();
  await writeImageLayout(join(root, "second"), [{ layers: [{ a: "b" }] }]);
  const second = await imageAt({ root }, "oci:second");
  const store: ImageStore = {
    ...second.store,
    readBlob: (descriptor, most) =>
      image.store.readBlob(descriptor, most).catch(() => second.store.readBlob(descriptor, most)),
    referrers: async () => ({ manifests: [], notices: [] }),
    manifest: async (reference: string) => (reference.endsWith(".sig") ? stored : undefined),
  };
  const verified = await verify({ root }, { ...second, store }, { key: "k.pub" });
  expect(verified.failures.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    [
      "image.wrong-digest",
      `second@${second.root.descriptor.digest} (linux/amd64) is not verified: the signature is of another image (expected ${second.root.descriptor.digest}, found ${written.digest})`,
    ],
  ]);
});

it("nothing is written to a log where the store refuses what would be attached", async () => {
  const putBlob = () => Promise.reject(new StoreError("forbidden", "this account may not push"));
  const found = { ...image, store: { ...image.store, putBlob } };
  const before = mini.done.rekor1;
  const run = { root, hosts: [mini.url] };
  const options = { key: "k.key", rekorUrls: [mini.rekorV1Url] };
  await expect(sign(run, found, options)).rejects.toThrow("this account may not push");
  expect(mini.done.rekor1).toBe(before);
});

it("the older form has no place for an entry of Rekor v2", async () => {
  const run = { root, hosts: [mini.url] };
  const options = { key: "k.key", legacy: true, rekorUrls: [mini.rekorV2Url] };
  await expect(sign(run, image, { ...options, rekorVersion: 2 })).rejects.toThrow(
    "`legacy` is on, and the log is of Rekor v2",
  );
});
