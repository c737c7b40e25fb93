import type { DocumentComponent } from "../document.ts";

/**
 * What CycloneDX has no field for, as properties of the npm taxonomy
 * (https://github.com/CycloneDX/cyclonedx-property-taxonomy/blob/main/cdx/npm.md) and of our own. Sorted by name and value.
 */
export function componentProperties(
  each: DocumentComponent,
): readonly (readonly [string, string])[] {
  const flags = new Set(each.flags);
  const properties: [string, string][] = each.aliases.map((alias) => ["assay:alias", alias]);
  if (each.scope === "development") properties.push(["cdx:npm:package:development", "true"]);
  if (flags.has("bundled")) properties.push(["cdx:npm:package:bundled", "true"]);
  if (flags.has("extraneous")) properties.push(["cdx:npm:package:extraneous", "true"]);
  if (flags.has("deprecated")) properties.push(["assay:deprecated", "true"]);
  if (flags.has("hasInstallScript")) properties.push(["assay:hasInstallScript", "true"]);
  if (each.component.ecosystem === "npm") {
    const paths = each.entries.map(({ installPath }) => installPath);
    for (const path of new Set(paths))
      if (path !== undefined) properties.push(["cdx:npm:package:path", path]);
  }
  return properties.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
}
