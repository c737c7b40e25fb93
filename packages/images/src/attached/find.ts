import { isRecord } from "@assay/core";
import {
  type Descriptor,
  type ImagePart,
  type ImageStore,
  type StoredManifest,
  StoreError,
} from "@assay/oci";
import { type AttachedKind, kindOfArtifact, kindOfPredicate } from "./kinds.ts";

/** Something that says something of an image. Nothing of it was verified. */
export interface Attached {
  /** The digest of what it is about. */
  readonly subject: string;
  readonly digest: string;
  readonly kind: AttachedKind;
  /** How it is found: as a referrer, under a tag of older tools, or in the index (BuildKit). */
  readonly by: "referrer" | "tag" | "index";
  readonly tag?: string;
  readonly artifactType?: string;
  /** Of its statements; each once. */
  readonly predicateTypes: readonly string[];
  /** Of older signatures: several may share a tag. */
  readonly count: number;
}

export interface AllAttached {
  /** In the order of the manifests that they are about, then by digest. */
  readonly attached: readonly Attached[];
  /** The manifests, for whoever copies them. */
  readonly manifests: ReadonlyMap<string, StoredManifest>;
  readonly notices: readonly string[];
}

const LEGACY_SUFFIXES = ["sig", "att", "sbom"] as const;
const MAX_DEPTH = 4;
/** Anybody who may push can attach to what is attached: of each there may be as many again. */
const MAX_MANIFESTS = 10_000;
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_BUNDLE_BYTES = 16 * 1024 * 1024;

/**
 * What hangs on an image and everything below it: referrers, referrers of these, and what older tools put under tags of the digest.
 *
 * @throws StoreError where the store can't say what there is: that is never "nothing".
 */
export async function findAttached(
  store: ImageStore,
  parts: readonly ImagePart[],
): Promise<AllAttached> {
  const attached: Attached[] = [];
  const manifests = new Map<string, StoredManifest>();
  const notices = new Set<string>();
  const own = new Set(parts.map(({ stored }) => stored.descriptor.digest));

  let bytes = 0;
  const keep = (stored: StoredManifest): void => {
    manifests.set(stored.descriptor.digest, stored);
    bytes += stored.bytes.length;
    if (manifests.size <= MAX_MANIFESTS && bytes <= MAX_BYTES) return;
    throw new StoreError(
      "failed",
      `Over ${MAX_MANIFESTS} manifests or ${MAX_BYTES} bytes are attached to the image of ${store.name}`,
    );
  };

  const visit = async (digest: string, depth: number): Promise<void> => {
    const { manifests: referrers, notices: said } = await store.referrers(digest);
    for (const notice of said) notices.add(notice);
    for (const referrer of referrers) {
      const found = referrer.descriptor.digest;
      // BuildKit's attestations are referrers and listed by the index: they count once.
      if (own.has(found) || manifests.has(found)) continue;
      keep(referrer);
      attached.push({ subject: digest, by: "referrer", ...(await describe(store, referrer)) });
      if (depth < MAX_DEPTH) await visit(found, depth + 1);
    }
    for (const suffix of LEGACY_SUFFIXES) {
      const tag = `${digest.replace(":", "-")}.${suffix}`;
      const stored = await store.manifest(tag);
      if (stored === undefined) continue;
      keep(stored);
      attached.push({ subject: digest, by: "tag", tag, ...describeLegacy(stored, suffix) });
    }
  };

  if (store.isSynthetic === true) return { attached, manifests, notices: [] };
  for (const { stored, kind, about } of parts) {
    const { digest } = stored.descriptor;
    if (kind === "attestations" && about !== undefined) {
      attached.push({ subject: about, by: "index", ...describeLayers(stored, "attestation") });
    }
    await visit(digest, 1);
  }
  return { attached, manifests, notices: [...notices] };
}

type Description = Omit<Attached, "subject" | "by" | "tag">;

async function describe(store: ImageStore, stored: StoredManifest): Promise<Description> {
  const { manifest } = stored;
  const { artifactType } = manifest;
  const known = describeLayers(
    stored,
    artifactType === undefined ? "other" : kindOfArtifact(artifactType),
  );
  if (artifactType?.startsWith("application/vnd.dev.sigstore.bundle") !== true) return known;
  const said = manifest.annotations["dev.sigstore.bundle.predicateType"];
  const [layer] = manifest.kind === "image" ? manifest.layers : [];
  const predicateType = said ?? (layer === undefined ? undefined : await predicateOf(store, layer));
  return predicateType === undefined
    ? { ...known, kind: "signature" }
    : { ...known, kind: kindOfPredicate(predicateType), predicateTypes: [predicateType] };
}

/** Older tools write a layer for each signature or statement. */
function describeLegacy(stored: StoredManifest, suffix: (typeof LEGACY_SUFFIXES)[number]) {
  const kinds = { sig: "signature", att: "attestation", sbom: "sbom" } as const;
  return describeLayers(stored, kinds[suffix]);
}

function describeLayers(stored: StoredManifest, otherwise: AttachedKind): Description {
  const { manifest, descriptor } = stored;
  const layers = manifest.kind === "image" ? manifest.layers : [];
  const types = layers.flatMap(({ annotations = {} }) => {
    const type = annotations["in-toto.io/predicate-type"] ?? annotations["predicateType"];
    return type === undefined ? [] : [type];
  });
  const kinds = new Set(types.map(kindOfPredicate));
  const [kind = otherwise] = kinds;
  return {
    digest: descriptor.digest,
    kind: kinds.size > 1 ? "attestation" : kind,
    ...(manifest.artifactType === undefined ? {} : { artifactType: manifest.artifactType }),
    predicateTypes: [...new Set(types)].sort(),
    count: Math.max(1, layers.length),
  };
}

/** Bundles of some tools have no annotation that says what they hold; `undefined` for a plain signature. */
async function predicateOf(store: ImageStore, layer: Descriptor): Promise<string | undefined> {
  const bytes = await store.readBlob(layer, MAX_BUNDLE_BYTES);
  try {
    const bundle: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    const envelope = isRecord(bundle) ? bundle["dsseEnvelope"] : undefined;
    const payload = isRecord(envelope) ? envelope["payload"] : undefined;
    if (typeof payload !== "string") return undefined;
    const statement: unknown = JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
    const type = isRecord(statement) ? statement["predicateType"] : undefined;
    return typeof type === "string" ? type : undefined;
  } catch {
    // What can't be read as a bundle is for `verify` to judge.
    return undefined;
  }
}
