import { addTo, isRecord, memberAt } from "@assay/core";
import { eachImage, type ImageStore, type StoredManifest, StoreError } from "@assay/oci";
import { parsePurl } from "@assay/purl";
import type { BaseClaim } from "./base-image.ts";

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_MATERIALS = 100;

export interface ProvenanceClaims {
  /** By digest of the image. */
  readonly claims: ReadonlyMap<string, readonly BaseClaim[]>;
  /** What could not be read, for people. */
  readonly notices: readonly string[];
}

/**
 * The images that BuildKit says each image of an index was built with: those of every stage, so at most one of them
 * is the base. Nobody signed it: a claim.
 *
 * Source: https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md
 *
 * @throws StoreError where a manifest can't be read.
 */
export async function provenanceClaims(
  store: ImageStore,
  root: StoredManifest,
): Promise<ProvenanceClaims> {
  const claims = new Map<string, BaseClaim[]>();
  const notices: string[] = [];
  if (root.manifest.kind === "image") return { claims, notices };
  for (const { kind, about, stored } of await eachImage(store, root, () => {})) {
    if (kind !== "attestations" || about === undefined || stored.manifest.kind !== "image")
      continue;
    for (const layer of stored.manifest.layers) {
      const type = layer.annotations?.["in-toto.io/predicate-type"] ?? "";
      if (!type.startsWith("https://slsa.dev/provenance/")) continue;
      try {
        for (const claim of claimsIn(await store.readBlob(layer, MAX_BYTES)))
          addTo(claims, about, claim);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        notices.push(`The provenance of ${about} can't be read: ${error.message}.`);
      }
    }
  }
  return { claims, notices };
}

function claimsIn(bytes: Uint8Array): readonly BaseClaim[] {
  let statement: unknown;
  try {
    statement = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return [];
  }
  const predicate = memberAt(statement, "predicate");
  const materials =
    memberAt(predicate, "buildDefinition", "resolvedDependencies") ??
    memberAt(predicate, "materials");
  if (!Array.isArray(materials)) return [];
  return materials.slice(0, MAX_MATERIALS).flatMap((each) => claimOf(each) ?? []);
}

function claimOf(material: unknown): BaseClaim | undefined {
  if (!isRecord(material) || typeof material["uri"] !== "string") return undefined;
  const sha256 = memberAt(material["digest"], "sha256");
  try {
    const { type, namespace, name, version } = parsePurl(material["uri"]);
    if (type !== "docker" || typeof sha256 !== "string") return undefined;
    const path = namespace === undefined ? name : `${namespace}/${name}`;
    return {
      method: "provenance",
      name: version === undefined ? path : `${path}:${version}`,
      digest: `sha256:${sha256}`,
    };
  } catch {
    return undefined;
  }
}
