import { join } from "node:path";
import {
  type ImageStore,
  StoreError,
  type StoreFailure,
  type WritableImageStore,
} from "@assay/oci";
import { cleanUp, temporaryFolder, type WrittenLayout, writeImageLayout } from "@assay/testkit";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { pushBundle, put } from "./push-bundle.ts";
import type { FoundImage } from "./subjects.ts";
import { attest, imageAt, sign, verify, writeKeys } from "./test/run.ts";

type Image = FoundImage & { readonly store: WritableImageStore };

const KEY = { key: "k.pub" };
let root: string;
let written: WrittenLayout;
let image: Image;

beforeEach(async () => {
  root = await temporaryFolder();
  await writeKeys(root, "k", "other");
  written = await writeImageLayout(join(root, "image"), [
    { platform: "linux/amd64", layers: [{ a: "amd64" }] },
    { platform: "linux/arm64", layers: [{ a: "arm64" }] },
  ]);
  image = await imageAt({ root });
});
afterAll(cleanUp);

/** Rules and messages, with each digest by the name that it has here. */
async function causes(
  options: Parameters<typeof verify>[2] = {},
  found: FoundImage = image,
): Promise<readonly string[]> {
  const { failures } = await verify({ root }, found, { ...KEY, ...options });
  return failures.map(({ ruleId, message }) => `${ruleId}: ${named(message)}`);
}

function named(text: string): string {
  const [amd64, arm64] = written.images;
  return text
    .replaceAll(written.digest, "INDEX")
    .replaceAll(amd64?.digest ?? "", "AMD64")
    .replaceAll(arm64?.digest ?? "", "ARM64");
}

/** The image with a store that answers otherwise. */
function over(changes: Partial<ImageStore>): FoundImage {
  return { ...image, store: { ...image.store, ...changes } };
}

async function bundleAt(digest: string): Promise<Buffer> {
  const [stored] = (await image.store.referrers(digest)).manifests;
  if (stored?.manifest.kind !== "image") throw new Error("nothing is attached");
  const [layer] = stored.manifest.layers;
  if (layer === undefined) throw new Error("it has no layer");
  return Buffer.from(await image.store.readBlob(layer, 1_000_000));
}

async function storedAt(digest = ""): ReturnType<typeof storedOrNone> {
  return await storedOrNone(digest);
}

async function storedOrNone(digest: string) {
  const stored = await image.store.manifest(digest);
  if (stored === undefined) throw new Error(`${digest} is not there`);
  return stored;
}

