/** An image as builders and signers leave it in a registry, for tests. */
import type { MiniRegistry } from "@assay/testkit";

const INDEX = "application/vnd.oci.image.index.v1+json";
const BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
export const SIGN = "https://sigstore.dev/cosign/sign/v1";
export const SPDX = "https://spdx.dev/Document";
export const SLSA = "https://slsa.dev/provenance/v1";

export type Published = ReturnType<typeof publish>;

/** Two platforms, BuildKit's provenance of one, a bundle on the index, an SBOM on it that is signed itself, an older signature. */
export function publish(registry: MiniRegistry, repository = "team/app") {
  const config = (architecture: string) => ({
    os: "linux",
    architecture,
    created: "2026-01-02T03:04:05Z",
    rootfs: { type: "layers", diff_ids: [`sha256:${"1".repeat(64)}`, `sha256:${"2".repeat(64)}`] },
    config: {
      User: "app",
      Env: ["PATH=/bin", "TOKEN=hunter2"],
      Entrypoint: ["/app"],
      Cmd: ["--serve"],
      Labels: { "org.opencontainers.image.base.name": "docker.io/library/debian:13" },
    },
  });
  const [amd64, arm64] = ["amd64", "arm64"].map((architecture) =>
    registry.putImage(repository, {
      layers: ["base", `app for ${architecture}`],
      config: config(architecture),
    }),
  );
  if (amd64 === undefined || arm64 === undefined) throw new Error("no images");
  const provenance = putArtifact(registry, repository, {
    artifactType: "application/vnd.docker.attestation.manifest.v1+json",
    subject: amd64,
    layer: "{}",
    layerType: "application/vnd.in-toto+json",
    layerAnnotations: { "in-toto.io/predicate-type": SLSA },
  });
  const index = {
    schemaVersion: 2,
    mediaType: INDEX,
    manifests: [
      { ...amd64, platform: { os: "linux", architecture: "amd64" } },
      { ...arm64, platform: { os: "linux", architecture: "arm64", variant: "v8" } },
      {
        ...provenance,
        annotations: {
          "vnd.docker.reference.type": "attestation-manifest",
          "vnd.docker.reference.digest": amd64.digest,
        },
        platform: { os: "unknown", architecture: "unknown" },
      },
    ],
    annotations: { "org.opencontainers.image.version": "1.0" },
  };
  const digest = registry.putManifest(repository, index, "1.0");
  const root = { mediaType: INDEX, digest, size: JSON.stringify(index).length };
  const signature = putArtifact(registry, repository, {
    artifactType: BUNDLE,
    subject: root,
    layer: "a bundle",
    annotations: { "dev.sigstore.bundle.predicateType": SIGN },
  });
  const sbom = putArtifact(registry, repository, {
    artifactType: BUNDLE,
    subject: arm64,
    layer: JSON.stringify({
      dsseEnvelope: {
        payload: Buffer.from(JSON.stringify({ predicateType: SPDX })).toString("base64"),
      },
    }),
  });
  const signedSbom = putArtifact(registry, repository, {
    artifactType: "application/vnd.cncf.notary.signature",
    subject: sbom,
    layer: "a signature of the SBOM",
  });
  const tag = `${digest.replace(":", "-")}.sig`;
  const legacy = registry.putImage(repository, { layers: ["signed", "signed by another"], tag });
  return { amd64, arm64, provenance, root, signature, sbom, signedSbom, legacy, tag };
}

interface Artifact {
  readonly artifactType: string;
  readonly subject: { readonly mediaType: string; readonly digest: string; readonly size: number };
  readonly layer: string;
  readonly layerType?: string;
  readonly layerAnnotations?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

function putArtifact(registry: MiniRegistry, repository: string, artifact: Artifact) {
  const blob = (content: string, mediaType: string) => ({
    mediaType,
    digest: registry.putBlob(repository, content),
    size: content.length,
  });
  const { artifactType, subject, layer, annotations, layerAnnotations } = artifact;
  const manifest = {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    artifactType,
    config: blob("{}", "application/vnd.oci.empty.v1+json"),
    layers: [
      {
        ...blob(layer, artifact.layerType ?? artifactType),
        ...(layerAnnotations === undefined ? {} : { annotations: layerAnnotations }),
      },
    ],
    subject,
    ...(annotations === undefined ? {} : { annotations }),
  };
  const digest = registry.putManifest(repository, manifest);
  return { mediaType: manifest.mediaType, digest, size: JSON.stringify(manifest).length };
}
