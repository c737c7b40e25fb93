import type { ConfigSection } from "@assay/core";
import type { JsonSchema } from "@assay/core/schema";
import { alternatives } from "../config/json-schema.ts";
import { table } from "./input-tables.ts";

/** Defaults by dotted key: the schema does not know them, they belong to the inputs. */
export type ConfigDefaults = ReadonlyMap<string, string>;

/** `docs/reference/config.md`, from the JSON Schema of the config file and the examples of its sections. */
export function configReference(
  schema: JsonSchema,
  sections: readonly ConfigSection[],
  defaults: ConfigDefaults,
): string {
  const keyTable = (all: readonly Row[]) => tableOf(all, defaults);
  const own = new Set(sections.map(({ key }) => key));
  const shared = Object.entries(schema.properties ?? {}).filter(([key]) => !own.has(key));
  return [
    "# Config file",
    "",
    "`.github/assay.yml` or `assay.yml` is read from the working directory (both at once are an error); `config` names another file. It is YAML 1.2.",
    "Every key is optional. Unknown keys, duplicate keys and wrong values are errors, all reported at once with line and column.",
    "What an input or a variable says wins over the file; `assay config` shows which value comes from where.",
    "",
    "Editors that know JSON Schema check the file with [`schema/assay.schema.json`](../../schema/assay.schema.json).",
    "",
    "## For all commands",
    "",
    ...keyTable(shared.flatMap(([key, value]) => rows(key, value, false))),
    "",
    ...sections.flatMap(({ key, description, example }) => [
      `## ${key}`,
      "",
      description,
      "",
      ...keyTable(rowsBelow(key, schema.properties?.[key] ?? {})),
      "",
      "```yaml",
      `${key}:`,
      ...example
        .trimEnd()
        .split("\n")
        .map((line) => (line === "" ? "" : `  ${line}`)),
      "```",
      "",
    ]),
  ].join("\n");
}

interface Row {
  readonly key: string;
  readonly type: string;
  readonly description: string;
}

function tableOf(all: readonly Row[], defaults: ConfigDefaults): readonly string[] {
  const cells = all.map(({ key, type, description }) => {
    const known = defaults.get(key);
    return [`\`${key}\``, type, known === undefined ? "" : `\`${known}\``, description];
  });
  return table(["key", "type", "default", "meaning"], cells);
}

/** A key and everything below it; items of a list as `key[]`. */
function rows(key: string, schema: JsonSchema, required: boolean): Row[] {
  const own: Row = {
    key,
    type: typeOf(schema) + (required ? ", required" : ""),
    description: schema.description ?? "",
  };
  return [own, ...rowsBelow(key, schema)];
}

function rowsBelow(key: string, schema: JsonSchema): Row[] {
  return alternatives(schema).flatMap((inner) => {
    const required = new Set(inner.required);
    const properties = Object.entries(inner.properties ?? {}).flatMap(([name, value]) =>
      rows(`${key}.${name}`, value, required.has(name)),
    );
    const items = inner.items === undefined ? [] : rowsBelow(`${key}[]`, inner.items);
    const values =
      typeof inner.additionalProperties === "object"
        ? rowsBelow(`${key}.*`, inner.additionalProperties)
        : [];
    return [...properties, ...items, ...values];
  });
}

function typeOf(schema: JsonSchema): string {
  const choices = schema.anyOf ?? [];
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(" or ");
  if (schema.enum !== undefined)
    return schema.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (schema.type === "array")
    return schema.items === undefined ? "list" : `list of ${typeOf(schema.items)}`;
  if (schema.type === "integer") return `whole number${range(schema)}`;
  if (schema.type === "object") return "mapping";
  if (schema.type === "string") return "text";
  return schema.type === "boolean" ? "true or false" : (schema.type ?? "any");
}

function range({ minimum, maximum }: JsonSchema): string {
  const known = [minimum, maximum].map((bound) =>
    bound === undefined || Math.abs(bound) === Number.MAX_SAFE_INTEGER ? undefined : bound,
  );
  if (known[0] !== undefined && known[1] !== undefined) return ` from ${known[0]} to ${known[1]}`;
  return known[0] === undefined ? "" : `, at least ${known[0]}`;
}
