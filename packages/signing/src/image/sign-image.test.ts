import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImageManifest, StoredManifest, WritableImageStore } from "@assay/oci";
import {
  cleanUp,
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
  type WrittenLayout,
  writeImageLayout,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keylessRun } from "../test/run.ts";
import { failed, imageAt, sign, verify, writeKeys } from "./test/run.ts";

let mini: MiniSigstore;
let root: string;
let written: WrittenLayout;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  await writeKeys(root, "k");
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  written = await writeImageLayout(join(root, "image"), [
    { platform: "linux/amd64", layers: [{ a: "amd64" }] },
    { platform: "linux/arm64/v8", layers: [{ a: "arm64" }] },
  ]);
});

async function attachedTo(store: WritableImageStore, digest: string) {
  const { manifests } = await store.referrers(digest);
  return manifests;
}

function asImage({ manifest }: StoredManifest): ImageManifest {
  if (manifest.kind !== "image") throw new Error("it is an index");
  return manifest;
}

async function statementOf(store: WritableImageStore, stored: StoredManifest): Promise<unknown> {
  const [layer] = asImage(stored).layers;
  if (layer === undefined) throw new Error("it has no layer");
  const bundle = JSON.parse(Buffer.from(await store.readBlob(layer, 1_000_000)).toString("utf8"));
  return JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, "base64").toString("utf8"));
}

describe("with a key", () => {
  it("signs the index first, then each platform, and what it attaches is as cosign attaches it", async () => {
    const image = await imageAt({ root });
    const signed = await sign({ root, environment: { SOURCE_DATE_EPOCH: "0" } }, image, {
      key: "k.key",
    });
    const digests = [written.digest, ...written.images.map(({ digest }) => digest)];
    expect(failed(signed)).toEqual([]);
    expect(signed.records.map(({ act, subject }) => ({ act, name: subject.name }))).toEqual(
      digests.map((digest) => ({ act: "signed", name: `image@${digest}` })),
    );
    expect(signed.records.map(({ notes }) => notes?.[0])).toEqual([
      undefined,
      "Platform linux/amd64.",
      "Platform linux/arm64.",
    ]);
    const [bundle, second] = await attachedTo(image.store, written.digest);
    if (bundle === undefined) throw new Error("nothing is attached");
    expect(second).toBeUndefined();
    const [layer] = asImage(bundle).layers;
    const type = "application/vnd.dev.sigstore.bundle.v0.3+json";
    expect(Buffer.from(bundle.bytes).toString("utf8")).toBe(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: "application/vnd.oci.image.manifest.v1+json",
        config: {
          mediaType: "application/vnd.oci.empty.v1+json",
          size: 2,
          digest: "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
          artifactType: type,
        },
        layers: [{ mediaType: type, size: layer?.size, digest: layer?.digest }],
        annotations: {
          "dev.sigstore.bundle.content": "dsse-envelope",
          "dev.sigstore.bundle.predicateType": "https://sigstore.dev/cosign/sign/v1",
          "org.opencontainers.image.created": "1970-01-01T00:00:00Z",
        },
        subject: {
          mediaType: "application/vnd.oci.image.index.v1+json",
          size: image.root.descriptor.size,
          digest: written.digest,
        },
        artifactType: type,
      }),
    );
    expect(await statementOf(image.store, bundle)).toEqual({
      _type: "https://in-toto.io/Statement/v1",
      subject: [{ digest: { sha256: written.digest.slice("sha256:".length) } }],
      predicateType: "https://sigstore.dev/cosign/sign/v1",
      predicate: {},
    });
    const verified = await verify({ root }, image, { key: "k.pub" });
    expect(failed(verified)).toEqual([]);
    expect(verified.coverage.inspected).toEqual({ manifests: 3, verified: 3 });
  });

  it("keeps what a first run made", async () => {
    const image = await imageAt({ root });
    await sign({ root }, image, { key: "k.key" });
    const again = await sign({ root }, await imageAt({ root }), { key: "k.key" });
    expect(again.records.map(({ act }) => act)).toEqual(["kept", "kept", "kept"]);
    expect(again.coverage.summary).toBe("0 manifests signed, 3 had a valid signature already");
    for (const digest of [written.digest, ...written.images.map((one) => one.digest)]) {
      expect(await attachedTo(image.store, digest)).toHaveLength(1);
    }
  });

  it("signs with other annotations beside what is there, and both can be asked for", async () => {
    const image = await imageAt({ root });
    await sign({ root }, image, { key: "k.key" });
    await sign({ root }, image, { key: "k.key", annotations: { env: "production", b: "c" } });
    expect(await attachedTo(image.store, written.digest)).toHaveLength(2);
    const asked = { key: "k.pub", annotations: { env: "production" } };
    expect(failed(await verify({ root }, image, asked))).toEqual([]);
    const other = await verify({ root }, image, { key: "k.pub", annotations: { env: "test" } });
    expect(other.failures.map(({ ruleId }) => ruleId)).toEqual(
      Array.from({ length: 3 }, () => "image.wrong-annotation"),
    );
    expect(other.failures[0]?.message).toMatch(/not the annotation env="test" \(found /);
  });

  it("signs the index alone where that is asked for, which then is not enough for its platforms", async () => {
    const image = await imageAt({ root });
    const signed = await sign({ root }, image, { key: "k.key", recursive: false });
    expect(signed.records.map(({ subject }) => subject.name)).toEqual([`image@${written.digest}`]);
    expect(signed.verifyWith?.[0]?.command).toContain("--index-only");
    const whole = await verify({ root }, image, { key: "k.pub" });
    expect(whole.failures.map(({ ruleId, item }) => [ruleId, item])).toEqual(
      written.images.map(({ digest }) => ["image.unsigned", `image@${digest}`]),
    );
    expect(failed(await verify({ root }, image, { key: "k.pub", indexOnly: true }))).toEqual([]);
  });

  it("writes cosign's older form on request, once, and reads it where no bundle is", async () => {
    const image = await imageAt({ root });
    const options = { key: "k.key", legacy: true, annotations: { a: "b" } };
    expect(failed(await sign({ root }, image, options))).toEqual([]);
    await sign({ root }, image, options);
    const tag = `${written.digest.replace(":", "-")}.sig`;
    const stored = await image.store.manifest(tag);
    if (stored === undefined) throw new Error("there is no tag");
    const { config, layers } = asImage(stored);
    expect(config.mediaType).toBe("application/vnd.oci.image.config.v1+json");
    expect(
      layers.map(({ mediaType, annotations }) => [mediaType, Object.keys(annotations ?? {})]),
    ).toEqual([
      ["application/vnd.dev.cosign.simplesigning.v1+json", ["dev.cosignproject.cosign/signature"]],
    ]);
    const payload = await image.store.readBlob(layers[0] ?? config, 10_000);
    expect(JSON.parse(Buffer.from(payload).toString("utf8"))).toEqual({
      critical: {
        identity: { "docker-reference": "image" },
        image: { "docker-manifest-digest": written.digest },
        type: "cosign container image signature",
      },
      optional: { a: "b" },
    });
    const none = { manifests: [], notices: [] };
    const store = { ...image.store, referrers: async () => none };
    const asked = { key: "k.pub", annotations: { a: "b" } };
    const verified = await verify({ root }, { ...image, store }, asked);
    expect(failed(verified)).toEqual([]);
    expect(verified.records[0]?.notes?.[0]).toMatch(/: the tag sha256-[0-9a-f]{64}\.sig\.$/);
  });

  it("says so where the index lists a platform that is not there, and signs the rest", async () => {
    const image = await imageAt({ root });
    const gone = written.images[1]?.digest;
    const manifest = async (reference: string) =>
      reference === gone ? undefined : await image.store.manifest(reference);
    const part = { ...image, store: { ...image.store, manifest } };
    const signed = await sign({ root }, part, { key: "k.key" });
    expect(signed.records).toHaveLength(2);
    expect(signed.failures.map(({ message }) => message)).toEqual([
      `image@${gone} is not signed: the index lists it (linux/arm64), and the store has none`,
    ]);
  });

  it("signs nothing that has no digest of its own", async () => {
    const image = await imageAt({ root });
    const store = { ...image.store, isSynthetic: true };
    const none = "image has no digest that could be signed";
    await expect(sign({ root }, { ...image, store }, { key: "k.key" })).rejects.toThrow(none);
    await expect(verify({ root }, { ...image, store }, { key: "k.pub" })).rejects.toThrow(none);
  });

  it("says what a dry run would do, and does nothing", async () => {
    const image = await imageAt({ root });
    const planned = await sign({ root }, image, { key: "k.key", dryRun: true });
    expect(planned.notices).toContain(
      `signature of linux/arm64: image@${written.images[1]?.digest}`,
    );
    expect(await attachedTo(image.store, written.digest)).toEqual([]);
  });
});

