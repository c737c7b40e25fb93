import { memberAt } from "@assay/core";
import type { Descriptor, ImageStore, Platform, StoredManifest } from "@assay/oci";

const MAX_CONFIG_BYTES = 8 * 1024 * 1024;

/** `linux/amd64`, `linux/arm/v7`: the form that people write, each platform in one way only. */
export function platformText({ os, architecture, variant }: Platform): string {
  return normalPlatform([os, architecture, ...(variant ? [variant] : [])].join("/"));
}

/** `linux/arm64/v8` is `linux/arm64`, and `linux/arm` is `linux/arm/v7` (containerd/platforms). */
export function normalPlatform(text: string): string {
  const [os = "", architecture = "", variant = ""] = text.toLowerCase().trim().split("/");
  const machine = { aarch64: "arm64", x86_64: "amd64" }[architecture] ?? architecture;
  const kind = machine === "arm" && variant === "" ? "v7" : variant;
  const isUsual = (machine === "arm64" && kind === "v8") || (machine === "amd64" && kind === "v1");
  return [os, machine, ...(kind === "" || isUsual ? [] : [kind])].join("/");
}

/** The platform of an image by its own config; `undefined` of what is no image, such as an artifact. */
export async function configPlatform(
  store: ImageStore,
  { manifest }: StoredManifest,
): Promise<string | undefined> {
  if (manifest.kind === "index" || !isImageConfig(manifest.config)) return undefined;
  const bytes = await store.readBlob(manifest.config, MAX_CONFIG_BYTES);
  let config: unknown;
  try {
    config = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const [os, architecture, variant] = ["os", "architecture", "variant"].map((name) => {
    const value = memberAt(config, name);
    return typeof value === "string" ? value : "";
  });
  return os && architecture
    ? platformText({ os, architecture, ...(variant ? { variant } : {}) })
    : undefined;
}

function isImageConfig({ mediaType }: Descriptor): boolean {
  return (
    mediaType === "application/vnd.oci.image.config.v1+json" ||
    mediaType === "application/vnd.docker.container.image.v1+json"
  );
}
