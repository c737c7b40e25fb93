import { ecosystemOf } from "@assay/inventory";
import type { DocumentComponent } from "../document.ts";

/**
 * What CycloneDX has no field for: properties of our own, and those of the ecosystem's registered taxonomy. Sorted by name and
 * value.
 */
export function componentProperties(
  each: DocumentComponent,
): readonly (readonly [string, string])[] {
  const { component, scope, aliases, flags, entries } = each;
  const properties: (readonly [string, string])[] = aliases.map((alias) => ["assay:alias", alias]);
  if (flags.includes("deprecated")) properties.push(["assay:deprecated", "true"]);
  if (flags.includes("hasInstallScript")) properties.push(["assay:hasInstallScript", "true"]);
  const paths = entries.map(({ installPath }) => installPath);
  const installPaths = [...new Set(paths)].filter((path) => path !== undefined);
  const own = ecosystemOf(component.ecosystem)?.properties?.({ scope, flags, installPaths });
  if (own !== undefined) properties.push(...own);
  return properties.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
}
