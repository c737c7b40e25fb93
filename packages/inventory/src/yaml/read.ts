import { UsageError } from "@assay/core";
import { readYamlValues } from "@assay/core/yaml";
import type { DuplicateKey, YamlDocument } from "./value.ts";

/**
 * The documents of a YAML file. Scalars stay texts: a version is none that a number can hold.
 *
 * @throws UsageError with the line, where the text can't be read. A merge key means more than it says, and is refused.
 */
export function readYaml(
  path: string,
  text: string,
): { readonly documents: readonly YamlDocument[]; readonly duplicates: readonly DuplicateKey[] } {
  const { documents, duplicates, problems } = readYamlValues(text);
  const [problem] = problems;
  if (problem !== undefined)
    throw new UsageError(
      `${path} can't be understood from line ${problem.line} on: ${problem.message}`,
    );
  return { documents, duplicates };
}
