import { DEPRECATED_LICENSE_IDS, EXCEPTION_IDS, LICENSE_IDS } from "@assay/spdx";
import { type JsonSchema, type SchemaProblem, schemaProblems } from "./json-schema.ts";
import { mergePatch } from "./merge-patch.ts";

type Schemas = ReadonlyMap<string, JsonSchema>;
type Load = () => Promise<{ readonly default: unknown }>;

const loadWhole: Load = () => import("./schemas/bom-1.6.json", { with: { type: "json" } });

/**
 * The schemas as @cyclonedx/cyclonedx-library brings them, by the version that a document names: that of 1.6 whole, each other as
 * the patches that lead to it.
 */
const VERSIONS = new Map<string, readonly Load[]>();
const OLDER: readonly (readonly [version: string, load: Load])[] = [
  ["1.5", () => import("./schemas/bom-1.5.patch.json", { with: { type: "json" } })],
  ["1.4", () => import("./schemas/bom-1.4.patch.json", { with: { type: "json" } })],
  ["1.3", () => import("./schemas/bom-1.3.patch.json", { with: { type: "json" } })],
  ["1.2", () => import("./schemas/bom-1.2.patch.json", { with: { type: "json" } })],
];
for (const [index, [version]] of OLDER.entries()) {
  VERSIONS.set(
    version,
    OLDER.slice(0, index + 1).map(([, load]) => load),
  );
}
VERSIONS.set("1.6", []);
VERSIONS.set("1.7", [() => import("./schemas/bom-1.7.patch.json", { with: { type: "json" } })]);

const PARTS = new Map<string, Load>([
  ["spdx", loadSpdxIds],
  ["jsf-0.82", () => import("./schemas/jsf-0.82.json", { with: { type: "json" } })],
  [
    "cryptography-defs",
    () => import("./schemas/cryptography-defs.json", { with: { type: "json" } }),
  ],
]);

/** The versions of CycloneDX that can be validated. */
export const CYCLONEDX_VERSIONS: readonly string[] = [...VERSIONS.keys()].sort();

/**
 * Every way in which a CycloneDX document breaks the schema of its version.
 *
 * @param version One of `CYCLONEDX_VERSIONS`.
 */
export async function cycloneDxProblems(
  document: Readonly<Record<string, unknown>>,
  version: string,
): Promise<readonly SchemaProblem[]> {
  const parts = new Map<string, JsonSchema>();
  for (const [name, load] of PARTS) parts.set(name, (await load()).default as JsonSchema);
  const schema = await schemaOf(version);
  return schemaProblems(document, schema, (reference, from) => {
    const [file = "", pointer = ""] = reference.split("#");
    const whole = file === "" ? from : partOf(parts, file);
    return { document: whole, schema: atPointer(whole, pointer) };
  });
}

/** The ids of SPDX, and the few that the schema allows beside them: some that were withdrawn long ago. */
async function loadSpdxIds() {
  const { default: more } = await import("./schemas/spdx-more.json", { with: { type: "json" } });
  const ids = [...LICENSE_IDS, ...DEPRECATED_LICENSE_IDS, ...EXCEPTION_IDS, ...more];
  return { default: { type: "string", enum: ids } };
}

async function schemaOf(version: string): Promise<JsonSchema> {
  let schema = (await loadWhole()).default;
  for (const load of VERSIONS.get(version) ?? [])
    schema = mergePatch(schema, (await load()).default);
  return schema as JsonSchema;
}

function partOf(parts: Schemas, file: string): JsonSchema {
  const part = parts.get(file.replace(/(?:\.SNAPSHOT)?\.schema\.json$/, ""));
  if (part === undefined) throw new TypeError(`the schema refers to ${file}, which is not there`);
  return part;
}

function atPointer(schema: JsonSchema, pointer: string): JsonSchema {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string, unknown>>)[step],
    schema,
  ) as JsonSchema;
}
