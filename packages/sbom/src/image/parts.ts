import type { Distribution, ExecutableFile, ImageLayer } from "@assay/inventory/image";
import type { Property, SbomComponent } from "../model.ts";

const NOTHING = {
  authors: [],
  hashes: [],
  licenses: [],
  references: [],
  properties: [],
  places: [],
  dependencies: "unknown",
} as const satisfies Partial<SbomComponent>;

/** The distribution, as `/etc/os-release` calls it. */
export function operatingSystem(distribution: Distribution): SbomComponent {
  const { id, versionId, prettyName, cpeName, codename, variantId } = distribution;
  const properties: readonly (readonly [string, string | undefined])[] = [
    ["assay:image:distribution:codename", codename],
    ["assay:image:distribution:variant", variantId],
  ];
  return {
    ...NOTHING,
    ref: `operating-system:${id}${versionId === undefined ? "" : `@${versionId}`}`,
    type: "operating-system",
    name: id,
    version: versionId,
    description: prettyName,
    cpe: cpeName !== undefined && /^cpe:(?:\/|2\.3:)o/.test(cpeName) ? cpeName : undefined,
    properties: properties.flatMap(([name, value]): readonly Property[] =>
      value === undefined ? [] : [[name, value]],
    ),
  };
}

/** A program or library that no record explains: by its path and hash. */
export function unidentifiedFile(
  { path, sha256, kind, layer }: ExecutableFile,
  layers: readonly Pick<ImageLayer, "digest">[],
  baseLayers: number | undefined,
): SbomComponent {
  return {
    ...NOTHING,
    ref: `file:${path}`,
    type: "file",
    name: path,
    hashes: [{ algorithm: "SHA-256", value: sha256 }],
    properties: [
      ...(baseLayers === undefined
        ? []
        : [["assay:image:base", String(layer < baseLayers)] as const]),
      ["assay:image:layer", layers[layer]?.digest ?? String(layer)],
      ["assay:image:path", path],
      ["assay:image:unidentified", kind],
    ],
    places: [{ path }],
  };
}
