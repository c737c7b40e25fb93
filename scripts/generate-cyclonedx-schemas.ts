/**
 * The CycloneDX schemas of packages/sbom, taken from @cyclonedx/cyclonedx-library, whose package does not export them. Only what
 * decides on validity is kept: no titles, descriptions and examples. A new version of them is a version bump and `npm run generate`.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "./generate-spdx-data.ts";

const SCHEMAS = [
  ...["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"].map((version) => `bom-${version}`),
  "spdx",
  "jsf-0.82",
  "cryptography-defs",
];
const DROPPED = new Set([
  ...["$comment", "$id", "$schema", "default", "deprecated", "description", "examples"],
  ...["meta:enum", "title"],
]);
/** Keywords whose keys are names and not keywords. */
const NAMED = new Set(["definitions", "properties"]);

export function generateCycloneDxSchemas(): readonly GeneratedFile[] {
  const library = createRequire(import.meta.url).resolve(
    "@cyclonedx/cyclonedx-library/package.json",
  );
  return SCHEMAS.map((name) => {
    const path = join(dirname(library), "res", "schema", `${name}.SNAPSHOT.schema.json`);
    const schema: unknown = JSON.parse(readFileSync(path, "utf8"));
    const content = `${JSON.stringify(essence(schema, false))}\n`;
    return { path: `packages/sbom/src/validate/schemas/${name}.json`, content };
  });
}

function essence(value: unknown, isNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => essence(item, false));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => isNames || !DROPPED.has(key));
  return Object.fromEntries(
    kept.map(([key, inner]) => [
      key,
      key === "enum" && !isNames ? inner : essence(inner, !isNames && NAMED.has(key)),
    ]),
  );
}
