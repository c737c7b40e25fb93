import { createHash } from "node:crypto";
import type { ImagePart, ImageStore, StoredManifest } from "@assay/oci";
import { expect, test } from "vitest";
import { findAttached } from "./find.ts";

const mediaType = "application/vnd.oci.image.manifest.v1+json";
const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

function manifest(name: string, bytes: number): StoredManifest {
  const descriptor = { mediaType, digest: digestOf(name), size: bytes };
  return {
    descriptor,
    bytes: new Uint8Array(bytes),
    manifest: { kind: "image", mediaType, config: descriptor, layers: [], annotations: {} },
  };
}

/** A store in which so much is attached to everything that is asked for. */
function boundless(width: number, bytes: number) {
  let asked = 0;
  const store: Partial<ImageStore> = {
    kind: "registry",
    name: "registry.example/app",
    manifest: async () => undefined,
    referrers: async (digest) => {
      asked++;
      const manifests = Array.from({ length: width }, (_, at) => manifest(`${digest}${at}`, bytes));
      return { manifests, notices: [] };
    },
  };
  return { store: store as ImageStore, asked: () => asked };
}

test.each([
  [100, 10],
  [10, 1_000_000],
])("%i attached to each that is attached, of %i bytes, have an end", async (width, bytes) => {
  const { store, asked } = boundless(width, bytes);
  const stored = manifest("root", 10);
  const parts: readonly ImagePart[] = [{ stored, descriptor: stored.descriptor, kind: "image" }];
  await expect(findAttached(store, parts)).rejects.toMatchObject({
    failure: "failed",
    message:
      "Over 10000 manifests or 67108864 bytes are attached to the image of registry.example/app",
  });
  expect(asked()).toBeLessThan(10_000);
});