describe("an image whose signatures hold", () => {
  beforeEach(async () => {
    await sign({ root }, image, { key: "k.key" });
  });

  it("is verified with all that it lists, and the record names platforms and proofs", async () => {
    const result = await verify({ root }, image, KEY);
    expect(result.failures).toEqual([]);
    expect(result.records.map(({ act, subject }) => [act, named(subject.name)])).toEqual([
      ["verified", "image@INDEX"],
      ["verified", "image@AMD64"],
      ["verified", "image@ARM64"],
    ]);
    expect(result.records[1]?.notes).toEqual([
      "Platform linux/amd64.",
      expect.stringMatching(/^Signature: sha256:[0-9a-f]{64}\.$/),
    ]);
    expect(result.coverage.summary).toBe(
      "All 3 manifests of the image signed by the expected signer",
    );
    expect(named(result.verifyWith?.[0]?.command ?? "")).toBe(
      "assay image verify --key k.pub -- oci:image:latest@INDEX",
    );
  });

  it("has the platforms that are asked for, and no others", async () => {
    expect(await causes({ platforms: ["linux/arm64/v8", "linux/amd64"] })).toEqual([]);
    expect(await causes({ platforms: ["linux/amd64", "linux/s390x"] })).toEqual([
      "image.missing-platform: image@INDEX is not verified: it has no linux/s390x, only linux/amd64, linux/arm64",
      "image.extra-platform: image@ARM64 is not verified: it is of the platform linux/arm64, which `platforms` does not name",
    ]);
  });

  it("is not whole where its index lists a platform that the store does not have", async () => {
    const gone = written.images[1]?.digest;
    const manifest = async (one: string) =>
      one === gone ? undefined : await image.store.manifest(one);
    expect(await causes({}, over({ manifest }))).toEqual([
      "image.missing-platform: image@ARM64 is not verified: the index lists it for linux/arm64, and image does not have it",
    ]);
  });

  it("is signed by nobody else", async () => {
    const found = await verify({ root }, image, { key: "other.pub" });
    expect(found.failures.map(({ ruleId }) => ruleId)).toEqual(
      Array(3).fill("image.wrong-identity"),
    );
    expect(named(found.failures[0]?.message ?? "")).toMatch(
      /^image@INDEX is not verified: it was signed with another key \(expected [0-9a-f]{64}, found [0-9a-f]{64}\)$/,
    );
  });

  it("needs as many signers as are asked for", async () => {
    const both = { otherKeys: ["other.pub"], minSignatures: 2 };
    expect(await causes(both)).toHaveLength(3);
    expect((await causes(both))[0]).toMatch(
      /^image\.too-few-signers: image@INDEX is not verified: 1 of 2 different signers signed it \(the key /,
    );
    await sign({ root }, image, { key: "other.key" });
    expect(await causes(both)).toEqual([]);
  });

  it("reads configs and layers where it is asked to", async () => {
    expect(await causes({ checkLayers: true })).toEqual([]);
    const [layer] = written.images[0]?.layers ?? [];
    const changed = (failure: StoreFailure, message: string) =>
      over({
        blob: (descriptor) =>
          descriptor.digest === layer ? failing(failure, message) : image.store.blob(descriptor),
      });
    const tampered = changed("digest-mismatch", "the layer has another digest");
    expect(await causes({}, tampered)).toEqual([]);
    expect(await causes({ checkLayers: true }, tampered)).toEqual([
      `image.tampered: image@${layer} is not verified: the layer has another digest`,
    ]);
    expect(await causes({ checkLayers: true }, changed("truncated", "it ended too early"))).toEqual(
      [`image.truncated: image@${layer} is not verified: it ended too early`],
    );
  });

  it("does not lose its verdict to what somebody else attached", async () => {
    const stored = await storedAt(written.digest);
    const other = await bundleAt(written.images[0]?.digest ?? "");
    await pushBundle(
      image.store,
      stored,
      other,
      "https://sigstore.dev/cosign/sign/v1",
      new Date(0),
    );
    await pushBundle(image.store, stored, Buffer.from("{"), "x", new Date(0));
    const result = await verify({ root }, image, KEY);
    expect(result.failures).toEqual([]);
    expect(result.notices?.map(named)).toEqual([
      expect.stringMatching(
        /^sha256:[0-9a-f]{64}, attached to image@INDEX, was ignored: it is of another image \(AMD64\)\.$/,
      ),
    ]);
  });
});

describe("an image that is not signed as it should be", () => {
  it("is unsigned where nothing is attached", async () => {
    expect(await causes()).toEqual(
      ["INDEX", "AMD64 (linux/amd64)", "ARM64 (linux/arm64)"].map(
        (name) =>
          `image.unsigned: image@${name} is not verified: nothing is attached to it that is a signature`,
      ),
    );
  });

  it("is unsigned where an attestation alone is attached", async () => {
    await attest({ root }, image, {
      ...{ key: "k.key", predicateType: "https://acme.test/reviewed/v1" },
      predicates: [await document("p.json", { fine: true })],
    });
    expect((await causes())[0]).toBe(
      "image.unsigned: image@INDEX is not verified: what is attached to it is no signature: https://acme.test/reviewed/v1",
    );
    const only = { requireSignature: false, predicateTypes: ["https://acme.test/reviewed/v1"] };
    expect(await causes(only)).toEqual([]);
    await expect(causes({ requireSignature: false })).rejects.toThrow(
      "no attestation is asked for",
    );
  });

  it("is not signed by the signature of another image", async () => {
    const stored = await storedAt(written.digest);
    const [amd64] = written.images;
    await sign({ root }, { ...image, root: await storedAt(amd64?.digest) }, { key: "k.key" });
    const bundle = await bundleAt(amd64?.digest ?? "");
    await pushBundle(
      image.store,
      stored,
      bundle,
      "https://sigstore.dev/cosign/sign/v1",
      new Date(0),
    );
    const [first] = await causes();
    expect(first).toBe(
      "image.wrong-digest: image@INDEX is not verified: the signature is of another image (expected INDEX, found AMD64)",
    );
  });

  it("is not signed by a referrer whose own subject is another image", async () => {
    const [amd64] = written.images;
    await sign({ root }, { ...image, root: await storedAt(amd64?.digest) }, { key: "k.key" });
    const swapped = await image.store.referrers(amd64?.digest ?? "");
    const found = over({ referrers: async () => swapped });
    expect(await causes({ indexOnly: true }, found)).toEqual([
      "image.wrong-digest: image@INDEX is not verified: what is attached to it is of another image (expected INDEX, found AMD64)",
    ]);
  });

  it("is told from one whose signature was changed", async () => {
    await sign({ root }, image, { key: "k.key" });
    const bundle = JSON.parse((await bundleAt(written.digest)).toString("utf8"));
    const [signature] = bundle.dsseEnvelope.signatures;
    const bytes = Buffer.from(signature.sig, "base64");
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    signature.sig = bytes.toString("base64");
    const blank = over({ referrers: async () => ({ manifests: [changed], notices: [] }) });
    const descriptor = await pushBundle(
      image.store,
      await storedAt(written.digest),
      Buffer.from(JSON.stringify(bundle)),
      "https://sigstore.dev/cosign/sign/v1",
      new Date(0),
    );
    const changed = await storedAt(descriptor.digest);
    const [first] = await causes({ indexOnly: true }, blank);
    expect(first).toMatch(/^image\.tampered: image@INDEX is not verified: /);
  });

  it("is signed by a revoked key no longer", async () => {
    const signed = await sign({ root }, image, { key: "k.key" });
    const revokedKeys = [signed.records[0]?.signer.keySha256 ?? ""];
    expect((await causes({ revokedKeys }))[0]).toMatch(/^image\.revoked-key: image@INDEX /);
  });

  it.each([
    ["unreachable", "image.unreachable"],
    ["unauthorized", "image.unauthorized"],
    ["forbidden", "image.forbidden"],
    ["rate-limited", "image.rate-limited"],
    ["truncated", "image.truncated"],
    ["digest-mismatch", "image.tampered"],
    ["malformed", "image.unreadable"],
    ["failed", "image.unreadable"],
  ] as const)("is not called unsigned where the store is %s", async (failure, rule) => {
    await sign({ root }, image, { key: "k.key" });
    const fail = () => Promise.reject(new StoreError(failure, "it can't say"));
    for (const changes of [{ referrers: fail }, { manifest: fail }, { readBlob: fail }]) {
      const { failures } = await verify({ root }, over(changes), { ...KEY, indexOnly: true });
      expect(failures.map(({ ruleId, message, kind }) => [ruleId, kind, named(message)])).toEqual([
        [rule, "external", "image@INDEX is not verified: it can't say"],
      ]);
    }
  });
});

describe("what BuildKit lists", () => {
  it("is no platform, and its statements are named as unsigned", async () => {
    const [amd64] = written.images;
    const statement = await put(image.store, Buffer.from("{}"), "application/vnd.in-toto+json");
    const manifest = {
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      artifactType: "application/vnd.docker.attestation.manifest.v1+json",
      config: { mediaType: "application/vnd.oci.empty.v1+json", digest: statement.digest, size: 2 },
      layers: [statement],
    };
    const bytes = Buffer.from(JSON.stringify(manifest));
    const attestation = await image.store.putManifest(bytes, manifest.mediaType);
    const index = {
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.index.v1+json",
      manifests: [
        { ...amd64, layers: undefined, platform: { os: "linux", architecture: "amd64" } },
        {
          ...{ ...attestation, artifactType: undefined },
          platform: { os: "unknown", architecture: "unknown" },
          annotations: {
            "vnd.docker.reference.type": "attestation-manifest",
            "vnd.docker.reference.digest": amd64?.digest,
          },
        },
      ],
    };
    await image.store.putManifest(Buffer.from(JSON.stringify(index)), index.mediaType, "built");
    const built = await imageAt({ root }, "oci:image:built");
    await sign({ root }, built, { key: "k.key" });
    const result = await verify({ root }, built, { ...KEY, platforms: ["linux/amd64"] });
    expect(result.failures).toEqual([]);
    expect(result.records).toHaveLength(2);
    expect(result.notices).toEqual([
      `The index lists 1 attestation manifest of BuildKit (${attestation.digest.slice(0, 19)}): unsigned statements, which the index' signature covers as they were pushed, and which count as no attestation.`,
    ]);
  });
});

describe("an index of what is no image", () => {
  const DOCUMENT = "https://acme.test/reviewed/v1";

  /** Puts an index of these entries; each is given the digest and size of the first image where it has none. */
  async function indexOf(entries: readonly object[]): Promise<Image> {
    const [amd64] = written.images;
    const { size = 0, mediaType = "" } = (await storedAt(amd64?.digest)).descriptor;
    const index = {
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.index.v1+json",
      manifests: entries.map((entry) => ({ digest: amd64?.digest, size, mediaType, ...entry })),
    };
    await image.store.putManifest(Buffer.from(JSON.stringify(index)), index.mediaType, "other");
    return await imageAt({ root }, "oci:image:other");
  }

  async function artifact(): Promise<object> {
    const config = await put(image.store, Buffer.from("{}"), "application/vnd.wasm.config.v0+json");
    const mediaType = "application/vnd.oci.image.manifest.v1+json";
    const manifest = { schemaVersion: 2, mediaType, config, layers: [config] };
    return await image.store.putManifest(Buffer.from(JSON.stringify(manifest)), mediaType);
  }

  it("must have the attestations itself where it lists nothing that could have them", async () => {
    const empty = await indexOf([]);
    await sign({ root }, empty, { key: "k.key" });
    expect(await causes({}, empty)).toEqual([]);
    expect(await causes({ predicateTypes: [DOCUMENT] }, empty)).toEqual([
      `image.attestation-missing: image@${empty.root.descriptor.digest} is not verified: it has no attestation of type ${DOCUMENT}`,
    ]);
    expect(await causes({ platforms: ["linux/amd64"] }, empty)).toEqual([
      `image.missing-platform: image@${empty.root.descriptor.digest} is not verified: it has no linux/amd64, only none that says its platform`,
    ]);
  });

  it("must have a signature of all that it lists for a platform, whatever that says of itself", async () => {
    const wasm = { os: "wasip1", architecture: "wasm" };
    const listed = await indexOf([
      { ...(await artifact()), artifactType: undefined, platform: wasm },
    ]);
    await sign({ root }, listed, { key: "k.key", recursive: false });
    expect(await causes({}, listed)).toEqual([
      expect.stringMatching(/^image.unsigned: image@sha256:\w+ \(wasip1\/wasm\) is not verified/),
    ]);
    await sign({ root }, listed, { key: "k.key" });
    expect(await causes({}, listed)).toEqual([]);
    expect(await causes({ platforms: ["linux/amd64"] }, listed)).toEqual([
      expect.stringMatching(/^image.missing-platform: /),
      expect.stringMatching(/^image.extra-platform: .*platform wasip1\/wasm/),
    ]);
  });

  it("lists no platform as something that is no manifest", async () => {
    const platform = { os: "linux", architecture: "amd64" };
    const blob = { mediaType: "application/octet-stream", platform };
    const listed = await indexOf([blob]);
    await sign({ root }, listed, { key: "k.key" });
    expect(await causes({}, listed)).toEqual([
      "image.unreadable: image@AMD64 is not verified: the index lists it for linux/amd64 as application/octet-stream, which is no manifest, and some runtimes run it all the same",
    ]);
  });
});

async function document(name: string, content: unknown): Promise<string> {
  const { writeFile } = await import("node:fs/promises");
  await writeFile(join(root, name), JSON.stringify(content));
  return name;
}

// biome-ignore lint/correctness/useYield: it fails before the first piece.
async function* failing(failure: StoreFailure, message: string): AsyncGenerator<Uint8Array> {
  throw new StoreError(failure, message);
}
