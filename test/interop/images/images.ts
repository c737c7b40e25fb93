/** Small images, pushed by plain requests: neither ours nor another client has a hand in what is signed. */
import { createHash } from "node:crypto";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
export const INDEX = "application/vnd.oci.image.index.v1+json";

export interface Pushed {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export interface PushedImage extends Pushed {
  /** `host/repository` */
  readonly repository: string;
  /** `host/repository@digest` */
  readonly reference: string;
  /** Of an index: what it lists. */
  readonly platforms: readonly (Pushed & { readonly name: string; readonly reference: string })[];
}

/** An index with an image for each platform, each over a layer of its own. */
export async function pushIndex(
  host: string,
  repository: string,
  platforms: readonly string[] = ["linux/amd64", "linux/arm64"],
  tag?: string,
): Promise<PushedImage> {
  const listed = [];
  for (const name of platforms) {
    const [os, architecture] = name.split("/");
    const layer = await pushBlob(host, repository, Buffer.from(`${repository} ${name}`), LAYER);
    const rootfs = { type: "layers", diff_ids: [layer.digest] };
    const config = await pushBlob(host, repository, json({ os, architecture, rootfs }), CONFIG);
    const manifest = { schemaVersion: 2, mediaType: MANIFEST, config, layers: [layer] };
    const pushed = await pushManifest(host, repository, manifest);
    listed.push({ ...pushed, name, reference: `${host}/${repository}@${pushed.digest}` });
  }
  const manifests = listed.map(({ mediaType, digest, size, name }) => {
    const [os, architecture] = name.split("/");
    return { mediaType, digest, size, platform: { os, architecture } };
  });
  const index = { schemaVersion: 2, mediaType: INDEX, manifests };
  const root = await pushManifest(host, repository, index, tag);
  return {
    ...{ ...root, repository: `${host}/${repository}` },
    ...{ reference: `${host}/${repository}@${root.digest}`, platforms: listed },
  };
}

const LAYER = "application/vnd.oci.image.layer.v1.tar";
const CONFIG = "application/vnd.oci.image.config.v1+json";

export async function pushManifest(
  host: string,
  repository: string,
  manifest: { readonly mediaType: string },
  tag?: string,
): Promise<Pushed> {
  const bytes = json(manifest);
  const pushed = described(bytes, manifest.mediaType);
  await must(`http://${host}/v2/${repository}/manifests/${tag ?? pushed.digest}`, {
    method: "PUT",
    headers: { "content-type": manifest.mediaType },
    body: new Uint8Array(bytes),
  });
  return pushed;
}

export async function pushBlob(
  host: string,
  repository: string,
  bytes: Buffer,
  mediaType: string,
): Promise<Pushed> {
  const blob = described(bytes, mediaType);
  const base = `http://${host}/v2/${repository}/blobs/uploads/`;
  const begun = await must(base, { method: "POST" });
  const url = new URL(begun.headers.get("location") ?? "", base);
  url.searchParams.set("digest", blob.digest);
  const headers = { "content-type": "application/octet-stream" };
  await must(url, { method: "PUT", headers, body: new Uint8Array(bytes) });
  return blob;
}

/** What is attached by the registry's own word, from the API or the fallback tag. */
export async function attachedTo(
  host: string,
  repository: string,
  digest: string,
): Promise<readonly Pushed[]> {
  const headers = { accept: INDEX };
  for (const path of [`referrers/${digest}`, `manifests/${digest.replace(":", "-")}`]) {
    const answer = await fetch(`http://${host}/v2/${repository}/${path}`, { headers });
    if (answer.ok) return ((await answer.json()) as { manifests: readonly Pushed[] }).manifests;
  }
  return [];
}

async function must(url: string | URL, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer;
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function described(bytes: Buffer, mediaType: string): Pushed {
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { mediaType, digest, size: bytes.length };
}
