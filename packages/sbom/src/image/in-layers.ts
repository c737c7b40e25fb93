import {
  componentBroughtBy,
  type ImageComponent,
  type ImageInventory,
} from "@assay/inventory/image";
import type { Property, SbomComponent } from "../model.ts";

/**
 * The package with everything that only an image says of it: where it lies and by what record, in which layers, and whether the base
 * image brought it.
 *
 * @param baseLayers How many layers, from the oldest on, are the base's, where that is known.
 */
export function inLayers(
  component: SbomComponent,
  { places, source, properties: own = [] }: ImageComponent,
  layers: ImageInventory["layers"],
  baseLayers: number | undefined,
): SbomComponent {
  if (places.length === 0) return component;
  const layerOf = (index: number) => layers[index]?.digest ?? String(index);
  const since = places.reduce((least, place) => Math.min(least, place.since), layers.length);
  const said: readonly (readonly [string, string | undefined])[] = [
    ["since", layerOf(since)],
    [
      "base",
      baseLayers === undefined
        ? undefined
        : String(componentBroughtBy({ places }, baseLayers) === "base"),
    ],
    ["source", sourceText(component, source)],
    ...places.flatMap(({ path, layer, evidence }) => [
      ["path", path] as const,
      ["layer", layerOf(layer)] as const,
      ["evidence", evidence] as const,
    ]),
  ];
  const properties: readonly Property[] = [
    ...component.properties,
    ...own,
    ...said.flatMap(([name, value]): readonly Property[] =>
      value === undefined ? [] : [[`assay:image:${name}`, value]],
    ),
  ];
  const by = new Map(properties.map((each) => [each.join("\n"), each]));
  const paths = [...new Set(places.map(({ path }) => path))].sort();
  return {
    ...component,
    properties: [...by.keys()].sort().flatMap((key) => [by.get(key) ?? ["", ""]]),
    places: paths.map((path) => ({ path })),
  };
}

/** The source package, where the package does not have its very name and version. */
function sourceText(
  { name, version }: SbomComponent,
  source: ImageComponent["source"],
): string | undefined {
  if (source === undefined) return undefined;
  const { version: own = version } = source;
  if (source.name === name && own === version) return undefined;
  return own === undefined ? source.name : `${source.name}@${own}`;
}
