import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { StoreError } from "../error.ts";
import { digestOf } from "../references/digest.ts";
import { parseReference } from "../references/reference.ts";
import { parseChallenges } from "../registry/challenge.ts";
import { MEDIA_TYPES } from "./media-types.ts";
import { parseManifest } from "./parse.ts";

const DIGEST = `sha256:${"0".repeat(64)}`;
const blob = (mediaType: string) => ({ mediaType, digest: DIGEST, size: 1 });
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const read = (value: unknown, mediaType?: string) =>
  parseManifest(bytesOf(value), { what: "M", ...(mediaType === undefined ? {} : { mediaType }) })
    .manifest;

test.each([
  [{}, blob(MEDIA_TYPES.config), MEDIA_TYPES.config],
  [{ artifactType: "x/own" }, blob(MEDIA_TYPES.empty), "x/own"],
  [{ artifactType: "" }, blob("x/config"), "x/config"],
  // Old tools wrote "empty" where they meant what is in the config or the layer.
  [
    { artifactType: MEDIA_TYPES.empty },
    { ...blob(MEDIA_TYPES.empty), artifactType: "x/of-config" },
    "x/of-config",
  ],
  [{}, blob(MEDIA_TYPES.empty), "x/layer"],
])("what an artifact is: %j", (fields, config, artifactType) => {
  const manifest = read({ schemaVersion: 2, ...fields, config, layers: [blob("x/layer")] });
  expect(manifest).toMatchObject({ kind: "image", artifactType });
});

test("the type comes from the field, else from the place, else from what is in it", () => {
  const image = { schemaVersion: 2, config: blob("x/c"), layers: [] };
  const { dockerManifest, dockerList, manifest } = MEDIA_TYPES;
  expect(read({ ...image, mediaType: dockerManifest }).mediaType).toBe(dockerManifest);
  expect(read(image, `${dockerManifest}; charset=utf-8`).mediaType).toBe(dockerManifest);
  expect(read(image, "application/octet-stream").mediaType).toBe(manifest);
  expect(read(image).mediaType).toBe(manifest);
  expect(read({ schemaVersion: 2, manifests: [] }, dockerList).kind).toBe("index");
  expect(() => read(image, dockerList)).toThrow(
    `M is of the type ${dockerList}, and has the fields of another`,
  );
});

test("every field of a descriptor is read, and what is none of them is not", () => {
  const platform = {
    os: "windows",
    architecture: "amd64",
    "os.version": "10.0.1",
    "os.features": ["win32k"],
    variant: "v1",
    x: 1,
  };
  const child = {
    ...blob(MEDIA_TYPES.manifest),
    platform,
    urls: ["https://a.example"],
    annotations: { a: "b" },
    artifactType: "x/y",
    data: "e30=",
  };
  const index = read({
    schemaVersion: 2,
    manifests: [child],
    subject: blob("x/s"),
    annotations: { c: "d" },
  });
  expect(index).toEqual({
    kind: "index",
    mediaType: MEDIA_TYPES.index,
    subject: blob("x/s"),
    annotations: { c: "d" },
    manifests: [
      {
        ...blob(MEDIA_TYPES.manifest),
        artifactType: "x/y",
        urls: ["https://a.example"],
        annotations: { a: "b" },
        platform: {
          os: "windows",
          architecture: "amd64",
          variant: "v1",
          osVersion: "10.0.1",
          osFeatures: ["win32k"],
        },
      },
    ],
  });
});

test("bytes are held against the digest by its own algorithm, and against the size", () => {
  const bytes = bytesOf({ schemaVersion: 2, manifests: [] });
  const digest = digestOf(bytes, "sha512:");
  const source = { what: "M", digest, size: bytes.length };
  expect(parseManifest(bytes, source).descriptor).toEqual({
    mediaType: MEDIA_TYPES.index,
    digest,
    size: bytes.length,
  });
  expect(() => parseManifest(bytes, { ...source, digest: DIGEST })).toThrow(
    "M has the digest sha256:",
  );
  expect(() => parseManifest(bytes, { ...source, size: 5 })).toThrow(
    `M has ${bytes.length} bytes; its descriptor says 5`,
  );
});

test("whatever bytes come, they are read or refused as malformed", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    '"',
    ":",
    ",",
    "\\",
    "null",
    "1e999",
    '"__proto__"',
    '"mediaType"',
    "\u0000",
    "sha256:",
    '"size":-1',
  ];
  const valid = JSON.stringify({
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.manifest,
    config: blob("x/c"),
    layers: [blob("x/l")],
    annotations: { a: "b" },
  });
  const place = fc.nat(valid.length);
  const check = (at: number, piece: string, cut: number) => {
    const text = valid.slice(0, at) + piece + valid.slice(at + cut);
    try {
      expect(parseManifest(Buffer.from(text), { what: "M" }).manifest.kind).toMatch(/image|index/);
    } catch (error) {
      expect(error, text).toBeInstanceOf(StoreError);
      expect((error as StoreError).failure, text).toBe("malformed");
    }
    expect(parseChallenges(text).length, text).toBeGreaterThanOrEqual(0);
    try {
      parseReference(text.slice(at, at + 60));
    } catch (error) {
      expect((error as Error).message, text).toMatch("is no image reference: ");
    }
  };
  fc.assert(fc.property(place, fc.constantFrom(...pieces), fc.nat(40), check), fuzzRuns(3000));
});
