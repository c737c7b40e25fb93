import type { Descriptor } from "@assay/oci";
import { platformName } from "../names.ts";
import type { InspectedImage, InspectedPart } from "./inspected.ts";

/** What was found, as a document: `schema` changes where a reader would have to. No value of an environment variable is in it. */
export function inspectJson({
  image,
  parts,
  others,
  attached,
  size,
  notices,
}: InspectedImage): string {
  const { descriptor } = image.root;
  const document = {
    schema: "assay-image-inspect/1",
    reference: image.reference,
    ...(image.tag === undefined ? {} : { tag: image.tag }),
    digest: image.store.isSynthetic === true ? null : descriptor.digest,
    mediaType: descriptor.mediaType,
    // An archive of Docker has no manifest: the one below is made of it.
    ...(image.store.isSynthetic === true ? { synthetic: true } : {}),
    size,
    manifests: parts.map(partOf),
    unread: others.map(({ descriptor: { digest, mediaType }, reason }) => ({
      digest,
      mediaType,
      reason,
    })),
    attached,
    notices,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function partOf({ stored, kind, platform, about, parent, size, config, base }: InspectedPart) {
  const { manifest, descriptor } = stored;
  return {
    digest: descriptor.digest,
    mediaType: descriptor.mediaType,
    kind,
    ...(platform === undefined ? {} : { platform: platformName(platform) }),
    ...(about === undefined ? {} : { about }),
    ...(parent === undefined ? {} : { parent }),
    ...(manifest.artifactType === undefined ? {} : { artifactType: manifest.artifactType }),
    size,
    ...(manifest.subject === undefined ? {} : { subject: manifest.subject.digest }),
    annotations: manifest.annotations,
    ...(manifest.kind === "image"
      ? { config: short(manifest.config), layers: manifest.layers.map(short) }
      : {}),
    ...(config === undefined
      ? {}
      : {
          image: {
            created: config.created,
            user: config.user,
            workingDir: config.workingDir,
            entrypoint: config.entrypoint,
            cmd: config.cmd,
            environmentNames: environmentNames(config.env),
            labels: config.labels,
            diffIds: config.diffIds,
          },
        }),
    ...(base === undefined ? {} : { base }),
  };
}

/** Values may be secrets. */
export function environmentNames(env: readonly string[]): readonly string[] {
  return env.map((entry) => entry.split("=")[0] ?? "");
}

function short({ mediaType, digest, size, annotations }: Descriptor) {
  return { mediaType, digest, size, ...(annotations === undefined ? {} : { annotations }) };
}
