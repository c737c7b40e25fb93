/** OCI layouts of the layers that `image-layers.ts` makes. Their blobs lie in the cache folder; a layout has links to them. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { layerFolders } from "./image-layers.ts";

export type BenchCompression = "gzip" | "zstd";

interface Blob {
  readonly path: string;
  readonly digest: string;
  readonly diffId: string;
  readonly size: number;
  /** Of the tar. */
  readonly plain: number;
}

export interface BenchImage {
  readonly folder: string;
  /** Bytes of all tars. */
  readonly plain: number;
  readonly stored: number;
}

/** The image of the first groups, made where it is not there yet. */
export function benchImage(
  cache: string,
  groups: number,
  compression: BenchCompression = "gzip",
): BenchImage {
  const blobs = layerFolders(cache, groups).map((folder) => blobOf(cache, folder, compression));
  const folder = join(cache, `image-${groups}-${compression}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "blobs", "sha256"), { recursive: true });
  for (const { path, digest } of blobs) linkSync(path, blobPath(folder, digest));
  const config = put(folder, {
    architecture: "amd64",
    os: "linux",
    rootfs: { type: "layers", diff_ids: blobs.map(({ diffId }) => diffId) },
  });
  const manifest = put(folder, {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    config: { mediaType: "application/vnd.oci.image.config.v1+json", ...config },
    layers: blobs.map(({ digest, size }) => ({
      mediaType: `application/vnd.oci.image.layer.v1.tar+${compression}`,
      digest,
      size,
    })),
  });
  const descriptor = { mediaType: "application/vnd.oci.image.manifest.v1+json", ...manifest };
  const annotations = { "org.opencontainers.image.ref.name": "latest" };
  write(join(folder, "index.json"), {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.index.v1+json",
    manifests: [{ ...descriptor, annotations }],
  });
  write(join(folder, "oci-layout"), { imageLayoutVersion: "1.0.0" });
  const sum = (of: (blob: Blob) => number) => blobs.reduce((total, blob) => total + of(blob), 0);
  return { folder, plain: sum(({ plain }) => plain), stored: sum(({ size }) => size) };
}

function blobPath(folder: string, digest: string): string {
  return join(folder, "blobs", "sha256", digest.slice("sha256:".length));
}

function put(folder: string, value: unknown) {
  const text = JSON.stringify(value);
  const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
  writeFileSync(blobPath(folder, digest), text);
  return { digest, size: Buffer.byteLength(text) };
}

function write(path: string, value: unknown): void {
  writeFileSync(path, JSON.stringify(value));
}

function blobOf(cache: string, folder: string, compression: BenchCompression): Blob {
  const path = join(cache, `${basename(folder)}.tar.${compression}`);
  const about = `${path}.json`;
  if (existsSync(about)) return { ...(JSON.parse(readFileSync(about, "utf8")) as Blob), path };
  console.log(`packing ${basename(folder)} with ${compression}`);
  const tar = `${path}.part`;
  const owner = ["--owner=0", "--group=0", "--sort=name", "--mtime=@0"];
  execFileSync("tar", [...owner, "-cf", tar, "-C", folder, "."]);
  const [diffId, plain] = [fileDigest(tar), statSync(tar).size];
  const packed = `${tar}.packed`;
  const out = openSync(packed, "w");
  const args = compression === "gzip" ? ["-6nc", tar] : ["-qc", tar];
  execFileSync(compression, args, { stdio: ["ignore", out, "inherit"] });
  closeSync(out);
  rmSync(tar);
  renameSync(packed, path);
  const blob: Blob = { path, digest: fileDigest(path), diffId, size: statSync(path).size, plain };
  write(about, blob);
  return blob;
}

function fileDigest(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  const buffer = Buffer.alloc(1024 * 1024);
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
    hash.update(buffer.subarray(0, read));
  }
  closeSync(file);
  return `sha256:${hash.digest("hex")}`;
}

/** The same image as `docker save` would have it, its layers compressed as they are. */
export function dockerArchive(cache: string, { folder }: BenchImage): string {
  const path = `${folder}.docker.tar`;
  const index = read(join(folder, "index.json")) as { manifests: readonly { digest: string }[] };
  const [{ digest } = { digest: "" }] = index.manifests;
  const { config, layers } = read(blobPath(folder, digest)) as {
    config: { digest: string };
    layers: readonly { digest: string }[];
  };
  const nameOf = (blob: { digest: string }) =>
    `blobs/sha256/${blob.digest.slice("sha256:".length)}`;
  const manifest = [
    { Config: nameOf(config), RepoTags: ["bench:latest"], Layers: layers.map(nameOf) },
  ];
  write(join(cache, "manifest.json"), manifest);
  execFileSync("tar", ["-cf", path, "-C", folder, "blobs", "-C", cache, "manifest.json"]);
  return path;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