describe("keyless", () => {
  const services = () => ({
    tokenRequestUrl: mini.tokenUrl,
    fulcioUrl: mini.fulcioUrl,
    rekorUrls: [mini.rekorV1Url],
    tsaUrl: mini.tsaUrl,
    trustedRoot: "root.json",
  });
  const who = () => ({
    certificateIdentity: MINI_IDENTITY,
    certificateOidcIssuer: `${mini.url}/oidc`,
    trustedRoot: "root.json",
  });

  it("signs with one certificate for all platforms, with log entries and timestamps", async () => {
    const image = await imageAt({ root });
    const before = mini.done.fulcio;
    const signed = await sign(keylessRun(root, mini), image, services());
    expect(failed(signed)).toEqual([]);
    expect(mini.done.fulcio - before).toBe(1);
    expect(signed.records.every(({ logEntries, time }) => logEntries.length === 1 && time)).toBe(
      true,
    );
    const verified = await verify({ root }, image, {
      ...who(),
    });
    expect(failed(verified)).toEqual([]);
    const other = await verify({ root }, image, {
      ...who(),
      certificateIdentity: "someone@else.test",
    });
    expect([...new Set(other.failures.map(({ ruleId }) => ruleId))]).toEqual([
      "image.wrong-identity",
    ]);
    expect(other.failures[0]?.message).toContain("expected someone@else.test");
  });

  it("writes the older form with certificate, log entry and timestamp", async () => {
    const image = await imageAt({ root });
    const run = keylessRun(root, mini);
    const signed = await sign(run, image, { ...services(), legacy: true });
    expect(failed(signed)).toEqual([]);
    const none = { manifests: [], notices: [] };
    const store = { ...image.store, referrers: async () => none };
    const verified = await verify(
      { root },
      { ...image, store },
      {
        ...who(),
      },
    );
    expect(failed(verified)).toEqual([]);
    expect(verified.records[0]?.logEntries).toHaveLength(1);
  });
});
