import { UsageError } from "@assay/core";
import { readYaml } from "./read.ts";
import { isYamlMap, type YamlValue } from "./value.ts";

/**
 * The one document of a small YAML file as plain values: objects, lists, texts and `null`. Scalars stay texts.
 *
 * @throws UsageError where it is something else, or says a key twice.
 */
export function plainYaml(path: string, text: string): unknown {
  const { documents, duplicates } = readYaml(path, text);
  const [twice] = duplicates;
  if (twice !== undefined)
    throw new UsageError(`${path} says a key twice (line ${twice.line}), and only one can count`);
  if (documents.length > 1) throw new UsageError(`${path} has more than one document`);
  return plain(documents[0]?.value ?? null);
}

function plain(value: YamlValue): unknown {
  if (isYamlMap(value))
    return Object.fromEntries([...value.entries].map(([key, each]) => [key, plain(each)]));
  return Array.isArray(value) ? value.map(plain) : value;
}
