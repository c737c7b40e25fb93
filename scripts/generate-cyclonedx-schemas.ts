/**
 * The CycloneDX schemas of packages/sbom, taken from @cyclonedx/cyclonedx-library, whose package does not export them. Only what
 * decides on validity is kept: no titles, descriptions and examples. A new version of them is a version bump and `npm run generate`.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { diffAsMergePatch } from "../packages/sbom/src/validate/merge-patch.ts";
import {
  DEPRECATED_LICENSE_IDS,
  EXCEPTION_IDS,
  LICENSE_IDS,
} from "../packages/spdx/src/identifiers.ts";
import type { GeneratedFile } from "./generate-spdx-data.ts";

const WHOLE = ["bom-1.6", "jsf-0.82", "cryptography-defs"];
/** Versions that are kept as what makes them of their neighbour: they share most of it, and every run downloads all of them. */
const PATCHES = [
  ["bom-1.7", "bom-1.6"],
  ["bom-1.5", "bom-1.6"],
  ["bom-1.4", "bom-1.5"],
  ["bom-1.3", "bom-1.4"],
  ["bom-1.2", "bom-1.3"],
] as const;
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
  const read = (name: string): object => {
    const path = join(dirname(library), "res", "schema", `${name}.SNAPSHOT.schema.json`);
    return essence(JSON.parse(readFileSync(path, "utf8")), false) as object;
  };
  const file = (name: string, value: unknown): GeneratedFile => ({
    path: `packages/sbom/src/validate/schemas/${name}.json`,
    content: `${JSON.stringify(value)}\n`,
  });
  return [
    file("spdx-more", moreIds(read("spdx"))),
    ...WHOLE.map((name) => file(name, read(name))),
    ...PATCHES.map(([name, neighbour]) =>
      file(`${name}.patch`, diffAsMergePatch(read(neighbour), read(name))),
    ),
  ];
}

/** The ids that the schema allows beyond those of packages/spdx, which holds the others already. */
function moreIds({ type, enum: allowed, ...rest }: { type?: unknown; enum?: readonly string[] }) {
  const known = new Set([...LICENSE_IDS, ...DEPRECATED_LICENSE_IDS, ...EXCEPTION_IDS]);
  const missing = [...known].filter((id) => allowed?.includes(id) !== true);
  if (type !== "string" || missing.length > 0 || Object.keys(rest).length > 0)
    throw new Error(`The schema of SPDX ids is of another form, or lacks ${missing.join(", ")}`);
  return allowed?.filter((id) => !known.has(id));
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
