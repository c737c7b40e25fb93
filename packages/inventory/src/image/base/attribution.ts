import type { ImageComponent, ImagePlace } from "../reader.ts";

/** Which image brought something: the base, or what was built on it. */
export type BroughtBy = "base" | "this";

/** By the oldest layer since which it has been there without a gap. */
export function broughtBy(place: Pick<ImagePlace, "since">, baseLayers: number): BroughtBy {
  return place.since < baseLayers ? "base" : "this";
}

/** A component is the base's where one of its places is; `undefined` where nobody knows which layers are the base's. */
export function componentBroughtBy(
  { places }: Pick<ImageComponent, "places">,
  baseLayers: number | undefined,
): BroughtBy | undefined {
  if (baseLayers === undefined || places.length === 0) return undefined;
  return places.some((place) => broughtBy(place, baseLayers) === "base") ? "base" : "this";
}
