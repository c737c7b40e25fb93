import { type Descriptor, type ImageStore, type StoredManifest, StoreError } from "@assay/oci";
import { expect, test } from "vitest";
import { provenanceClaims } from "./provenance.ts";

const OCI = "application/vnd.oci.image";
const at = (digest: string, extra: Partial<Descriptor> = {}): Descriptor => ({
  mediaType: `${OCI}.manifest.v1+json`,
  digest,
  size: 1,
  ...extra,
});

function manifest(digest: string, layers: readonly Descriptor[]): StoredManifest {
  return {
    descriptor: at(digest),
    bytes: new Uint8Array(),
    manifest: {
      kind: "image",
      mediaType: `${OCI}.manifest.v1+json`,
      config: at("sha256:config", { mediaType: `${OCI}.config.v1+json` }),
      layers,
      annotations: {},
    },
  };
}

const PROVENANCE = { "in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2" };
const attestation = (about: string) => ({
  annotations: {
    "vnd.docker.reference.type": "attestation-manifest",
    "vnd.docker.reference.digest": about,
  },
});

async function read(blobs: Readonly<Record<string, unknown>>) {
  const layers = [
    ...Object.keys(blobs).map((digest) => at(digest, { annotations: PROVENANCE })),
    at("sha256:sbom", {
      annotations: { "in-toto.io/predicate-type": "https://spdx.dev/Document" },
    }),
  ];
  const platform = { os: "linux", architecture: "amd64" };
  const root: StoredManifest = {
    descriptor: at("sha256:index", { mediaType: `${OCI}.index.v1+json` }),
    bytes: new Uint8Array(),
    manifest: {
      kind: "index",
      mediaType: `${OCI}.index.v1+json`,
      manifests: [
        at("sha256:image", { platform }),
        at("sha256:attestation", attestation("sha256:image")),
        at("sha256:gone", attestation("sha256:image")),
      ],
      annotations: {},
    },
  };
  const manifests = new Map([
    ["sha256:image", manifest("sha256:image", [])],
    ["sha256:attestation", manifest("sha256:attestation", layers)],
  ]);
  const store = {
    name: "a store",
    manifest: async (digest: string) => manifests.get(digest),
    readBlob: async ({ digest }: Descriptor) => {
      const blob = blobs[digest];
      if (blob === undefined) throw new StoreError("truncated", "it is not there");
      return Buffer.from(typeof blob === "string" ? blob : JSON.stringify(blob));
    },
  } as unknown as ImageStore;
  return provenanceClaims(store, root);
}

const MATERIALS = [
  { uri: "pkg:docker/golang@1.22?platform=linux%2Famd64", digest: { sha256: "aa" } },
  { uri: "pkg:docker/ghcr.io/team/base@1?platform=linux%2Famd64", digest: { sha256: "bb" } },
  { uri: "https://github.com/team/app.git", digest: { sha1: "cc" } },
  { uri: "pkg:docker/none@1" },
  "odd",
];
const CLAIMS = [
  { method: "provenance", name: "golang:1.22", digest: "sha256:aa" },
  { method: "provenance", name: "ghcr.io/team/base:1", digest: "sha256:bb" },
];

test("images that BuildKit says were used, in both forms of provenance", async () => {
  const v02 = { predicate: { materials: MATERIALS } };
  const v1 = { predicate: { buildDefinition: { resolvedDependencies: MATERIALS } } };
  for (const statement of [v02, v1])
    expect(await read({ "sha256:a": statement })).toEqual({
      claims: new Map([["sha256:image", CLAIMS]]),
      notices: [],
    });
});

test("what can't be read is said, and what is no statement names nothing", async () => {
  expect(await read({ "sha256:a": undefined, "sha256:b": "{", "sha256:c": [] })).toEqual({
    claims: new Map(),
    notices: ["The provenance of sha256:image can't be read: it is not there."],
  });
});

test("an image alone has no attestations beside it", async () => {
  const store = {} as ImageStore;
  expect(await provenanceClaims(store, manifest("sha256:image", []))).toEqual({
    claims: new Map(),
    notices: [],
  });
});
