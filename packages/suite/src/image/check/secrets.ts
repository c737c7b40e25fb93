import type { CheckResult, CommandContext } from "@assay/core";
import type { ImageObserver, ReadPlatformImage } from "@assay/inventory/image";
import { type ImageConfig, platformText } from "@assay/oci";
import { type ImagePlaceFacts, imageSecretScanner } from "@assay/secrets/image";

export interface ImageSecretsOptions {
  readonly gitleaksConfig?: string | undefined;
  readonly maxDecodeDepth: number;
}

/** The search for secrets in the images of all platforms, while they are read. */
export interface ImageSecrets {
  /** Sees the files of one image; also looks at its config. */
  readonly observe: (
    image: Pick<ReadPlatformImage, "config"> & { readonly input: { readonly layers: Layers } },
  ) => readonly ImageObserver[];
  /** Takes note of what became of each place, once an image was read. */
  read(image: ReadPlatformImage): void;
  finish(): CheckResult;
}

type Layers = readonly { readonly digest: string }[];

export async function imageSecrets(
  context: CommandContext,
  { gitleaksConfig, maxDecodeDepth }: ImageSecretsOptions,
): Promise<ImageSecrets> {
  const scanner = await imageSecretScanner(context, {
    maxDecodeDepth,
    ...(gitleaksConfig === undefined ? {} : { gitleaksConfig }),
  });
  const facts = new Map<string, ImagePlaceFacts[]>();
  const keyOf = (path: string, layer = "") => JSON.stringify([path, layer]);
  return {
    observe({ config, input: { layers } }) {
      for (const [path, text] of config === undefined ? [] : configTexts(config))
        scanner.add({ path }, Buffer.from(text));
      return [
        {
          wants: (entry) => scanner.wants(entry),
          see: async ({ path, layer, content }) =>
            scanner.add({ path, layer: layers[layer]?.digest }, await content.bytes(content.size)),
        },
      ];
    },
    read({ platform, image, baseLayers = 0 }) {
      const { layers } = image;
      const where = platform === undefined ? "" : `${platformText(platform)}, `;
      for (const { path, layer } of scanner.places()) {
        for (const [at, { digest }] of layers.entries()) {
          if (digest !== layer) continue;
          const key = keyOf(path, layer);
          const fact = {
            label: `${where}layer ${at + 1} of ${layers.length}`,
            hidden: image.isHidden(path, at),
            base: at < baseLayers,
          };
          facts.set(key, [...(facts.get(key) ?? []), fact]);
        }
      }
    },
    finish: () =>
      scanner.finish(({ path, layer }) => {
        const known = facts.get(keyOf(path, layer)) ?? [];
        return {
          label: known.length === 0 ? "the image's config" : labelsOf(known),
          hidden: known.length > 0 && known.every(({ hidden }) => hidden),
          base: known.length > 0 && known.every(({ base }) => base),
        };
      }),
  };
}

/** Each once: two images share layers. */
function labelsOf(known: readonly ImagePlaceFacts[]): string {
  return [...new Set(known.map(({ label }) => label))].join("; ");
}

/** What a config says in texts: everybody who has the image can read it. Build arguments stand in the history. */
function configTexts({ env, labels, history, entrypoint, cmd }: ImageConfig) {
  const texts: readonly (readonly [string, string])[] = [
    ["image config: env", env.join("\n")],
    [
      "image config: labels",
      Object.entries(labels)
        .map((pair) => pair.join("="))
        .join("\n"),
    ],
    ["image config: command", [...entrypoint, ...cmd].join("\n")],
    ["image config: history", history.map(({ createdBy }) => createdBy ?? "").join("\n")],
  ];
  return texts.filter(([, text]) => text !== "");
}
