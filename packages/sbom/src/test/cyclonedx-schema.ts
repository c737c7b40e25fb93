import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type AnySchemaObject } from "ajv";
import formats from "ajv-formats";

/**
 * Every way in which a document breaks the official CycloneDX schema; none where it is valid.
 *
 * The stock `uniqueItems` compares all pairs, which takes minutes on a large document; this one keeps a set.
 */
export function cycloneDxErrors(
  document: unknown,
  version: "1.6" | "1.7" = "1.6",
): readonly string[] {
  const validator = validators.get(version) ?? compile(version);
  validators.set(version, validator);
  return validator(document) ? [] : (validator.errors ?? []).map((error) => JSON.stringify(error));
}

const validators = new Map<string, ReturnType<typeof compile>>();

function compile(version: string) {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  ajv.addFormat("iri-reference", (text) => !/[\s<>{}|\\^`"]/.test(text));
  ajv.addFormat("idn-email", (text) => text.includes("@"));
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    validate: (wanted: boolean, items: readonly unknown[]) =>
      !wanted || new Set(items.map((item) => JSON.stringify(item))).size === items.length,
  });
  ajv.addSchema(
    read("spdx.SNAPSHOT.schema.json"),
    "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json",
  );
  ajv.addSchema(
    read("jsf-0.82.SNAPSHOT.schema.json"),
    "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json",
  );
  ajv.addSchema(
    read("cryptography-defs.SNAPSHOT.schema.json"),
    "http://cyclonedx.org/schema/cryptography-defs.SNAPSHOT.schema.json",
  );
  return ajv.compile(read(`bom-${version}.SNAPSHOT.schema.json`));
}

function read(name: string): AnySchemaObject {
  const library = createRequire(import.meta.url).resolve(
    "@cyclonedx/cyclonedx-library/package.json",
  );
  return JSON.parse(readFileSync(join(dirname(library), "res/schema", name), "utf8"));
}
