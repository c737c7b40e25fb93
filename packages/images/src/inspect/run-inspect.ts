import { type CheckResult, type CommandContext, plural } from "@assay/core";
import { openImage, platformText, type RegistryOptions } from "@assay/oci";
import { inspectImage } from "./inspected.ts";
import { inspectJson } from "./json.ts";
import { inspectTables } from "./tables.ts";

export interface InspectOptions {
  readonly image: string;
  readonly json: boolean;
  readonly registry: RegistryOptions;
}

export interface InspectOutcome {
  readonly result: CheckResult;
  /** Absent where the format has none. */
  readonly digest?: string;
  readonly platforms: readonly string[];
}

/** `assay image inspect`. @throws UsageError where there is no such image; StoreError where that can't be said. */
export async function runInspect(
  context: CommandContext,
  { image: text, json, registry }: InspectOptions,
): Promise<InspectOutcome> {
  const image = await openImage(context, text, registry);
  try {
    const inspected = await inspectImage(image);
    const { parts, attached, notices } = inspected;
    const images = parts.filter(({ kind }) => kind === "image");
    const names = images.flatMap(({ platform }) => (platform === undefined ? [] : [platform]));
    const bytes = Buffer.from(inspectJson(inspected));
    return {
      result: {
        check: "image-inspect",
        findings: [],
        artifacts: json
          ? [{ name: "image-inspect.json", mediaType: "application/json", bytes }]
          : [],
        coverage: {
          inspected: { manifests: parts.length, attached: attached.length },
          skipped: inspected.others.map(({ descriptor, reason }) => ({
            item: descriptor.digest,
            reason:
              reason === "missing"
                ? "it is listed and not there"
                : `${descriptor.mediaType} is no manifest`,
          })),
          summary: `${image.reference}: ${plural(images.length, "image")}, ${attached.length === 0 ? "nothing" : attached.length} attached; no layer was read`,
        },
        notices,
        tables: inspectTables(inspected),
      },
      ...(image.store.isSynthetic === true ? {} : { digest: image.root.descriptor.digest }),
      platforms: [...new Set(names.map(platformText))],
    };
  } finally {
    await image.store.close();
  }
}
